"""One document put together: the program's text settled, new parts added, properties written."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from generator.documents.anchors import Listed, tag_part
from generator.documents.located import locate_lines, without_marks
from generator.documents.packages.core import (
    CORE_PART,
    CORE_RELATION,
    CORE_TYPE,
    change_core,
    write_core,
)
from generator.documents.packages.escapes import escape
from generator.documents.packages.package import Member
from generator.documents.skeletons.late import LATER, mark, settle
from generator.documents.vocabulary import WORD
from generator.model import FactpackError, Place, Problem
from generator.render.forgotten import Forgotten, missing
from generator.render.output import CORE_FIELD

if TYPE_CHECKING:
    from generator.documents.charts.look import ChartLook
    from generator.model import ChartSpec
    from generator.render.gains import Gains
    from generator.render.noted import Note
    from generator.render.parts import Parts
    from generator.render.replacing import Replacements
    from generator.render.rich_writer import Frame
    from generator.render.template import Template
    from generator.render.writer import Drawn, Writer

    Fill = Callable[[str, str, ChartSpec, ChartLook, Place], str | None]

_QUOTE = {'"': "&quot;"}
_CHART, _PICTURE = frozenset("wg"), frozenset("Eexs")
_CELL = re.compile(r", row (\d+), column (\d+)(?:, paragraph \d+)?$")


class Assembly:
    """The members of one document, from the program's text and what the writer noted.

    `stories` are its parts with text, and what each part's pictures and relations go to; `owners`
    tell to what a member of the template belongs.
    """

    def __init__(
        self,
        template: Template,
        writer: Writer,
        gains: Gains,
        base: str,
        look: ChartLook | None,
        replace: Replacements,
    ) -> None:
        self.template, self.writer, self.base, self.look = template, writer, base, look
        self.gains, self.parts, self.replace = gains, gains.parts, replace
        self.stories: Sequence[tuple[Parts, str]] = [
            (self.parts, name) for name in template.office.parts
        ]
        self.owners: Callable[[str], Sequence[Parts]] = lambda _: (self.parts,)
        self.forgotten = Forgotten(template)
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
                self._find(name, text)
            elif name.startswith(CORE_FIELD):
                fields[name.removeprefix(CORE_FIELD)] = text
            else:
                self.write(self.parts, name, text)
        self._write_tag_lists()
        fields.update(core)
        self._write_core(fields, when)
        if self.problems:
            raise FactpackError(self.problems)
        self.forgotten.prune_comments(self.parts)
        if self.replace:
            from generator.render.replacing import Replacing

            Replacing(
                self.template, self.parts, self.replace, self.stories, self.owners, self.forgotten
            ).apply()
        self._find_in_notes()
        return self.gains.finish(self.forgotten)

    def write(self, parts: Parts, name: str, text: str, slide: int = 0) -> None:
        """A part with its text settled; what it does not show any more is let go of."""
        whole = self.settled(parts, name, text, slide)
        if self.template.office.words is WORD:
            self._find(name, whole)
            whole = without_marks(whole)
        if name in self.template.ranged:
            from generator.documents.skeletons.ranges import in_pairs

            whole = in_pairs(whole)
        parts.members[name] = whole.encode()
        if loose := self.template.loose.get(name):
            self.forgotten.let_go(parts, name, missing(whole, loose))

    def _find(self, part: str, text: str | Member) -> None:
        """Figures of a Word part will be found in its finished text."""
        self.writer.noted.stand_in(text, self.template.office.parts.get(part, part))

    def _find_in_notes(self) -> None:
        """The same for footnotes and endnotes: they stand where their references do."""
        for kind, book in self.gains.books.items():
            self.writer.noted.stand_in_notes(book.texts, kind)
            book.texts[:] = map(without_marks, book.texts)

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
            if drawing is not None and not drawing.late:
                self.fill(parts.fill_chart, drawn.place.member, drawing.relation, drawn)

    def fill(self, fill: Fill, part: str, relation: str, drawn: Drawn) -> str:
        """The relation that `fill` gives; any problem is noted."""
        spot = Place(self.template.file, None, drawn.place.where)
        drawing, spec = drawn.place.drawing, drawn.spec
        assert drawing is not None
        look = (self.look or _plain_look()).sized(*drawing.size)
        try:
            return fill(part, relation, spec, look, spot) or relation
        except FactpackError as refused:
            self.problems += refused.problems
            return relation

    # -- late marks --------------------------------------------------------------------------

    def settled(self, parts: Parts, part: str, text: str, slide: int = 0) -> str:
        """The text of a part without late marks; what it draws goes to `parts`."""
        names: dict[str, int] = {}
        charts, pictures = _Charts(self, parts, part), _Pictures(self, parts)

        noted = self.writer.noted

        def answer(code: str, row: int, column: int) -> str:
            kind = code[0]
            if kind == "f":
                if row:
                    noted.set_cell(int(code[1:]), row, column)
                return mark(code)
            if kind in _CHART:
                return charts.answer(kind, code[1:])
            if kind in _PICTURE:
                return pictures.answer(kind, int(code[1:]))
            if kind in LATER:
                return mark(code)
            shape = (slide, int(code[1:]))
            keys = [note.said.key for note in noted.of_shape(shape)]
            if kind == "n":
                name = self._shape_name(shape[1], keys, names)
                for note in noted.of_shape(shape):
                    note.shape = name
                return escape(name, _QUOTE)
            return self._tag_list(parts, part, shape, keys)

        whole = settle(text, self.template.office.words, self.gains.fresh, answer)
        whole, lines = locate_lines(whole)
        noted.found_on_slide(lines)
        return self.gains.closed(parts, part, whole)

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
            listed = [_listed(note) for note in self.writer.noted.of_shape(shape)]
            self.parts.members[member] = tag_part(self.base, listed)


class _Charts:
    """The charts of one part that come late, in the order of their marks.

    ``w3`` tells what the next chart shows, ``grId7`` asks for the relation of the chart that had
    this one in the template.
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
        return self._chart(code, drawn)

    def _chart(self, relation: str, drawn: Drawn | None) -> str:
        """The template's chart for the first frame, a copy for every other."""
        copy = relation in self.seen
        self.seen.add(relation)
        if drawn is not None:
            fill = self.parts.fill_copy if copy else self.parts.fill_chart
            return self.assembly.fill(fill, self.part, relation, drawn)
        return self.parts.copy_chart(self.part, relation) if copy else relation


