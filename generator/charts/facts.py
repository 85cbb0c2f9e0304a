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
    first_day,
    last_day,
)
from generator.resolve.neighbours import split_reference
from generator.resolve.times import known_at
from generator.resolve.views import FactView, inside
from generator.store.records import nearest

_STEPS = ("previous", "forecast", "at")


@dataclass(frozen=True, slots=True)
class ChartFact:
    """One fact that is there. `date` is its as-of in the reader's words, `citations` its sources,
    `precision` what is asked of its label for an audience of round figures.

    `outlived` is a forecast whose period is over; `kinds` are the kinds of the measures of its
    statements, by measure.
    """

    key: str
    name: str
    said: str
    precision: str
    modality: Modality
    quantity: Quantity | None
    period: Period | None
    as_of: str | None
    date: str
    expired: bool
    outlived: bool
    statements: tuple[Statement, ...]
    lineage: tuple[str, ...]
    citations: tuple[str, ...]
    kinds: Mapping[str, MeasureKind]

    @property
    def position(self) -> float | None:
        """Where it stands in time, in years: the end of its period, or its as-of date."""
        end = self.period.end if self.period else None
        date = end.split("~")[-1] if end else self.as_of
        return position(date) if date else None


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
    other = next((step for step, _ in parts[1] if step not in _STEPS), "")
    if other:
        step = "Draw the fact itself, its .previous, .forecast or .at(2023-10)."
        return None, [error(place, f"A statement in “.{other}” is not drawn.", step)]
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
        precision=reader.precision(quantity) if quantity else "",
        modality=resolved.statement.modality if resolved.statement else "actual",
        quantity=quantity,
        period=view.period,
        as_of=view.as_of or _known(resolved.statements),
        date=reader.date(resolved),
        expired=view.expired,
        outlived=resolved.outlived,
        statements=resolved.statements,
        lineage=view.statements,
        citations=tuple(reader.citations([resolved])),
        kinds={name: measure.kind for name, measure in measures.items()},
    )


def _known(statements: tuple[Statement, ...]) -> str | None:
    """The latest day that the statements of a derived fact speak for."""
    return max(filter(None, map(known_at, statements)), default=None)


def position(date: str) -> float:
    """A partial date as a year with a fraction: its middle, so 2004-05 is 2004.375."""
    year = int(date[:4])
    if len(date) == 4:
        return year + 0.5
    if len(date) == 7:
        return year + (int(date[5:7]) - 0.5) / 12
    start, end = first_day(date[:4]), last_day(date[:4])
    return year + ((first_day(date) - start).days + 0.5) / ((end - start).days + 1)
