"""Whether the words of a slide fit the places that the slide gives them.

One em for a Chinese character or mark, Liberation Sans (as wide as Arial) for the rest; a line
breaks between Chinese characters and between words, never before a closing mark.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree
from template_parts import A, P

_POINTS_PER_EMU = 1 / 12_700
_CLOSING = "，。；：、）》”！？"
_PIECES = re.compile(rf"[A-Za-z0-9.,%+\-]+|[^A-Za-z0-9.,%+\-][{_CLOSING}]*")

Fill = Callable[[str], str]


@dataclass(frozen=True)
class Overflow:
    """A text that needs more than its box: points needed and points there."""

    name: str
    words: str
    needs: float
    has: float


@dataclass(frozen=True)
class _Look:
    size: float
    line: float


def overflows(slide: etree._Element, layout: etree._Element, fill: Fill) -> Iterator[Overflow]:
    """The shapes and cells of a slide whose filled text is taller than its box."""
    places = {_mark(shape): shape for shape in layout.iter(f"{P}sp") if _mark(shape)}
    for shape in slide.iter(f"{P}sp"):
        keeper = places.get(_mark(shape), shape)
        box = (shape if shape.find(f"{P}spPr/{A}xfrm") is not None else keeper).find(
            f"{P}spPr/{A}xfrm/{A}ext"
        )
        body = shape.find(f"{P}txBody")
        if body is not None and box is not None:
            width, height = (int(box.get(side)) * _POINTS_PER_EMU for side in ("cx", "cy"))
            yield from _check(
                shape.find(f".//{P}cNvPr").get("name"), body, keeper, width, height, fill
            )
    for table in slide.iter(f"{A}tbl"):
        yield from _check_table(table, fill)


def width_of(text: str, size: float) -> float:
    """The width of a text on one line, in points."""
    text = text.replace("\u200b", "")
    return sum(1.0 if char > "\u2e7f" or char in "“”—…·" else 0.556 for char in text) * size


def _check_table(table: etree._Element, fill: Fill) -> Iterator[Overflow]:
    widths = [int(column.get("w")) * _POINTS_PER_EMU for column in table.iter(f"{A}gridCol")]
    for row in table.iter(f"{A}tr"):
        height = int(row.get("h")) * _POINTS_PER_EMU
        for cell, width in zip(row.iter(f"{A}tc"), widths, strict=True):
            properties = cell.find(f"{A}tcPr")
            margins = sum(int(properties.get(side)) for side in ("marL", "marR")) * _POINTS_PER_EMU
            yield from _check("表格", cell.find(f"{A}txBody"), cell, width - margins, height, fill)


def _check(
    name: str, body: etree._Element, keeper: etree._Element, width: float, height: float, fill: Fill
) -> Iterator[Overflow]:
    needs, words = 0.0, []
    for paragraph in body.iter(f"{A}p"):
        look = _look(paragraph, keeper)
        runs = [
            (fill(run.findtext(f"{A}t") or ""), _size(run, look)) for run in paragraph.iter(f"{A}r")
        ]
        words.append("".join(text for text, _ in runs))
        needs += _lines(runs, width) * look.line
    if needs > height + 0.6:
        yield Overflow(name, "\n".join(words), needs, height)


def _lines(runs: list[tuple[str, float]], width: float) -> int:
    used, lines = 0.0, 1
    for text, size in runs:
        for piece in _PIECES.findall(text):
            wide = width_of(piece, size)
            if used + wide > width + 0.5 and used:
                used, lines = 0.0, lines + 1
            used += wide
    return lines


def _look(paragraph: etree._Element, keeper: etree._Element) -> _Look:
    """Size and line of a paragraph: its own, or those that the layout keeps."""
    own = paragraph.find(f"{A}pPr/{A}lnSpc/{A}spcPts")
    level = keeper.find(f".//{A}lstStyle/{A}lvl1pPr")
    if own is not None:
        sizes = [int(run.get("sz")) for run in paragraph.iter(f"{A}rPr")]
        return _Look(max(sizes, default=1000) / 100, int(own.get("val")) / 100)
    size = int(level.find(f"{A}defRPr").get("sz")) / 100
    return _Look(size, int(level.find(f"{A}lnSpc/{A}spcPts").get("val")) / 100)


def _size(run: etree._Element, look: _Look) -> float:
    size = run.find(f"{A}rPr").get("sz")
    return int(size) / 100 if size else look.size


def _mark(shape: etree._Element) -> tuple[str | None, str | None] | None:
    mark = shape.find(f".//{P}ph")
    return None if mark is None else (mark.get("type"), mark.get("idx"))
