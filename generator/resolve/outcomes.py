"""The outcome of a formula, written down as a figure.

With the most digits that hold (quantities specification, section 4, *Derived*), or with as many
as an editor has decided on.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from generator.language import (
    COUNTED,
    decimal_digits,
    decimals_of,
    derived_quantity,
    parts,
    place_of,
    read_printed,
    round_half_up,
)
from generator.model import Interval, Quantity

LOCALE = "zh-Hans"  # in which derived figures are written down before they are said


class CannotDerive(Exception):
    """A formula that does not fit its facts: the reason as a clause, and what to do."""

    def __init__(self, reason: str, advice: str) -> None:
        super().__init__(reason)
        self.reason, self.advice = reason, advice


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a formula comes to: the value, all that it may be, its unit."""

    value: Fraction
    interval: Interval
    unit: str


def as_known(outcome: Outcome, like: Quantity) -> Quantity:
    """The outcome with the most digits that hold; in its own unit, in the words of `like`."""
    value, interval, unit = outcome.value, outcome.interval, outcome.unit
    if unit != like.unit:
        return derived_quantity(interval, value, unit)
    word = parts(like, LOCALE).unit
    return derived_quantity(interval, value, unit, word=word, scale=like.scale)


def as_computed(outcome: Outcome, like: Quantity, digits: int | None) -> Quantity:
    """The outcome as plain as it is computed: 0.51亿元 of 5.09亿元 and 4.58亿元, 41.4%.

    Such words alone would claim more than is known, for the difference may be 0.50 or 0.52. They
    are true where what was computed from stands beside them (|basis: 按5.09亿元、4.58亿元计算):
    whoever repeats it comes to these digits. The interval stays the one that is known, and bounds
    them: the last digit may be off by one, never by more. Raises CannotDerive where it may be.
    """
    if digits is None or not outcome.value:
        return as_known(outcome, like)
    said = _plain(outcome, like, digits)
    if not _comes_to(outcome, said):
        raise _too_plain(outcome, like, digits)
    return _known(said, outcome)


def as_converted(outcome: Outcome, like: Quantity, digits: int | None) -> Quantity:
    """The outcome of a conversion: plain where these digits hold, else 约.

    Another unit is no sum that a reader repeats, so its words have to be true on their own.
    Raises CannotDerive where the digits do not hold even with 约.
    """
    if digits is None or not outcome.value:
        return as_known(outcome, like)
    plain = _plain(outcome, like, digits).printed
    for text in (plain, f"约{plain}"):
        said = read_printed(text, outcome.unit, LOCALE)
        if outcome.interval.within(said.interval):
            return _known(said, outcome)
    raise _too_plain(outcome, like, digits)


def _last_place(outcome: Outcome, digits: int) -> Fraction:
    """The place of the last of so many digits; what is counted has no places below one."""
    step = place_of(outcome.value) / Fraction(10) ** (digits - 1)
    return max(step, Fraction(1)) if outcome.unit in COUNTED else step


def _comes_to(outcome: Outcome, said: Quantity) -> bool:
    """Whether the value rounds to what is said and the truth is off by one last digit at most.

    The last digit is the one that is written: 10亿 says more than one digit.
    """
    value, last = outcome.value, said.last
    near = outcome.interval.within(Interval(value - last, value + last))
    return near and abs(said.value - value) <= last / 2


def _plain(outcome: Outcome, like: Quantity, digits: int) -> Quantity:
    """The value rounded to so many digits, zeros at the end too: 410.50亿元."""
    step = _last_place(outcome, digits)
    amount = round_half_up(outcome.value, step)
    bare = as_known(Outcome(amount, Interval.point(amount), outcome.unit), like)
    figure = decimal_digits(amount / bare.scale, decimals_of(step, bare.scale))
    text = bare.printed.replace(parts(bare, LOCALE).figure, figure, 1)
    return read_printed(text, outcome.unit, LOCALE)


def _known(said: Quantity, outcome: Outcome) -> Quantity:
    """What is said, with the value and interval that are known."""
    return replace(said, value=outcome.value, interval=outcome.interval, wide=None, soft=None)


def _too_plain(outcome: Outcome, like: Quantity, digits: int) -> CannotDerive:
    known = as_known(outcome, like).printed
    return CannotDerive(
        f"what is known, {known}, does not allow “digits: {digits}”",
        "Ask for other digits, or delete “digits” and print what is known.",
    )
