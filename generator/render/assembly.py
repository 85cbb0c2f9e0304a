"""One document put together: the program's text settled, new parts added, properties written."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from generator.documents.anchors import Listed, tag_part
from generator.documents.core import (
    CORE_PART,
    CORE_RELATION,
    CORE_TYPE,
    change_core,
    write_core,
)
from generator.documents.escapes import escape
from generator.documents.kinds import Kind
from generator.documents.late import settle
from generator.documents.package import Member
from generator.documents.strict import strictly
from generator.model import FactpackError, Place, Problem, Use, error
from generator.render.parts import Parts
from generator.render.script import CORE_FIELD
from generator.render.template import Template
from generator.render.writer import Drawn, Writer

if TYPE_CHECKING:
    from generator.documents.chart_look import ChartLook
    from generator.model import ChartSpec

    Fill = Callable[[str, str, ChartSpec, ChartLook, Place], str | None]

_QUOTE = {'"': "&quot;"}
_CELL = re.compile(r", row (\d+), column (\d+)$")


class Assembly:
    """The members of one document, from the program's text and what the writer noted."""

    def __init__(
        self, template: Template, writer: Writer, base: str, look: ChartLook | None, kind: Kind
    ) -> None:
        self.template, self.writer, self.base, self.look = template, writer, base, look
        self.parts = Parts(template.package, template.office.kind, kind)
        self.fresh: Iterator[int] = itertools.count(template.highest_id + 1)
        self.tag_lists: dict[tuple[int, int], str] = {}
        self.problems: list[Problem] = []

    def members(
        self, done: Mapping[str, str | Member], core: Mapping[str, str], when: datetime | None
    ) -> dict[str, bytes | Member]:
        """Every member that differs from the template's. Raises FactpackError."""
        fields: dict[str, str] = {}
        self.fill_charts(self.parts, 0)
        for name, text in done.items():
            if isinstance(text, Member):
                self.parts.members[name] = text
            elif name.startswith(CORE_FIELD):
                fields[name.removeprefix(CORE_FIELD)] = text
            else:
                self.parts.members[name] = self.settled(self.parts, name, text).encode()
        self._write_tag_lists()
        fields.update(core)
        self._write_core(fields, when)
        if self.problems:
            raise FactpackError(self.problems)
        members = self.parts.finish()
        return strictly(members) if self.template.office.strict else members

    def _write_core(self, fields: Mapping[str, str], when: datetime | None) -> None:
        """The core properties; without a time and without new fields they stay as they are."""
        name = self.template.office.core
        if when is None and name and fields:
            known = self.template.package.read(name)
            spot = Place(self.template.file, None, "properties")
            self.parts.members[name] = change_core(known, fields, spot)
        elif when is not None or fields:
            self.parts.members[name or CORE_PART] = write_core(
                {**self.template.core, **fields}, when
            )
        if not name and CORE_PART in self.parts.members:
            self.parts.add_override(CORE_PART, CORE_TYPE)
            self.parts.relate_package(CORE_RELATION, CORE_PART)

    # -- charts and pictures -----------------------------------------------------------------

    def fill_charts(self, parts: Parts, slide: int) -> None:
        """Give the charts of a slide (0: all there are) their data, those apart that come late."""
        for drawn in self.writer.drawn_on(slide):
            drawing = drawn.place.drawing
            if drawn.spec is not None and drawing is not None and not drawing.late:
                part = self.template.parts[drawn.place.part]
                self.fill(parts.fill_chart, part, drawing.relation, drawn)

    def fill(self, fill: Fill, part: str, relation: str, drawn: Drawn) -> str:
        """The relation that `fill` gives; any problem is noted."""
        spot = Place(self.template.file, None, drawn.place.where)
        drawing, spec = drawn.place.drawing, drawn.spec
        assert drawing is not None
        assert spec is not None
        if self.look is None:
            problem = error(spot, "A chart needs a theme.", "Give the look of charts.")
            self.problems.append(problem)
            return relation
        try:
            return fill(part, relation, spec, self.look.sized(*drawing.size), spot) or relation
        except FactpackError as refused:
            self.problems += refused.problems
            return relation

    # -- late marks --------------------------------------------------------------------------

    def settled(self, parts: Parts, part: str, text: str, slide: int = 0) -> str:
        """The text of a part without late marks; what it draws goes to `parts`."""
        names: dict[str, int] = {}
        drawings = _Drawings(self, parts, part)

        def answer(code: str, row: int, column: int) -> str:
            kind = code[0]
            if kind == "f":
                self.writer.settle_cell(int(code[1:]), row, column)
                return ""
            if kind in "weg":
                return drawings.answer(kind, code[1:])
            shape = (slide, int(code[1:]))
            keys = [self.writer.uses[use].key for use in self.writer.by_shape.get(shape, ())]
            if kind == "n":
                name = self._shape_name(shape[1], keys, names)
                self.writer.settle_shape(shape, name)
                return escape(name, _QUOTE)
            return self._tag_list(parts, part, shape, keys)

        return settle(text, self.template.office.words, self.fresh, answer)

    def _shape_name(self, number: int, keys: list[str], names: dict[str, int]) -> str:
        """``fact:key`` where a shape shows one fact; its own name where it shows more or none."""
        if len(set(keys)) != 1:
            return self.template.shapes[number].name
        name = f"fact:{keys[0]}"
        names[name] = names.get(name, 0) + 1
        return name if names[name] == 1 else f"{name} {names[name]}"

    def _tag_list(self, parts: Parts, part: str, shape: tuple[int, int], keys: list[str]) -> str:
        """The reference to a tag part, for a shape that shows more than one fact."""
        if len(set(keys)) < 2:
            return ""
        id, self.tag_lists[shape] = parts.add_tags(part)
        return f'<p:custDataLst><p:tags r:id="{id}"/></p:custDataLst>'

    def _write_tag_lists(self) -> None:
        for shape, member in self.tag_lists.items():
            listed = [_listed(self.writer.uses[use]) for use in self.writer.by_shape[shape]]
            self.parts.members[member] = tag_part(self.base, listed)


class _Drawings:
    """The charts and pictures of one part that come late, in the order of their marks.

    ``w3`` tells what the next drawing shows, ``grId7`` and ``erId7`` ask for the relation of the
    chart or picture that had this one in the template.
    """

    def __init__(self, assembly: Assembly, parts: Parts, part: str) -> None:
        self.assembly, self.parts, self.part = assembly, parts, part
        self.next: Drawn | None = None
        self.seen: set[str] = set()

    def answer(self, kind: str, code: str) -> str:
        if kind == "w":
            self.next = self.assembly.writer.drawn[int(code)]
            return ""
        drawn, self.next = self.next, None
        return self._chart(code, drawn) if kind == "g" else self._picture(code, drawn)

    def _picture(self, relation: str, drawn: Drawn | None) -> str:
        picture = None if drawn is None else drawn.picture
        return relation if picture is None else self.parts.add_picture(self.part, picture.data)

    def _chart(self, relation: str, drawn: Drawn | None) -> str:
        """The template's chart for the first frame, a copy for every other."""
        copy = relation in self.seen
        self.seen.add(relation)
        if drawn is not None and drawn.spec is not None:
            fill = self.parts.fill_copy if copy else self.parts.fill_chart
            return self.assembly.fill(fill, self.part, relation, drawn)
        return self.parts.copy_chart(self.part, relation) if copy else relation


def _listed(use: Use) -> Listed:
    cell = _CELL.search(use.place.where)
    row, column = (int(cell[1]), int(cell[2])) if cell else (0, 0)
    return Listed(use.key, use.text, use.ordinal, row, column)
