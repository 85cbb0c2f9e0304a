"""Pages side by side in one picture, each with its caption, in the order given."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFont
from pylopdf_fonts_zh_cn import sans_path

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

COLUMNS = 5
_GAP, _CAPTION, _TYPE = 28, 34, 18  # pixels
_GROUND, _EDGE, _INK = "#E9ECEE", "#B4C0C5", "#1B2A32"


@dataclass(frozen=True, slots=True)
class Page:
    """A page as a PNG, and what stands under it."""

    caption: str
    picture: bytes


def draw_contact_sheet(pages: Sequence[Page]) -> bytes:
    """A PNG of all pages in rows; a page of another shape begins a new row."""
    shown = [(page.caption, Image.open(io.BytesIO(page.picture)).convert("RGB")) for page in pages]
    width = max(picture.width for _, picture in shown)
    rows = list(_rows(shown))
    heights = [max(picture.height for _, picture in row) + _CAPTION + _GAP for row in rows]
    columns = max(map(len, rows))
    sheet = Image.new("RGB", (columns * (width + _GAP) + _GAP, sum(heights) + _GAP), _GROUND)
    pen = ImageDraw.Draw(sheet)
    face = ImageFont.truetype(str(sans_path()), _TYPE)
    top = _GAP
    for row, height in zip(rows, heights, strict=True):
        for number, (caption, picture) in enumerate(row):
            left = _GAP + number * (width + _GAP)
            sheet.paste(picture, (left, top))
            edge = (left - 1, top - 1, left + picture.width, top + picture.height)
            pen.rectangle(edge, outline=_EDGE)
            words = _cut(caption, face, width)
            pen.text((left, top + picture.height + 6), words, fill=_INK, font=face)
        top += height
    data = io.BytesIO()
    sheet.save(data, "PNG", optimize=True)
    return data.getvalue()


def _rows(pages: Sequence[tuple[str, Picture]]) -> Iterator[list[tuple[str, Picture]]]:
    for _, group in groupby(pages, key=lambda page: page[1].size):
        same = list(group)
        yield from (same[at : at + COLUMNS] for at in range(0, len(same), COLUMNS))


def _cut(caption: str, face: ImageFont.FreeTypeFont, width: int) -> str:
    """The caption, its file name cut in the middle where it is too wide; the page number stays."""
    if face.getlength(caption) <= width:
        return caption
    name, _, number = caption.rpartition(" · ")
    while name and face.getlength(f"{name}… · {number}") > width:
        name = name[:-1]
    return f"{name}… · {number}"
