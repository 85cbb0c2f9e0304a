"""Arithmetic on partial dates: what `last month` or `the end of 2024` is, as text like ``2025-11``.

A partial date is ``2025``, ``2025-12`` or ``2025-12-15``; its length is its precision.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from generator.model import Period, PeriodKind

_KINDS: dict[int, PeriodKind] = {4: "year", 7: "month", 10: "day"}

UNRESOLVED = Period("relative", None, None)


@dataclass(slots=True)
class Setting:
    """What a date may lean on: the day of publication, the last year named, a future before it."""

    published: str | None
    last_year: int | None = None
    future: bool = False

    @property
    def year(self) -> int | None:
        """The year of publication, if one is known."""
        return int(self.published[:4]) if self.published else None


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule makes of a match: the period and what was assumed.

    `year` is what *the same year* means from here on. A period of kind ``none`` is no date of the
    calendar; its note says so.
    """

    period: Period
    notes: tuple[str, ...] = ()
    year: int | None = None

    @classmethod
    def of(cls, kind: PeriodKind, start: str | None, end: str | None, *notes: str) -> Found:
        """A period with the year it names (that of its end, where there is one)."""
        named = start or end
        return cls(Period(kind, start, end), notes, int(named[:4]) if named else None)


def partial(year: int, month: int | None = None, day: int | None = None) -> str:
    """``2025``, ``2025-12`` or ``2025-12-15``."""
    if month is None:
        return f"{year:04}"
    return f"{year:04}-{month:02}" if day is None else f"{year:04}-{month:02}-{day:02}"


def point(moment: str) -> Period:
    """The year, month or day as a period."""
    return Period(_KINDS[len(moment)], moment, moment)


def is_real(year: int, month: int | None, day: int | None) -> bool:
    """Whether the calendar has such a month and day."""
    if month is None:
        return True
    return 1 <= month <= 12 and (day is None or 1 <= day <= calendar.monthrange(year, month)[1])


def last_of(year: int, month: int) -> str:
    """The last day of a month."""
    return partial(year, month, calendar.monthrange(year, month)[1])


def months_from(moment: str, count: int) -> str:
    """The month `count` months after (before, if negative) that of `moment`."""
    months = int(moment[:4]) * 12 + int(moment[5:7]) - 1 + count
    return partial(months // 12, months % 12 + 1)


def days_from(moment: str, count: int) -> str:
    """The day `count` days after `moment`, which is a day."""
    return (date.fromisoformat(moment) + timedelta(days=count)).isoformat()


def not_after(moment: str, published: str) -> bool:
    """Whether `moment` may lie on or before the publication, compared as finely as both go."""
    shared = min(len(moment), len(published))
    return moment[:shared] <= published[:shared]


def nearest_year(setting: Setting, end_of: str) -> int | None:
    """The year in which ``-12-28`` (month and day) is nearest to publication, not after it.

    After a future cue the nearest that is not before it.
    """
    if setting.published is None or setting.year is None:
        return None
    this = f"{setting.year}{end_of}"
    if setting.future:
        passed = not_after(this, setting.published) and not this.startswith(setting.published)
        return setting.year + 1 if passed else setting.year
    return setting.year if not_after(this, setting.published) else setting.year - 1


def rolling(years: int, published: str | None) -> Period:
    """The `years` years that end at publication."""
    if published is None:
        return UNRESOLVED
    if len(published) == 4:
        return Period("rolling", str(int(published) - years + 1), published)
    if len(published) == 7:
        return Period("rolling", months_from(published, 1 - 12 * years), published)
    try:
        same_day = date.fromisoformat(published).replace(year=int(published[:4]) - years)
    except ValueError:  # the 29th of February
        same_day = date(int(published[:4]) - years, 2, 28)
    return Period("rolling", days_from(same_day.isoformat(), 1), published)


def since_years(few: int, many: int, published: str | None) -> Period:
    """Since `few` to `many` years before publication: an uncertain start if they differ."""
    if published is None:
        return UNRESOLVED
    year = int(published[:4])
    start = str(year - few) if few == many else f"{year - many}~{year - few}"
    return Period("since", start, published)


def horizon(moment: str, published: str | None, *, finest: str | None = None) -> Period:
    """*By* a moment: an as-of date if it lies before publication, else the end of an open span."""
    if published is not None and not_after(finest or moment, published):
        return Period("as_of", finest or moment, finest or moment)
    return Period("until", None, moment)


def end_of(moment: str) -> str:
    """The last day of a year or month; a day is its own."""
    if len(moment) == 10:
        return moment
    return f"{moment}-12-31" if len(moment) == 4 else last_of(int(moment[:4]), int(moment[5:7]))
