"""Native charts of Word and PowerPoint: write one, give one new data, read one back.

A chart lives in two parts, the drawing and the workbook behind it, which must say the same.
Whoever places them adds the relationship `ChartParts.relation` from the first to the second.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.documents.charts.book import write_book
from generator.documents.charts.look import ChartLook
from generator.documents.charts.reading import ChartData, ChartReading, ChartSeries, read_reading
from generator.documents.charts.refill import refill_tree
from generator.documents.charts.refusals import refusals
from generator.documents.charts.tree import parse_chart, serialise
from generator.documents.charts.writing import chart_xml
from generator.model import NOWHERE, ChartSpec, FactpackError, Place, error

__all__ = [
    "RELATION", "ChartData", "ChartLook", "ChartParts", "ChartReading", "ChartSeries",
    "read_chart", "refill_chart", "write_chart",
]  # fmt: skip

RELATION = "rIdWorkbook"


@dataclass(frozen=True, slots=True)
class ChartParts:
    """The bytes of a chart part and of its workbook, and the relationship id between them."""

    xml: bytes
    workbook: bytes
    relation: str = RELATION


def write_chart(spec: ChartSpec, look: ChartLook) -> ChartParts:
    """A new chart. Raises ValueError for a timeline, which Office has no chart for."""
    if spec.kind == "timeline":
        raise ValueError(f'"{spec.id}" is a timeline: draw it as a picture')
    return ChartParts(chart_xml(spec, look, RELATION), write_book(spec))


def refill_chart(
    xml: bytes, spec: ChartSpec, look: ChartLook, place: Place = NOWHERE
) -> ChartParts:
    """A designer's chart with the spec's data and its own looks; the workbook is a new one.

    `place` is where the chart stands, for the problems. Raises FactpackError with all of them
    when the chart cannot show the spec honestly: another number of series, typed labels, a pie …
    """
    try:
        root = parse_chart(xml)
    except ValueError as reason:
        problem = error(place, f"The chart cannot be read: {reason}.", "Insert the chart again.")
        raise FactpackError([problem]) from reason
    against = refusals(root, spec)
    if against:
        raise FactpackError(error(place, problem, step) for problem, step in against)
    relation = refill_tree(root, spec, look, RELATION)
    return ChartParts(serialise(root), write_book(spec), relation)


def read_chart(xml: bytes, workbook: bytes) -> ChartReading:
    """What a chart shows and what its workbook holds.

    Raises ValueError when either part is not what it should be.
    """
    return read_reading(xml, workbook)
