"""What is referred to is there: subjects, measures, sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator

from generator.model import Place, Problem, error
from generator.store.fact_store import FactStore
from generator.store.records import nearest

# Who refers, where, to which table, by which name.
Reference = tuple[str, Place, str, str]


def check_references(store: FactStore) -> list[Problem]:
    """The subjects, measures and sources that statements, facts and rulings name are known.

    An unknown name is told once, where it stands first. What could not be read may be there.
    """
    tables: dict[str, Collection[str]] = {
        "subject": store.subjects,
        "measure": store.measures,
        "source": store.sources,
    }
    unknown: defaultdict[tuple[str, str], list[Reference]] = defaultdict(list)
    for reference in _references(store):
        _, _, kind, id = reference
        if id and id not in tables[kind] and f"{kind}s" not in store.unread:
            unknown[kind, id].append(reference)
    return [_unknown(found, tables[kind]) for (kind, _), found in unknown.items()]


def check_facts(store: FactStore) -> list[Problem]:
    """A fact has a subject and a measure, or a formula."""
    return [
        error(
            fact.place,
            f"“{fact.key}” has neither a subject and a measure nor a formula.",
            "Add “subject:” and “measure:”, or “derive:” and “of:”.",
        )
        for fact in store.facts.values()
        if not fact.derive and not (fact.subject and fact.measure)
    ]


def _references(store: FactStore) -> Iterator[Reference]:
    for statement in store.statements.values():
        yield statement.id, statement.place, "subject", statement.subject
        yield statement.id, statement.place, "measure", statement.measure
        yield statement.id, statement.place, "source", statement.source
    for fact in store.facts.values():
        yield fact.key, fact.place, "subject", fact.subject
        yield fact.key, fact.place, "measure", fact.measure
    for ruling in store.rulings.values():
        yield ruling.id, ruling.place, "subject", ruling.subject
        yield ruling.id, ruling.place, "measure", ruling.measure


def _unknown(references: list[Reference], known: Collection[str]) -> Problem:
    whose, place, kind, id = references[0]
    others = f" (and so do {len(references) - 1} more)" if len(references) > 1 else ""
    hint = nearest(id, known) or f"Add it to facts/{kind}s.yaml, or correct the name."
    return error(place, f"“{whose}” names the unknown {kind} “{id}”{others}.", hint)
