"""What a block catches instead of printing it: a macro's markup, a text with values in it that are
more than text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.tags.bounds import OUTPUT_MOST, bare_text, check_length, is_more_than_text

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
    """A caught text of which some parts are figures or rich values: they are what they are where
    it is shown."""

    parts: tuple[object, ...]

    def __len__(self) -> int:
        return sum(_length(part) for part in self.parts)

    def __str__(self) -> str:
        for part in self.parts:
            bare_text(part)
        raise TypeError("a caught text takes no filters: show it by itself")


def piece(value: object) -> object:
    """A value inside a block that catches text. Raises TypeError for what is no text."""
    if type(value) is str or isinstance(value, Caught) or is_more_than_text(value):
        return value
    if isinstance(value, _NOT_TEXT):
        raise TypeError(f"a value of the kind {type(value).__name__} is no text")
    return str(value)


def caught(pieces: Sequence[object]) -> str | Caught:
    """What a block has caught. Raises OverBudget when it grows too long."""
    check_length(sum(map(_length, pieces)))
    texts = [part for part in pieces if isinstance(part, str)]
    return "".join(texts) if len(texts) == len(pieces) else Caught(tuple(pieces))


def caught_parts(text: Caught) -> Iterator[object]:
    """All that was caught, in its order; what was caught inside it too."""
    for part in text.parts:
        if isinstance(part, Caught):
            yield from caught_parts(part)
        else:
            yield part


def bare(made: object) -> str:
    """The markup of a loop that calls itself, at its own place."""
    return made.xml if isinstance(made, Made) else str(made)


def _length(part: object) -> int:
    return len(part) if isinstance(part, str | Caught) else 1
