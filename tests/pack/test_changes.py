"""Two states of a figure side by side: growth only between like things, and by how much."""

from __future__ import annotations

from dataclasses import replace

import pytest
from changed_figures import change, seen

from generator.model import Period
from generator.pack.changes.comparing import compare
from generator.pack.changes.ledgers import Ledger, Spot, View
from generator.pack.changes.phrases import by_how_much, label_words, place_words
from generator.pack.changes.survey import survey


def told(old, new, locale="zh-Hans"):
    """The kind of a change, and by how much in words."""
    found = change(old, new)
    return found.kind, by_how_much(found, locale)


def test_a_count_that_grew_says_by_how_much_and_per_cent():
    old, new = seen("boats", "1102艘", "2029-10"), seen("boats", "1184艘", "2030-12")
    assert told(old, new) == ("changed", "增加82艘（7.4%）")
    assert told(old, new, "en") == ("changed", "up 82 (7.4%)")


def test_a_sum_of_money_carries_what_is_not_known_of_it():
    old = seen("funds", "4.58亿元", "2029-10", unit="CNY", kind="cumulative")
    new = seen("funds", "5.09亿元", "2030-12", unit="CNY", kind="cumulative")
    assert told(old, new) == ("changed", "增加约0.51亿元（11%）")


def test_a_decline_is_told_without_a_minus():
    old, new = seen("boats", "40艘", "2029-10"), seen("boats", "30艘", "2030-12")
    assert told(old, new) == ("changed", "减少10艘（25%）")
    assert told(old, new, "en") == ("changed", "down 10 (25%)")


def test_two_vague_figures_that_may_be_one_tell_no_direction():
    old = seen("visits", "近2.4万人次", "2029-10", unit="person-time")
    new = seen("visits", "2.39万人次", "2030-12", unit="person-time")
    assert told(old, new) == ("changed", "增减不能确定")


def test_two_open_figures_tell_no_amount():
    old = seen("output", "超400亿元", "2029", unit="CNY")
    new = seen("output", "超500亿元", "2030", unit="CNY")
    assert told(old, new) == ("changed", "增减不能确定")


def test_shares_differ_in_points_and_never_in_per_cent():
    old = seen("share", "25%", "2029", unit="%", kind="ratio", period="2029")
    new = seen("share", "30%", "2030", unit="%", kind="ratio", period="2030")
    kind, by = told(old, new)
    assert (kind, "点" in by, "（" in by) == ("changed", True, False)


def test_years_that_follow_the_edition_have_no_per_cent():
    old = seen("years", "33年", "2029", unit="year", derive="years_since", id="s")
    new = seen("years", "34年", "2030", unit="year", derive="years_since", id="s")
    assert told(old, new) == ("changed", "增加1年")


def test_a_running_total_that_falls_is_to_be_checked_first():
    old = seen("funds", "5亿元", "2029-10", unit="CNY", kind="cumulative", period="2000..")
    new = seen("funds", "4亿元", "2030-12", unit="CNY", kind="cumulative", period="2000..")
    assert told(old, new)[0] == "falls"


@pytest.mark.parametrize(
    ("old", "new", "kind", "words"),
    [
        (
            seen("boats", "13艘", "2029", kind="cumulative", period="2017.."),
            seen("boats", "158艘", "2030", kind="cumulative", period="1992.."),
            "scope",
            "统计口径不同",
        ),
        (
            seen("boats", "13艘", "2029"),
            seen("boats", "15艘", "2030", scope="with-rafts"),
            "scope",
            "统计口径不同",
        ),
        (
            seen("staff", "533人次", "2029", unit="person"),
            seen("staff", "397人", "2030", unit="person"),
            "unit",
            "计数单位不同",
        ),
        (
            seen("output", "580亿元", "2029", unit="CNY"),
            seen("output", "600亿元", "2030", unit="CNY", modality="forecast"),
            "modality",
            "一为实际数、一为预计或计划数",
        ),
        (
            seen("output", "580亿元", "2029-10", unit="CNY", kind="flow", period="2029-01..2029-10"),
            seen("output", "700亿元", "2030", unit="CNY", kind="flow", period="2030"),
            "period",
            "所计时段长短不同",
        ),
    ],
)  # fmt: skip
def test_unlike_figures_are_no_growth(old, new, kind, words):
    found = change(old, new)
    assert (found.kind, found.delta.amount, by_how_much(found, "zh-Hans")) == (kind, None, words)


def test_another_value_for_the_same_time_is_a_correction_and_no_growth():
    old = seen("funds", "5.09亿元", "2030-12", unit="CNY", ruling="r1")
    new = seen("funds", "超过5.5亿元", "2030-12", unit="CNY", ruling="r2")
    assert told(old, new) == ("corrected", "非增减，是更正")


