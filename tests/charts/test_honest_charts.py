"""What may not be drawn, and how the refusal says why."""

from __future__ import annotations

import pytest
from linden import drawn, problems_of, refusals, spec_of

HEAD = "title: {zh: 图, en: Chart}\nunit: {zh: 个, en: items}\n"


def chart(kind: str, points: str, more: str = "", unit: str = "个") -> str:
    return f"kind: {kind}\n{HEAD.replace('个', unit)}{more}\npoints: [{points}]\n"


def test_one_series_has_one_measure() -> None:
    assert refusals(chart("columns", "industrial, large", unit="家")) == [
        "f1 (81家) and f2 (32家) are of different measures."
    ]


def test_one_series_has_one_subject() -> None:
    assert refusals(chart("columns", "aid_east, aid_west", unit="亿元")) == [
        "a2 (10.87亿元) and a3 (近8亿元) are of different subjects."
    ]


def test_one_series_has_one_scope() -> None:
    text = chart("bars", "aid_north, aid_east", "across: subjects", "亿元")
    assert refusals(text) == ["a1 (15.2亿元) and a2 (10.87亿元) are of different scopes."]


def test_a_part_of_a_year_stands_beside_a_year_only_as_a_forecast() -> None:
    found = refusals(chart("columns", "output, output.forecast", unit="亿元"))
    assert found == [
        "o1 (580.9亿元) and o2 (超600亿元) are actual and forecast; only a chart of kind "
        "“forecast” tells them apart."
    ]


def test_two_units_never_share_an_axis() -> None:
    more = "across: measures\nnote: {zh: 互不相干}"
    found = refusals(chart("columns", "projects, donations", more))
    assert found == ["donations cannot be drawn in 个: 5.09亿元 is not measured in 个."]


def test_measures_side_by_side_need_a_word_on_how_they_overlap() -> None:
    text = chart("columns", "industrial, large", "across: measures", "家")
    assert refusals(text) == ["“c” sets different measures side by side without a word."]
    assert drawn(text + "note: {zh: 规上是工业的一部分}\n").note == "规上是工业的一部分"


def test_different_measures_are_never_stacked() -> None:
    text = chart("stacked", "industrial, large", "across: measures\nnote: {zh: 有重叠}", "家")
    assert refusals(text) == ["“c” stacks or joins different measures."]


def test_no_line_goes_through_two_points() -> None:
    assert refusals(chart("line", "projects.previous, projects")) == [
        "“c” would draw a line through fewer than three values."
    ]
    drawn(chart("line", "staff.at(2031), staff.at(2032), staff", unit="人"))


def test_the_steps_of_a_line_are_equal_in_time() -> None:
    assert refusals(chart("line", "staff.at(2030), staff.at(2031), staff", unit="人")) == [
        "The points of “c” are not equally far apart in time."
    ]


def test_a_statement_that_was_set_aside_is_never_drawn() -> None:
    assert refusals(chart("columns", "projects.rejected(t1)"))[0] == (
        "A statement in “.rejected” is not drawn."
    )


def test_a_pair_has_two_points() -> None:
    assert refusals(chart("pair", "projects")) == ["The pair “c” has not two points."]


def test_a_range_and_an_event_have_no_length() -> None:
    assert refusals(chart("columns", "band", unit="家")) == [
        "band cannot be drawn in 家: 10至15家 is no single length; put it in a table."
    ]
    assert refusals(chart("columns", "founded")) == ["founded is an event and has no value."]


def test_different_times_are_compared_with_a_warning() -> None:
    more = "across: measures\nnote: {zh: 有重叠}"
    spec, problems = spec_of(chart("columns", "industrial, new_town", more, "家"))
    assert spec is not None
    assert [(one.level, one.problem) for one in problems] == [
        (
            "warning",
            "“c” compares different times: industrial is of 2033-12 and new_town of 2031-01.",
        )
    ]


def test_a_timeline_emphasises_two_events_at_most() -> None:
    events = "\n".join(
        f"  - {{fact: {fact}, show: emphasis}}" for fact in ("opened", "founded", "signed")
    )
    assert refusals(f"kind: timeline\ntitle: {{zh: 大事}}\nevents:\n{events}\n") == [
        "The timeline “c” emphasises 3 events."
    ]


def test_a_timeline_has_nine_events_at_most() -> None:
    events = "  - {fact: opened}\n" * 10
    assert refusals(f"kind: timeline\ntitle: {{zh: 大事}}\nevents:\n{events}") == [
        "The timeline “c” has 10 events."
    ]


@pytest.mark.parametrize(
    ("text", "problem", "next"),
    [
        ("kind: colums\n" + HEAD + "points: [a]", "kind: “colums” is unknown.", "Did you mean “columns”?"),
        ("kind: bars\n" + HEAD + "point: [a]\npoints: [a]", "chart “c” has no field “point”.", "Did you mean “points”?"),
        ("kind: bars\n" + HEAD, "The chart “c” needs points.", "Add “points:”."),
        ("kind: timeline\ntitle: {zh: 图}", "The timeline “c” needs events.", "Add “events:”."),
        ("kind: bars\ntitle: {zh: 图}\npoints: [a]", "“c” lacks “unit”.", "Add “unit: {zh: …, en: …}”."),
        (
            "kind: bars\n" + HEAD + "categories: [甲, 乙]\nseries: [{name: {zh: 一}, facts: [a]}]",
            "The series has 1 facts, and the chart 2 categories.",
            "Give one fact for each category; “-” is a gap.",
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_chart_file_is_said_with_a_hint(
    text: str, problem: str, next: str
) -> None:
    assert [(one.problem, one.next) for one in problems_of(text)] == [(problem, next)]


def marked(kind: str) -> str:
    points = "output, {fact: donations, label: {zh: 关口}, show: threshold}"
    return chart(kind, points, unit="亿元")


def test_a_mark_that_was_passed_stands_beside_values_as_a_rule() -> None:
    spec = drawn(marked("columns"))
    assert [series.name for series in spec.series] == ["图（亿元）", "关口（亿元）"]
    assert [series.is_threshold for series in spec.series] == [False, True]
    assert [[point.value is None for point in series.points] for series in spec.series] == [
        [False, True],
        [True, False],
    ]


def test_a_mark_is_never_a_bar_of_another_kind_of_chart() -> None:
    assert refusals(marked("bars")) == ["“c” shows a threshold where it would be read as a value."]


def test_accounts_of_different_scopes_stand_side_by_side_with_a_note() -> None:
    text = chart("bars", "aid_north, aid_east, aid_west", "across: accounts", "亿元")
    assert refusals(text) == ["“c” sets accounts of different scopes side by side."]
    spec = drawn(text + "note: {zh: 各计各的}\n")
    assert [point.label for point in spec.series[0].points] == ["15.2", "10.87", "近8"]


def test_accounts_of_different_scopes_have_no_sum() -> None:
    text = chart("stacked", "aid_north, aid_east", "across: accounts", "亿元")
    assert refusals(text + "note: {zh: 各计各的}\n") == [
        "“c” stacks or joins accounts of different scopes."
    ]
