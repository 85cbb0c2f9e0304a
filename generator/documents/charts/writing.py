"""A native chart of our own, from its plain description."""

from __future__ import annotations

import math

from generator.documents.charts.look import ChartLook, text_width
from generator.documents.charts.xml import (
    CHART,
    DRAWING,
    NO_LINE,
    RELATIONS,
    Paint,
    bar_point_xml,
    categories_xml,
    labels_xml,
    line_point_xml,
    line_xml,
    mark_xml,
    marker_xml,
    name_xml,
    paint,
    text_xml,
    threshold_xml,
    values_xml,
)
from generator.model import ChartSpec, PointState, Series

_CATEGORY_AXIS, _VALUE_AXIS = 1001, 1002  # -- positive: the schema wants unsigned ids --
_CM = 2.54 / 72  # -- one point in cm --
_MANY = 6  # -- columns beyond this need gridlines to be compared --


def chart_xml(spec: ChartSpec, look: ChartLook, relation: str) -> bytes:
    """The chart part. `relation` is the id under which it will know its workbook."""
    legend = _needs_legend(spec)
    text = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<c:chartSpace xmlns:c="{CHART}" xmlns:a="{DRAWING}" xmlns:r="{RELATIONS}">'
        '<c:date1904 val="0"/><c:roundedCorners val="0"/>'
        '<c:chart><c:autoTitleDeleted val="1"/>'
        f"<c:plotArea>{_layout_xml(spec, look, legend)}{_plot_xml(spec, look)}"
        f"{_category_axis_xml(spec, look)}{_value_axis_xml(spec, look)}"
        f"<c:spPr><a:noFill/>{NO_LINE}</c:spPr></c:plotArea>"
        f"{_legend_xml(look) if legend else ''}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr><a:noFill/>{NO_LINE}</c:spPr>"
        f"{text_xml(look, look.category, look.ink)}"
        f'<c:externalData r:id="{relation}"><c:autoUpdate val="0"/></c:externalData>'
        "</c:chartSpace>"
    )
    return text.encode()


def _needs_legend(spec: ChartSpec) -> bool:
    """Several series of colours need words; a forecast is told by its hatch and its category."""
    values = [series for series in spec.series if not series.is_threshold]
    return len(values) > 1 and spec.kind != "forecast"


def _plot_xml(spec: ChartSpec, look: ChartLook) -> str:
    written = [_series_xml(spec, item, index, look) for index, item in enumerate(spec.series)]
    axes = f'<c:axId val="{_CATEGORY_AXIS}"/><c:axId val="{_VALUE_AXIS}"/>'
    lines = [
        xml for item, xml in zip(spec.series, written, strict=True) if _is_line(spec, item)
    ]  # fmt: skip
    bars = [xml for xml in written if xml not in lines]
    return (_bars_xml(spec, bars, look, axes) if bars else "") + (
        _lines_xml(lines, axes) if lines else ""
    )


def _is_line(spec: ChartSpec, series: Series) -> bool:
    """Thresholds stand in a plot of lines as well, without a line: a column would be a value."""
    return spec.kind == "line" or series.is_threshold


def _lines_xml(series: list[str], axes: str) -> str:
    return (
        '<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>'
        f'{"".join(series)}<c:marker val="1"/>{axes}</c:lineChart>'
    )


def _bars_xml(spec: ChartSpec, series: list[str], look: ChartLook, axes: str) -> str:
    direction = "bar" if spec.kind == "bars" else "col"
    grouping = "stacked" if spec.kind == "stacked" else "clustered"
    return (
        f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="{grouping}"/>'
        f'<c:varyColors val="0"/>{"".join(series)}<c:gapWidth val="{_gap(spec, look)}"/>'
        f'<c:overlap val="{_overlap(spec)}"/>{axes}</c:barChart>'
    )


def _gap(spec: ChartSpec, look: ChartLook) -> int:
    if spec.kind == "bars":
        return look.gap_bars
    return look.gap_two if len(spec.categories) <= 2 else look.gap_many


def _overlap(spec: ChartSpec) -> int:
    """Stacks and forecasts share one place per category; other series stand side by side."""
    return 100 if spec.kind in ("stacked", "forecast") else 0


def _series_xml(spec: ChartSpec, series: Series, index: int, look: ChartLook) -> str:
    colour = look.series_colour(spec, index)
    own = paint(colour)
    usual = _usual_state(series)
    head = f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/>{name_xml(series, index)}'
    tail = '<c:smooth val="0"/>' if _is_line(spec, series) else ""
    return (
        f"{head}{_look_xml(spec, series, usual, own, look)}"
        f"{_points_xml(spec, series, usual, own, look)}"
        f"{labels_xml(spec, series, colour, look)}{categories_xml(spec.categories)}"
        f"{values_xml(series, index)}{tail}</c:ser>"
    )


def _look_xml(
    spec: ChartSpec, series: Series, usual: PointState, own: Paint, look: ChartLook
) -> str:
    """How a whole series looks: a rule, a line with dots, or bars."""
    if series.is_threshold:
        return threshold_xml(look)
    if spec.kind == "line":
        return f"<c:spPr>{line_xml(own, look.line)}</c:spPr>{marker_xml(usual, own, look)}"
    return f'<c:spPr>{mark_xml(usual, own, look)}</c:spPr><c:invertIfNegative val="0"/>'


