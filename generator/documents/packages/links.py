"""Every relationship of a package, and what can be reached from where (ECMA-376 part 2, 6.5)."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from generator.documents.packages.escapes import quoteattr
from generator.documents.packages.package import Package
from generator.documents.packages.parsing import parse
from generator.documents.packages.relations import relations_name, resolve

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
)
_FOLDER = "_rels"


@dataclass(frozen=True, slots=True)
class Link:
    """A relationship: `written` as it stands there, `target` the member, empty when outside."""

    id: str
    type: str
    written: str
    target: str

    @property
    def kind(self) -> str:
        """The last word of the type: "slide", "chart"."""
        return self.type.rsplit("/", 1)[-1]

    def led_to(self, part: str, target: str) -> Link:
        """The same relationship of `part` leading to another member."""
        if target == self.target:
            return self
        written = posixpath.relpath(target, posixpath.dirname(part))
        return replace(self, written=written, target=target)


Links = Mapping[str, tuple[Link, ...]]


def read_links(package: Package) -> Links:
    """The relationships of every part that has any; those of the package itself under ``""``."""
    parts = map(owner_of, package.members)
    return {part: _read(package, part) for part in parts if part is not None}


def owner_of(name: str) -> str | None:
    """The part whose relationships a member holds; None for one that holds none."""
    folder, file = posixpath.split(name)
    if posixpath.basename(folder) != _FOLDER or not file.endswith(".rels"):
        return None
    return posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))


def read_part_links(package: Package, part: str) -> tuple[Link, ...]:
    """The relationships of one part, none when it has no part for them."""
    return _read(package, part) if relations_name(part) in package else ()


def _read(package: Package, part: str) -> tuple[Link, ...]:
    return links_in(package, part, package.read(relations_name(part)))


def links_in(package: Package, part: str, xml: bytes) -> tuple[Link, ...]:
    """The relationships of a part that `xml` holds."""
    folder = posixpath.dirname(part)
    links = []
    for node in parse(xml, package.place):
        written = node.get("Target", "")
        outside = node.get("TargetMode") == "External"
        target = "" if outside else package.named(resolve(folder, written.partition("#")[0]))
        links.append(Link(node.get("Id", ""), node.get("Type", ""), written, target))
    return tuple(links)


def write_links(links: Iterable[Link]) -> bytes:
    """A relationships part."""
    text = "".join(
        f"<Relationship Id={quoteattr(link.id)} Type={quoteattr(link.type)}"
        f" Target={quoteattr(link.written)}{'' if link.target else _OUTSIDE}/>"
        for link in links
    )
    return f"{_HEAD}{text}</Relationships>".encode()


_OUTSIDE = ' TargetMode="External"'


def reached(links: Links, start: str, follows: Callable[[Link], bool]) -> tuple[str, ...]:
    """`start` and every part that it leads to over links that `follows` agrees to, each once."""
    found = {start: None}
    waiting = [start]
    while waiting:
        for link in links.get(waiting.pop(), ()):
            if link.target and link.target not in found and follows(link):
                found[link.target] = None
                waiting.append(link.target)
    return tuple(found)
