"""What the pages are made of: paragraphs, captions, the KPI strip, tables, callouts, charts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.document import Document as Paper
from docx.oxml import parse_xml

from generator.documents.charts.chart import ChartParts
from templates.make.kit.chart_parts import add_word_chart
from templates.make.kit.phrases import figure
from templates.make.kit.tokens import COLOR, emu
from templates.make.kit.tongue import ZH, Tongue
from templates.make.kit.word.fields import See, bookmark_xml, caption_bookmark, field_xml
from templates.make.kit.word.footnotes import Footnotes, Note, SameNote
from templates.make.kit.word.styles import W

_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_MARGIN = 'w:type="dxa"'
_COUNT = "\\* ARABIC"


@dataclass(frozen=True)
class Run:
    """Words in a character style: Unit, Strong, Seal."""

    text: str
    style: str


Piece = str | Run | Note | SameNote | See
Cell = Piece | tuple[Piece, ...]


@dataclass(frozen=True)
class Column:
    """A table column: heading, width in cm, style of its cells."""

    head: str
    width: float
    style: str = "TableText"


@dataclass(frozen=True)
class Panel:
    """One of several charts side by side: its unit line, chart, width in cm, number and caption."""

    unit: str
    id: str
    files: ChartParts
    width: float
    number: int
    words: str


class Sheets:
    """A document under work; blocks are added in reading order."""

    def __init__(self, paper: Paper, tongue: Tongue = ZH) -> None:
        self.paper = paper
        self.tongue = tongue
        self._body: Any = paper.element.body
        self._drawings = 0
        self.bookmarks = count(1)
        self._notes = Footnotes(paper, self.bookmarks)

    def paragraph(self, style: str, *pieces: Piece) -> Any:
        """One idea in a named style."""
        return self._add(paragraph_xml(style, *pieces))

    def page_break_before(self, style: str, *pieces: Piece) -> None:
        """A paragraph that opens a new page."""
        element = self.paragraph(style, *pieces)
        element.pPr.insert(1, parse_xml(f"<w:pageBreakBefore {W}/>"))
        element.pPr.append(parse_xml(f'<w:spacing {W} w:before="0"/>'))

    def ruled(self, style: str, *pieces: Piece) -> None:
        """A paragraph under a rule from margin to margin."""
        element = self.paragraph(style, *pieces)
        border = f"<w:pBdr {W}>{_rule_xml('deep', 5)}</w:pBdr>"
        element.pPr.insert(1, parse_xml(border))

    def source(self, words: str) -> None:
        """资料来源, under a block."""
        self.paragraph("SourceNote", Run(self.tongue.word("资料来源："), "Strong"), words)

    def caption(self, label: str, number: int, words: str) -> None:
        """图 or 表 (Figure, Table) with a counted number; a table's stands above and keeps with it."""
        keep = label == self.tongue.word("表")
        self._add(caption_xml(label, number, words, next(self.bookmarks), keep))

    def strip(self, cells: Sequence[Sequence[str]], title: str) -> None:
        """Number blocks side by side: paragraphs of each cell, gaps of 0.2 cm between."""
        self.panels([4.1] * len(cells), cells, title)

    def panels(
        self, widths: Sequence[float], cells: Sequence[Sequence[str]], title: str,
        gap: float = 0.2, rule: str = "river", height: float = 0,
    ) -> None:  # fmt: skip
        """Blocks side by side, each under a rule of 1.5 pt (of no colour, under none).

        They are at least `height` cm high.
        """
        edges = f"<w:tcBorders>{_rule_xml(rule, 0)}</w:tcBorders>" if rule else ""
        self._side_by_side(widths, cells, title, gap, edges, height)

    def _side_by_side(
        self, widths: Sequence[float], cells: Sequence[Sequence[str]], title: str,
        gap: float, properties: str = "", height: float = 0,
    ) -> None:  # fmt: skip
        between = _cell_xml((paragraph_xml("KPINote"),), gap)
        made = (
            _cell_xml(cell, width, properties) for width, cell in zip(widths, cells, strict=True)
        )
        row = _whole_row_xml(between.join(made), height)
        grid = [part for width in widths for part in (gap, width)][1:]
        self._add(_table_xml(grid, row, "TableNormal", title, header=False))

    def table(self, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], title: str) -> None:
        """A table with rules only; the head repeats on each page and rows do not split."""
        head = "".join(
            _cell_xml((_head_cell(column),), column.width) for column in columns
        )  # fmt: skip
        body = "".join(_row_xml(columns, row) for row in rows)
        first = f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>"
        widths = [column.width for column in columns]
        self._add(_table_xml(widths, first + body, "ShanhaiTable", title))

    def callout(self, title: str, *cells: Sequence[str], widths: Sequence[float] = (17.0,)) -> None:
        """A paper panel, of one cell or of some side by side."""
        margins = (
            f'<w:tcMar><w:top w:w="113" {_MARGIN}/><w:left w:w="227" {_MARGIN}/>'
            f'<w:bottom w:w="113" {_MARGIN}/><w:right w:w="227" {_MARGIN}/></w:tcMar>'
        )
        fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{COLOR["paper"]}"/>'
        inner = "".join(
            _cell_xml(paragraphs, width, fill + margins)
            for paragraphs, width in zip(cells, widths, strict=True)
        )
        row = _whole_row_xml(inner)
        self._add(_table_xml(widths, row, "TableNormal", title, header=False))

    def chart(self, id: str, files: ChartParts, width: float, height: float) -> None:
        """A native chart, named by the tag in its alt text."""
        self._add(self.chart_xml(id, files, width, height))

    def chart_xml(self, id: str, files: ChartParts, width: float, height: float) -> str:
        """The paragraph of a native chart, for a cell or a page."""
        relation = add_word_chart(self.paper.part, files)
        inner = f'<c:chart xmlns:c="{_CHART}" r:id="{relation}"/>'
        tag, name = f'{{{{ chart("{id}") }}}}', f"{self.tongue.word('图表')} {id}"
        self._drawings += 1
        drawing = _inline_xml(self._drawings, name, tag, inner, width, height)
        return f"<w:p {W}>{_style('Figure', '<w:keepNext/>')}<w:r>{drawing}</w:r></w:p>"

    def figures(self, title: str, panels: Sequence[Panel], height: float) -> None:
        """Charts side by side, each under its unit line and over its caption, 0.4 cm apart."""
        cells = [
            (
                paragraph_xml("UnitLine", panel.unit),
                self.chart_xml(panel.id, panel.files, panel.width, height),
                caption_xml(
                    self.tongue.word("图"), panel.number, panel.words, next(self.bookmarks)
                ),
            )
            for panel in panels
        ]
        self._side_by_side([panel.width for panel in panels], cells, title, 0.4)

    def _add(self, xml: str) -> Any:
        element = parse_xml(xml)
        self._notes.settle(element)
        self._body.insert(len(self._body) - 1, element)  # before the section's properties
        return element


