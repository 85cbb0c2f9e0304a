"""A chart as plain values, before any format draws it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

ChartKind = Literal["columns", "bars", "stacked", "line", "pair", "forecast", "timeline"]
PointState = Literal[
    "plain", "earlier", "emphasis", "forecast", "other_scope", "stale", "threshold"
]


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a series: what is drawn, how its label reads, and which fact it shows.

    `value` is in the chart's unit (``None`` is a gap); `number_format` is the Office format that
    keeps a label live (``"近"0.0``), `label` the same in words for pictures and alt text.
    """

    value: Decimal | None
    label: str
    number_format: str
    key: str
    state: PointState = "plain"
    statements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """Points of one measure and scope, one per category."""

    name: str
    points: tuple[Point, ...]

    @property
    def is_threshold(self) -> bool:
        """Whether it holds marks that were passed and no value: rules beside the bars."""
        drawn = [point.state for point in self.points if point.value is not None]
        return bool(drawn) and set(drawn) == {"threshold"}


@dataclass(frozen=True, slots=True)
class Event:
    """A dot on a timeline: `position` is the year as a fraction (2004 May is 2004.375)."""

    position: float
    date: str
    text: str
    key: str
    emphasis: bool = False
    statements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChartSpec:
    """Everything a chart says: no looks, only data, words and honesty marks."""

    id: str
    kind: ChartKind
    title: str
    unit: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    alt: str
    source_line: str = ""
    note: str = ""
    events: tuple[Event, ...] = ()
