"""A designer's chart gets new data, not new looks."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from chart_samples import LOOK, chart
from lxml import etree

from generator.documents.charts.chart import read_chart, refill_chart, write_chart
from generator.documents.charts.xml import CHART, DRAWING, RELATIONS
from generator.model import ChartSpec, FactpackError, Place

NAMES = {"c": CHART, "a": DRAWING, "r": RELATIONS}
HERE = Place("board.pptx", where="slide 3")


def designed(kind: str, series: int = 1, change: Callable[..., None] | None = None) -> bytes:
    """A chart as python-pptx makes it, with labels and an axis of the designer's own."""
    from pptx import Presentation
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE

    data = CategoryChartData()
    data.categories = ["a", "b"]
    for number in range(series):
        data.add_series(f"s{number}", (3, 4))
    slides = Presentation()
    shapes = slides.slides.add_slide(slides.slide_layouts[6]).shapes
    made = shapes.add_chart(getattr(XL_CHART_TYPE, kind), 0, 0, 99, 99, data).chart
    made.plots[0].has_data_labels = True
    made.plots[0].data_labels.show_value = True
    if change is not None:
        change(made)
    return bytes(made.part.blob)


def refilled(xml: bytes, spec: ChartSpec) -> etree._Element:
    """The refilled chart, after making sure that it says what its workbook says."""
    parts = refill_chart(xml, spec, LOOK, HERE)
    reading = read_chart(parts.xml, parts.workbook)
    assert reading.agrees
    assert reading.cache == read_chart(*_ours(spec)).cache
    return etree.fromstring(parts.xml)


def _ours(spec: ChartSpec) -> tuple[bytes, bytes]:
    parts = write_chart(spec, LOOK)
    return parts.xml, parts.workbook


def values(root: etree._Element, path: str) -> list[str]:
    return [str(found) for found in root.xpath(path, namespaces=NAMES)]


def refusal(xml: bytes, spec: ChartSpec) -> list[str]:
    with pytest.raises(FactpackError) as caught:
        refill_chart(xml, spec, LOOK, HERE)
    assert all(problem.place == HERE and problem.next for problem in caught.value.problems)
    return [problem.problem for problem in caught.value.problems]


def test_new_data_may_have_more_points_and_a_gap() -> None:
    root = refilled(designed("COLUMN_CLUSTERED"), chart("columns", "东 西 南 北", "1 - 3.5 近4"))
    assert values(root, "//c:val//c:f/text()") == ["Sheet1!$B$2:$B$5"]
    assert values(root, "//c:val//c:ptCount/@val") == ["4"]
    assert values(root, "//c:val//c:pt/@idx") == ["0", "2", "3"]


def test_each_label_gets_the_format_of_its_point() -> None:
    root = refilled(designed("COLUMN_CLUSTERED"), chart("columns", "东 西 南", "81 近2.4 9余"))
    assert values(root, "//c:ser/c:dLbls/c:numFmt/@formatCode") == ["0"]
    assert values(root, "//c:dLbl/c:idx/@val") == ["1", "2"]
    assert values(root, "//c:dLbl/c:numFmt/@formatCode") == ['"近"0.0', '0"余"']


def test_the_colours_and_the_order_of_bars_stay_the_designers() -> None:
    def paint(made: object) -> None:
        from pptx.dml.color import RGBColor

        fill = made.plots[0].series[0].points[1].format.fill  # type: ignore[attr-defined]
        fill.solid()
        fill.fore_color.rgb = RGBColor(0x12, 0x34, 0x56)

    root = refilled(designed("BAR_CLUSTERED", change=paint), chart("bars", "东 西 南", "1 2 3"))
    assert values(root, "//c:dPt/c:idx/@val") == ["1"]
    assert values(root, "//c:dPt//a:srgbClr/@val") == ["123456"]
    assert values(root, "//c:barDir/@val") == ["bar"]


def test_honesty_marks_are_ours() -> None:
    marks = {0: "forecast", 1: "stale", 2: "other_scope"}
    spec = chart("columns", "东 西 南 北", "1 2 3 4", states=marks)  # type: ignore[arg-type]
    root = refilled(designed("COLUMN_CLUSTERED"), spec)
    assert values(root, "//c:dPt/c:idx/@val") == ["0", "1", "2"]
    assert values(root, "//c:dPt[1]//a:pattFill/@prst") == ["wdUpDiag"]
    assert values(root, "//c:dPt/c:spPr/a:ln/a:solidFill/*/@val") == [
        "accent1", "5A676E", "accent6",
    ]  # fmt: skip


def test_a_mark_that_no_longer_holds_is_taken_away() -> None:
    before = chart("columns", "东 西", "1 超2", states={1: "forecast"})
    root = refilled(write_chart(before, LOOK).xml, chart("columns", "东 西", "1 2.5"))
    assert values(root, "//a:pattFill") == []
    whole = chart("forecast", "1—10月 全年", "5 -", "- 超6", states={1: "forecast"})
    done = chart("forecast", "1—10月 全年", "5 6.5", "- -")
    later = chart("forecast", "1—10月 全年", "5 -", "- 6.5")
    assert values(refilled(write_chart(whole, LOOK).xml, done), "//c:dPt") == []
    assert values(
        refilled(write_chart(whole, LOOK).xml, later), "//c:dPt/c:spPr/a:solidFill/*/@val"
    ) == ["accent1"]


