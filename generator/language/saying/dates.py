"""Dates, periods and spans of years in words."""

from __future__ import annotations

from generator.language.dates.words import MONTHS
from generator.language.saying.ask import Ask, CannotSay, asked
from generator.language.saying.digits import han_words, ordinal
from generator.language.script.traditional import figure_to_traditional, is_traditional
from generator.model import Period

_HAN_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")
_DASH, _WAVE, _EN_DASH = "—", "～", "–"
_NTH = ("", "first", "second", "third", "fourth")


def say_date(partial: str, locale: str, ask: str | Ask = "") -> str:
    """``2025-12`` as 2025年12月, December 2025; `ask` may be ``words`` (二〇二五年十二月)."""
    if "~" in partial:
        return _uncertain(partial, locale, asked(ask))
    if locale.startswith("en"):
        return _english_date(partial, american=locale == "en-US")
    return _chinese_date(partial, words=asked(ask).words)


def say_as_of(partial: str, locale: str, ask: str | Ask = "") -> str:
    """截至2025年12月31日, as of 31 December 2025."""
    date = say_date(partial, locale, ask)
    return f"as of {date}" if locale.startswith("en") else f"截至{date}"


def say_period(
    period: Period | str, locale: str, ask: str | Ask = "", *, as_of: str | None = None
) -> str:
    """A period: 1992年以来, 2025年1—10月, “十四五”期间, January–October 2025.

    `ask` may name a form: ``plan``, ``quarter``, ``half``, or ``wave`` for ～ in place of —.
    `as_of` gives an uncertain start its round name (20多年来). Raises CannotSay for a form that
    does not fit, and for a period that was never resolved.
    """
    meant = Period.parse(period) if isinstance(period, str) else period
    wanted = asked(ask)
    english = locale.startswith("en")
    text = _english(meant, wanted, locale, as_of) if english else _chinese(meant, wanted, as_of)
    return figure_to_traditional(text) if is_traditional(locale) and not english else text


def say_years(number: int, locale: str, form: str = "") -> str:
    """33年; as ``anniversary`` 33周年, the 33rd anniversary; as ``nth`` 第34个年头, the 34th year.

    The n-th year counts the first one: it is one more than the years between.
    """
    if locale.startswith("en"):
        if form == "anniversary":
            return f"the {ordinal(number)} anniversary"
        if form == "nth":
            return f"the {ordinal(number + 1)} year"
        return f"{number} year" if number == 1 else f"{number} years"
    forms = {"anniversary": f"{number}周年", "nth": f"第{number + 1}个年头"}
    text = forms.get(form, f"{number}年")
    return figure_to_traditional(text) if is_traditional(locale) else text


def say_ordinal(number: int, locale: str, ask: str | Ask = "") -> str:
    """第4, 第四 (asked in ``words``), 4th."""
    if locale.startswith("en"):
        return ordinal(number)
    return f"第{han_words(number) if asked(ask).words else number}"


def _english_date(partial: str, *, american: bool) -> str:
    year, *rest = partial.split("-")
    if not rest:
        return year
    month = MONTHS[int(rest[0]) - 1]
    if len(rest) == 1:
        return f"{month} {year}"
    day = int(rest[1])
    return f"{month} {day}, {year}" if american else f"{day} {month} {year}"


def _chinese_date(partial: str, *, words: bool = False) -> str:
    year, *rest = partial.split("-")
    if words:
        parts = [year.translate(_HAN_DIGITS), *(han_words(int(part)) for part in rest)]
    else:
        parts = [year, *(str(int(part)) for part in rest)]
    return "".join(part + unit for part, unit in zip(parts, "年月日", strict=False))


def _uncertain(partial: str, locale: str, ask: Ask) -> str:
    first, last = partial.split("~")
    if locale.startswith("en"):
        return f"between {say_date(first, locale)} and {say_date(last, locale)}"
    return f"{_chinese_range(first, last, _dash(ask))}间"


def _dash(ask: Ask) -> str:
    return _WAVE if ask.form == "wave" else _DASH


def _chinese(period: Period, ask: Ask, as_of: str | None) -> str:
    start, end = period.start, period.end
    if start is None or end is None or period.kind in ("since", "until", "as_of"):
        return _open_chinese(period, ask, as_of)
    kind = _kind(period, ask)
    if kind == "plan":
        return f"“{_plan_name(_plan_number(start, end))}”期间"
    if kind == "quarter":
        return f"{start[:4]}年第{han_words(_nth_of(start, end, 3))}季度"
    if kind == "half":
        return f"{start[:4]}年{'上' if _nth_of(start, end, 6) == 1 else '下'}半年"
    if kind == "decade":
        return f"{int(start[:2]) + 1}世纪{start[2:4]}年代"
    return _chinese_date(start) if start == end else _chinese_range(start, end, _dash(ask))


