"""Dashes of block tags: ``{%-`` and ``-%}`` join a tag with the text or paragraph beside it.

Blanks and line breaks between a text and the dash go. Where nothing is left before the tag in its
paragraph, the paragraph joins the one before it, and likewise after the tag. The first one's
properties stay; no join leaves a container, meets a table or takes the end of a section along.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from generator.documents.skeletons.marks import Spot
from generator.documents.skeletons.texts import Segment, Text, paragraph_text
from generator.documents.vocabulary import Vocabulary


def join_at_dashes(spots: Mapping[int, Spot], words: Vocabulary) -> dict[int, Spot]:
    """The spots after their dashes have done their work in the tree."""
    if not any(spot.left or spot.right for spot in spots.values()):
        return dict(spots)
    joins = _Joins(spots, words)
    for number, spot in sorted(spots.items()):
        if spot.left:
            joins.backwards(number)
    for number, spot in sorted(spots.items()):
        if spot.right:
            joins.onwards(number)
    return joins.spots


class _Joins:
    def __init__(self, spots: Mapping[int, Spot], words: Vocabulary) -> None:
        self.spots, self.words = dict(spots), words
        self.texts = {s.text.node: s.text for s in spots.values() if s.text.kind == "runs"}

    def backwards(self, number: int) -> None:
        spot = self.spots[number]
        start = len(spot.text.string[: spot.start].rstrip())
        self.spots[number] = replace(spot, start=start)
        if start == 0 and spot.text.kind == "runs":
            before = spot.text.node.getprevious()
            if before is not None and before.tag == self.words.paragraph:
                self._join(self._text(before), spot.text)

    def onwards(self, number: int) -> None:
        spot = self.spots[number]
        string = spot.text.string
        end = len(string) - len(string[spot.end :].lstrip())
        self.spots[number] = replace(spot, end=end)
        if end == len(string) and spot.text.kind == "runs":
            after = spot.text.node.getnext()
            if after is not None and after.tag == self.words.paragraph:
                self._join(spot.text, self._text(after))

    def _text(self, node: etree._Element) -> Text:
        if node not in self.texts:
            self.texts[node] = paragraph_text(node, self.words)
        return self.texts[node]

    def _join(self, first: Text, second: Text) -> None:
        """Let the second paragraph go on where the first one ends."""
        if first.ends_section or second.ends_section:
            return
        shift = len(first.string)
        first.string += second.string
        first.segments += [
            Segment(s.run, s.node, s.start + shift, s.length) for s in second.segments
        ]
        for number, spot in self.spots.items():
            if spot.text is second:
                self.spots[number] = replace(
                    spot, text=first, start=spot.start + shift, end=spot.end + shift
                )
        _append(first.node, second.node, self.words)
        self.texts.pop(second.node, None)


def _append(first: etree._Element, second: etree._Element, words: Vocabulary) -> None:
    for child in list(first):
        if child.tag == words.paragraph_end:
            first.remove(child)
    first.extend(child for child in list(second) if child.tag != words.paragraph_properties)
    parent = second.getparent()
    assert parent is not None
    parent.remove(second)
