"""A statement as one line of JSON, and back: the form in which the index keeps it.

The figure is kept as numbers, so that nothing is read again when statements are chosen.
"""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import TypeAlias

from generator.model import Interval, Period, Place, Qualifier, Quantity, Statement

_Whole: TypeAlias = "int | str"  # 5 or "1/3"
_IntervalRow: TypeAlias = "tuple[_Whole | None, _Whole | None, bool, bool]"


def to_row(statement: Statement) -> str:
    """The statement's fields in the order of the model."""
    period, place = statement.period, statement.place
    return json.dumps(
        [
            statement.id,
            statement.subject,
            statement.measure,
            statement.source,
            statement.evidence,
            [place.file, place.line, place.where],
            _quantity_row(statement.quantity),
            statement.dimensions,
            statement.modality,
            [period.kind, period.start, period.end] if period else None,
            statement.as_of,
            statement.published,
            statement.accessed,
            statement.recorded,
            statement.said_by,
            statement.scope,
            statement.rank,
            statement.reason,
            statement.confidentiality,
            statement.note,
        ],
        ensure_ascii=False,
    )


def from_row(row: str) -> Statement:
    """The statement that `to_row` wrote. Raises ValueError or TypeError for anything else."""
    id, subject, measure, source, evidence, place, quantity, dimensions, modality, period, *rest = (
        json.loads(row)
    )
    return Statement(
        id,
        subject,
        measure,
        source,
        evidence,
        Place(*place),
        _quantity(*quantity) if quantity else None,
        tuple(map(tuple, dimensions)),
        modality,
        _period(*period) if period else None,
        *rest,
    )


def _quantity_row(quantity: Quantity | None) -> list[object] | None:
    if quantity is None:
        return None
    return [
        quantity.printed,
        _whole(quantity.value),
        _interval_row(quantity.interval),
        quantity.unit,
        quantity.qualifier,
        None if quantity.number is None else str(quantity.number),
        _whole(quantity.scale),
        quantity.digits,
        _whole(quantity.last),
        _whole(quantity.step),
        _interval_row(quantity.wide),
        _interval_row(quantity.soft),
        quantity.counted,
        quantity.notes,
    ]


def _quantity(
    printed: str,
    value: _Whole,
    interval: _IntervalRow,
    unit: str,
    qualifier: Qualifier,
    number: str | None,
    scale: _Whole,
    digits: int,
    last: _Whole,
    step: _Whole,
    wide: _IntervalRow | None,
    soft: _IntervalRow | None,
    counted: str,
    notes: list[str],
) -> Quantity:
    return Quantity(
        printed,
        _fraction(value),
        _interval(*interval),
        unit,
        qualifier,
        None if number is None else Decimal(number),
        _fraction(scale),
        digits,
        _fraction(last),
        _fraction(step),
        _interval(*wide) if wide else None,
        _interval(*soft) if soft else None,
        counted,
        tuple(notes),
    )


def _interval_row(interval: Interval | None) -> _IntervalRow | None:
    if interval is None:
        return None
    lo = None if interval.lo is None else _whole(interval.lo)
    hi = None if interval.hi is None else _whole(interval.hi)
    return lo, hi, interval.lo_closed, interval.hi_closed


def _interval(lo: _Whole | None, hi: _Whole | None, lo_closed: bool, hi_closed: bool) -> Interval:
    return Interval(
        None if lo is None else _fraction(lo),
        None if hi is None else _fraction(hi),
        lo_closed,
        hi_closed,
    )


def _whole(value: Fraction) -> _Whole:
    return value.numerator if value.denominator == 1 else str(value)


# Scales, places and periods are the same in most statements.
_fraction = lru_cache(16_384)(Fraction)
_period = lru_cache(1_024)(Period)
