"""Content types declared part by part (ECMA-376 part 2, 7.2): read, and taken out."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from generator.documents.packages.package import Package
from generator.documents.packages.parsing import parse
from generator.documents.packages.zipping import CONTENT_TYPES

_OVERRIDE = re.compile(rb"<(?:\w+:)?Override\b[^>]*?(?:/>|>\s*</(?:\w+:)?Override>)")
_NAME = re.compile(rb"\bPartName\s*=\s*[\"']/?([^\"']*)")


def read_part_types(package: Package) -> Mapping[str, str]:
    """The types declared part by part; names in lower case, as they are compared."""
    root = parse(package.read(CONTENT_TYPES), package.place)
    return {
        name.lstrip("/").lower(): node.get("ContentType", "")
        for node in root
        if (name := node.get("PartName"))
    }


def without_types(xml: bytes, parts: Collection[str]) -> bytes:
    """The content types without those of parts that are gone."""
    gone = {part.lower().encode() for part in parts}

    def left(declared: re.Match[bytes]) -> bytes:
        name = _NAME.search(declared[0])
        return b"" if name and name[1].lower() in gone else declared[0]

    return _OVERRIDE.sub(left, xml) if gone else xml
