"""A line as a picture: through three or more points, broken where a value is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.charts.canvas import CM_PER_POINT, Canvas
from generator.charts.drawn_key import draw_key
from generator.charts.theme import medium_of
from generator.model import ChartSpec, Series

if TYPE_CHECKING:
    from generator.charts.theme import Theme

_DOT = 0.26


def draw_line(spec: ChartSpec, theme: Theme, canvas: Canvas) -> None:
    """Draw every series from a zero line; the way to a forecast is dashed, old points hollow."""
    look = theme.look(medium_of(canvas.width), "", (canvas.width, canvas.height))
    slot = canvas.width / len(spec.categories)
    axis = canvas.height - 1.7 * look.category * CM_PER_POINT
    room = axis - draw_key(spec, look, canvas) - 2 * look.label * CM_PER_POINT
    values = [float(p.value) for one in spec.series for p in one.points if p.value is not None]
    scale = room / (max(values, default=0.0) or 1.0)
    canvas.line([(0, axis), (canvas.width, axis)], look.grey.rgb, look.axis_line)
    for index, series in enumerate(spec.series):
        own = look.series_colour(spec, index)
        places = _places(series, slot, axis, scale)
        for at in range(1, len(places)):
            before, after = places[at - 1], places[at]
            if before is not None and after is not None:
                dashed = series.points[at].state == "forecast"
                (canvas.dashes if dashed else canvas.line)([before, after], own.rgb, look.line)
        for point, place in zip(series.points, places, strict=True):
            if place is None:
                continue
            edge = look.grey if point.state == "stale" else own
            fill = "FFFFFF" if point.state in ("stale", "forecast") else own.rgb
            canvas.dot(*place, _DOT, fill, edge.rgb, look.outline)
            size, colour = look.label_size(spec, point), look.label_colour(spec, point, own)
            baseline = place[1] - 0.25 - 0.1 * size * CM_PER_POINT
            canvas.text(
                place[0], baseline, point.label, size, colour.rgb, align="centre", bold=True
            )
    for at, name in enumerate(spec.categories):
        baseline = axis + 1.25 * look.category * CM_PER_POINT
        centre = (at + 0.5) * slot
        canvas.text(centre, baseline, name, look.category, look.ink.rgb, align="centre")


def _places(
    series: Series, slot: float, axis: float, scale: float
) -> list[tuple[float, float] | None]:
    """Where each value stands; a gap is nowhere."""
    return [
        None if point.value is None else ((at + 0.5) * slot, axis - float(point.value) * scale)
        for at, point in enumerate(series.points)
    ]
