"""Figures from figures: interval arithmetic that keeps exactly what is known.

Quantities specification, section 4, *Derived*.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from generator.language.numbers.units import UNITS, convert
from generator.model import Interval, Quantity

Operation = Literal["+", "-", "*", "/", "growth%", "share%"]

_LIKE = ("+", "-", "growth%", "share%")  # what needs one unit on both sides


@dataclass(frozen=True, slots=True)
class Derived:
    """The outcome of a formula: the value, the interval it lies in, its unit.

    `scale` is the scale word that a sum or difference shares with what it was made of.
    """

    value: Fraction
    interval: Interval
    unit: str
    scale: Fraction | None = None


def derive(operation: Operation, a: Quantity, b: Quantity) -> Derived | None:
    """`a` and `b` combined in the unit of `a`; None when their units do not go together.

    For ``growth%`` `a` is the earlier. Share plus or minus share is in percentage points.
    Raises ValueError when a divisor may be zero.
    """
    other = convert(b, a.unit) if operation in _LIKE else b
    if other is None:
        return None
    value = combine(operation, Interval.point(a.value), Interval.point(other.value)).lo
    if value is None:
        return None
    interval = combine(operation, a.interval, other.interval)
    scale = a.scale if operation in ("+", "-") and a.number is not None else None
    return Derived(value, interval, _unit(operation, a.unit, b.unit), scale)


def combine(operation: Operation, a: Interval, b: Interval) -> Interval:
    """All that ``a operation b`` may be, `a` and `b` independent of each other.

    An end is closed only if both ends it comes from are; an open end stays open. ``growth%`` is
    from `a` to `b`, ``share%`` is `a` of `b`. Raises ValueError when the divisor may be zero or
    the sign of a factor is not known.
    """
    return _COMBINE[operation](a, b)


def share_of_parts(part: Interval, rest: Interval) -> Interval:
    """`part` as a percentage of itself and the rest: narrower than dividing by their sum."""
    ratio = combine("/", rest, part)
    whole = combine("+", Interval.point(1), ratio)
    return combine("/", Interval.point(100), whole)


def _unit(operation: Operation, a: str, b: str) -> str:
    if operation in ("growth%", "share%"):
        return "%"
    if operation in ("+", "-"):
        return "pp" if UNITS[a].dimension == "share" and a != "1" else a
    if operation == "*":
        return a if b in ("1", "times") else f"{a}*{b}"
    return "1" if a == b else f"{a}/{b}"


def _sum(a: Interval, b: Interval) -> Interval:
    lo = None if a.lo is None or b.lo is None else a.lo + b.lo
    hi = None if a.hi is None or b.hi is None else a.hi + b.hi
    return Interval(lo, hi, a.lo_closed and b.lo_closed, a.hi_closed and b.hi_closed)


def _difference(a: Interval, b: Interval) -> Interval:
    return _sum(a, _negative(b))


def _negative(a: Interval) -> Interval:
    lo = None if a.hi is None else -a.hi
    hi = None if a.lo is None else -a.lo
    return Interval(lo, hi, a.hi_closed, a.lo_closed)


def _product(a: Interval, b: Interval) -> Interval:
    """`b` must not be negative; a negative end of `a` is farthest with the larger of `b`."""
    if b.lo is None or b.lo < 0:
        raise ValueError("a factor may be negative")
    low_falls = a.lo is None or a.lo < 0
    high_falls = a.hi is not None and a.hi < 0
    lo, lo_closed = _times(a.lo, a.lo_closed, b, upper=low_falls)
    hi, hi_closed = _times(a.hi, a.hi_closed, b, upper=not high_falls)
    return Interval(lo, hi, lo_closed, hi_closed)


def _times(
    end: Fraction | None, closed: bool, b: Interval, *, upper: bool
) -> tuple[Fraction | None, bool]:
    """One end of a product, and whether it is reached."""
    other, other_closed = (b.hi, b.hi_closed) if upper else (b.lo, b.lo_closed)
    if end == 0:
        return end, closed or (other == 0 and other_closed)
    if other == 0:
        return other, other_closed
    if end is None or other is None:
        return None, False
    return end * other, closed and other_closed


def _ratio(a: Interval, b: Interval) -> Interval:
    """`b` must be positive; without an upper end it makes the ratio as small as you like."""
    if b.lo is None or b.lo < 0 or b.has(0):
        raise ValueError("the divisor may be zero or negative")
    inverse_lo = Fraction(0) if b.hi is None else 1 / b.hi
    inverse_hi = None if b.lo == 0 else 1 / b.lo
    closed = b.hi_closed and b.hi is not None, b.lo_closed and b.lo != 0
    return _product(a, Interval(inverse_lo, inverse_hi, *closed))


def _growth(a: Interval, b: Interval) -> Interval:
    return _sum(_ratio(b, a), Interval.point(-1)).scaled(100)


def _share(a: Interval, b: Interval) -> Interval:
    return _ratio(a, b).scaled(100)


_COMBINE: Mapping[str, Callable[[Interval, Interval], Interval]] = {
    "+": _sum,
    "-": _difference,
    "*": _product,
    "/": _ratio,
    "growth%": _growth,
    "share%": _share,
}
