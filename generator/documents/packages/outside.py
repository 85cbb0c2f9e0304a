"""What a file leads to outside itself: carried as it is, never fetched, always told.

Most are links that a reader may click on. Others (a linked picture, an attached template) Office
itself fetches when the file is opened (ECMA-376 part 2, 6.5.3.4).
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from generator.documents.packages.package import Package
from generator.documents.packages.parsing import parse

_EXTERNAL = b"External"
_CLICKED = ("hyperlink", "hlinkClick", "hlinkMouseOver")


@dataclass(frozen=True, slots=True)
class Outside:
    """A relationship that leads out: from which part, of which kind ("hyperlink"), where to."""

    part: str
    kind: str
    target: str

    @property
    def fetched(self) -> bool:
        """Whether Office goes there unasked."""
        return self.kind not in _CLICKED


def read_outside(package: Package) -> tuple[Outside, ...]:
    """All that leads out of a package, part by part."""
    found: list[Outside] = []
    for name in package.members:
        if not name.endswith(".rels") or _EXTERNAL not in package.read(name):
            continue
        folder, file = posixpath.split(name)
        part = posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))
        for node in parse(package.read(name), package.place):
            if node.get("TargetMode") == "External":
                kind = node.get("Type", "").rsplit("/", 1)[-1]
                found.append(Outside(part, kind, node.get("Target", "")))
    return tuple(found)
