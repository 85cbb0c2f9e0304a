"""Facts computed from facts: units, intervals and lineage carried, unlike things refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import reduce
from typing import TYPE_CHECKING

from generator.language import combine, convert, read_printed
from generator.model import Fact, Period, Quantity, error
from generator.resolve.absent import absent_base
from generator.resolve.comparable import Rule, unlike_bases
from generator.resolve.edition import Edition
from generator.resolve.outcomes import LOCALE, CannotDerive, Outcome, as_computed, as_converted
from generator.resolve.reasons import computed
from generator.resolve.resolved import ResolvedFact

if TYPE_CHECKING:
    from generator.store import FactStore


def derive(
    fact: Fact, bases: Sequence[ResolvedFact], edition: Edition, store: FactStore
) -> ResolvedFact:
    """Compute a derived fact from its bases, in the order of `of`.

    What cannot be computed comes back as a missing fact with the reason.
    """
    for base in bases:
        if not base.available or base.outlived:
            return absent_base(fact, base)
    try:
        _check(fact, bases, store)
        quantity = _computed(fact, bases, edition)
    except CannotDerive as wrong:
        problem = error(fact.place, f"“{fact.key}” cannot be computed: {wrong}.", wrong.advice)
        return ResolvedFact(fact, missing=problem)
    return ResolvedFact(
        replace(fact, modality=bases[0].fact.modality),
        quantity=quantity,
        period=_period(fact, bases, edition),
        as_of=_as_of(fact, bases),
        why=tuple(computed(fact)),
        lineage=tuple(dict.fromkeys(id for base in bases for id in base.lineage)),
        expired=any(base.expired for base in bases),
        bases=tuple(bases),
    )


def _check(fact: Fact, bases: Sequence[ResolvedFact], store: FactStore) -> None:
    least, most = _COUNTS.get(fact.derive, (0, 0))
    if not least <= len(bases) <= most:
        wanted = str(least) if least == most else f"at least {least}"
        raise CannotDerive(
            f"{fact.derive} is over {wanted} facts, and “of” names {len(bases)}",
            "Correct “of”; a difference, growth or share is over two, such as [x, x.previous].",
        )
    rule = _RULES.get(fact.derive)
    if rule is not None and (reason := unlike_bases(rule, bases, store)):
        raise CannotDerive(reason, "Compute only with facts of one kind, or leave it out.")


def _computed(fact: Fact, bases: Sequence[ResolvedFact], edition: Edition) -> Quantity:
    if fact.derive == "years_since":
        return _years_since(bases[0], edition)
    if fact.derive == "convert":
        return _converted(_quantity(bases[0]), fact)
    try:
        outcome = _FORMULAS[fact.derive](_in_one_unit(bases, fact))
    except ValueError as impossible:
        raise CannotDerive(str(impossible), "Leave it out where it cannot be computed.") from None
    return as_computed(outcome, _quantity(bases[0]), fact.digits)


def _difference(quantities: Sequence[Quantity]) -> Outcome:
    after, before = quantities
    interval = combine("-", after.interval, before.interval)
    return Outcome(after.value - before.value, interval, "pp" if after.unit == "%" else after.unit)


def _growth(quantities: Sequence[Quantity]) -> Outcome:
    after, before = quantities
    interval = combine("growth%", before.interval, after.interval)
    return Outcome((after.value / before.value - 1) * 100, interval, "%")


def _share(quantities: Sequence[Quantity]) -> Outcome:
    part, whole = quantities
    interval = combine("share%", part.interval, whole.interval)
    return Outcome(part.value / whole.value * 100, interval, "%")


def _sum(quantities: Sequence[Quantity]) -> Outcome:
    interval = reduce(lambda a, b: combine("+", a, b), (one.interval for one in quantities))
    value = sum((one.value for one in quantities), Fraction(0))
    return Outcome(value, interval, quantities[0].unit)


def _converted(quantity: Quantity, fact: Fact) -> Quantity:
    converted = convert(quantity, fact.unit)
    if converted is None:
        reason = f"{quantity.unit} cannot become {fact.unit or 'a unit that is not named'}"
        raise CannotDerive(reason, "Name a unit of the same kind in “unit:”.")
    outcome = Outcome(converted.value, converted.interval, fact.unit)
    return as_converted(outcome, quantity, fact.digits)


def _years_since(event: ResolvedFact, edition: Edition) -> Quantity:
    start = event.period.start if event.period else None
    if start is None or "~" in start:
        raise CannotDerive(f"“{event.key}” has no certain date", "Name an event with a date.")
    years = edition.year - int(start[:4])
    if years < 0:
        raise CannotDerive(f"“{event.key}” is later than the edition", "Build a later edition.")
    return read_printed(f"{years}年", "year", LOCALE)


def _in_one_unit(bases: Sequence[ResolvedFact], fact: Fact) -> list[Quantity]:
    """The bases' quantities in the unit that the fact asks for, or else in that of the first.

    Shares are taken in per cent, because their differences are in percentage points.
    """
    first = _quantity(bases[0])
    wanted = "%" if fact.derive == "difference" and convert(first, "%") else fact.unit
    unit = wanted if convert(first, wanted) else first.unit
    return [_converted_base(base, unit, first.unit) for base in bases]


def _converted_base(base: ResolvedFact, unit: str, first: str) -> Quantity:
    quantity = convert(_quantity(base), unit)
    if quantity is None:
        reason = f"“{base.key}” is in {_quantity(base).unit}, and the first fact in {first}"
        raise CannotDerive(reason, "Combine only what has one unit.")
    return quantity


def _quantity(base: ResolvedFact) -> Quantity:
    if base.quantity is None:
        raise CannotDerive(f"“{base.key}” is an event without a value", "Name facts with values.")
    return base.quantity


def _period(fact: Fact, bases: Sequence[ResolvedFact], edition: Edition) -> Period | None:
    if fact.derive == "years_since" and bases[0].period and bases[0].period.start:
        return Period("span", bases[0].period.start[:4], str(edition.year))
    if fact.derive in ("difference", "growth"):
        ends = sorted(filter(None, map(_moment, bases)))
        return Period("span", ends[0], ends[1]) if len(ends) == len(bases) else None
    return bases[0].period


def _moment(base: ResolvedFact) -> str | None:
    return (base.period and base.period.end) or base.as_of


def _as_of(fact: Fact, bases: Sequence[ResolvedFact]) -> str | None:
    """The as-of of the newest base; a count of years has none, it follows the edition."""
    if fact.derive == "years_since":
        return None
    return max((base.as_of for base in bases if base.as_of), default=None)


_FORMULAS: dict[str, Callable[[Sequence[Quantity]], Outcome]] = {
    "difference": _difference,
    "growth": _growth,
    "share": _share,
    "sum": _sum,
}
_COUNTS = {
    "difference": (2, 2), "growth": (2, 2), "share": (2, 2), "sum": (2, 1000), "convert": (1, 1),
    "years_since": (1, 1),
}  # fmt: skip
_RULES: dict[str, Rule] = {
    "difference": "change", "growth": "change", "share": "share", "sum": "sum",
}  # fmt: skip
