"""The key of a picture with several series: a swatch and a name for each, in one row."""

from __future__ import annotations

from generator.charts.canvas import CM_PER_POINT, Canvas, measured
from generator.documents.charts.look import ChartLook
from generator.model import ChartSpec


def draw_key(spec: ChartSpec, look: ChartLook, canvas: Canvas) -> float:
    """Draw the key at the top; returns the height it took: none for what needs no key.

    A forecast and a threshold need none: hatch, rule and category say what they are.
    """
    values = [series for series in spec.series if not series.is_threshold]
    if len(values) < 2 or spec.kind == "forecast":
        return 0.0
    em = look.category * CM_PER_POINT
    x = 0.0
    for index, series in enumerate(values):
        colour, place = look.series_colour(spec, index).rgb, (x, 0.3 * em, em, 0.7 * em)
        if all(point.state == "forecast" for point in series.points if point.value is not None):
            canvas.hatched(*place, colour, look.outline)
        else:
            canvas.box(*place, colour)
        canvas.text(x + 1.3 * em, 0.95 * em, series.name, look.category, look.ink.rgb)
        x += 2.8 * em + measured(series.name, look.category)
    return 1.8 * em
