"""Derived figures said with the digits that an editor has decided on."""

from fractions import Fraction

import pytest
from heron import END_2025, ENGLISH, PUBLIC, resolved, store
from hypothesis import given
from hypothesis import strategies as st

from generator.language import read_printed, say
from generator.model import Interval
from generator.resolve import FILTERS, ResolvedFact, context

SUMS = ("a: funds = 6.31亿元 @2023-10", "b: funds = 7.08亿元 @2025-12")
YEARS = ("a: funds = 881.37亿元 2019 @2020-03", "b: funds = 1296.07亿元 2024 @2025-03")
PARTS = ("a: part = 27家 @2025-12", "b: funds = 74家 @2025-12")


def computed(formula: str, *lines: str) -> ResolvedFact:
    base = store(*lines, facts=(f"it: {formula}",))
    return resolved(base, "it").facts["it"]


def printed(formula: str, *lines: str) -> str:
    it = computed(formula, *lines)
    return it.missing.problem if it.missing else it.quantity.printed


@pytest.mark.parametrize(
    ("formula", "lines", "known", "asked"),
    [
        ("difference of funds, funds.previous", SUMS, "约0.77亿元", {2: "0.77亿元"}),
        ("difference of funds, funds.previous", YEARS, "414.7亿元", {5: "414.70亿元", 3: "415亿元"}),
        ("growth of funds, funds.previous", YEARS, "47.1%", {3: "47.1%", 4: "47.05%", 2: "47%"}),
        ("share of part, funds", PARTS, "36.5%", {3: "36.5%", 2: "36%", 5: "36.486%"}),
        ("convert of funds in ha", ("a: funds = 4.3亩 @2025-12",), "约0.29公顷", {2: "约0.29公顷"}),
        ("convert of funds in ha", ("a: funds = 60亩 @2025-12",), "4公顷", {1: "4公顷", 2: "4.0公顷"}),
        ("convert of funds in ha", ("a: funds = 61.5亩 @2025-12",), "4.1公顷", {2: "4.1公顷"}),
    ],
)  # fmt: skip
def test_a_figure_has_the_digits_that_are_asked_for(formula, lines, known, asked):
    assert printed(formula, *lines) == known
    for digits, text in asked.items():
        assert printed(f"{formula} with {digits} digits", *lines) == text


def test_a_fall_keeps_its_sign():
    lines = ("a: funds = 7.08亿元 @2023-10", "b: funds = 6.31亿元 @2025-12")
    assert printed("difference of funds, funds.previous with 2 digits", *lines) == "-0.77亿元"


def test_its_interval_stays_the_computed_one():
    quantity = computed("difference of funds, funds.previous with 2 digits", *SUMS).quantity
    assert (quantity.value, quantity.qualifier) == (77_000_000, "exact")
    assert quantity.interval == Interval.parse("(76000000,78000000)")


def test_no_change_is_said_as_it_is_known():
    lines = ("a: funds = 81家 @2023-10", "b: funds = 81家 @2025-12")
    assert printed("difference of funds, funds.previous with 2 digits", *lines) == "0家"


@pytest.mark.parametrize(
    ("formula", "lines", "known"),
    [
        ("difference of funds, funds.previous with 3 digits", SUMS, "约0.77亿元"),
        ("growth of funds, funds.previous with 3 digits", SUMS, "12%"),
        ("difference of funds, funds.previous with 1 digits", ("a: funds = 81家 @2023-10", "b: funds = 163家 @2025-12"), "82家"),
        ("difference of funds, funds.previous with 2 digits", ("a: funds = 81亿元 @2023-10", "b: funds = 超90亿元 @2025-12"), "超8.5亿元"),
        ("difference of funds, funds.previous with 1 digits", ("a: funds = 1亿元 @2023-10", "b: funds = 11.51亿元 @2025-12"), "约11亿元"),
        ("convert of funds in ha with 4 digits", ("a: funds = 4.3亩 @2025-12",), "约0.29公顷"),
    ],
)  # fmt: skip
def test_digits_that_say_more_than_is_known_are_refused(formula, lines, known):
    assert printed(formula, *lines) == (
        f"“it” cannot be computed: what is known, {known}, does not allow "
        f"“digits: {formula.split()[-2]}”."
    )


def test_it_is_said_plainly_beside_what_it_was_computed_from():
    base = store(*SUMS, facts=("it: difference of funds, funds.previous with 2 digits",))
    chinese, english = (
        context(resolved(base, audience=reader), base, END_2025, reader)["it"]
        for reader in (PUBLIC, ENGLISH)
    )
    assert (str(chinese), str(english)) == ("0.77亿元", "CNY 77 million")
    assert str(FILTERS["signed"](chinese)) == "+0.77亿"
    assert str(FILTERS["basis"](chinese)) == "按2025年12月7.08亿元、2023年10月6.31亿元计算"


def test_the_reasons_tell_of_the_digits():
    assert computed("difference of funds, funds.previous with 2 digits", *SUMS).why == (
        "It is computed: difference of “funds”, “funds.previous”.",
        "It is said as facts.yaml has it, with “digits: 2”.",
    )


HUNDREDTHS = st.integers(1, 10**6).map(lambda number: Fraction(number, 100))


@given(HUNDREDTHS, HUNDREDTHS, st.integers(1, 6), st.sampled_from(["difference", "growth"]))
def test_the_last_digit_is_never_off_by_more_than_one(before, after, digits, formula):
    lines = (f"a: funds = {float(before)}亿元 @2023", f"b: funds = {float(after)}亿元 @2025")
    it = computed(f"{formula} of funds, funds.previous with {digits} digits", *lines)
    if it.missing or not it.quantity.value:
        return
    quantity = it.quantity
    said = Fraction(quantity.number) * quantity.scale
    off = max(abs(quantity.interval.lo - said), abs(quantity.interval.hi - said))
    assert abs(said - quantity.value) <= quantity.last / 2
    assert off <= quantity.last * Fraction(3, 2)


@given(HUNDREDTHS, st.integers(1, 5))
def test_a_conversion_is_true_on_its_own(area, digits):
    it = computed(
        f"convert of funds in ha with {digits} digits", f"a: funds = {float(area)}亩 @2025"
    )
    if it.missing:
        return
    assert it.quantity.interval.within(read_printed(it.quantity.printed).interval)
    assert say(it.quantity, "en").endswith(" ha")