def test_bars_start_at_zero_and_no_axis_cuts_them_off() -> None:
    def truncate(made: object) -> None:
        made.value_axis.minimum_scale = 60  # type: ignore[attr-defined]
        made.value_axis.maximum_scale = 70  # type: ignore[attr-defined]

    root = refilled(
        designed("COLUMN_CLUSTERED", change=truncate), chart("columns", "东 西", "81 80")
    )
    assert values(root, "//c:valAx/c:scaling/c:min/@val") == ["0"]
    assert values(root, "//c:valAx/c:scaling/c:max") == []


def test_a_line_keeps_its_axis_but_is_not_smoothed() -> None:
    def smooth(made: object) -> None:
        made.plots[0].series[0].smooth = True  # type: ignore[attr-defined]
        made.value_axis.minimum_scale = 60  # type: ignore[attr-defined]

    root = refilled(designed("LINE_MARKERS", change=smooth), chart("line", "1 2 3", "81 80 82"))
    assert set(values(root, "//c:smooth/@val")) == {"0"}
    assert values(root, "//c:valAx/c:scaling/c:min/@val") == ["60.0"]


def test_the_relationship_of_the_workbook_is_kept_or_made() -> None:
    spec = chart("columns", "东 西", "1 2")
    linked = write_chart(spec, LOOK)
    kept = linked.xml.replace(linked.relation.encode(), b"rId7")
    assert refill_chart(kept, spec, LOOK).relation == "rId7"
    bare = etree.fromstring(linked.xml)
    bare.remove(bare.find("c:externalData", NAMES))  # type: ignore[arg-type]
    parts = refill_chart(etree.tostring(bare), spec, LOOK)
    root = etree.fromstring(parts.xml)
    assert values(root, "c:externalData/@r:id") == [parts.relation]
    assert values(root, "c:externalData/c:autoUpdate/@val") == ["0"]


def test_negative_axis_ids_are_made_valid() -> None:
    root = refilled(designed("COLUMN_CLUSTERED"), chart("columns", "东 西", "1 2"))
    assert not [id for id in values(root, "//c:axId/@val") if id.startswith("-")]


def test_another_number_of_series_is_an_error_never_a_guess() -> None:
    found = refusal(designed("COLUMN_CLUSTERED", 2), chart("columns", "东 西", "1 2"))
    assert found == ['The chart has 2 series and "sample" has 1.']


def test_typed_labels_are_refused() -> None:
    def type_label(made: object) -> None:
        label = made.plots[0].series[0].points[0].data_label  # type: ignore[attr-defined]
        label.text_frame.text = "about 3"

    found = refusal(
        designed("COLUMN_CLUSTERED", change=type_label), chart("columns", "东 西", "1 2")
    )
    assert [problem.split(",")[0] for problem in found] == [
        "The chart has data labels with typed text"
    ]


@pytest.mark.parametrize(
    ("kind", "series", "spec", "problem"),
    [
        ("PIE", 1, chart("columns", "东 西", "1 2"), "The chart is of the kind pieChart."),
        ("LINE", 1, chart("pair", "东 西", "1 2"), "fewer than three values"),
        ("COLUMN_STACKED", 2, chart("columns", "东 西", "1 2", "3 4"), "have no sum"),
        ("COLUMN_STACKED_100", 1, chart("columns", "东 西", "1 2"), "shows shares of 100 %"),
    ],
)  # fmt: skip
def test_charts_that_would_mislead_are_refused(
    kind: str, series: int, spec: ChartSpec, problem: str
) -> None:
    assert problem in " ".join(refusal(designed(kind, series), spec))


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("c:catAx>", "c:dateAx>", "The chart has a date axis, and 'sample' has names."),
        ("<c:chart>", "<c:pivotSource><c:name>p</c:name></c:pivotSource><c:chart>", "The chart shows a pivot table."),
        ('<c:min val="0"/>', '<c:logBase val="10"/>', "The value axis is logarithmic."),
        ("<c:cat>", "<c:trendline/><c:cat>", "The chart has a trend line."),
    ],
)  # fmt: skip
def test_what_would_move_or_bend_the_data_is_refused(old: str, new: str, problem: str) -> None:
    spec = chart("columns", "东 西", "1 2")
    xml = write_chart(spec, LOOK).xml.decode()
    assert old in xml
    assert refusal(xml.replace(old, new).encode(), spec) == [problem]


def test_all_that_stands_against_a_chart_is_said_at_once() -> None:
    assert len(refusal(designed("PIE"), chart("columns", "东 西", "1 2", "3 4"))) == 2


def test_a_part_that_is_no_chart_is_a_problem_of_the_template() -> None:
    assert refusal(b"<p/>", chart("columns", "东", "1")) == [
        "The chart cannot be read: the root is p, not a chartSpace."
    ]


def test_a_mark_that_was_passed_wants_a_line_series_of_its_own() -> None:
    spec = chart("columns", "甲 乙 丙", "9 - 14", "- 超10 -", states={1: "threshold"})
    refilled(write_chart(spec, LOOK).xml, spec)
    assert refusal(designed("COLUMN_CLUSTERED", 2), spec) == [
        "The series “数列2” of 'sample' holds a threshold."
    ]
    assert refusal(designed("LINE", 2), spec) == ["The series “数列1” of 'sample' holds values."]


def test_a_bar_of_a_stack_that_turns_hollow_has_a_dark_label() -> None:
    fresh = chart("stacked", "甲 乙", "5 6", "1 2")
    aged = chart("stacked", "甲 乙", "5 6", "1 2", states={0: "stale"})
    root = refilled(write_chart(fresh, LOOK).xml, aged)
    path = "//c:ser[c:idx/@val='0']/c:dLbls/c:dLbl[c:idx/@val='0']/c:txPr//a:solidFill/*/@val"
    assert values(root, path) == ["tx1"]
