"""From facts to a chart: values as printed, in one unit, with their words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from linden import drawn, labels, refusals, spec_of, states

from generator.charts.facts import position
from generator.charts.labels import number_format
from generator.model import Point, Series

PAIR = """
kind: pair
title: {zh: 项目, en: Projects}
unit: {zh: 个, en: projects}
points: [projects.previous, projects]
"""
FORECAST = """
kind: forecast
title: {zh: 产值, en: Output}
unit: {zh: 亿元, en: RMB billion}
points: [output, output.forecast]
"""


def test_a_pair_is_two_dates_of_one_measure() -> None:
    spec = drawn(PAIR)
    assert spec.categories == ("2031年10月", "2033年12月")
    assert spec.series == (
        Series(
            "项目（个）",
            (
                Point(Decimal(1102), "1102", "0", "projects.previous", "earlier", ("t1",)),
                Point(Decimal(1184), "1184", "0", "projects", "plain", ("t2",)),
            ),
        ),
    )


def test_source_and_as_of_come_from_the_facts() -> None:
    assert drawn(PAIR).source_line == (
        "资料来源：林登公报，2033年12月。数据截至2031年10月、2033年12月。"
    )
    assert drawn(PAIR, "en").source_line == (
        "Sources: Linden Gazette, December 2033. Data as of October 2031, December 2033."
    )


def test_the_chart_is_told_to_those_who_do_not_see_it() -> None:
    assert drawn(PAIR).alt == "柱形图：项目（个）。2031年10月 1102，2033年12月 1184。"


def test_a_forecast_is_a_series_of_its_own_hatched_and_named() -> None:
    spec = drawn(FORECAST)
    assert spec.categories == ("2033年1—10月", "2033年（预计）")
    assert [series.name for series in spec.series] == ["实际", "预计"]
    assert labels(spec) == [["580.9", ""], ["", "超600"]]
    assert states(spec) == ["plain", "forecast"]
    assert spec.series[1].points[1].number_format == '"超"0'


def test_a_forecast_that_is_named_already_is_not_named_twice() -> None:
    text = FORECAST.replace("output.forecast", "{fact: output.forecast, label: {zh: 全年预计}}")
    assert drawn(text).categories[1] == "全年预计"


def test_english_units_have_their_own_scale() -> None:
    spec = drawn(FORECAST, "en")
    assert labels(spec) == [["58.09", ""], ["", "over 60"]]
    assert spec.series[0].points[0].value == Decimal("58.09")


def test_a_forecast_whose_year_is_over_is_no_longer_drawn() -> None:
    spec = drawn(FORECAST, day="2034-02-01")
    assert labels(spec) == [["580.9", ""], ["", ""]]
    assert spec.categories[1] == "2033年"
    assert spec.note.endswith("全年实际数待发布。")


@pytest.mark.parametrize("locale", ["zh-Hans", "zh-Hant", "en"])
def test_every_label_is_what_its_format_draws(locale: str) -> None:
    for text in (PAIR, FORECAST):
        for series in drawn(text, locale).series:
            for point in series.points:
                if point.value is not None:
                    assert shown(point.value, point.number_format) == point.label


def shown(value: Decimal, code: str) -> str:
    """What Office draws: the quoted words around the digits."""
    before, after = "", ""
    if code.startswith('"'):
        _, before, code = code.split('"', 2)
    if code.endswith('"'):
        code, after, _ = code.rsplit('"', 2)
    decimals = len(code.partition(".")[2])
    grouped = "," if code.startswith("#,##0") else ""
    return f"{before}{value:{grouped}.{decimals}f}{after}"


def test_formats_keep_digits_and_words() -> None:
    assert number_format("近", "2.4", "") == '"近"0.0'
    assert number_format("", "9", "余") == '0"余"'
    assert number_format("over ", "1,184", "") == '"over "#,##0'


def test_old_values_are_hollow_and_said_to_be_old() -> None:
    text = """
    kind: columns
    title: {zh: 企业, en: Firms}
    unit: {zh: 家, en: firms}
    points: [new_town]
    """
    spec = drawn(text)
    assert states(spec) == ["stale"]
    assert labels(spec) == [["390余"]]
    assert spec.note == "截至2031年1月，为目前可得最新数。"


def test_a_word_for_a_size_is_drawn_as_about_that_size() -> None:
    text = """
    kind: columns
    title: {zh: 企业, en: Firms}
    unit: {zh: 亿元, en: RMB billion}
    points: [classed]
    """
    assert labels(drawn(text)) == [["约100"]]


def test_a_gap_stays_a_gap() -> None:
    text = """
    kind: line
    title: {zh: 人数, en: Staff}
    unit: {zh: 人, en: people}
    categories: [{zh: "2030年"}, {zh: "2031年"}, {zh: "2032年"}, {zh: "2033年"}]
    series:
      - {name: {zh: 林登}, facts: [staff.at(2030), "-", staff.at(2032), staff]}
    """
    spec = drawn(text)
    assert [point.value for point in spec.series[0].points] == [4, None, 7, 9]
    assert spec.alt == "折线图：人数（人）。2030年 4，2032年 7，2033年 9。"


def test_what_is_muted_or_of_another_scope_is_so_because_the_plan_says_it() -> None:
    text = """
    kind: bars
    title: {zh: 资金, en: Funds}
    unit: {zh: 亿元, en: RMB billion}
    across: subjects
    points:
      - {fact: aid_north, label: {zh: 北县 ①}, show: other_scope}
      - {fact: aid_east, label: {zh: 东县}, show: muted}
      - {fact: aid_west, label: {zh: 西县}, show: emphasis}
    """
    spec = drawn(text)
    assert spec.categories == ("北县 ①", "东县", "西县")
    assert states(spec) == ["other_scope", "earlier", "emphasis"]
    assert labels(spec) == [["15.2", "10.87", "近8"]]


def test_events_stand_where_time_puts_them() -> None:
    text = """
    kind: timeline
    title: {zh: "自{opened}以来", en: "Since {opened}"}
    events:
      - {fact: opened, text: {zh: 通车}}
      - {fact: founded, show: emphasis}
      - {fact: signed, text: {zh: "签约，捐赠{donations}"}}
    """
    spec = drawn(text)
    assert spec.title == "自1994年以来"
    assert [(event.date, event.text) for event in spec.events] == [
        ("1994年", "通车"), ("2004年5月", "建校_linden"), ("2033年12月", "签约，捐赠5.09亿元"),
    ]  # fmt: skip
    assert [round(event.position, 3) for event in spec.events] == [1994.5, 2004.381, 2033.955]
    assert spec.events[2].statements == ("e3", "t3")


def test_a_date_is_drawn_at_the_middle_of_what_is_known() -> None:
    assert position("2004") == 2004.5
    assert position("2004-05") == 2004.375
    assert round(position("2001-01-01"), 4) == 2001.0014


def test_a_figure_typed_into_a_timeline_is_noticed() -> None:
    text = """
    kind: timeline
    title: {zh: 大事}
    events: [{fact: signed, text: {zh: 签约22个项目}}]
    """
    spec, problems = spec_of(text)
    assert spec is not None
    assert [(one.level, one.problem) for one in problems] == [
        ("warning", "The text of signed holds a figure typed by hand.")
    ]


def test_a_fact_that_is_not_there_is_said_with_the_nearest_name() -> None:
    spec, problems = spec_of(PAIR.replace("projects.previous", "projets"))
    assert spec is None
    assert [(one.problem, one.next) for one in problems][:1] == [
        ("“projets” is not a fact.", "Did you mean “projects”?")
    ]


def test_a_neighbour_that_is_not_there_is_said() -> None:
    (problem,) = refusals(PAIR.replace("projects.previous", "projects.at(1999)"))
    assert problem.startswith("“projects.at(1999)” cannot be drawn: ")
