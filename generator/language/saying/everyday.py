"""How people say a figure to one another: 近400人, 5亿多元, 约172公里."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from generator.language.comparing.rounding import place_of, round_half_up
from generator.language.saying.ask import CannotSay
from generator.language.saying.figures import say
from generator.language.saying.shaping import printed_amount
from generator.model import Quantity

_SHORT = 2  # digits that anybody remembers
_LONG = 5  # digits from which a count is said in 万
_CLOSE = Fraction(2, 100)


@lru_cache(maxsize=4_096)
def everyday(quantity: Quantity, locale: str) -> str:
    """What to ask of `say` for a figure's everyday form; empty when that is the printed form.

    A figure of one or two digits, and one that carries a precision word already, stays. One
    within 2 % of a number of one digit takes that number: 近 from below, 多 from above. A longer
    one with decimals is said 约, to two digits or to the whole unit; a whole count of up to four
    digits stays, as it is known. Never says more than `quantity` does.
    """
    for ask in _asks(quantity):
        try:
            say(quantity, locale, ask)
        except CannotSay:
            continue
        return ask
    return ""


def _asks(quantity: Quantity) -> list[str]:
    if quantity.qualifier != "exact" or quantity.digits <= _SHORT or quantity.number is None:
        return []
    return [*_near_round(quantity), *_shorter(quantity)]


def _near_round(quantity: Quantity) -> list[str]:
    amount = printed_amount(quantity)
    whole = round_half_up(amount, place_of(amount))
    if whole == amount or abs(whole - amount) > _CLOSE * abs(whole):
        return []
    return ["digits=1 style=near" if amount < whole else "digits=1 style=odd"]


def _shorter(quantity: Quantity) -> list[str]:
    number = quantity.number
    assert number is not None
    whole_digits = len(str(int(abs(number))))
    if number == int(number):
        return [f"digits={_SHORT} style=about"] if whole_digits >= _LONG else []
    digits = max(_SHORT, whole_digits)
    return [f"digits={digits} style=about"] if digits < quantity.digits else []
