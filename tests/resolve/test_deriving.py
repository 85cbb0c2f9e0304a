"""Facts computed from facts: units, intervals and lineage carried, unlike things refused."""

from decimal import Decimal
from fractions import Fraction

import pytest
from heron import errors, on, resolved, store
from hypothesis import given
from hypothesis import strategies as st

from generator.language import read_printed
from generator.model import Interval, Period

CUMULATIVE = {"beds": "cumulative 18", "funds": "cumulative 18"}


def derived(formula: str, *lines: str, kinds: dict[str, str] | None = None, **how):
    base = store(*lines, kinds=CUMULATIVE | (kinds or {}), facts=(f"it: {formula}",))
    return resolved(base, "it", **how).facts["it"]


def reason(formula: str, *lines: str, **how) -> str:
    return derived(formula, *lines, **how).missing.problem


TWO_COUNTS = ("a: beds = 1102个 1992.. @2023-10", "b: beds = 1184个 1992.. @2025-12")
TWO_SUMS = ("a: funds = 4.58亿元 1992.. @2023-10", "b: funds = 5.09亿元 1992.. @2025-12")
TWO_YEARS = ("a: gdp = 992.24亿元 2017 @2018", "b: gdp = 1402.74亿元 2021 @2022")


def test_a_difference_of_counts_is_a_count():
    it = derived("difference of beds, beds.previous", *TWO_COUNTS)
    assert (it.quantity.value, it.quantity.interval) == (82, Interval.parse("[82,82]"))
    assert (it.lineage, it.as_of, str(it.period)) == (("b", "a"), "2025-12", "2023-10..2025-12")


def test_a_difference_of_rounded_sums_keeps_what_is_open():
    it = derived("difference of funds, funds.previous", *TWO_SUMS)
    assert it.quantity.value == 51_000_000
    assert it.quantity.interval == Interval.parse("(50000000,52000000)")


def test_growth_has_no_more_digits_than_hold():
    it = derived("growth of funds, funds.previous", *TWO_SUMS)
    assert (it.quantity.printed, it.quantity.unit) == ("11%", "%")


def test_growth_of_a_flow_is_between_years():
    it = derived("growth of gdp, gdp.previous", *TWO_YEARS, kinds={"gdp": "flow 12"})
    assert (it.quantity.printed, it.period) == ("41.4%", Period("span", "2017", "2021"))


def test_a_share_is_of_one_time():
    it = derived("share of large, firms", "a: large = 32家 @2025-12", "b: firms = 81家 @2025-12")
    assert (it.quantity.printed, it.quantity.value) == ("39.5%", Fraction(3200, 81))


def test_a_sum_adds_what_is_counted_apart():
    it = _sum("40个", "46个")
    assert (it.quantity.value, it.quantity.unit, it.lineage) == (86, "item", ("a", "b"))


def test_a_sum_keeps_what_is_open():
    assert _sum("390余个", "10个").quantity.interval == Interval.parse("(400,410)")


def test_a_sum_may_be_asked_for_in_another_unit():
    it = _sum("60亩", "2公顷", unit=" in ha")
    assert (it.quantity.value, it.quantity.unit) == (6, "ha")


def test_a_conversion_is_exact():
    it = derived("convert of beds in ha", "a: beds = 60亩 @2025-12")
    assert (it.quantity.value, it.quantity.unit, it.as_of) == (4, "ha", "2025-12")


def test_a_difference_of_shares_is_in_percentage_points():
    it = derived("difference of rate, rate.previous", "a: rate = 35% @2023", "b: rate = 37% @2025")
    assert (it.quantity.value, it.quantity.unit) == (2, "pp")


@pytest.mark.parametrize(
    ("edition", "years"), [("2025-12-31", "33年"), ("2026-01-01", "34年"), ("1992-12-31", "0年")]
)
def test_years_since_are_counted_to_the_edition(edition, years):
    it = derived("years_since of opened", "a: opened 1992-03-27", edition=on(edition))
    assert (it.quantity.printed, it.quantity.unit, it.as_of) == (years, "year", None)


