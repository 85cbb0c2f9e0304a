"""The figures that a document shows, noted as they are written and placed when it is done.

Loops and conditions move what stands in them, and a macro's figures are written before they are
shown: only the finished text says what is where, in which order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.documents.skeletons.late import mark
from generator.model import Place

if TYPE_CHECKING:
    from generator.documents.located import Found
    from generator.documents.packages.package import Member
    from generator.model import Said, Use

_TAIL = re.compile(r", (?:alternative text of .*|field|property)$", re.S)
_POINTS = ("chart", "picture")


class Note:
    """A figure that was written: where, in which shape, and its number there or its control's id.

    It `waits` as long as it was not seen in the finished text.
    """

    __slots__ = ("ordinal", "said", "shape", "waits", "where")

    def __init__(self, said: Said, where: str, shape: str, ordinal: int, waits: bool) -> None:
        self.said, self.where, self.shape = said, where, shape
        self.ordinal, self.waits = ordinal, waits


@dataclass(slots=True)
class Noted:
    """All figures of one document.

    `by_shape` are those of each shape, by slide and number; `references` the places of footnotes
    and endnotes, by kind and id.
    """

    notes: list[Note] = field(default_factory=list)
    by_shape: dict[tuple[int, int], list[int]] = field(default_factory=dict)
    references: dict[tuple[str, int], str] = field(default_factory=dict)
    waiting: int = 0
    _controls: dict[int, int] = field(default_factory=dict)
    _groups: dict[int, int] = field(default_factory=dict)
    _order: list[int] = field(default_factory=list)
    _parts: list[tuple[str | Member, str]] = field(default_factory=list)
    _texts_of_notes: list[tuple[str, str]] = field(default_factory=list)

    def note(self, said: Said, where: str, shape: str = "", ordinal: int = 0) -> int:
        """One more figure; its number."""
        self.notes.append(Note(said, where, shape, ordinal, False))
        return len(self.notes) - 1

    def control(self, said: Said, where: str, id: int) -> None:
        """One more figure, in the content control of this id."""
        self._controls[id] = len(self.notes)
        self.notes.append(Note(said, where, "", id, True))
        self.waiting += 1

    def mark(self, figure: int, word: str, count: int = 1) -> str:
        """What finds the figure, and those after it, again: ``u`` in Word, ``f`` on slides."""
        self._groups[figure] = count
        self.waiting += count
        for note in self.notes[figure : figure + count]:
            note.waits = True
        return mark(f"{word}{figure}")

    def of_shape(self, shape: tuple[int, int]) -> list[Note]:
        """The figures of a shape."""
        return [self.notes[figure] for figure in self.by_shape.get(shape, ())]

    # -- when a part is done ---------------------------------------------------------------------

    def stand_in(self, text: str | Member, title: str) -> None:
        """Figures may stand in this finished part, called `title`, of a Word file."""
        if self.waiting:
            self._parts.append((text, title))

    def stand_in_notes(self, texts: Iterable[str], kind: str) -> None:
        """Figures may stand in these footnotes or endnotes."""
        if self.waiting:
            self._texts_of_notes += [(text, kind) for text in texts]

    def _place(self) -> None:
        """Find all figures that wait in parts and notes; these stand where their references do."""
        from generator.documents.located import NOTE_ID, NOTES, locate
        from generator.documents.packages.package import unpacked

        for text, title in self._parts:
            whole = text if isinstance(text, str) else unpacked(text).decode()
            self._found(locate(whole, title))
        for text, kind in self._texts_of_notes:
            for note in NOTES[kind].findall(text):
                id = NOTE_ID.search(note)
                place = self.references.get((kind, int(id[1]))) if id else None
                self._found(locate(note, place or f"{kind}s"))
        self._parts, self._texts_of_notes = [], []

    def _found(self, figures: Iterable[Found]) -> None:
        """Figures of a Word part that are there, in their order."""
        for kind, number, where in figures:
            if kind == "control":
                if number in self._controls:
                    self._see(self._controls[number], where)
            elif kind == "mark":
                for figure in range(number, number + self._groups[number]):
                    self._see(figure, where + _tail(self.notes[figure]))
            else:
                self.references[kind, number] = where

    def found_on_slide(self, lines: Mapping[int, int]) -> None:
        """Figures of a slide that are there, each with the number of its paragraph."""
        for figure, line in lines.items():
            note = self.notes[figure]
            note.waits = False
            where = note.where.partition(", paragraph ")[0]
            note.where = f"{where}, paragraph {line}" if line else where

    def set_cell(self, figure: int, row: int, column: int) -> None:
        """Note the cell of a slide's table in which a figure turned out to stand."""
        note = self.notes[figure]
        note.where = f"{note.where.partition(', row ')[0]}, row {row}, column {column}"

    def uses(self, file: str) -> Iterator[Use]:
        """What the document in `file` shows, in reading order as far as that is known."""
        from generator.model import Use

        self._place()
        order = list(range(len(self.notes)))
        for slot, figure in zip(sorted(self._order), self._order, strict=True):
            order[slot] = figure
        for note in map(self.notes.__getitem__, order):
            said = note.said
            if not note.waits:
                yield Use(
                    said.key, said.text, said.part, Place(file, None, note.where),
                    said.statements, note.shape, note.ordinal, said.says_stale, said.tone,
                )  # fmt: skip

    def _see(self, figure: int, where: str) -> None:
        note = self.notes[figure]
        if note.waits:
            note.waits, note.where = False, where
            self.waiting -= 1
            self._order.append(figure)


def _tail(note: Note) -> str:
    """What a place in words ends with where the figure stands in no run."""
    if note.said.part in _POINTS:
        return f", {note.said.part}"
    tail = _TAIL.search(note.where)
    return tail[0] if tail else ""
