"""Marks in the tree where tags stood: each tag is cut out of its text and leaves a token behind.

Among runs a token is a processing instruction ``<?fp 7?>`` (those of the file itself were dropped
when it was parsed, so it cannot be confused), in attributes and field codes the number stands
between two noncharacters. A value gets a run of its own, head and tail marked, so that whatever
takes its place can take the whole run's.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lxml import etree

from generator.documents.skeletons.texts import Segment, Text
from generator.documents.vocabulary import XML_SPACE, Vocabulary

TOKEN = "fp"
OPEN, CLOSE = "\ufdd0", "\ufdd1"


@dataclass(frozen=True, slots=True)
class Spot:
    """A tag's place: `start` and `end` in its text's string; `literal` text takes its place.

    `steers` is true for a tag that prints nothing: a block tag, a comment. `prefix` says what it
    stands for with all that is in it: ``p`` its paragraph, ``tr`` its row, ``tc`` its cell. `left`
    and `right` are dashes, which join it with what stands there.
    """

    text: Text
    start: int
    end: int
    steers: bool
    literal: str | None = None
    prefix: str = ""
    left: bool = False
    right: bool = False


def token(code: str) -> etree._Element:
    """A token that stands among elements."""
    return etree.ProcessingInstruction(TOKEN, code)


def token_text(code: str) -> str:
    """A token that stands inside a string."""
    return f"{OPEN}{code}{CLOSE}"


def put_tokens(spots: Mapping[int, Spot], words: Vocabulary) -> dict[int, etree._Element]:
    """Replace every spot by its token; those that steer are given back, to be moved."""
    by_text: dict[Text, dict[int, Spot]] = {}
    for number, spot in spots.items():
        by_text.setdefault(spot.text, {})[number] = spot
    steering: dict[int, etree._Element] = {}
    for text, own in by_text.items():
        if text.kind == "runs":
            steering.update(_in_paragraph(text, own, words))
        else:
            _in_string(text, own)
    return steering


def _in_string(text: Text, spots: Mapping[int, Spot]) -> None:
    parts: list[str] = []
    at = 0
    for number, spot in spots.items():
        mark = token_text(str(number)) if spot.literal is None else spot.literal
        parts += [text.string[at : spot.start], mark]
        at = spot.end
    string = "".join([*parts, text.string[at:]])
    if text.attribute:
        text.node.set(text.attribute, string)
    else:
        text.node.text = string


def _in_paragraph(
    text: Text, spots: Mapping[int, Spot], words: Vocabulary
) -> dict[int, etree._Element]:
    steering: dict[int, etree._Element] = {}
    runs: dict[etree._Element, list[Segment]] = {}
    for segment in text.segments:
        runs.setdefault(segment.run, []).append(segment)
    for run, segments in runs.items():
        first, last = segments[0].start, segments[-1].start + segments[-1].length
        touching = {n: s for n, s in spots.items() if s.start < last and s.end > first}
        if touching:
            steering.update(_split(run, segments, touching, words))
    return steering


def _split(
    run: etree._Element,
    segments: Iterable[Segment],
    spots: Mapping[int, Spot],
    words: Vocabulary,
) -> dict[int, etree._Element]:
    """Cut one run at its tags; what is left of it goes on with the same properties."""
    parent = run.getparent()
    assert parent is not None
    splitter = _Splitter(run, words)
    by_node = {segment.node: segment for segment in segments}
    for child in [run] if run in by_node else list(run):
        segment = by_node.get(child)
        if segment is None:
            if child.tag != words.properties:
                splitter.keep(child)
        elif child.tag == words.text:
            splitter.text(child.text or "", segment.start, spots)
        elif not any(s.start <= segment.start < s.end for s in spots.values()):
            splitter.keep(child)
        else:
            splitter.instead(segment.start, spots)
    splitter.close()
    at = parent.index(run)
    parent[at : at + 1] = splitter.nodes
    return splitter.steering


class _Splitter:
    """The runs and tokens that one run falls apart into."""

    def __init__(self, run: etree._Element, words: Vocabulary) -> None:
        self.run, self.words = run, words
        self.properties = run.find(words.properties)
        self.nodes: list[etree._Element] = []
        self.steering: dict[int, etree._Element] = {}
        self._open: etree._Element | None = None

    def keep(self, child: etree._Element) -> None:
        """A child that is no text moves on in its order."""
        if child is self.run:
            self.nodes.append(child)
        else:
            self._current().append(child)

    def text(self, string: str, start: int, spots: Mapping[int, Spot]) -> None:
        """One text node, without the tags in it and with a token where each of them begins."""
        at = 0
        for number, spot in spots.items():
            first, last = spot.start - start, spot.end - start
            if last <= 0 or first >= len(string):
                continue
            self._write(string[at : max(first, 0)])
            if first >= 0:
                self._mark(number, spot)
            at = min(last, len(string))
        self._write(string[at:])

    def instead(self, start: int, spots: Mapping[int, Spot]) -> None:
        """A child that went with a tag: the tag's token, where it begins here."""
        for number, spot in spots.items():
            if spot.start == start:
                self._mark(number, spot)

    def close(self) -> None:
        """End the run that is being filled."""
        if self._open is not None:
            self.nodes.append(self._open)
            self._open = None

    def _mark(self, number: int, spot: Spot) -> None:
        if spot.literal is not None:
            self._write(spot.literal)
            return
        self.close()
        if spot.steers:
            self.steering[number] = token(str(number))
            self.nodes.append(self.steering[number])
            return
        run = self._new_run()
        text = self._new_text(run)
        text.append(token(str(number)))
        self.nodes += [token(f"h{number}"), run, token(f"t{number}")]

    def _write(self, string: str) -> None:
        if string:
            run = self._current()
            ends_in_text = len(run) and run[-1].tag == self.words.text
            text = run[-1] if ends_in_text else self._new_text(run)  # a slide's run has but one
            text.text = (text.text or "") + string

    def _current(self) -> etree._Element:
        if self._open is None:
            self._open = self._new_run()
        return self._open

    def _new_run(self) -> etree._Element:
        run = self.run.makeelement(self.run.tag)
        for name, value in self.run.attrib.items():
            run.set(name, value)
        if self.properties is not None:
            run.append(copy.deepcopy(self.properties))
        return run

    def _new_text(self, run: etree._Element) -> etree._Element:
        text = etree.SubElement(run, self.words.text)
        if self.words.keeps_blanks:
            text.set(XML_SPACE, "preserve")
        return text
