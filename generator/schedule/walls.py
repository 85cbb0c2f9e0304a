"""From the clock on the wall to moments, where the clocks are put forward and back.

Triggers are asked for times on the wall, as if it never changed, and the zone says which moments
those are. APScheduler's own way through a zone loses a midnight: after a day of 23 hours it
passes over the next ``0 0 * * *``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, tzinfo

# The first time on the wall at or after another; both are written as if they were UTC.
NextOnWall = Callable[[datetime], datetime | None]

_TICK = timedelta(microseconds=1)
_LONGEST_GAP = timedelta(hours=26)  # Samoa left out a whole day in 2011


def once_a_day(next_on_wall: NextOnWall, zone: tzinfo, moment: datetime) -> datetime | None:
    """The first moment later than `moment` for a job of fixed hours.

    A time that is left out comes as much later as the clocks were put forward, one that comes
    twice the first time.
    """
    start = moment
    if _offset(zone, moment - _LONGEST_GAP) != _offset(zone, moment):
        start -= _LONGEST_GAP  # a time that was left out may still be to come
    wall = start + _offset(zone, start) + _TICK
    while (found := next_on_wall(wall)) is not None:
        time = found.replace(tzinfo=zone, fold=0).astimezone(UTC)
        if time > moment:
            return time
        wall = found + _TICK
    return None


def every_hour(next_on_wall: NextOnWall, zone: tzinfo, moment: datetime) -> datetime | None:
    """The first moment later than `moment` for a job that follows the hours as they pass."""
    start = moment + _TICK
    while True:
        offset = _offset(zone, start)
        found = next_on_wall(start + offset)
        if found is None or _offset(zone, found - offset) == offset:
            return None if found is None else found - offset
        start = _change(zone, start, found - offset)


def _change(zone: tzinfo, before: datetime, after: datetime) -> datetime:
    """The second between two moments at which the clocks are changed."""
    offset = _offset(zone, before)
    while after - before > timedelta(seconds=1):
        middle = before + (after - before) / 2
        if _offset(zone, middle) == offset:
            before = middle
        else:
            after = middle
    return after.replace(microsecond=0)


def _offset(zone: tzinfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()