def test_a_sharper_value_for_the_same_time_is_a_refinement():
    old, new = seen("boats", "30多艘", "2030-12"), seen("boats", "34艘", "2030-12")
    assert change(old, new).kind == "refined"


@pytest.mark.parametrize(
    ("new", "kind"),
    [
        (seen("boats", "30艘", "2030-12"), "confirmed"),
        (seen("boats", "30艘", "2029-12", id="other"), "source"),
        (seen("boats", "30艘", "2029-12", id="one", ruling="r"), "ruling"),
        (seen("boats", "30艘", "2029-12", id="one", expired=True), "aged"),
        (seen("boats", "30艘", "2029-12", id="one"), None),
    ],
)
def test_the_same_value_on_another_footing_is_a_change_of_its_own_kind(new, kind):
    found = compare(seen("boats", "30艘", "2029-12", id="one"), new)
    assert (found[0] if found else None) == kind


def test_an_event_with_another_date_is_corrected():
    old = replace(seen("opening", "", "2029"), kind="event", period=Period.parse("2004-05"))
    new = replace(old, period=Period.parse("2004-06"))
    assert told(old, new) == ("corrected", "非增减，是更正")


def test_another_formula_is_no_growth():
    old = seen("years", "33年", "2029", unit="year", derive="years_since", id="s")
    assert change(old, replace(old, of=("another_start",))).kind == "formula"


# -- all figures of two editions -------------------------------------------------------------


def spot(key: str, where: str) -> Spot:
    return Spot("town", "T1", "T1.docx", where, "30艘", "whole", key)


def view(label: str, *figures, spots=(), audience="town") -> View:
    return View(label, (Ledger(audience, {one.key: one for one in figures}, tuple(spots)),))


def test_new_changed_and_withdrawn_figures_are_told_with_their_places():
    old = view("2029", seen("boats", "30艘", "2029"), seen("rafts", "3艘", "2029"),
               spots=[spot("rafts", "body, paragraph 9")])  # fmt: skip
    new = view("2030", seen("boats", "40艘", "2030"), seen("huts", "5座", "2030"),
               spots=[spot("boats", "body, paragraph 2")])  # fmt: skip
    found = survey(old, new)
    assert [(one.key, one.kind, [s.where for s in one.spots]) for one in found.changes] == [
        ("boats", "changed", ["body, paragraph 2"]),
        ("huts", "new", []),
        ("rafts", "withdrawn", ["body, paragraph 9"]),
    ]


def test_a_figure_that_only_moved_has_not_changed():
    boats = seen("boats", "30艘", "2029")
    old = view("2029", boats, spots=[spot("boats", "body, paragraph 2")])
    new = view("2030", boats, spots=[spot("boats", "body, paragraph 7")])
    assert survey(old, new).changes == ()


def test_an_audience_that_only_one_edition_has_is_named_and_not_compared():
    boats = seen("boats", "30艘", "2029")
    old = View("2029", (*view("", boats).ledgers, *view("", boats, audience="press").ledgers))
    found = survey(old, view("2030", boats))
    assert (found.changes, found.missing) == ((), (("press", "2029"),))


def test_figures_on_one_thing_with_other_scopes_stand_apart():
    early = replace(seen("boats_2017", "13艘", "2022", period="2017..", kind="cumulative"))
    early = replace(early, statements=(replace(early.statements[0], measure="boats"),))
    was = seen("boats", "124艘", "2029", period="1992..", kind="cumulative")
    now = seen("boats", "158艘", "2030", period="1992..", kind="cumulative")
    (apart,) = survey(view("2029", early, was), view("2030", early, now)).apart
    assert (apart.relation, apart.first.key, apart.second.key) == ("scope", "boats_2017", "boats")


# -- words -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("place", "chinese"),
    [
        ("body, table 2, row 3, cell 1", "正文，第2表，第3行，第1列"),
        ("slide 3, '标题', paragraph 2", "第3页，标题，第2段"),
        ("slide 3, 'fact:boats 2'", "第3页"),
        ("notes of slide 4, 'Notes Placeholder 2', paragraph 1", "第4页备注，第1段"),
        ("slide 2, picture", "第2页，图片"),
    ],
)
def test_a_place_is_told_in_chinese(place, chinese):
    assert place_words(place, "zh-Hans") == chinese


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("2025-12-31", "2025年12月31日"),
        ("2025-12-31-2", "2025年12月31日（之2）"),
        ("draft/town", "draft/town"),
    ],
)
def test_an_edition_is_called_by_its_day(label, words):
    assert label_words(label, "zh-Hans") == words
