"""Breaking a label into lines: Chinese between characters, English between words.

A figure stays with its unit, closing marks stay with what they close (GB/T 15834-2011, §5.1),
and no line holds a single character.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

Measure = Callable[[str], float]

_OPENING, _CLOSING = "（《“‘「『【", "，。、；：！？）》”’」』】…"
_PIECE = re.compile(
    rf"[{_OPENING}]*"
    r"(?:[近超约逾第]?\d[\d.,]*[余多]?[万亿]*(?:公里|人次|[元个项家座人名次所吨年月日亩%])?"
    r"|[A-Za-z][\w’'-]*| +|.)"
    rf"[{_CLOSING}]*",
    re.DOTALL,
)
_CLAUSE_END = re.compile(r"(?<=[，；。])|(?<=[,;]) ")


def wrappings(text: str, most: int, measure: Measure) -> list[tuple[str, ...]]:
    """The ways to break a text into at most so many lines, each as narrow as it can be.

    A writer's own line feeds are kept, and then nothing else is broken.
    """
    if "\n" in text:
        written = tuple(line.strip() for line in text.split("\n"))
        return [written] if len(written) <= most else []
    clauses = tuple(filter(None, map(str.strip, _CLAUSE_END.split(text))))
    found = [_narrowest(text, lines, measure) for lines in range(1, most + 1)]
    if 1 < len(clauses) <= most:
        found.append(clauses)
    kept = dict.fromkeys(found)
    return [lines for lines in kept if len(lines) == 1 or min(map(len, lines)) > 1]


def _narrowest(text: str, most: int, measure: Measure) -> tuple[str, ...]:
    """The text in at most so many lines, the widest of them as narrow as it will go."""
    pieces = _pieces(text)
    widths = sorted({measure("".join(pieces[a:b]).strip()) for a, b in _stretches(len(pieces))})
    low, high = 0, len(widths) - 1
    while low < high:
        middle = (low + high) // 2
        fits = len(_filled(pieces, widths[middle], measure)) <= most
        low, high = (low, middle) if fits else (middle + 1, high)
    return _filled(pieces, widths[low], measure)


@lru_cache(maxsize=128)
def _pieces(text: str) -> tuple[str, ...]:
    return tuple(_PIECE.findall(text))


def _stretches(count: int) -> list[tuple[int, int]]:
    """Every run of pieces that could be a line."""
    return [(a, b) for a in range(count) for b in range(a + 1, count + 1)]


def _filled(pieces: tuple[str, ...], width: float, measure: Measure) -> tuple[str, ...]:
    """Lines filled from the first piece on, none wider than `width` unless one piece is."""
    lines, line = [], ""
    for piece in pieces:
        if line and measure((line + piece).strip()) > width + 1e-9:
            lines.append(line.strip())
            line = ""
        line += piece
    return (*lines, line.strip())
