"""Rows of data for a table that a designer has styled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence


def as_rows(rows: Iterable[object], headings: Sequence[str]) -> list[list[object]]:
    """Each row as the values of a table's columns, in order.

    A row is a list of as many values, or a mapping by the table's headings. Raises ValueError for
    a row that does not fit.
    """
    if isinstance(rows, str | Mapping) or not isinstance(rows, Iterable):
        raise ValueError(f"a table gets a list of rows, not {str(rows)!r}")
    return [_values(row, number, headings) for number, row in enumerate(rows, 1)]


def _values(row: object, number: int, headings: Sequence[str]) -> list[object]:
    if isinstance(row, Mapping):
        missing = next((heading for heading in headings if heading not in row), None)
        if missing is not None:
            raise ValueError(f"row {number} has no {missing!r}, a heading of the table")
        return [row[heading] for heading in headings]
    if isinstance(row, str) or not isinstance(row, Sequence):
        raise ValueError(f"row {number} is neither a list nor a mapping by the headings")
    if len(row) != len(headings):
        raise ValueError(
            f"row {number} has {len(row)} values, and the table {len(headings)} columns"
        )
    return list(row)
