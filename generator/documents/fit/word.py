"""Whether words fit where Word cuts them off: rows of an exact height, and text boxes.

Everything else in Word grows with its text; how many pages come of it, only a layout can tell.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from generator.documents.fit.looks import POINTS_PER_EMU, theme_fonts
from generator.documents.fit.overflows import Overflow
from generator.documents.fit.word_text import TWENTIETHS, WordStyles, word_body
from generator.documents.packages.package import Package, own_package
from generator.documents.packages.parsing import parse
from generator.documents.packages.relations import related
from generator.documents.vocabulary import WORD, A, W
from generator.model import NOWHERE

_WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_CUTS = (b'hRule="exact"', b"txbxContent")
_MARGIN = 108  # twentieths of a point: Word's own left and right margin of a cell
_INSETS = {"lIns": 91_440, "tIns": 45_720, "rIns": 91_440, "bIns": 45_720}
_TOLERANCE = 0.6


def word_overflows(data: bytes) -> list[Overflow]:
    """Every text of a finished document that is too long for its cell or box, in reading order.

    Not looked at: cells that hold another table, and boxes that grow with their text.
    """
    package = own_package(data, NOWHERE)
    main = related(package, "", "officeDocument")
    xml = package.read(main)
    if not any(cut in xml for cut in _CUTS):
        return []
    root = parse(xml, NOWHERE)
    styles = _styles(package, main)
    return [*_of_rows(root, styles), *_of_boxes(root, styles)]


def _of_rows(root: etree._Element, styles: WordStyles) -> Iterator[Overflow]:
    for number, table in enumerate(root.iter(WORD.table), 1):
        widths = [_twentieths(column, "w") for column in table.iterfind(f"{{{W}}}tblGrid/*")]
        for at, row in enumerate(table.iter(WORD.row), 1):
            height = row.find(f"{{{W}}}trPr/{{{W}}}trHeight")
            if height is not None and height.get(f"{{{W}}}hRule") == "exact":
                where = f"table {number}, row {at}"
                yield from _of_row(row, where, _twentieths(height, "val"), widths, styles)


def _of_row(
    row: etree._Element, where: str, height: float, widths: list[float], styles: WordStyles
) -> Iterator[Overflow]:
    column = 0
    for number, cell in enumerate(row.iterfind(WORD.cell), 1):
        span = cell.find(f"{{{W}}}tcPr/{{{W}}}gridSpan")
        taken = 1 if span is None else int(span.get(f"{{{W}}}val", "1"))
        width = sum(widths[column : column + taken]) - _margins(cell)
        column += taken
        if cell.find(WORD.table) is not None:
            continue
        body = word_body(cell, styles)
        needs = body.needs(width, edges=True).height
        if body.words and needs > height + _TOLERANCE:
            yield Overflow(0, f"{where}, cell {number}", body.words, needs, height)


def _of_boxes(root: etree._Element, styles: WordStyles) -> Iterator[Overflow]:
    for number, shape in enumerate(root.iter(f"{{{_WPS}}}wsp"), 1):
        content = shape.find(f"{{{_WPS}}}txbx/{{{W}}}txbxContent")
        size = shape.find(f"{{{_WPS}}}spPr/{{{A}}}xfrm/{{{A}}}ext")
        inside = shape.find(f"{{{_WPS}}}bodyPr")
        if content is None or size is None or inside is None:
            continue
        if inside.find(f"{{{A}}}spAutoFit") is not None:
            continue
        left, top, right, bottom = (
            int(inside.get(side, str(inset))) * POINTS_PER_EMU for side, inset in _INSETS.items()
        )
        width = int(size.get("cx", "0")) * POINTS_PER_EMU - left - right
        has = int(size.get("cy", "0")) * POINTS_PER_EMU - top - bottom
        body = word_body(content, styles)
        needs = body.needs(width, edges=True).height
        if body.words and needs > has + _TOLERANCE:
            yield Overflow(0, f"text box {number}", body.words, needs, has)


def _margins(cell: etree._Element) -> float:
    """Left and right margin of a cell: its own, its table's, or Word's."""
    own = cell.find(f"{{{W}}}tcPr/{{{W}}}tcMar")
    table = next(cell.iterancestors(WORD.table))
    shared = table.find(f"{{{W}}}tblPr/{{{W}}}tblCellMar")
    return sum(_margin((own, shared), names) for names in (("left", "start"), ("right", "end")))


def _margin(holders: tuple[etree._Element | None, ...], names: tuple[str, str]) -> float:
    for holder in holders:
        for name in names:
            side = None if holder is None else holder.find(f"{{{W}}}{name}")
            if side is not None:
                return _twentieths(side, "w")
    return _MARGIN / TWENTIETHS


def _styles(package: Package, main: str) -> WordStyles:
    name, theme = related(package, main, "styles"), related(package, main, "theme")
    xml = package.read(name) if name else f'<w:styles xmlns:w="{W}"/>'.encode()
    root = parse(xml, NOWHERE)
    fonts = theme_fonts(parse(package.read(theme), NOWHERE)) if theme else {}
    language = next(root.iter(f"{{{W}}}lang"), None)
    written = "" if language is None else language.get(f"{{{W}}}eastAsia", "")
    return WordStyles(root, fonts, written.startswith(("zh", "ja", "ko")))


def _twentieths(node: etree._Element, name: str) -> float:
    return float(node.get(f"{{{W}}}{name}", "0")) / TWENTIETHS
