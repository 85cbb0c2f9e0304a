"""Breaking a paragraph into lines, as Word and PowerPoint do it in Chinese and Latin text.

A line breaks after a blank, after a hyphen, and beside a Chinese character; never before a closing
mark nor after an opening one (the marks of GB/T 15834-2011, 5.1, as Office lists them). A word
that is longer than a line is cut where the line ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from generator.documents.fit.advances import Advances

NEVER_FIRST = frozenset(
    "!%),.:;>?]}¢¨°·ˇ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞﹂﹄！＂％＇），．：；？］｀｜｝～￠—⋯"
)
NEVER_LAST = frozenset("$([{£¥‘“〈《「『【〔〖〝﹁﹃＄（．［｛￡￥")
_AFTER = frozenset("-\u2010\u2013\u00ad\u200b")
_BLANKS = frozenset(" \t\u3000")
_FIRST_CHINESE = "\u2e80"
_TOLERANCE = 0.05  # points: nobody sees them, and sums of widths are not exact


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in one look: their size in points, and how wide its characters are."""

    text: str
    size: float
    advances: Advances

    @property
    def width(self) -> float:
        """Points on one line."""
        return self.advances.of(self.text) * self.size

    def empty(self) -> Piece:
        """The same look without words."""
        return Piece("", self.size, self.advances)


@dataclass(frozen=True, slots=True)
class Line:
    """One line: the largest size on it in points, and whether Chinese stands on it."""

    size: float
    chinese: bool


def break_lines(pieces: Sequence[Piece], width: float, first: float | None = None) -> list[Line]:
    """The lines that a paragraph takes in `width` points; `first` is the first line's own width.

    A paragraph without words takes one line, as high as its first piece.
    """
    filled = [piece for piece in pieces if piece.text]
    room = width if first is None else first
    if sum(piece.width for piece in filled) <= room + _TOLERANCE:
        return [_line(filled or pieces)]
    return [_line(line) for line in _broken(filled, room, width)]


def may_break(before: str, after: str) -> bool:
    """Whether a line may end between two characters."""
    if after in _BLANKS or after in NEVER_FIRST:
        return before in _BLANKS and after not in _BLANKS
    if before in _BLANKS or before in _AFTER:
        return True
    if before in NEVER_LAST:
        return False
    return before >= _FIRST_CHINESE or after >= _FIRST_CHINESE


def _broken(pieces: Sequence[Piece], room: float, width: float) -> Iterator[list[Piece]]:
    """The characters of each line, each as a piece of its own."""
    chars = list(chain.from_iterable(map(_characters, pieces)))
    start, end, used = 0, 0, 0.0
    for at, char in enumerate(chars):
        if at > start and may_break(chars[at - 1].text, char.text):
            end = at
        wide = char.width
        if used + wide > room + _TOLERANCE and at > start and char.text not in _BLANKS:
            end = end if end > start else at
            yield chars[start:end]
            start, room = end, width
            used = sum(one.width for one in chars[start:at])
        used += wide
    yield chars[start:]


def _characters(piece: Piece) -> Iterator[Piece]:
    return (Piece(char, piece.size, piece.advances) for char in piece.text)


def _line(pieces: Sequence[Piece]) -> Line:
    size = max((piece.size for piece in pieces), default=0.0)
    return Line(size, any(max(piece.text, default="") >= _FIRST_CHINESE for piece in pieces))
