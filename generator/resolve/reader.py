"""Who reads, of which edition, in which words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.language import MONEY, everyday
from generator.model import Audience, FactpackError, Measure, Quantity, Source, Statement
from generator.resolve.edition import Edition
from generator.resolve.resolution import Resolution
from generator.resolve.resolved import ResolvedFact
from generator.resolve.voice import Voice

if TYPE_CHECKING:
    from generator.store import FactStore

DEFAULT_LOCALE = "zh-Hans"
LOCALES = ("zh-Hans", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK", "en")


@dataclass(frozen=True, slots=True)
class Reader:
    """All that is needed to put the facts of one resolution into words.

    `exact`: figures are said as they are, even to an audience that is given round ones.
    """

    resolution: Resolution
    store: FactStore
    edition: Edition
    audience: Audience | None
    exact: bool = False
    other: str = ""  # a language that is not the audience's own

    @property
    def exactly(self) -> Reader:
        """The same reader, who is now told each figure as it is."""
        return replace(self, exact=True)

    @property
    def locale(self) -> str:
        if self.other:
            return self.other
        return self.audience.locale if self.audience else DEFAULT_LOCALE

    @property
    def voice(self) -> Voice:
        return Voice(self.locale)

    def ask(self, resolved: ResolvedFact, quantity: Quantity) -> str:
        """What is asked of a figure's words, as `language.say` takes it.

        Money is written as the audience's setting `money` has it; what is no yuan, by its code or
        its symbol. What is counted has the noun of its measure: more than 2,200 participations. A
        source that counts persons where the measure counts visits keeps its persons.
        """
        words = self._english(resolved, quantity) if self.voice.english else ""
        return f"{self.precision(quantity)} {words}".strip()

    def precision(self, quantity: Quantity) -> str:
        """What is asked so that an audience of round figures gets one; empty for an exact one."""
        rounded = self.audience is not None and self.audience.precision == "rounded"
        return everyday(quantity, self.locale) if rounded and not self.exact else ""

    def _english(self, resolved: ResolvedFact, quantity: Quantity) -> str:
        money = self.audience.settings.get("money", "") if self.audience else ""
        has_symbol = money == "symbol" and quantity.unit in MONEY
        if has_symbol or (money and quantity.unit == "CNY"):
            return f"style={money}"
        measure = next((self.store.measures.get(one.measure) for one in resolved.statements), None)
        noun = measure.noun.get("en") if measure and measure.unit == quantity.unit else ""
        return f'noun="{noun}"' if noun else ""

    def source(self, statement: Statement) -> Source | None:
        return self.store.sources.get(statement.source)

    def speaker(self, statement: Statement) -> str:
        """Who says it, in the reader's language; as printed where no other words are known."""
        return self.voice.words(self.store.speaker(statement.said_by))

    def measure(self, resolved: ResolvedFact) -> Measure | None:
        return self.store.measures.get(resolved.fact.measure)

    def date(self, resolved: ResolvedFact) -> str:
        """The as-of date in words; empty for what has none."""
        if resolved.as_of is None:
            return ""
        source = self.source(resolved.statement) if resolved.statement else None
        return self.voice.date(resolved.as_of, source)

    def citations(self, facts: Iterable[ResolvedFact]) -> list[str]:
        """The distinct sources of some facts as source lines name them, in order."""
        sources = (self.source(one) for fact in facts for one in fact.statements)
        return list(dict.fromkeys(self.voice.cited(one) for one in sources if one))


def present(resolved: ResolvedFact) -> ResolvedFact:
    """The fact itself, when it has something to say.

    Raises FactpackError with the problem of a missing or disputed one.
    """
    problem = resolved.missing or resolved.disputed
    if problem is not None:
        raise FactpackError([problem])
    return resolved
