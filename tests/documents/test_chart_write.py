"""A chart of our own: what it draws, what it leaves out, and what it marks."""

from __future__ import annotations

import re

import pytest
from chart_samples import LOOK, chart, point
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator.documents.charts.chart import ChartData, ChartSeries, read_chart, write_chart
from generator.documents.charts.look import Colour, text_width
from generator.documents.charts.xml import CHART, DRAWING
from generator.model import ChartSpec, Series

NAMES = {"c": CHART, "a": DRAWING}


def drawn(spec: ChartSpec) -> etree._Element:
    return etree.fromstring(write_chart(spec, LOOK).xml)


def values(root: etree._Element, path: str) -> list[str]:
    return [str(found) for found in root.xpath(path, namespaces=NAMES)]


def data(spec: ChartSpec) -> ChartData:
    """The facts as a file should hold them."""
    return ChartData(
        spec.categories,
        tuple(
            ChartSeries(item.name, tuple(p.value and p.value.normalize() + 0 for p in item.points))
            for item in spec.series
        ),
    )


KINDS = [
    chart("columns", "东 西 南", "81 近2.4 -"),
    chart("columns", "东 西", "5 6", "4 7"),
    chart("bars", "东→甲、乙 西 南", "15.2 9余 1.765", states={0: "other_scope", 1: "earlier"}),
    chart("pair", "2031年 2033年", "1102 1184", states={0: "earlier"}),
    chart("forecast", "1—10月 全年（预计）", "580.9 -", "- 超600", states={1: "forecast"}),
    chart("stacked", "现有 建成后（规划）", "120 120", "- +60", states={1: "forecast"}),
    chart("line", "1 2 3 4 5 6 7", "5 6 - 9 11 12 约13", states={4: "stale", 6: "forecast"}),
]


@pytest.mark.parametrize("spec", KINDS, ids=lambda spec: spec.kind)
def test_workbook_cache_and_facts_are_equal(spec: ChartSpec) -> None:
    parts = write_chart(spec, LOOK)
    reading = read_chart(parts.xml, parts.workbook)
    assert (reading.cache, reading.book) == (data(spec), data(spec))


@pytest.mark.parametrize("spec", KINDS, ids=lambda spec: spec.kind)
def test_the_same_chart_is_the_same_bytes(spec: ChartSpec) -> None:
    assert write_chart(spec, LOOK) == write_chart(spec, LOOK)


@given(
    st.lists(
        st.tuples(
            st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=9),
            st.one_of(st.none(), st.decimals(0, 10**9, places=3)),
        ),
        min_size=1,
        max_size=30,
    )
)
def test_any_names_and_numbers_come_back(rows: list[tuple[str, object]]) -> None:
    points = tuple(point("-" if value is None else format(value, "f")) for _, value in rows)
    spec = ChartSpec(
        "x", "columns", "", "", tuple(name for name, _ in rows), (Series("<&>", points),), ""
    )
    parts = write_chart(spec, LOOK)
    reading = read_chart(parts.xml, parts.workbook)
    assert reading.agrees
    assert reading.cache == data(spec)


def test_labels_are_live_and_keep_their_qualifier() -> None:
    root = drawn(chart("columns", "东 西 南", "近2.4 9余 超600"))
    assert values(root, "//c:dLbls//c:numFmt/@formatCode") == ['0"余"', '"超"0', '"近"0.0']
    assert values(root, "//c:dLbl/c:tx") == []


def test_bars_start_at_zero_and_nothing_cuts_them_off() -> None:
    root = drawn(chart("columns", "东 西", "81 80"))
    assert values(root, "//c:valAx/c:scaling/c:min/@val") == ["0"]
    assert values(root, "//c:valAx/c:scaling/c:max") == []
    assert values(root, "//c:valAx/c:delete/@val") == ["1"]


def test_a_forecast_is_hatched_in_the_colour_of_what_it_continues() -> None:
    root = drawn(KINDS[4])
    assert values(root, "//a:pattFill/@prst") == ["wdUpDiag"]
    assert values(root, "//a:pattFill/a:fgClr/*/@val") == ["accent1"]
    assert values(root, "//c:overlap/@val") == ["100"]


