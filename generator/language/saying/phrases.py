"""A figure laid out in words, before it is put together, so that it can also be taken apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Phrase:
    """The pieces of a figure in the order in which they are said.

    近 · CNY · 2.4 · 多 · 万 · 多 · 人次 · 以上: most are empty most of the time; spaces belong to
    the pieces. Where what stands behind is left off, `instead` is the qualifier to put in front
    (超 for the 多 of 三年多) and `alone` are the digits (1.5 for 一年半).
    """

    digits: str
    before: str = ""
    money: str = ""
    within: str = ""
    scale: str = ""
    beyond: str = ""
    unit: str = ""
    after: str = ""
    instead: str = ""
    alone: str = ""

    @property
    def whole(self) -> str:
        """Everything: 500多亿元, over CNY 50 billion."""
        return (
            f"{self.before}{self.money}{self.digits}{self.within}{self.scale}{self.beyond}"
            f"{self.unit}{self.after}"
        )

    @property
    def number(self) -> str:
        """Without the unit, qualifier kept: 500多亿, 至少600亿 for 600亿元以上."""
        front = self.instead if self.after else self.before
        return f"{front}{self.alone or self.digits}{self.within}{self.scale}{self.beyond}"

    @property
    def short(self) -> str:
        """Without scale word and unit, qualifier kept: 500多, 20余, 超2 for 2万余人次.

        What stands behind a scale word belongs to all of it; beside 万人次 no 2余 can stand.
        """
        if self.scale and self.beyond:
            return f"{self.instead}{self.alone or self.digits}"
        return f"{self.front}{self.alone or self.digits}{self.behind}"

    @property
    def front(self) -> str:
        """The words before the bare digits."""
        moved = self.after or (self.beyond and not self.behind)
        return self.instead if moved else self.before

    @property
    def behind(self) -> str:
        """The remainder behind the bare digits: 余 behind whole numbers, 多 behind round ones."""
        apart = self.beyond in ("余", "餘") and "." not in self.digits
        return self.within or (self.beyond if apart else "")

    def mapped(self, change: Callable[[str], str]) -> Phrase:
        """The phrase with every piece rewritten: for another script."""
        return replace(
            self,
            digits=change(self.digits), before=change(self.before), money=change(self.money),
            within=change(self.within),
            scale=change(self.scale), beyond=change(self.beyond), unit=change(self.unit),
            after=change(self.after), instead=change(self.instead),
        )  # fmt: skip
