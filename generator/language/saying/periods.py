"""Periods in words: the same shapes in every language, each with words of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from generator.language.saying.ask import Ask, CannotSay, asked
from generator.language.saying.dates import say_date, say_range
from generator.language.saying.digits import han_words, ordinal
from generator.language.script.traditional import figure_to_traditional, is_traditional
from generator.model import Period

_NTH = ("", "first", "second", "third", "fourth")


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a language: around a date, and for the spans that have a name."""

    until: str
    as_of: str
    since: str
    for_years: str
    plan: Callable[[int], str]
    quarter: Callable[[str, int], str]
    half: Callable[[str, int], str]
    decade: Callable[[str], str]


_CHINESE = _Words(
    until="到{}",
    as_of="截至{}",
    since="{}以来",
    for_years="{}多年来",
    plan=lambda nth: f"“{han_words(nth)}五”期间",
    quarter=lambda year, nth: f"{year}年第{han_words(nth)}季度",
    half=lambda year, nth: f"{year}年{'上' if nth == 1 else '下'}半年",
    decade=lambda year: f"{int(year[:2]) + 1}世纪{year[2:]}年代",
)
_ENGLISH = _Words(
    until="by {}",
    as_of="as of {}",
    since="since {}",
    for_years="for more than {} years",
    plan=lambda nth: f"the {ordinal(nth)} Five-Year Plan period",
    quarter=lambda year, nth: f"the {_NTH[nth]} quarter of {year}",
    half=lambda year, nth: f"the {_NTH[nth]} half of {year}",
    decade=lambda year: f"the {year}s",
)


def say_period(
    period: Period | str, locale: str, ask: str | Ask = "", *, as_of: str | None = None
) -> str:
    """A period: 1992年以来, 2025年1—10月, “十四五”期间, January–October 2025.

    `ask` may name a form: ``plan``, ``quarter``, ``half``, or ``wave`` for ～ in place of —.
    `as_of` gives an uncertain start its round name (20多年来). Raises CannotSay for a form that
    does not fit, and for a period that was never resolved.
    """
    meant = Period.parse(period) if isinstance(period, str) else period
    wanted = replace(asked(ask), words=False)  # a period is said in digits
    english = locale.startswith("en")
    words = _ENGLISH if english else _CHINESE
    start, end = meant.start, meant.end
    if start is None or end is None or meant.kind in ("since", "until", "as_of"):
        text = _open(meant, words, locale, wanted, as_of)
    else:
        text = _closed(meant.kind, start, end, words, locale, wanted)
    return figure_to_traditional(text) if is_traditional(locale) and not english else text


def _closed(kind: str, start: str, end: str, words: _Words, locale: str, ask: Ask) -> str:
    """A period with two ends, by its name where it has one."""
    match ask.form if ask.form in ("plan", "quarter", "half") else kind:
        case "plan":
            return words.plan(_plan_number(start, end))
        case "quarter":
            return words.quarter(start[:4], _nth_of(start, end, 3))
        case "half":
            return words.half(start[:4], _nth_of(start, end, 6))
        case "decade":
            return words.decade(start[:4])
    return say_date(start, locale, ask) if start == end else say_range(start, end, locale, ask)


def _open(period: Period, words: _Words, locale: str, ask: Ask, as_of: str | None) -> str:
    """A period that is known by one end."""
    start, end = period.start, period.end
    if start is None:
        if end is None:
            raise CannotSay("the period was never resolved: it has neither start nor end")
        return words.until.format(say_date(end, locale, ask))
    if period.kind == "as_of":
        return words.as_of.format(say_date(start, locale, ask))
    years = _round_years(start, as_of or end) if "~" in start else None
    if years:
        return words.for_years.format(years)
    return words.since.format(say_date(start, locale, ask))


def _round_years(start: str, end: str | None) -> int | None:
    """20 for 1996~2004 as seen from 2025: 21 to 29 years before."""
    if end is None:
        return None
    first, last = (int(bound[:4]) for bound in start.split("~"))
    fewest, most = int(end[:4]) - last, int(end[:4]) - first
    rounded = fewest - 1
    return rounded if rounded % 10 == 0 and most - fewest == 8 else None


def _plan_number(start: str, end: str) -> int:
    """Which five-year plan: the third began in 1966. Raises CannotSay for other years."""
    nth, rest = divmod(int(start[:4]) - 1966, 5)
    if rest or nth < 0 or int(end[:4]) != int(start[:4]) + 4:
        raise CannotSay(f"{start} to {end} is no five-year plan")
    return nth + 3


def _nth_of(start: str, end: str, months: int) -> int:
    """Which quarter or half of its year a span is. Raises CannotSay if it is none."""
    first, last = int(start[5:7] or 0), int(end[5:7] or 0)
    if start[:4] != end[:4] or last - first != months - 1 or first % months != 1:
        raise CannotSay(f"{start} to {end} is no {'quarter' if months == 3 else 'half'} of a year")
    return last // months
