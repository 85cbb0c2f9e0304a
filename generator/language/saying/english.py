"""Figures in English."""

from __future__ import annotations

import re
from fractions import Fraction

from generator.language.comparing.rounding import UNSCALED
from generator.language.numbers.units import MONEY
from generator.language.saying.as_printed import printed_phrase, says_its_qualifier
from generator.language.saying.ask import Ask, CannotSay
from generator.language.saying.digits import decimal_digits, decimals_of, is_chinese
from generator.language.saying.phrases import Phrase
from generator.language.saying.plurals import plural, singular
from generator.language.saying.shaping import Figure
from generator.model import Qualifier, Quantity

_SCALES = ((10**12, " trillion"), (10**9, " billion"), (10**6, " million"))
_SCALE_WORDS = {Fraction(scale): word for scale, word in _SCALES} | {
    Fraction(10**3): " thousand", Fraction(1): "",
}  # fmt: skip
_MINUS = "\u2212"

_SYMBOLS = {
    "CNY": "¥", "USD": "US$", "HKD": "HK$", "TWD": "NT$", "MOP": "MOP$", "EUR": "€", "GBP": "£",
    "JPY": "JP¥", "AUD": "A$", "CAD": "C$", "SGD": "S$",
}  # fmt: skip
# One, and several; symbols stay as they are. Without a noun things are a bare number.
_UNITS = {
    "person": ("person", "people"), "person-time": ("visit", "visits"),
    "household": ("household", "households"),
    "item": ("", ""), "occasion": ("", ""), "batch": ("", ""), "trip": ("", ""), "1": ("", ""),
    "t": ("tonne", "tonnes"), "degC": ("°C", "°C"), "jin": ("jin", "jin"), "li": ("li", "li"),
    "km2": ("km²", "km²"), "m2": ("m²", "m²"), "m3": ("m³", "m³"), "nmi": ("nautical mile",) * 2,
    "sqmi": ("sq mi", "sq mi"),
    "pp": ("percentage point", "percentage points"), "times": ("times", "times"),
    "year": ("year", "years"), "month": ("month", "months"), "week": ("week", "weeks"),
    "day": ("day", "days"), "hour": ("hour", "hours"), "minute": ("minute", "minutes"),
    "second": ("second", "seconds"), "%": ("%", "%"), "permille": ("‰", "‰"),
}  # fmt: skip
_CLOSE = ("%", "‰")  # no space before these
_COUNTS = ("item", "person", "person-time", "household", "occasion", "batch", "trip", "1")
_BEFORE: dict[Qualifier, str] = {
    "near": "nearly ", "about": "about ", "at_most": "no more than ", "at_least": "at least ",
}  # fmt: skip
_FRACTIONS = {
    Fraction(1, 2): "half", Fraction(1, 3): "a third", Fraction(2, 3): "two thirds",
    Fraction(1, 4): "a quarter", Fraction(3, 4): "three quarters", Fraction(1, 5): "a fifth",
}  # fmt: skip
_UNCOUNTED = re.compile(
    "several|a few|a couple(?: of)?|dozens?|scores|tens of(?= [tmb])|tens|hundreds? of(?= [tmb])"
    "|hundreds?|thousands?|millions?|billions?"
)
_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def english(figure: Figure, quantity: Quantity, ask: Ask) -> list[Phrase]:
    """The ways to say a figure, the best first."""
    if quantity.qualifier in ("range", "several"):
        return [_spanning(quantity, figure.unit, ask)]
    if quantity.number is None and quantity.unit == "1":
        return [Phrase(_fraction(quantity.value), _worded(figure, quantity))]
    if ask.words and 0 <= figure.amount < 10 and figure.is_count:
        digits = _WORDS[int(figure.amount)]
        return [Phrase(digits, unit=_unit(figure.unit, ask, one=figure.amount == 1))]
    return [_laid_out(figure, quantity, scale, ask) for scale in _scales(figure, quantity, ask)]


def _scales(figure: Figure, quantity: Quantity, ask: Ask) -> list[Fraction]:
    """The scale words to try: asked for, printed in English, or natural and then larger ones."""
    if figure.scale is not None:
        if figure.scale not in _SCALE_WORDS:
            raise CannotSay("English has no word for that scale; use thousand, million or billion")
        return [figure.scale]
    if figure.unit in UNSCALED:
        return [Fraction(1)]
    if ask.keeps_value and quantity.scale >= 10**6 and not is_chinese(quantity.printed):
        return [quantity.scale]
    natural = _natural(figure.amount, figure.step)
    larger = [Fraction(scale) for scale, _ in reversed(_SCALES) if scale > natural]
    tenth = Fraction(1, 10)
    return [natural] + [scale for scale in larger if abs(figure.amount) / scale >= tenth]


def _natural(amount: Fraction, step: Fraction) -> Fraction:
    """Words from a million up, as long as three decimals do: else the digits in full."""
    for scale, _ in _SCALES:
        if abs(amount) >= scale and decimals_of(step, Fraction(scale)) <= 3:
            return Fraction(scale)
    return Fraction(1)


