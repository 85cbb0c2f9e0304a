"""Formulas: over facts that exist, as many as they need, and never over themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.language import UNITS
from generator.model import Fact, Problem, error
from generator.store.fact_store import FactStore
from generator.store.records import nearest

_STEP = re.compile(r'(\w+)(?:\.(previous|forecast)|\.at\((?:"[\d-]+"|\'[\d-]+\')\))?')
# How many facts a formula is over: at least, at most.
_PARTS = {
    "difference": (2, 2),
    "growth": (2, 2),
    "share": (2, 2),
    "sum": (2, 99),
    "years_since": (1, 1),
    "convert": (1, 1),
}


def check_formulas(store: FactStore) -> list[Problem]:
    """Every formula is whole, and what it is over is known."""
    return [problem for fact in store.facts.values() for problem in _problems(fact, store)]


def check_cycles(store: FactStore) -> list[Problem]:
    """No formula comes back to itself."""
    problems = []
    for fact in store.facts.values():
        round_trip = _way_back(fact, store)
        if round_trip:
            problem = f"The formula of “{fact.key}” comes back to itself: {' → '.join(round_trip)}."
            problems.append(error(fact.place, problem, "Break the circle at one of them."))
    return problems


def base_name(reference: str) -> str:
    """The fact that a reference starts from: ``x`` of ``x.previous``; empty for no reference."""
    match = _STEP.fullmatch(reference)
    return match[1] if match else ""


def _problems(fact: Fact, store: FactStore) -> Iterator[Problem]:
    if fact.unit and fact.unit not in UNITS:
        hint = nearest(fact.unit, UNITS) or f"Known are: {', '.join(UNITS)}."
        yield error(fact.place, f"“{fact.key}” has the unknown unit “{fact.unit}”.", hint)
    if fact.digits and fact.derive in ("", "years_since"):
        problem = f"“{fact.key}” has “digits” and no formula that could give more or fewer."
        yield error(fact.place, problem, "Delete “digits”: the figure is said as it is.")
    if not fact.derive:
        if fact.of:
            yield error(fact.place, f"“{fact.key}” has “of” and no formula.", "Add “derive:”.")
        return
    if fact.subject or fact.measure:
        problem = f"“{fact.key}” has both a formula and a subject or measure."
        yield error(fact.place, problem, "Keep “derive” and “of”, or subject and measure.")
    least, most = _PARTS[fact.derive]
    if not least <= len(fact.of) <= most:
        problem = f"“{fact.key}”: {fact.derive} is over {_count(least, most)}, not {len(fact.of)}."
        yield error(fact.place, problem, "Name the facts in “of: […]”.")
    for reference in fact.of:
        yield from _reference_problems(fact, reference, store)


def _reference_problems(fact: Fact, reference: str, store: FactStore) -> Iterator[Problem]:
    base = base_name(reference)
    if not base:
        problem = f"“{fact.key}” is over “{reference}”, which is no way to name a fact."
        yield error(
            fact.place, problem, 'Write “x”, “x.previous”, “x.forecast” or “x.at("2023-10")”.'
        )
    elif store.fact(base) is None:
        hint = nearest(base, store.facts) or "Add it to facts/facts.yaml, or correct the name."
        yield error(fact.place, f"“{fact.key}” is over the unknown fact “{base}”.", hint)


def _count(least: int, most: int) -> str:
    if most > least:
        return f"{least} facts or more"
    return "one fact" if least == 1 else f"{least} facts"


def _way_back(fact: Fact, store: FactStore) -> list[str]:
    """The keys on a way from a fact through formulas to itself; empty if there is none."""
    ways = [[fact.key]]
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        for key in _parents(store.facts[way[-1]], store):
            if key == fact.key:
                return [*way, key]
            if key not in seen:
                seen.add(key)
                ways.append([*way, key])
    return []


def _parents(fact: Fact, store: FactStore) -> list[str]:
    parents = (store.fact(base_name(reference)) for reference in fact.of)
    return [parent.key for parent in parents if parent]
