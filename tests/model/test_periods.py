"""Periods keep the precision in which they were printed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Period, first_day, last_day

partials = st.dates(date(1900, 1, 1), date(2100, 1, 1)).flatmap(
    lambda day: st.sampled_from([f"{day:%Y}", f"{day:%Y-%m}", f"{day:%Y-%m-%d}"])
)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("1992..", Period("since", "1992", None)),
        ("2025-01..2025-10", Period("span", "2025-01", "2025-10")),
        ("2004-05-19", Period("day", "2004-05-19", "2004-05-19")),
        ("..2025", Period("until", None, "2025")),
        ("1996~2004..", Period("since", "1996~2004", None)),
    ],
)
def test_a_period_is_read_at_the_precision_written(text: str, period: Period):
    assert Period.parse(text) == period


@given(partials, partials)
def test_writing_and_reading_gives_the_period_back(a: str, b: str):
    first, second = sorted((a, b), key=first_day)
    for text in (first, f"{first}..", f"..{second}"):
        assert str(Period.parse(text)) == text


@pytest.mark.parametrize(
    "text", ["", "..", "2025-13", "2025-02-30", "25-1", "2025..1992", "1996~2004"]
)
def test_what_is_no_period_is_refused_with_a_reason(text: str):
    with pytest.raises(ValueError, match=r"\w"):
        Period.parse(text)


def test_a_month_ends_on_its_last_day():
    assert (first_day("2024-02"), last_day("2024-02")) == (date(2024, 2, 1), date(2024, 2, 29))


@given(partials)
def test_a_date_lies_between_its_first_and_last_day(partial: str):
    assert first_day(partial) <= last_day(partial)
