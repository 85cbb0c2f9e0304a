"""How a figure is wanted: digits, unit, qualifier, currency style, noun."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

Currency = Literal["code", "RMB", "symbol", "yuan"]
Wanted = Literal["", "about", "over", "odd", "near"]

_WORDS = re.compile(r'(\w+)=("[^"]*"|\S+)|(\S+)')
_CURRENCIES: dict[str, Currency] = {
    "RMB": "RMB",
    "symbol": "symbol",
    "yuan": "yuan",
    "code": "code",
}
_QUALIFIERS: dict[str, Wanted] = {
    "about": "about", "over": "over", "odd": "odd", "near": "near",
}  # fmt: skip


class CannotSay(ValueError):
    """A figure may not be said as asked, because that would say more than is known."""

    def __init__(self, hint: str) -> None:
        super().__init__(hint)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked of a figure beyond *as it is printed*.

    Written ``digits=2 style=about unit=万元 noun="welfare project" exact words signed``; several
    styles may stand together (``style=near style=RMB``). `form` is any other style: ``成``,
    ``wan``, ``words``, and those of dates (``plan``, ``quarter``, ``wave`` …).
    """

    digits: int | None = None
    qualifier: Wanted = ""
    unit: str = ""
    currency: Currency = "code"
    noun: str = ""
    form: str = ""
    exact: bool = False
    words: bool = False
    signed: bool = False

    @classmethod
    def parse(cls, text: str) -> Ask:
        """Read the written form. Raises ValueError for an unknown word."""
        return _parsed(text)

    @property
    def keeps_value(self) -> bool:
        """Whether digits, scale and qualifier are wanted as printed."""
        return not (self.digits or self.qualifier or self.unit or self.form or self.words)


@lru_cache(maxsize=1_024)
def _parsed(text: str) -> Ask:
    ask = Ask()
    for name, value, flag in _WORDS.findall(text):
        ask = _with_flag(ask, flag) if flag else _with(ask, name, value.strip('"'))
    return ask


def _with_flag(ask: Ask, flag: str) -> Ask:
    if flag == "exact":
        return replace(ask, exact=True)
    if flag == "words":
        return replace(ask, words=True)
    if flag == "signed":
        return replace(ask, signed=True)
    raise ValueError(f"cannot ask for {flag!r}; use digits=, unit=, style=, noun=, exact, words")


def _with(ask: Ask, name: str, value: str) -> Ask:
    if name == "digits":
        if not value.isdigit() or value == "0":
            raise ValueError(f"digits={value} is no number of digits")
        return replace(ask, digits=int(value))
    if name == "unit":
        return replace(ask, unit=value)
    if name == "noun":
        return replace(ask, noun=value)
    if name != "style":
        raise ValueError(f"cannot ask for {name}=; use digits=, unit=, style=, noun=")
    if value in _QUALIFIERS:
        return replace(ask, qualifier=_QUALIFIERS[value])
    if value in _CURRENCIES:
        return replace(ask, currency=_CURRENCIES[value])
    return replace(ask, form=value)


def asked(ask: str | Ask) -> Ask:
    """An `Ask` from either of its forms."""
    return Ask.parse(ask) if isinstance(ask, str) else ask
