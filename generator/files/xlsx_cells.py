"""The cells of a sheet as texts: what is shown, where that is what the cell holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from generator.files.nodes import Node
from generator.model import Place, Problem, error

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

MOST_ROWS = 20_000
MOST_COLUMNS = 200
MOST_CHARACTERS = 8_000  # of a cell

# Formats of numbers whose decimals can be told: 0, 0.00, #,##0.0, 0.0%, with Excel's _ and ; parts.
_FORMAT = re.compile(r"(?:#,##)?0(\.0+)?(%)?(?:_\)|_ )?")
_ERRORS = ("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A")


class Unclear(Exception):
    """A cell that does not hold one plain value: what is wrong, and what to do."""

    def __init__(self, problem: str, next: str) -> None:
        super().__init__(problem)
        self.problem, self.next = problem, next


def read_sheet(sheet: ReadOnlyWorksheet, name: str, problems: list[Problem]) -> Node:
    """The rows of a sheet up to its last filled one; each problem has its cell."""
    sheet.reset_dimensions()  # what a file says of its own size is not believed
    rows: list[Node] = []
    every: Iterable[Iterable[Any]] = sheet.iter_rows(max_col=MOST_COLUMNS)  # type: ignore[misc]
    for number, row in enumerate(every, 1):
        if number > MOST_ROWS:
            problem = f"The sheet has more than {MOST_ROWS} rows."
            place = Place(name, None, f"sheet “{sheet.title}”")
            problems.append(error(place, problem, "Delete what is not needed."))
            break
        cells = _row(row, number, sheet.title, name, problems)
        rows.append(Node(list(cells), name, number, number, f"sheet “{sheet.title}”, row {number}"))
    return Node(list(_without_empty_end(rows)), name, 1, 1, f"sheet “{sheet.title}”")


def _row(
    row: Iterable[Any], number: int, title: str, name: str, problems: list[Problem]
) -> list[Node]:
    cells: list[Node] = []
    for column, cell in enumerate(row, 1):
        where = f"sheet “{title}”, cell {column_letters(column)}{number}"
        try:
            text = cell_text(cell.value, cell.number_format or "General", cell.data_type)
        except Unclear as unclear:
            text = ""
            problems.append(error(Place(name, None, where), unclear.problem, unclear.next))
        cells.append(Node(text, name, number, number, where))
    return cells


def _without_empty_end(rows: Sequence[Node]) -> Sequence[Node]:
    last = len(rows)
    while last and not any(cell.value for cell in rows[last - 1].value):  # type: ignore[union-attr]
        last -= 1
    return rows[:last]


def column_letters(column: int) -> str:
    """The letters of a column: 1 is A, 27 is AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_text(value: object, number_format: str, kind: str) -> str:
    """The text that a cell shows. Raises Unclear where that is not what it holds."""
    if value is None:
        return ""
    if kind == "f" or not isinstance(value, str | int | float | date | time | timedelta):
        raise Unclear("The cell holds a formula.", "Write its value instead (paste as values).")
    if kind == "e" or value in _ERRORS:
        raise Unclear(f"The cell shows the error {value}.", "Write the value itself.")
    if isinstance(value, bool):
        raise Unclear("The cell holds TRUE or FALSE.", "Write a figure, a date or words.")
    if isinstance(value, str):
        return _words(value)
    if isinstance(value, int | float):
        return _number(value, number_format)
    return _date(value)


def _words(value: str) -> str:
    text = value.strip()
    if len(text) > MOST_CHARACTERS:
        problem = f"The cell holds more than {MOST_CHARACTERS} characters."
        raise Unclear(problem, "Shorten it.")
    return text


def _number(value: float, number_format: str) -> str:
    """A number as its format shows it; `General` shows all digits that Excel keeps."""
    held = Decimal(format(value, ".15g")) if isinstance(value, float) else Decimal(value)
    if not held.is_finite():
        raise Unclear("The cell holds no number.", "Write the value itself.")
    if number_format == "General" or number_format == "@":
        return _plain(held)
    found = _FORMAT.fullmatch(number_format.split(";")[0])
    if found is None:
        problem = f"The cell shows a number in the format “{number_format}”."
        raise Unclear(problem, "Format the cell as text and write the figure with its unit.")
    percent = Decimal(100) if found[2] else Decimal(1)
    decimals = len(found[1]) - 1 if found[1] else 0
    shown = _rounded(held * percent, decimals)
    if shown != held * percent:
        problem = f"The cell holds {_plain(held * percent)} and shows {shown:f}."
        raise Unclear(problem, "Write it as it is meant: as text, or with all its digits shown.")
    return f"{shown:f}{found[2] or ''}"


def _rounded(value: Decimal, decimals: int) -> Decimal:
    try:
        return value.quantize(Decimal(1).scaleb(-decimals))
    except InvalidOperation:
        raise Unclear("The cell holds too long a number.", "Write it as text.") from None


def _plain(value: Decimal) -> str:
    """Digits without an exponent and without zeros that nobody wrote."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _date(value: date | time | timedelta) -> str:
    if isinstance(value, datetime):
        if value.time() == time():
            return value.date().isoformat()
        raise Unclear("The cell holds a time of day.", "Write the day alone: 2026-12-31.")
    if isinstance(value, date):
        return value.isoformat()
    raise Unclear("The cell holds a time.", "Write the day: 2026-12-31.")
