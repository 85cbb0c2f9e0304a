"""What Chinese and English readers share: a flat text, its pieces, and where clauses end."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.language.numbers.drafts import Draft
from generator.language.texts.modality import Cues, modality
from generator.language.texts.reading import Reading
from generator.language.texts.spans import Piece
from generator.model import Modality

Span = tuple[int, int]
_REACH = 600  # no sentence is longer
_AHEAD = 60  # nothing farther behind a figure says what it is


@dataclass(frozen=True, slots=True)
class FlatText:
    """A text, its flat form, and the offset of each flat character (None when they agree)."""

    original: str
    flat: str
    offsets: list[int] | None = None

    def span(self, start: int, end: int) -> Span:
        """Offsets in the original of a stretch of the flat text."""
        if self.offsets is None or end <= start:
            return start, end
        return self.offsets[start], self.offsets[end - 1] + 1

    def words(self, span: Span) -> str:
        """A stretch of the flat text as the original prints it; empty for an empty one."""
        if span[1] <= span[0]:
            return ""
        return self.original[slice(*self.span(*span))]

    def flat_offset(self, offset: int) -> int:
        return offset if self.offsets is None else bisect_left(self.offsets, offset)


@dataclass(frozen=True, slots=True)
class Marks:
    """Where a language ends its sentences and clauses, and how it speaks of what is not yet."""

    sentence: re.Pattern[str]
    part: re.Pattern[str]
    clause: re.Pattern[str]
    cues: Cues
    ends: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Seen:
    """A figure in its clause: the measure in the words before it, and the noun it counts."""

    place: int
    draft: Draft
    before: Span
    noun: Span = (0, 0)

    @property
    def end(self) -> int:
        """The end of the figure, with its noun where that follows."""
        return max(self.noun[1], self.draft.end)


class Context:
    """Reads piece after piece, because a clause leans on the one before."""

    marks: Marks

    def __init__(self, text: FlatText, pieces: list[Piece]) -> None:
        self.text = text
        self.flat = text.flat
        self.pieces = pieces
        self.free_from = 0  # the end of the last figure and of the noun it counts
        self.measure: Span = (0, 0)  # of the last figure

    def readings(self) -> Iterator[Reading]:
        for place, piece in enumerate(self.pieces):
            start, end = self.text.span(piece.start, piece.end)
            words = self.text.original[start:end]
            if piece.draft is not None:
                yield self._figure(place, piece.draft, Reading(start, end, words, "figure"))
            elif piece.role == "ordinal":
                yield Reading(
                    start, end, words, "ordinal", ordinal=piece.ordinal, unit=piece.unit,
                    measure=self.text.words(self.before(place)), period=self._period(place),
                )  # fmt: skip
                self.free_from = piece.end
            elif piece.unit != "phrase":
                yield Reading(start, end, words, piece.role)

    def _figure(self, place: int, draft: Draft, reading: Reading) -> Reading:
        seen = Seen(place, draft, self.before(place))
        seen = replace(seen, noun=self.noun(seen))
        unit, notes = self.unit(seen)
        self.measure = self.measured(seen)
        self.free_from = seen.end
        counted = self.text.words(seen.noun)
        quantity = replace(draft.quantity(reading.text, unit, notes), counted=counted)
        return replace(
            reading,
            quantity=quantity,
            unit=quantity.unit,
            counted=counted,
            measure=self.text.words(self.measure),
            period=self._period(place),
            modality=self._modality(self.pieces[place]),
            notes=quantity.notes,
        )

    # -- what each language knows --

    def noun(self, seen: Seen) -> Span:
        """The noun of a count; empty for none."""
        raise NotImplementedError

    def unit(self, seen: Seen) -> tuple[str, tuple[str, ...]]:
        """The unit where the words around a figure settle it, and the note that says so."""
        raise NotImplementedError

    def lead(self, start: int, stop: int) -> Span:
        """The measure in a stretch of words before a figure."""
        raise NotImplementedError

    def measured(self, seen: Seen) -> Span:
        """The measure of a figure: before it, behind it, or carried over."""
        raise NotImplementedError

    def tells_when(self, piece: Piece, figure: Piece) -> bool:
        """Whether a piece is the period of a figure behind it."""
        raise NotImplementedError

    # -- what they share --

    def before(self, place: int) -> Span:
        """The measure in the words of the clause before a figure; dates are skipped."""
        stop = self.pieces[place].start
        floor = max(self.last(self.marks.clause, stop), self.free_from)
        for earlier in self.earlier(place):
            if earlier.end <= floor:
                break
            if earlier.role == "date":
                found = self.lead(earlier.end, stop)
                if found[0] < found[1]:
                    return found
                stop = earlier.start
        return self.lead(floor, stop)

    def _period(self, place: int) -> str:
        """The nearest period before the figure in its sentence, else the one behind it."""
        piece = self.pieces[place]
        sentence = self.last(self.marks.sentence, piece.start)
        for earlier in self.earlier(place):
            if earlier.start < sentence:
                break
            if self.tells_when(earlier, piece):
                return self.text.words((earlier.start, earlier.end))
        stop = self.next(self.marks.clause, piece.end)
        for later in self.later(place):
            if later.start >= stop:
                break
            if later.role == "date":
                return self.text.words((later.start, later.end))
        return ""

    def _modality(self, piece: Piece) -> Modality:
        marks = self.marks
        begin = self.last(marks.part, piece.start)
        sentence = self.flat[begin : min(self.next(marks.part, piece.end), piece.end + _AHEAD)]
        figure = (piece.start - begin, piece.end - begin)
        marked = marks.clause.finditer(sentence, 0, figure[0])
        clauses = [0, *(match.end() for match in marked)]
        return modality(sentence, clauses, figure, marks.cues, marks.ends)

    def earlier(self, place: int) -> Iterator[Piece]:
        """The pieces before one, the nearest first."""
        return (self.pieces[other] for other in range(place - 1, -1, -1))

    def later(self, place: int) -> Iterator[Piece]:
        """The pieces behind one, in order."""
        return (self.pieces[other] for other in range(place + 1, len(self.pieces)))

    def last(self, marks: re.Pattern[str], before: int) -> int:
        """The offset behind the last mark before `before`."""
        found = floor = max(0, before - _REACH)
        for match in marks.finditer(self.flat, floor, before):
            found = match.end()
        return found

    def next(self, marks: re.Pattern[str], after: int) -> int:
        """The offset of the first mark from `after` on."""
        match = marks.search(self.flat, after)
        return match.start() if match else len(self.flat)

    def stop(self, place: int) -> int:
        """Where the clause of a piece ends, or the next piece begins."""
        stop = self.next(self.marks.clause, self.pieces[place].end)
        return min(stop, self.pieces[place + 1].start) if place + 1 < len(self.pieces) else stop
