"""Dates in an order that can be: a period starts before its as-of date, which is then printed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Problem, Statement, error, first_day, last_day, warning
from generator.store.fact_store import FactStore


def check_dates(store: FactStore) -> list[Problem]:
    """No statement speaks as of a day before its period started."""
    return [
        problem
        for statement in store.statements.values()
        for problem in _period_problems(statement)
    ]


def check_publication(store: FactStore) -> list[Problem]:
    """A statement about a later day than its publication says so in a note."""
    problems = []
    for statement in store.statements.values():
        source = store.sources.get(statement.source)
        published = statement.published or (source.published if source else "")
        if not (published and statement.as_of) or statement.note:
            continue
        if last_day(published) < first_day(statement.as_of):
            problems.append(
                error(
                    statement.place,
                    f"“{statement.id}” was published in {published} and speaks as of "
                    f"{statement.as_of}, which was later.",
                    "Correct one of the dates, or explain it in “note:”.",
                )
            )
    return problems


def _period_problems(statement: Statement) -> Iterator[Problem]:
    period, as_of = statement.period, statement.as_of
    if period is None or as_of is None or statement.modality != "actual":
        return
    if period.start and last_day(as_of) < first_day(period.start.split("~")[0]):
        problem = f"“{statement.id}” speaks as of {as_of}, before its period {period} starts."
        yield error(statement.place, problem, "Correct as_of or period.")
    elif period.end and _ends_later(period.end, as_of) and not _is_explained(statement):
        yield warning(
            statement.place,
            f"“{statement.id}” gives {period} as done, but speaks as of {as_of}.",
            "Make it a forecast, or explain it in “note:” or, for a lower rank, in “reason:”.",
        )


def _ends_later(end: str, as_of: str) -> bool:
    return first_day(end.split("~")[0]) > last_day(as_of)


def _is_explained(statement: Statement) -> bool:
    return bool(statement.note or statement.reason)
