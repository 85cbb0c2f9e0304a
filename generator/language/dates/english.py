"""English dates: patterns over folded text, and what each means."""

from __future__ import annotations

import re
from re import Match

from generator.language.dates import words
from generator.language.dates.moments import (
    UNRESOLVED,
    Found,
    Setting,
    days_from,
    end_of,
    horizon,
    is_real,
    months_from,
    nearest_year,
    partial,
    point,
    rolling,
    since_years,
)
from generator.language.dates.moments_english import DATE, MONTH, NAMES, YEAR, moment_of, parts_of
from generator.language.dates.words import count
from generator.model import Period, PeriodKind

_COUNT = rf"(?:\d+|{'|'.join(sorted(words.COUNT_WORDS, key=len, reverse=True))})"
_TO = r"(?:\s?[~–—-]\s?|\s(?:to|until|through)\s)"


def _moment(match: Match[str], setting: Setting) -> Found | None:
    moment = moment_of(match, setting)
    if moment is None:
        return Found(Period("none", None, None), ("problem: no such day",))
    return Found(point(moment), year=int(moment[:4])) if moment else Found(UNRESOLVED)


def _iso(match: Match[str], _setting: Setting) -> Found | None:
    year, month, day = int(match["y"]), int(match["m"]), int(match["d"]) if match["d"] else None
    return Found(point(partial(year, month, day))) if is_real(year, month, day) else None


def _slashed(match: Match[str], _setting: Setting) -> Found | None:
    """05/06/2024 may be May or June: the bounds of both; 13 can only be a day."""
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    readings = [
        partial(year, month, day)
        for day, month in dict.fromkeys(((first, second), (second, first)))
        if is_real(year, month, day)
    ]
    if not readings:
        return Found(Period("none", None, None), ("problem: no such day",))
    if len(readings) == 1:
        return Found(point(readings[0]), year=year)
    early, late = sorted(reading[:7] for reading in readings)
    bounds = f"{early}~{late}"
    return Found(Period("month", bounds, bounds), ("day-or-month-first",), year)


def _relative(match: Match[str], setting: Setting) -> Found | None:
    shift = words.RELATIVE_ENGLISH[match["which"].lower()]
    if setting.published is None or setting.year is None:
        return Found(UNRESOLVED)
    if match["unit"] == "year":
        return Found(point(partial(setting.year + shift)), year=setting.year + shift)
    if len(setting.published) < 7:
        return Found(UNRESOLVED)
    return Found(point(months_from(setting.published, shift)))


def _this_month(match: Match[str], setting: Setting) -> Found | None:
    if setting.year is None:
        return Found(UNRESOLVED)
    month = words.MONTH_NUMBERS[match["month"].lower()]
    if match["which"].lower() == "this":
        return Found(point(partial(setting.year, month)))
    year = nearest_year(setting, f"-{month:02}") or setting.year
    if match["which"].lower() == "next":
        year += 1
    return Found(point(partial(year, month)))


def _yesterday(match: Match[str], setting: Setting) -> Found | None:
    if setting.published is None or len(setting.published) < 10:
        return Found(UNRESOLVED)
    shift = {"yesterday": -1, "today": 0, "tomorrow": 1}[match[0].lower()]
    return Found(point(days_from(setting.published, shift)))


def _since(match: Match[str], setting: Setting) -> Found | None:
    moment = moment_of(match, setting)
    return Found(Period("since", moment, setting.published)) if moment else None


def _past_years(match: Match[str], setting: Setting) -> Found | None:
    years = count(match["n"])
    if years is None:
        return None
    return Found(rolling(years, setting.published), ("may-be-calendar-years",))


def _for_years(_match: Match[str], setting: Setting) -> Found | None:
    """*For more than 30 years*: the start has no lower end."""
    if setting.published is None:
        return Found(UNRESOLVED)
    return Found(Period("since", None, setting.published), ("a-duration",))


def _ago(match: Match[str], setting: Setting) -> Found | None:
    years = count(match["n"])
    if years is None or setting.year is None:
        return None
    since = since_years(years, years, setting.published)
    return Found(point(since.start)) if since.start else None


def _now(_match: Match[str], setting: Setting) -> Found | None:
    if setting.published is None:
        return Found(UNRESOLVED)
    return Found(Period("as_of", setting.published, setting.published))