def test_a_fact_may_be_derived_from_a_derived_one():
    base = store(
        *TWO_COUNTS,
        kinds=CUMULATIVE,
        facts=("it: difference of beds, beds.previous", "same: convert of it in item"),
    )
    assert resolved(base, "same").facts["same"].lineage == ("b", "a")


def test_a_derived_fact_is_as_old_as_the_oldest_of_its_facts():
    it = derived("share of large, firms", "a: large = 32家 @2022", "b: firms = 81家 @2022")
    assert it.expired


@pytest.mark.parametrize(
    ("formula", "lines", "why"),
    [
        (
            "difference of beds, roads",
            ("a: beds = 81家 @2025", "b: roads = 44家 @2025"),
            "“it” cannot be computed: “a” (81家) and “b” (44家) are of different measures.",
        ),
        (
            "sum of beds, beds.previous",
            ("a: beds = 81家 @2025", "b: beds = 44家 @2023"),
            "“it” cannot be computed: “a” (81家) and “b” (44家) speak of different times.",
        ),
        (
            "sum of beds, beds",
            ("a: beds = 81家 @2025",),
            "“it” cannot be computed: “a” (81家) and “a” (81家) are one and the same.",
        ),
        (
            "share of beds, roads",
            ("a: beds = 81家 @2025", "b: roads = 90家 @2023"),
            "“it” cannot be computed: “a” (81家) and “b” (90家) speak of different times.",
        ),
        (
            "share of beds, roads",
            ("a: beds = 81家 @2025", "b: roads = 90公里 @2025"),
            "“it” cannot be computed: “roads” is in km, and the first fact in item.",
        ),
        (
            "growth of beds, beds.previous",
            ("a: beds = 81家 @2025", "b: beds = 0家 @2023"),
            "“it” cannot be computed: the divisor may be zero or negative.",
        ),
        ("convert of beds in km", ("a: beds = 81家 @2025",), "“it” cannot be computed: item cannot become km."),
        (
            "difference of beds, opened",
            ("a: beds = 81家 @2025", "b: opened 1992"),
            "“it” cannot be computed: “a” (81家) and “b” (opened) are of different measures.",
        ),
        (
            "growth of beds",
            ("a: beds = 81家 @2025",),
            "“it” cannot be computed: growth is over 2 facts, and “of” names 1.",
        ),
        (
            "difference of beds, beds.previous",
            ("a: beds = 81家 @2025",),
            "“it” cannot be computed. “beds.previous” is missing: there is no earlier value of the same "
            "scope. The newest is 2025.",
        ),
        (
            "years_since of opened",
            ("a: opened 1996~2004..",),
            "“it” cannot be computed: “opened” has no certain date.",
        ),
        ("years_since of opened", ("a: opened 2031",), "“it” cannot be computed: “opened” is later than the edition."),
    ],
)  # fmt: skip
def test_what_does_not_go_together_is_not_computed(formula, lines, why):
    assert reason(formula, *lines) == why


def test_a_forecast_is_not_compared_with_a_result():
    why = reason(
        "growth of output.forecast, output",
        "a: output = 580.9亿元 2024 @2025-12",
        "b: output = 超600亿元 2025 @2025-12 (forecast)",
        kinds={"output": "flow 24"},
    )
    assert why.endswith("are forecast and actual.")


FORECASTS = (
    "a: output = 550亿元 2024 @2025-12 (forecast)",
    "b: output = 600亿元 2025 @2025-12 (forecast)",
)
EXPECTED = (
    "of_2024: output 2024 (forecast)",
    "of_2025: output 2025 (forecast)",
    "it: growth of of_2025, of_2024",
)


