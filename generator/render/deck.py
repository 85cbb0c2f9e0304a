"""The slides of a deck as one script: slide tags round the slides, shape tags round shapes.

Tags with ``slide`` or ``shape`` before their word are taken out of the texts that they are typed
in, which then are read as if the tags had never stood there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from generator.documents.packages.package import Package
from generator.documents.skeletons.decisions import Group
from generator.documents.skeletons.skeleton import OpenPart
from generator.documents.skeletons.texts import Text, read_texts
from generator.documents.slides.deck import SlideShow
from generator.documents.slides.tags import (
    Size,
    enclose,
    is_animated,
    shape_of,
    slide_size,
    take_out,
    tidy,
)
from generator.documents.vocabulary import SLIDES
from generator.render.script import Script
from generator.tags.blocks import Fault
from generator.tags.scan import WHOLES, Tag, scan
from generator.tags.slide_blocks import match_slides

_PREFIXED = re.compile(r"\{%[-+]?\s*(slide|shape)\s")
_TITLES = re.compile(rb"<(?:\w+:)?lpstr>[^<]*\{[{%]")
_ZOOM = re.compile(rb"<(?:\w+:)?(?:sldZm|sectionZm|summaryZm)\b")
_APP = "docProps/app.xml"
_NO_SHAPE = "The tag stands in no shape."
_ANIMATED = "the shape is animated, and an animation without its shape damages the slide."


@dataclass(slots=True)
class _Sheet:
    """A slide's or its notes' part, and the tags about wholes that were typed in it."""

    part: OpenPart
    emptied: list[Text] = field(default_factory=list)
    slide_tags: list[tuple[int, Tag]] = field(default_factory=list)
    shapes: list[tuple[Text, int, int]] = field(default_factory=list)

    @property
    def enclosed(self) -> list[Group]:
        """The blocks round whole shapes."""
        return [(opening, closing) for _, opening, closing in self.shapes]

    def ready(self, size: Size = (0, 0)) -> bool:
        """Finish what taking tags out began; whether there was any."""
        for text, opening, closing in self.shapes:
            enclose(text, opening, closing)
        tidy(self.emptied, size)
        return bool(self.emptied)


def add_slides(script: Script, package: Package, parts: Sequence[OpenPart]) -> SlideShow | None:
    """Set the tags of all slides and notes; the deck is given back if its slides take turns.

    They do where slide tags stand, and where the properties list titles with tags in them.
    """
    sheets = [_sheet(script, part) for part in parts]
    slide_tags = any(sheet.slide_tags for sheet in sheets)
    if not slide_tags and not _lists_tags(package):
        for sheet in sheets:
            script.add_part(sheet.part, sheet.ready, sheet.enclosed)
        return None
    if slide_tags:
        _refuse_zooms(script, package, parts)
    show = SlideShow.read(package)
    _add_turns(script, show, sheets)
    return show


def _add_turns(script: Script, show: SlideShow, sheets: Sequence[_Sheet]) -> None:
    script.turns = True
    size = slide_size(show.package, show.main)
    own = {part for parts in show.parts.own.values() for part in parts}
    slides = _by_slide(show, [sheet for sheet in sheets if sheet.part.name in own])
    tags = [[tag for sheet in slide for tag in sheet.slide_tags] for slide in slides]
    arounds, faults = match_slides(tags)
    for fault in faults:
        script.fault(fault)
    for slide, around in zip(slides, arounds, strict=True):
        for number in around.before:
            script.steer(number, SLIDES)
        first = slide[0].part
        script.begin_slide(show.slides.index(first.name) + 1, first.title, SLIDES)
        for sheet in slide:
            script.add_part(sheet.part, partial(sheet.ready, size), sheet.enclosed)
        for number in around.after:
            script.steer(number, SLIDES)
    for sheet in sheets:
        if sheet.part.name not in own:
            script.add_part(sheet.part)  # the properties belong to no slide


def _by_slide(show: SlideShow, sheets: Iterable[_Sheet]) -> list[list[_Sheet]]:
    """Each slide with its notes, which come after it."""
    slides: list[list[_Sheet]] = []
    for sheet in sheets:
        if sheet.part.name in show.slides:
            slides.append([])
        slides[-1].append(sheet)
    return slides


def _refuse_zooms(script: Script, package: Package, parts: Iterable[OpenPart]) -> None:
    """A zoom shows a slide by its id, which may be gone or one of many."""
    for part in parts:
        if _ZOOM.search(package.read(part.name)):
            problem = "A zoom stands here, and slides are repeated or left out by tags."
            script.told.add(part.title, problem, "Replace the zoom by a picture with a link.")


def _lists_tags(package: Package) -> bool:
    return _APP in package and _TITLES.search(package.read(_APP)) is not None


def _sheet(script: Script, part: OpenPart) -> _Sheet:
    sheet = _Sheet(part)
    for text in part.texts:
        if _PREFIXED.search(text.string):
            tags = [tag for tag in scan(text.string)[0] if tag.prefix in WHOLES]
            _take(script, sheet, text, tags)
    if sheet.emptied:
        sheet.part = replace(part, texts=tuple(read_texts(part.root, part.words)))
    return sheet


def _take(script: Script, sheet: _Sheet, text: Text, tags: Sequence[Tag]) -> None:
    where = sheet.part.where(text)
    numbered = [(script.add_tag(where, tag), tag) for tag in tags]
    sheet.slide_tags += [pair for pair in numbered if pair[1].prefix == "slide"]
    for number, tag in numbered:
        if tag.prefix == "shape":
            _take_shape(script, sheet, text, number, tag)
    take_out(text, [(tag.start, tag.end) for tag in tags])
    if tags:
        sheet.emptied.append(text)


def _take_shape(script: Script, sheet: _Sheet, text: Text, number: int, tag: Tag) -> None:
    """A shape is left out by one tag in it; a closing one may stand there, and says nothing."""
    if tag.word == "endif":
        return
    if tag.word != "if":
        problem = f"a shape has no {tag.word}: it is shown or left out."
        script.fault(Fault(number, problem, "Write {%shape if …%}, or repeat its slide or rows."))
    elif shape_of(text) is None:
        script.fault(Fault(number, _NO_SHAPE, "Put it in a shape's text."))
    elif is_animated(text):
        script.fault(Fault(number, _ANIMATED, "Remove the animation."))
    else:
        where = sheet.part.where(text)
        closing = script.add_tag(where, Tag("block", 0, 0, tag.written, "{% endif %}", "endif"))
        sheet.shapes.append((text, number, closing))
