"""The blocks of a formal document: headings, run-in headings, tables on the grid, annexes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import quoteattr

from docx.document import Document as Paper
from docx.oxml import parse_xml

from generator.documents.charts.chart import ChartParts
from templates.make.kit.word.drawings import chart_paragraph
from templates.make.kit.word.gongwen import TYPE_AREA
from templates.make.kit.word.gongwen_styles import ROW
from templates.make.kit.word.paragraphs import Piece, Run, caption_xml, paragraph_xml
from templates.make.kit.word.styles import W


@dataclass(frozen=True)
class Column:
    """A table column: heading, width in mm, style of its cells."""

    head: str
    width: float
    style: str = "TableText"


class FormalSheets:
    """A formal document under work; blocks are added in reading order."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self._body: Any = paper.element.body
        self._counted = 0

    def paragraph(self, style: str, *pieces: Piece, more: str = "") -> None:
        """One idea in a named style; `more` are paragraph properties of this one alone."""
        self._add(paragraph_xml(style, *pieces, more=more))

    def text(self, *pieces: Piece) -> None:
        """Running text, two characters in."""
        self.paragraph("BodyText", *pieces)

    def under(self, heading: str, *pieces: Piece) -> None:
        """Running text under a heading of the second level, which runs in."""
        self.text(Run(heading, "RunIn"), *pieces)

    def blank(self) -> None:
        """A line left empty, as the standard counts them."""
        self.paragraph("BodyText")

    def caption(self, label: str, number: int, words: str, style: str = "Caption") -> None:
        """图 or 表 with a counted number that `See` can point to."""
        self._add(caption_xml(label, number, words, self._next(), style=style))

    def table(
        self, columns: Sequence[Column], rows: Sequence[Sequence[Piece]], title: str,
        head: str = "TableHead", height: int = ROW, exact: bool = True,
    ) -> None:  # fmt: skip
        """The head repeats, no row splits; rows of exactly `height` twips stand on the grid."""
        first = [(column.head, head) for column in columns]
        body = [
            [(words, column.style) for words, column in zip(row, columns, strict=True)]
            for row in rows
        ]
        widths = [column.width for column in columns]
        made = row_xml(first, widths, height, exact, header=True)
        made += "".join(row_xml(row, widths, height, exact) for row in body)
        self._add(table_xml(widths, made, title))

    def rows(self, widths: Sequence[float], rows: str, title: str, borders: bool = True) -> None:
        """A table of rows that are made already."""
        self._add(table_xml(widths, rows, title, borders))

    def chart_xml(self, id: str, files: ChartParts, width: float, height: float) -> str:
        """A paragraph with a native chart of `width` × `height` cm."""
        return chart_paragraph(self.paper, id, files, (width, height), self._next(), "图表")

    def caption_xml(self, label: str, number: int, words: str) -> str:
        """A figure's caption as a paragraph for a cell."""
        return caption_xml(label, number, words, self._next(), style="FigureCaption")

    def annex(self, number: str, title: str, blank: bool = True) -> None:
        """附件 on a new page: its mark on line 1, its title on line 3 (clause 7.3.5)."""
        self.paragraph("AnnexMark", f"附件{number}")
        self.blank()
        self.paragraph("AnnexTitle", title)
        if blank:
            self.blank()

    def _next(self) -> int:
        self._counted += 1
        return self._counted

    def _add(self, xml: str) -> None:
        element = parse_xml(xml)
        self._body.insert(len(self._body) - 1, element)  # before the section's properties


def row_xml(
    cells: Sequence[tuple[Piece, str]], widths: Sequence[float], height: int = 0,
    exact: bool = False, header: bool = False,
) -> str:  # fmt: skip
    """A row of words and their styles; `height` in twips, at least or exactly; 0 is as needed."""
    made = "".join(
        cell_xml((paragraph_xml(style, words),), width)
        for (words, style), width in zip(cells, widths, strict=True)
    )
    rule = "exact" if exact else "atLeast"
    tall = f'<w:trHeight w:val="{height}" w:hRule="{rule}"/>' if height else ""
    mark = "<w:tblHeader/>" if header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{tall}{mark}</w:trPr>{made}</w:tr>"


def cell_xml(paragraphs: Sequence[str], width: float, span: int = 1) -> str:
    """A cell of `width` mm."""
    wide = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/>{wide}<w:vAlign w:val="center"/>'
        f"</w:tcPr>{''.join(paragraphs)}</w:tc>"
    )


def table_xml(widths: Sequence[float], rows: str, title: str, borders: bool = True) -> str:
    """A table as wide as the type area or less, in its middle."""
    assert sum(widths) <= TYPE_AREA[0] + 0.01, f"“{title}” is wider than the type area"
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    style, sides = ("FormalTable", 85) if borders else ("TableNormal", 0)
    header = int("<w:tblHeader/>" in rows)
    return (
        f'<w:tbl {W}><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{twips(sum(widths))}" '
        'w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/><w:tblCellMar>'
        f'<w:left w:w="{sides}" w:type="dxa"/><w:right w:w="{sides}" w:type="dxa"/></w:tblCellMar>'
        f'<w:tblLook w:val="{"0020" if header else "0000"}" w:firstRow="{header}" w:lastRow="0" '
        'w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"<w:tblCaption w:val={quoteattr(title)}/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def twips(mm: float) -> int:
    """Millimetres in twentieths of a point."""
    return round(mm * 1440 / 25.4)
