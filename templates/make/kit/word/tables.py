"""Tables of the house's look: rules and no boxes, widths in cm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from templates.make.kit.tokens import COLOR
from templates.make.kit.word.paragraphs import Piece, paragraph_xml
from templates.make.kit.word.styles import W

_MARGIN = 'w:type="dxa"'

Cell = Piece | tuple[Piece, ...]


@dataclass(frozen=True)
class Column:
    """A table column: heading, width in cm, style of its cells."""

    head: str
    width: float
    style: str = "TableText"


def rows_xml(columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> str:
    """A head that repeats on each page, and rows that do not split."""
    head = "".join(cell_xml((_head_cell(column),), column.width) for column in columns)
    body = "".join(_row_xml(columns, row) for row in rows)
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>{body}"


def whole_row_xml(cells: str, height: float = 0) -> str:
    """A row that does not split, at least `height` cm high."""
    tall = f'<w:trHeight w:val="{twips(height)}" w:hRule="atLeast"/>' if height else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{tall}</w:trPr>{cells}</w:tr>"


def cell_xml(paragraphs: Sequence[str], width: float, properties: str = "") -> str:
    """A cell of finished paragraphs."""
    inner = "".join(paragraphs)
    return f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/>{properties}</w:tcPr>{inner}</w:tc>'


def table_xml(
    widths: Sequence[float], rows: str, style: str, title: str, header: bool = True
) -> str:
    """A table of finished rows; with a header it has the table style of its own."""
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    first = int(header)
    margins = (
        f'<w:tblCellMar><w:top w:w="57" {_MARGIN}/><w:left w:w="0" {_MARGIN}/>'
        f'<w:bottom w:w="57" {_MARGIN}/><w:right w:w="113" {_MARGIN}/></w:tblCellMar>'
        if header
        else ""
    )
    return (
        f'<w:tbl {W}><w:tblPr><w:tblStyle w:val="{style}"/>'
        f'<w:tblW w:w="{twips(sum(widths))}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{margins}'
        f'<w:tblLook w:val="{"0020" if header else "0000"}" w:firstRow="{first}" w:lastRow="0" '
        'w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"<w:tblCaption w:val={quoteattr(title)}/></w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def rule_xml(color: str, space: int) -> str:
    """A line of 1.5 pt above a cell or paragraph, `space` points away."""
    return f'<w:top w:val="single" w:sz="12" w:space="{space}" w:color="{COLOR[color]}"/>'


def twips(cm: float) -> int:
    """Centimetres in twentieths of a point."""
    return round(cm * 1440 / 2.54)


def _head_cell(column: Column) -> str:
    cell = paragraph_xml("TableHead", column.head)
    if column.style == "TableFigure":
        return cell.replace("</w:pPr>", '<w:jc w:val="right"/></w:pPr>')
    return cell


def _row_xml(columns: Sequence[Column], row: Sequence[Cell]) -> str:
    cells = "".join(
        cell_xml((paragraph_xml(column.style, *_pieces(cell)),), column.width)
        for column, cell in zip(columns, row, strict=True)
    )
    return whole_row_xml(cells)


def _pieces(cell: Cell) -> tuple[Piece, ...]:
    return cell if isinstance(cell, tuple) else (cell,)