def caption_xml(label: str, number: int, words: str, bookmark: int, keep: bool = False) -> str:
    """A caption: label and counted number, bookmarked for `See`, and what is shown."""
    start, end = bookmark_xml(bookmark, caption_bookmark(label, number))
    gap, space = (" ", "\u2003") if label.isascii() else ("", "　")
    return (
        f"<w:p {W}>{_style('Caption', '<w:keepNext/>' if keep else '')}{start}"
        f'<w:r><w:t xml:space="preserve">{label}{gap}</w:t></w:r>'
        f"{field_xml(f'SEQ {label} {_COUNT}', str(number))}{end}"
        f'<w:r><w:t xml:space="preserve">{space}{escape(words)}</w:t></w:r></w:p>'
    )


def _inline_xml(id: int, name: str, alt: str, inner: str, width: float, height: float) -> str:
    """``w:drawing`` in the line of the text; `inner` is the chart's reference."""
    return (
        '<w:drawing xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        'wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        '<wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{emu(width)}" cy="{emu(height)}"/>'
        '<wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{id}" name="{name}" descr={quoteattr(alt)}/>'
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_CHART}">{inner}'
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


def paragraph_xml(style: str, *pieces: Piece) -> str:
    """``w:p`` with a style id and its runs."""
    runs = "".join(_run_xml(piece) for piece in pieces)
    return f"<w:p {W}>{_style(style)}{runs}</w:p>"


def number_cell(key: str, label: str, note: str) -> tuple[str, ...]:
    """Value, label, note; a figure past its shelf life says so in the note's place."""
    digits, scale_unit = figure(key)
    note = f"{{% if {key} is expired %}}{{{{ {key}|as_of }}}}{{% else %}}{note}{{% endif %}}"
    return (
        paragraph_xml("KPIValue", digits, Run(f" {scale_unit}", "Unit")),
        paragraph_xml("KPILabel", label),
        paragraph_xml("KPINote", note),
    )


def _style(style: str, more: str = "") -> str:
    return f'<w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>'


def _run_xml(piece: Piece) -> str:
    if isinstance(piece, Note | SameNote | See):
        return piece.xml()
    words, style = (piece.text, piece.style) if isinstance(piece, Run) else (piece, "")
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def _head_cell(column: Column) -> str:
    cell = paragraph_xml("TableHead", column.head)
    if column.style == "TableFigure":
        return cell.replace("</w:pPr>", '<w:jc w:val="right"/></w:pPr>')
    return cell


def _row_xml(columns: Sequence[Column], row: Sequence[Cell]) -> str:
    cells = "".join(
        _cell_xml((paragraph_xml(column.style, *_pieces(cell)),), column.width)
        for column, cell in zip(columns, row, strict=True)
    )
    return _whole_row_xml(cells)


def _whole_row_xml(cells: str, height: float = 0) -> str:
    """A row that does not split, at least `height` cm high."""
    tall = f'<w:trHeight w:val="{_twips(height)}" w:hRule="atLeast"/>' if height else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{tall}</w:trPr>{cells}</w:tr>"


def _pieces(cell: Cell) -> tuple[Piece, ...]:
    return cell if isinstance(cell, tuple) else (cell,)


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


def _rule_xml(color: str, space: int) -> str:
    return f'<w:top w:val="single" w:sz="12" w:space="{space}" w:color="{COLOR[color]}"/>'


def _twips(cm: float) -> int:
    return round(cm * 1440 / 2.54)