def _open_chinese(period: Period, ask: Ask, as_of: str | None) -> str:
    start, end = period.start, period.end
    if start is None and end is None:
        raise CannotSay("the period was never resolved: it has neither start nor end")
    if start is None:
        return f"到{_chinese_date(end or '')}"
    if period.kind == "as_of":
        return f"截至{_chinese_date(start)}"
    if "~" not in start:
        return f"{_chinese_date(start)}以来"
    years = _round_years(start, as_of or end)
    return f"{years}多年来" if years else f"{_uncertain(start, 'zh', ask)}以来"


def _english(period: Period, ask: Ask, locale: str, as_of: str | None) -> str:
    start, end = period.start, period.end
    if start is None or end is None or period.kind in ("since", "until", "as_of"):
        return _open_english(period, locale, as_of)
    kind = _kind(period, ask)
    if kind == "plan":
        return f"the {ordinal(_plan_number(start, end))} Five-Year Plan period"
    if kind == "quarter":
        return f"the {_NTH[_nth_of(start, end, 3)]} quarter of {start[:4]}"
    if kind == "half":
        return f"the {_NTH[_nth_of(start, end, 6)]} half of {start[:4]}"
    if kind == "decade":
        return f"the {start[:4]}s"
    return say_date(start, locale) if start == end else _english_range(start, end, locale)


def _open_english(period: Period, locale: str, as_of: str | None) -> str:
    start, end = period.start, period.end
    if start is None and end is None:
        raise CannotSay("the period was never resolved: it has neither start nor end")
    if start is None:
        return f"by {say_date(end or '', locale)}"
    if period.kind == "as_of":
        return f"as of {say_date(start, locale)}"
    if "~" not in start:
        return f"since {say_date(start, locale)}"
    years = _round_years(start, as_of or end)
    return f"for more than {years} years" if years else f"since {say_date(start, locale)}"


def _round_years(start: str, end: str | None) -> int | None:
    """20 for 1996~2004 as seen from 2025: 21 to 29 years before."""
    if end is None:
        return None
    first, last = (int(bound[:4]) for bound in start.split("~"))
    fewest, most = int(end[:4]) - last, int(end[:4]) - first
    rounded = fewest - 1
    return rounded if rounded % 10 == 0 and most - fewest == 8 else None


def _kind(period: Period, ask: Ask) -> str:
    return ask.form if ask.form in ("plan", "quarter", "half") else period.kind


def _plan_number(start: str, end: str) -> int:
    """Which five-year plan: the third began in 1966. Raises CannotSay for other years."""
    nth, rest = divmod(int(start[:4]) - 1966, 5)
    if rest or nth < 0 or int(end[:4]) != int(start[:4]) + 4:
        raise CannotSay(f"{start} to {end} is no five-year plan")
    return nth + 3


def _plan_name(number: int) -> str:
    return f"{han_words(number)}五"


def _nth_of(start: str, end: str, months: int) -> int:
    """Which quarter or half of its year a span is. Raises CannotSay if it is none."""
    first, last = int(start[5:7] or 0), int(end[5:7] or 0)
    if start[:4] != end[:4] or last - first != months - 1 or first % months != 1:
        raise CannotSay(f"{start} to {end} is no {'quarter' if months == 3 else 'half'} of a year")
    return last // months


def _chinese_range(start: str, end: str, dash: str) -> str:
    """2025年1—10月, 2021—2025年, 2024年11月—2025年2月: what both share is said once."""
    if len(start) == len(end) == 4:
        return f"{start}{dash}{end}年"
    if len(start) == len(end) == 7 and start[:4] == end[:4]:
        return f"{start[:4]}年{int(start[5:])}{dash}{int(end[5:])}月"
    if len(start) == len(end) == 10 and start[:7] == end[:7]:
        return f"{_chinese_date(start[:7])}{int(start[8:])}{dash}{int(end[8:])}日"
    return f"{_chinese_date(start)}{dash}{_chinese_date(end)}"


def _english_range(start: str, end: str, locale: str) -> str:
    if len(start) == len(end) == 7 and start[:4] == end[:4]:
        return f"{MONTHS[int(start[5:]) - 1]}{_EN_DASH}{say_date(end, locale)}"
    if len(start) == len(end) == 10 and start[:7] == end[:7] and locale != "en-US":
        return f"{int(start[8:])}{_EN_DASH}{say_date(end, locale)}"
    return f"{say_date(start, locale)}{_EN_DASH}{say_date(end, locale)}"
