"""Evidence is there, and carries the value that is taken from it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import read, read_printed
from generator.model import Problem, Quantity, Statement, error, warning
from generator.store.clauses import carries, plain, whole_matches
from generator.store.fact_store import FactStore


def check_clauses(store: FactStore) -> list[Problem]:
    """Every value stands in its evidence as printed, whole, in either script and width."""
    return [
        _not_carried(statement)
        for statement in store.statements.values()
        if statement.quantity
        and statement.evidence
        and not carries(statement.evidence, statement.quantity.printed)
    ]


def check_qualifiers(store: FactStore) -> list[Problem]:
    """No value leaves out what its evidence says of it: 近, 超, 余, 以上, nearly, more than."""
    problems = []
    for statement in store.statements.values():
        quantity, source = statement.quantity, store.sources.get(statement.source)
        if quantity and statement.evidence:
            fuller = _fuller(statement, quantity, source.language if source else "zh-Hans")
            if fuller:
                problems.append(_cut_short(statement, fuller))
    return problems


def _fuller(statement: Statement, quantity: Quantity, language: str) -> str:
    """The figure as the evidence prints it, where that is more than the value; else empty."""
    evidence, value = plain(statement.evidence), plain(quantity.printed)
    for at in whole_matches(evidence, value)[:1]:
        around = _around(evidence, at, at + len(value))
        if any(_says_more(text, quantity, language) for text in around):
            return _as_read(statement.evidence, quantity, language)
    return ""


def _around(evidence: str, start: int, end: int) -> Iterator[str]:
    """The value with a few characters before or after it, or with up to three Latin words."""
    starts = {*range(max(0, start - 4), start), *_word_starts(evidence, start)}
    yield from (evidence[first:end] for first in sorted(starts))
    yield from (evidence[start:last] for last in range(end + 1, min(end + 2, len(evidence)) + 1))


def _word_starts(evidence: str, start: int) -> list[int]:
    words = [at + 1 for at, character in enumerate(evidence[:start]) if character == " "]
    return [0, *words][-4:-1]


def _says_more(text: str, quantity: Quantity, language: str) -> bool:
    """Whether the wider text is one figure, and another one than the value."""
    try:
        wider = read_printed(text, quantity.unit, language)
    except ValueError:
        return False
    return wider.qualifier != quantity.qualifier


def _as_read(evidence: str, quantity: Quantity, language: str) -> str:
    """The figure as a reader of the whole clause takes it (签约22个 is no 约22个)."""
    for reading in read(evidence, language):
        known = reading.quantity
        if known and known.value == quantity.value and known.qualifier != quantity.qualifier:
            return reading.text
    return ""


def _cut_short(statement: Statement, fuller: str) -> Problem:
    return warning(
        statement.place,
        f"The evidence of “{statement.id}” prints “{fuller}”; its value is only "
        f"“{statement.printed}”.",
        f"Write “value: {fuller}”: such a word decides what a document may say.",
    )


def _not_carried(statement: Statement) -> Problem:
    return error(
        statement.place,
        f"The evidence of “{statement.id}” does not carry its value “{statement.printed}”.",
        "Copy the shortest clause that prints the value, and write the value as it stands there.",
    )
