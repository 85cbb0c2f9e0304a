"""Saying a figure: in the reader's language, and never more precisely than it is known.

Quantities specification, section 8. `generator.language.saying.pieces` takes what is said apart.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from generator.language.comparing.claims import Verdict, verdict
from generator.language.numbers.printed import read_printed
from generator.language.numbers.units import UNITS
from generator.language.saying.ask import Ask, CannotSay, asked
from generator.language.saying.chinese import chinese
from generator.language.saying.digits import is_chinese
from generator.language.saying.phrases import Phrase
from generator.language.saying.shaping import Figure, shaped
from generator.language.script.traditional import figure_to_traditional, is_traditional
from generator.model import Quantity

_PLUS = re.compile(r"\+(?=[\dA-Z¥$€£])")
_FINE: tuple[Verdict, ...] = ("same", "coarser")
_PASSABLE: tuple[Verdict, ...] = ("loose", "understated")  # true, with a notice


def say(quantity: Quantity, locale: str, ask: str | Ask = "") -> str:
    """A figure in words: ``5.09亿元``, ``近2.4萬人次``, ``over CNY 50 billion``.

    As printed unless asked otherwise: digits, scale and qualifier stay; script, language and
    spacing change. Raises CannotSay with a hint where that would say more than is known.
    """
    return phrase(quantity, locale, asked(ask)).whole


@lru_cache(maxsize=16_384)
def phrase(quantity: Quantity, locale: str, ask: Ask) -> Phrase:
    """A figure laid out in the words of a locale. Raises CannotSay."""
    if _PLUS.search(quantity.printed):
        ask = replace(ask, signed=True)
    figure = shaped(quantity, ask)
    english = locale.startswith("en")
    choices = _choices(figure, quantity, ask, english)
    chosen = choices[0]
    if figure.reduced:
        chosen = _allowed(choices, figure, quantity, ask, "en" if english else "zh-Hans")
    if is_traditional(locale) and not english:
        return chosen.mapped(figure_to_traditional)
    return chosen


def _choices(figure: Figure, quantity: Quantity, ask: Ask, english: bool) -> list[Phrase]:
    """The wordings to try; of a derived value, whose digits nobody printed, *about* as the last."""
    if english:
        # -- loaded for an English edition --
        from generator.language.saying.english import english as worded
    else:
        worded = chinese
    choices = worded(figure, quantity, ask)
    if figure.reduced and ask.keeps_value and figure.qualifier == "exact":
        choices += worded(replace(figure, qualifier="about"), quantity, ask)
    return choices


def _allowed(
    choices: list[Phrase], figure: Figure, quantity: Quantity, ask: Ask, lang: str
) -> Phrase:
    """The first wording that is true of the quantity; a loose one where there is no better."""
    verdicts = [_claim(choice, figure, quantity, ask, lang) for choice in choices]
    for fine in (_FINE, _PASSABLE):
        for choice, claim in zip(choices, verdicts, strict=True):
            if claim in fine:
                return choice
    raise CannotSay(_why(choices[0], figure, quantity))


def _claim(
    choice: Phrase, figure: Figure, quantity: Quantity, ask: Ask, lang: str
) -> Verdict | None:
    """What a wording claims, read back as any reader would; None if nobody could read it."""
    # No reader need know 元/吨 or the noun: there the number alone is held against the quantity.
    whole = figure.unit in UNITS and not ask.noun
    text = _PLUS.sub("", choice.whole if whole else choice.number)
    try:
        return verdict(read_printed(text, figure.unit, lang), quantity)
    except ValueError:
        return None


def _why(choice: Phrase, figure: Figure, quantity: Quantity) -> str:
    bare = f"{choice.money}{choice.digits}{choice.scale}{choice.unit}"
    match figure.qualifier:
        case "near":
            return f"{quantity.printed} is not near {bare} from below"
        case "over" if quantity.interval.is_point:
            return f"{quantity.printed} is not more than {bare}"
        case "over":
            return f"{quantity.printed} may be less than {bare}"
        case "odd":
            return f"{quantity.printed} is not {bare} and a remainder"
    about = "约" if is_chinese(bare) else "about "
    return f"{quantity.printed} does not round to {bare}: say {about}{bare}"
