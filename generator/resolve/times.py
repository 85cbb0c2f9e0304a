"""Comparing dates and stretches of time at the precision in which they were printed."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from generator.model import MeasureKind, Period, Statement, first_day, last_day

_SIMILAR = 0.1  # February and March are one length, a ten-month part and a year are not


def same_time(a: str, b: str) -> bool:
    """Whether two partial dates agree at the coarser precision: ``2025-12``, ``2025-12-15``."""
    return a.startswith(b) or b.startswith(a)


def certain(end: str | None) -> bool:
    """Whether an end of a period is given and not a guess between bounds (``1996~2004``)."""
    return end is not None and "~" not in end


# The same few dozen dates are asked thousands of times in one edition.
@lru_cache(maxsize=4096)
def first_possible(end: str) -> date:
    return first_day(end.split("~")[0])


@lru_cache(maxsize=4096)
def last_possible(end: str) -> date:
    return last_day(end.split("~")[-1])


def known_at(statement: Statement) -> str | None:
    """The day for which a statement speaks: its as-of date, or when it was published."""
    return statement.as_of or statement.published


def moment(statement: Statement) -> str | None:
    """Where a statement stands on its line: the end of its period, or its as-of date."""
    period = statement.period
    if period is not None and period.end is not None:
        return period.end.split("~")[-1]
    return known_at(statement)


def stretch(statement: Statement) -> tuple[date, date] | None:
    """First and last day of a statement's period; a period without end ends at its as-of."""
    period = statement.period
    if period is None or period.start is None:
        return None
    end = period.end or known_at(statement)
    return None if end is None else (first_possible(period.start), last_possible(end))


def bounds(period: Period) -> tuple[date, date] | None:
    """First and last day of a closed period, ``None`` for an open one."""
    if period.start is None or period.end is None:
        return None
    return first_possible(period.start), last_possible(period.end)


def covers_years(days: tuple[date, date]) -> bool:
    """Whether a stretch is one or more whole calendar years."""
    first, last = days
    return (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)


def other_start(a: Statement, b: Statement, kind: MeasureKind) -> bool:
    """Whether two totals run from different, certain starts, and so have different scopes."""
    if a.period is b.period:
        return False
    ours, theirs = _start_of_total(a, kind), _start_of_total(b, kind)
    return ours is not None and theirs is not None and not same_time(ours, theirs)


def _start_of_total(statement: Statement, kind: MeasureKind) -> str | None:
    period = statement.period
    if period is None:
        return None
    counts = period.kind == "since" or (period.kind == "span" and kind == "cumulative")
    return period.start if counts and certain(period.start) else None


def starts_alike(a: str | None, b: str | None) -> bool:
    """Whether two starts may be one; an uncertain one may be any year between its bounds."""
    if a is None or b is None:
        return False
    if certain(a) and certain(b):
        return same_time(a, b)
    return first_possible(a) <= last_possible(b) and first_possible(b) <= last_possible(a)


def other_time(a: Statement, b: Statement, kind: MeasureKind) -> bool:
    """Whether two statements speak of different times: other period for flows, else other as-of.

    A later forecast replaces an earlier one of the same period, so its as-of counts too.
    """
    if a.modality != "actual" and _differ(known_at(a), known_at(b)):
        return True
    if kind in ("flow", "ratio") and not (_runs_on(a) and _runs_on(b)):
        ours, theirs = stretch(a), stretch(b)
        if ours is not None and theirs is not None:
            return ours != theirs
    return _differ(moment(a), moment(b))


def _runs_on(statement: Statement) -> bool:
    return statement.period is not None and statement.period.end is None


def _differ(a: str | None, b: str | None) -> bool:
    return a is not None and b is not None and not same_time(a, b)


def same_length(a: Statement, b: Statement, kind: MeasureKind) -> bool:
    """Whether two statements count over stretches of one length; levels and totals always do."""
    if kind not in ("flow", "ratio"):
        return True
    ours, theirs = stretch(a), stretch(b)
    if ours is None or theirs is None:
        return ours is theirs
    if _runs_on(a) or _runs_on(b):
        return _runs_on(a) and _runs_on(b)
    long, short = sorted((_days(ours), _days(theirs)), reverse=True)
    return long - short <= _SIMILAR * long


def _days(stretch: tuple[date, date]) -> int:
    return (stretch[1] - stretch[0]).days + 1


def months_after(day: date, months: int) -> date:
    """The last day of the month that lies `months` after the month of `day`."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, calendar.monthrange(year, month + 1)[1])


def by_time(statements: Iterable[Statement]) -> list[list[Statement]]:
    """Statements gathered by the time they speak of, oldest first; undated ones come first."""
    gathered: list[list[Statement]] = []
    for statement in sorted(statements, key=lambda one: (moment(one) or "", one.id)):
        if gathered and not earlier(gathered[-1][-1], statement):
            gathered[-1].append(statement)
        else:
            gathered.append([statement])
    return gathered


def earlier(a: Statement, b: Statement) -> bool:
    """Whether one statement surely speaks of an earlier time than another."""
    ours, theirs = moment(a) or "", moment(b) or ""
    return ours < theirs and not (ours and same_time(ours, theirs))
