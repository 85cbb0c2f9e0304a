"""From a printed number and its qualifier to the interval in which the truth lies.

Every rule is a row of the interval table of the quantities specification (section 3).
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Literal

from generator.language.numbers.numerals import Number
from generator.language.numbers.units import COUNTED
from generator.model import Interval, Qualifier, Quantity

Remainder = Literal["", "inside", "scale", "unit"]

_BELOW_ZERO = frozenset({"degC"})
_TENTH = Fraction(1, 10)


def plain_figure(
    printed: str,
    number: Number,
    unit: str,
    factor: Fraction,
    qualifier: Qualifier,
    remainder: Remainder = "",
    notes: tuple[str, ...] = (),
) -> Quantity:
    """One printed number. `factor` is the worth of the printed unit word (成 is 10 %)."""
    digits = number.digits
    scale = factor * number.scale
    whole, _, decimals = digits.partition(".")
    bare = digits.replace(".", "").strip("-").lstrip("0")
    zeros = 0 if decimals else len(bare) - len(bare.rstrip("0"))
    last = scale / 10 ** len(decimals) if decimals else scale
    step = last * 10**zeros if zeros else last
    value = int(whole + decimals) * last
    if number.bare and qualifier == "exact":
        qualifier = "about"
    interval, wide, soft = _bounds(value, qualifier, unit, last, step)
    if qualifier == "odd":
        beyond = _remainder(
            remainder, scale, factor, last, step, bool(decimals) and not number.half
        )
        interval, soft = _towards(value, beyond), None
    elif qualifier == "exact" and zeros and len(whole) > 2:
        half = last * 10 ** min(zeros, len(whole) - 2) / 2
        wide = Interval(value - half, value + half, True, False)
    return Quantity(
        printed, value, interval, unit, qualifier,
        None if number.bare else Decimal(digits), scale, len(bare) - zeros,
        last, step, wide, soft, "", notes,
    )  # fmt: skip


def spanning_figure(
    printed: str,
    low: Fraction,
    high: Fraction,
    unit: str,
    qualifier: Qualifier,
    closed: tuple[bool, bool] = (True, True),
    notes: tuple[str, ...] = (),
) -> Quantity:
    """A range, an uncounted number (几十, dozens) or a ratio (1∶3); its value is the lower end.

    Raises ValueError when the range runs backwards.
    """
    if low > high:
        raise ValueError(f"the range runs backwards: {printed!r}")
    interval = Interval(low, high, *closed)
    return Quantity(printed, low, interval, unit, qualifier, None, digits=0, notes=notes)


def ratio_figure(
    printed: str, value: Fraction, qualifier: Qualifier, notes: tuple[str, ...] = ()
) -> Quantity:
    """A fraction in words, which is about: a tenth of itself either way."""
    step = value / 10
    if qualifier == "exact":
        qualifier = "about"
    if qualifier == "odd":
        interval = _towards(value, step)
    else:
        interval, _, _ = _bounds(value, qualifier, "1", step, step)
    return Quantity(
        printed, value, interval, "1", qualifier, None, Fraction(1), 1, step, step, notes=notes
    )


def _bounds(
    value: Fraction, qualifier: Qualifier, unit: str, last: Fraction, step: Fraction
) -> tuple[Interval, Interval | None, Interval | None]:
    """Interval, wide and soft interval, but for the remainders (多, 余)."""
    if qualifier == "exact":
        if last == 1 and unit in COUNTED:
            return Interval(value, value), None, None
        half = last / 2
        return Interval(value - half, value + half, True, False), None, None
    if qualifier == "near":
        return _short_of(value, _small(value, step)), None, None
    if qualifier == "about":
        small = _small(value, step)
        return Interval(value - small, value + small), None, None
    if qualifier in ("over", "at_least"):
        soft = Interval(value, value + step)
        return Interval(value, None, qualifier == "at_least", False), None, soft
    lowest = None if value <= 0 or unit in _BELOW_ZERO else Fraction(0)
    down = step if step < value else _small(value, step)
    interval = Interval(lowest, value, lowest is not None, qualifier == "at_most")
    return interval, None, Interval(value - down, value)


def _small(value: Fraction, step: Fraction) -> Fraction:
    """The last place that carries meaning, but a tenth of the value at most."""
    return min(step, abs(value) * _TENTH) if value else step


def _short_of(value: Fraction, small: Fraction) -> Interval:
    """Just under, seen from zero: nearly -30 lies above -30."""
    return Interval(value, value + small) if value < 0 else Interval(value - small, value)


def _towards(value: Fraction, beyond: Fraction) -> Interval:
    """What is left over, seen from zero: -30 and more lies below -30."""
    if value < 0:
        return Interval(value - beyond, value, False, False)
    return Interval(value, value + beyond, False, False)


def _remainder(
    place: Remainder,
    scale: Fraction,
    factor: Fraction,
    last: Fraction,
    step: Fraction,
    decimals: bool,
) -> Fraction:
    """How far a remainder may reach: by where 多 or 余 stands."""
    if place == "scale":
        return min(scale, last) if decimals else scale
    if place == "unit":
        return min(factor, last) if decimals else factor
    return step
