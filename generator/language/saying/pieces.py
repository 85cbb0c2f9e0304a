"""Taking a figure apart, for a card, a table column or a chart axis."""

from __future__ import annotations

from dataclasses import dataclass

from generator.language.saying.ask import Ask, asked
from generator.language.saying.chinese import unit_word
from generator.language.saying.figures import phrase
from generator.language.script.traditional import figure_to_traditional, is_traditional
from generator.model import Quantity


@dataclass(frozen=True, slots=True)
class Parts:
    """A figure in pieces; every piece with a number keeps the qualifier.

    ==========  ==================  =======================  ==================
    whole       500多亿元           over RMB 50 billion      3年多
    number      500多亿             over 50 billion          超3
    unit        元                  RMB                      年
    digits      500多               over 50                  超3
    scale       亿                  billion
    scale_unit  亿元                RMB billion              年
    ==========  ==================  =======================  ==================

    `before` and `after` are the words around the bare `figure` (``近`` 2.4, 500 ``多``): what a
    number format puts around a value that stays a number.
    """

    whole: str
    number: str
    unit: str
    digits: str
    scale_unit: str
    figure: str
    before: str = ""
    after: str = ""
    scale: str = ""


def parts(quantity: Quantity, locale: str, ask: str | Ask = "") -> Parts:
    """The pieces of a figure as `say` would say it. Raises CannotSay."""
    english = locale.startswith("en")
    said = phrase(quantity, locale, asked(ask))
    money, scale, unit = said.money.strip(), said.scale.strip(), said.unit.strip()
    if money and not english:  # 人民币1.2亿元, US$40万
        money, unit = "", _unit(quantity, locale)
    gap = " " if scale and (unit or money) and english else ""
    figure = said.alone or said.digits
    plus = "+" if figure.startswith("+") else ""
    return Parts(
        whole=said.whole,
        number=said.number,
        unit=money or unit,
        digits=said.short,
        scale=scale,
        scale_unit=f"{money}{gap}{scale}" if money else f"{scale}{gap}{unit}",
        figure=figure.removeprefix("+"),
        before=said.front + plus,
        after=said.behind,
    )


def _unit(quantity: Quantity, locale: str) -> str:
    """The Chinese word for a currency that was printed as a sign."""
    word = unit_word(quantity.unit)
    return figure_to_traditional(word) if is_traditional(locale) else word
