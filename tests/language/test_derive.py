"""Sums, differences, ratios and growth of figures that are not known exactly."""

from __future__ import annotations

import csv
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language import (
    Derived,
    combine,
    derive,
    derived_quantity,
    place_of,
    read_printed,
    say,
    say_derived,
    share_of_parts,
    verdict,
)
from generator.language.comparing.rounding import round_down, round_up
from generator.model import Interval, decimal_text

TABLE = Path(__file__).parent / "tables" / "cases-compare.tsv"


def _rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [row for row in rows if row["kind"] == "derive"]


def _derived(operation: Any, left: str, right: str) -> Derived:
    derived = derive(operation, read_printed(left), read_printed(right))
    assert derived is not None
    return derived


def _shown(interval: Interval) -> str:
    """The table's form: ends that do not end are six digits, rounded outwards."""
    low, high = _end(interval.lo, up=False), _end(interval.hi, up=True)
    return str(Interval(low, high, interval.lo_closed, interval.hi_closed))


def _end(end: Fraction | None, *, up: bool) -> Fraction | None:
    if end is None or ("/" not in decimal_text(end) and len(decimal_text(end)) <= 14):
        return end
    step = place_of(end) / 10**5
    return round_up(end, step) if up else round_down(end, step)


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row["id"])
def test_a_formula_gives_the_interval_of_the_table(row: dict[str, str]) -> None:
    operation: Any = row["context"].split()[0]
    derived = derive(operation, read_printed(row["left"]), read_printed(row["right"]))
    assert ("unlike" if derived is None else _shown(derived.interval)) == row["expected"]


@pytest.mark.parametrize(
    ("operation", "left", "right", "word", "said"),
    [
        ("-", "1184个", "1102个", "个", ("+82个", "+82個", "+82")),
        ("-", "5.09亿元", "4.58亿元", "", ("约+0.51亿元", "約+0.51億元", "about +CNY 51 million")),
        ("-", "397人次", "533人次", "", ("-136人次", "-136人次", "−136 visits")),
        ("-", "31个", "31个", "", ("0个", "0個", "0")),
        ("share%", "32家", "81家", "", ("+39.5%", "+39.5%", "+39.5%")),
        ("growth%", "4.58亿元", "5.09亿元", "", ("+11%", "+11%", "+11%")),
        ("growth%", "873.6亿元", "1215.9亿元", "", ("+39.2%", "+39.2%", "+39.2%")),
        ("+", "390余名", "10名", "名", ("约+400名", "約+400名", "about +400 people")),
        ("+", "120万吨", "60万吨", "",
         ("约+180万吨", "約+180萬噸", "about +1.8 million tonnes")),
        ("+", "500多亿元", "5.09亿元", "",
         ("505亿至606亿元", "505億至606億元", "CNY 50.5–60.6 billion")),
        ("share%", "580.9亿元", "超600亿元", "",
         ("不足+96.9%", "不足+96.9%", "less than +96.9%")),
        ("/", "1419人", "350户", "",
         ("+4.05人/户", "+4.05人/戶", "+4.05 people per household")),
        ("/", "18亿元", "60万吨", "",
         ("约+3000元/吨", "約+3000元/噸", "about +CNY 3,000 per tonne")),
    ],
)  # fmt: skip
def test_a_derived_figure_is_said_with_the_digits_that_hold(
    operation: str, left: str, right: str, word: str, said: tuple[str, str, str]
) -> None:
    derived = _derived(operation, left, right)
    quantity = derived_quantity(
        derived.interval, derived.value, derived.unit, word=word, scale=derived.scale
    )
    assert tuple(say(quantity, locale, "signed") for locale in ("zh-Hans", "zh-Hant", "en")) == said


def test_without_a_sign_a_derived_figure_is_said_like_any_other() -> None:
    derived = _derived("share%", "32家", "81家")
    assert say_derived(derived.interval, derived.value, "%", "zh-Hans") == "39.5%"
    assert say_derived(derived.interval, derived.value, "%", "en", "digits=2") == "40%"


