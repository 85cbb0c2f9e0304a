"""What is to be printed of a quantity: amount, place of the last digit, qualifier, unit.

The same for every language. Quantities specification, section 8, *Reducing* and *Refuse*.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from generator.language.comparing.rounding import (
    chinese_scale,
    place_of,
    round_down,
    round_half_up,
    round_up,
)
from generator.language.comparing.settle import settled
from generator.language.numbers.unit_words import chinese_units, english_units
from generator.language.numbers.units import COUNTED, UNITS, convert
from generator.language.saying.as_printed import printed_phrase
from generator.language.saying.ask import Ask, CannotSay
from generator.model import Qualifier, Quantity

_CHINESE_SCALES = (("万亿", 10**12), ("亿", 10**8), ("千万", 10**7), ("百万", 10**6), ("万", 10**4))
_ENGLISH_SCALES = (
    ("trillion", 10**12), ("billion", 10**9), ("million", 10**6), ("thousand", 10**3),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity about to be said: `amount` in units, exact to `step`, rounded from `value`.

    `scale` is the scale word asked for (None: the natural one). `reduced`: less is said than is
    printed or derived, so that the words have to be held against the quantity.
    """

    amount: Fraction
    step: Fraction
    qualifier: Qualifier
    unit: str
    value: Fraction
    scale: Fraction | None = None
    reduced: bool = False

    @property
    def is_count(self) -> bool:
        """Whether it counts whole things, each of them known."""
        return self.qualifier == "exact" and self.unit in COUNTED and self.step >= 1


def shaped(quantity: Quantity, ask: Ask) -> Figure:
    """The figure that `ask` makes of `quantity`. Raises CannotSay with a hint."""
    if ask.exact and quantity.qualifier != "exact":
        raise CannotSay(f"{quantity.printed} has no exact value")
    figure = _as_printed(quantity)
    if ask.unit:
        figure = _in_unit(figure, quantity, ask.unit)
    if ask.form == "wan":
        figure = _in_wan(figure, quantity, ask)
    if ask.form == "成":
        figure = replace(figure, reduced=True)
    if ask.digits is None and not ask.qualifier:
        return figure
    if quantity.qualifier in ("range", "several"):
        raise CannotSay(f"{quantity.printed} is no single number that could be rounded")
    return _reduced(figure, quantity, ask)


def printed_amount(quantity: Quantity) -> Fraction:
    """What the printed digits say; a derived value itself has more of them."""
    if quantity.number is None or not quantity.scale:
        return quantity.value
    return Fraction(quantity.number) * quantity.scale


def unit_asked(word: str) -> tuple[Fraction | None, str]:
    """The scale (None where none is named) and the unit code (or "") of 万元, billion, 公顷.

    Raises CannotSay for a word that is neither.
    """
    for name, scale in (*_CHINESE_SCALES, *_ENGLISH_SCALES):
        if word.startswith(name):
            rest = word.removeprefix(name).strip()
            return Fraction(scale), _code(rest) if rest else ""
    return None, _code(word)


def _code(word: str) -> str:
    if word in UNITS:
        return word
    code = chinese_units().get(word, ("", Fraction(1)))[0] or english_units().get(word.lower(), "")
    if not code:
        raise CannotSay(f"{word!r} is no unit; use 万元, 公顷, billion, km …")
    return code


def _as_printed(quantity: Quantity) -> Figure:
    amount = printed_amount(quantity)
    return Figure(
        amount, quantity.step or Fraction(1), quantity.qualifier, quantity.unit, quantity.value,
        reduced=amount != quantity.value,
    )  # fmt: skip


def _in_unit(figure: Figure, quantity: Quantity, word: str) -> Figure:
    scale, code = unit_asked(word)
    if not code or code == figure.unit:
        return replace(figure, scale=scale or Fraction(1))
    converted = convert(quantity, code)
    if converted is None:
        raise CannotSay(f"{quantity.printed} is not measured in {word}")
    figure = replace(figure, unit=code, value=converted.value, scale=scale, reduced=True)
    return _converted(figure, converted, quantity)


def _converted(figure: Figure, converted: Quantity, quantity: Quantity) -> Figure:
    """The figure with amount and last place in another unit: as many digits as hold there."""
    ratio = converted.value / quantity.value if quantity.value else Fraction(1)
    if _moves_the_point(ratio):
        return replace(figure, amount=figure.amount * ratio, step=figure.step * ratio)
    if quantity.qualifier != "exact":
        raise CannotSay(f"{quantity.printed} has no round value in that unit; convert it in a note")
    rounded = settled(converted.value, converted.interval, converted.unit)
    if rounded is None:
        raise CannotSay(f"{quantity.printed} is too rough to be converted")
    return replace(figure, amount=rounded.amount, step=rounded.step, qualifier=rounded.qualifier)


def _moves_the_point(ratio: Fraction) -> bool:
    """Whether a conversion multiplies or divides by 1, 10, 100 …"""
    largest = str(max(ratio.numerator, ratio.denominator))
    return 1 in (ratio.numerator, ratio.denominator) and largest.rstrip("0") == "1"


def _in_wan(figure: Figure, quantity: Quantity, ask: Ask) -> Figure:
    if quantity.interval.is_point and ask.digits is None:
        raise CannotSay(f"say exact counts in full: {figure.amount}")
    return replace(figure, scale=Fraction(10**4))


def _reduced(figure: Figure, quantity: Quantity, ask: Ask) -> Figure:
    """Fewer digits, another qualifier, or both; rounded once, from the value."""
    wanted: Qualifier = ask.qualifier or quantity.qualifier
    if ask.digits and ask.digits > quantity.digits:
        raise CannotSay(f"finer than the fact: {quantity.printed} has {quantity.digits} digits")
    if quantity.interval.hi is None and wanted not in ("over", "at_least"):
        raise CannotSay(f"over {_bare(quantity)} has no upper end")
    step = _step(figure, quantity, ask, wanted)
    amount = _rounded(figure.value, step, wanted)
    return replace(figure, amount=amount, step=step, qualifier=wanted, reduced=True)


def _step(figure: Figure, quantity: Quantity, ask: Ask, wanted: Qualifier) -> Fraction:
    digits = ask.digits
    if digits is None and wanted in ("odd", "near") and quantity.qualifier == "exact":
        digits = max(1, quantity.digits - 1)
    if digits is None or not figure.amount:
        return figure.step
    step = place_of(figure.value) / Fraction(10) ** (digits - 1)
    if wanted == "odd":  # 5.0多亿 is no Chinese
        step = max(step, chinese_scale(figure.amount, figure.unit))
    return step


def _rounded(amount: Fraction, step: Fraction, qualifier: Qualifier) -> Fraction:
    if qualifier in ("over", "at_least", "odd"):
        return round_down(amount, step)
    if qualifier in ("under", "at_most"):
        return round_up(amount, step)
    return round_half_up(amount, step)


def _bare(quantity: Quantity) -> str:
    """The printed figure without the word that qualifies it."""
    phrase = printed_phrase(quantity.printed)
    return f"{phrase.digits}{phrase.scale}{phrase.unit}"
