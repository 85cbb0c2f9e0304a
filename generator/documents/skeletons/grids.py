"""The columns of a table whose cells came and went: known only when its rows are whole.

The grid takes as many columns as the widest row, spans counted, and keeps the table's width. In
Word each cell's own width follows; in a slide every row gets as many cells as there are columns.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator.documents.vocabulary import WORD, Vocabulary

_TAGS = re.compile(r"<(/?)(?:w|a):(tbl|tr|tc|gridSpan|gridBefore|gridAfter|tcW)\b([^<>]*?)(/?)>")
_GRID = re.compile(r"<(w|a):tblGrid>(.*?)</\1:tblGrid>|<(?:w|a):tblGrid/>", re.S)
_COLUMN = re.compile(r"<(?:w|a):gridCol\b([^<>]*?)(?:/>|>.*?</a:gridCol>)", re.S)
_WIDTH = re.compile(r'(?<![\w:])(?:w:)?w="(\d+)"')
_VALUE = re.compile(r'w:val="(\d+)"')
_SPAN = re.compile(r'gridSpan="(\d+)"')
_EMPTY_CELL = "<a:tc><a:txBody><a:bodyPr/><a:p/></a:txBody><a:tcPr/></a:tc>"


@dataclass(slots=True)
class _Row:
    """A row of the table itself: where it ends, its cells' spans and where their widths stand."""

    end: int = 0
    skipped: int = 0
    after: int = 0
    spans: list[int] = field(default_factory=list)
    widths: list[tuple[int, int] | None] = field(default_factory=list)

    @property
    def columns(self) -> int:
        return self.skipped + sum(self.spans) + self.after


def fit_grid(text: str, words: Vocabulary) -> str:
    """A stretch of a table from its grid to its last row, with a grid that fits the rows."""
    grid = _GRID.match(text)
    rows = _rows(text)
    count = max((row.columns if words is WORD else len(row.spans) for row in rows), default=0)
    if grid is None or count == 0:
        return text
    found = list(_COLUMN.finditer(grid.group(2) or ""))
    old = [_width(column.group(1)) for column in found]
    widths = old if len(old) == count else _fitted(old, count)
    if words is WORD:
        if widths is old:
            return text
        inside = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        rest = _with_cell_widths(text, rows, widths, grid.end())
        return f"<w:tblGrid>{inside}</w:tblGrid>{rest}"
    kept = [column.group() for column in found[:count]]
    kept += ['<a:gridCol w="0"/>'] * (count - len(kept))
    inside = "".join(
        re.sub(r'(?<![\w:])w="\d+"', f'w="{width}"', column, count=1)
        for column, width in zip(kept, widths, strict=True)
    )
    return f"<a:tblGrid>{inside}</a:tblGrid>{_with_all_cells(text, rows, count, grid.end())}"


def _fitted(old: list[int], count: int) -> list[int]:
    """Widths of so many columns: more share the whole, what fewer leave over is shared out."""
    total = sum(old)
    if count <= len(old):
        more = (total - sum(old[:count])) // count
        return [width + more for width in old[:count]]
    average = total // count
    return [width * len(old) // count for width in old] + [average] * (count - len(old))


def _rows(text: str) -> list[_Row]:
    """The table's own rows, not those of tables in its cells."""
    rows: list[_Row] = []
    depth = 0
    for found in _TAGS.finditer(text):
        closing, name, attributes, empty = found.groups()
        if name == "tbl":
            depth += -1 if closing else 1
        elif depth > 0:
            continue
        elif name == "tr":
            if closing:
                rows[-1].end = found.start()
            elif not empty:
                rows.append(_Row())
        elif name == "tc" and not closing:
            rows[-1].spans.append(1)
            rows[-1].widths.append(None)
        elif not closing and rows:
            _note(rows[-1], name, attributes, found)
    return rows


def _note(row: _Row, name: str, attributes: str, found: re.Match[str]) -> None:
    value = _VALUE.search(attributes)
    number = int(value.group(1)) if value else 0
    if name == "gridBefore":
        row.skipped = number
    elif name == "gridAfter":
        row.after = number
    elif name == "gridSpan" and row.spans:
        row.spans[-1] = max(number, 1)
    elif name == "tcW" and row.spans and 'type="dxa"' in attributes:
        row.widths[-1] = found.span()


def _width(attributes: str) -> int:
    found = _WIDTH.search(attributes)
    return int(found.group(1)) if found else 0


def _with_cell_widths(text: str, rows: list[_Row], widths: list[int], start: int) -> str:
    """The rows with each cell as wide as its columns."""
    parts: list[str] = []
    at = start
    for row in rows:
        column = row.skipped
        for span, spot in zip(row.spans, row.widths, strict=True):
            if spot is not None:
                whole = sum(widths[column : column + span])
                parts += [text[at : spot[0]], f'<w:tcW w:w="{whole}" w:type="dxa"/>']
                at = spot[1]
            column += span
    return "".join([*parts, text[at:]])


def _with_all_cells(text: str, rows: list[_Row], count: int, start: int) -> str:
    """The rows of a slide's table, each with as many cells as there are columns."""
    parts: list[str] = []
    at = start
    for row in rows:
        if len(row.spans) < count:
            end = text.rfind("</a:tc>", at, row.end) + len("</a:tc>")
            parts += [text[at:end], _EMPTY_CELL * (count - len(row.spans))]
            at = end
    return "".join([*parts, text[at:]])
