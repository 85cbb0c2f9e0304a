"""Every stretch of text in a part, as one string each: paragraphs, attributes, field codes.

A tag is looked for in a paragraph's whole text, because Word splits what was typed into many runs
(spelling, revision marks, input methods). What cannot be text stands in the string as `SOLID`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from lxml import etree

from generator.documents.vocabulary import MC, PIC, Vocabulary, W, names

SOLID = "￼"  # a drawing, a note reference, a field: anything but text

_FALLBACK = f"{{{MC}}}Fallback"
_SECTION = f"{{{W}}}pPr/{{{W}}}sectPr"
_PICTURE_NAMES = f"{{{PIC}}}cNvPr"
_DELETED = names(W, "delText", "delInstrText")
_GONE = names(W, "del", "moveFrom")  # what was there before a tracked change
_HYPHEN = f"{{{W}}}noBreakHyphen"
_BREAK, _BREAKS = f"{{{W}}}type", ("page", "column")  # an end of a line is none of these
_TAG = re.compile(r"\{_?[{%#]|[}%#]_\}")


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a paragraph's string: the node that holds it, in which run, from where."""

    run: etree._Element
    node: etree._Element
    start: int
    length: int


@dataclass(eq=False, slots=True)
class Text:
    """One string that may hold tags, and the tree it comes from.

    `node` is the paragraph, or the element whose `attribute` (or own text) the string is.
    """

    kind: Literal["runs", "attribute", "node"]
    node: etree._Element
    string: str
    attribute: str = ""
    segments: list[Segment] = field(default_factory=list)
    ends_section: bool = False


def read_texts(root: etree._Element, words: Vocabulary) -> list[Text]:
    """All strings of the part that may hold a tag, in reading order."""
    texts: list[Text] = []
    in_runs: set[etree._Element] = set()
    for node in root.iter(etree.Element):
        if node.tag == words.paragraph:
            text = paragraph_text(node, words)
            in_runs.update(s.node for s in text.segments if s.node.tag == words.text)
            if "{" in text.string or "}" in text.string:
                texts.append(text)
        elif node.text and _TAG.search(node.text) and _is_own(node, in_runs):
            texts.append(Text("node", node, node.text))
        for name, value in node.attrib.items():
            if _TAG.search(str(value)) and node.tag != _PICTURE_NAMES:
                texts.append(Text("attribute", node, str(value), str(name)))
    return texts


def _is_own(node: etree._Element, in_runs: set[etree._Element]) -> bool:
    """Whether a text belongs to no run, and was not deleted with changes tracked."""
    if node in in_runs or node.tag in _DELETED:
        return False
    return next(node.iterancestors(*_GONE), None) is None


def paragraph_text(node: etree._Element, words: Vocabulary) -> Text:
    """The own text of a paragraph, with its pieces."""
    segments: list[Segment] = []
    parts: list[str] = []
    at = 0
    for run, piece, string in _pieces(node, words):
        segments.append(Segment(run, piece, at, len(string)))
        parts.append(string)
        at += len(string)
    ends_section = node.find(_SECTION) is not None
    return Text("runs", node, "".join(parts), "", segments, ends_section)


def looks_alike(text: Text, start: int, end: int, words: Vocabulary) -> bool:
    """Whether a stretch is nothing but text, in one look and under one parent."""
    if text.kind != "runs":
        return True
    inside = [s for s in text.segments if s.start < end and s.start + s.length > start]
    if SOLID in text.string[start:end]:
        return False
    looks = {_looks(s.run, words) for s in inside}
    return len(looks) < 2 and len({s.run.getparent() for s in inside}) < 2


def _looks(run: etree._Element, words: Vocabulary) -> bytes:
    properties = run.find(words.properties)
    return b"" if properties is None else etree.tostring(properties)


def paragraph_string(node: etree._Element, words: Vocabulary) -> str:
    """The own text of a paragraph."""
    return "".join(string for _, _, string in _pieces(node, words))


def drop_fallbacks(root: etree._Element) -> None:
    """Take out the second copies of text boxes (ECMA-376 part 3, 7.6): a tag would run twice."""
    for fallback in list(root.iter(_FALLBACK)):
        if "{" in "".join(str(text) for text in fallback.itertext()):
            parent = fallback.getparent()
            if parent is not None:
                parent.remove(fallback)


def _pieces(
    node: etree._Element, words: Vocabulary
) -> Iterator[tuple[etree._Element, etree._Element, str]]:
    """Run, node and string of each piece of a paragraph's own text."""
    for child in node:
        if child.tag in words.ignored:
            continue
        if child.tag == words.run:
            yield from _run_pieces(child, words)
        elif child.tag in words.separators:
            yield child, child, "\n"
        elif child.tag in words.transparent:
            yield from _pieces(child, words)
        else:
            yield child, child, SOLID


def _run_pieces(
    run: etree._Element, words: Vocabulary
) -> Iterator[tuple[etree._Element, etree._Element, str]]:
    for child in run:
        if child.tag == words.text:
            yield run, child, child.text or ""
        elif child.tag in words.separators and child.get(_BREAK) not in _BREAKS:
            yield run, child, "\t" if child.tag in words.tabs else "\n"
        elif child.tag == _HYPHEN:
            yield run, child, "-"
        elif child.tag not in words.ignored:
            yield run, child, SOLID
