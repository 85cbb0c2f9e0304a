"""A printed figure against a fact, two statements with each other, years against two dates."""

from __future__ import annotations

import csv
import re
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language import (
    read_printed,
    relation,
    round_half_even,
    round_half_up,
    verdict,
    years,
)
from generator.model import Interval, Quantity, decimal_text

TABLE = Path(__file__).parent / "tables" / "cases-compare.tsv"


def _rows(kind: str) -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [row for row in rows if row["kind"] == kind]


def _quantity(text: str, unit: str | None = None) -> Quantity:
    return read_printed(text, unit, "en" if text.isascii() else "zh-Hans")


def _pair(row: dict[str, str]) -> tuple[Quantity, Quantity]:
    """Both figures; one without a unit counts what the other does."""
    named = re.search(r"unit=(\S+)", row["context"])
    right = _quantity(row["right"], named[1] if named else None)
    return _quantity(row["left"], right.unit), right


@pytest.mark.parametrize("row", _rows("print"), ids=lambda row: row["id"])
def test_a_printed_figure_gets_the_verdict_of_the_table(row: dict[str, str]) -> None:
    assert verdict(*_pair(row)) == row["expected"]


@pytest.mark.parametrize("row", _rows("pair"), ids=lambda row: row["id"])
def test_two_statements_stand_as_the_table_says(row: dict[str, str]) -> None:
    flags = ("scope", "modality", "later", "cumulative")
    context = {flag: flag in row["context"] for flag in flags}
    assert relation(*_pair(row), **context) == row["expected"]


@pytest.mark.parametrize("row", _rows("round"), ids=lambda row: row["id"])
def test_rounding_is_decimal_and_done_once(row: dict[str, str]) -> None:
    step, mode = row["right"].split()
    rounded = (round_half_even if mode == "half_even" else round_half_up)(
        Fraction(row["left"]), Fraction(step)
    )
    assert rounded == Fraction(row["expected"])


@pytest.mark.parametrize("row", _rows("years"), ids=lambda row: row["id"])
def test_years_are_counted_as_the_table_says(row: dict[str, str]) -> None:
    assert years(row["left"], row["right"], row["context"]) == row["expected"]


def test_every_row_of_the_table_has_its_test() -> None:
    counts = {kind: len(_rows(kind)) for kind in ("print", "pair", "derive", "round", "years")}
    assert counts == {"print": 115, "pair": 38, "derive": 24, "round": 12, "years": 23}


@pytest.mark.parametrize(
    ("document", "fact", "expected"),
    [
        ("超100亿元", "120.5亿元", "coarser"),
        ("超10亿元", "120.5亿元", "understated"),
        ("120亿元以内", "120.5亿元", "wrong"),
        ("不足200亿元", "120.5亿元", "coarser"),
        ("近13亿元", "12.1亿元", "coarser"),
        ("1小时", "60分钟", "same"),
        ("3户", "3人", "unlike"),
        ("0.4%", "4‰", "same"),
    ],
)
def test_verdicts_beyond_the_table(document: str, fact: str, expected: str) -> None:
    assert verdict(_quantity(document), _quantity(fact)) == expected


def test_units_come_before_scope_and_modality() -> None:
    people, visits = _quantity("300人"), _quantity("300人次")
    assert relation(people, visits, scope=True, modality=True) == "unlike"
    assert relation(people, people, scope=True, modality=True) == "scope"


def test_a_phrase_that_counts_no_years_is_refused() -> None:
    with pytest.raises(ValueError, match="not a figure"):
        years("很多年", "1992", "2025")


def test_years_are_read_in_both_scripts() -> None:
    assert years("33週年", "1992", "2025") == "right"
    assert years("第34個年頭", "1992", "2025") == "right"
    assert years("33年來", "1992", "2025") == "right"


numbers = st.integers(1, 10**7)
words = st.sampled_from(["", "近", "约", "超", "不足", "不超过", "至少"])


@given(words, numbers)
def test_every_figure_is_the_same_as_itself(word: str, number: int) -> None:
    quantity = read_printed(f"{word}{number}个")
    assert verdict(quantity, quantity) == "same"
    assert relation(quantity, quantity) == "same"


@given(words, numbers, words, numbers)
def test_a_verdict_never_praises_what_cannot_be(w1: str, n1: int, w2: str, n2: int) -> None:
    document, fact = read_printed(f"{w1}{n1}亩"), read_printed(f"{w2}{n2}亩")
    if not document.interval.meets(fact.interval):
        rounded = document.qualifier == fact.qualifier == "exact"
        allowed = {"wrong", "loose"} | ({"coarser"} if rounded else set())
        assert verdict(document, fact) in allowed


@given(words, numbers, words, numbers)
def test_two_statements_stand_alike_from_either_side(w1: str, n1: int, w2: str, n2: int) -> None:
    a, b = read_printed(f"{w1}{n1}人"), read_printed(f"{w2}{n2}人")
    assert relation(a, b) == relation(b, a)


@given(st.fractions(), st.integers(-4, 4))
def test_both_roundings_are_within_half_a_step(value: Fraction, power: int) -> None:
    step = Fraction(10) ** power
    for rounded in (round_half_up(value, step), round_half_even(value, step)):
        assert abs(rounded - value) <= step / 2
        assert (rounded / step).denominator == 1


def test_intervals_are_written_as_in_the_specification() -> None:
    assert str(_quantity("5.09亿元").interval) == "[508500000,509500000)"
    assert decimal_text(Fraction(1, 3)) == "1/3"
    assert Interval.parse("(390,400)") == _quantity("390余名").interval
