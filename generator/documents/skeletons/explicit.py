"""Tags that say themselves what they stand for: a paragraph, a row, a cell, with all that is in it.

The element goes, and its tags take its place in their order; other texts in it are lost, which is
told, and refused where the tags stood round them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from generator.documents.skeletons.marks import Spot
from generator.documents.skeletons.texts import SOLID, Text, paragraph_string
from generator.documents.vocabulary import Vocabulary

EXPLICIT = ("tr", "tc", "p")  # the larger first: it takes the smaller ones in it along

_NAMES = {"p": "paragraph", "tr": "row", "tc": "cell"}


@dataclass(frozen=True, slots=True)
class Lost:
    """Text that goes with the element of a tag; `between` when tags stand on both sides of it."""

    spot: int
    text: str
    element: str
    between: bool


@dataclass(frozen=True, slots=True)
class Taken:
    """An element that tags take the place of: their spots in order, and what is lost with it."""

    node: etree._Element
    spots: tuple[int, ...]
    lost: Lost | None


def element_name(prefix: str) -> str:
    """What a prefix stands for, in words."""
    return _NAMES[prefix]


def element_of(spot: Spot, words: Vocabulary) -> etree._Element | None:
    """The paragraph, row or cell that a tag with a prefix stands for; None where there is none."""
    if spot.text.kind != "runs":
        return None
    if spot.prefix == "p":
        return spot.text.node
    tag = words.row if spot.prefix == "tr" else words.cell
    return next(spot.text.node.iterancestors(tag), None)


def take_elements(spots: Mapping[int, Spot], words: Vocabulary) -> Iterator[Taken]:
    """Every element that goes, the larger before the smaller in it."""
    taken: set[int] = set()
    by_node: dict[etree._Element, list[int]] = {}
    for number, spot in sorted(spots.items()):
        if spot.text.kind == "runs":
            by_node.setdefault(spot.text.node, []).append(number)
    for prefix in EXPLICIT:
        nodes = (
            element_of(spot, words)
            for number, spot in sorted(spots.items())
            if spot.prefix == prefix and number not in taken
        )
        for node in dict.fromkeys(nodes):
            if node is None or (prefix == "p" and _ends_section(spots, by_node[node])):
                continue
            found = _Element(node, prefix, by_node, spots, words)
            if taken.isdisjoint(found.kept):
                taken.update(found.inside)
                yield Taken(node, tuple(found.kept), found.lost())


def _ends_section(spots: Mapping[int, Spot], numbers: Iterable[int]) -> bool:
    return any(spots[number].text.ends_section for number in numbers)


class _Element:
    """One element with the tags and texts in it, in reading order."""

    def __init__(
        self,
        node: etree._Element,
        prefix: str,
        by_node: Mapping[etree._Element, list[int]],
        spots: Mapping[int, Spot],
        words: Vocabulary,
    ) -> None:
        self.prefix, self.spots = prefix, spots
        paragraphs = [node] if prefix == "p" else list(node.iter(words.paragraph))
        self.inside = [n for paragraph in paragraphs for n in by_node.get(paragraph, ())]
        self.kept = [n for n in self.inside if spots[n].steers or spots[n].prefix == prefix]
        self.pieces: list[int | str] = []
        for paragraph in paragraphs:
            numbers = by_node.get(paragraph)
            if numbers:
                self._cut(spots[numbers[0]].text, numbers)
            else:
                self.pieces.append(paragraph_string(paragraph, words))

    def _cut(self, text: Text, numbers: Iterable[int]) -> None:
        at = 0
        for number in numbers:
            spot = self.spots[number]
            if number in self.kept:
                self.pieces += [text.string[at : spot.start], number]
                at = spot.end
        self.pieces.append(text.string[at:])

    def lost(self) -> Lost | None:
        """The text that goes with the element, between its own tags if there is some."""
        own = [at for at, piece in enumerate(self.pieces) if self._is_own(piece)]
        between = _text(self.pieces[own[0] : own[-1]])
        text = between or _text(self.pieces)
        if not text:
            return None
        number = self.pieces[own[0]]
        assert isinstance(number, int)
        return Lost(number, text, _NAMES[self.prefix], bool(between))

    def _is_own(self, piece: int | str) -> bool:
        return isinstance(piece, int) and self.spots[piece].prefix == self.prefix


def _text(pieces: Iterable[int | str]) -> str:
    strings = (piece.replace(SOLID, "…").strip() for piece in pieces if isinstance(piece, str))
    return " ".join(string for string in strings if string)
