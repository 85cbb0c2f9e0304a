"""A timeline as a picture: an axis to scale, dots, poles with flags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.charts.canvas import CM_PER_POINT, Align, Canvas, measured
from generator.charts.timeline_layout import Flag, Timeline, lay_out
from generator.model import ChartSpec, FactpackError, Place, Problem, error

if TYPE_CHECKING:
    from generator.charts.theme import Theme


def draw_timeline(spec: ChartSpec, theme: Theme, canvas: Canvas) -> None:
    """Draw the events. Raises FactpackError when their labels have no room on this page."""
    sizes = theme.timeline(canvas.width)
    found = lay_out(spec.events, (canvas.width, canvas.height), sizes, measured)
    if found is None:
        raise FactpackError([_no_room(spec, canvas)])
    _axis(found, theme, canvas)
    for flag in found.flags:
        _flag(flag, found.axis, theme, canvas)


def _axis(found: Timeline, theme: Theme, canvas: Canvas) -> None:
    sizes, heading = theme.timeline(canvas.width), theme.rgb("heading")
    canvas.line([(0, found.axis), (canvas.width, found.axis)], heading, 2.25 * sizes.unit)
    for year, x in found.years:
        canvas.line([(x, found.axis), (x, found.axis + 0.2 * sizes.unit)], heading, 1)
        baseline = found.axis + 0.32 * sizes.unit + sizes.year * 0.9 * CM_PER_POINT
        canvas.text(x, baseline, str(year), sizes.year, theme.rgb("quiet"), align="centre")


def _flag(flag: Flag, axis: float, theme: Theme, canvas: Canvas) -> None:
    sizes = theme.timeline(canvas.width)
    colour = theme.rgb("emphasis" if flag.event.emphasis else "subject")
    canvas.line([(flag.x, flag.pole.top), (flag.x, flag.pole.bottom)], colour, 1)
    canvas.dot(flag.x, axis, 1.5 * sizes.dot, "FFFFFF", "FFFFFF", 0)
    canvas.dot(flag.x, axis, sizes.dot, colour, colour, 0)
    align: Align = "left" if flag.hang == "right" else "right"
    x = flag.box.left if flag.hang == "right" else flag.box.right
    top = flag.box.top
    baseline = _baseline(top, sizes.date_line, sizes.date)
    canvas.text(x, baseline, flag.event.date, sizes.date, colour, align=align, bold=True)
    for at, line in enumerate(flag.lines):
        start = top + sizes.date_line + at * sizes.text_line
        baseline = _baseline(start, sizes.text_line, sizes.text)
        canvas.text(x, baseline, line, sizes.text, theme.rgb("text"), align=align)


def _baseline(top: float, line: float, points: float) -> float:
    """Where letters stand in a line of this height: an em's middle in the line's middle."""
    em = points * CM_PER_POINT
    return top + (line - em) / 2 + 0.86 * em


def _no_room(spec: ChartSpec, canvas: Canvas) -> Problem:
    return error(
        Place("templates/charts.yaml", where=spec.id),
        f"The timeline {spec.id} has {len(spec.events)} labels, and no arrangement of them fits "
        f"{canvas.width:g} × {canvas.height:g} cm without overlap.",
        "Shorten the texts, leave an event out, or give the picture more room.",
    )