def _usual_state(series: Series) -> PointState:
    """The state of a whole series; where values differ, the others are marked one by one."""
    states = {point.state for point in series.points if point.value is not None}
    return states.pop() if len(states) == 1 else "plain"


def _points_xml(
    spec: ChartSpec, series: Series, usual: PointState, own: Paint, look: ChartLook
) -> str:
    """The points that look other than their series."""
    write = line_point_xml if spec.kind == "line" else bar_point_xml
    return "".join(
        write(at, point.state, own, look)
        for at, point in enumerate(series.points)
        if point.value is not None
        and point.state != usual
        and not {point.state, usual} <= {"plain", "emphasis"}
    )


def _category_axis_xml(spec: ChartSpec, look: ChartLook) -> str:
    """Names in the order of the spec: from the left, or from the top for horizontal bars."""
    lying = spec.kind == "bars"
    return (
        f'<c:catAx><c:axId val="{_CATEGORY_AXIS}"/>'
        f'<c:scaling><c:orientation val="{"maxMin" if lying else "minMax"}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{"l" if lying else "b"}"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"<c:spPr><a:noFill/>{line_xml(paint(look.grey), look.axis_line)}</c:spPr>"
        f"{text_xml(look, look.category, look.ink)}"
        f'<c:crossAx val="{_VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis_xml(spec: ChartSpec, look: ChartLook) -> str:
    """A hidden axis from zero.

    Its end is left to Office: a fixed one would cut off a bar whose value somebody corrects.
    """
    lying = spec.kind == "bars"
    values = [point.value for item in spec.series for point in item.points if point.value]
    start = "" if min(values, default=0) < 0 else '<c:min val="0"/>'
    grid = unit = ""
    if len(spec.categories) > _MANY and values and not lying:
        hairline = line_xml(paint(look.rule), 0.5)
        grid = f"<c:majorGridlines><c:spPr>{hairline}</c:spPr></c:majorGridlines>"
        unit = f'<c:majorUnit val="{_third(float(max(values)))}"/>'
    return (
        f'<c:valAx><c:axId val="{_VALUE_AXIS}"/>'
        f'<c:scaling><c:orientation val="minMax"/>{start}</c:scaling><c:delete val="1"/>'
        f'<c:axPos val="{"t" if lying else "l"}"/>{grid}'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f'<c:crossAx val="{_CATEGORY_AXIS}"/><c:crosses val="autoZero"/>'
        f'<c:crossBetween val="between"/>{unit}</c:valAx>'
    )


def _third(top: float) -> float:
    """A round step that three or four gridlines need to reach `top`."""
    power: float = 10 ** math.floor(math.log10(abs(top) / 3))
    return next(step * power for step in (1, 2, 2.5, 5, 10) if step * power >= abs(top) / 3)


def _legend_xml(look: ChartLook) -> str:
    return (
        '<c:legend><c:legendPos val="t"/><c:overlay val="0"/>'
        f"<c:spPr><a:noFill/>{NO_LINE}</c:spPr>{text_xml(look, look.category, look.ink)}</c:legend>"
    )


def _layout_xml(spec: ChartSpec, look: ChartLook, legend: bool) -> str:
    """The inner plot area, fixed, so that the panels of a slide stand on one line.

    The margins hold the names and labels at their sizes; the numbers are shares of the frame.
    """
    width, height = look.size
    top = 1.5 * look.label * _CM + (2 * look.category * _CM if legend else 0)
    if spec.kind == "bars":
        longest = max((text_width(name, look.category) for name in spec.categories), default=0)
        left = min(longest + 0.4, 0.4 * width)
        right, top, bottom = _label_room(spec, look), 0.1 + top - 1.5 * look.label * _CM, 0.1
    else:
        left = right = 0.3
        bottom = (1.5 * _lines(spec, look, width - 0.6) + 0.7) * look.category * _CM
    x, y = left / width, top / height
    inner = (x, y, 1 - x - right / width, 1 - y - bottom / height)
    return '<c:layout><c:manualLayout><c:layoutTarget val="inner"/>' + (
        '<c:xMode val="edge"/><c:yMode val="edge"/>'
        + "".join(
            f'<c:{name} val="{share:.4f}"/>' for name, share in zip("xywh", inner, strict=True)
        )
        + "</c:manualLayout></c:layout>"
    )


def _label_room(spec: ChartSpec, look: ChartLook) -> float:
    """The width of the widest label, in cm."""
    points = (point for series in spec.series for point in series.points)
    return max((text_width(point.label, look.label) for point in points), default=0) + 0.2


def _lines(spec: ChartSpec, look: ChartLook, width: float) -> int:
    """How many lines the longest name under a column takes."""
    room = width / max(len(spec.categories), 1)
    longest = max((text_width(name, look.category) for name in spec.categories), default=0)
    return min(1 + int(longest / room), 3)