def test_another_scope_is_a_stone_outline_and_an_old_value_a_grey_one() -> None:
    root = drawn(chart("bars", "东 西 南", "1 2 3", states={0: "other_scope", 1: "stale"}))
    assert values(root, "//c:dPt/c:spPr/a:solidFill/*/@val") == ["bg1", "bg1"]
    assert values(root, "//c:dPt/c:spPr/a:ln/a:solidFill/*/@val") == ["accent6", "5A676E"]
    assert values(root, "//a:pattFill") == []


def test_horizontal_bars_keep_the_order_of_the_source() -> None:
    assert values(drawn(KINDS[2]), "//c:catAx/c:scaling/c:orientation/@val") == ["maxMin"]


def test_a_gap_stays_a_gap() -> None:
    root = drawn(KINDS[6])
    assert values(root, "//c:val//c:pt/@idx") == ["0", "1", "3", "4", "5", "6"]
    assert values(root, "//c:val//c:ptCount/@val") == ["7"]
    assert values(root, "//c:dispBlanksAs/@val") == ["gap"]


def test_lines_are_never_smoothed() -> None:
    assert values(drawn(KINDS[6]), "//c:smooth/@val") == ["0"]


def test_gridlines_come_with_more_than_six_columns_only() -> None:
    assert values(drawn(KINDS[6]), "//c:majorGridlines") != []
    assert values(drawn(KINDS[0]), "//c:majorGridlines") == []


def test_several_series_have_a_legend_and_a_forecast_has_none() -> None:
    assert [bool(values(drawn(spec), "//c:legend")) for spec in (KINDS[0], KINDS[1], KINDS[4])] == [
        False,
        True,
        False,
    ]


def test_all_text_names_a_latin_and_an_east_asian_face() -> None:
    root = drawn(KINDS[1])
    texts = root.xpath("//a:defRPr", namespaces=NAMES)
    faces = {
        (t.find("a:latin", NAMES).get("typeface"), t.find("a:ea", NAMES).get("typeface"))
        for t in texts
    }  # type: ignore[union-attr]
    assert faces == {("Arial", "微软雅黑")}


def test_the_parts_of_a_chart_that_office_wants_are_there() -> None:
    parts = write_chart(KINDS[0], LOOK)
    text = parts.xml.decode()
    assert '<c:roundedCorners val="0"/>' in text
    assert '<c:autoTitleDeleted val="1"/>' in text
    assert f'<c:externalData r:id="{parts.relation}"><c:autoUpdate val="0"/>' in text
    assert re.findall(r'<c:axId val="(.*?)"/>', text) == ["1001", "1002", "1001", "1002"]


def test_a_panel_has_room_for_its_names_and_labels() -> None:
    root = drawn(KINDS[2])
    x, width = (float(values(root, f"//c:manualLayout/c:{name}/@val")[0]) for name in "xw")
    assert x * 20.4 > text_width("东→甲、乙", 14)
    assert (1 - x - width) * 20.4 > text_width("1.765", 16)


def test_letters_stand_on_bars_only_where_they_can_be_read() -> None:
    assert Colour("0F6E7F").contrast_to_white == pytest.approx(5.9, abs=0.05)
    assert Colour("D9A03F").contrast_to_white == pytest.approx(2.32, abs=0.05)
    root = drawn(chart("stacked", "甲 乙", "1 2", "3 4"))
    path = "//c:dLbls/c:txPr//a:solidFill/*/@val"
    assert values(root, path) == ["bg1", "tx1"]


def test_a_timeline_is_refused() -> None:
    with pytest.raises(ValueError, match="draw it as a picture"):
        write_chart(ChartSpec("t", "timeline", "", "", (), (), ""), LOOK)


PASSED = chart("columns", "甲 乙 丙", "9 - 14", "- 超10 -", states={1: "threshold"})


def test_a_mark_that_was_passed_is_a_rule_and_no_column() -> None:
    root = drawn(PASSED)
    assert len(values(root, "//c:barChart/c:ser/c:idx/@val")) == 1
    assert values(root, "//c:lineChart/c:ser/c:spPr/a:ln/a:noFill") != []
    assert values(root, "//c:lineChart//c:marker/c:symbol/@val") == ["dash"]
    assert values(root, "//c:lineChart//c:dLbls/c:numFmt/@formatCode") == ['"超"0']
    assert values(root, "//c:legend") == []
