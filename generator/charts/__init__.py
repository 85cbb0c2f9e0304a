"""Charts: from facts to honest plain values, and pictures of what Office cannot draw.

Every name is loaded when it is first asked for; matplotlib only to draw a picture.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.charts.picture import draw_picture
    from generator.charts.plans import ChartPlan, read_charts
    from generator.charts.spec import chart_spec
    from generator.charts.theme import Theme, read_theme

__all__ = ["ChartPlan", "Theme", "chart_spec", "draw_picture", "read_charts", "read_theme"]

_HOMES = {
    "ChartPlan": "plans",
    "Theme": "theme",
    "chart_spec": "spec",
    "draw_picture": "picture",
    "read_charts": "plans",
    "read_theme": "theme",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
