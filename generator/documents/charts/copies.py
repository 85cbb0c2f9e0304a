"""Copies of a chart for frames that a loop repeats: the drawing, its style, its workbook.

Two frames may not lead to one chart part with different data, and Office writes one part for each.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.documents.packages.links import Link, Links, reached
from generator.documents.packages.package import Package
from generator.documents.packages.types import read_part_types

_SHARED = frozenset({"image", "theme", "hyperlink"})
_NUMBERED = re.compile(r"(.*?)\d*(\.[^./]*)?")


@dataclass(frozen=True, slots=True)
class PartCopy:
    """A copied part under its new name; `type` is empty where the extension says it."""

    of: str
    name: str
    data: bytes
    type: str
    links: tuple[Link, ...]


def copied(
    package: Package, links: Links, chart: str, free: Callable[[str], str]
) -> Iterator[PartCopy]:
    """The copies of a chart and of all parts that are its own.

    `free` gives a name that nothing has, from one with ``{}`` where a number may stand.
    """
    own = reached(links, chart, lambda k: k.target in package and k.kind not in _SHARED)
    names = {part: free(_pattern(part)) for part in own}
    types = read_part_types(package)
    for part, name in names.items():
        led = tuple(
            link.led_to(name, names.get(link.target, link.target)) if link.target else link
            for link in links.get(part, ())
        )
        yield PartCopy(part, name, package.read(part), types.get(part.lower(), ""), led)


def _pattern(part: str) -> str:
    found = _NUMBERED.fullmatch(posixpath.basename(part))
    stem, extension = (found[1], found[2] or "") if found else (part, "")
    escaped = stem.replace("{", "{{").replace("}", "}}")
    return posixpath.join(posixpath.dirname(part), f"{escaped}{{}}{extension}")
