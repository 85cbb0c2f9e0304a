"""What a text holds, piece by piece, before anything is known about its meaning."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
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


def stretches(pattern: re.Pattern[str], text: str, role: Role) -> Iterator[Piece]:
    """Everything that a pattern finds, in one role."""
    for match in pattern.finditer(text):
        yield Piece(match.start(), match.end(), role)


def figures(
    text: str,
    taken: Taken,
    begins: re.Pattern[str],
    run: re.Pattern[str],
    figure_at: Callable[[str, int], Draft | None],
) -> Iterator[Piece]:
    """The figures in what is still free: `begins` is where to try, `run` what is no figure then."""
    position = 0
    while (begin := begins.search(text, position)) is not None:
        start = begin.start()
        block = taken.meeting(start, start + 1)
        if block is not None:
            position = block.end
            continue
        draft = figure_at(text, start)
        if draft is None or taken.meeting(start, draft.end) is not None:
            skipped = run.match(text, start)
            position = max(start + 1, skipped.end() if skipped else 0)
            continue
        yield Piece(start, draft.end, "figure", draft)
        position = draft.end
