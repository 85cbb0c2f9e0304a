"""What the journal says of each job, and from that what is to run next.

A job's runs are planned times. The last one that was begun is kept: what comes after it is still
to be run, and of several that were missed only the latest.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from generator.schedule.journal import Entry, Outcome
from generator.schedule.times import Timetable

# Pauses before another attempt; the last one stays.
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 360))
# A plan that lies further in the future was made by a clock that was wrong.
_WRONG_CLOCK = timedelta(days=1)
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
_OPEN: tuple[Outcome | None, ...] = (None, "failed", "abandoned")


@dataclass(frozen=True, slots=True)
class Past:
    """What is known of one job; `outcome` is ``None`` of a run that was begun and not ended."""

    rule: str = ""
    since: datetime | None = None
    planned: datetime | None = None
    attempt: int = 0
    outcome: Outcome | None = ""
    at: datetime | None = None
    inputs: str = ""
    editions: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()

    @property
    def counted_from(self) -> datetime:
        """The moment up to which its times are dealt with."""
        return max(moment for moment in (self.since, self.planned, _LONG_AGO) if moment)

    def with_entry(self, entry: Entry) -> Past:
        """The same after one more entry."""
        inputs = entry.inputs or self.inputs
        if entry.kind == "seen":
            return Past(entry.rule, entry.at, inputs=inputs, editions=self.editions)
        if entry.kind == "started":
            return replace(
                self, planned=entry.planned, attempt=entry.attempt, outcome=None, at=entry.at
            )
        if entry.kind == "ended":
            return replace(
                self, outcome=entry.outcome, at=entry.at, inputs=inputs,
                editions=entry.editions or self.editions, reasons=entry.reasons,
            )  # fmt: skip
        return self


@dataclass(frozen=True, slots=True)
class Run:
    """A run to come: the time it was planned for, when it may begin, which attempt it is."""

    planned: datetime
    at: datetime
    attempt: int = 1


def add_entries(known: dict[str, Past], entries: Iterable[Entry]) -> None:
    """Bring what is known of each job up to date."""
    for entry in entries:
        known[entry.job] = known.get(entry.job, Past()).with_entry(entry)


def is_new(past: Past | None, rule: str, now: datetime) -> bool:
    """Whether a job's times are to be counted from now: it, or its rule, was never met before.

    So are those of a job that ran in what is now the far future: the clock was wrong then, and the
    job would not run again for as long.
    """
    return past is None or past.rule != rule or past.counted_from > now + _WRONG_CLOCK


def next_run(past: Past, times: Timetable, now: datetime) -> Run | None:
    """The next run of a job that is not new; one that should have begun is due at once."""
    coming = times.after(past.counted_from)
    if coming is not None and coming <= now:
        return Run(times.latest(past.counted_from, now) or coming, coming)
    again = _again(past)
    if again is not None and (coming is None or again.at < coming):
        return again
    return None if coming is None else Run(coming, coming)


def _again(past: Past) -> Run | None:
    """Another attempt at the last run, when it came to no end or to a bad one."""
    if past.outcome not in _OPEN or past.planned is None or past.at is None:
        return None
    if past.outcome == "abandoned":
        return Run(past.planned, past.at, past.attempt)
    pause = PAUSES[min(past.attempt, len(PAUSES)) - 1]
    return Run(past.planned, past.at + pause, past.attempt + 1)
