"""Rounding to a step, exactly and once: ties up, or ties to even."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import floor

CHINESE_SCALES = tuple(Fraction(10) ** power for power in (12, 8, 4, 0))  # 万亿, 亿, 万, none

UNSCALED = frozenset({"%", "permille", "pp", "degC"})  # what is never said with a scale word

_DIGITS = 24  # what has more is not written in decimals


def round_half_up(value: Fraction | Decimal | int, step: Fraction | Decimal | int) -> Fraction:
    """The multiple of `step` nearest to `value`; a tie goes away from zero (newspapers)."""
    steps = Fraction(value) / Fraction(step)
    nearest = floor(abs(steps) + Fraction(1, 2))
    return (nearest if steps >= 0 else -nearest) * Fraction(step)


def round_half_even(value: Fraction | Decimal | int, step: Fraction | Decimal | int) -> Fraction:
    """The multiple of `step` nearest to `value`; a tie goes to the even one (GB/T 8170)."""
    return round(Fraction(value) / Fraction(step)) * Fraction(step)


def round_down(value: Fraction, step: Fraction) -> Fraction:
    """The last multiple of `step` that is not above `value`."""
    return floor(value / step) * step


def round_up(value: Fraction, step: Fraction) -> Fraction:
    """The first multiple of `step` that is not below `value`."""
    return -floor(-value / step) * step


def chinese_scale(amount: Fraction, unit: str = "") -> Fraction:
    """The scale word in which Chinese says an amount: 万亿, 亿, 万 or none (never 万%)."""
    if unit in UNSCALED:
        return Fraction(1)
    return next((scale for scale in CHINESE_SCALES if abs(amount) >= scale), Fraction(1))


def place_of(value: Fraction) -> Fraction:
    """The place of the first digit of `value`: 1000 for 1184, 0.1 for 0.25. Not for zero."""
    size = abs(value)
    place = Fraction(10) ** (len(str(floor(size))) - 1)
    while size < place:
        place /= 10
    return place


def last_place(value: Fraction) -> Fraction:
    """The place of the last digit of a decimal (100 for 1200, 1/4 has 0.01); 0 if it has no end.

    Zero ends at 1.
    """
    if not value:
        return Fraction(1)
    step = place_of(value)
    for _ in range(_DIGITS):
        if (value / step).denominator == 1:
            return step
        step /= 10
    return Fraction(0)
