"""The core properties: title, author and the rest (ECMA-376 part 2, 8.2.4)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from generator.documents.packages.escapes import escape
from generator.documents.packages.parsing import parse
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


def change_core(xml: bytes, fields: Mapping[str, str], place: Place) -> bytes:
    """The part with some fields changed and all else, its dates too, as it was."""
    from lxml import etree

    root = parse(xml, place)
    for name, text in fields.items():
        node = root.find(f"{{{_NAMES[name]}}}{name}")
        if node is None:
            node = etree.SubElement(root, f"{{{_NAMES[name]}}}{name}")
        node.text = text
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def write_core(fields: Mapping[str, str], when: datetime | None) -> bytes:
    """The part, in a fixed order, made and changed at `when` (UTC where it names no zone)."""
    words = "".join(
        f"<{_PREFIX[space]}:{name}>{escape(fields[name])}</{_PREFIX[space]}:{name}>"
        for name, space in _NAMES.items()
        if fields.get(name)
    )
    dates = "" if when is None else _dates(when)
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<cp:coreProperties xmlns:cp="{_CP}" xmlns:dc="{_DC}" xmlns:dcterms="{_DCTERMS}"'
        ' xmlns:dcmitype="http://purl.org/dc/dcmitype/"'
        f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{words}{dates}'
        "</cp:coreProperties>"
    ).encode()


def _dates(when: datetime) -> str:
    moment = when.astimezone(UTC) if when.tzinfo else when
    stamp = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    return "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{stamp}</dcterms:{name}>'
        for name in ("created", "modified")
    )