def _as_of(match: Match[str], setting: Setting) -> Found | None:
    moment = moment_of(match, setting)
    if not moment:
        return None
    moment = end_of(moment) if match["end"] else moment
    return Found.of("as_of", moment, moment)


def _by(match: Match[str], setting: Setting) -> Found | None:
    moment = moment_of(match, setting)
    if not moment:
        return None
    return Found(
        horizon(moment, setting.published, finest=end_of(moment) if match["end"] else None)
    )


def _months_to(match: Match[str], setting: Setting) -> Found | None:
    length, moment = count(match["n"]), moment_of(match, setting)
    if length is None or not moment or len(moment) < 7:
        return None
    return Found.of("span", months_from(moment, 1 - length), moment[:7])


def _range(match: Match[str], setting: Setting) -> Found | None:
    year_a, month_a, day_a = parts_of(match, "a")
    year_b, month_b, day_b = parts_of(match, "b")
    if (month_a is None) != (month_b is None):
        return None
    if year_b is None and month_b is not None:
        year_b = year_a or nearest_year(setting, f"-{month_b:02}")
    year_a = year_a or year_b
    if year_a is None or year_b is None:
        return None
    if not (is_real(year_a, month_a, day_a) and is_real(year_b, month_b, day_b)):
        return None
    start, end = partial(year_a, month_a, day_a), partial(year_b, month_b, day_b)
    return Found.of("span", start, end) if start < end else None


def _days(match: Match[str], setting: Setting) -> Found | None:
    last, first = moment_of(match, setting), int(match["first"])
    if not last or len(last) < 10 or not 0 < first < int(last[8:]):
        return None
    return Found.of("span", f"{last[:8]}{first:02}", last)


def _split_year(match: Match[str], _setting: Setting) -> Found | None:
    """2019/20 and 2019–20 are two years that follow one another; their months are the source's."""
    first, last = int(match["a"]), int(match["b"])
    if (first + 1) % 100 != last:
        return None
    return Found.of("span", str(first), str(first + 1), "split-year")


def _quarter(match: Match[str], setting: Setting) -> Found | None:
    which = int(match["n"]) if match["n"] else words.NTH_WORDS[match["nth"].lower()]
    return _months_of(match, setting, 3 * which - 2, 3 * which)


def _half(match: Match[str], setting: Setting) -> Found | None:
    which = int(match["n"]) if match["n"] else {"first": 1, "second": 2}[match["nth"].lower()]
    return _months_of(match, setting, 6 * which - 5, 6 * which)


def _months_of(match: Match[str], setting: Setting, first: int, last: int) -> Found:
    year = int(match["y"]) if match["y"] else nearest_year(setting, f"-{first:02}")
    if year is None:
        return Found(UNRESOLVED)
    kind: PeriodKind = "half" if last - first == 5 else "quarter"
    return Found.of(kind, partial(year, first), partial(year, last))


def _fiscal(match: Match[str], _setting: Setting) -> Found | None:
    year = match["y"] if len(match["y"]) == 4 else f"20{match['y']}"
    return Found.of("year", year, year, "fiscal-year")


def _decade(match: Match[str], _setting: Setting) -> Found | None:
    start = int(match["y"])
    if not match["part"]:
        return Found.of("decade", str(start), str(start + 9))
    first, last = words.DECADE_PARTS[match["part"].lower()]
    return Found.of("vague", str(start + first), str(start + last))


def _part_of_year(match: Match[str], _setting: Setting) -> Found | None:
    year = int(match["y"])
    first, last = words.ENGLISH_YEAR_PARTS[match["part"].lower()]
    return Found.of("vague", partial(year, first), partial(year, last))


def _plan(match: Match[str], _setting: Setting) -> Found | None:
    nth = int(match["n"])
    if nth < 3:
        return None
    start = 1966 + 5 * (nth - 3)
    return Found.of("plan", str(start), str(start + 4))


_ONE = DATE("")
_END = r"(?P<end>(?:the\s)?(?:end|close)\sof\s|late\s|year-end\s)?"
_BOUND = r"(?<![\w$£€¥.,/-])"
_LONG = "|".join(name for name in words.MONTHS if name not in ("May", "March"))

