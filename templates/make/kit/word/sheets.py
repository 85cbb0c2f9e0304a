"""What the pages are made of: paragraphs, captions, the KPI strip, tables, callouts, charts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.document import Document as Paper
from docx.oxml import parse_xml

from generator.documents.charts.chart import ChartParts
from templates.make.kit.chart_parts import add_word_chart
from templates.make.kit.tokens import COLOR, emu
from templates.make.kit.word.base import field_runs
from templates.make.kit.word.styles import W

_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_MARGIN = 'w:type="dxa"'


@dataclass(frozen=True)
class Run:
    """Words in a character style: Unit, Strong, Seal."""

    text: str
    style: str


Piece = str | Run


@dataclass(frozen=True)
class Column:
    """A table column: heading, width in cm, style of its cells."""

    head: str
    width: float
    style: str = "TableText"


class Sheets:
    """A document under work; blocks are added in reading order."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self._body: Any = paper.element.body
        self._drawings = 0

    def paragraph(self, style: str, *pieces: Piece) -> Any:
        """One idea in a named style."""
        return self._add(paragraph_xml(style, *pieces))

    def page_break_before(self, style: str, *pieces: Piece) -> None:
        """A paragraph that opens a new page."""
        element = self.paragraph(style, *pieces)
        element.pPr.insert(1, parse_xml(f"<w:pageBreakBefore {W}/>"))
        element.pPr.append(parse_xml(f'<w:spacing {W} w:before="0"/>'))

    def caption(self, label: str, number: int, words: str) -> None:
        """图 or 表 with a counted number; a table's stands above it and keeps with it."""
        element = self.paragraph("Caption", label)
        for run in field_runs(f"SEQ {label} \\* ARABIC", str(number)):
            element.append(run)
        element.append(parse_xml(f"<w:r {W}><w:t>{escape('　' + words)}</w:t></w:r>"))
        if label == "表":
            element.pPr.insert(1, parse_xml(f"<w:keepNext {W}/>"))

    def strip(self, cells: Sequence[Sequence[str]], title: str) -> None:
        """Number blocks side by side: paragraphs of each cell, gaps of 0.2 cm between."""
        widths = [4.1, 0.2] * len(cells)
        rule = f'<w:top w:val="single" w:sz="12" w:space="0" w:color="{COLOR["river"]}"/>'
        inner = ""
        for number, cell in enumerate(cells):
            if number:
                inner += _cell_xml((paragraph_xml("KPINote"),), 0.2)
            inner += _cell_xml(cell, 4.1, f"<w:tcBorders>{rule}</w:tcBorders>")
        table = _table_xml(widths[:-1], f"<w:tr>{inner}</w:tr>", "TableNormal", title, header=False)
        self._add(table)

    def table(self, columns: Sequence[Column], rows: Sequence[Sequence[Piece]], title: str) -> None:
        """A table with rules only; the head repeats on each page and rows do not split."""
        head = "".join(
            _cell_xml((_head_cell(column),), column.width) for column in columns
        )  # fmt: skip
        body = "".join(_row_xml(columns, row) for row in rows)
        first = f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>"
        widths = [column.width for column in columns]
        self._add(_table_xml(widths, first + body, "ShanhaiTable", title))

    def callout(self, title: str, paragraphs: Sequence[str]) -> None:
        """A paper panel of one cell."""
        margins = (
            f'<w:tcMar><w:top w:w="113" {_MARGIN}/><w:left w:w="227" {_MARGIN}/>'
            f'<w:bottom w:w="113" {_MARGIN}/><w:right w:w="227" {_MARGIN}/></w:tcMar>'
        )
        fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{COLOR["paper"]}"/>'
        cell = _cell_xml(paragraphs, 17.0, fill + margins)
        row = f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell}</w:tr>"
        self._add(_table_xml([17.0], row, "TableNormal", title, header=False))

    def chart(self, id: str, files: ChartParts, width: float, height: float) -> None:
        """A native chart, named by the tag in its alt text."""
        relation = add_word_chart(self.paper.part, files)
        self._drawings += 1
        alt = quoteattr(f'{{{{ chart("{id}") }}}}')
        inline = (
            '<w:drawing xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
            'wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
            ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
            '<wp:inline distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{emu(width)}" cy="{emu(height)}"/>'
            '<wp:effectExtent l="0" t="0" r="0" b="0"/>'
            f'<wp:docPr id="{self._drawings}" name="图表 {id}" descr={alt}/>'
            f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_CHART}">'
            f'<c:chart xmlns:c="{_CHART}" r:id="{relation}"/></a:graphicData></a:graphic>'
            "</wp:inline></w:drawing>"
        )
        self._add(f"<w:p {W}>{_style('Figure', '<w:keepNext/>')}<w:r>{inline}</w:r></w:p>")

    def _add(self, xml: str) -> Any:
        element = parse_xml(xml)
        self._body.insert(len(self._body) - 1, element)  # before the section's properties
        return element


def paragraph_xml(style: str, *pieces: Piece) -> str:
    """``w:p`` with a style id and its runs."""
    runs = "".join(_run_xml(piece) for piece in pieces)
    return f"<w:p {W}>{_style(style)}{runs}</w:p>"


def _style(style: str, more: str = "") -> str:
    return f'<w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>'


def _run_xml(piece: Piece) -> str:
    words, style = (piece.text, piece.style) if isinstance(piece, Run) else (piece, "")
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def _head_cell(column: Column) -> str:
    cell = paragraph_xml("TableHead", column.head)
    if column.style == "TableFigure":
        return cell.replace("</w:pPr>", '<w:jc w:val="right"/></w:pPr>')
    return cell


def _row_xml(columns: Sequence[Column], row: Sequence[Piece]) -> str:
    cells = "".join(
        _cell_xml((paragraph_xml(column.style, words),), column.width)
        for column, words in zip(columns, row, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"


def _cell_xml(paragraphs: Sequence[str], width: float, properties: str = "") -> str:
    inner = "".join(paragraphs)
    return f'<w:tc><w:tcPr><w:tcW w:w="{_twips(width)}" w:type="dxa"/>{properties}</w:tcPr>{inner}</w:tc>'


def _table_xml(
    widths: Sequence[float], rows: str, style: str, title: str, header: bool = True
) -> str:
    grid = "".join(f'<w:gridCol w:w="{_twips(width)}"/>' for width in widths)
    first = int(header)
    margins = (
        f'<w:tblCellMar><w:top w:w="57" {_MARGIN}/><w:left w:w="0" {_MARGIN}/>'
        f'<w:bottom w:w="57" {_MARGIN}/><w:right w:w="113" {_MARGIN}/></w:tblCellMar>'
        if header
        else ""
    )
    return (
        f'<w:tbl {W}><w:tblPr><w:tblStyle w:val="{style}"/>'
        f'<w:tblW w:w="{_twips(sum(widths))}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{margins}'
        f'<w:tblLook w:val="{"0020" if header else "0000"}" w:firstRow="{first}" w:lastRow="0" '
        'w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"<w:tblCaption w:val={quoteattr(title)}/></w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _twips(cm: float) -> int:
    return round(cm * 1440 / 2.54)
