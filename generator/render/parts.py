"""New and changed parts of one document: charts with new data, pictures, links, tag lists."""

from __future__ import annotations

import posixpath
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.documents.anchors import TAGS_RELATION, TAGS_TYPE
from generator.documents.packages.kinds import Kind, retyped
from generator.documents.packages.links import read_links, read_part_links, write_links
from generator.documents.packages.relations import (
    NewRelation,
    add_relations,
    add_types,
    read_relations,
    relations_name,
)
from generator.documents.packages.zipping import CONTENT_TYPES
from generator.model import FactpackError, Place, error

if TYPE_CHECKING:
    from generator.documents.charts.look import ChartLook
    from generator.documents.packages.links import Link, Links
    from generator.documents.packages.package import Member, Package
    from generator.documents.packages.relations import Relation
    from generator.documents.values.images import Image
    from generator.model import ChartSpec

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(slots=True)
class Parts:
    """The members that a document changes or adds, gathered while it is made.

    `own` is the template's kind, `made` that of the document.
    """

    package: Package
    own: Kind
    made: Kind
    members: dict[str, bytes | Member] = field(default_factory=dict)
    _relations: dict[str, list[NewRelation]] = field(default_factory=dict)
    _known_relations: dict[str, tuple[Relation, ...]] = field(default_factory=dict)
    _taken: dict[str, set[str]] = field(default_factory=dict)
    _extensions: dict[str, str] = field(default_factory=dict)
    _pictures: dict[tuple[int, int], str] = field(default_factory=dict)
    _ids: dict[tuple[str, str, str], str] = field(default_factory=dict)
    _dropped: dict[str, set[str]] = field(default_factory=dict)
    _overrides: list[tuple[str, str]] = field(default_factory=list)
    _filled: dict[str, ChartSpec] = field(default_factory=dict)
    _copied: dict[str, tuple[Link, ...]] = field(default_factory=dict)
    _links: Links | None = None

    def fill_chart(
        self, part: str, relation: str, spec: ChartSpec, look: ChartLook, place: Place
    ) -> None:
        """Give the chart that `relation` of `part` leads to the data of a spec.

        Raises FactpackError when it cannot show it, or shows something else elsewhere.
        """
        from generator.documents.charts.chart import refill_chart

        name = self._target(part, relation)
        if name not in self.package:
            raise _refused(place, "The chart's part is missing.", "Insert the chart again.")
        if name in self._filled:
            if self._filled[name] != spec:
                problem = "One chart is asked to show two different sets of data."
                raise _refused(place, problem, "Copy the chart in Office, one for each place.")
            return
        self._filled[name] = spec
        made = refill_chart(self._loose(name), spec, look, place)
        self.members[name] = made.xml
        workbook = self._workbook(name, made.relation)
        if workbook in self.members:
            problem = "Two charts share one workbook."
            raise _refused(place, problem, "Insert one of the charts again.")
        self.members[workbook] = made.workbook

    def copy_chart(self, part: str, relation: str) -> str:
        """A chart of its own for a frame that is repeated, style and workbook too: its relation."""
        return self._relate(part, _OFFICE + "chart", self._copy(self._target(part, relation)))

    def fill_copy(
        self, part: str, relation: str, spec: ChartSpec, look: ChartLook, place: Place
    ) -> str:
        """Such a copy with the data of a spec. Raises FactpackError when it cannot show it."""
        from generator.documents.charts.chart import refill_chart

        chart = self._target(part, relation)
        made = refill_chart(self._loose(chart), spec, look, place)
        copy = self._copy(chart)
        self.members[copy] = made.xml
        self.members[self._workbook(copy, made.relation)] = made.workbook
        return self._relate(part, _OFFICE + "chart", copy)

    def add_picture(self, part: str, data: bytes, image: Image | None = None) -> str:
        """A picture of a part's own; identical ones are kept once. The relation's id."""
        return self._relate(part, _OFFICE + "image", self.picture(part, data, image))

    def picture(self, part: str, data: bytes, image: Image | None = None) -> str:
        """The member that holds a picture, beside the others of the part's kind."""
        extension, type = (image.extension, image.type) if image else ("png", "image/png")
        key = (zlib.crc32(data), len(data))
        name = self._pictures.get(key, "")
        if not name:
            name = self._pictures[key] = self._known_picture(*key, data)
        if not name or self._bytes(name) != data:
            folder = posixpath.join(posixpath.dirname(part).split("/")[0], "media")
            name = self._free(posixpath.join(folder, f"factpack{{}}.{extension}"))
            self.members[name] = data
            self._pictures[key] = name
            self._extensions[extension] = type
        return name

    def link(self, part: str, address: str) -> str:
        """The relation of an address outside the package."""
        return self._relate(part, _OFFICE + "hyperlink", address, outside=True)

    def relate(self, part: str, kind: str, name: str) -> str:
        """The relation of a part to another, by the last word of its type."""
        return self._relate(part, _OFFICE + kind, name)

    def drop(self, part: str, relation: str) -> None:
        """A relation of the template that nothing uses any more."""
        self._dropped.setdefault(part, set()).add(relation)

    def add_tags(self, part: str) -> tuple[str, str]:
        """A tag part of a slide, to be filled later: the relation's id and the member's name."""
        name = self._free("ppt/tags/factpack{}.xml")
        self.members[name] = b""
        self._overrides.append((name, TAGS_TYPE))
        return self._relate(part, TAGS_RELATION, name), name

    def finish(self) -> dict[str, bytes | Member]:
        """All members that differ from the template's, relations and content types among them."""
        for part in dict.fromkeys((*self._relations, *self._dropped)):
            name = relations_name(part)
            known = self.package.read(name) if name in self.package else self._own_links(part)
            left = known if part not in self._dropped else self._without_dropped(part, known)
            self.members[name] = add_relations(left, self._relations.get(part, ()))
        for part, links in self._copied.items():
            if links and part not in self._relations:
                self.members[relations_name(part)] = write_links(links)
        types = self.package.read(CONTENT_TYPES)
        wanted = retyped(types, self.own, self.made)
        wanted = add_types(wanted, self._extensions.items(), self._overrides)
        if wanted != types:
            self.members[CONTENT_TYPES] = wanted
        return self.members

    def add_override(self, name: str, kind: str) -> None:
        """Declare the content type of a part that the template does not have."""
        self._overrides.append((name, kind))

    def relate_package(self, kind: str, name: str) -> None:
        """A relationship of the package itself."""
        own = self._relations.setdefault("", [])
        own.append(NewRelation(f"rIdFp{len(own)}", kind, name))

    # -- helpers -----------------------------------------------------------------------------

    def _without_dropped(self, part: str, xml: bytes | None) -> bytes | None:
        """The relationships of a part without those that went."""
        from generator.documents.packages.orphans import without_relations

        return without_relations(xml, self._dropped[part])

    def _own_links(self, part: str) -> bytes | None:
        return write_links(self._copied[part]) if part in self._copied else None

    def _known_picture(self, crc: int, size: int, data: bytes) -> str:
        """The template's own member with these bytes, if it has them."""
        return next(
            (
                name
                for name, member in self.package.members.items()
                if (member.crc, member.size) == (crc, size)
                and "/media/" in name
                and self.package.read(name) == data
            ),
            "",
        )

    def _loose(self, chart: str) -> bytes:
        """A chart as it is filled; what is Strict goes out Strict in the end."""
        from generator.documents.packages.strict import MARK, to_loose

        xml = self.package.read(chart)
        return to_loose(xml.decode()).encode() if MARK in xml else xml

    def _bytes(self, name: str) -> bytes | Member | None:
        known = self.members.get(name)
        return self.package.read(name) if known is None else known

    def _copy(self, chart: str) -> str:
        """A copy of a chart with all that is its own."""
        from generator.documents.charts.copies import copied

        if self._links is None:
            self._links = read_links(self.package)
        copies = list(copied(self.package, self._links, chart, self._free))
        for copy in copies:
            self.members[copy.name] = copy.data
            self._copied[copy.name] = copy.links
            if copy.type:
                self._overrides.append((copy.name, copy.type))
        return copies[0].name

    def _target(self, part: str, relation: str) -> str:
        return next((r.target for r in self._known(part) if r.id == relation), "")

    def _known(self, part: str) -> tuple[Relation, ...]:
        if part not in self._known_relations:
            self._known_relations[part] = read_relations(self.package, part)
        return self._known_relations[part]

    def _workbook(self, chart: str, relation: str) -> str:
        """The member that holds a chart's workbook, a new one when it had none."""
        links = self._copied.get(chart, ())
        name = next((k.target for k in links if k.id == relation), self._target(chart, relation))
        if name in self.package or name in self.members:
            return name
        folder = posixpath.join(posixpath.dirname(posixpath.dirname(chart)), "embeddings")
        name = self._free(posixpath.join(folder, "factpack{}.xlsx"))
        self._extensions["xlsx"] = _WORKBOOK_TYPE
        target = posixpath.relpath(name, posixpath.dirname(chart))
        own = self._relations.setdefault(chart, [])
        own.append(NewRelation(relation, _OFFICE + "package", target))
        return name

    def _free(self, pattern: str) -> str:
        number = 1
        while (name := pattern.format(number)) in self.members or name in self.package:
            number += 1
        return name

    def _relate(self, part: str, kind: str, name: str, outside: bool = False) -> str:
        if known := self._ids.get((part, kind, name)):
            return known
        own = self._relations.setdefault(part, [])
        target = name if outside else posixpath.relpath(name, posixpath.dirname(part))
        if part not in self._taken:
            self._taken[part] = {link.id for link in read_part_links(self.package, part)}
        taken = self._taken[part]
        number = len(own) + 1
        while (id := f"rIdFp{number}") in taken:
            number += 1
        own.append(NewRelation(id, kind, target, outside))
        self._ids[part, kind, name] = id
        return id


def _refused(place: Place, problem: str, step: str) -> FactpackError:
    return FactpackError([error(place, problem, step)])
