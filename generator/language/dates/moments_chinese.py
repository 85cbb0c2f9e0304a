"""A Chinese moment (2024年, 去年12月, 5月19日, 上月底): one pattern, and what it names."""

from __future__ import annotations

from dataclasses import dataclass
from re import Match

from generator.language.dates import words
from generator.language.dates.moments import (
    UNRESOLVED,
    Setting,
    days_from,
    end_of,
    is_real,
    last_of,
    months_from,
    nearest_year,
    partial,
    point,
)
from generator.language.dates.words import number
from generator.model import Period, PeriodKind

_N = r"(?:\d{1,2}|[〇零一二三四五六七八九十廿卅]{1,3})"


def MOMENT(name: str) -> str:  # noqa: N802 - it makes a constant of a pattern
    """The pattern of a moment; its groups carry `name`, so that two fit into one pattern."""
    return (
        rf"(?=[\d〇零一二三四五六七八九十今去上前明后本次翌同当这下昨])"
        rf"(?P<{name}year>(?<![\d.])(?:\d{{4}}|[〇零一二三四五六七八九]{{4}})年(?!级|代)"
        rf"|[今去前明后本上次翌同当]年)?"
        rf"(?:的?(?P<{name}month>(?<![\d.])(?:{_N}月份?(?!龄|嫂)|[本上下当]月|[这上下]个月))"
        rf"(?:(?P<{name}day>{_N})[日号])?)?"
        rf"(?P<{name}word>[昨明前][日天])?"
        rf"(?P<{name}part>上旬|中旬|下旬|年?[底末初])?"
    )


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment read: its period; `exact` is the partial date where no vague word bounds it."""

    period: Period
    exact: str | None
    year: int | None
    notes: tuple[str, ...] = ()
    part: str = ""

    @property
    def latest(self) -> str:
        """The date as an as-of: the end of the year or month where the text says *end*."""
        return self.by_end or self.exact or ""

    @property
    def by_end(self) -> str | None:
        """The last day of what `exact` names if the text says so (末, 底)."""
        ends = self.part in ("末", "底") and self.exact is not None
        return end_of(self.exact) if ends and self.exact else None

    @staticmethod
    def year_of(word: str, setting: Setting) -> int | None:
        """The year that 2024年, 二〇二四年, 去年 or 同年 names; None where it stays unknown."""
        if word in words.YEAR_WORDS:
            return None if setting.year is None else setting.year + words.YEAR_WORDS[word]
        if word in words.NAMED_YEAR_WORDS:
            named = setting.last_year
            return None if named is None else named + words.NAMED_YEAR_WORDS[word]
        return number(word[:-1])


def moment_of(
    match: Match[str], setting: Setting, name: str = "", after: Moment | None = None
) -> Moment | None:
    """The moment in the groups called `name`; None if the match holds none.

    `after` is the first of a range: what the second leaves out is taken from it.
    """
    year_word, month_word = match[f"{name}year"], match[f"{name}month"]
    day_word, part = match[f"{name}word"], (match[f"{name}part"] or "").removeprefix("年")
    if day_word and not month_word:
        return _day_word(day_word, setting)
    if year_word and not month_word:
        year = Moment.year_of(year_word, setting)
        return _in_year(year, part)
    if month_word is None:
        return None
    day = number(match[f"{name}day"]) if match[f"{name}day"] else None
    if month_word[0] in "本上下当这":
        return _relative_month(month_word, day, part, setting)
    month = number(month_word.removesuffix("份")[:-1])
    if month is None:
        return None
    if year_word:
        year = Moment.year_of(year_word, setting)
    elif after is not None:
        year = after.year
    else:
        year = _unnamed_year(setting, month, day)
    return _in_month(year, month, day, part)


def _unnamed_year(setting: Setting, month: int, day: int | None) -> int | None:
    tail = f"-{month:02}" if day is None else f"-{month:02}-{day:02}"
    year = nearest_year(setting, tail)
    while year is not None and (month, day) == (2, 29) and not is_real(year, month, day):
        year -= 1
    return year


def _day_word(word: str, setting: Setting) -> Moment:
    if setting.published is None or len(setting.published) < 10:
        return Moment(UNRESOLVED, None, None)
    day = days_from(setting.published, words.DAY_WORDS[word])
    return Moment(point(day), day, int(day[:4]))


def _in_year(year: int | None, part: str) -> Moment | None:
    if year is None:
        return Moment(UNRESOLVED, None, None)
    if not part:
        return Moment(point(partial(year)), partial(year), year)
    if part not in words.YEAR_PARTS:
        return None
    first, last = words.YEAR_PARTS[part]
    period = Period("vague", partial(year, first), partial(year, last))
    return Moment(period, partial(year), year, part=part)


def _relative_month(word: str, day: int | None, part: str, setting: Setting) -> Moment | None:
    if setting.published is None or len(setting.published) < 7:
        return Moment(UNRESOLVED, None, None)
    moment = months_from(setting.published, words.MONTH_WORDS.get(word, 0))
    return _in_month(int(moment[:4]), int(moment[5:7]), day, part)


def _in_month(year: int | None, month: int, day: int | None, part: str) -> Moment | None:
    if year is None:
        possible = is_real(2000, month, day)  # a leap year: is there such a day at all?
        return Moment(UNRESOLVED if possible else Period("none", None, None), None, None)
    if not is_real(year, month, day):
        return Moment(Period("none", None, None), None, None, ("problem: no such day",))
    if not part or day is not None:
        exact = partial(year, month, day)
        return Moment(point(exact), exact, year)
    first, last = words.MONTH_PARTS[part]
    end = last_of(year, month) if last == 31 else partial(year, month, last)
    kind: PeriodKind = "span" if part in words.EXACT_PARTS else "vague"
    period = Period(kind, partial(year, month, first), end)
    return Moment(period, partial(year, month), year, part=part)
