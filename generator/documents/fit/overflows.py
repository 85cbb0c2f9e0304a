"""A text that is too long for its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

_WORDS_MOST = 24
_CM_PER_POINT = 2.54 / 72


@dataclass(frozen=True, slots=True)
class Overflow:
    """A text and the room it lacks: which slide (0 in Word), which shape or cell, which words.

    `needs` and `has` are points of height, or lines where a title takes more than it may.
    """

    slide: int
    shape: str
    words: str
    needs: float
    has: float
    counts: Literal["height", "lines"] = "height"

    @property
    def where(self) -> str:
        """Its place in words: "slide 3, 'Title'", or "table 2, row 1, cell 4" in Word."""
        return f"slide {self.slide}, {self.shape!r}" if self.slide else self.shape

    @property
    def opening(self) -> str:
        """Its first words."""
        words = " ".join(self.words.split())
        return words if len(words) <= _WORDS_MOST else f"{words[:_WORDS_MOST]}…"

    def __str__(self) -> str:
        """What it needs and what it has, in words."""
        if self.counts == "lines":
            return f"it takes {self.needs:.0f} lines, and {self.has:.0f} are allowed"
        needs, has = (f"{length * _CM_PER_POINT:.2f} cm" for length in (self.needs, self.has))
        return f"it needs {needs} of height, and there are {has}"
