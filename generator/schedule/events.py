"""The days of events, as the fact base states them."""

from __future__ import annotations

from datetime import date

from generator.model import FactpackError, Place, Problem, Statement, error, warning
from generator.store import FactStore, read_store
from generator.store.records import nearest
from generator.workspace import Workspace


class Events:
    """Finds the days of a fact; the fact base is read when it is first asked for."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._store: FactStore | None = None

    def days(self, key: str, place: Place) -> tuple[tuple[date, ...], list[Problem]]:
        """The days that statements give for a fact, each once; `place` names the event.

        A statement that gives a month or a year alone gives no day to count back from.
        """
        try:
            store = self._read()
        except FactpackError as broken:
            return (), list(broken.problems)
        fact = store.fact(key)
        if fact is None:
            hint = nearest(key, store.facts) or "Write a day (2026-05-20) or the key of a fact."
            return (), [error(place, f"event: “{key}” is neither a day nor a fact.", hint)]
        told = store.about(fact.subject, fact.measure, fact.dimensions)
        days = sorted({day for one in told if (day := _day(one))})
        if days:
            return tuple(days), []
        problem = f"event: no statement of “{key}” gives a day, so this job has no time yet."
        return (), [warning(place, problem, "Add the day to the facts, or write it here.")]

    def _read(self) -> FactStore:
        if self._store is None:
            self._store, problems = read_store(self._workspace)
            if any(problem.level == "error" for problem in problems):
                self._store = None
                raise FactpackError(problems)
        return self._store


def _day(statement: Statement) -> date | None:
    written = statement.period.start if statement.period else statement.as_of
    if statement.rank == "deprecated" or written is None:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
