"""Tables as text: comma, semicolon or tab between the values, each value with its line."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from generator.files.nodes import Node
from generator.files.unseen import UNSEEN
from generator.files.xlsx import MOST_BYTES, read_bounded
from generator.files.xlsx_cells import MOST_COLUMNS, MOST_ROWS
from generator.model import FactpackError, Place, error

_BETWEEN = (",", "\t", ";")


def read_csv(path: Path, name: str) -> Node:
    """The rows of a table: lists of cells, all texts, without spaces at their ends.

    What stands between the values is read off the first line. Raises FactpackError when the file
    is not UTF-8, too big, or a quotation mark is open.
    """
    text = _text(read_bounded(path, name, MOST_BYTES), name)
    first = text.partition("\n")[0]
    between = max(_BETWEEN, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=between, strict=True)
    rows: list[Node] = []
    line = 1
    try:
        for row in reader:
            rows.append(_row(row, name, line))
            line = reader.line_num + 1
            if len(rows) > MOST_ROWS or len(row) > MOST_COLUMNS:
                raise _stop(name, line, "The table is too big.", "Split it into several files.")
    except csv.Error as broken:
        problem = f"The table cannot be read from here on: {broken}."
        raise _stop(name, line, problem, "Check the quotation marks of the line.") from broken
    while rows and not any(cell.value for cell in rows[-1].value):  # type: ignore[union-attr]
        rows.pop()
    return Node(list(rows), name, 1, 1)


def _row(row: list[str], name: str, line: int) -> Node:
    cells = [
        Node(cell.strip(), name, line, line, f"line {line}, column {column}")
        for column, cell in enumerate(row, 1)
    ]
    return Node(list(cells), name, line, line)


def _text(data: bytes, name: str) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = data.count(b"\n", 0, wrong.start) + 1
        next = "In Excel choose “CSV UTF-8” when saving."
        raise _stop(name, line, "The file is not UTF-8 text.", next) from wrong
    if found := UNSEEN.search(text):
        line = text.count("\n", 0, found.start()) + 1
        problem = f"The line holds the invisible character U+{ord(found[0]):04X}."
        raise _stop(name, line, problem, "Type the line anew.")
    return text


def _stop(name: str, line: int, problem: str, next: str) -> FactpackError:
    return FactpackError([error(Place(name, line), problem, next)])
