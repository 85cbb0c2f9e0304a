"""What a document asks for: read off its template, or known from the edition before."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.pack.editions.record import DocumentRecord

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.charts import ChartPlan
    from generator.model import Document
    from generator.render import Needs
    from generator.store import FactStore

_WORD = re.compile(r"\w+")
LISTS = frozenset(("ledger", "sources"))  # names that list the figures of others


@dataclass(frozen=True, slots=True)
class Asks:
    """The keys of facts and the ids of charts and pictures, in order; whether it lists figures.

    `includes` are the files of the template's folder that come in with it.
    """

    facts: tuple[str, ...]
    charts: tuple[str, ...]
    lists: bool
    includes: tuple[str, ...] = ()


def asks_of(
    needs: Needs, document: Document, store: FactStore, charts: Mapping[str, ChartPlan]
) -> Asks:
    """What a document asks for by its template, what that includes, its title and its charts."""
    drawn = tuple(dict.fromkeys((*needs.charts, *needs.pictures)))
    names = [*needs.names, *_WORD.findall(document.title)]
    in_charts = [name for id in drawn if id in charts for name in charts[id].names()]
    keys = _keys([*names, *in_charts], store)
    return Asks(keys, drawn, not LISTS.isdisjoint(names), needs.subdocs)


def remembered(document: DocumentRecord) -> Asks:
    """What it asked for when it was made: the same, while template, plan and charts are."""
    made = document.inputs
    return Asks(tuple(made.facts), tuple(made.charts), bool(made.others), tuple(made.includes))


def _keys(names: Iterable[str], store: FactStore) -> tuple[str, ...]:
    """The names that are facts; another may be a setting, and one that is nothing tells so."""
    facts = (store.fact(name) for name in names)
    return tuple(dict.fromkeys(fact.key for fact in facts if fact is not None))
