"""Relationships and content types of a package (ECMA-376 part 2, 6.5 and 7.2).

Read once; additions are text put before the closing tag, so nothing is parsed twice.
"""

from __future__ import annotations

import itertools
import posixpath
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from generator.documents.packages.escapes import quoteattr
from generator.documents.packages.package import Package
from generator.documents.packages.parsing import parse

_EMPTY = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    "</Relationships>"
)
_OUTSIDE = ' TargetMode="External"'


@dataclass(frozen=True, slots=True)
class Relation:
    """One relationship: its id, the last word of its type, and the part it leads to."""

    id: str
    kind: str
    target: str


def relations_name(part: str) -> str:
    """The name of the part that holds another part's relationships."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def read_relations(package: Package, part: str) -> tuple[Relation, ...]:
    """The relationships of a part (``""`` is the package) that stay inside the package."""
    name = relations_name(part)
    if name not in package:
        return ()
    root = parse(package.read(name), package.place)
    folder = posixpath.dirname(part)
    found = []
    for node in root:
        if node.get("TargetMode") != "External":
            kind = node.get("Type", "").rsplit("/", 1)[-1]
            target = package.named(resolve(folder, node.get("Target", "")))
            found.append(Relation(node.get("Id", ""), kind, target))
    return tuple(found)


def related(package: Package, part: str, kind: str) -> str:
    """The part that a part is related to in this way, or "" when there is none."""
    targets = (one.target for one in read_relations(package, part) if one.kind == kind)
    return next((target for target in targets if target in package), "")


def resolve(folder: str, target: str) -> str:
    """A target as the name of a member."""
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(folder, target))


class NewRelation(NamedTuple):
    """A relationship to be written: the whole type, and the target relative to its part."""

    id: str
    type: str
    target: str
    outside: bool = False


def add_relations(xml: bytes | None, added: Iterable[NewRelation | tuple[str, str, str]]) -> bytes:
    """A relationships part with more in it: id, whole type, target relative to its part."""
    text = "".join(
        f"<Relationship Id={quoteattr(new.id)} Type={quoteattr(new.type)}"
        f" Target={quoteattr(new.target)}{_OUTSIDE if new.outside else ''}/>"
        for new in itertools.starmap(NewRelation, added)
    )
    return _before_end(_EMPTY.encode() if xml is None else xml, text)


def add_types(
    xml: bytes, defaults: Iterable[tuple[str, str]], overrides: Iterable[tuple[str, str]]
) -> bytes:
    """The content types with more in them: extensions not there yet, and new parts."""
    known = xml.lower()
    text = "".join(
        f"<Default Extension={quoteattr(extension)} ContentType={quoteattr(kind)}/>"
        for extension, kind in defaults
        if f'extension="{extension}"'.encode() not in known
    ) + "".join(
        f"<Override PartName={quoteattr('/' + name)} ContentType={quoteattr(kind)}/>"
        for name, kind in overrides
    )
    return _before_end(xml, text)


def _before_end(xml: bytes, text: str) -> bytes:
    if not text:
        return xml
    at = xml.rstrip().rfind(b"</")
    if at < 0 or xml.rstrip().endswith(b"/>"):  # the root holds nothing yet
        open_tag = xml.rstrip()[:-2]
        name = open_tag[open_tag.rindex(b"<") + 1 :].split()[0]
        return open_tag + b">" + text.encode() + b"</" + name + b">"
    return xml[:at] + text.encode() + xml[at:]
