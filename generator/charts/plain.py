"""A chart written as plain data, without facts: its names, its numbers, and what they are.

    {"title": "Visits", "unit": "visits", "categories": ["2023", "2024", "2025"],
     "series": {"Visits": [812, null, {"value": 1040, "state": "forecast", "format": "0"}]}}

`kind`, `alt`, `source` and `note` may be added; a number is null where there is none. A value of
its own is an object with `value`, `label`, `format` (Office's) and `state`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeGuard, get_args

from generator.model import (
    ChartKind,
    ChartSpec,
    FactpackError,
    Place,
    Point,
    PointState,
    Problem,
    Series,
    error,
)

_FIELDS = ("kind", "title", "unit", "categories", "series", "alt", "source", "note")
_POINT_FIELDS = ("value", "label", "format", "state")
_KINDS = tuple(kind for kind in get_args(ChartKind) if kind != "timeline")
_STATES = get_args(PointState)
_STEP = 'Write it as {"categories": ["a", "b"], "series": {"name": [1, 2]}}.'


def plain_chart(id: str, data: object, place: Place) -> ChartSpec:
    """The chart of this id. Raises FactpackError with everything that is wrong with its data."""
    reading = _Reading(place)
    spec = reading.chart(id, data)
    if reading.problems or spec is None:
        raise FactpackError(reading.problems)
    return spec


@dataclass(slots=True)
class _Reading:
    """The data of one chart under reading; `problems` grow on the way."""

    place: Place
    problems: list[Problem] = field(default_factory=list)

    def chart(self, id: str, data: object) -> ChartSpec | None:
        if not isinstance(data, Mapping):
            self._wrong("The chart is no object.", _STEP)
            return None
        self._known(data, _FIELDS)
        categories = self._texts(data.get("categories"))
        series = self._all_series(data.get("series"), len(categories))
        title = self._text(data, "title")
        return ChartSpec(
            id, self._kind(data), title, self._text(data, "unit"), categories, series,
            self._text(data, "alt") or _told(title or id, categories, series),
            self._text(data, "source"), self._text(data, "note"),
        )  # fmt: skip

    def _all_series(self, data: object, length: int) -> tuple[Series, ...]:
        if not isinstance(data, Mapping) or not data:
            self._wrong("“series” gives no numbers by name.", _STEP)
            return ()
        return tuple(self._series(str(name), values, length) for name, values in data.items())

    def _series(self, name: str, values: object, length: int) -> Series:
        if not isinstance(values, list) or len(values) != length:
            count = len(values) if isinstance(values, list) else "no list of"
            problem = f"The series “{name}” has {count} values for {length} categories."
            self._wrong(problem, "Give one for each category, null where there is none.")
            return Series(name, ())
        return Series(name, tuple(self._point(name, value) for value in values))

    def _point(self, series: str, data: object) -> Point:
        own = data if isinstance(data, Mapping) else {"value": data}
        self._known(own, _POINT_FIELDS)
        value = own.get("value")
        if isinstance(value, bool) or not isinstance(value, int | float | Decimal | None):
            self._wrong(f"{value!r} in the series “{series}” is no number.", "Write 12.5, or null.")
            value = None
        number = None if value is None else Decimal(str(value))
        label = self._text(own, "label") or ("" if number is None else f"{number:f}")
        format = self._text(own, "format") or "General"
        return Point(number, label, format, "", self._state(own))

    def _texts(self, data: object) -> tuple[str, ...]:
        if not isinstance(data, list) or not data:
            self._wrong("“categories” is no list of names.", _STEP)
            return ()
        return tuple(map(str, data))

    def _text(self, data: Mapping[str, object], name: str) -> str:
        text = data.get(name, "")
        if isinstance(text, str):
            return text
        self._wrong(f"“{name}” is no text.", "Put it in quotes.")
        return ""

    def _kind(self, data: Mapping[str, object]) -> ChartKind:
        word = self._text(data, "kind") or "columns"
        if _is_kind(word):
            return word
        self._wrong(f"There is no kind of chart “{word}”.", f"Choose one of {', '.join(_KINDS)}.")
        return "columns"

    def _state(self, data: Mapping[str, object]) -> PointState:
        word = self._text(data, "state") or "plain"
        if _is_state(word):
            return word
        self._wrong(f"There is no state “{word}”.", f"Choose one of {', '.join(_STATES)}.")
        return "plain"

    def _known(self, data: Mapping[str, object], names: tuple[str, ...]) -> None:
        for name in data:
            if name not in names:
                step = f"Known are {', '.join(names)}."
                self._wrong(f"A chart's data has no “{name}”.", step)

    def _wrong(self, problem: str, step: str) -> None:
        self.problems.append(error(self.place, problem, step))


def _is_kind(word: str) -> TypeGuard[ChartKind]:
    return word in _KINDS


def _is_state(word: str) -> TypeGuard[PointState]:
    return word in _STATES


def _told(title: str, categories: tuple[str, ...], series: tuple[Series, ...]) -> str:
    """A chart in words, for those who cannot see it."""
    lines = [
        f"{one.name}: "
        + ", ".join(
            f"{category} {point.label}"
            for category, point in zip(categories, one.points, strict=False)
            if point.value is not None
        )
        for one in series
    ]
    return ". ".join([title, *lines])
