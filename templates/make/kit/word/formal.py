"""The blocks of a formal document: headings, run-in headings, tables on the grid, annexes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.document import Document as Paper
from docx.oxml import parse_xml

from generator.documents.charts.chart import ChartParts
from templates.make.kit.chart_parts import add_word_chart
from templates.make.kit.tokens import emu
from templates.make.kit.word.gongwen import TYPE_AREA
from templates.make.kit.word.gongwen_styles import ROW
from templates.make.kit.word.sheets import Run
from templates.make.kit.word.styles import W

_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"


@dataclass(frozen=True)
class Ref:
    """A cross reference to a caption's label and number: a field that follows it."""

    bookmark: str
    shown: str


Piece = str | Run | Ref


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
        """图 or 表 with a counted number that `ref` can point to."""
        self._add(caption_xml(label, number, words, self._next(), style))

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
        relation = add_word_chart(self.paper.part, files)
        alt = quoteattr(f'{{{{ chart("{id}") }}}}')
        drawing = (
            '<w:drawing xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
            'wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
            ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
            '<wp:inline distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{emu(width)}" cy="{emu(height)}"/>'
            '<wp:effectExtent l="0" t="0" r="0" b="0"/>'
            f'<wp:docPr id="{self._next()}" name="图表 {id}" descr={alt}/>'
            f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_CHART}">'
            f'<c:chart xmlns:c="{_CHART}" r:id="{relation}"/></a:graphicData></a:graphic>'
            "</wp:inline></w:drawing>"
        )
        return f'<w:p><w:pPr><w:pStyle w:val="Figure"/></w:pPr><w:r>{drawing}</w:r></w:p>'

    def caption_xml(self, label: str, number: int, words: str) -> str:
        """A figure's caption as a paragraph for a cell."""
        return caption_xml(label, number, words, self._next(), "FigureCaption")

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
        element = parse_xml(xml.replace(">", f" {W}>", 1))
        self._body.insert(len(self._body) - 1, element)  # before the section's properties


def ref(label: str, number: int) -> Ref:
    """表1, 图2 as a cross reference."""
    return Ref(_bookmark(label, number), f"{label}{number}")


def paragraph_xml(style: str, *pieces: Piece, more: str = "") -> str:
    """``w:p`` with a style id and its runs."""
    runs = "".join(map(_piece_xml, pieces))
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{runs}</w:p>'


def caption_xml(label: str, number: int, words: str, id: int, style: str) -> str:
    """Label and counted number inside a bookmark, then the words."""
    name = _bookmark(label, number)
    counted = f"{_run(label)}{_field(f'SEQ {label} ' + chr(92) + '* ARABIC', str(number))}"
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f'<w:bookmarkStart w:id="{id}" w:name="{name}"/>{counted}<w:bookmarkEnd w:id="{id}"/>'
        f"{_run('　' + words)}</w:p>"
    )


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
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{twips(sum(widths))}" '
        'w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/><w:tblCellMar>'
        f'<w:left w:w="{sides}" w:type="dxa"/><w:right w:w="{sides}" w:type="dxa"/></w:tblCellMar>'
        f'<w:tblLook w:val="{"0020" if header else "0000"}" w:firstRow="{header}" w:lastRow="0" '
        'w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"<w:tblCaption w:val={quoteattr(title)}/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def twips(mm: float) -> int:
    """Millimetres in twentieths of a point."""
    return round(mm * 1440 / 25.4)


def _bookmark(label: str, number: int) -> str:
    return f"_Ref_{'table' if label == '表' else 'figure'}_{number}"


def _piece_xml(piece: Piece) -> str:
    if isinstance(piece, Ref):
        return _field(f"REF {piece.bookmark} {chr(92)}h", piece.shown)
    return _run(piece.text, piece.style) if isinstance(piece, Run) else _run(piece)


def _run(words: str, style: str = "") -> str:
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    text = '</w:t><w:tab/><w:t xml:space="preserve">'.join(map(escape, words.split("\t")))
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def _field(code: str, shown: str) -> str:
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    instruction = f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
    return f"{begin}{instruction}{separate}{_run(shown)}{end}"
