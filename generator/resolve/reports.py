"""Facts, statements and conflicts as data for ``--json``, and a choice explained in lines."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from generator.model import Problem, Statement, decimal_text
from generator.resolve.conflict_sets import Conflict
from generator.resolve.resolution import Resolution
from generator.resolve.resolved import ResolvedFact
from generator.resolve.rulings import describe

if TYPE_CHECKING:
    from generator.model import Modality, Period, Quantity
    from generator.store import FactStore

Json = dict[str, object]


def facts_json(resolution: Resolution) -> list[Json]:
    """The facts that have a value or a date, in the order asked; missing ones have no entry."""
    store = resolution.chooser.store
    return [fact_json(store, one) for one in resolution.facts.values() if one.missing is None]


def fact_json(store: FactStore, resolved: ResolvedFact) -> Json:
    """A chosen or derived fact; its sources are those it rests on, then those that agree."""
    fact, chosen = resolved.fact, resolved.statement
    sources = (*resolved.statements, *resolved.supporting)
    return {
        "key": resolved.key,
        "subject": fact.subject,
        "measure": fact.measure,
        "dimensions": dict(fact.dimensions),
        **_figure(resolved.quantity, fact.modality, resolved.period, resolved.as_of),
        "rank": chosen.rank if chosen else "normal",
        "sources": [_source(store, one) for one in sources],
        "name": dict(fact.name),
        "derive": fact.derive or None,
        "statements": list(resolved.lineage),
        "ruling": resolved.ruling.id if resolved.ruling else None,
        "expired": resolved.expired,
    }


def statements_json(store: FactStore) -> list[Json]:
    """Every statement of the fact base, as it was read."""
    return [statement_json(store, statement) for statement in store.statements.values()]


def statement_json(store: FactStore, statement: Statement) -> Json:
    return {
        "id": statement.id,
        "subject": statement.subject,
        "measure": statement.measure,
        "dimensions": dict(statement.dimensions),
        **_figure(statement.quantity, statement.modality, statement.period, statement.as_of),
        "rank": statement.rank,
        "sources": [_source(store, statement)],
        "printed": statement.printed,
        "said_by": statement.said_by,
        "scope": statement.scope,
    }


def conflicts_json(found: Iterable[Conflict]) -> list[Json]:
    """Sets of statements with the class of their pairs and the ruling made on them."""
    return [
        {
            "subject": conflict.subject,
            "measure": conflict.measure,
            "class": conflict.kind,
            "statements": list(conflict.statements),
            "ruling": conflict.ruling,
        }
        for conflict in found
    ]


def explain(resolution: Resolution, key: str) -> list[str]:
    """A choice in lines: what was chosen and why, what supports and what contradicts it.

    Raises KeyError for what is no fact or neighbour of the resolution.
    """
    resolved = resolution.find(key)
    if resolved is None:
        raise KeyError(key)
    fact = resolved.fact
    lines = [f"{resolved.key} ({', '.join(fact.name.values())})"]
    if resolved.missing:
        return [*lines, *_problem("missing", resolved.missing)]
    lines += [f"  {line}" for line in _lines(resolved)]
    if resolved.disputed:
        lines += _problem("not settled", resolved.disputed)
    return lines


def _problem(label: str, problem: Problem) -> list[str]:
    return [f"  {label}: {problem.problem}", f"  next: {problem.next}"]


def _lines(resolved: ResolvedFact) -> Iterable[str]:
    quantity = resolved.quantity
    if quantity is not None:
        unit = f" {quantity.unit}"
        yield f"value: {quantity.printed} = {decimal_text(quantity.value)}{unit}"
        yield f"lies in: {quantity.interval}{unit}"
    yield from (f"period: {resolved.period}" for _ in (1,) if resolved.period)
    yield from (f"as of: {resolved.as_of}" for _ in (1,) if resolved.as_of)
    for label, statements in (
        ("chosen" if resolved.statement else "rests on", resolved.statements),
        ("supporting", resolved.supporting),
        ("conflicting", resolved.conflicting),
    ):
        yield from (f"{label}: {describe(one)}" for one in statements)
    yield from (f"why: {sentence}" for sentence in resolved.why)


def _figure(
    quantity: Quantity | None, modality: Modality, period: Period | None, as_of: str | None
) -> Json:
    return {
        "value": decimal_text(quantity.value) if quantity else None,
        "interval": str(quantity.interval) if quantity else None,
        "unit": quantity.unit if quantity else None,
        "qualifier": quantity.qualifier if quantity else None,
        "modality": modality,
        "period": period.as_json() if period else None,
        "as_of": as_of,
    }


def _source(store: FactStore, statement: Statement) -> Json:
    source = store.sources.get(statement.source)
    return {
        "source": statement.source,
        "file": source.file if source else "",
        "evidence": statement.evidence,
    }
