"""Why a designer's chart may not be given a spec's data: each rule keeps one kind of lie out."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from generator.documents.charts.tree import C, plots, series_of, value_of
from generator.model import ChartSpec

Refusal = tuple[str, str]  # -- the problem, the next step --
_DRAWN = (f"{C}barChart", f"{C}lineChart")
_CELL_LABELS = "{http://schemas.microsoft.com/office/drawing/2012/chart}datalabelsRange"


def refusals(root: etree._Element, spec: ChartSpec) -> list[Refusal]:
    """Everything that stands against this spec in this chart, all at once."""
    return [refusal for check in CHECKS for refusal in check(root, spec)]


def kind_of_chart(root: etree._Element, spec: ChartSpec) -> list[Refusal]:
    """Only bars, columns and lines show values as lengths and heights from one axis."""
    if spec.kind == "timeline":
        return [("A timeline cannot be a native chart.", 'Place a picture with picture("…").')]
    others = [plot for plot in plots(root) if plot.tag not in _DRAWN]
    return [
        (
            f"The chart is of the kind {etree.QName(plot).localname}.",
            "Use plain bars, columns or a line: two-dimensional, from one axis.",
        )
        for plot in others
    ]


def plain_names(root: etree._Element, spec: ChartSpec) -> list[Refusal]:
    """Categories are names: a date axis would move them, a pivot table replace them."""
    found: list[Refusal] = []
    if next(root.iter(f"{C}dateAx"), None) is not None:
        step = "In Office, set the axis type to text axis."
        found.append((f"The chart has a date axis, and {spec.id!r} has names.", step))
    if root.find(f"{C}pivotSource") is not None:
        found.append(("The chart shows a pivot table.", "Insert a chart with data of its own."))
    return found


def number_of_series(root: etree._Element, spec: ChartSpec) -> list[Refusal]:
    have, need = len(series_of(root)), len(spec.series)
    if have == need:
        return []
    return [
        (
            f'The chart has {have} series and "{spec.id}" has {need}.',
            f"Give the chart in the template exactly {need}, styled as each should look.",
        )
    ]


def typed_labels(root: etree._Element, spec: ChartSpec) -> list[Refusal]:
    """A label typed by hand, or taken from cells, would keep its old text."""
    typed = [label for label in root.iter(f"{C}dLbl") if label.find(f"{C}tx") is not None]
    cells = next(root.iter(_CELL_LABELS), None)
    if not typed and cells is None:
        return []
    return [
        (
            f"The chart has data labels with typed text, which new data for {spec.id!r} "
            "would leave as it is.",
            "In Office, reset the labels' text (Format Data Labels, Reset Label Text).",
        )
    ]


def one_axis(root: etree._Element, spec: ChartSpec) -> list[Refusal]:
    """One unit has one axis: two would let the designer choose which value looks larger."""
    if len(list(root.iter(f"{C}valAx"))) <= 1:
        return []
    return [
        (
            f"The chart has a second value axis, and {spec.id!r} is of one unit.",
            "Move all series to the primary axis.",
        )
    ]


def lengths_are_values(root: etree._Element, spec: ChartSpec) -> list[Refusal]:
    """Shares of a whole, sums of what may overlap and logarithms are other numbers."""
    found: list[Refusal] = []
    for plot in plots(root):
        grouping = value_of(plot, "c:grouping")
        if grouping == "percentStacked":
            found.append(("The chart shows shares of 100 %.", "Use clustered bars."))
        elif grouping == "stacked" and len(spec.series) > 1 and spec.kind != "stacked":
            found.append(
                (
                    f"The chart stacks series, and those of {spec.id!r} have no sum.",
                    "Use clustered bars.",
                )
            )
    if next(root.iter(f"{C}logBase"), None) is not None:
        found.append(("The value axis is logarithmic.", "Switch the logarithmic scale off."))
    return found


def no_made_up_lines(root: etree._Element, spec: ChartSpec) -> list[Refusal]:
    """A line claims a course between its points: two points have none, and trends are guesses."""
    found: list[Refusal] = []
    if next(root.iter(f"{C}trendline"), None) is not None:
        found.append(("The chart has a trend line.", "Remove it: it is no fact of the base."))
    lines = any(plot.tag == f"{C}lineChart" for plot in plots(root))
    thresholds = any(item.is_threshold for item in spec.series)
    known = [sum(point.value is not None for point in item.points) for item in spec.series]
    if lines and not thresholds and min(known, default=0) < 3:
        found.append(
            (
                f"The chart is a line, and a series of {spec.id!r} has fewer than three values.",
                "Use columns.",
            )
        )
    return found


def thresholds_are_rules(root: etree._Element, spec: ChartSpec) -> list[Refusal]:
    """A mark that was passed is no value: it is neither a bar nor joined to anything by a line."""
    found = []
    for element, series in zip(series_of(root), spec.series, strict=False):
        plot = element.getparent()
        in_line_plot = plot is not None and plot.tag == f"{C}lineChart"
        if series.is_threshold != in_line_plot and spec.kind == "columns":
            what = "a threshold" if series.is_threshold else "values"
            step = "Give the threshold a line series of its own, with a marker and no line."
            found.append((f"The series “{series.name}” of {spec.id!r} holds {what}.", step))
    return found if any(item.is_threshold for item in spec.series) else []


CHECKS: list[Callable[[etree._Element, ChartSpec], list[Refusal]]] = [
    kind_of_chart, plain_names, number_of_series, typed_labels, one_axis, lengths_are_values,
    no_made_up_lines, thresholds_are_rules,
]  # fmt: skip
