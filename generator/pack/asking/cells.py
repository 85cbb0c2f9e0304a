"""The words of cells as the fact base writes them: figures with units, days, periods."""

from __future__ import annotations

from generator.files import Node
from generator.language import read_dates
from generator.model import Period, last_day

_NUMBER_ENDS = frozenset("0123456789余多几")


def with_unit(written: str, unit: str) -> str:
    """A bare number with the unit beside it; a figure that has a unit of its own as it is."""
    if not written or not unit or written[-1] not in _NUMBER_ENDS:
        return written
    return f"{written} {unit}" if unit[0].isascii() and unit[0].isalpha() else f"{written}{unit}"


def as_day(written: str, language: str) -> str:
    """2026年12月 or December 2026 as 2026-12; what is no date stays, for the reader to refuse."""
    try:
        last_day(written)
    except ValueError:
        period = _whole_period(written, language)
        is_point = period is not None and period.start == period.end and period.start is not None
        return str(period) if is_point else written
    return written


def as_period(written: str, language: str) -> str:
    """1992年以来 as 1992.., 2026年1—10月 as 2026-01..2026-10; what is no period stays."""
    try:
        return str(Period.parse(written))
    except ValueError:
        period = _whole_period(written, language)
        return written if period is None else str(period)


def _whole_period(written: str, language: str) -> Period | None:
    """The one date that the whole text says."""
    readings = read_dates(written, language, None)
    if len(readings) != 1 or (readings[0].start, readings[0].end) != (0, len(written)):
        return None
    period = readings[0].period
    if period is not None and period.kind == "since":
        return Period("since", period.start, None)
    return period


def node_at(cell: Node, value: str) -> Node:
    """Another text in the place of a cell."""
    return Node(value, cell.file, cell.line, cell.key_line, cell.where)


def mapping_at(cell: Node, fields: dict[str, Node]) -> Node:
    """An entry that stands where the cell does."""
    return Node(dict(fields), cell.file, cell.line, cell.key_line, cell.where)
