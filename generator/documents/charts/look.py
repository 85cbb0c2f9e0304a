"""How a chart looks: colours, faces, sizes. Data and words are the spec's."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.model import ChartSpec, Point

READABLE = 4.5  # contrast that letters need on their ground (WCAG 2, AA)


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour as RRGGBB, with the slot of the document's theme that holds it, if one does."""

    rgb: str
    slot: str = ""

    @property
    def contrast_to_white(self) -> float:
        """Its contrast ratio against white."""
        return self.contrast_to(Colour("FFFFFF"))

    def contrast_to(self, other: Colour) -> float:
        """WCAG contrast ratio of two colours, 1 to 21 (WCAG 2.1, 1.4.3)."""
        darker, lighter = sorted((self.luminance, other.luminance))
        return (lighter + 0.05) / (darker + 0.05)

    @property
    def luminance(self) -> float:
        """Relative luminance: 0 is black, 1 is white."""
        channels = (int(self.rgb[at : at + 2], 16) / 255 for at in (0, 2, 4))
        red, green, blue = (_linear(channel) for channel in channels)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


@dataclass(frozen=True, slots=True)
class ChartLook:
    """Everything that the theme decides about a native chart.

    Type sizes and line widths are in points, `size` (width, height of the frame) in cm, gap
    widths in per cent of a bar. `series` are the colours in their order; a pair's newer column,
    a forecast and an emphasised bar have labels of `focus` size. `rule_size` is the length of the
    rule that marks a threshold, in points (72 at most, ECMA-376 part 1, 21.2.3.27).
    """

    series: tuple[Colour, ...]
    ink: Colour
    grey: Colour
    muted: Colour
    other_scope: Colour
    rule: Colour
    white: Colour
    latin: str
    ea: str
    lang: str
    category: float
    label: float
    focus: float
    size: tuple[float, float]
    gap_many: int = 55
    gap_two: int = 80
    gap_bars: int = 45
    axis_line: float = 1.0
    outline: float = 1.25
    line: float = 2.0
    rule_size: int = 24

    def sized(self, width: float, height: float) -> ChartLook:
        """The same look for a frame of another size, in cm."""
        return replace(self, size=(width, height))

    def series_colour(self, spec: ChartSpec, index: int) -> Colour:
        """The colour of a series: one of forecasts keeps the hue of the series it continues."""
        if index and all(
            point.value is None or point.state == "forecast" for point in spec.series[index].points
        ):
            return self.series_colour(spec, index - 1)
        return self.series[index % len(self.series)]

    def label_size(self, spec: ChartSpec, point: Point) -> float:
        """Points of a value's label."""
        focused = spec.kind in ("pair", "forecast") or point.state == "emphasis"
        return self.focus if focused else self.label

    def label_colour(self, spec: ChartSpec, point: Point, own: Colour) -> Colour:
        """The colour of a value's label: its own bar's where it is what the chart is about."""
        if point.state == "stale":
            return self.grey
        focused = point.state == "plain" and spec.kind in ("pair", "forecast")
        if focused or point.state in ("emphasis", "forecast"):
            return own if own.contrast_to_white >= READABLE else self.ink
        return self.ink


def text_width(text: str, points: float) -> float:
    """About how wide a line of text is, in cm: full width for Chinese, 0.58 em for the rest."""
    em = sum(1.0 if char > "\u2e7f" else 0.58 for char in text)
    return em * points * 2.54 / 72
