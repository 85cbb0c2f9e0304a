"""The text of an article, in which a clause is found although columns and captions cut it.

Newspaper pages come as text whose lines end where a column ended, and whose columns stand in any
order. A clause may therefore run on over the next line, or in pieces: one up to the end of a line
torn in mid-sentence, the next from another line's start, before or behind.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.store.clauses import cuts, plain, whole_matches
from generator.store.flow import Flow, Span

MOST_PIECES = 3
LEAST_PIECE = 2  # characters


class Article:
    """One text, made ready once for many clauses."""

    def __init__(self, text: str) -> None:
        self._flow = Flow.of(text)
        self._plain = self._flow.plain
        self._starts = [start for start, _ in self._flow.prose]
        self._ends = [end for _, end in self._flow.prose]
        self._torn = set(self._flow.torn_ends)

    def find(self, clause: str) -> tuple[Span, ...]:
        """Where the clause stands, as offsets in the text piece by piece; empty if nowhere.

        An unbroken place goes before pieces, fewer pieces before more, and near before far.
        """
        wanted = plain(clause)
        if not wanted:
            return ()
        for start in whole_matches(self._plain, wanted):
            if not self._crosses_border(start, len(wanted)):
                return (self._flow.span(start, len(wanted)),)
        for count in range(2, MOST_PIECES + 1):
            ways = list(self._splits(wanted, count))
            if ways:
                return tuple(self._flow.span(*piece) for piece in min(ways, key=_spread))
        return ()

    def nearest(self, clause: str) -> str:
        """The passage that holds the longest part of the clause; empty if hardly any does."""
        wanted = plain(clause)
        start, length = _longest_part(wanted, self._plain)
        if length < min(4, len(wanted)):
            return ""
        at = self._plain.find(wanted[start : start + length]) - start
        first, last = max(0, at), min(len(self._plain), at + len(wanted) + 4)
        begin, end = self._flow.span(first, last - first)
        return " ".join(self._flow.text[begin:end].split())

    def _splits(self, wanted: str, count: int) -> Iterator[list[Span]]:
        """All ways to put the clause together from `count` pieces, as starts and lengths."""
        for length in range(LEAST_PIECE, len(wanted) - LEAST_PIECE + 1):
            heads = self._ending_with(wanted[:length])
            tails = list(self._continuing(wanted[length:], count - 1)) if heads else []
            for head in heads:
                yield from ([head, *tail] for tail in tails if tail[0][0] != sum(head))

    def _ending_with(self, head: str) -> list[Span]:
        """Places at which a line torn in mid-sentence ends with `head`."""
        return [
            (end - len(head), len(head))
            for end in self._torn
            if self._plain.endswith(head, 0, end)
            and self._is_whole(end - len(head), end, head=True)
        ]

    def _continuing(self, rest: str, count: int) -> Iterator[list[Span]]:
        """Ways to find `rest` in `count` pieces, each but the last up to a line's torn end."""
        for start in self._starts:
            if count > 1:
                yield from self._through(rest, start, count)
            elif self._plain.startswith(rest, start) and self._is_whole(start, start + len(rest)):
                yield [(start, len(rest))]

    def _through(self, rest: str, start: int, count: int) -> Iterator[list[Span]]:
        """The ways of `_continuing` whose first piece starts at `start`."""
        for end in self._ends[bisect_right(self._ends, start) :]:
            length = end - start
            if length > len(rest) - LEAST_PIECE or not self._plain.startswith(rest[:length], start):
                return
            if end in self._torn and length >= LEAST_PIECE:
                for tail in self._continuing(rest[length:], count - 1):
                    yield [(start, length), *tail]

    def _is_whole(self, start: int, end: int, *, head: bool = False) -> bool:
        """Whether a first or last piece cuts no figure at its outer end and spans no border."""
        outer = start if head else end
        return not cuts(self._plain, outer) and not self._crosses_border(start, end - start)

    def _crosses_border(self, start: int, length: int) -> bool:
        borders = self._flow.borders
        first = bisect_right(borders, start)
        return first < len(borders) and borders[first] < start + length


def _spread(pieces: Sequence[Span]) -> int:
    """How far the pieces stand apart, all in all."""
    return sum(abs(after[0] - sum(before)) for before, after in pairwise(pieces))


def _longest_part(wanted: str, text: str) -> Span:
    """Start and length of the longest part of `wanted` that the text holds."""
    best = (0, 0)
    for start in range(len(wanted)):
        while start + best[1] < len(wanted) and wanted[start : start + best[1] + 1] in text:
            best = (start, best[1] + 1)
    return best
