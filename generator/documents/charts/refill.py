"""A designer's chart with new data.

Names, values, formats and honesty marks are ours; the rest stays as it was drawn.
"""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from generator.documents.charts.look import ChartLook
from generator.documents.charts.tree import (
    SERIES_ORDER,
    SPACE_ORDER,
    A,
    C,
    R,
    fragment,
    fragments,
    insert,
    put,
    series_of,
    value_of,
)
from generator.documents.charts.xml import (
    Paint,
    bar_point_xml,
    categories_xml,
    line_point_xml,
    name_xml,
    paint,
    values_xml,
)
from generator.model import ChartSpec, PointState, Series

_MARKS: tuple[PointState, ...] = ("forecast", "other_scope", "stale")
_LABEL_PARTS = (
    "numFmt", "spPr", "txPr", "dLblPos", "showLegendKey", "showVal", "showCatName", "showSerName",
    "showPercent", "showBubbleSize", "separator",
)  # fmt: skip


def refill_tree(root: etree._Element, spec: ChartSpec, look: ChartLook, relation: str) -> str:
    """Give the tree the spec's data. Returns the relationship id of its workbook."""
    categories = categories_xml(spec.categories)
    for index, (element, series) in enumerate(zip(series_of(root), spec.series, strict=True)):
        own = _own_paint(element) or paint(look.series_colour(spec, index))
        _mark_points(element, series, own, look)
        _format_labels(element, series)
        _darken_labels(element, series, look)
        data = f"{name_xml(series, index)}{categories}{values_xml(series, index)}"
        for part in fragments(data):
            put(element, part, SERIES_ORDER)
    for smooth in root.iter(f"{C}smooth"):
        smooth.set("val", "0")
    _start_at_zero(root, spec)
    _show_gaps(root)
    _number_axes(root)
    return _link_workbook(root, relation)


# -- marks: hatched, outlined, hollow --


def _mark_points(element: etree._Element, series: Series, own: Paint, look: ChartLook) -> None:
    """Mark the points that need it, unmark those that no longer do, leave the designer's rest."""
    line = _is_line(element)
    write = line_point_xml if line else bar_point_xml
    drawn = {int(value_of(point, "c:idx") or 0): point for point in element.findall(f"{C}dPt")}
    for at, old in drawn.items():
        if at >= len(series.points):
            element.remove(old)
    all_marked = _is_mark(element, line)
    for at, point in enumerate(series.points):
        designed = drawn.get(at)
        marked = all_marked if designed is None else _is_mark(designed, line)
        if point.value is not None and (marked or point.state in _MARKS):
            _set_point(element, designed, fragment(write(at, point.state, own, look)))


def _set_point(
    series: etree._Element, designed: etree._Element | None, ours: etree._Element
) -> None:
    """Put our point at its place, for the designer's or among the others by number."""
    if designed is not None:
        series.replace(designed, ours)
        return
    at = int(value_of(ours, "c:idx") or 0)
    later = [p for p in series.findall(f"{C}dPt") if int(value_of(p, "c:idx") or 0) > at]
    if later:
        later[0].addprevious(ours)
    else:
        insert(series, ours, SERIES_ORDER[: SERIES_ORDER.index("dPt") + 1])


def _is_line(element: etree._Element) -> bool:
    plot = element.getparent()
    return plot is not None and plot.tag == f"{C}lineChart"


def _is_mark(element: etree._Element, line: bool) -> bool:
    """Whether a shape is hatched or white: the looks that have a meaning of their own."""
    if line:
        shape = element.find(f"{C}marker/{C}spPr")
        dashed = element.find(f"{C}spPr/{A}ln/{A}prstDash") is not None
    else:
        shape, dashed = element.find(f"{C}spPr"), False
    if shape is None:
        return dashed
    return dashed or shape.find(f"{A}pattFill") is not None or _is_white(shape)


def _is_white(shape: etree._Element) -> bool:
    fill = shape.find(f"{A}solidFill")
    if fill is None or not len(fill):
        return False
    return (fill[0].get("val") or "").upper() in ("BG1", "LT1", "FFFFFF")


def _own_paint(series: etree._Element) -> Paint | None:
    """The designer's colour for a series: its fill, the lines of its hatch, or its outline."""
    shape = series.find(f"{C}spPr")
    if shape is None:
        return None
    white = _is_white(shape)
    for path in (f"{A}pattFill/{A}fgClr", f"{A}solidFill", f"{A}ln/{A}solidFill"):
        holder = shape.find(path)
        if holder is None or not len(holder) or (white and path == f"{A}solidFill"):
            continue
        return etree.tostring(holder[0], encoding="unicode", with_tail=False)
    return None


# -- labels --


