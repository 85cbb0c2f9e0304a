"""Whether editors' rulings still stand, and what they set aside."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from generator.model import Problem, Ruling, Statement, error, warning
from generator.resolve.conflict_sets import Topic, contradictions, kind_of, topic_of

if TYPE_CHECKING:
    from generator.store import FactStore

Sets = Sequence[Sequence[Statement]]


def judge(
    store: FactStore, rulings: Sequence[Ruling], topic: Topic, statements: Sequence[Statement]
) -> tuple[dict[str, Ruling], list[list[Statement]], list[Problem]]:
    """Lay a topic's rulings on its statements, those known at the edition's date.

    Returns the statements set aside (id to ruling), the contradictory sets on which nobody has
    ruled, and what is wrong with the rulings. A ruling whose choice is not known yet is for a
    later edition and says nothing.
    """
    sets = contradictions(statements, kind_of(store, topic[1]))
    set_aside: dict[str, Ruling] = {}
    problems: list[Problem] = []
    ruled: set[str] = set()
    for ruling in rulings:
        known = {statement.id for statement in statements}
        if _is_later(store.statements.get(ruling.choose), topic, known):
            continue
        problems += check_ruling(ruling, store.statements, known, sets)
        decided = {*ruling.expect, ruling.choose}
        set_aside |= dict.fromkeys(sorted(decided - {ruling.choose}), ruling)
        ruled |= decided
    open_sets = [members for members in sets if not {one.id for one in members} & ruled]
    return set_aside, open_sets, problems


def _is_later(statement: Statement | None, topic: Topic, known: Collection[str]) -> bool:
    """Whether a statement of the topic is not yet known at the edition's date."""
    return statement is not None and topic_of(statement) == topic and statement.id not in known


def check_ruling(
    ruling: Ruling, statements: Mapping[str, Statement], known: Collection[str], sets: Sets
) -> list[Problem]:
    """A ruling holds for the set it was decided on, and for no other.

    `known` are the ids of its topic at the edition's date, `sets` their contradictions.
    """
    expected = {*ruling.expect, ruling.choose}
    topic: Topic = (ruling.subject, ruling.measure, ruling.dimensions)
    current = {id for id in expected if not _is_later(statements.get(id), topic, known)}
    live = {
        one.id for members in sets if any(one.id in expected for one in members) for one in members
    }
    if not live and all(_holds(statements.get(id), known) for id in current):
        return [_needless(ruling)]
    new, gone = live - current, current - live
    if not new and not gone:
        return []
    return [_changed(ruling, [statements[id] for id in sorted(new)], sorted(gone), statements)]


def _holds(statement: Statement | None, known: Collection[str]) -> bool:
    return statement is not None and statement.id in known and statement.rank != "deprecated"


def _needless(ruling: Ruling) -> Problem:
    return warning(
        ruling.place,
        f"The ruling “{ruling.id}” decides nothing: its statements do not contradict one another.",
        "Delete the ruling, or correct the values it was made on.",
    )


def _changed(
    ruling: Ruling,
    new: Sequence[Statement],
    gone: Sequence[str],
    statements: Mapping[str, Statement],
) -> Problem:
    changes = [f"{describe(one)} is new" for one in new]
    changes += [f"“{id}” is no longer in it ({_why_gone(statements.get(id))})" for id in gone]
    return error(
        ruling.place,
        f"The ruling “{ruling.id}” was decided on another set of statements: {'; '.join(changes)}.",
        "Decide anew: look at the set with “factpack conflicts”, then bring “choose”, “expect”, "
        "“why” and “decided” up to date.",
    )


def _why_gone(statement: Statement | None) -> str:
    if statement is None:
        return "there is no such statement"
    if statement.rank == "deprecated":
        return "it is deprecated"
    return "it contradicts nothing in the set, or speaks of something else"


def describe(statement: Statement) -> str:
    """A statement as a problem names it: id, value as printed, source and place."""
    said = f"“{statement.printed}” in " if statement.printed else ""
    return f"“{statement.id}” ({said}{statement.source}, {statement.place})"


def unruled(members: Sequence[Statement], where: Statement) -> Problem:
    """The contradiction that stops a build: every statement of the set, and what to do."""
    ids = ", ".join(one.id for one in members)
    return error(
        where.place,
        f"Statements on {_topic_words(where)} contradict one another: "
        f"{' against '.join(describe(one) for one in members)}.",
        f"Rule on it in facts/rulings.yaml (choose: one of them, expect: [{ids}]), give one its "
        "own scope, or rank it deprecated with a reason.",
    )


def note_kept_back(ruling: Ruling, audience: str, hidden: Sequence[str]) -> Problem:
    """A note that is not printed: it may tell of statements that its readers must not see."""
    return warning(
        ruling.place,
        f"The note of “{ruling.id}” is kept from “{audience}”: the ruling speaks of "
        f"{', '.join(hidden)}, which is internal.",
        f"Take “{audience}” out of notes_for; say in a fact's own note what it may know.",
    )


def _topic_words(statement: Statement) -> str:
    dimensions = "".join(f", {name} {value}" for name, value in statement.dimensions)
    return f"“{statement.measure}” of “{statement.subject}”{dimensions}"
