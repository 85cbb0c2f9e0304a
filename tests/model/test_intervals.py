"""Intervals are read, written, met and held within one another."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Interval, decimal_text

ends = st.integers(-1000, 1000) | st.none()


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    lo, hi = draw(ends), draw(ends)
    if lo is not None and hi is not None:
        lo, hi = min(lo, hi), max(lo, hi)
        if lo == hi:
            return Interval.point(lo)
    low = None if lo is None else Fraction(lo)
    high = None if hi is None else Fraction(hi)
    return Interval(
        low, high, draw(st.booleans()) and lo is not None, draw(st.booleans()) and hi is not None
    )


@pytest.mark.parametrize(
    "text",
    ["(390,400)", "[508500000,509500000)", "(60000000000,inf)", "[1184,1184]", "(-inf,0.25]"],
)
def test_an_interval_is_written_as_it_was_read(text: str):
    assert str(Interval.parse(text)) == text


@given(intervals())
def test_writing_and_reading_gives_the_interval_back(interval: Interval):
    assert Interval.parse(str(interval)) == interval


@given(intervals(), intervals())
def test_meeting_is_mutual(a: Interval, b: Interval):
    assert a.meets(b) == b.meets(a)


@given(intervals(), intervals())
def test_what_lies_within_another_meets_it(a: Interval, b: Interval):
    if a.within(b):
        assert a.meets(b)


@given(intervals(), intervals(), st.integers(-1000, 1000))
def test_a_number_in_the_inner_interval_is_in_the_outer_one(a: Interval, b: Interval, number: int):
    if a.within(b) and a.has(number):
        assert b.has(number)


def test_neighbouring_roundings_share_no_value():
    assert not Interval.parse("[4.5,5.5)").meets(Interval.parse("[5.5,6.5)"))


def test_something_left_over_is_more_than_the_number_itself():
    assert not Interval.parse("(390,400)").has(390)


@pytest.mark.parametrize("text", ["", "390,400", "[a,b]", "[1,2,3]"])
def test_what_is_no_interval_is_refused(text: str):
    with pytest.raises(ValueError, match="not an interval"):
        Interval.parse(text)


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=4, min_value=-(10**9), max_value=10**9
    )
)
def test_decimal_text_keeps_the_number(value):
    assert Fraction(decimal_text(value)) == Fraction(value)


def test_a_fraction_without_a_decimal_end_stays_a_fraction():
    assert decimal_text(Fraction(1, 3)) == "1/3"
