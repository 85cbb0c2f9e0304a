"""A figure as it was printed, and the interval in which the truth lies."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Literal

Qualifier = Literal[
    "exact", "near", "about", "odd", "over", "at_least", "under", "at_most", "range", "several"
]
Modality = Literal["actual", "forecast", "plan", "target", "proposal"]

_INTERVAL = re.compile(r"([\[(])\s*([^,\s]+)\s*,\s*([^,\s]+)\s*([\])])")


@dataclass(frozen=True, slots=True)
class Interval:
    """A set of numbers between two ends, each open or closed; ``None`` is an end at infinity.

    Written ``[508500000,509500000)``, ``(390,400)``, ``(60000000000,inf)``.
    """

    lo: Fraction | None
    hi: Fraction | None
    lo_closed: bool = True
    hi_closed: bool = True

    @classmethod
    def point(cls, value: Fraction | Decimal | int) -> Interval:
        """The interval of exactly one number."""
        exact = Fraction(value)
        return cls(exact, exact)

    @classmethod
    def parse(cls, text: str) -> Interval:
        """Read the written form. Raises ValueError for anything else."""
        match = _INTERVAL.fullmatch(text.strip())
        if match is None:
            raise ValueError(f"not an interval: {text!r}")
        opening, low, high, closing = match.groups()
        try:
            lo = None if low == "-inf" else Fraction(low)
            hi = None if high == "inf" else Fraction(high)
        except ValueError as cause:
            raise ValueError(f"not an interval: {text!r}") from cause
        return cls(lo, hi, opening == "[", closing == "]")

    @property
    def is_point(self) -> bool:
        return self.lo is not None and self.lo == self.hi

    def has(self, value: Fraction | Decimal | int) -> bool:
        """Whether one number lies inside, open ends respected."""
        return self.meets(Interval.point(value))

    def meets(self, other: Interval) -> bool:
        """Whether the two share a number, open ends respected."""
        return _reaches(self, other) and _reaches(other, self)

    def within(self, other: Interval) -> bool:
        """Whether this lies wholly inside `other`, open ends respected."""
        return _not_below(self, other) and _not_above(self, other)

    def scaled(self, factor: Fraction | int) -> Interval:
        """The interval in another unit; `factor` is positive."""
        lo = None if self.lo is None else self.lo * factor
        hi = None if self.hi is None else self.hi * factor
        return Interval(lo, hi, self.lo_closed, self.hi_closed)

    def __str__(self) -> str:
        low = "-inf" if self.lo is None else decimal_text(self.lo)
        high = "inf" if self.hi is None else decimal_text(self.hi)
        opening = "[" if self.lo_closed and self.lo is not None else "("
        closing = "]" if self.hi_closed and self.hi is not None else ")"
        return f"{opening}{low},{high}{closing}"


def _reaches(a: Interval, b: Interval) -> bool:
    """Whether `a` ends at or after the start of `b`."""
    if a.hi is None or b.lo is None:
        return True
    return a.hi > b.lo or (a.hi == b.lo and a.hi_closed and b.lo_closed)


def _not_below(a: Interval, b: Interval) -> bool:
    if b.lo is None:
        return True
    return a.lo is not None and (a.lo > b.lo or (a.lo == b.lo and (b.lo_closed or not a.lo_closed)))


def _not_above(a: Interval, b: Interval) -> bool:
    if b.hi is None:
        return True
    return a.hi is not None and (a.hi < b.hi or (a.hi == b.hi and (b.hi_closed or not a.hi_closed)))


def decimal_text(value: Fraction | Decimal | int) -> str:
    """Plain decimal digits (``509000000``, ``0.25``), or ``1/3`` where they do not end."""
    exact = Fraction(value)
    if exact.denominator == 1:
        return str(exact.numerator)
    rest = exact.denominator
    twos = fives = 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return f"{exact.numerator}/{exact.denominator}"
    places = max(twos, fives)
    digits = str(abs(exact.numerator) * 10**places // exact.denominator).rjust(places + 1, "0")
    sign = "-" if exact < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}"


@dataclass(frozen=True, slots=True)
class Quantity:
    """One figure: what was printed, the value it names and how much of it is known.

    `value` and the bounds are in units without scale words (``5.09亿元`` is 509000000 ``CNY``);
    `number` keeps the digits as printed before the scale (``5.10`` keeps its zero), ``None`` where
    no digit was printed. `last` and `step` are the places of the last printed and of the last
    non-zero digit. `wide` is the looser reading of a round integer, `soft` the part of an open
    interval that a writer would still call by this figure (quantities: interval table).
    """

    printed: str
    value: Fraction
    interval: Interval
    unit: str
    qualifier: Qualifier = "exact"
    number: Decimal | None = None
    scale: Fraction = Fraction(1)
    digits: int = 0
    last: Fraction = Fraction(0)
    step: Fraction = Fraction(0)
    wide: Interval | None = None
    soft: Interval | None = None
    counted: str = ""
    notes: tuple[str, ...] = field(default=())
