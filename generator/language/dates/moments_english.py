"""An English date (19 May 2004, May 2004, 2004, May): one pattern, and what it names."""

from __future__ import annotations

from re import Match

from generator.language.dates import words
from generator.language.dates.moments import Setting, is_real, nearest_year, partial

NAMES = "|".join(words.MONTHS)
MONTH = rf"(?:{NAMES}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
YEAR = r"(?<![\d,.])(?:19|20)\d\d(?![\d,.]\d|\d)"


def DATE(name: str) -> str:  # noqa: N802 - it makes a constant of a pattern
    """The pattern of a day, month or year; its groups carry `name`."""
    return (
        rf"(?:(?P<{name}dm>(?P<{name}d1>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<{name}m1>{MONTH}))"
        rf"(?:,?\s(?P<{name}y1>{YEAR}))?"
        rf"|(?P<{name}m2>{MONTH})\s(?P<{name}d2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)"
        rf"(?:,\s(?P<{name}y2>{YEAR}))?"
        rf"|(?P<{name}m3>{MONTH}),?\s(?P<{name}y3>{YEAR})"
        rf"|(?P<{name}y4>{YEAR})|(?P<{name}m5>{MONTH})(?![\w’']))"
    )


def parts_of(match: Match[str], name: str) -> tuple[int | None, int | None, int | None]:
    """Year, month and day as printed; what is not printed is None."""

    def first(kind: str, *forms: str) -> str | None:
        return next(
            (match[name + kind + form] for form in forms if match[name + kind + form]), None
        )

    year, day = first("y", "1", "2", "3", "4"), first("d", "1", "2")
    month = first("m", "1", "2", "3", "5")
    return (
        int(year) if year else None,
        words.MONTH_NUMBERS[month.rstrip(".").lower()] if month else None,
        int(day) if day else None,
    )


def moment_of(match: Match[str], setting: Setting, name: str = "") -> str | None:
    """The partial date in the groups called `name`; None if no such day, "" if it stays open."""
    year, month, day = parts_of(match, name)
    if month is not None and not is_real(year or 2000, month, day):
        return None
    if year is None and month is not None:
        year = nearest_year(setting, f"-{month:02}" + (f"-{day:02}" if day else ""))
    return "" if year is None else partial(year, month, day)
