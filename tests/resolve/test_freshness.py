"""Shelf lives: what is too old to be printed without saying so."""

from datetime import date

import pytest
from heron import on, resolved, statement, store

from generator.model import Measure
from generator.resolve.freshness import fresh_until


def until(text: str, kind: str = "level", months: int | None = 18) -> date | None:
    measure = Measure("beds", {}, "item", kind, {}, months)  # type: ignore[arg-type]
    return fresh_until(statement(f"a: beds = {text}"), measure)


@pytest.mark.parametrize(
    ("text", "kind", "months", "expected"),
    [
        ("81家 @2025-12", "level", 18, date(2027, 6, 30)),
        ("81家 @2023-10-21", "level", 18, date(2025, 4, 30)),
        ("81家 @2022", "cumulative", 18, date(2024, 6, 30)),
        ("81家 1992.. @2023-10", "cumulative", 18, date(2025, 4, 30)),
        ("81家 @2025-12", "level", None, None),
        ("1402亿元 2021 @2022-03", "flow", 12, date(2022, 12, 31)),
        ("580亿元 2025-01..2025-10 @2025-12", "flow", 12, date(2026, 3, 31)),
        ("580亿元 2025-01..2025-10 @2025-12", "flow", 2, date(2026, 2, 28)),
        ("近7000万元 2022.. @2025-12", "flow", 12, date(2026, 12, 31)),
        ("超600亿元 2025 @2025-12 (forecast)", "flow", 12, date(2025, 12, 31)),
        ("超600亿元 2025 @2025-12 (forecast)", "flow", None, date(2025, 12, 31)),
        ("37% @2025-12", "ratio", 18, date(2027, 6, 30)),
        ("37% 2024 @2025-03", "ratio", 12, date(2025, 12, 31)),
        ("81家", "level", 18, None),
    ],
)
def test_a_value_is_fresh_until_a_day(text, kind, months, expected):
    assert until(text, kind, months) == expected


def test_an_event_never_ages():
    measure = Measure("opened", {}, "", "event", {}, 18)
    assert fresh_until(statement("a: opened 1992 @2022"), measure) is None


def test_a_fact_expires_the_day_after():
    base = store("a: beds = 81家 @2023-10")
    days = ("2025-04-30", "2025-05-01")
    assert [resolved(base, edition=on(day)).facts["beds"].expired for day in days] == [False, True]


def test_an_earlier_point_of_a_series_never_expires():
    base = store(
        "a: gdp = 992.24亿元 2017 @2018-03",
        "b: gdp = 1402.74亿元 2021 @2022-03",
        kinds={"gdp": "flow 12"},
        facts=("gdp_2017: gdp 2017", "gdp_2021: gdp 2021"),
    )
    found = resolved(base)
    expired = {
        key: found.find(key).expired for key in ("gdp", "gdp.previous", "gdp_2017", "gdp_2021")
    }
    assert expired == {"gdp": True, "gdp.previous": False, "gdp_2017": False, "gdp_2021": True}


def test_the_newest_is_expired_even_when_it_is_asked_for_by_date():
    base = store("a: beds = 70家 @2020", "b: beds = 81家 @2022")
    found = resolved(base)
    assert [found.find(f"beds.at({year})").expired for year in (2020, 2022)] == [False, True]


def test_the_reason_tells_the_day():
    fact = resolved(store("a: beds = 81家 @2022")).facts["beds"]
    assert (
        fact.why[-1]
        == "Its shelf life ended on 2024-06-30; wherever it is printed whole it says so."
    )
