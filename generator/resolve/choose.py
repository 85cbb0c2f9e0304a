"""Which of several statements a fact prints, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from generator.model import Fact, Period, Source, SourceKind, Statement
from generator.resolve.times import (
    bounds,
    covers_years,
    first_possible,
    known_at,
    last_possible,
    moment,
    same_time,
    starts_alike,
    stretch,
)

if TYPE_CHECKING:
    from generator.store import FactStore

_RANKS = {"preferred": 0, "normal": 1, "deprecated": 2}
_AUTHORITY: dict[SourceKind, int] = {"official": 0, "press": 1, "narrative": 2}
_NEVER = date.min
_ENDLESS = Fraction(10**12)  # wider, relative to its value, than any figure with two ends


@dataclass(frozen=True, slots=True)
class Pick:
    """The chosen one of several statements, and the steps that decided, as sentences."""

    statement: Statement
    why: tuple[str, ...]


def fits(fact: Fact, statement: Statement) -> bool:
    """Whether a statement answers a fact: its modality, scope and rule for the period."""
    return (
        statement.modality == fact.modality
        and statement.scope == fact.scope
        and (fact.period is None or in_period(fact.period, statement))
    )


def in_period(rule: Period, statement: Statement) -> bool:
    """Whether a statement's period is the one a rule asks for.

    A rule without dates asks for any period of its kind (``year``: a whole calendar year),
    ``since`` with a start for totals from that start, another for exactly its own days.
    """
    period = statement.period
    if period is None:
        return False
    if rule.start is None and rule.end is None:
        return _is_year(period) if rule.kind == "year" else period.kind == rule.kind
    if rule.end is None:
        return period.kind in ("since", "span") and starts_alike(rule.start, period.start)
    if rule.start is None:
        return period.start is None and period.end is not None and same_time(rule.end, period.end)
    return bounds(rule) == stretch(statement)


def _is_year(period: Period) -> bool:
    days = bounds(period)
    return days is not None and covers_years(days) and days[0].year == days[1].year


def pick(statements: Sequence[Statement], store: FactStore) -> Pick:
    """Choose by rank, latest time, latest as-of, exactness, authority, then by id.

    `statements` is not empty. Each step keeps the best and passes them on, because "the same
    time" at the coarser precision (2025-12 and 2025-12-15) has no one order.
    """
    rest = list(statements)
    why: list[str] = []
    for keep, reason in _STEPS:
        if len(rest) == 1:
            return Pick(rest[0], tuple(why))
        best = keep(rest, store)
        if len(best) < len(rest):
            why.append(reason(best[0], len(rest)))
            rest = best
    if len(rest) > 1:
        why.append(f"The {len(rest)} left are alike; the first by id is taken.")
    return Pick(min(rest, key=lambda statement: statement.id), tuple(why))


def _best_ranked(statements: Sequence[Statement], _: FactStore) -> list[Statement]:
    return _least(statements, lambda one: _RANKS[one.rank])


def _latest(statements: Sequence[Statement], _: FactStore) -> list[Statement]:
    return _at_latest(statements, moment)


def _latest_known(statements: Sequence[Statement], _: FactStore) -> list[Statement]:
    return _at_latest(statements, known_at)


def _at_latest(
    statements: Sequence[Statement], when: Callable[[Statement], str | None]
) -> list[Statement]:
    dates = [found for one in statements if (found := when(one))]
    if not dates:
        return list(statements)
    newest = max(dates, key=lambda partial: (first_possible(partial), len(partial)))
    return [one for one in statements if (found := when(one)) and same_time(found, newest)]


def _most_exact(statements: Sequence[Statement], _: FactStore) -> list[Statement]:
    return _least(statements, inexactness)


def inexactness(statement: Statement) -> Fraction:
    """How much is left open: the width of the interval against its value, days for an event."""
    quantity = statement.quantity
    if quantity is None:
        return _days_open(statement.period)
    lo, hi = quantity.interval.lo, quantity.interval.hi
    if lo is None or hi is None:
        return _ENDLESS
    return (hi - lo) / abs(quantity.value) if quantity.value else hi - lo


def _days_open(period: Period | None) -> Fraction:
    if period is None or period.start is None:
        return _ENDLESS
    end = period.end or period.start
    return Fraction((last_possible(end) - first_possible(period.start)).days)


def _most_official(statements: Sequence[Statement], store: FactStore) -> list[Statement]:
    return _least(statements, lambda one: authority(one, store.sources.get(one.source)))


def authority(statement: Statement, source: Source | None) -> tuple[int, bool]:
    """Official before press before narrative, then a named speaker before none."""
    kind = len(_AUTHORITY) if source is None else _AUTHORITY[source.kind]
    return kind, not statement.said_by


def _least(
    statements: Iterable[Statement], key: Callable[[Statement], int | Fraction | tuple[int, bool]]
) -> list[Statement]:
    keyed = [(key(one), one) for one in statements]
    best = min(found for found, _ in keyed)
    return [one for found, one in keyed if found == best]


_STEPS: tuple[
    tuple[
        Callable[[Sequence[Statement], FactStore], list[Statement]],
        Callable[[Statement, int], str],
    ],
    ...,
] = (
    (_best_ranked, lambda one, of: f"Of {of}, the rank {one.rank} comes first."),
    (_latest, lambda one, of: f"Of {of}, the time {moment(one)} is the latest."),
    (_latest_known, lambda one, of: f"Of {of} for one time, the as-of {known_at(one)} is latest."),
    (_most_exact, lambda one, of: f"Of {of}, “{one.printed or one.period}” is the most exact."),
    (_most_official, lambda _, of: f"Of {of}, its source and speaker have the most authority."),
)
