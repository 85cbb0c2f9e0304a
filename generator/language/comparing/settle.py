"""How many digits of a derived value hold.

Quantities specification, section 4, *Derived*: the most digits for which the interval lies in
that of the rounded value; if too few, *about*.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from generator.language.comparing.rounding import chinese_scale, last_place, place_of, round_half_up
from generator.language.numbers.units import COUNTED
from generator.model import Interval

_Kind = Literal["exact", "about"]
_MOST = 12  # digits; what is known more finely is a point


@dataclass(frozen=True, slots=True)
class Settled:
    """A rounded amount, the place of its last digit, and the qualifier that makes it true."""

    amount: Fraction
    step: Fraction
    qualifier: _Kind
    digits: int


def settled(value: Fraction, interval: Interval, unit: str, *, most: int = _MOST) -> Settled | None:
    """`value` with the most digits that hold, zeros at the end dropped; None if not even one.

    A plain number is preferred while it keeps two digits or all that *about* would keep.
    What counts, like what takes no scale word, decides what a plain number would be taken for.
    """
    if interval.is_point and _fits(value, most):
        return _trimmed(value, Fraction(1) if unit in COUNTED else last_place(value), "exact")
    plain = _finest(value, interval, most, "exact", unit)
    if plain is not None and plain.digits >= 2:
        return plain
    about = _finest(value, interval, most, "about", unit)
    if plain is None or (about is not None and about.digits > plain.digits):
        return about
    return plain


def _finest(
    value: Fraction, interval: Interval, most: int, qualifier: _Kind, unit: str
) -> Settled | None:
    for digits in range(most if value else 0, 0, -1):
        step = place_of(value) / 10 ** (digits - 1)
        amount = round_half_up(value, step)
        if unit in COUNTED and step < 1:
            continue
        if amount and _holds(interval, _trimmed(amount, step, qualifier), unit):
            return _trimmed(amount, step, qualifier)
    return None


def _holds(interval: Interval, rounded: Settled, unit: str) -> bool:
    """Whether the interval lies in the one that the rounded amount is read as."""
    if interval.lo is None or interval.hi is None:
        return False
    amount = rounded.amount
    if rounded.qualifier == "about":
        small = min(rounded.step, abs(amount) / 10)
        return amount - small <= interval.lo and interval.hi <= amount + small
    # The zeros of 180万 are read as digits, and a plain 180 of things as an exact count.
    last = min(rounded.step, chinese_scale(amount, unit))
    if unit in COUNTED and last <= 1:
        return False
    low, high = amount - last / 2, amount + last / 2
    return low <= interval.lo and (
        interval.hi < high or (interval.hi == high and not interval.hi_closed)
    )


def _trimmed(amount: Fraction, step: Fraction, qualifier: _Kind) -> Settled:
    """Without the zeros at its end, which would claim a digit or are only places."""
    while amount and (amount / (step * 10)).denominator == 1:
        step *= 10
    digits = len(str(abs(amount / step).numerator)) if amount else 1
    return Settled(amount, step, qualifier, digits)


def _fits(value: Fraction, most: int) -> bool:
    """Whether a value ends within `most` digits."""
    last = last_place(value)
    return last != 0 and len(str(abs(value / last).numerator)) <= most
