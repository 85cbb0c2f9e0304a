"""The times at which a job runs. APScheduler's triggers compute them; all moments are in UTC."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Protocol

from generator.schedule.crontab import cron_triggers, follows_the_clock
from generator.schedule.jobs import Anniversary, Before, Cron, Job
from generator.schedule.walls import every_hour, once_a_day

_TICK = timedelta(microseconds=1)
_START = datetime(2000, 1, 1, tzinfo=UTC)

After = Callable[[datetime], datetime | None]


class Trigger(Protocol):
    """What APScheduler's triggers have in common."""

    def get_next_fire_time(
        self, previous_fire_time: datetime | None, now: datetime
    ) -> datetime | None: ...


class Timetable:
    """The times of one job, in order; `sources` each give the first time after a moment."""

    def __init__(self, sources: Iterable[After]) -> None:
        self._sources = tuple(sources)

    def after(self, moment: datetime) -> datetime | None:
        """The first time later than `moment`; ``None`` when there is none any more."""
        found = (source(moment) for source in self._sources)
        return min((time for time in found if time is not None), default=None)

    def latest(self, after: datetime, until: datetime) -> datetime | None:
        """The last time later than `after` and not later than `until`.

        It looks back in growing steps, so that years of missed minutes cost no more than one.
        """
        span = timedelta(minutes=1)
        while True:
            start = max(after, until - span)
            time = self.after(start)
            if time is not None and time <= until:
                break
            if start == after:
                return None
            span *= 4
        while (following := self.after(time)) is not None and following <= until:
            time = following
        return time


def timetable(job: Job) -> Timetable:
    """The times of a job. Raises ValueError with the reason for a bad crontab expression."""
    from apscheduler.triggers.interval import IntervalTrigger

    when = job.when
    if isinstance(when, Cron):
        way = every_hour if follows_the_clock(when.expression) else once_a_day
        walls = [partial(_at_or_after, trigger) for trigger in cron_triggers(when.expression)]
        return Timetable(partial(way, wall, job.zone) for wall in walls)
    if isinstance(when, Anniversary):
        return Timetable([partial(once_a_day, partial(_at_or_after, _yearly(job, when)), job.zone)])
    if isinstance(when, Before):
        return Timetable(partial(_later, trigger) for trigger in _before(job, when))
    looks = IntervalTrigger(minutes=when.minutes, start_date=_START, timezone=UTC)
    return Timetable([partial(_later, looks)])


def _yearly(job: Job, when: Anniversary) -> Trigger:
    """Each year on a day, on a clock without a zone, from the first anniversary on."""
    from apscheduler.triggers.cron import CronTrigger

    # Who began on a 29th of February has the last day of that month in other years.
    day = "last" if (when.month, when.day) == (2, 29) else when.day
    trigger: Trigger = CronTrigger(
        month=when.month, day=day, hour=job.at.hour, minute=job.at.minute,
        start_date=datetime(when.since + 1, 1, 1, tzinfo=UTC), timezone=UTC,
    )  # fmt: skip
    return trigger


def _before(job: Job, when: Before) -> list[Trigger]:
    from apscheduler.triggers.date import DateTrigger

    days = [day - timedelta(when.days) for day in when.event_days]
    return [DateTrigger(datetime.combine(day, job.at, job.zone), job.zone) for day in days]


def _at_or_after(trigger: Trigger, wall: datetime) -> datetime | None:
    return trigger.get_next_fire_time(None, wall)


def _later(trigger: Trigger, moment: datetime) -> datetime | None:
    found = trigger.get_next_fire_time(None, moment + _TICK)
    return None if found is None or found <= moment else found.astimezone(UTC)
