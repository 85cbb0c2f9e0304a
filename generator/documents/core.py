"""The core properties: title, author and the rest (ECMA-376 part 2, 8.2.4)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from xml.sax.saxutils import escape

from generator.documents.texts import parse
from generator.model import Place

CORE_PART = "docProps/core.xml"
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
CORE_RELATION = (
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
)

_CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_DCTERMS = "http://purl.org/dc/terms/"
_NAMES = {
    "category": _CP, "contentStatus": _CP, "creator": _DC, "description": _DC, "identifier": _DC,
    "keywords": _CP, "language": _DC, "lastModifiedBy": _CP, "revision": _CP, "subject": _DC,
    "title": _DC, "version": _CP,
}  # fmt: skip
_PREFIX = {_CP: "cp", _DC: "dc"}
FIELDS = frozenset(_NAMES)


def read_core(xml: bytes, place: Place) -> dict[str, str]:
    """The fields that are filled in, dates apart."""
    root = parse(xml, place)
    fields = {}
    for name, space in _NAMES.items():
        text = root.findtext(f"{{{space}}}{name}")
        if text:
            fields[name] = text
    return fields


def write_core(fields: Mapping[str, str], when: datetime) -> bytes:
    """The part, in a fixed order, made and changed at `when` (UTC where it names no zone)."""
    moment = when.astimezone(UTC) if when.tzinfo else when
    stamp = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    words = "".join(
        f"<{_PREFIX[space]}:{name}>{escape(fields[name])}</{_PREFIX[space]}:{name}>"
        for name, space in _NAMES.items()
        if fields.get(name)
    )
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{stamp}</dcterms:{name}>'
        for name in ("created", "modified")
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<cp:coreProperties xmlns:cp="{_CP}" xmlns:dc="{_DC}" xmlns:dcterms="{_DCTERMS}"'
        ' xmlns:dcmitype="http://purl.org/dc/dcmitype/"'
        f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{words}{dates}'
        "</cp:coreProperties>"
    ).encode()
