"""The words of a schedule: jobs, when they run, which day their edition speaks for, channels."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Literal, get_args

from generator.model import Place

AsOf = Literal[
    "run day", "end of last month", "end of last quarter", "end of last year", "event day", "pack"
]
AS_OF_RULES: tuple[AsOf, ...] = get_args(AsOf)


@dataclass(frozen=True, slots=True)
class Cron:
    """Five fields of a crontab: ``0 7 1 * *``."""

    expression: str

    def __str__(self) -> str:
        return f"cron {self.expression}"


@dataclass(frozen=True, slots=True)
class Anniversary:
    """Each year on a day; the year after `since` is the first."""

    month: int
    day: int
    since: int

    def __str__(self) -> str:
        return f"each year on {self.month:02}-{self.day:02}"


@dataclass(frozen=True, slots=True)
class Before:
    """Some days before each of the known days of an event; `event` is how its user named it."""

    event: str
    event_days: tuple[date, ...]
    days: int

    def __str__(self) -> str:
        return f"{self.days} days before {self.event}"


@dataclass(frozen=True, slots=True)
class OnChange:
    """When facts have changed, looked for every so many minutes."""

    minutes: int

    def __str__(self) -> str:
        return f"when facts change (looked for every {self.minutes} min)"


When = Cron | Anniversary | Before | OnChange


@dataclass(frozen=True, slots=True)
class Job:
    """What is made, when, for which day, and who is told. No audiences means all of the pack."""

    name: str
    when: When
    zone: tzinfo
    at: time
    audiences: tuple[str, ...] = ()
    as_of: AsOf = "run day"
    tell: tuple[str, ...] = ()
    place: Place = field(default=Place(""), compare=False)

    @property
    def rule(self) -> str:
        """When it runs, in words; another rule starts another history."""
        if isinstance(self.when, Cron):
            return f"{self.when}, {self.zone}"
        if isinstance(self.when, OnChange):
            return str(self.when)
        return f"{self.when} at {self.at:%H:%M}, {self.zone}"

    @property
    def what(self) -> str:
        return ", ".join(self.audiences) or "all"

    def edition_day(self, planned: datetime) -> date | None:
        """The as-of day of the edition that a run makes; ``None`` is the day of the pack itself.

        It follows from the planned time, so that a run made up later makes the same edition.
        """
        day = planned.astimezone(self.zone).date()
        if self.as_of == "pack":
            return None
        if self.as_of == "event day" and isinstance(self.when, Before):
            return day + timedelta(self.when.days)
        return _last_before(day, self.as_of)

    def count(self, planned: datetime) -> int | None:
        """Which anniversary it is; ``None`` for a job that is none."""
        if not isinstance(self.when, Anniversary):
            return None
        return planned.astimezone(self.zone).year - self.when.since


def _last_before(day: date, rule: AsOf) -> date:
    """The last day of the month, quarter or year before that of `day`, or the day itself."""
    firsts = {
        "end of last month": day.month,
        "end of last quarter": day.month - (day.month - 1) % 3,
        "end of last year": 1,
    }
    if rule not in firsts:
        return day
    return date(day.year, firsts[rule], 1) - timedelta(1)


@dataclass(frozen=True, slots=True)
class Channel:
    """Whom notices go to: the environment variable that holds the address, never the address."""

    name: str
    variable: str
    place: Place = field(default=Place(""), compare=False)


@dataclass(frozen=True, slots=True)
class Schedule:
    """All jobs and channels by name."""

    jobs: dict[str, Job] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
