"""The outcome of a formula, written down as a figure.

With the most digits that hold (quantities specification, section 4, *Derived*), or with as many
as an editor has decided on.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from generator.language import derived_quantity, parts, read_printed, round_half_up
from generator.language.digits import decimal_digits, decimals_of
from generator.language.rounding import place_of
from generator.language.units import COUNTED
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
    step = _last_place(outcome, digits)
    amount = round_half_up(outcome.value, step)
    counted_short = outcome.unit in COUNTED and amount != outcome.value
    if counted_short or not _is_within(outcome, step):
        raise _too_plain(outcome, like, digits)
    return _known(_plain(outcome, like, amount, step), outcome)


def as_converted(outcome: Outcome, like: Quantity, digits: int | None) -> Quantity:
    """The outcome of a conversion: plain where these digits hold, else 约.

    Another unit is no sum that a reader repeats, so its words have to be true on their own.
    Raises CannotDerive where the digits do not hold even with 约.
    """
    if digits is None or not outcome.value:
        return as_known(outcome, like)
    step = _last_place(outcome, digits)
    plain = _plain(outcome, like, round_half_up(outcome.value, step), step)
    for text in (plain.printed, f"约{plain.printed}"):
        said = read_printed(text, outcome.unit, LOCALE)
        if outcome.interval.within(said.interval):
            return _known(said, outcome)
    raise _too_plain(outcome, like, digits)


def _last_place(outcome: Outcome, digits: int) -> Fraction:
    """The place of the last of so many digits; what is counted has no places below one."""
    step = place_of(outcome.value) / Fraction(10) ** (digits - 1)
    return max(step, Fraction(1)) if outcome.unit in COUNTED else step


def _is_within(outcome: Outcome, step: Fraction) -> bool:
    """Whether the truth lies no farther from the computed value than one last digit."""
    return outcome.interval.within(Interval(outcome.value - step, outcome.value + step))


def _plain(outcome: Outcome, like: Quantity, amount: Fraction, step: Fraction) -> Quantity:
    """An amount with its digits down to a place, zeros at the end too: 410.50亿元."""
    bare = as_known(Outcome(amount, Interval.point(amount), outcome.unit), like)
    digits = decimal_digits(amount / bare.scale, decimals_of(step, bare.scale))
    text = bare.printed.replace(parts(bare, LOCALE).figure, digits, 1)
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
