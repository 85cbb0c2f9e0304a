"""New and changed parts of one document: charts with new data, pictures, tag lists."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.documents.anchors import TAGS_RELATION, TAGS_TYPE
from generator.documents.chart_copies import copied
from generator.documents.kinds import Kind, retyped
from generator.documents.package import Member, Package
from generator.documents.part_links import Link, Links, read_links, write_links
from generator.documents.relations import (
    Relation,
    add_relations,
    add_types,
    read_relations,
    relations_name,
)
from generator.documents.zipping import CONTENT_TYPES
from generator.model import FactpackError, Place, error

if TYPE_CHECKING:
    from generator.documents.chart_look import ChartLook
    from generator.model import ChartSpec

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_DEFAULTS = (("png", "image/png"), ("xlsx", _WORKBOOK_TYPE))


@dataclass(slots=True)
class Parts:
    """The members that a document changes or adds, gathered while it is made.

    `own` is the template's kind, `made` that of the document.
    """

    package: Package
    own: Kind
    made: Kind
    members: dict[str, bytes | Member] = field(default_factory=dict)
    _relations: dict[str, list[tuple[str, str, str]]] = field(default_factory=dict)
    _extensions: set[str] = field(default_factory=set)
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
        from generator.documents.chart import refill_chart

        name = self._target(part, relation)
        if name not in self.package:
            raise _refused(place, "The chart's part is missing.", "Insert the chart again.")
        if name in self._filled:
            if self._filled[name] != spec:
                problem = "One chart is asked to show two different sets of data."
                raise _refused(place, problem, "Copy the chart in Office, one for each place.")
            return
        self._filled[name] = spec
        made = refill_chart(self.package.read(name), spec, look, place)
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
        from generator.documents.chart import refill_chart

        chart = self._target(part, relation)
        made = refill_chart(self.package.read(chart), spec, look, place)
        copy = self._copy(chart)
        self.members[copy] = made.xml
        self.members[self._workbook(copy, made.relation)] = made.workbook
        return self._relate(part, _OFFICE + "chart", copy)

    def add_picture(self, part: str, data: bytes) -> str:
        """A picture of a part's own; identical ones are kept once. The relation's id."""
        folder = posixpath.join(posixpath.dirname(part).split("/")[0], "media")
        return self._relate(part, _OFFICE + "image", self._media(folder, data))

    def add_tags(self, part: str) -> tuple[str, str]:
        """A tag part of a slide, to be filled later: the relation's id and the member's name."""
        name = self._free("ppt/tags/factpack{}.xml")
        self.members[name] = b""
        self._overrides.append((name, TAGS_TYPE))
        return self._relate(part, TAGS_RELATION, name), name

    def finish(self) -> dict[str, bytes | Member]:
        """All members that differ from the template's, relations and content types with them."""
        for part, added in self._relations.items():
            name = relations_name(part)
            known = self.package.read(name) if name in self.package else self._own_links(part)
            self.members[name] = add_relations(known, added)
        for part, links in self._copied.items():
            if links and part not in self._relations:
                self.members[relations_name(part)] = write_links(links)
        types = self.package.read(CONTENT_TYPES)
        defaults = [pair for pair in _DEFAULTS if pair[0] in self._extensions]
        wanted = add_types(retyped(types, self.own, self.made), defaults, self._overrides)
        if wanted != types:
            self.members[CONTENT_TYPES] = wanted
        return self.members

    def add_override(self, name: str, kind: str) -> None:
        """Declare the content type of a part that the template does not have."""
        self._overrides.append((name, kind))

    def relate_package(self, kind: str, name: str) -> None:
        """A relationship of the package itself."""
        self._relations.setdefault("", []).append((f"rIdFp{len(self._relations)}", kind, name))

    # -- helpers -----------------------------------------------------------------------------

    def _own_links(self, part: str) -> bytes | None:
        return write_links(self._copied[part]) if part in self._copied else None

    def _media(self, folder: str, data: bytes) -> str:
        """The member that holds a picture."""
        name = next((n for n, known in self.members.items() if known == data), "")
        if not name:
            name = self._free(posixpath.join(folder, "factpack{}.png"))
            self.members[name] = data
            self._extensions.add("png")
        return name

    def _copy(self, chart: str) -> str:
        """A copy of a chart with all that is its own."""
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
        return read_relations(self.package, part)

    def _workbook(self, chart: str, relation: str) -> str:
        """The member that holds a chart's workbook, a new one when it had none."""
        own = self._copied.get(chart, ())
        name = next((k.target for k in own if k.id == relation), self._target(chart, relation))
        if name in self.package or name in self.members:
            return name
        folder = posixpath.join(posixpath.dirname(posixpath.dirname(chart)), "embeddings")
        name = self._free(posixpath.join(folder, "factpack{}.xlsx"))
        self._extensions.add("xlsx")
        self._add_relation(chart, relation, _OFFICE + "package", name)
        return name

    def _free(self, pattern: str) -> str:
        number = 1
        while (name := pattern.format(number)) in self.members or name in self.package:
            number += 1
        return name

    def _relate(self, part: str, kind: str, name: str) -> str:
        known = {r.id for r in self._known(part)}
        own = self._relations.get(part, [])
        for id, _, target in own:
            if target == posixpath.relpath(name, posixpath.dirname(part)):
                return id
        number = len(own) + 1
        while (id := f"rIdFp{number}") in known:
            number += 1
        self._add_relation(part, id, kind, name)
        return id

    def _add_relation(self, part: str, id: str, kind: str, name: str) -> None:
        target = posixpath.relpath(name, posixpath.dirname(part))
        self._relations.setdefault(part, []).append((id, kind, target))


def _refused(place: Place, problem: str, step: str) -> FactpackError:
    return FactpackError([error(place, problem, step)])
