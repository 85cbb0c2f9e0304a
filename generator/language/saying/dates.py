"""Dates, counts of years and ordinals in words."""

from __future__ import annotations

from generator.language.dates.words import MONTHS
from generator.language.saying.ask import Ask, asked
from generator.language.saying.digits import han_words, ordinal
from generator.language.script.traditional import figure_to_traditional, is_traditional

_HAN_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")
_DASH, _WAVE, _EN_DASH = "—", "～", "–"


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


def say_range(start: str, end: str, locale: str, ask: Ask) -> str:
    """2025年1—10月, January–October 2025; the dash is ～ where `ask` has the form ``wave``."""
    if locale.startswith("en"):
        return _english_range(start, end, locale)
    return _chinese_range(start, end, _WAVE if ask.form == "wave" else _DASH)


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
    return f"{say_range(first, last, locale, ask)}间"


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
