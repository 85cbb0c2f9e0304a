"""A chart as a picture: what Office has no chart for, and any other where one is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model import ChartSpec

if TYPE_CHECKING:
    from generator.charts.theme import Theme


def draw_picture(
    spec: ChartSpec, theme: Theme, size_cm: tuple[float, float], dpi: int = 200
) -> bytes:
    """A PNG of `size_cm` (width, height); the same chart always gives the same bytes.

    Raises FactpackError when the labels have no room.
    """
    from generator.charts.canvas import Canvas, our_style
    from generator.charts.drawn_bars import draw_bars
    from generator.charts.drawn_line import draw_line
    from generator.charts.timeline import draw_timeline

    draw = {"timeline": draw_timeline, "line": draw_line}.get(spec.kind, draw_bars)
    with our_style():
        canvas = Canvas(*size_cm, dpi)
        draw(spec, theme, canvas)
        return canvas.png()
