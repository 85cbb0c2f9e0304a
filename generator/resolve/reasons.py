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
        yield f"Ruling {ruling.id} ({ruling.decided}) chose it: {ruling.why}"


def aged(until: date | None) -> Iterable[str]:
    if until is not None:
        yield f"Its shelf life ended on {until}; wherever it is printed whole it says so."


def open_start(fact: Fact, chosen: Statement, other: Statement) -> Problem:
    """The warning for a total whose start the fact leaves open."""
    return warning(
        fact.place,
        f"{fact.key} does not say from when its total runs, and there are several: "
        f"{describe(chosen)} for {chosen.period}, {describe(other)} for {other.period}",
        f"add the period to the fact, such as `period: {chosen.period}`",
    )
