"""Shelf lives: when a value is too old to be printed without saying so."""

from __future__ import annotations

from datetime import date

from generator.model import Measure, Statement, last_day
from generator.resolve.edition import Edition
from generator.resolve.times import (
    bounds,
    covers_years,
    known_at,
    last_possible,
    months_after,
)

PART_YEAR_MONTHS = 3


def fresh_until(statement: Statement, measure: Measure | None) -> date | None:
    """The last day on which a statement needs no warning; ``None`` when it never ages.

    A forecast lives to the end of its period; a flow for its shelf life after the year of its
    period, three months if it covers a part of the year; all else for its shelf life after its
    as-of date. Events never age.
    """
    if measure is None or measure.kind == "event" or statement.quantity is None:
        return None
    closed = bounds(statement.period) if statement.period else None
    if statement.modality == "forecast" and closed:
        return closed[1]
    if measure.shelf_life is None:
        return None
    if measure.kind in ("flow", "ratio") and closed:
        whole = covers_years(closed)
        months = measure.shelf_life if whole else min(measure.shelf_life, PART_YEAR_MONTHS)
        return months_after(last_day(str(closed[1].year)), months)
    known = known_at(statement)
    return None if known is None else months_after(last_possible(known), measure.shelf_life)


def outlived(statement: Statement, edition: Edition) -> bool:
    """Whether a forecast's period is over: the result is due, the forecast has nothing to say."""
    if statement.modality != "forecast" or statement.period is None:
        return False
    closed = bounds(statement.period)
    return closed is not None and edition.as_of > closed[1]
