"""Sentences with their figures: which are facts, and which figure a word speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.language import read
from generator.model import Quantity

_HAN = re.compile(r"[\u4e00-\u9fff]")
_END = re.compile(r"[。！？；!?;]+|(?<=[a-z\d%)\]])\.(?=\s+[A-Z]|\s*$)")
_CLAUSE = re.compile(r"[，：（）—]+|,\s|:\s|\s[–—-]\s|[()]")
_OWN_SUBJECT = (
    3  # characters: 捐赠资金持续 has a subject of its own, 继续 goes on with the last one
)


@dataclass(frozen=True, slots=True)
class Known:
    """A stretch of a paragraph that shows the value of a fact."""

    start: int
    end: int
    key: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a sentence; `key` is the fact it shows, empty where it was typed."""

    start: int
    end: int
    quantity: Quantity | None
    key: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and its figures in order; dates are none of them."""

    text: str
    english: bool
    figures: tuple[Figure, ...]

    def spoken_of(self, start: int, end: int) -> Figure | None:
        """The figure that the words from `start` to `end` are about.

        The next one of their clause, or else the last one before them in it; without any, that of
        the neighbouring clause: the next if theirs has a subject of its own, or the one before.
        """
        clauses = self._clauses()
        at = next(i for i, (first, last) in enumerate(clauses) if first <= start < last)
        inside = self._within(clauses[at])
        after = [one for one in inside if one.start >= end]
        if inside:
            return after[0] if after else inside[-1]
        before = self._within(clauses[at - 1])[-1:] if at else []
        behind = self._within(clauses[at + 1])[:1] if at + 1 < len(clauses) else []
        rest = self.text[slice(*clauses[at])].replace(self.text[start:end], "").strip()
        nearest = behind + before if len(rest) >= _OWN_SUBJECT else before + behind
        return nearest[0] if nearest else None

    def lead(self, end: int, figure: Figure) -> str | None:
        """The text from a word that ends at `end` to its figure; None if that is elsewhere."""
        same = end <= figure.start < self._clause_end(end)
        return self.text[end : figure.start] if same else None

    def rest_of_clause(self, end: int) -> str:
        """What follows a word that ends at `end` in its clause."""
        return self.text[end : self._clause_end(end)]

    def _clause_end(self, at: int) -> int:
        return next(last for first, last in self._clauses() if first < at <= last)

    def _within(self, clause: tuple[int, int]) -> list[Figure]:
        return [one for one in self.figures if clause[0] <= one.start < clause[1]]

    def _clauses(self) -> list[tuple[int, int]]:
        ends = [mark.end() for mark in _CLAUSE.finditer(self.text)]
        starts = [0, *ends]
        return list(zip(starts, [*ends, len(self.text) + 1], strict=True))


def sentences(
    text: str, known: Sequence[Known], quantities: Mapping[str, Quantity | None]
) -> list[Sentence]:
    """The sentences of a paragraph, figures read; `quantities` are those of the facts by key."""
    english = _HAN.search(text) is None
    found = []
    for start, end in _spans(text):
        part = text[start:end]
        own = [one for one in known if start <= one.start < end]
        shifted = [Known(one.start - start, one.end - start, one.key) for one in own]
        figures = _figures(part, shifted, quantities, english)
        found.append(Sentence(part, english, tuple(figures)))
    return found


def _spans(text: str) -> Iterable[tuple[int, int]]:
    start = 0
    for mark in _END.finditer(text):
        yield start, mark.end()
        start = mark.end()
    if text[start:].strip():
        yield start, len(text)


def _figures(
    text: str, known: Sequence[Known], quantities: Mapping[str, Quantity | None], english: bool
) -> list[Figure]:
    """What is known of facts first, then all other figures that are read."""
    figures = [Figure(one.start, one.end, quantities.get(one.key), one.key) for one in known]
    for one in read(text, "en" if english else "zh-Hans"):
        taken = any(one.start < other.end and other.start < one.end for other in known)
        if one.role == "figure" and not taken:
            figures.append(Figure(one.start, one.end, one.quantity))
    return sorted(figures, key=lambda one: one.start)
