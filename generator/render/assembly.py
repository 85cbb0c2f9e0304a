"""One document put together: the program's text settled, new parts added, properties written."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from xml.sax.saxutils import escape

from generator.documents.anchors import Listed, tag_part
from generator.documents.chart import ChartLook
from generator.documents.core import CORE_PART, CORE_RELATION, CORE_TYPE, write_core
from generator.documents.late import settle
from generator.documents.package import Member
from generator.model import ChartSpec, FactpackError, Place, Problem, Use, error
from generator.render.output import Output
from generator.render.parts import Parts
from generator.render.script import CORE_FIELD
from generator.render.template import Template
from generator.render.writer import Writer

_QUOTE = {'"': "&quot;"}
_CELL = re.compile(r", row (\d+), column (\d+)$")


class Assembly:
    """The members of one document, from the program's text and what the writer noted."""

    def __init__(
        self, template: Template, writer: Writer, base: str, look: ChartLook | None
    ) -> None:
        self.template, self.writer, self.base, self.look = template, writer, base, look
        self.parts = Parts(template.package)
        self.fresh: Iterator[int] = itertools.count(template.highest_id + 1)
        self.tag_lists: dict[int, str] = {}

    def members(
        self, output: Output, core: Mapping[str, str], when: datetime
    ) -> dict[str, bytes | Member]:
        """Every member that differs from the template's."""
        fields = dict(self.template.core)
        pictures = self._fill_drawings()
        for name, text in output.finish().items():
            if isinstance(text, Member):
                self.parts.members[name] = text
            elif name.startswith(CORE_FIELD):
                fields[name.removeprefix(CORE_FIELD)] = text
            else:
                self.parts.members[name] = self._settle(name, text, pictures).encode()
        self._write_tag_lists()
        fields.update(core)
        self._write_core(fields, when)
        return self.parts.finish()

    def _write_core(self, fields: Mapping[str, str], when: datetime) -> None:
        self.parts.members[CORE_PART] = write_core(fields, when)
        if CORE_PART not in self.template.package:
            self.parts.add_override(CORE_PART, CORE_TYPE)
            self.parts.relate_package(CORE_RELATION, CORE_PART)

    # -- charts and pictures -----------------------------------------------------------------

    def _fill_drawings(self) -> dict[str, Iterator[str]]:
        """Charts get their data; the new relations of pictures, by the mark that asks for them."""
        problems: list[Problem] = []
        relations: dict[str, list[str]] = {}
        for drawn in self.writer.drawn:
            place, drawing = drawn.place, drawn.place.drawing
            assert drawing is not None
            part = self.template.parts[place.part]
            spot = Place(self.template.file, None, place.where)
            if drawn.picture is not None:
                id = self.parts.add_picture(part, drawn.picture.data)
                relations.setdefault(f"e{place.number}", []).append(id)
            elif drawn.spec is not None:
                problems += self._fill(part, drawing.relation, drawn.spec, drawing.size, spot)
        if problems:
            raise FactpackError(problems)
        return {code: iter(ids) for code, ids in relations.items()}

    def _fill(
        self, part: str, relation: str, spec: ChartSpec, size: tuple[float, float], spot: Place
    ) -> tuple[Problem, ...]:
        if self.look is None:
            return (error(spot, "A chart needs a theme.", "Give the look of charts."),)
        try:
            self.parts.fill_chart(part, relation, spec, self.look.sized(*size), spot)
        except FactpackError as refused:
            return refused.problems
        return ()

    # -- late marks --------------------------------------------------------------------------

    def _settle(self, part: str, text: str, pictures: Mapping[str, Iterator[str]]) -> str:
        names: dict[str, int] = {}

        def answer(code: str, row: int, column: int) -> str:
            kind = code[0]
            if kind == "f":
                self.writer.settle_cell(int(code[1:]), row, column)
                return ""
            if kind == "e":
                return next(pictures[code])
            number = int(code[1:])
            keys = [self.writer.uses[use].key for use in self.writer.by_shape.get(number, ())]
            if kind == "n":
                name = self._shape_name(number, keys, names)
                self.writer.settle_shape(number, name)
                return escape(name, _QUOTE)
            return self._tag_list(part, number, keys)

        return settle(text, self.template.office.words, self.fresh, answer)

    def _shape_name(self, number: int, keys: list[str], names: dict[str, int]) -> str:
        """``fact:key`` where a shape shows one fact; its own name where it shows more or none."""
        if len(set(keys)) != 1:
            return self.template.shapes[number].name
        name = f"fact:{keys[0]}"
        names[name] = names.get(name, 0) + 1
        return name if names[name] == 1 else f"{name} {names[name]}"

    def _tag_list(self, part: str, number: int, keys: list[str]) -> str:
        """The reference to a tag part, for a shape that shows more than one fact."""
        if len(set(keys)) < 2:
            return ""
        id, self.tag_lists[number] = self.parts.add_tags(part)
        return f'<p:custDataLst><p:tags r:id="{id}"/></p:custDataLst>'

    def _write_tag_lists(self) -> None:
        for number, member in self.tag_lists.items():
            listed = [_listed(self.writer.uses[use]) for use in self.writer.by_shape[number]]
            self.parts.members[member] = tag_part(self.base, listed)


def _listed(use: Use) -> Listed:
    cell = _CELL.search(use.place.where)
    row, column = (int(cell[1]), int(cell[2])) if cell else (0, 0)
    return Listed(use.key, use.text, use.ordinal, row, column)
