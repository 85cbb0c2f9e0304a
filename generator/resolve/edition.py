"""The day a pack speaks for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.language import say_date
from generator.resolve.times import first_possible


@dataclass(frozen=True, slots=True)
class Edition:
    """One issue of a pack: everything known on its day, nothing later."""

    as_of: date

    @property
    def year(self) -> int:
        return self.as_of.year

    def knows(self, partial: str | None) -> bool:
        """Whether something dated so coarsely may be known by this day."""
        return partial is None or first_possible(partial) <= self.as_of

    def day(self, locale: str) -> str:
        """2025年12月31日, 31 December 2025."""
        return say_date(self.as_of.isoformat(), locale)

    def month(self, locale: str) -> str:
        """2025年12月, December 2025."""
        return say_date(self.as_of.isoformat()[:7], locale)

    def label(self, locale: str) -> str:
        """How the edition is called: 2025年版, 2025 edition."""
        return f"{self.year} edition" if locale.startswith("en") else f"{self.year}年版"

    def __str__(self) -> str:
        return self.as_of.isoformat()
