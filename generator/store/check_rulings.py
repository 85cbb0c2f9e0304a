"""Editors' decisions: ranks have reasons, rulings choose among statements that exist."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Problem, Ruling, error, warning
from generator.store.fact_store import FactStore
from generator.store.records import nearest


def check_ranks(store: FactStore) -> list[Problem]:
    """A statement that is preferred or set back says why."""
    return [
        error(
            statement.place,
            f"“{statement.id}” is {statement.rank} without a reason.",
            "Add “reason: …”: it is printed where the choice is explained.",
        )
        for statement in store.statements.values()
        if statement.rank != "normal" and not statement.reason
    ]


def check_rulings(store: FactStore) -> list[Problem]:
    """A ruling chooses one of the statements it expects; they exist and are on its subject."""
    problems: list[Problem] = []
    decided: dict[str, Ruling] = {}
    for ruling in store.rulings.values():
        problems += _choice_problems(ruling)
        problems += _statement_problems(ruling, store)
        for id in ruling.expect:
            first = decided.setdefault(id, ruling)
            if first is not ruling:
                problem = f"“{id}” is decided on twice: in “{ruling.id}” and in “{first.id}”."
                problems.append(error(ruling.place, problem, "Make one ruling of the two."))
    return problems


def _choice_problems(ruling: Ruling) -> Iterator[Problem]:
    if not ruling.expect or not ruling.choose:
        return
    if ruling.choose not in ruling.expect:
        problem = f"“{ruling.id}” chooses “{ruling.choose}”, which is not in its “expect”."
        yield error(ruling.place, problem, "Choose one of the statements that it decides on.")
    if len(set(ruling.expect)) < 2:
        problem = f"“{ruling.id}” expects fewer than two statements: nothing contradicts."
        yield error(ruling.place, problem, "Name the whole set in “expect”, or delete the ruling.")
    if ruling.notes_for and not ruling.note:
        problem = f"“{ruling.id}” has audiences for a note and no note."
        yield warning(ruling.place, problem, "Add “note: {zh: …, en: …}”, or drop “notes_for”.")


def _statement_problems(ruling: Ruling, store: FactStore) -> Iterator[Problem]:
    for id in dict.fromkeys((ruling.choose, *ruling.expect)):
        statement = store.statements.get(id)
        if not id or (statement and _is_on_topic(ruling, statement.subject, statement.measure)):
            continue
        if statement is None and "statements" in store.unread:
            continue
        if statement is None:
            hint = nearest(id, store.statements) or "Correct the name, or decide anew."
            yield error(ruling.place, f"“{ruling.id}” names the unknown statement “{id}”.", hint)
        else:
            problem = f"“{ruling.id}” names “{id}”, which is on another subject or measure."
            yield error(ruling.place, problem, "Decide on statements of one subject and measure.")


def _is_on_topic(ruling: Ruling, subject: str, measure: str) -> bool:
    return (ruling.subject, ruling.measure) == (subject, measure)
