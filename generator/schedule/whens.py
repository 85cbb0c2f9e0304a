"""``when:`` of a job: one of a cron expression, an anniversary, an event to come, a change."""

from __future__ import annotations

from datetime import date

from generator.files import Node
from generator.model import Problem, error
from generator.schedule.events import Events
from generator.schedule.jobs import Anniversary, Before, Cron, OnChange, When
from generator.store.fields import read_text, text
from generator.store.records import BadValue, Field, Record

_LEAP_YEAR = 2000


def read_when(node: Node, events: Events, problems: list[Problem]) -> When | None:
    """The rule of a job; ``None`` when problems were found, which are added to the list."""
    found = errors_in(problems)
    record = Record("when", "when", node, RULES, problems)
    given = [field for field in RULES if field in record]
    if len(given) != 1:
        if errors_in(problems) == found:
            names = ", ".join(field.name for field in RULES)
            problems.append(
                error(node.place, "when: one rule belongs here.", f"Write one of: {names}.")
            )
        return None
    rule = _rule(record, events, problems)
    return rule if errors_in(problems) == found else None


def errors_in(problems: list[Problem]) -> int:
    """How many of the problems are errors."""
    return sum(problem.level == "error" for problem in problems)


def _rule(record: Record, events: Events, problems: list[Problem]) -> When | None:
    anniversary, before = record[ANNIVERSARY], record[BEFORE]
    if CRON in record:
        return Cron(record[CRON])
    if anniversary is not None:
        fields = Record("anniversary", "anniversary", anniversary, ANNIVERSARY_FIELDS, problems)
        month, day = fields[DAY]
        return Anniversary(month, day, fields[SINCE])
    if before is not None:
        fields = Record("before", "before", before, BEFORE_FIELDS, problems)
        event = fields[EVENT]
        return Before(event, _event_days(fields, event, events, problems), fields[DAYS])
    return OnChange(record[ON_CHANGE])


def _event_days(
    fields: Record, event: str, events: Events, problems: list[Problem]
) -> tuple[date, ...]:
    """The days of an event, which is a day itself or the key of a fact."""
    if not event:
        return ()
    try:
        return (date.fromisoformat(event),)
    except ValueError:
        days, found = events.days(event, fields.place_of(EVENT))
    problems += found
    return days


def _read_day_of_year(node: Node) -> tuple[int, int]:
    written = read_text(node)
    try:
        day = date.fromisoformat(f"{_LEAP_YEAR}-{written}")
    except ValueError:
        raise BadValue(f"“{written}” is no day of the year.", "Write it as 03-27.") from None
    return day.month, day.day


def _read_year(node: Node) -> int:
    return _whole(node, 1000, 2199, "a year", "1992")


def _read_days(node: Node) -> int:
    return _whole(node, 0, 3650, "a number of days", "10")


def _read_change(node: Node) -> int:
    if node.value == "true":
        return 5
    return _whole(node, 1, 1440, "a number of minutes", "true, or the minutes between looks: 10")


def _whole(node: Node, least: int, most: int, what: str, example: str) -> int:
    written = read_text(node)
    if not (written.isascii() and written.isdigit() and least <= int(written[:6]) <= most):
        raise BadValue(f"“{written}” is not {what} ({least} to {most}).", f"Write {example}.")
    return int(written)


CRON = text("cron")
ANNIVERSARY: Field[Node | None] = Field("anniversary", lambda node: node, None)
BEFORE: Field[Node | None] = Field("before", lambda node: node, None)
ON_CHANGE: Field[int] = Field("on_change", _read_change, 5)
RULES: tuple[Field[object], ...] = (CRON, ANNIVERSARY, BEFORE, ON_CHANGE)

DAY: Field[tuple[int, int]] = Field("day", _read_day_of_year, (1, 1), required=True)
SINCE: Field[int] = Field("since", _read_year, 2000, required=True)
ANNIVERSARY_FIELDS: tuple[Field[object], ...] = (DAY, SINCE)

EVENT = text("event", required=True)
DAYS: Field[int] = Field("days", _read_days, 0, required=True)
BEFORE_FIELDS: tuple[Field[object], ...] = (EVENT, DAYS)
