"""Columns, bars and stacks as a picture, by the rules of the native ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.charts.canvas import CM_PER_POINT, Canvas, measured
from generator.charts.drawn_key import draw_key
from generator.charts.theme import medium_of
from generator.charts.wrapping import wrappings
from generator.documents.charts.look import READABLE, ChartLook, Colour
from generator.model import ChartSpec, Point

if TYPE_CHECKING:
    from generator.charts.theme import Theme

_NAMES_LINES = 2


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar in cm: its slot along the axis and its stretch across it, from the zero line."""

    point: Point
    own: Colour
    along: float
    thick: float
    start: float
    length: float


def draw_bars(spec: ChartSpec, theme: Theme, canvas: Canvas) -> None:
    """Draw the chart on the whole canvas."""
    look = theme.look(medium_of(canvas.width), "", (canvas.width, canvas.height))
    (_draw_lying if spec.kind == "bars" else _draw_standing)(spec, look, canvas)


def _draw_standing(spec: ChartSpec, look: ChartLook, canvas: Canvas) -> None:
    slot = canvas.width / len(spec.categories)
    names = [_name_lines(name, 0.94 * slot, look) for name in spec.categories]
    line = 1.4 * look.category * CM_PER_POINT
    axis = canvas.height - 0.25 * line - line * max(map(len, names))
    room = axis - draw_key(spec, look, canvas) - 1.5 * look.focus * CM_PER_POINT
    for bar in _bars(spec, look, slot, room):
        x, top = bar.along, axis - bar.start - bar.length
        _mark(canvas, (x, top, bar.thick, bar.length), bar, look)
        centre = x + bar.thick / 2
        size = look.label_size(spec, bar.point)
        if spec.kind == "stacked":
            baseline = top + bar.length / 2 + 0.36 * size * CM_PER_POINT
            _ground(canvas, centre, baseline, bar, size)
            colour = _inside(spec, bar, look)
        else:
            baseline = top - 0.35 * size * CM_PER_POINT
            colour = look.label_colour(spec, bar.point, bar.own)
        canvas.text(centre, baseline, bar.point.label, size, colour.rgb, align="centre", bold=True)
    canvas.line([(0, axis), (canvas.width, axis)], look.grey.rgb, look.axis_line)
    for at, lines in enumerate(names):
        for row, text in enumerate(lines):
            baseline = axis + (row + 0.85) * line
            centre = (at + 0.5) * slot
            canvas.text(centre, baseline, text, look.category, look.ink.rgb, align="centre")


def _draw_lying(spec: ChartSpec, look: ChartLook, canvas: Canvas) -> None:
    top = draw_key(spec, look, canvas)
    slot = (canvas.height - top) / len(spec.categories)
    axis = 0.3 + max(measured(name, look.category) for name in spec.categories)
    axis = min(axis, 0.45 * canvas.width)
    points = [point for series in spec.series for point in series.points]
    labels = max(measured(point.label, look.label_size(spec, point)) for point in points)
    for bar in _bars(spec, look, slot, canvas.width - axis - labels - 0.3):
        _mark(canvas, (axis + bar.start, top + bar.along, bar.length, bar.thick), bar, look)
        size = look.label_size(spec, bar.point)
        baseline = top + bar.along + bar.thick / 2 + 0.36 * size * CM_PER_POINT
        colour = look.label_colour(spec, bar.point, bar.own)
        end = axis + bar.start + bar.length + 0.15
        canvas.text(end, baseline, bar.point.label, size, colour.rgb, bold=True)
    canvas.line([(axis, top), (axis, canvas.height)], look.grey.rgb, look.axis_line)
    for at, name in enumerate(spec.categories):
        baseline = top + (at + 0.5) * slot + 0.36 * look.category * CM_PER_POINT
        canvas.text(axis - 0.2, baseline, name, look.category, look.ink.rgb, align="right")


def _bars(spec: ChartSpec, look: ChartLook, slot: float, room: float) -> Iterator[Bar]:
    """Every bar that has a value; the longest pile takes all the room there is."""
    values = [series for series in spec.series if not series.is_threshold]
    shared = spec.kind in ("stacked", "forecast") or len(values) < len(spec.series)
    side_by_side = 1 if shared else len(spec.series)
    thick = slot / (side_by_side + _gap(spec, look) / 100)
    tallest = max(_piles(spec), default=0.0) or 1.0
    for at in range(len(spec.categories)):
        first = (at + 0.5) * slot - side_by_side * thick / 2
        pile = 0.0
        for index, series in enumerate(spec.series):
            point = series.points[at]
            if point.value is None:
                continue
            length = float(point.value) / tallest * room
            along = first if shared else first + index * thick
            yield Bar(point, look.series_colour(spec, index), along, thick, pile, length)
            pile += length if spec.kind == "stacked" else 0.0


def _piles(spec: ChartSpec) -> Iterator[float]:
    """What each category reaches: its sum when stacked, its largest value otherwise."""
    for values in zip(*(series.points for series in spec.series), strict=True):
        known = [float(point.value) for point in values if point.value is not None]
        yield sum(known) if spec.kind == "stacked" else max(known, default=0.0)


def _gap(spec: ChartSpec, look: ChartLook) -> int:
    if spec.kind == "bars":
        return look.gap_bars
    return look.gap_two if len(spec.categories) <= 2 else look.gap_many


def _mark(
    canvas: Canvas, place: tuple[float, float, float, float], bar: Bar, look: ChartLook
) -> None:
    """Fill and outline: full, muted, hatched, or hollow."""
    state, (x, y, width, _) = bar.point.state, place
    if state == "threshold":
        canvas.line([(x, y), (x + width, y)], look.ink.rgb, 2 * look.outline)
    elif state == "forecast":
        canvas.hatched(*place, bar.own.rgb, look.outline)
    elif state in ("other_scope", "stale"):
        edge = look.other_scope if state == "other_scope" else look.grey
        canvas.outline(*place, edge.rgb, look.outline)
    else:
        canvas.box(*place, (look.muted if state == "earlier" else bar.own).rgb)


def _ground(canvas: Canvas, centre: float, baseline: float, bar: Bar, size: float) -> None:
    """White behind a label that stands on a hatch."""
    if bar.point.state == "forecast":
        wide, em = measured(bar.point.label, size) + 0.2, size * CM_PER_POINT
        canvas.box(centre - wide / 2, baseline - em, wide, 1.25 * em, "FFFFFF")


def _inside(spec: ChartSpec, bar: Bar, look: ChartLook) -> Colour:
    if bar.point.state in ("plain", "emphasis"):
        return look.white if bar.own.contrast_to_white >= READABLE else look.ink
    return look.label_colour(spec, bar.point, bar.own)


def _name_lines(name: str, width: float, look: ChartLook) -> tuple[str, ...]:
    """The name of a column in as few lines as its slot allows."""
    found = wrappings(name, _NAMES_LINES, lambda text: measured(text, look.category))
    for lines in found:
        if max(measured(line, look.category) for line in lines) <= width:
            return lines
    return found[-1] if found else (name,)