def _laid_out(figure: Figure, quantity: Quantity, scale: Fraction, ask: Ask) -> Phrase:
    amount = abs(figure.amount) / scale
    digits = decimal_digits(amount, decimals_of(figure.step, scale), separators=True)
    one = figure.amount == 1 and figure.qualifier == "exact"
    sign = _MINUS if figure.amount < 0 else "+" if ask.signed and figure.amount > 0 else ""
    before, after = _qualified(figure, quantity)
    front, unit = _unit_words(figure.unit, ask, one=one)
    money = sign + front
    digits = digits if front else sign + digits
    return Phrase(
        digits, before, money if front else "", scale=_SCALE_WORDS[scale], unit=unit, after=after,
        instead=_BEFORE["at_least"] if after else "",
    )  # fmt: skip


def _unit_words(unit: str, ask: Ask, *, one: bool) -> tuple[str, str]:
    """What stands before the digits and what behind: a currency, a unit, *per tonne*."""
    unit, _, divisor = unit.partition("/")
    front, behind = _money(unit, ask)
    if not front and not behind:
        behind = _unit(unit, ask, one=one)
    if divisor:
        behind += f" per{_unit(divisor, Ask(), one=True)}"
    return front, behind


def _money(unit: str, ask: Ask) -> tuple[str, str]:
    """What stands before the digits, or behind: CNY, RMB, ¥, yuan."""
    if unit not in MONEY:
        return "", ""
    if ask.currency == "symbol" and unit in _SYMBOLS:
        return _SYMBOLS[unit], ""
    if unit == "CNY" and ask.currency == "yuan":
        return "", " yuan"
    return ("RMB " if unit == "CNY" and ask.currency == "RMB" else f"{unit} "), ""


def _unit(unit: str, ask: Ask, *, one: bool) -> str:
    if ask.noun and unit in _COUNTS:
        return f" {singular(ask.noun) if one else plural(ask.noun)}"
    if unit == "%" and ask.form == "words":
        return " per cent"
    word = _UNITS.get(unit, (unit, unit))[0 if one else 1]
    return word if word in _CLOSE or not word else f" {word}"


def _qualified(figure: Figure, quantity: Quantity) -> tuple[str, str]:
    """The words before and after: money is over, things and people are more than."""
    money = figure.unit in MONEY
    if figure.qualifier in ("over", "odd"):
        return ("over " if money else "more than "), ""
    if figure.qualifier == "under":
        return ("fewer than " if figure.unit in _COUNTS else "less than "), ""
    if figure.qualifier == "at_least" and _ends_with_it(quantity):
        return "", " or more"
    return _BEFORE.get(figure.qualifier, ""), ""


def _ends_with_it(quantity: Quantity) -> bool:
    """以上 and 上 are *or more*; 至少 is *at least*."""
    if not is_chinese(quantity.printed):
        return quantity.printed.endswith(("more", "above", "+"))
    phrase = printed_phrase(quantity.printed)
    return bool(phrase.after) or phrase.before == "上"


def _worded(figure: Figure, quantity: Quantity) -> str:
    """The qualifier of a fraction in words, which is *about* without saying so."""
    if figure.qualifier == "about" and not says_its_qualifier(quantity.printed):
        return ""
    return _qualified(figure, quantity)[0]


def _fraction(value: Fraction) -> str:
    if value in _FRACTIONS:
        return _FRACTIONS[value]
    if 0 < value.numerator < 10 and value.denominator < 10:
        return f"{_WORDS[value.numerator]} in {_WORDS[value.denominator]}"
    raise CannotSay(f"{value} has no name in English; say it as a percentage")


def _spanning(quantity: Quantity, unit: str, ask: Ask) -> Phrase:
    """3–5 years, CNY 100,000–150,000; several hundred, tens of thousands of households."""
    low, high = quantity.interval.lo or Fraction(0), quantity.interval.hi or Fraction(0)
    front, behind = _unit_words(unit, ask, one=False)
    many = _many(quantity, low, high) if quantity.qualifier == "several" else ""
    if many:
        of = " of" if behind and many.endswith("s") else ""
        return Phrase(many + of, unit=behind)
    joint = " to " if low < 0 or quantity.qualifier == "several" else "–"
    scale = _natural(high, high)
    if scale > abs(low) * 10:  # 0.02 million is no English
        scale = Fraction(1)
    ends = (decimal_digits(end / scale, None, separators=True) for end in (low, high))
    digits = joint.join(ends).replace("-", _MINUS)
    return Phrase(digits, money=front, scale=_SCALE_WORDS[scale], unit=behind)


def _many(quantity: Quantity, low: Fraction, high: Fraction) -> str:
    """The usual words where they keep the interval, or nearly so; an English text's own words."""
    if not is_chinese(quantity.printed):
        return " ".join(_UNCOUNTED.findall(quantity.printed.lower()))
    usual = {200: "several hundred", 2000: "several thousand", 20000: "tens of thousands"}
    return usual.get(int(low), "") if high == 5 * low else ""
