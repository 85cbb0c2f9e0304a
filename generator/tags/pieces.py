"""What a block catches instead of printing it: a macro's markup, a text with figures in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.tags.bounds import OUTPUT_MOST, check_length

TEXT = "caught"  # the level of a block that catches text
MARKUP_MOST = OUTPUT_MOST // 8

_NOT_TEXT = (type(None), bool, list, tuple, dict, set, frozenset, bytes)


class Made:
    """Markup that a macro or a loop that calls itself has made; `level` says of what it consists.

    It can be shown at a place of its level and nothing else: no filter sees its inside.
    """

    __slots__ = ("level", "xml")

    def __init__(self, level: str, pieces: Sequence[str]) -> None:
        """Raises OverBudget when it grows beyond what a document needs."""
        check_length(sum(map(len, pieces)), MARKUP_MOST)
        self.level = level
        self.xml = "".join(pieces)

    def __bool__(self) -> bool:
        return bool(self.xml)

    def __str__(self) -> str:
        raise TypeError("what a macro makes is more than text: show it by itself")


@dataclass(frozen=True, slots=True)
class Caught:
    """A caught text of which some parts are figures: they keep their anchors where it is shown."""

    parts: tuple[object, ...]

    def __len__(self) -> int:
        return sum(_length(part) for part in self.parts)

    def __str__(self) -> str:
        raise TypeError("a figure made part of a longer text loses its fact: give it its own tag")


def piece(value: object) -> object:
    """A value inside a block that catches text. Raises TypeError for what is no text."""
    if type(value) is str or isinstance(value, Caught) or hasattr(value, "__figure__"):
        return value
    if isinstance(value, _NOT_TEXT):
        raise TypeError(f"a value of the kind {type(value).__name__} is no text")
    return str(value)


def caught(pieces: Sequence[object]) -> str | Caught:
    """What a block has caught. Raises OverBudget when it grows too long."""
    check_length(sum(map(_length, pieces)))
    texts = [part for part in pieces if isinstance(part, str)]
    return "".join(texts) if len(texts) == len(pieces) else Caught(tuple(pieces))


def bare(made: object) -> str:
    """The markup of a loop that calls itself, at its own place."""
    return made.xml if isinstance(made, Made) else str(made)


def _length(part: object) -> int:
    return len(part) if isinstance(part, str | Caught) else 1
