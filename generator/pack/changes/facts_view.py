"""The facts of a day as one side of a comparison, without any edition."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from generator.model import Audience, Problem
from generator.pack.changes.ledgers import View, read_ledger
from generator.pack.provenance import facts_ledger
from generator.resolve import Edition, Resolution, resolve

if TYPE_CHECKING:
    from generator.resolve import ResolvedFact
    from generator.store import FactStore


def facts_view(
    store: FactStore, as_of: date, audience: Audience | None = None
) -> tuple[View, list[Problem]]:
    """Every fact that has something to say on a day, forecasts beside the results they are for.

    Without an audience everything may be seen. The problems are those of choosing.
    """
    resolution = resolve(store, None, audience, Edition(as_of))
    facts = {key: one for key, one in _facts(resolution).items() if one.available}
    ledger = json.loads(json.dumps(facts_ledger(store, facts)))
    return View(as_of.isoformat(), (read_ledger(ledger),)), list(resolution.problems)


def _facts(resolution: Resolution) -> dict[str, ResolvedFact]:
    found = dict(resolution.facts)
    for key, one in resolution.facts.items():
        forecast = resolution.find(f"{key}.forecast") if one.fact.measure else None
        if forecast is not None and one.fact.modality == "actual":
            found[forecast.key] = forecast
    return found
