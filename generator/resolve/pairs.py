"""How two statements on one subject and measure stand to one another (quantities §4)."""

from __future__ import annotations

from typing import Literal

from generator.language import relation
from generator.model import MeasureKind, Period, Statement
from generator.resolve.times import first_possible, last_possible, moment, other_start, other_time

Kind = Literal[
    "unlike", "scope", "modality", "series", "same", "consistent", "loose", "inconsistent"
]
CONTRADICTIONS: frozenset[Kind] = frozenset({"unlike", "inconsistent"})
SUPPORT: frozenset[Kind] = frozenset({"same", "consistent", "loose"})


def classify(a: Statement, b: Statement, kind: MeasureKind) -> Kind | None:
    """The class of a pair; ``None`` when a value and a bare event cannot be compared."""
    first, second = (a, b) if by_moment(a) <= by_moment(b) else (b, a)
    return classify_in_order(first, second, kind)


def classify_in_order(a: Statement, b: Statement, kind: MeasureKind) -> Kind | None:
    """The class of a pair whose first is not the later one."""
    if other_scope(a, b, kind):
        return "scope"
    if a.modality != b.modality:
        return "modality"
    if a.quantity is None or b.quantity is None:
        return _events(a, b) if a.quantity is b.quantity else None
    return relation(
        a.quantity,
        b.quantity,
        later=other_time(a, b, kind),
        cumulative=kind == "cumulative" and a.modality == "actual",
    )


def other_scope(a: Statement, b: Statement, kind: MeasureKind) -> bool:
    """Whether two statements count differently: another 口径, or totals from another start."""
    return a.scope != b.scope or other_start(a, b, kind)


def by_moment(statement: Statement) -> tuple[str, str]:
    """The order in which statements stand on a line, ties by id."""
    return moment(statement) or "", statement.id


def _events(a: Statement, b: Statement) -> Kind:
    """Two accounts of one event: the same date, one finer than the other, or two dates."""
    if a.period is None or b.period is None or a.period == b.period:
        return "same" if a.period == b.period else "consistent"
    return "consistent" if _may_be_one(a.period, b.period) else "inconsistent"


def _may_be_one(a: Period, b: Period) -> bool:
    return _starts_in_time(a, b) and _starts_in_time(b, a)


def _starts_in_time(a: Period, b: Period) -> bool:
    """Whether `a` may start before `b` is over."""
    return a.start is None or b.end is None or first_possible(a.start) <= last_possible(b.end)
