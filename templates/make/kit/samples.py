"""What stands in a template where a build puts a chart or a picture: plainly no data."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Literal

from generator.charts.theme import Medium
from generator.documents.charts.chart import ChartParts, write_chart
from generator.model import ChartKind, ChartSpec, Point, PointState, Series
from templates.make.kit.png import indexed_png
from templates.make.kit.tokens import COLOR, LOOK
from templates.make.kit.tongue import ZH, Tongue

NAMES = tuple(f"示例{mark}" for mark in "甲乙丙丁戊己")  # as many classes as firms come in
State = PointState | Literal[""]  # blank for a gap
_NOTHING = Point(None, "", "General", "")
_WIDTH, _HEIGHT = 904, 360  # pixels, 2.51 : 1 as the timeline's place


def sample_columns(
    names: tuple[str, ...], size: tuple[float, float], medium: Medium, tongue: Tongue = ZH
) -> ChartParts:
    """A column chart of as many bars as the real one has, named 示例; `medium` slide or word."""
    others: list[PointState] = ["earlier"] * (len(names) - 2)
    states: tuple[PointState, ...] = ("plain", "plain", *others)
    spec = _spec("columns", names, states, tongue)
    return write_chart(spec, LOOK.look(medium, tongue.locale, size))


def sample_pair(size: tuple[float, float], medium: Medium, tongue: Tongue = ZH) -> ChartParts:
    """Two columns, the first one earlier."""
    names = tongue.word("示例甲"), tongue.word("示例乙")
    spec = _spec("pair", names, ("earlier", "plain"), tongue)
    return write_chart(spec, LOOK.look(medium, tongue.locale, size))


def sample_line(
    names: tuple[str, ...], size: tuple[float, float], medium: Medium, tongue: Tongue = ZH
) -> ChartParts:
    """A line through as many points as the real one has."""
    states = tuple[PointState, ...]("plain" for _ in names)
    return write_chart(_spec("line", names, states, tongue), LOOK.look(medium, tongue.locale, size))


def sample_bars(
    names: tuple[str, ...], muted: tuple[int, ...], size: tuple[float, float], medium: Medium,
    kind: ChartKind = "bars", tongue: Tongue = ZH,
) -> ChartParts:  # fmt: skip
    """Bars, lying or standing, as many as the real ones; those at `muted` stand for others."""
    states = tuple[PointState, ...](
        "earlier" if at in muted else "plain" for at in range(len(names))
    )
    spec = _spec(kind, names, states, tongue)
    return write_chart(spec, LOOK.look(medium, tongue.locale, size))


def sample_forecast(size: tuple[float, float], medium: Medium, tongue: Tongue = ZH) -> ChartParts:
    """A column of what is done and a hatched one of what is expected."""
    series: dict[str, tuple[State, ...]] = {"实际": ("plain", ""), "预计": ("", "forecast")}
    return _two_series("forecast", series, size, medium, tongue)


def sample_threshold(size: tuple[float, float], medium: Medium) -> ChartParts:
    """An earlier and a newer column, and between them a mark that was passed."""
    series: dict[str, tuple[State, ...]] = {
        "示例数据一": ("earlier", "", "plain"),
        "示例数据二": ("", "threshold", ""),
    }
    return _two_series("columns", series, size, medium)


def sample_stack(size: tuple[float, float], medium: Medium) -> ChartParts:
    """Two stacks, a plan on top of the second."""
    series: dict[str, tuple[State, ...]] = {
        "示例数据一": ("plain", "plain"),
        "示例数据二": ("", "forecast"),
    }
    return _two_series("stacked", series, size, medium)


def _two_series(
    kind: ChartKind, states: Mapping[str, tuple[State, ...]],
    size: tuple[float, float], medium: Medium, tongue: Tongue = ZH,
) -> ChartParts:  # fmt: skip
    word = tongue.word
    series = tuple(Series(word(name), _points(row)) for name, row in states.items())
    names = tuple(word(name) for name in NAMES[: len(series[0].points)])
    spec = ChartSpec("sample", kind, word("示例"), "", names, series, word("示例图表"))
    return write_chart(spec, LOOK.look(medium, tongue.locale, size))


def _points(states: tuple[State, ...]) -> tuple[Point, ...]:
    """Rising values; a gap where there is no state."""
    return tuple(
        Point(Decimal(value), str(value), "0", "", state) if state else _NOTHING
        for value, state in enumerate(states, 1)
    )


@cache
def sample_timeline() -> bytes:
    """A PNG that says where the timeline goes: a pale panel, an axis, dots."""
    rows = [bytearray(_WIDTH) for _ in range(_HEIGHT)]
    _paint(rows, range(0, _WIDTH), range(_HEIGHT // 2 - 1, _HEIGHT // 2 + 2), 1)
    for dot in range(_WIDTH // 8, _WIDTH, _WIDTH // 4):
        _paint(rows, range(dot - 7, dot + 8), range(_HEIGHT // 2 - 7, _HEIGHT // 2 + 8), 2)
    return indexed_png(rows, [bytes.fromhex(COLOR[name]) for name in ("tint", "deep", "river")])


def _spec(
    kind: ChartKind, names: tuple[str, ...], states: tuple[PointState, ...], tongue: Tongue
) -> ChartSpec:
    values = range(len(names), 0, -1) if kind == "columns" else range(1, len(names) + 1)
    points = tuple(
        Point(Decimal(value), str(value), "0", "", state)
        for value, state in zip(values, states, strict=True)
    )
    series = (Series(tongue.word("示例数据"), points),)
    title, alt = tongue.word("示例"), tongue.word("示例图表")
    return ChartSpec("sample", kind, title, "", names, series, alt)


def _paint(rows: list[bytearray], across: range, down: range, index: int) -> None:
    for y in down:
        rows[y][across.start : across.stop] = bytes([index]) * len(across)
