"""What the lock says of the evidence, where the texts are not at hand."""

from __future__ import annotations

from collections import defaultdict

from generator.model import Problem, Source, Statement, error, warning
from generator.store.fact_store import FactStore

_NEXT = "Run “factpack check --sources DIR” with the texts in DIR."


def check_proofs(store: FactStore) -> list[Problem]:
    """Every value is the one that was proved, every evidence was proved on the source's text."""
    problems: list[Problem] = []
    unproved: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in store.statements.values():
        text = store.lock.texts.get(statement.source)
        proof = text.proofs.get(statement.id) if text else None
        if proof is None or not proof.is_for(statement):
            unproved[statement.source].append(statement)
        elif proof.value != statement.printed:
            problems.append(_tainted(statement, proof.value))
    for source in store.sources.values():
        if source.file:
            problems += _text_problems(source, unproved[source.id], store)
    return problems


def _text_problems(source: Source, unproved: list[Statement], store: FactStore) -> list[Problem]:
    text = store.lock.texts.get(source.id)
    if text is not None and text.sha256 != source.sha256:
        problem = f"The evidence from “{source.id}” was proved on another text than the one named."
        return [warning(source.place, problem, _NEXT)]
    if not unproved:
        return []
    count = len(unproved)
    whose = f"“{unproved[0].id}”" + (f" and {count - 1} more" if count > 1 else "")
    problem = f"The evidence of {whose} from “{source.id}” was never proved on its text."
    return [warning(unproved[0].place, problem, _NEXT)]


def _tainted(statement: Statement, proved: str) -> Problem:
    return error(
        statement.place,
        f"The value of “{statement.id}” is now “{statement.printed}”; its evidence was proved for "
        f"“{proved}” and has not changed since.",
        f"Put the value back, or copy the evidence anew. {_NEXT}",
    )
