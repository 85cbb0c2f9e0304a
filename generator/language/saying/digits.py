"""Writing digits: decimals, separators, Han numerals, English ordinals."""

from __future__ import annotations

import re
from fractions import Fraction

from generator.model import decimal_text

_HAN = "零一二三四五六七八九"
_CHINESE = re.compile(r"[\u3007\u4e00-\u9fff]")
_LETTERS = re.compile(r"[A-Za-z$£€¥]")


def is_chinese(printed: str) -> bool:
    """Whether a printed figure is Chinese, or belongs to no language (``37%``)."""
    return _CHINESE.search(printed) is not None or not _LETTERS.search(printed)


def decimals_of(step: Fraction, scale: Fraction) -> int:
    """How many decimals a scale word needs to reach down to a place: 2 for 亿 and a million."""
    decimals = 0
    while step * 10**decimals < scale:
        decimals += 1
    return decimals


def decimal_digits(value: Fraction, decimals: int | None, *, separators: bool = False) -> str:
    """``5.10``, ``-3.2``, ``1,184``; with `decimals` None as many as there are."""
    text = decimal_text(value)
    whole, _, fraction = text.partition(".")
    if decimals is not None:
        fraction = fraction.ljust(decimals, "0")
    if separators:
        whole = f"{int(whole):,}" if whole != "-0" else whole
    return f"{whole}.{fraction}" if fraction else whole


def han_words(number: int) -> str:
    """Han numerals by place: 32 is 三十二, 108 一百零八, 12000 一万二千."""
    for scale, word in ((10**8, "亿"), (10**4, "万")):
        if number >= scale:
            high, low = divmod(number, scale)
            gap = "零" if low and low < scale // 10 else ""
            return han_words(high) + word + (gap + han_words(low) if low else "")
    return _below_ten_thousand(number)


def _below_ten_thousand(number: int) -> str:
    if number == 0:
        return "零"
    words, gap = "", False
    for place, word in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit == 0:
            gap = bool(words)
            continue
        one_of_ten = place == 10 and digit == 1 and not words
        words += ("零" if gap else "") + ("" if one_of_ten else _HAN[digit]) + word
        gap = False
    return words


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th, 111th."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"
