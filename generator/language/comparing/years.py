"""Counting years: whether a printed number of them fits two dates.

Quantities specification, section 5.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Literal

from generator.language.numbers.numerals import han_integer
from generator.language.numbers.printed import read_printed
from generator.language.script.folding import fold
from generator.model import Quantity

Fit = Literal["right", "lenient", "wrong"]

_NTH_YEAR = re.compile(r"第(.+?)个?年头?|(\d+)(?:st|nd|rd|th) year")
_ANNIVERSARY = re.compile(r"(.+?)周年|(?:the )?(\d+)(?:st|nd|rd|th) anniversary")
_SINCE = re.compile("来$")


def years(printed: str, start: str, as_of: str) -> Fit:
    """Whether ``33年``, ``33周年``, ``第34个年头`` or ``more than 30 years`` fits two dates.

    Full years are right, the plain difference of the years is lenient; an anniversary is that
    difference; the n-th year counts the first one. Raises ValueError for what is no such phrase.
    """
    difference = int(as_of[:4]) - int(start[:4])
    printed = fold(printed)
    nth = _NTH_YEAR.fullmatch(printed)
    if nth is not None:
        return _of_two(_ordinal(nth), difference + 1, difference)
    anniversary = _ANNIVERSARY.fullmatch(printed)
    if anniversary is not None:
        return "right" if _ordinal(anniversary) == difference else "wrong"
    lang = "en" if printed.isascii() else "zh-Hans"
    return _duration(read_printed(_SINCE.sub("", printed), lang=lang), start, as_of, difference)


def _ordinal(match: re.Match[str]) -> int:
    digits = match[1] or match[2]
    return int(digits) if digits.isdecimal() else han_integer(digits)


def _of_two(number: int, right: int, lenient: int) -> Fit:
    if number == right:
        return "right"
    return "lenient" if number == lenient else "wrong"


def _duration(printed: Quantity, start: str, as_of: str, difference: int) -> Fit:
    full = difference - (_rest(as_of, start) < _rest(start, as_of))
    if printed.qualifier == "exact" and printed.value.denominator == 1:
        return _of_two(int(printed.value), full, difference)
    # 30多年 is right when the running year is the thirty-first.
    fits = printed.interval.has(full)
    if printed.qualifier == "near":
        fits = fits and full < printed.value
    elif printed.qualifier == "odd":
        fits = fits or printed.interval.has(Fraction(2 * full + 1, 2))
    return "right" if fits else "wrong"


def _rest(date: str, other: str) -> str:
    """Month and day, as finely as both dates give them."""
    return date[4 : min(len(date), len(other))]
