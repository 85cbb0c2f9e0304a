"""Parts that come with a sub-document: pictures once, charts with their workbooks, SmartArt, OLE.

A part keeps the ids of its own relationships, so its content goes over as it is; only names
change, and the relationships of the host's parts are added to.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from generator.documents.packages.escapes import quoteattr
from generator.documents.packages.package import Package
from generator.documents.packages.parsing import parse
from generator.documents.packages.relations import add_relations, add_types, relations_name
from generator.documents.packages.zipping import CONTENT_TYPES
from generator.documents.subdocuments.links import (
    Link,
    Types,
    drawing_relation,
    extension,
    read_links,
    read_types,
    rename_drawing,
)
from generator.documents.subdocuments.xml import before_end

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

_Key = tuple[str, str, bool]


@dataclass(slots=True)
class Cargo:
    """New members, relationships and content types of one document."""

    host: Package
    folder: str
    members: dict[str, bytes] = field(default_factory=dict)
    _types: Types | None = None
    _relations: dict[str, dict[_Key, str]] = field(default_factory=dict)
    _new: dict[str, list[Link]] = field(default_factory=dict)
    _defaults: dict[str, str] = field(default_factory=dict)
    _overrides: dict[str, str] = field(default_factory=dict)
    _by_size: dict[tuple[int, str], list[str]] | None = None

    def relate(self, part: str, type: str, target: str, external: bool = False) -> str:
        """The id of a part's relationship, which may have been there; new ids are the highest."""
        known = self._known(part)
        key = (type, target, external)
        if key not in known:
            new = Link(f"rId{_highest(known.values()) + 1}", type, target, external)
            self._new.setdefault(part, []).append(new)
            known[key] = new.id
        return known[key]

    def follow(
        self,
        source: Package,
        links: Mapping[str, Link],
        part: str,
        bookmarks: Mapping[str, str] | None = None,
    ) -> Callable[[str], str]:
        """What gives each relation of a sub-document's part its id in the host's `part`.

        `bookmarks` are those with new names, for links that lead to a place in the document.
        """
        types = read_types(source)

        def new_id(id: str) -> str:
            link = links[id]
            if link.target.startswith("#"):
                name = (bookmarks or {}).get(link.target[1:], link.target[1:])
                return self.relate(part, link.type, f"#{name}", link.external)
            if link.external:
                return self.relate(part, link.type, link.target, True)
            if link.kind == "diagramData":
                return self.relate(part, link.type, self._diagram(source, types, link, new_id))
            return self.relate(part, link.type, self._copy(source, types, link.target, {}))

        return new_id

    def add_part(self, part: str, kind: str, name: str, type: str, data: bytes) -> None:
        """A part that the host lacks, named by a relationship of `part`."""
        self.members[name] = data
        self._overrides[name] = type
        self.relate(part, OFFICE + kind, name)

    def free(self, folder: str, stem: str, ending: str) -> str:
        """A member's name that nothing has."""
        number = 1
        while (name := f"{folder}/{stem}{number}{ending}") in self.members or name in self.host:
            number += 1
        return name

    def finish(self, current: Callable[[str], bytes | None]) -> dict[str, bytes]:
        """The changed relationships and content types; the new parts are `members`.

        `current` gives what a member holds so far, None when there is no such member.
        """
        made: dict[str, bytes] = {}
        for part, links in self._new.items():
            name = relations_name(part)
            made[name] = before_end(
                current(name) or add_relations(None, ()), _relations_text(part, links)
            )
        if self._defaults or self._overrides:
            types = current(CONTENT_TYPES) or self.host.read(CONTENT_TYPES)
            made[CONTENT_TYPES] = add_types(types, self._defaults.items(), self._overrides.items())
        return made

    # -- copies ------------------------------------------------------------------------------

    def _copy(self, source: Package, types: Types, name: str, done: dict[str, str]) -> str:
        """A part and all that hangs on it under names of this document; the part's name."""
        if name in done:
            return done[name]
        data, type = source.read(name), types.of(name)
        if type.startswith("image/"):
            done[name] = self._picture(name, data, type)
            return done[name]
        done[name] = self._place(name, data, type)
        links = [
            link
            if link.external or link.target.startswith("#")
            else Link(link.id, link.type, self._copy(source, types, link.target, done), False)
            for link in read_links(source, name).values()
        ]
        if links:
            self.members[relations_name(done[name])] = before_end(
                add_relations(None, ()), _relations_text(done[name], links)
            )
        return done[name]

    def _diagram(
        self, source: Package, types: Types, link: Link, new_id: Callable[[str], str]
    ) -> str:
        """A SmartArt's data part: it names its drawing by a relation of the document."""
        name = self._copy(source, types, link.target, {})
        root = parse(self.members[name], source.place)
        if drawing := drawing_relation(root):
            rename_drawing(root, new_id(drawing))
            self.members[name] = etree.tostring(
                root, xml_declaration=True, encoding="UTF-8", standalone=True
            )
        return name

    def _picture(self, name: str, data: bytes, type: str) -> str:
        """Identical pictures are kept once, the host's own among them."""
        same = self._pictures().setdefault((len(data), type), [])
        for known in same:
            if (self.members.get(known) or self.host.read(known)) == data:
                return known
        same.append(self._place(name, data, type))
        return same[-1]

    def _pictures(self) -> dict[tuple[int, str], list[str]]:
        """The pictures of the document by size and type; the host's are looked up once."""
        if self._by_size is None:
            self._by_size = {}
            for name, member in self.host.members.items():
                type = self._host_types().of(name)
                if type.startswith("image/"):
                    self._by_size.setdefault((member.size, type), []).append(name)
        return self._by_size

    def _place(self, name: str, data: bytes, type: str) -> str:
        """Put a member's bytes under a free name in the folder of its kind."""
        folder = posixpath.join(self.folder, posixpath.basename(posixpath.dirname(name)))
        ending = posixpath.splitext(name)[1]
        placed = self.free(folder, "included", ending)
        self.members[placed] = data
        known = self._host_types().defaults.get(extension(name))
        known = self._defaults.get(extension(name), known)
        if known is None and ending.lower() != ".xml":
            self._defaults[extension(name)] = type
        elif known != type:
            self._overrides[placed] = type
        return placed

    # -- helpers -----------------------------------------------------------------------------

    def _host_types(self) -> Types:
        if self._types is None:
            self._types = read_types(self.host)
        return self._types

    def _known(self, part: str) -> dict[_Key, str]:
        if part not in self._relations:
            self._relations[part] = {
                (link.type, link.target, link.external): link.id
                for link in read_links(self.host, part).values()
            }
        return self._relations[part]


def _highest(ids: Iterable[str]) -> int:
    numbers = (id[3:] for id in ids if id.startswith("rId"))
    return max((int(number) for number in numbers if number.isdigit()), default=0)


def _relations_text(part: str, links: Iterable[Link]) -> str:
    folder = posixpath.dirname(part)
    return "".join(
        f"<Relationship Id={quoteattr(link.id)} Type={quoteattr(link.type)}"
        f" Target={quoteattr(_target(folder, link))}"
        f"{' TargetMode=' + quoteattr('External') if link.external else ''}/>"
        for link in links
    )


def _target(folder: str, link: Link) -> str:
    if link.external or link.target.startswith("#"):
        return link.target
    return posixpath.relpath(link.target, folder)
