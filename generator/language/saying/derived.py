"""A derived value as a quantity that can be said like any other: with the digits that hold."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from generator.language.comparing.rounding import (
    CHINESE_SCALES,
    chinese_scale,
    last_place,
    place_of,
    round_down,
    round_up,
)
from generator.language.comparing.settle import settled
from generator.language.numbers.intervals import plain_figure
from generator.language.numbers.numerals import Number
from generator.language.numbers.units import UNITS
from generator.language.saying.as_printed import spaced
from generator.language.saying.ask import Ask
from generator.language.saying.chinese import laid_out, natural_scale, unit_word
from generator.language.saying.digits import decimal_digits, decimals_of
from generator.language.saying.figures import say
from generator.language.saying.shaping import Figure
from generator.model import Interval, Qualifier, Quantity

_RATIO_DIGITS = 3  # 39.5 %: more would be true of an exact ratio, and of no use


def say_derived(
    interval: Interval,
    value: Fraction,
    unit: str,
    locale: str,
    ask: str | Ask = "",
    *,
    word: str = "",
    scale: Fraction | None = None,
) -> str:
    """A derived value in words: 82个, 约0.51亿元, 39.5%; ``signed`` puts a plus: +82个."""
    return say(derived_quantity(interval, value, unit, word=word, scale=scale), locale, ask)


def derived_quantity(
    interval: Interval,
    value: Fraction,
    unit: str,
    *,
    word: str = "",
    scale: Fraction | None = None,
) -> Quantity:
    """The quantity of a derived value, printed in Chinese with the most digits that hold.

    Its value and interval stay as derived. Where no digit holds, not even with *about*, an open
    end makes it *over* or *under* the other one, and two ends a range, rounded outwards. `word`
    is the measure word (家), if it is not the usual one of the unit; `scale` the scale word that
    its parents were printed with (10⁸ keeps 0.51亿 from becoming 5100万).
    """
    word = word or unit_word(unit)
    most = _most(value, unit)
    rounded = settled(value, interval, unit, most=most)
    if rounded is not None:
        figure = Figure(rounded.amount, rounded.step, rounded.qualifier, unit, value, scale)
        return _printed(figure, interval, word)
    bound = _bound(interval, unit, min(most, 4))
    return _range(interval, value, unit, word) if bound is None else _printed(bound, interval, word)


def _most(value: Fraction, unit: str) -> int:
    """How many digits are of use: few of a ratio, all of a sum."""
    dimension = UNITS[unit].dimension if unit in UNITS else "ratio"
    ratio = dimension in ("share", "ratio") or unit in ("pp", "times")
    return _RATIO_DIGITS if ratio or not last_place(value) else 12


def _printed(figure: Figure, interval: Interval, word: str) -> Quantity:
    """The figure as it would be printed, with the value and interval it was derived with."""
    scale = _scale(figure)
    digits = decimal_digits(figure.amount / scale, decimals_of(figure.step, scale))
    printed = laid_out(figure, scale, spaced(word)).whole
    number = Number(digits, int(scale))
    quantity = plain_figure(printed, number, figure.unit, Fraction(1), figure.qualifier)
    return replace(quantity, value=figure.value, interval=interval, wide=None, soft=None)


def _scale(figure: Figure) -> Fraction:
    """The scale of the parents, unless the value has become much smaller or larger."""
    size = abs(figure.amount)
    scale = figure.scale
    if scale in CHINESE_SCALES and scale / 10 <= size < scale * 10**4:
        return scale
    return natural_scale(figure)


def _bound(interval: Interval, unit: str, digits: int) -> Figure | None:
    """Over the lower or under the upper end, where the other one says nothing."""
    low, high = interval.lo, interval.hi
    if low is not None and high is None:
        bound, closed = _rounded(low, digits, up=False), interval.lo_closed
        return _at(bound, "at_least" if closed else "over", unit)
    if high is not None and (low is None or low == 0):
        bound, closed = _rounded(high, digits, up=True), interval.hi_closed
        return _at(bound, "at_most" if closed else "under", unit)
    return None


def _at(bound: Fraction, qualifier: Qualifier, unit: str) -> Figure:
    return Figure(bound, last_place(bound), qualifier, unit, bound)


def _rounded(end: Fraction, digits: int, *, up: bool) -> Fraction:
    """An end with a few digits, rounded so that what is said stays true."""
    step = place_of(end) / Fraction(10) ** (digits - 1) if end else Fraction(1)
    return round_up(end, step) if up else round_down(end, step)


def _range(interval: Interval, value: Fraction, unit: str, word: str) -> Quantity:
    """Two ends, rounded outwards: 505亿至606亿元."""
    low, high = interval.lo or Fraction(0), interval.hi or Fraction(0)
    step = place_of(max(abs(low), abs(high))) / 100
    low, high = round_down(low, step), round_up(high, step)
    scale = chinese_scale(max(abs(low), abs(high)), unit)
    ends = [_end(end, scale, unit) for end in (low, high)]
    printed = f"{ends[0]}至{ends[1]}{spaced(word)}"
    return Quantity(printed, value, Interval(low, high), unit, "range")


def _end(end: Fraction, scale: Fraction, unit: str) -> str:
    return laid_out(Figure(end, last_place(end) or scale, "exact", unit, end), scale, "").whole