def test_a_derived_figure_is_rounded_once_from_its_value() -> None:
    value = Fraction("41.449")
    assert say_derived(Interval.point(value), value, "%", "zh-Hans") == "41.4%"
    assert say_derived(Interval.point(value), value, "%", "zh-Hans", "digits=2") == "41%"


def test_a_zero_that_is_a_difference_is_a_zero_only_if_it_is_known() -> None:
    derived = _derived("-", "5.09亿元", "5.09亿元")
    assert say_derived(derived.interval, derived.value, "CNY", "zh-Hans") == "-100万至100万元"
    assert say_derived(derived.interval, derived.value, "CNY", "en") == "CNY −1 to 1 million"


def test_shares_differ_in_percentage_points() -> None:
    derived = _derived("-", "41.5%", "38.3%")
    assert (derived.unit, derived.value) == ("pp", Fraction("3.2"))


def test_a_share_of_its_own_whole_is_narrower_from_its_parts() -> None:
    part, rest = read_printed("32亿元").interval, read_printed("49亿元").interval
    divided = combine("share%", part, combine("+", part, rest))
    assert share_of_parts(part, rest).within(divided)
    assert share_of_parts(part, rest) != divided


@pytest.mark.parametrize("divisor", ["不足300人", "0人", "-5亩"])
def test_a_divisor_that_may_be_zero_or_less_is_refused(divisor: str) -> None:
    with pytest.raises(ValueError, match="divisor may be zero"):
        combine("/", Interval.point(1), read_printed(divisor).interval)


def test_a_factor_of_unknown_sign_is_refused() -> None:
    with pytest.raises(ValueError, match="factor may be negative"):
        combine("*", Interval.point(2), Interval.parse("[-1,1]"))


def test_an_open_end_stays_open() -> None:
    over, point = Interval.parse("(5,inf)"), Interval.point(2)
    assert str(combine("*", over, point)) == "(10,inf)"
    assert str(combine("/", point, over)) == "(0,0.4)"
    assert str(combine("-", point, over)) == "(-inf,-3)"


ends = st.fractions(min_value=-50, max_value=50, max_denominator=8)
positive = st.fractions(min_value=Fraction(1, 8), max_value=50, max_denominator=8)


@given(ends, ends, positive, positive, st.floats(0, 1), st.floats(0, 1))
def test_what_lies_in_both_parents_lies_in_the_outcome(
    a1: Fraction, a2: Fraction, b1: Fraction, b2: Fraction, s: float, t: float
) -> None:
    a, b = Interval(min(a1, a2), max(a1, a2)), Interval(min(b1, b2), max(b1, b2))
    x, y = a1 + (a2 - a1) * Fraction(s), b1 + (b2 - b1) * Fraction(t)
    assert combine("+", a, b).has(x + y)
    assert combine("-", a, b).has(x - y)
    assert combine("*", a, b).has(x * y)
    assert combine("/", a, b).has(x / y)
    assert combine("share%", a, b).has(100 * x / y)
    assert combine("growth%", b, a).has(100 * (x / y - 1))


printed = st.builds(
    "{}{}.{}亿元".format,
    st.sampled_from(["", "近", "约", "超"]),
    st.integers(1, 900),
    st.integers(0, 99),
)


@given(printed, printed, st.sampled_from(["+", "share%", "growth%"]))
def test_what_is_said_of_a_derived_figure_is_true(left: str, right: str, operation: str) -> None:
    derived = _derived(operation, left, right)
    quantity = derived_quantity(derived.interval, derived.value, derived.unit, scale=derived.scale)
    if (derived.interval.lo or 0) < 0:
        return
    for locale in ("zh-Hans", "en"):
        said = read_printed(say(quantity, locale), derived.unit, locale)
        assert verdict(said, quantity) in ("same", "coarser")