class _Pictures:
    """The frames of one part whose pictures may be replaced, in the order of their marks.

    ``E3`` tells what the next frame gets; ``e5``, ``x5``, ``s5`` ask for the relation, what Office
    keeps beside it and the cropping of the picture that place 5 describes.
    """

    def __init__(self, assembly: Assembly, parts: Parts) -> None:
        self.assembly, self.parts = assembly, parts
        self.frame: Frame | None = None

    def answer(self, kind: str, number: int) -> str:
        if kind == "E":
            self.frame = self.assembly.writer.rich.frames[number]
            return ""
        place, frame = self.assembly.template.places_by_number[number], self.frame
        drawing = place.drawing
        assert drawing is not None
        if kind == "e":
            return frame.relation if frame else drawing.relation
        if kind == "x":
            return "" if frame else drawing.extras
        self.frame = None  # the cropping comes last
        return frame.crop if frame else drawing.crop


def _listed(note: Note) -> Listed:
    cell = _CELL.search(note.where)
    row, column = (int(cell[1]), int(cell[2])) if cell else (0, 0)
    return Listed(note.said.key, note.said.text, note.ordinal, row, column)


def _plain_look() -> ChartLook:
    """How charts look where nobody says."""
    from generator.documents.charts.plain_look import PLAIN_LOOK

    return PLAIN_LOOK
