"""What a text holds, piece by piece, before anything is known about its meaning."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from generator.language.numbers.drafts import Draft
from generator.language.texts.reading import Role


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the flat text and its role; a figure comes with its draft."""

    start: int
    end: int
    role: Role
    draft: Draft | None = None
    ordinal: int | None = None
    unit: str = ""


class Taken:
    """Stretches that belong to something already; they never overlap."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._starts: list[int] = []

    def add(self, pieces: Iterable[Piece]) -> None:
        """Take those stretches that are still free."""
        for piece in pieces:
            if self.meeting(piece.start, piece.end) is None:
                place = bisect_left(self._starts, piece.start)
                self._starts.insert(place, piece.start)
                self.pieces.insert(place, piece)

    def meeting(self, start: int, end: int) -> Piece | None:
        """The first piece that shares a character with ``start:end``."""
        place = bisect_left(self._starts, start)
        if place and self.pieces[place - 1].end > start:
            return self.pieces[place - 1]
        if place < len(self.pieces) and self.pieces[place].start < end:
            return self.pieces[place]
        return None
