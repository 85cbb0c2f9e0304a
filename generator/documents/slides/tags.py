"""Taking stretches of text out of a slide: tags that are about whole slides or whole shapes.

They go before the slide's own texts are looked at. What they leave behind goes when the places of
all other tags have been put in words: an empty paragraph, an empty helper box beside the slide.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from lxml import etree

from generator.documents.packages.package import Package
from generator.documents.skeletons.marks import token
from generator.documents.skeletons.texts import Segment, Text, paragraph_string
from generator.documents.vocabulary import MC, SLIDES, A, P, names

Span = tuple[int, int]

_SHAPES = names(P, "sp", "pic", "graphicFrame", "cxnSp", "grpSp", "contentPart")
_TREE = f"{{{P}}}spTree"
_NAME = f"{{{P}}}cNvPr"
_HOLDER = f"{{{P}}}ph"
_JOINS = names(A, "stCxn", "endCxn")
_CHOICE = f"{{{MC}}}Choice"
_SIZE = re.compile(rb'<(?:\w+:)?sldSz\b[^>]*?\bcx="(\d+)"[^>]*?\bcy="(\d+)"')

Size = tuple[int, int]


def slide_size(package: Package, main: str) -> Size:
    """Width and height of the slides in EMU (ECMA-376 part 1, 19.2.1.39); 0 when not said."""
    found = _SIZE.search(package.read(main))
    return (int(found[1]), int(found[2])) if found else (0, 0)


def take_out(text: Text, spans: Sequence[Span]) -> None:
    """Take stretches out of the tree that a text was read from; the text itself is then stale."""
    if text.kind == "runs":
        for segment in text.segments:
            _take_out_of(segment, spans)
    elif text.attribute:
        text.node.set(text.attribute, _left(text.string, 0, spans))
    else:
        text.node.text = _left(text.string, 0, spans)


def _take_out_of(segment: Segment, spans: Sequence[Span]) -> None:
    node = segment.node
    if node.tag != SLIDES.text:
        if node.tag in SLIDES.separators and not _left("\n", segment.start, spans):
            _remove(node)
        return
    string = node.text or ""
    node.text = _left(string, segment.start, spans)
    if string and not node.text:
        _remove(segment.run)


def _left(string: str, start: int, spans: Sequence[Span]) -> str:
    return "".join(
        char
        for at, char in enumerate(string, start)
        if not any(first <= at < last for first, last in spans)
    )


def tidy(texts: Iterable[Text], size: Size) -> None:
    """Leave out paragraphs in which nothing is left, and boxes beside the slide likewise."""
    for text in texts:
        paragraph, shape = text.node, shape_of(text)
        body = paragraph.getparent()
        blank = text.kind == "runs" and not _string(paragraph)
        if blank and body is not None and len(body.findall(SLIDES.paragraph)) > 1:
            body.remove(paragraph)
        if shape is not None and _is_helper(shape, size):
            _remove(shape)


def shape_of(text: Text) -> etree._Element | None:
    """The shape that a text stands in or describes."""
    return next(text.node.iterancestors(*_SHAPES), None)


def is_animated(text: Text) -> bool:
    """Whether the slide's animations move the shape of a text, or one within it."""
    shape = shape_of(text)
    return shape is not None and _is_moved(shape)


def _is_moved(shape: etree._Element) -> bool:
    ids = _ids(shape)
    root = shape.getroottree().getroot()
    return any(node.get("spid") in ids for node in root.iter(etree.Element))


def enclose(text: Text, opening: int, closing: int) -> None:
    """Put tokens round the shape of a text, and unglue the connectors that it may leave."""
    shape = shape_of(text)
    if shape is None:
        return
    choice = next(shape.iterancestors(_CHOICE), None)
    if choice is not None and shape.getparent() is choice:
        shape = next(choice.iterancestors())
    ids = _ids(shape)
    for join in list(shape.getroottree().getroot().iter(*_JOINS)):
        if join.get("id") in ids:
            _remove(join)
    shape.addprevious(token(str(opening)))
    shape.addnext(token(str(closing)))


def _ids(shape: etree._Element) -> set[str]:
    return {node.get("id", "") for node in shape.iter(_NAME)}


def _is_helper(shape: etree._Element, size: Size) -> bool:
    """A text box beside the slide without a word in it, that nothing else speaks of."""
    parent = shape.getparent()
    return (
        shape.tag == f"{{{P}}}sp"
        and parent is not None
        and parent.tag == _TREE
        and next(shape.iter(_HOLDER), None) is None
        and not any(_string(paragraph) for paragraph in shape.iter(SLIDES.paragraph))
        and _is_beside(shape, size)
        and not _is_moved(shape)
        and not _is_joined(shape)
    )


def _string(paragraph: etree._Element) -> str:
    return paragraph_string(paragraph, SLIDES).strip()


def _is_joined(shape: etree._Element) -> bool:
    root = shape.getroottree().getroot()
    return any(join.get("id") in _ids(shape) for join in root.iter(*_JOINS))


def _is_beside(shape: etree._Element, size: Size) -> bool:
    """Whether no corner of it is on the slide."""
    at = shape.find(f"{{{P}}}spPr/{{{A}}}xfrm/{{{A}}}off")
    extent = shape.find(f"{{{P}}}spPr/{{{A}}}xfrm/{{{A}}}ext")
    if at is None or extent is None or not all(size):
        return False
    left, top = int(at.get("x", "0")), int(at.get("y", "0"))
    right, bottom = left + int(extent.get("cx", "0")), top + int(extent.get("cy", "0"))
    return right <= 0 or bottom <= 0 or left >= size[0] or top >= size[1]


def _remove(node: etree._Element) -> None:
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)
