"""Choices in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from generator.model import Fact, Problem, Ruling, Statement, warning
from generator.resolve.edition import Edition
from generator.resolve.rulings import describe


def counted(candidates: Sequence[Statement], edition: Edition) -> str:
    if len(candidates) == 1:
        return f"It is the only statement that fits and was known by {edition}."
    return f"{len(candidates)} statements fit and were known by {edition}."


def ruled(ruling: Ruling | None) -> Iterable[str]:
    if ruling is not None:
        yield f"The ruling “{ruling.id}” ({ruling.decided}) chose it: {ruling.why}"


def aged(until: date | None) -> Iterable[str]:
    if until is not None:
        yield f"Its shelf life ended on {until}; wherever it is printed whole it says so."


def computed(fact: Fact) -> Iterable[str]:
    """How a derived fact came about."""
    bases = ", ".join(f"“{reference}”" for reference in fact.of)
    yield f"It is computed: {fact.derive} of {bases}."
    if fact.digits:
        yield f"It is said as facts.yaml has it, with “digits: {fact.digits}”."


def open_start(fact: Fact, chosen: Statement, other: Statement) -> Problem:
    """The warning for a total whose start the fact leaves open."""
    return warning(
        fact.place,
        f"“{fact.key}” does not say from when its total runs, and there are several: "
        f"{describe(chosen)} for {chosen.period}, {describe(other)} for {other.period}.",
        f"Add the period to the fact, such as “period: {chosen.period}”.",
    )