def _format_labels(element: etree._Element, series: Series) -> None:
    """Give each label the number format of its point, where the designer shows labels."""
    labels = _labels_of(element)
    if labels is None or value_of(labels, "c:delete") == "1":
        return
    drawn = {int(value_of(label, "c:idx") or 0): label for label in labels.findall(f"{C}dLbl")}
    for at, label in drawn.items():
        if at >= len(series.points):
            labels.remove(label)
    formats = {at: p.number_format for at, p in enumerate(series.points) if p.value is not None}
    usual = next(iter(formats.values()), "General")
    _set_format(labels, usual)
    for at, code in formats.items():
        if at in drawn and value_of(drawn[at], "c:delete") != "1":
            _set_format(drawn[at], code)
        elif at not in drawn and code != usual:
            _set_format(_new_label(labels, at), code)


def _darken_labels(element: etree._Element, series: Series, look: ChartLook) -> None:
    """In a stack, letters that stood white on a colour are dark where the bar is now hollow."""
    labels, plot = element.find(f"{C}dLbls"), element.getparent()
    if labels is None or plot is None or value_of(plot, "c:grouping") != "stacked":
        return
    drawn = {int(value_of(label, "c:idx") or 0): label for label in labels.findall(f"{C}dLbl")}
    for at, point in enumerate(series.points):
        if point.value is None or point.state not in _MARKS:
            continue
        label = drawn[at] if at in drawn else _new_label(labels, at)
        for fill in label.iterfind(f"{C}txPr//{A}defRPr/{A}solidFill"):
            fill[:] = [fragment(paint(look.ink))]


def _labels_of(element: etree._Element) -> etree._Element | None:
    """The labels of a series; those that the plot gives to all are made its own."""
    labels = element.find(f"{C}dLbls")
    if labels is not None:
        return labels
    plot = element.getparent()
    common = None if plot is None else plot.find(f"{C}dLbls")
    if common is None:
        return None
    put(element, deepcopy(common), SERIES_ORDER)
    return element.find(f"{C}dLbls")


def _new_label(labels: etree._Element, at: int) -> etree._Element:
    """A label for one point that looks as all of its series do."""
    label = fragment(f'<c:dLbl><c:idx val="{at}"/></c:dLbl>')
    for part in _LABEL_PARTS:
        usual = labels.find(f"{C}{part}")
        if usual is not None:
            label.append(deepcopy(usual))
    before = [item for item in labels.findall(f"{C}dLbl") if int(value_of(item, "c:idx") or 0) < at]
    labels.insert(len(before), label)
    return label


def _set_format(labels: etree._Element, code: str) -> None:
    """Set the number format of one label, or of all that have none of their own."""
    element = labels.makeelement(f"{C}numFmt", {"formatCode": code, "sourceLinked": "0"})
    put(labels, element, ("dLbl", "idx", "delete", "layout", "tx", *_LABEL_PARTS))


# -- axes, gaps, workbook --


def _start_at_zero(root: etree._Element, spec: ChartSpec) -> None:
    """Bars are lengths, so their axis starts at zero; no axis ends below its values."""
    values = [point.value for item in spec.series for point in item.points if point.value]
    bars = next(root.iter(f"{C}barChart"), None) is not None
    for scaling in root.iterfind(f".//{C}valAx/{C}scaling"):
        top = value_of(scaling, "c:max")
        if top is not None and (spec.kind == "stacked" or float(top) < max(values, default=0)):
            _remove(scaling, "max")
        if bars:
            _remove(scaling, "min")
            if min(values, default=0) >= 0:
                scaling.append(scaling.makeelement(f"{C}min", {"val": "0"}))
    for axis in root.iter(f"{C}catAx", f"{C}dateAx") if bars else ():
        for old in (*axis.findall(f"{C}crosses"), *axis.findall(f"{C}crossesAt")):
            axis.replace(old, axis.makeelement(f"{C}crosses", {"val": "autoZero"}))


def _remove(parent: etree._Element, name: str) -> None:
    for child in parent.findall(f"{C}{name}"):
        parent.remove(child)


def _show_gaps(root: etree._Element) -> None:
    chart = root.find(f"{C}chart")
    if chart is None:
        return
    _remove(chart, "dispBlanksAs")
    order = ("title", "autoTitleDeleted", "pivotFmts", "view3D", "floor", "sideWall", "backWall",
             "plotArea", "legend", "plotVisOnly")  # fmt: skip
    insert(chart, chart.makeelement(f"{C}dispBlanksAs", {"val": "gap"}), order)


def _number_axes(root: etree._Element) -> None:
    """Axis ids are unsigned; some writers make negative ones, which a validator refuses."""
    for axis in root.iter(f"{C}axId", f"{C}crossAx"):
        axis.set("val", (axis.get("val") or "").lstrip("-"))


def _link_workbook(root: etree._Element, relation: str) -> str:
    """The relationship id of the workbook: the designer's, or ours where the chart has none."""
    data = root.find(f"{C}externalData")
    if data is None:
        data = root.makeelement(f"{C}externalData", {f"{R}id": relation})
        put(root, data, SPACE_ORDER)
    for update in data.findall(f"{C}autoUpdate"):
        data.remove(update)
    data.append(data.makeelement(f"{C}autoUpdate", {"val": "0"}))
    return data.get(f"{R}id", relation)
