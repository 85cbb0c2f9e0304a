"""The paragraphs that tags stand in: which tags can leave theirs, and which paragraphs go.

Tags that lead a paragraph or end it, with nothing but blanks beside them, can leave it; a paragraph
of nothing but such tags goes, unless its container would be left without any.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from lxml import etree

from generator.documents.skeletons.decisions import Group, Level, Misplaced, Moves
from generator.documents.skeletons.explicit import Lost
from generator.documents.skeletons.marks import Spot
from generator.documents.skeletons.texts import Text, paragraph_string
from generator.documents.vocabulary import Vocabulary


class Paragraphs:
    """The tags of a part by their paragraphs, and what is decided about them so far."""

    def __init__(
        self, spots: Mapping[int, Spot], groups: Sequence[Group], words: Vocabulary, raw: bool
    ) -> None:
        self.spots, self.words, self.raw = spots, words, raw
        self.group_of = {number: group for group in groups for number in group}
        self.level: dict[Group, Level] = {}
        self.moves = Moves()
        self.problems: list[Misplaced] = []
        self.lost: list[Lost] = []
        self.by_text: dict[Text, list[int]] = {}
        for number, spot in sorted(spots.items()):
            self.by_text.setdefault(spot.text, []).append(number)
        self.texts = {text.node: text for text in self.by_text if text.kind == "runs"}

    def _can_leave(self, number: int) -> bool:
        text = self.spots[number].text
        return self._goes(text) or bool(self._prefix(number) or self._suffix(number))

    def _goes(self, text: Text) -> bool:
        """Whether the paragraph holds nothing but tags that print nothing and may leave it."""
        own = self.by_text[text]
        return (
            not text.ends_section
            and not self.raw
            and all(self.spots[n].steers and self.spots[n].prefix != "r" for n in own)
            and not any(self._level(n) == "raw" for n in own)
            and self._blank(text, own, 0, len(text.string))
        )

    def _prefix(self, number: int) -> list[int]:
        """The tags from the paragraph's start to this one, if they can leave it together."""
        text = self.spots[number].text
        own = self.by_text[text]
        lead = own[: own.index(number) + 1]
        return lead if self._free(text, lead, 0, self.spots[number].end) else []

    def _suffix(self, number: int) -> list[int]:
        """The tags from this one to the paragraph's end, if they can leave it together."""
        text = self.spots[number].text
        own = self.by_text[text]
        tail = own[own.index(number) :]
        return tail if self._free(text, tail, self.spots[number].start, len(text.string)) else []

    def _free(self, text: Text, numbers: list[int], start: int, end: int) -> bool:
        """Blocks whole within the stretch, or leaving anyway, and nothing else in it."""
        return (
            all(self.spots[n].steers and self._level(n) != "raw" for n in numbers)
            and all(
                set(self.group_of[n]) <= set(numbers) for n in numbers if self._level(n) == "here"
            )
            and self._blank(text, numbers, start, end)
        )

    def _blank(self, text: Text, numbers: Iterable[int], start: int, end: int) -> bool:
        """Whether a stretch of the paragraph is blank apart from these tags."""
        at = start
        for number in numbers:
            if text.string[at : self.spots[number].start].strip():
                return False
            at = self.spots[number].end
        return not text.string[at:end].strip()

    def _level(self, number: int) -> Level:
        return self.level[self.group_of[number]]

    def place_paragraphs(self) -> None:
        """Let tokens leave their paragraphs, and empty paragraphs go."""
        gone = self.moves.moved()
        for node, text in self.texts.items():
            own = [n for n in self.by_text[text] if n not in gone]
            if node in self.moves.instead or not self.by_text[text]:
                continue
            if self._goes(text) and (self._leaving(own) or self._spare(node)):
                self.moves.instead[node] = own
            else:
                self._to_edges(node, own)

    def _leaving(self, numbers: list[int]) -> list[int]:
        return [
            n
            for n in numbers
            if self.spots[n].steers and self._level(n) in ("paragraphs", "explicit")
        ]

    def _spare(self, node: etree._Element) -> bool:
        """Whether the container keeps another paragraph when this one goes."""
        parent = node.getparent()
        if parent is None or parent.tag not in self.words.keeps_paragraph:
            return True
        return any(
            child not in self.texts or not self._goes(self.texts[child])
            for child in parent.iterchildren(self.words.paragraph)
        )

    def _to_edges(self, node: etree._Element, own: list[int]) -> None:
        """Let the tags leave that lead the paragraph, or end it, and what stands before them."""
        text = self.texts[node]
        stays_outside = text.ends_section and self._blank(
            text, self.by_text[text], 0, len(text.string)
        )
        leading: set[int] = set()
        ending: set[int] = set()
        for number in self._leaving(own):
            prefix, suffix = self._prefix(number), self._suffix(number)
            closes = number == self.group_of[number][-1]
            if suffix and (closes != stays_outside or not prefix):
                ending.update(suffix)
            else:
                leading.update(prefix)
        self._put(self.moves.before, node, sorted(leading & set(own)))
        self._put(self.moves.after, node, sorted((ending - leading) & set(own)))

    @staticmethod
    def _put(
        kind: dict[etree._Element, list[int]], node: etree._Element, numbers: list[int]
    ) -> None:
        if numbers:
            kind[node] = numbers

    def _holds_tags(self, element: etree._Element) -> bool:
        """Whether a row or cell holds nothing but tags that print nothing."""
        return (
            all(
                self._goes(self.texts[node])
                if node in self.texts
                else not paragraph_string(node, self.words).strip()
                for node in element.iter(self.words.paragraph)
            )
            and element.find(f".//{self.words.table}") is None
        )

    def _spots_in(self, row: etree._Element) -> list[int]:
        paragraphs = [node for node in row.iter(self.words.paragraph) if node in self.texts]
        return sorted(n for node in paragraphs for n in self.by_text[self.texts[node]])