# fmt: off
RULES = tuple((re.compile(pattern), understand) for pattern, understand in (
    (r"(?<![\w.\-/])(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)(?:-(?P<d>\d\d))?(?![\w\-])", _iso),
    (r"(?<![\w.\-/])(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>(?:19|20)\d\d)(?![\w/])", _slashed),
    (rf"{_BOUND}(?i:since|ever since)\s(?:the\sstart\sof\s)?{_ONE}", _since),
    (rf"{_BOUND}(?i:as\s(?:of|at))\s{_END}{_ONE}", _as_of),
    (rf"{_BOUND}(?i:up to|through)\s{_END}(?=\d\d?\s[A-Z]|{MONTH}){_ONE}", _as_of),
    (rf"{_BOUND}(?i:by|until)\s{_END}{_ONE}", _by),
    (rf"{_BOUND}(?i:to date|so far|at present|to this day)\b", _now),
    (rf"{_BOUND}(?i:(?:over|in|during|for)\s)?(?i:the\s(?:past|last)\s(?P<n>{_COUNT})\syears\b)",
     _past_years),
    (rf"{_BOUND}(?i:for\s(?:more than|over)\s{_COUNT}\syears\b)", _for_years),
    (rf"{_BOUND}(?i:(?P<n>{_COUNT})\syears\sago\b)", _ago),
    (rf"{_BOUND}(?i:the\s(?P<n>{_COUNT})\smonths\s(?:to|through|ending(?:\sin)?))\s{_ONE}",
     _months_to),
    (rf"{_BOUND}(?:[Ff]rom\s)?{DATE('a')}{_TO}{DATE('b')}(?![\w-])", _range),
    (rf"{_BOUND}[Bb]etween\s{DATE('a')}\sand\s{DATE('b')}(?![\w-])", _range),
    (rf"{_BOUND}(?P<first>\d{{1,2}})(?:–|-|\sto\s)(?=\d{{1,2}}\s[A-Z]){_ONE}", _days),
    (r"(?<![\w.,/-])(?P<a>(?:19|20)\d\d)[/–—-](?P<b>\d\d)(?![\w/–—-])", _split_year),
    (rf"{_BOUND}Q(?P<n>[1-4])(?P<nth>)(?:\s(?P<y>{YEAR}))?(?!\w)", _quarter),
    (rf"{_BOUND}(?i:the\s)?(?P<n>)(?P<nth>(?i:first|second|third|fourth|last))\s"
     rf"quarter(?:\sof\s(?P<y>{YEAR}))?(?!\w)", _quarter),
    (rf"{_BOUND}H(?P<n>[12])\s(?P<nth>)(?P<y>{YEAR})", _half),
    (rf"{_BOUND}(?i:the\s)?(?P<n>)(?P<nth>(?i:first|second))\shalf\sof\s(?P<y>{YEAR})", _half),
    (r"(?<![\w-])FY\s?(?P<y>(?:19|20)?\d\d)(?!\w)", _fiscal),
    (r"(?<!\w)(?i:the\s)?(?:(?P<part>(?i:early|mid|late))[\s-])?(?P<y>(?:19|20)\d0)s(?!\w)",
     _decade),
    (rf"{_BOUND}(?P<part>(?i:early|late|mid))[\s-](?P<y>{YEAR})(?![\w-])", _part_of_year),
    (r"(?<!\w)(?i:the\s)?(?P<n>\d{1,2})(?:st|nd|rd|th)\s(?i:five-year\splan(?:\speriod)?)(?!\w)",
     _plan),
    (r"(?<!\w)(?P<which>(?i:last|this|next|the previous|the current))\s(?P<unit>year|month)(?!\w)",
     _relative),
    (rf"(?<!\w)(?P<which>(?i:last|this|next))\s(?P<month>{NAMES})(?!\w)", _this_month),
    (r"(?<!\w)(?i:yesterday|tomorrow)(?!\w)", _yesterday),
    # A year, and months that are also words, only where a preposition makes dates of them.
    (rf"(?<=\b[Ii]n\s)(?=(?:May|March|{YEAR})(?!\w|-)){_ONE}", _moment),
    (rf"(?<=\b[Oo]f\s)(?=(?:May|March)(?!\w|-)){_ONE}", _moment),
    (rf"(?<=\b[Dd]uring\s)(?={YEAR}){_ONE}", _moment),
    (rf"{_BOUND}(?=\d{{1,2}}(?:st|nd|rd|th)?\s[A-Z]|{MONTH}\.?,?\s\d|(?:{_LONG})(?!\w)){_ONE}",
     _moment),
))
# fmt: on
