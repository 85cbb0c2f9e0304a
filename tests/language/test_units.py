"""Units convert exactly, or not at all."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language import UNITS, convert, read_printed
from generator.language.numbers.units import MONEY
from generator.model import Quantity


def converted(printed: str, unit: str) -> Quantity:
    quantity = convert(read_printed(printed), unit)
    assert quantity is not None
    return quantity


@pytest.mark.parametrize(
    ("printed", "unit", "value"),
    [
        ("1公顷", "mu", 15),
        ("1亩", "m2", Fraction(2000, 3)),
        ("5斤", "kg", Fraction(5, 2)),
        ("3里", "m", 1500),
        ("1500米", "km", Fraction(3, 2)),
        ("37%", "1", Fraction(37, 100)),
        ("3.5‰", "%", Fraction(35, 100)),
        ("600兆瓦", "GW", Fraction(3, 5)),
        ("2天", "hour", 48),
        ("3年", "month", 36),
        ("1英里", "m", Fraction(1609344, 1000)),
    ],
)
def test_a_measured_value_converts_exactly(printed: str, unit: str, value: Fraction):
    quantity = converted(printed, unit)
    assert (quantity.value, quantity.unit) == (value, unit)


@pytest.mark.parametrize(
    ("printed", "unit"),
    [
        ("3亿元", "USD"),
        ("2.4万人", "person-time"),
        ("37%", "pp"),
        ("3年", "day"),
        ("12家", "household"),
        ("3公里", "nonsense"),
    ],
)
def test_what_measures_different_things_does_not_convert(printed: str, unit: str):
    assert convert(read_printed(printed), unit) is None


def test_the_interval_and_its_companions_convert_too():
    quantity = converted("超1200亩", "ha")
    assert str(quantity.interval) == "(80,inf)"
    assert str(quantity.soft) == "[80,260/3]"
    assert str(converted("1200亩", "ha").wide) == "[230/3,250/3)"


@given(st.sampled_from(sorted(UNITS)), st.sampled_from(sorted(UNITS)), st.integers(1, 10**6))
def test_there_and_back_is_the_same_quantity(here: str, there: str, count: int):
    quantity = read_printed(str(count), here)
    other = convert(quantity, there)
    assert (other is None) == (UNITS[here].dimension != UNITS[there].dimension)
    if other is not None:
        assert convert(other, here) == quantity


def test_money_is_known_by_its_code():
    assert {"CNY", "USD", "TWD"} <= MONEY
    assert "TEU" not in MONEY
