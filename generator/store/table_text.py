"""The text of a workbook or table: a clause is found where whole cells of one row say it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.files import Node, read_csv, read_xlsx
from generator.store.clauses import plain
from generator.store.flow import Span

TABLES = (".xlsx", ".csv")
_MOST_CELLS = 3  # of one clause: a value, its unit, and one more


class TableText:
    """One table, made ready for many clauses; a place is row and column, counted from 1."""

    def __init__(self, path: Path, name: str) -> None:
        self._found: dict[str, tuple[Span, ...]] = {}
        for row, cells in _rows(path, name):
            for start in range(len(cells)):
                for end in range(start + 1, min(start + _MOST_CELLS, len(cells)) + 1):
                    text = plain(" ".join(cells[start:end]))
                    places = tuple((row, column) for column in range(start + 1, end + 1))
                    self._found.setdefault(text, places)

    def find(self, clause: str) -> tuple[Span, ...]:
        """The cells that say the clause, nothing more and nothing less; empty if none do."""
        wanted = plain(clause)
        return self._found.get(wanted, ()) if wanted else ()

    def nearest(self, clause: str) -> str:
        """A cell that holds the clause among other words; empty if none does."""
        wanted = plain(clause)
        return next((text for text in self._found if wanted and wanted in text), "")


def _rows(path: Path, name: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of every sheet, with their numbers in it."""
    read = read_csv(path, name) if path.suffix == ".csv" else read_xlsx(path, name)
    sheets = read.value.values() if isinstance(read.value, dict) else [read]
    for sheet in sheets:
        for number, row in enumerate(_items(sheet), 1):
            yield number, [str(cell.value) for cell in _items(row)]


def _items(node: Node) -> list[Node]:
    return node.value if isinstance(node.value, list) else []
