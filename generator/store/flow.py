"""A text as it flows when its lines are joined, every character's offset in the original kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from generator.language import fold
from generator.store.clauses import is_latin

Span = tuple[int, int]

_SOLID = re.compile(r"\S+")
# A sentence that is over, perhaps inside quotation marks or brackets.
_OVER = re.compile(r"[。！？!?；;…][”’」』\"）)]*\Z")
_RUNNING = frozenset("，,。、；;：:“”")  # prose has these; headings, captions and labels have not


@dataclass(frozen=True)
class Flow:
    """The text without breaks and in plain form, and its lines as stretches of it.

    Two Latin words on two lines are kept apart by a space, which belongs to neither line.
    """

    text: str
    plain: str
    offsets: tuple[int, ...]
    lines: tuple[Span, ...]

    @classmethod
    def of(cls, text: str) -> Flow:
        plain: list[str] = []
        offsets: list[int] = []
        lines: list[Span] = []
        at = 0
        for raw in fold(text).splitlines(keepends=True):
            line, places = _plain_line(raw, at)
            at += len(raw)
            if not line:
                continue
            if plain and is_latin(plain[-1][-1]) and is_latin(line[0]):
                plain.append(" ")
                offsets.append(places[0])
            lines.append((len(offsets), len(offsets) + len(line)))
            plain.append(line)
            offsets += places
        return cls(text, "".join(plain), tuple(offsets), tuple(lines))

    def span(self, start: int, length: int) -> Span:
        """A stretch of the flow as offsets in the original text."""
        return self.offsets[start], self.offsets[start + length - 1] + 1

    @cached_property
    def prose(self) -> tuple[Span, ...]:
        """The lines of running text; a heading or a caption is no part of a sentence."""
        found: list[Span] = []
        for paragraph in self._paragraphs():
            start, end = paragraph[0][0], paragraph[-1][1]
            if not _RUNNING.isdisjoint(self.plain[start:end]):
                found += paragraph
        return tuple(found)

    @cached_property
    def torn_ends(self) -> tuple[int, ...]:
        """Where a line of prose ends in mid-sentence."""
        return tuple(
            end
            for start, end in self.prose
            if not _OVER.search(self.plain, max(start, end - 5), end)
        )

    @cached_property
    def borders(self) -> tuple[int, ...]:
        """Where a paragraph starts that cannot be the sequel of the one above it."""
        torn, prose = set(self.torn_ends), set(self.prose)
        return tuple(
            after[0]
            for before, after in pairwise(self.lines)
            if self._is_gap(before, after) and not (before[1] in torn and after in prose)
        )

    def _paragraphs(self) -> Iterator[list[Span]]:
        """The lines between blank lines."""
        paragraph = list(self.lines[:1])
        for before, after in pairwise(self.lines):
            if self._is_gap(before, after):
                yield paragraph
                paragraph = []
            paragraph.append(after)
        if paragraph:
            yield paragraph

    def _is_gap(self, before: Span, after: Span) -> bool:
        """Whether a blank line stands between two lines."""
        return self.text.count("\n", self.offsets[before[1] - 1], self.offsets[after[0]]) > 1


def _plain_line(raw: str, at: int) -> tuple[str, list[int]]:
    """A folded line without spaces, but one between two Latin letters or digits; its offsets."""
    line = ""
    places: list[int] = []
    for solid in _SOLID.finditer(raw):
        start, end = solid.span()
        if line and is_latin(line[-1]) and is_latin(raw[start]):
            line += " "
            places.append(at + start - 1)
        line += solid[0]
        places += range(at + start, at + end)
    return line, places