def test_what_is_computed_from_forecasts_is_a_forecast():
    base = store(*FORECASTS, kinds={"output": "flow 12"}, facts=EXPECTED)
    found = resolved(base, "it", edition=on("2024-12-31")).missing["it"].problem
    assert found.endswith("nothing was known by 2024-12-31; the nearest as-of is 2025-12.")
    base = store(
        *(line.replace("@2025-12", "@2024-12") for line in FORECASTS),
        kinds={"output": "flow 12"},
        facts=EXPECTED,
    )
    assert resolved(base, "it", edition=on("2024-12-31")).facts["it"].fact.modality == "forecast"


def test_nothing_is_computed_from_a_forecast_whose_year_is_over():
    base = store(*FORECASTS, kinds={"output": "flow 12"}, facts=EXPECTED)
    assert resolved(base, "it").missing["it"].problem == (
        "“it” cannot be computed. The period of “of_2024” is over."
    )


def test_totals_from_different_years_are_not_subtracted():
    base = store(
        *TWO_COUNTS, "c: beds = 232个 2017.. @2025-12", kinds=CUMULATIVE,
        facts=("old: beds 1992..", "new: beds 2017..", "it: difference of old, new"),
    )  # fmt: skip
    assert resolved(base, "it").missing["it"].problem.endswith("are of different scopes.")


def test_parts_of_a_year_of_different_length_are_not_compared():
    base = store(
        "a: output = 580亿元 2025-01..2025-10 @2025-12", "b: output = 700亿元 2024 @2025-03",
        kinds={"output": "flow 12"}, facts=("year_2024: output 2024", "it: growth of output, year_2024"),
    )  # fmt: skip
    assert resolved(base, "it").missing["it"].problem.endswith("cover periods of different length.")


def test_a_contradiction_under_a_derived_fact_stops_the_build():
    lines = ("a: beds = 74家 @2022", "b: beds = 91家 @2022", "c: beds = 99家 @2025-12")
    base = store(*lines, facts=("it: difference of beds, beds.previous",))
    assert len(errors(resolved(base, "it"))) == 1


def test_an_unknown_fact_in_a_formula_is_an_error():
    base = store("a: beds = 74家 @2022", facts=("it: difference of beds, bedz",))
    assert errors(resolved(base, "it")) == ["There is no fact “bedz”."]


def test_a_circle_is_told():
    base = store("a: beds = 74家 @2022", facts=("it: sum of that, beds", "that: sum of it, beds"))
    assert (
        "The formula of “it” comes back to itself: it → that → it."
        in resolved(base, "it").missing["it"].problem
    )


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_difference_and_growth_of_counts_are_exact(before, after):
    lines = (f"a: beds = {before}个 @2023", f"b: beds = {after}个 @2025")
    facts = ("more: difference of beds, beds.previous", "faster: growth of beds, beds.previous")
    found = resolved(store(*lines, facts=facts)).facts
    assert found["more"].quantity.value == after - before
    assert found["faster"].quantity.value == (Fraction(after, before) - 1) * 100


@given(st.integers(1, 10**4), st.integers(1, 10**4), st.integers(0, 2), st.integers(0, 2))
def test_a_derived_figure_says_no_more_than_is_known(part, whole, places, other):
    lines = (
        f"a: part = {_decimal(part, places)}亿元 @2025",
        f"b: whole = {_decimal(whole, other)}亿元 @2025",
    )
    it = derived("share of part, whole", *lines, kinds={"part": "level", "whole": "level"})
    found = resolved(store(*lines))
    a, b = found.find("part").quantity.interval, found.find("whole").quantity.interval
    said = read_printed(it.quantity.printed).interval
    assert said.lo is None or said.lo <= a.lo / b.hi * 100
    assert said.hi is None or said.hi >= a.hi / b.lo * 100


def _decimal(number: int, places: int) -> str:
    return str(Decimal(number).scaleb(-places))


def _sum(north: str, south: str, unit: str = ""):
    base = store(
        f"a: beds[ward=north] = {north} @2025-12",
        f"b: beds[ward=south] = {south} @2025-12",
        facts=(
            "north: beds[ward=north]",
            "south: beds[ward=south]",
            f"it: sum of north, south{unit}",
        ),
    )
    return resolved(base, "it").facts["it"]
