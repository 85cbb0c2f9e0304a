"""What a reader reads in a finished file: every paragraph, and the figures anchored in it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from generator.documents.anchors import Listed
from generator.documents.office import read_office
from generator.documents.packages.package import Package, read_package
from generator.documents.packages.parsing import parse
from generator.documents.packages.relations import read_relations
from generator.documents.presentation import where as slide_where
from generator.documents.skeletons.ordinals import Ordinals
from generator.documents.skeletons.texts import Text, paragraph_text
from generator.documents.vocabulary import SLIDES, WORD, P, R, W, names
from generator.documents.wordprocessing import where as word_where
from generator.model import Place

_CONTROL = f"{{{W}}}sdt"
_LABEL = f"{{{W}}}sdtPr/{{{W}}}tag"
_ALIAS = f"{{{W}}}sdtPr/{{{W}}}alias"
_VALUE = f"{{{W}}}val"
_SHAPES = names(P, "sp", "graphicFrame")
_NAME = f".//{{{P}}}cNvPr"
_TAGS = f".//{{{P}}}custDataLst/{{{P}}}tags"
_ONE_FACT = "fact:"


@dataclass(frozen=True, slots=True)
class Anchored:
    """A figure that Word keeps apart: where it starts and ends in the paragraph, and its fact."""

    start: int
    end: int
    key: str


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph: its place in words, its text, its figures.

    In Word `anchored` says where each stands. On a slide `listed` are the figures that the shape
    tells of; a shape that shows one fact has one without a text, for it may stand anywhere in it.
    """

    where: str
    text: str
    anchored: tuple[Anchored, ...] = ()
    listed: tuple[Listed, ...] = ()
    shape: str = ""


def read_passages(data: bytes, place: Place) -> list[Passage]:
    """The paragraphs of a Word or PowerPoint file that hold words, in reading order.

    Notes, headers and footers are among them. Raises FactpackError for any other file.
    """
    package = read_package(data, place)
    office = read_office(package)
    read = _of_word if office.words is WORD else _of_slides
    return [
        passage
        for part, title in office.parts.items()
        for passage in read(package, part, title)
        if passage.text.strip()
    ]


def _of_word(package: Package, part: str, title: str) -> Iterator[Passage]:
    root = parse(package.read(part), package.place)
    ordinals = Ordinals()
    for node in root.iter(WORD.paragraph):
        text = paragraph_text(node, WORD)
        yield Passage(word_where(text, title, ordinals), text.string, tuple(_controls(text)))


def _controls(text: Text) -> Iterator[Anchored]:
    """The content controls of a paragraph that name a fact, pieces of one joined."""
    spans: dict[etree._Element, tuple[int, int]] = {}
    for segment in text.segments:
        control = next(segment.node.iterancestors(_CONTROL, WORD.paragraph), None)
        if control is not None and control.tag == _CONTROL:
            start, _ = spans.get(control, (segment.start, 0))
            spans[control] = (start, segment.start + segment.length)
    for control, (start, end) in spans.items():
        label = control.find(_LABEL)
        label = control.find(_ALIAS) if label is None else label
        _, colon, key = ("" if label is None else label.get(_VALUE, "")).partition(":")
        if colon:
            yield Anchored(start, end, key)


def _of_slides(package: Package, part: str, title: str) -> Iterator[Passage]:
    root = parse(package.read(part), package.place)
    tags = {one.id: one.target for one in read_relations(package, part) if one.kind == "tags"}
    for node in root.iter(SLIDES.paragraph):
        text = paragraph_text(node, SLIDES)
        shape = next(node.iterancestors(*_SHAPES), None)
        if shape is None:
            yield Passage(slide_where(text, title), text.string)
            continue
        listed = [one for one in _listed(package, shape, tags) if _is_here(one, node)]
        name = shape.find(_NAME)
        called = "" if name is None else name.get("name", "")
        yield Passage(slide_where(text, title), text.string, (), tuple(listed), called)


def _listed(package: Package, shape: etree._Element, tags: dict[str, str]) -> list[Listed]:
    name = shape.find(_NAME)
    called = "" if name is None else name.get("name", "")
    if called.startswith(_ONE_FACT):
        return [Listed(called.removeprefix(_ONE_FACT), "", 1)]
    found = (tags.get(one.get(f"{{{R}}}id", ""), "") for one in shape.iterfind(_TAGS))
    return [one for part in found if part in package for one in _of_tags(package, part)]


def _of_tags(package: Package, part: str) -> Iterator[Listed]:
    """The figures of a tag part; a tag that is not ours says nothing."""
    for tag in parse(package.read(part), package.place):
        if not tag.get("name", "").startswith("FACT"):
            continue
        try:
            one = json.loads(tag.get("val", ""))
            yield Listed(
                one["key"], one["text"], one["ordinal"], one.get("row", 0), one.get("column", 0)
            )
        except (ValueError, KeyError, TypeError):
            continue


def _is_here(one: Listed, node: etree._Element) -> bool:
    """Whether a figure of a table stands in the cell of a paragraph."""
    if not one.row:
        return True
    row = next(node.iterancestors(SLIDES.row), None)
    cell = next(node.iterancestors(SLIDES.cell), None)
    return (
        row is not None
        and cell is not None
        and (_number(row), _number(cell)) == (one.row, one.column)
    )


def _number(node: etree._Element) -> int:
    return 1 + sum(1 for _ in node.itersiblings(node.tag, preceding=True))
