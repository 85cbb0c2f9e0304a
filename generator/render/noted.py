"""The figures that a document shows, noted as they are written and placed when it is done.

Loops and conditions move what stands in them, and a macro's figures are written before they are
shown: only the finished text says what is where, in which order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.documents.skeletons.late import mark
from generator.model import Place

if TYPE_CHECKING:
    from generator.documents.located import Found
    from generator.model import Said, Use

_TAIL = re.compile(r", (?:alternative text of .*|field|property)$", re.S)
_POINTS = ("chart", "picture")


@dataclass(slots=True)
class Noted:
    """All uses of one document; those with an anchor or mark wait to be found.

    `by_shape` are the uses of each shape, by slide and number; `controls` those in content
    controls, by the controls' ids; `references` are the places of notes, by kind and id.
    """

    uses: list[Use] = field(default_factory=list)
    by_shape: dict[tuple[int, int], list[int]] = field(default_factory=dict)
    controls: dict[int, int] = field(default_factory=dict)
    references: dict[tuple[str, int], str] = field(default_factory=dict)
    _waiting: set[int] = field(default_factory=set)
    _order: list[int] = field(default_factory=list)
    _groups: dict[int, int] = field(default_factory=dict)

    def note(self, said: Said, spot: Place, shape: str = "", ordinal: int = 0) -> int:
        """One more figure; its number."""
        from generator.model import Use

        use = Use(
            said.key, said.text, said.part, spot, said.statements, shape, ordinal,
            said.says_stale, said.tone,
        )  # fmt: skip
        self.uses.append(use)
        return len(self.uses) - 1

    def control(self, use: int, id: int) -> None:
        """The figure stands in this content control."""
        self.controls[id] = use
        self._waiting.add(use)

    def mark(self, use: int, word: str, count: int = 1) -> str:
        """What finds the figure, and those after it, again: ``u`` in Word, ``f`` on slides."""
        self._groups[use] = count
        self._waiting.update(range(use, use + count))
        return mark(f"{word}{use}")

    # -- when a part is done ---------------------------------------------------------------------

    def found(self, figures: Iterable[Found]) -> None:
        """Figures of a Word part that are there, in their order."""
        for figure in figures:
            if figure.kind == "control":
                use = self.controls.get(figure.number)
                if use is not None and use in self._waiting:
                    self._place(use, figure.where)
            elif figure.kind == "mark":
                for use in range(figure.number, figure.number + self._groups[figure.number]):
                    self._place(use, figure.where + self._tail(use))
            else:
                self.references[figure.kind, figure.number] = figure.where

    @property
    def waits(self) -> bool:
        """Whether figures are still to be found."""
        return bool(self._waiting)

    def found_on_slide(self, lines: Mapping[int, int]) -> None:
        """Figures of a slide that are there, each with the number of its paragraph."""
        for use, line in lines.items():
            self._waiting.discard(use)
            where = self.uses[use].place.where.partition(", paragraph ")[0]
            self._move(use, f"{where}, paragraph {line}" if line else where)

    def set_cell(self, use: int, row: int, column: int) -> None:
        """Note the cell of a slide's table in which a figure turned out to stand."""
        where = self.uses[use].place.where.partition(", row ")[0]
        self._move(use, f"{where}, row {row}, column {column}")

    def set_shape(self, shape: tuple[int, int], name: str) -> None:
        """Note the name that a shape has got."""
        for use in self.by_shape.get(shape, ()):
            self.uses[use] = replace(self.uses[use], shape=name)

    def keys_of(self, shape: tuple[int, int]) -> list[str]:
        """The facts of a shape's figures."""
        return [self.uses[use].key for use in self.by_shape.get(shape, ())]

    def shown(self) -> list[Use]:
        """The figures that the document shows, in reading order as far as that is known."""
        uses = list(self.uses)
        for slot, use in zip(sorted(self._order), self._order, strict=True):
            uses[slot] = self.uses[use]
        return [use for slot, use in enumerate(uses) if slot not in self._waiting]

    def _place(self, use: int, where: str) -> None:
        if use in self._waiting:
            self._waiting.discard(use)
            self._order.append(use)
            self._move(use, where)

    def _move(self, use: int, where: str) -> None:
        known = self.uses[use]
        self.uses[use] = replace(known, place=Place(known.place.file, None, where))

    def _tail(self, use: int) -> str:
        known = self.uses[use]
        if known.part in _POINTS:
            return f", {known.part}"
        tail = _TAIL.search(known.place.where)
        return tail[0] if tail else ""
