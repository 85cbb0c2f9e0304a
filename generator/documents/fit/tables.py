"""How high a table on a slide becomes: a row is as high as its tallest cell wants, or as drawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from generator.documents.fit.backdrops import Backdrop
from generator.documents.fit.bodies import Body
from generator.documents.fit.looks import POINTS_PER_EMU, Styles
from generator.documents.fit.slide_text import slide_body
from generator.documents.vocabulary import SLIDES, A, P

_MARGINS = {"marL": 91_440, "marR": 91_440, "marT": 45_720, "marB": 45_720}


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its drawn height, the height that its tallest cell needs, and that cell's text."""

    where: str
    height: float
    needs: float
    body: Body | None


@dataclass(frozen=True, slots=True)
class Table:
    """A table's rows, in points."""

    rows: tuple[Row, ...]

    @property
    def needs(self) -> float:
        """As it will stand on the slide."""
        return sum(max(row.height, row.needs) for row in self.rows)

    def tallest(self) -> Row:
        """The row that grows most."""
        return max(self.rows, key=lambda row: row.needs - row.height)


def table_of(node: etree._Element, behind: Backdrop) -> Table:
    """The table in an ``a:tbl``."""
    widths = [int(column.get("w", "0")) * POINTS_PER_EMU for column in node.iter(f"{{{A}}}gridCol")]
    styles = Styles([behind.defaults.find(f"{{{P}}}defaultTextStyle")])
    rows = node.iterfind(SLIDES.row)
    return Table(tuple(_row(n, row, widths, styles, behind) for n, row in enumerate(rows, 1)))


def _row(
    number: int, row: etree._Element, widths: list[float], styles: Styles, behind: Backdrop
) -> Row:
    height = int(row.get("h", "0")) * POINTS_PER_EMU
    cells = _cells(row, widths, styles, behind)
    needs, column, body = max(cells, key=lambda cell: cell[0], default=(0.0, 0, None))
    return Row(f", row {number}, column {column}", height, needs, body)


def _cells(
    row: etree._Element, widths: list[float], styles: Styles, behind: Backdrop
) -> Iterator[tuple[float, int, Body]]:
    """Needed height, column and text of each cell that stands in its row alone."""
    for at, cell in enumerate(row.iterfind(SLIDES.cell)):
        body = cell.find(f"{{{A}}}txBody")
        if body is None or cell.get("hMerge") or cell.get("vMerge") or cell.get("rowSpan"):
            continue
        margins = _margins(cell.find(f"{{{A}}}tcPr"))
        span = int(cell.get("gridSpan", "1"))
        width = sum(widths[at : at + span]) - margins["marL"] - margins["marR"]
        text = slide_body(body, styles, behind.fonts)
        needed = text.needs(width).height + margins["marT"] + margins["marB"]
        yield needed, at + 1, text


def _margins(properties: etree._Element | None) -> dict[str, float]:
    found: Mapping[str, str] = {} if properties is None else dict(properties.attrib)  # type: ignore[arg-type]
    return {
        side: int(found.get(side, default)) * POINTS_PER_EMU for side, default in _MARGINS.items()
    }
