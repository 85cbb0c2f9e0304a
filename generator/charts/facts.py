"""A fact as a chart needs it: its quantity, its dates, what it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model import (
    FactpackError,
    MeasureKind,
    Modality,
    Period,
    Place,
    Problem,
    Quantity,
    Statement,
    error,
)
from generator.resolve.neighbours import split_reference
from generator.resolve.times import known_at
from generator.resolve.views import FactView, inside
from generator.store.records import nearest


@dataclass(frozen=True, slots=True)
class ChartFact:
    """One fact that is there. `date` is its as-of in the reader's words, `citations` its sources.

    `kinds` are the kinds of the measures of its statements, by measure.
    """

    key: str
    name: str
    said: str
    modality: Modality
    quantity: Quantity | None
    period: Period | None
    as_of: str | None
    date: str
    expired: bool
    statements: tuple[Statement, ...]
    lineage: tuple[str, ...]
    citations: tuple[str, ...]
    kinds: Mapping[str, MeasureKind]


def find_fact(
    reference: str, facts: Mapping[str, object], place: Place
) -> tuple[ChartFact | None, list[Problem]]:
    """The fact that ``campus_area`` or ``public_projects.at(2023-10)`` names, or why not."""
    parts = split_reference(reference.replace('"', "").replace("'", ""))
    view = facts.get(parts[0]) if parts else None
    if parts is None or not isinstance(view, FactView):
        known = [name for name, one in facts.items() if isinstance(one, FactView)]
        hint = nearest(reference.split(".")[0], known) or "Use a key or name of facts/facts.yaml."
        return None, [error(place, f"“{reference}” is not a fact.", hint)]
    try:
        for step, value in parts[1]:
            view = view.at(value) if step == "at" else getattr(view, step)
        return _chart_fact(view), []
    except FactpackError as missing:
        return None, [
            error(place, f"“{reference}” cannot be drawn: {problem.problem}", problem.next)
            for problem in missing.problems
        ]


def _chart_fact(view: FactView) -> ChartFact:
    quantity = view.quantity  # -- raises for a missing fact --
    resolved, reader = inside(view)
    measures = {one.measure: reader.store.measures[one.measure] for one in resolved.statements}
    return ChartFact(
        key=view.key,
        name=view.name,
        said=str(view),
        modality=resolved.statement.modality if resolved.statement else "actual",
        quantity=quantity,
        period=view.period,
        as_of=view.as_of or _known(resolved.statements),
        date=reader.date(resolved),
        expired=view.expired,
        statements=resolved.statements,
        lineage=view.statements,
        citations=tuple(reader.citations([resolved])),
        kinds={name: measure.kind for name, measure in measures.items()},
    )


def _known(statements: tuple[Statement, ...]) -> str | None:
    """The latest day that the statements of a derived fact speak for."""
    return max(filter(None, map(known_at, statements)), default=None)
