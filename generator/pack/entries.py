"""What a ledger keeps of facts and sources, so that two ledgers can be compared years later."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from generator.resolve.voice import Voice

if TYPE_CHECKING:
    from generator.model import Statement
    from generator.resolve import ResolvedFact
    from generator.store import FactStore

Json = dict[str, object]


def fact_words(store: FactStore, fact: ResolvedFact) -> Json:
    """How a fact is called, written, counted and computed; its value is `fact_entry`'s."""
    quantity = fact.quantity
    measure = store.measures.get(_measure(fact))
    return {
        "name": dict(fact.fact.name),
        "printed": "" if quantity is None else quantity.printed,
        "qualifier": None if quantity is None else quantity.qualifier,
        "period": None if fact.period is None else fact.period.as_json(),
        "modality": fact.fact.modality,
        "kind": "event" if quantity is None else measure.kind if measure else "level",
        "noun": dict(measure.noun)
        if measure and quantity and measure.unit == quantity.unit
        else {},
        "formula": _formula(fact),
        "outlived": fact.outlived,
    }


def source_entries(store: FactStore, statements: Iterable[str]) -> Json:
    """How the sources of some statements are named in a source line, by id."""
    ids = sorted({store.statements[id].source for id in statements})
    found = ((id, store.sources[id]) for id in ids if id in store.sources)
    return {
        id: {locale: Voice(spoken).cited(source) for locale, spoken in _SPOKEN.items()}
        for id, source in found
    }


_SPOKEN = {"zh": "zh-Hans", "en": "en"}


def _measure(fact: ResolvedFact) -> str:
    """The measure of a chosen fact, or of the first that a derived one rests on."""
    first: Statement | None = next(iter(fact.statements), None)
    return fact.fact.measure or (first.measure if first else "")


def _formula(fact: ResolvedFact) -> Json | None:
    if not fact.fact.derive:
        return None
    names = [dict(base.fact.name) for base in fact.bases]
    return {"derive": fact.fact.derive, "of": list(fact.fact.of), "names": names}
