"""Comparing figures: what a document prints against a fact, and two statements with each other.

Quantities specification, section 4.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from generator.language.comparing.rounding import round_half_even, round_half_up
from generator.language.numbers.units import convert
from generator.model import Interval, Quantity

Verdict = Literal[
    "same", "coarser", "understated", "loose", "excess", "unproven", "wrong", "unlike"
]
Relation = Literal[
    "same", "consistent", "loose", "series", "scope", "modality", "unlike", "inconsistent"
]


def verdict(printed: Quantity, fact: Quantity) -> Verdict:
    """What a printed figure claims, against what is known: the first rule that fits.

    ``same`` and ``coarser`` are fine, ``understated`` and ``loose`` deserve a notice; ``excess``
    is sharper than the fact, ``unproven`` may be false, ``wrong`` is.
    """
    converted = convert(printed, fact.unit)
    if converted is None:
        return "unlike"
    if _is_same(converted, fact):
        return "same"
    said, known = converted.interval, fact.interval
    if _inside(known, said):
        return "understated" if _understates(converted, known) else "coarser"
    if _rounds_to(fact, converted):
        return "coarser"
    if _inside(said, known):
        return "excess"
    if converted.wide is not None and _inside(known, converted.wide):
        return "loose"
    return "unproven" if said.meets(known) else "wrong"


def relation(
    a: Quantity,
    b: Quantity,
    *,
    scope: bool = False,
    modality: bool = False,
    later: bool = False,
    cumulative: bool = False,
) -> Relation:
    """How two statements on one subject, measure and dimensions stand to each other.

    The flags say that they differ in scope or modality, that `b` is of a later period or as-of
    date, and that the measure is a running total, which may not fall.
    """
    converted = convert(b, a.unit)
    if converted is None:
        return "unlike"
    if scope:
        return "scope"
    if modality:
        return "modality"
    if later:
        return "inconsistent" if cumulative and _falls(a, converted) else "series"
    if _claim(a) == _claim(converted):
        return "same"
    if a.interval.meets(converted.interval):
        return "consistent"
    wide, other = a.wide or a.interval, converted.wide or converted.interval
    return "loose" if wide.meets(other) else "inconsistent"


def _is_same(printed: Quantity, fact: Quantity) -> bool:
    if printed.value != fact.value or printed.qualifier != fact.qualifier:
        return False
    exact = printed.qualifier == "exact"
    return printed.interval == fact.interval or (exact and printed.digits <= fact.digits)


def _understates(printed: Quantity, known: Interval) -> bool:
    """True, and misleading: beyond what a writer would still call over (or under) that number."""
    open_ended = printed.qualifier in ("over", "at_least", "under", "at_most")
    return open_ended and printed.soft is not None and not known.meets(printed.soft)


def _inside(a: Interval, b: Interval) -> bool:
    """Whether `a` lies in `b`; only a point minds whether the ends of `b` are open."""
    if a.is_point and a.lo is not None:
        return b.has(a.lo)
    low = b.lo is None or (a.lo is not None and a.lo >= b.lo)
    high = b.hi is None or (a.hi is not None and a.hi <= b.hi)
    return low and high


def _rounds_to(fact: Quantity, printed: Quantity) -> bool:
    """Both exact, the fact finer, and its value rounds to the printed one (ties either way)."""
    if not printed.qualifier == fact.qualifier == "exact" or fact.last >= printed.last:
        return False
    step = printed.last
    roundings = (round_half_up(fact.value, step), round_half_even(fact.value, step))
    return printed.value in roundings


def _claim(quantity: Quantity) -> tuple[Fraction, str, Interval]:
    return quantity.value, quantity.qualifier, quantity.interval


def _falls(earlier: Quantity, later: Quantity) -> bool:
    """Whether the later value lies provably below the earlier one."""
    high, low = later.interval.hi, earlier.interval.lo
    if high is None or low is None or earlier.interval.meets(later.interval):
        return False
    return high <= low
