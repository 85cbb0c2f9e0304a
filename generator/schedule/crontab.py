"""A crontab's five fields, in its own meaning, as triggers.

The rules are those of crontab(5): Sunday is 0 and 7; where both the day of the month and the day
of the week are restricted, either is enough. APScheduler counts the days of the week from Monday
and wants both, so the days are given to it by name, and such a line becomes two triggers.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from apscheduler.triggers.cron import CronTrigger

_NAMES = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")
_ITEM = re.compile(r"(?:(?P<all>\*)|(?P<first>\w+)(?:-(?P<last>\w+))?)(?:/(?P<step>\d+))?")
_END = datetime(2200, 1, 1, tzinfo=UTC)  # what has not come by then never does


def cron_triggers(expression: str) -> tuple[CronTrigger, ...]:
    """The triggers of a crontab expression, on a clock without a zone.

    Raises ValueError with the reason for a bad one.
    """
    from apscheduler.triggers.cron import CronTrigger

    parts = expression.split()
    if len(parts) != 5:
        raise ValueError(f"it has {len(parts)} fields instead of 5")
    minute, hour, day, month, weekday = parts
    days = _days(day, weekday)
    try:
        return tuple(
            CronTrigger(
                minute=minute, hour=hour, day=on_day, month=month.lower(), day_of_week=on_weekday,
                second=0, timezone=UTC, end_date=_END,
            )
            for on_day, on_weekday in days
        )  # fmt: skip
    except ValueError:
        raise ValueError(_wrong_field(parts)) from None


def _days(day: str, weekday: str) -> tuple[tuple[str, str], ...]:
    """Days of the month and of the week that go together, as APScheduler writes them."""
    named = _weekdays(weekday)
    if day.startswith("*") or weekday.startswith("*"):
        return ((day, named),)
    return ((day, "*"), ("*", named))


def _wrong_field(parts: list[str]) -> str:
    """Which field is not understood, in words."""
    from apscheduler.triggers.cron import CronTrigger

    for name, written in zip(("minute", "hour", "day", "month"), parts, strict=False):
        try:
            CronTrigger(timezone=UTC, **{name: written.lower()})
        except ValueError:
            return f"“{written}” is no {name}"
    return "it is not understood"


def follows_the_clock(expression: str) -> bool:
    """Whether it runs in every hour, so that an hour that comes twice is run in twice."""
    return expression.split()[1].startswith("*")


def _weekdays(field: str) -> str:
    """The days of the week by name: ``1-5`` → ``mon,tue,wed,thu,fri``."""
    if field == "*":
        return field
    numbers = {number % 7 for item in field.lower().split(",") for number in _item(item)}
    return ",".join(_NAMES[number] for number in sorted(numbers))


def _item(item: str) -> range:
    match = _ITEM.fullmatch(item)
    if match is None:
        raise ValueError(f"“{item}” is no day of the week")
    step = int(match["step"] or 1)
    if match["all"]:
        first, last = 0, 6
    else:
        first = _number(match["first"])
        last = _number(match["last"]) if match["last"] else 6 if match["step"] else first
    if step == 0 or first > last:
        raise ValueError(f"“{item}” holds no day of the week")
    return range(first, last + 1, step)


def _number(word: str) -> int:
    if word in _NAMES:
        return _NAMES.index(word)
    if word.isascii() and word.isdigit() and int(word) <= 7:
        return int(word)
    raise ValueError(f"“{word}” is no day of the week")
