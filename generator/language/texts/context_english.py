"""Figures of an English text with what is said about them."""

from __future__ import annotations

import re
from fractions import Fraction

from generator.language.dates.reading import read_dates
from generator.language.script.folding import fold, level, lower
from generator.language.texts.context import Context, FlatText, Marks, Seen, Span
from generator.language.texts.modality import ENGLISH, ENGLISH_ENDS
from generator.language.texts.reading import Reading
from generator.language.texts.scan_english import english_pieces
from generator.language.texts.spans import Piece
from generator.language.texts.words_english import (
    COUNTED,
    PERSONS,
    VISITS,
    follow,
    lead,
    only_predicates,
)

_SENTENCE = re.compile(r"[!?;\n]|\.(?=\s|$)")
_MARKS = Marks(
    sentence=_SENTENCE,
    part=_SENTENCE,
    clause=re.compile(r"[!?;:()\n]|\.(?=\s|$)|,(?=\s)"),
    cues=ENGLISH,
    ends=ENGLISH_ENDS,
)
_PHRASE = re.compile(
    r"\b(?:an?|per|each|every) (?:year|month|week|day|annum)\b(?! ago)|\bannually\b"
)
_DURATION = re.compile(r"for (?!the )")  # for over 30 years: a duration, a figure
_MORE = re.compile(r" (?:more|higher|larger|greater|bigger)\b")


def read_english(text: str, published: str | None) -> list[Reading]:
    """All pieces of a text in English, in order."""
    folded = level(fold(text))
    flat = lower(folded)
    dates = [
        Piece(_with_in(flat, date.start), date.end, "date")
        for date in read_dates(text, "en", published)
        if not _DURATION.match(flat, date.start)
    ]
    dates += [Piece(*match.span(), "date", unit="phrase") for match in _PHRASE.finditer(flat)]
    pieces = english_pieces(folded, flat, dates)
    return list(_EnglishContext(FlatText(text, flat), pieces).readings())


def _with_in(flat: str, start: int) -> int:
    """The start of a date with the preposition that makes it a period: in 2025."""
    return start - 3 if flat[max(0, start - 4) : start] in (" in ", "in ") else start


class _EnglishContext(Context):
    marks = _MARKS

    def noun(self, seen: Seen) -> Span:
        if seen.draft.unit:
            return 0, 0
        match = COUNTED.match(self.flat, seen.draft.end, self.stop(seen.place))
        return match.span("noun") if match else (0, 0)

    def unit(self, seen: Seen) -> tuple[str, tuple[str, ...]]:
        draft, words = seen.draft, self.flat[slice(*seen.noun)]
        if draft.unit == "times" and _MORE.match(self.flat, draft.end):
            return "", ("times-more",)
        if draft.unit or not words or isinstance(draft.value, Fraction):
            return "", ()
        if VISITS.search(words):
            return "person-time", ()
        return ("person" if PERSONS.search(words) else "item"), ()

    def lead(self, start: int, stop: int) -> Span:
        first, last = lead(self.flat[start:stop])
        return start + first, start + last

    def measured(self, seen: Seen) -> Span:
        place, piece = seen.place, self.pieces[seen.place]
        if seen.before[0] < seen.before[1]:
            return seen.before
        if place and only_predicates(self.flat[self.free_from : piece.start]):
            subject = self._subject(place)
            if subject[0] < subject[1]:
                return subject
        first, last = follow(self.flat[seen.end : self.stop(place)])
        if first < last:
            return seen.end + first, seen.end + last
        if self.measure[0] < self.last(_SENTENCE, piece.start):
            return piece.start, piece.start
        return self.measure

    def _subject(self, place: int) -> Span:
        """(Industrial output of 81 firms) will top …: what stands before the figure before."""
        earlier = self.pieces[place - 1]
        return self.lead(self.last(self.marks.clause, earlier.start), earlier.start)

    def tells_when(self, piece: Piece, figure: Piece) -> bool:
        return piece.role == "date" and piece.end <= figure.start
