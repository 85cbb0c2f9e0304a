"""The height that paragraphs take in a given width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.documents.fit.lines import Line, Piece, break_lines
from generator.documents.fit.looks import Look, Spacing

TYPED_BREAK = "\v"  # the text of a piece that ends a line


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph's look, and its words in pieces; one without words has an empty piece."""

    look: Look
    pieces: Sequence[Piece]


@dataclass(frozen=True, slots=True)
class Needed:
    """What a text takes: points of height, and how many lines."""

    height: float
    lines: int


@dataclass(frozen=True, slots=True)
class Body:
    """All paragraphs of a box or cell; proportional lines are `tighter` by that share."""

    paragraphs: Sequence[Paragraph]
    tighter: float = 0.0

    @property
    def is_blank(self) -> bool:
        """Whether it says nothing."""
        return not any(
            piece.text.strip() for paragraph in self.paragraphs for piece in paragraph.pieces
        )

    @property
    def words(self) -> str:
        """Everything it says, one paragraph a line."""
        texts = ("".join(piece.text for piece in one.pieces) for one in self.paragraphs)
        return "\n".join(texts).replace(TYPED_BREAK, "\n").strip()

    def needs(self, width: float, *, edges: bool = False) -> Needed:
        """The room that it takes in `width` points.

        The space before the first paragraph and after the last counts with `edges`, as in Word.
        """
        height, count, gap = 0.0, 0, 0.0
        for number, paragraph in enumerate(self.paragraphs):
            look = paragraph.look
            lines = _lines(paragraph, width)
            before = _gap(look.before, lines) if number or edges else 0.0
            height += gap + before + sum(self._high(look.line, line) for line in lines)
            gap = _gap(look.after, lines)
            count += len(lines)
        return Needed(height + (gap if edges else 0.0), count)

    def _high(self, spacing: Spacing, line: Line) -> float:
        high = spacing.of(line.size, line.chinese)
        return high if spacing.points else high * (1 - self.tighter)


def _lines(paragraph: Paragraph, width: float) -> list[Line]:
    look = paragraph.look
    room = width - look.left - look.right
    first = room - max(look.indent, 0.0)  # a hanging indent holds the bullet
    lines: list[Line] = []
    for stretch in _stretches(paragraph.pieces):
        lines += break_lines(stretch, room, room if lines else first)
    return lines


def _gap(spacing: Spacing, lines: Sequence[Line]) -> float:
    return spacing.of(lines[0].size, lines[0].chinese)


def _stretches(pieces: Sequence[Piece]) -> Iterator[Sequence[Piece]]:
    """The pieces between line breaks that somebody typed."""
    if not any(piece.text == TYPED_BREAK for piece in pieces):
        yield pieces
        return
    stretch: list[Piece] = []
    for piece in pieces:
        if piece.text == TYPED_BREAK:
            yield stretch or [piece.empty()]
            stretch = []
        else:
            stretch.append(piece)
    yield stretch or [pieces[-1].empty()]
