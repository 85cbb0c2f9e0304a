"""What the pages are made of: paragraphs, captions, the KPI strip, tables, callouts, charts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from docx.document import Document as Paper
from docx.oxml import parse_xml

from generator.documents.charts.chart import ChartParts
from templates.make.kit.tokens import COLOR
from templates.make.kit.tongue import ZH, Tongue
from templates.make.kit.word.drawings import chart_paragraph
from templates.make.kit.word.footnotes import Footnotes
from templates.make.kit.word.paragraphs import Piece, Run, caption_xml, paragraph_xml
from templates.make.kit.word.styles import W
from templates.make.kit.word.tables import (
    Cell,
    Column,
    cell_xml,
    rows_xml,
    rule_xml,
    table_xml,
    whole_row_xml,
)

_MARGIN = 'w:type="dxa"'


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
        border = f"<w:pBdr {W}>{rule_xml('deep', 5)}</w:pBdr>"
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
        edges = f"<w:tcBorders>{rule_xml(rule, 0)}</w:tcBorders>" if rule else ""
        self._side_by_side(widths, cells, title, gap, edges, height)

    def _side_by_side(
        self, widths: Sequence[float], cells: Sequence[Sequence[str]], title: str,
        gap: float, properties: str = "", height: float = 0,
    ) -> None:  # fmt: skip
        between = cell_xml((paragraph_xml("KPINote"),), gap)
        made = (
            cell_xml(cell, width, properties) for width, cell in zip(widths, cells, strict=True)
        )
        row = whole_row_xml(between.join(made), height)
        grid = [part for width in widths for part in (gap, width)][1:]
        self._add(table_xml(grid, row, "TableNormal", title, header=False))

    def table(self, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], title: str) -> None:
        """A table with rules only; the head repeats on each page and rows do not split."""
        widths = [column.width for column in columns]
        self._add(table_xml(widths, rows_xml(columns, rows), "RuledTable", title))

    def callout(self, title: str, *cells: Sequence[str], widths: Sequence[float] = (17.0,)) -> None:
        """A paper panel, of one cell or of some side by side."""
        margins = (
            f'<w:tcMar><w:top w:w="113" {_MARGIN}/><w:left w:w="227" {_MARGIN}/>'
            f'<w:bottom w:w="113" {_MARGIN}/><w:right w:w="227" {_MARGIN}/></w:tcMar>'
        )
        fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{COLOR["paper"]}"/>'
        inner = "".join(
            cell_xml(paragraphs, width, fill + margins)
            for paragraphs, width in zip(cells, widths, strict=True)
        )
        row = whole_row_xml(inner)
        self._add(table_xml(widths, row, "TableNormal", title, header=False))

    def chart(self, id: str, files: ChartParts, width: float, height: float) -> None:
        """A native chart, named by the tag in its alt text."""
        self._add(self.chart_xml(id, files, width, height))

    def chart_xml(self, id: str, files: ChartParts, width: float, height: float) -> str:
        """The paragraph of a native chart, for a cell or a page."""
        self._drawings += 1
        name = self.tongue.word("图表")
        size = width, height
        return chart_paragraph(self.paper, id, files, size, self._drawings, name, "<w:keepNext/>")

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
