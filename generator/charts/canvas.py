"""A page in centimetres from the top left, drawn by matplotlib: lines, shapes, words.

Text is drawn as outlines of a face that comes with the program, so every machine draws the same
picture. That face has no bold: a stroke in the text's own colour makes one.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from contextlib import AbstractContextManager
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from matplotlib import font_manager, rc_context
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.textpath import text_to_path
from matplotlib.transforms import Affine2D
from pylopdf_fonts_zh_cn import sans_path

if TYPE_CHECKING:
    from matplotlib.artist import Artist

Align = Literal["left", "centre", "right"]

CM_PER_POINT = 2.54 / 72
_CHINESE_FACE = "Factpack Chinese"  # -- a name of our own: another machine's Noto may differ --
_FALLBACK_FACE = "DejaVu Sans"  # -- comes with matplotlib --
_HATCH = "////"
_CIRCLE = Path.unit_circle()


def our_style() -> AbstractContextManager[None]:
    """The settings under which a picture is drawn, whatever a user's own matplotlibrc says."""
    return rc_context(
        {
            "hatch.linewidth": 1.3, "savefig.bbox": None, "savefig.facecolor": "auto",
            "savefig.transparent": False, "path.effects": [], "path.sketch": None,
            "patch.antialiased": True, "lines.dashed_pattern": [3.7, 1.6],
        }
    )  # fmt: skip


def width_of(text: str, points: float) -> float:
    """How wide a line of text is, in cm."""
    return _advance(text) * points * CM_PER_POINT


def measured(text: str, points: float) -> float:
    """Nearly the same, character by character: for trying out many lines."""
    return sum(map(_advance, text)) * points * CM_PER_POINT


class Canvas:
    """One picture. Sizes of type and lines are in points, places in cm from the top left."""

    def __init__(self, width: float, height: float, dpi: int) -> None:
        self.width, self.height, self._dpi = width, height, dpi
        self._figure = Figure(figsize=(width / 2.54, height / 2.54), dpi=dpi, facecolor="white")
        FigureCanvasAgg(self._figure)  # -- no window system is ever asked for --
        scale = dpi / 2.54
        self._cm = Affine2D().scale(scale, -scale).translate(0, height * scale)

    def line(self, points: Sequence[tuple[float, float]], colour: str, width: float) -> None:
        """A line through places."""
        self._add(PathPatch(Path(points), fill=False, edgecolor=f"#{colour}", linewidth=width))

    def dashes(self, points: Sequence[tuple[float, float]], colour: str, width: float) -> None:
        """A dashed line through places: the way to what has not happened."""
        self._add(
            PathPatch(
                Path(points), fill=False, edgecolor=f"#{colour}", linewidth=width, linestyle="--"
            )
        )

    def box(self, x: float, y: float, width: float, height: float, fill: str) -> None:
        self._add(Rectangle((x, y), width, height, facecolor=f"#{fill}", linewidth=0))

    def outline(
        self, x: float, y: float, width: float, height: float, edge: str, points: float
    ) -> None:
        """A white box with an edge."""
        self._add(
            Rectangle(
                (x, y), width, height, facecolor="white", edgecolor=f"#{edge}", linewidth=points
            )
        )

    def hatched(
        self, x: float, y: float, width: float, height: float, edge: str, points: float
    ) -> None:
        """A white box with an edge and diagonal lines."""
        self._add(
            Rectangle(
                (x, y), width, height, facecolor="white", edgecolor=f"#{edge}", linewidth=points,
                hatch=_HATCH,
            )
        )  # fmt: skip

    def dot(self, x: float, y: float, size: float, fill: str, edge: str, points: float) -> None:
        """A round dot of this diameter, with an edge."""
        placed = Affine2D().scale(size / 2).translate(x, y).transform_path(_CIRCLE)
        self._add(PathPatch(placed, facecolor=f"#{fill}", edgecolor=f"#{edge}", linewidth=points))

    def text(
        self,
        x: float,
        baseline: float,
        text: str,
        points: float,
        colour: str,
        *,
        align: Align = "left",
        bold: bool = False,
    ) -> None:
        """One line of text on its baseline, hanging from `x` by its left, centre or right."""
        shift = {"left": 0.0, "centre": 0.5, "right": 1.0}[align] * width_of(text, points)
        size = points * CM_PER_POINT
        placed = (
            Affine2D()
            .scale(size, -size)
            .translate(x - shift, baseline)
            .transform_path(_outline(text))
        )
        stroke = (0.8 if points >= 24 else 0.45) if bold else 0
        letters = PathPatch(
            placed, facecolor=f"#{colour}", edgecolor=f"#{colour}", linewidth=stroke,
            joinstyle="round",
        )  # fmt: skip
        letters.set_snap(False)  # -- 甲 and 田 are all straight lines, and would lose some --
        self._add(letters)

    def png(self) -> bytes:
        """The picture; the same drawing always gives the same bytes."""
        out = io.BytesIO()
        self._figure.savefig(out, format="png", dpi=self._dpi, metadata={"Software": None})
        return out.getvalue()

    def _add(self, artist: Artist) -> None:
        artist.set_transform(self._cm)
        self._figure.add_artist(artist, clip=False)


@lru_cache(maxsize=1)
def _faces() -> font_manager.FontProperties:
    """The Chinese face, then one for what it lacks."""
    entry = font_manager.FontEntry(
        fname=str(sans_path()), name=_CHINESE_FACE, style="normal", variant="normal", weight=400,
        stretch="normal", size="scalable",
    )  # fmt: skip
    font_manager.fontManager.ttflist.append(entry)
    return font_manager.FontProperties(family=[_CHINESE_FACE, _FALLBACK_FACE])


@lru_cache(maxsize=512)
def _advance(text: str) -> float:
    """The width of a line in ems."""
    width, _, _ = text_to_path.get_text_width_height_descent(text, _faces(), ismath=False)
    return float(width) / float(_faces().get_size_in_points())


@lru_cache(maxsize=512)
def _outline(text: str) -> Path:
    """The outlines of a line, one em high."""
    vertices, codes = text_to_path.get_text_path(_faces(), text, ismath=False)
    scale = 1 / text_to_path.FONT_SCALE
    return Affine2D().scale(scale).transform_path(Path(vertices, codes))
