"""Saving a made file so that the same maker gives the same parts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Collection, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from templates.make.kit.tongue import ZH, Tongue

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest date a zip can hold
MADE = datetime(2025, 12, 31)  # the flagship edition's day: a template has no clock


class Saved(Protocol):
    """What python-docx and python-pptx documents have in common."""

    def save(self, path_or_stream: io.BytesIO) -> None: ...


class Core(Protocol):
    """Core properties as both libraries show them."""

    author: str
    title: str


def write_package(document: Saved, path: Path, replaced: Mapping[str, bytes] | None = None) -> None:
    """Write `document` to `path` with fixed dates; `replaced` are whole parts by their names."""
    stream = io.BytesIO()
    document.save(stream)
    replaced = replaced or {}
    with zipfile.ZipFile(stream) as made, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for info in made.infolist():
            member = zipfile.ZipInfo(info.filename, _EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 0
            out.writestr(member, replaced.get(info.filename) or made.read(info))


def become(element: Any, other: Any) -> None:
    """Give an element, which a library's objects hold already, all that another one has."""
    element.clear()
    element.attrib.update(other.attrib)
    element.extend(list(other))


def drop_relations(relations: Any, kinds: Collection[str]) -> None:
    """Let go of the parts that a library's own template carries and a made file has no use for."""
    for key in [key for key, relation in relations.items() if relation.reltype in kinds]:
        relations.pop(key)


def app_xml(application: str) -> bytes:
    """``docProps/app.xml`` that names the program whose format this is, and nothing counted."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'extended-properties"><Application>{application}</Application></Properties>'
    ).encode()


def set_core(
    core: Core, title: str, subject: str, keywords: str, category: str = "会谈材料",
    tongue: Tongue = ZH,
) -> None:  # fmt: skip
    """Core properties; the words may hold tags."""
    values = {
        "title": title, "subject": subject, "keywords": keywords, "category": category,
        "author": "{{ office }}", "last_modified_by": "Factpack", "comments": "",
        "language": tongue.lang, "created": MADE, "modified": MADE, "revision": 1,
    }  # fmt: skip
    for name, value in values.items():
        setattr(core, name, value)
