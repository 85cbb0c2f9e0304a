"""The program's text on its way into the slides of a deck that take turns."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.tags.bounds import check_kept

_SWITCH = re.compile("\x02\\|(s?)(\\d+)\x03")


@dataclass(slots=True)
class TurnTexts:
    """A slide of the finished deck: which one of the template it is, from 1, and its parts."""

    slide: int
    texts: Mapping[str, str]


class DeckOutput:
    """Takes the text of all parts in stretches; marks say which slide or part begins.

    Parts that are not `of_slides` are `fields`: the properties.
    """

    def __init__(self, parts: Sequence[str], of_slides: Collection[str]) -> None:
        self._parts, self._of_slides = parts, of_slides
        self._kept = 0
        self._open: list[str] = []
        self._into: dict[str, list[str]] = {}
        self._fields: dict[str, list[str]] = {}
        self._turns: list[tuple[int, dict[str, list[str]]]] = []

    def take(self, text: str) -> None:
        """The next stretch: it may end a part and begin others."""
        self._kept += len(text)
        check_kept(self._kept)
        pieces = _SWITCH.split(text)
        self._open.append(pieces[0])
        for at in range(1, len(pieces), 3):
            is_slide, number, after = pieces[at : at + 3]
            self._open = [after]
            if is_slide:
                self._into = {}
                self._turns.append((int(number), self._into))
            else:
                name = self._parts[int(number)]
                into = self._into if name in self._of_slides else self._fields
                into[name] = self._open

    def turns(self) -> list[TurnTexts]:
        """Every slide in order."""
        return [TurnTexts(slide, _joined(parts)) for slide, parts in self._turns]

    def fields(self) -> dict[str, str]:
        """The properties that hold tags, each under its part's name."""
        return _joined(self._fields)


def _joined(parts: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {name: "".join(texts) for name, texts in parts.items()}
