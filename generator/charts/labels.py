"""A value's label, and the Office number format that keeps it live.

The label is the figure as it may be said in the chart's unit; the format draws the same text
from the number in the cell: ``近2.4`` is 2.4 under ``"近"0.0``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.language import Ask, CannotSay, parts
from generator.model import Quantity, Words

_FIGURE = re.compile(r"([−-]?)(\d[\d,]*(?:\.\d+)?)")
_SCALES = ("trillion", "billion", "million", "thousand")


@dataclass(frozen=True, slots=True)
class Label:
    """What is drawn, what is read, and the format between the two."""

    value: Decimal
    text: str
    number_format: str


def label_of(quantity: Quantity, unit: Words, locale: str, precision: str = "") -> Label:
    """The label of a quantity in the unit of its chart (``亿元``, ``RMB billion``, ``家``).

    `precision` is what an audience of round figures asks (`language.everyday`).

    Raises CannotSay with a hint for another dimension, and for what is no single number.
    """
    if quantity.qualifier in ("range", "several"):
        raise CannotSay(f"{quantity.printed} is no single length; put it in a table")
    ask = replace(Ask.parse(precision), unit=_unit_to_ask(quantity, unit, locale))
    said = parts(quantity, locale, ask)
    match = _FIGURE.fullmatch(said.figure)
    if match is None:
        raise CannotSay(f"{quantity.printed} names no number that could be drawn")
    sign, digits = match.groups()
    value = Decimal(("-" if sign else "") + digits.replace(",", ""))
    text = f"{said.before}{said.figure}{said.after}"
    return Label(value, text, number_format(said.before, digits, said.after))


def number_format(before: str, digits: str, after: str) -> str:
    """The format of a label: words quoted, as many decimals as printed (ISO 29500-1, §18.8.31)."""
    whole, _, decimals = digits.partition(".")
    code = "#,##0" if "," in whole else "0"
    if decimals:
        code += "." + "0" * len(decimals)
    return _quoted(before) + code + _quoted(after)


def _quoted(words: str) -> str:
    return f'"{words}"' if words.replace('"', "") else ""


def _unit_to_ask(quantity: Quantity, unit: Words, locale: str) -> str:
    """The unit in words that can be asked for; an English one by its scale word alone."""
    if not locale.startswith("en") and "zh" in unit:
        return unit["zh"]
    words = unit.get("en", "").split()
    return next((scale for scale in _SCALES if scale in words), quantity.unit)
