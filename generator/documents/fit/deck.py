"""Whether the words of a finished deck fit: every text box, placeholder and table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from generator.documents.fit.backdrops import TITLES, Backdrop, read_backdrop
from generator.documents.fit.looks import POINTS_PER_EMU
from generator.documents.fit.overflows import Overflow
from generator.documents.fit.shapes import Box, Shape, frame_of, shapes
from generator.documents.fit.slide_text import slide_body
from generator.documents.fit.tables import table_of
from generator.documents.packages.package import Package, own_package
from generator.documents.packages.parsing import parse
from generator.documents.packages.relations import read_relations, related
from generator.documents.vocabulary import SLIDES, P, R
from generator.model import NOWHERE

TITLE_LINES_MOST = 2

_TOLERANCE = 0.6  # points: less than anybody sees
_BODY = f"{{{P}}}txBody"


def deck_overflows(data: bytes) -> list[Overflow]:
    """Every text of a finished deck that is too long for its place, in reading order.

    A box has its own height; one that grows with its text, and a table, may grow down to the next
    shape and the end of the slide. A title has two lines.
    """
    return [over for slide in read_slides(data) for over in slide.overflows()]


def read_slides(data: bytes) -> Iterator[Slide]:
    """The slides of a finished deck in their order."""
    package = own_package(data, NOWHERE)
    main = related(package, "", "officeDocument")
    show = parse(package.read(main), NOWHERE)
    page = _page(show)
    targets = {relation.id: relation.target for relation in read_relations(package, main)}
    backdrops: dict[str, Backdrop] = {}
    for number, entry in enumerate(show.iter(f"{{{P}}}sldId"), 1):
        name = targets[entry.get(f"{{{R}}}id", "")]
        layout = related(package, name, "slideLayout")
        if layout not in backdrops:
            backdrops[layout] = _backdrop(package, layout, main)
        yield Slide(number, page, backdrops[layout], parse(package.read(name), NOWHERE))


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide with what lies behind it; `page` is the whole of it."""

    number: int
    page: Box
    behind: Backdrop
    tree: etree._Element

    def overflows(self) -> Iterator[Overflow]:
        """Its texts that are too long for their places."""
        placed = shapes(self.tree, self.behind)
        for shape in placed:
            if shape.node.tag == SLIDES.table_frame:
                yield from self._of_table(shape, placed)
            elif (body := shape.node.find(_BODY)) is not None:
                yield from self._of_text(shape, body, placed)

    def _of_text(
        self, shape: Shape, body: etree._Element, placed: Sequence[Shape]
    ) -> Iterator[Overflow]:
        frame = frame_of(shape, self.behind)
        styles = self.behind.styles(shape.mark, body)
        text = slide_body(body, styles, self.behind.fonts, frame.shrink)
        if text.is_blank:
            return
        needed = text.needs(frame.width if frame.wraps else self.page.width)
        has = frame.height
        if frame.grows:
            has += self._room_below(shape.box, placed) - shape.box.bottom
        is_title = shape.mark is not None and shape.mark[0] in TITLES
        if is_title and needed.lines > TITLE_LINES_MOST:
            most = TITLE_LINES_MOST
            yield Overflow(self.number, shape.name, text.words, needed.lines, most, "lines")
        elif needed.height > has + _TOLERANCE:
            yield Overflow(self.number, shape.name, text.words, needed.height, has)

    def _of_table(self, shape: Shape, placed: Sequence[Shape]) -> Iterator[Overflow]:
        node = next(shape.node.iter(SLIDES.table), None)
        if node is None:
            return
        table = table_of(node, self.behind)
        has = self._room_below(shape.box, placed) - shape.box.y
        if table.needs > has + _TOLERANCE:
            row = table.tallest()
            name = f"{shape.name}{row.where}"
            words = row.body.words if row.body else ""
            yield Overflow(self.number, name, words, table.needs, has)

    def _room_below(self, box: Box, placed: Sequence[Shape]) -> float:
        """How far down a box may grow: to the nearest shape that begins below it.

        The layout's own rules and bands count; its places to be filled do not.
        """
        layout = self.behind.layout
        fixed = [] if layout is None else shapes(layout, self.behind)
        tops = [
            other.box.y
            for other in (*placed, *(shape for shape in fixed if shape.mark is None))
            if other.box.y >= box.bottom - _TOLERANCE
            and other.box.x < box.x + box.width
            and box.x < other.box.x + other.box.width
        ]
        return min(tops, default=self.page.bottom)


def _page(show: etree._Element) -> Box:
    size = show.find(f"{{{P}}}sldSz")
    assert size is not None, "a presentation without a size"
    width, height = (int(size.get(side, "0")) * POINTS_PER_EMU for side in ("cx", "cy"))
    return Box(0, 0, width, height)


def _backdrop(package: Package, layout: str, main: str) -> Backdrop:
    master = related(package, layout, "slideMaster") if layout else ""
    theme = related(package, master, "theme") if master else ""
    names = (layout, master, theme, main)
    return read_backdrop(*(package.read(name) if name else b"" for name in names))
