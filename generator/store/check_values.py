"""Values: none for an event, and in the unit of their measure, within credible bounds."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.language import COUNTED, UNITS, convert
from generator.model import Interval, Measure, Problem, Quantity, Statement, error
from generator.store.fact_store import FactStore
from generator.store.records import nearest


def check_values(store: FactStore) -> list[Problem]:
    """An event has no value. (That all else has one, the reader of the files has seen.)"""
    return [
        error(
            statement.place,
            f"“{statement.id}” has a value, but “{measure.id}” is an event.",
            "Leave the value out, or choose a measure with a unit.",
        )
        for statement, measure in _measured(store)
        if measure.kind == "event" and statement.quantity
    ]


def check_units(store: FactStore) -> list[Problem]:
    """Every measure but an event has a known unit, and every value fits that of its measure.

    A source may count persons where others count visits: such a value stands with a note.
    """
    problems = [
        problem for measure in store.measures.values() for problem in _unit_problems(measure)
    ]
    for statement, measure in _measured(store):
        quantity = statement.quantity
        if quantity is None or measure.unit not in UNITS or statement.note or statement.reason:
            continue
        if convert(quantity, measure.unit) is None:
            problems.append(_unlike(statement, quantity, measure))
    return problems


def check_ranges(store: FactStore) -> list[Problem]:
    """No value lies wholly outside the bounds that its measure calls credible."""
    problems = []
    for statement, measure in _measured(store):
        bounds = _bounds(measure)
        if bounds is None or statement.quantity is None:
            continue
        quantity = convert(statement.quantity, measure.unit)
        if quantity and not quantity.interval.meets(bounds):
            problems.append(_beyond(statement, quantity, measure))
    return problems


def _measured(store: FactStore) -> Iterator[tuple[Statement, Measure]]:
    for statement in store.statements.values():
        if measure := store.measures.get(statement.measure):
            yield statement, measure


def _unit_problems(measure: Measure) -> Iterator[Problem]:
    if measure.noun and measure.unit not in COUNTED:
        problem = f"The measure “{measure.id}” has a noun, and its unit counts nothing."
        yield error(measure.place, problem, "Delete “noun”, or correct the unit.")
    if measure.kind == "event":
        return
    if not measure.unit:
        problem = f"The measure “{measure.id}” has no unit."
        yield error(measure.place, problem, "Add “unit:”, such as CNY, item, person or %.")
    elif measure.unit not in UNITS:
        hint = nearest(measure.unit, UNITS) or f"Known are: {', '.join(UNITS)}."
        problem = f"The measure “{measure.id}” has the unknown unit “{measure.unit}”."
        yield error(measure.place, problem, hint)


def _unlike(statement: Statement, quantity: Quantity, measure: Measure) -> Problem:
    return error(
        statement.place,
        f"The value “{quantity.printed}” of “{statement.id}” is in {quantity.unit}, which cannot "
        f"become {measure.unit}, the unit of “{measure.id}”.",
        "Correct the value, choose another measure (persons are not person-times), or say in "
        "“note:” why it stands here.",
    )


def _bounds(measure: Measure) -> Interval | None:
    if measure.at_least is None and measure.at_most is None:
        return None
    low = None if measure.at_least is None else Interval.point(Decimal(measure.at_least)).lo
    high = None if measure.at_most is None else Interval.point(Decimal(measure.at_most)).hi
    return Interval(low, high)


def _beyond(statement: Statement, quantity: Quantity, measure: Measure) -> Problem:
    low = measure.at_least if measure.at_least is not None else "…"
    high = measure.at_most if measure.at_most is not None else "…"
    return error(
        statement.place,
        f"The value “{quantity.printed}” of “{statement.id}” lies outside {low} to {high} "
        f"{measure.unit}, the bounds of “{measure.id}”.",
        "Compare it with the source, or correct at_least and at_most of the measure.",
    )
