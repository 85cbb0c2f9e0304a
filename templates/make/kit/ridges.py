"""The one ornament: ridges that run from mountain (west) into sea (east), as vector shapes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from templates.make.kit.tokens import COLOR, PAGES, SLOTS, Box, emu

# Tells screen readers to pass a shape by (MS-ODRAWXML 2.3, adec:decorative).
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)
_WIDTH, _BOTTOM = PAGES["slide"]["size"]


@dataclass(frozen=True)
class Layer:
    """One ridge: its colour and its heights at equal steps, in cm from the top of its page."""

    color: str
    heights: tuple[float, ...]
    width: float = _WIDTH
    bottom: float = _BOTTOM

    @property
    def box(self) -> Box:
        """From its peak down to the bottom of the page."""
        top = min(self.heights)
        return Box(0, top, self.width, self.bottom - top)

    @property
    def geometry(self) -> str:
        """``a:custGeom``: a curve through the heights, closed along the lower edge."""
        box, step = self.box, self.width / (len(self.heights) - 1)
        points = [(round(i * step, 4), y - box.y) for i, y in enumerate(self.heights)]
        return (
            "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
            '<a:rect l="0" t="0" r="r" b="b"/>'
            f'<a:pathLst><a:path w="{emu(box.width)}" h="{emu(box.height)}">'
            f"{_smooth_path(points, box)}</a:path></a:pathLst></a:custGeom>"
        )

    @property
    def fill(self) -> str:
        """A solid fill: by theme slot where the look names this colour."""
        name = next((name for name, rgb in COLOR.items() if rgb == self.color), "")
        if name in SLOTS:
            return f'<a:solidFill><a:schemeClr val="{SLOTS[name]}"/></a:solidFill>'
        return f'<a:solidFill><a:srgbClr val="{self.color}"/></a:solidFill>'


def squeezed(layers: Sequence[Layer], width: float, top: float, bottom: float) -> list[Layer]:
    """The same ridges on a narrower page, between two heights of it."""
    peak = min(min(layer.heights) for layer in layers)
    share = (bottom - top) / (_BOTTOM - peak)
    return [
        Layer(
            layer.color,
            tuple(round(top + (y - peak) * share, 3) for y in layer.heights),
            width,
            bottom,
        )
        for layer in layers
    ]


def _smooth_path(points: list[tuple[float, float]], box: Box) -> str:
    """Catmull–Rom through the points as Bézier pieces."""
    padded = [points[0], *points, points[-1]]
    pieces = [f"<a:moveTo>{_point(*points[0])}</a:moveTo>"]
    for before, start, end, after in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        first = start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6
        second = end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6
        pieces.append(
            f"<a:cubicBezTo>{_point(*first)}{_point(*second)}{_point(*end)}</a:cubicBezTo>"
        )
    corners = ((box.width, box.height), (0.0, box.height))
    pieces += [f"<a:lnTo>{_point(*corner)}</a:lnTo>" for corner in corners]
    return "".join(pieces) + "<a:close/>"


def _point(x: float, y: float) -> str:
    return f'<a:pt x="{emu(x)}" y="{emu(y)}"/>'


def _lowered(row: int, heights: Sequence[float]) -> tuple[float, ...]:
    return tuple(round(13.4 + row * 0.85 + (y - 12.7 - row * 0.87) * 0.857, 2) for y in heights)


LIGHT = tuple(
    Layer(color, tuple(heights))
    for color, heights in zip(PAGES["ridge"]["fill"], PAGES["ridge"]["y"], strict=True)
)
DARK = tuple(
    Layer(color, _lowered(row, heights))
    for row, (color, heights) in enumerate(
        zip(PAGES["ridge"]["dark"], PAGES["ridge"]["y"], strict=True)
    )
)
