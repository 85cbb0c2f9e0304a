"""Periods, spans of years and scripts in words, beyond the say table."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language import (
    CannotSay,
    figure_to_traditional,
    read_dates,
    read_printed,
    say_date,
    say_modal,
    say_period,
    to_traditional,
)
from generator.language.saying.plurals import plural
from generator.model import Period

LOCALES = ("zh-Hans", "zh-Hant", "en")


@pytest.mark.parametrize(
    ("written", "locale", "expected"),
    [
        ("2025", "zh-Hans", "2025年"),
        ("2025-12-15..2025-12-18", "zh-Hans", "2025年12月15—18日"),
        ("2025-12-15..2025-12-18", "en", "15–18 December 2025"),
        ("2025-12-15..2025-12-18", "en-US", "December 15, 2025–December 18, 2025"),
        ("1992..2025", "zh-Hant", "1992—2025年"),
        ("1992..", "zh-Hant", "1992年以來"),
        ("..2030", "zh-Hans", "到2030年"),
        ("..2030", "en", "by 2030"),
        ("1996~2004..", "zh-Hans", "1996—2004年间以来"),
        ("1996~2004..", "en", "since between 1996 and 2004"),
    ],
)
def test_periods_beyond_the_table(written: str, locale: str, expected: str) -> None:
    assert say_period(written, locale) == expected


def test_an_uncertain_start_is_said_in_round_years_from_its_day() -> None:
    period = Period("since", "1996~2004", "2025-12-17")
    assert say_period(period, "zh-Hans") == "20多年来"
    assert say_period(period, "en") == "for more than 20 years"
    assert say_period("1996~2004..", "zh-Hant", as_of="2025") == "20多年來"


def test_an_uncertain_month_is_said_with_both_its_bounds() -> None:
    month = Period("month", "2024-05~2024-06", "2024-05~2024-06")  # 05/06/2024
    assert say_period(month, "zh-Hans") == "2024年5—6月间"
    assert say_period(month, "en") == "between May 2024 and June 2024"


def test_a_period_says_its_kind_by_itself() -> None:
    assert say_period(Period("plan", "2021", "2025"), "zh-Hant") == "“十四五”期間"
    assert say_period(Period("half", "2025-07", "2025-12"), "en") == "the second half of 2025"
    assert say_period(Period("decade", "1990", "1999"), "zh-Hans") == "20世纪90年代"
    assert say_period(Period("as_of", "2025-12", "2025-12"), "en") == "as of December 2025"
    assert say_period(Period("since", "1992", "2025-12"), "zh-Hans") == "1992年以来"


@pytest.mark.parametrize("form", ["plan", "quarter", "half"])
def test_a_form_that_does_not_fit_the_period_is_refused(form: str) -> None:
    with pytest.raises(CannotSay, match="is no"):
        say_period("2025-02..2025-06", "zh-Hans", f"style={form}")


def test_a_period_that_was_never_resolved_is_refused() -> None:
    for locale in LOCALES:
        with pytest.raises(CannotSay, match="never resolved"):
            say_period(Period("relative", None, None), locale)


def test_text_becomes_traditional_by_phrase_and_figures_by_table() -> None:
    assert to_traditional("公益项目和里程") == "公益項目和里程"
    assert to_traditional("一台机器", "TW") == "一臺機器"
    assert to_traditional("硬件、软件、网络", "TW") == "硬體、軟體、網路"
    assert to_traditional("硬件、软件、网络", "HK") == "硬件、軟件、網絡"
    assert to_traditional("“大数据”和‘信息’") == "「大數據」和『資訊』"
    assert to_traditional("注：数据来源受关注：") == "註：資料來源受關注："
    assert to_traditional("一台机器", "HK") == "一台機器"
    assert figure_to_traditional("33周年余") == "33週年餘"
    with pytest.raises(ValueError, match="region"):
        to_traditional("文", "SG")


def test_english_plurals_follow_their_rules() -> None:
    nouns = ["project", "company", "branch", "day", "person", "series", "class of pupils"]
    assert [plural(noun) for noun in nouns] == [
        "projects", "companies", "branches", "days", "people", "series", "classes of pupils",
    ]  # fmt: skip


def test_what_is_not_actual_says_so() -> None:
    quantity = read_printed("近100亿元")
    assert say_modal(quantity, "forecast", "zh-Hant") == "預計近100億元"
    assert say_modal(quantity, "forecast", "en") == "expected to reach nearly CNY 10 billion"
    assert say_modal(quantity, "target", "en") == "a target of nearly CNY 10 billion"
    assert say_modal(quantity, "actual", "zh-Hans") == "近100亿元"


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(["zh-Hans", "en"]))
def test_every_day_that_is_said_is_read_back(day: date, locale: str) -> None:
    [reading] = read_dates(say_date(str(day), locale), locale)
    assert str(reading.period) == str(day)
