"""Units: their codes, their printed words and the exact factors between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from generator.model import Quantity


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit by its code. `factor` leads to the base of its dimension.

    `counts` marks what is counted in whole ones: a whole printed number of it is a point.
    """

    code: str
    dimension: str
    factor: Fraction
    counts: bool = False


def _table() -> Iterator[Unit]:
    for dimension, entries in _MEASURED.items():
        for code, factor in entries.items():
            yield Unit(code, dimension, Fraction(factor), code in _CALENDAR)
    for code in _COUNTS:
        yield Unit(code, code, Fraction(1), counts=True)
    for code in _ALONE:
        yield Unit(code, code, Fraction(1))


# Calendar units count, clock units measure (a meeting of 2 hours, a plan of 3 years).
_CALENDAR = ("year", "month", "week", "day")

_MEASURED: Mapping[str, Mapping[str, str]] = {
    "length": {"km": "1000", "m": "1", "cm": "1/100", "mm": "1/1000", "li": "500",
               "nmi": "1852", "mi": "1609344/1000", "ft": "3048/10000", "in": "254/10000"},
    "area": {"km2": "1000000", "m2": "1", "ha": "10000", "mu": "2000/3",
             "sqmi": "2589988110336/1000000", "acre": "40468564224/10000000"},
    "volume": {"m3": "1", "L": "1/1000"},
    "mass": {"t": "1000", "kg": "1", "g": "1/1000", "jin": "1/2"},
    "share": {"1": "1", "%": "1/100", "permille": "1/1000"},
    "points": {"pp": "1", "bp": "1/100"},
    "power": {"GW": "1000000", "MW": "1000", "kW": "1", "W": "1/1000"},
    "energy": {"TWh": "1000000000", "GWh": "1000000", "MWh": "1000", "kWh": "1"},
    "clock": {"week": "168", "day": "24", "hour": "1", "minute": "1/60", "second": "1/3600"},
    "calendar": {"year": "12", "month": "1"},
}  # fmt: skip
_COUNTS = ("item", "person", "person-time", "household", "trip", "occasion", "batch", "TEU", "rank")
_ALONE = (
    "CNY", "USD", "HKD", "TWD", "MOP", "EUR", "GBP", "JPY", "KRW", "SGD", "AUD", "CAD", "CHF",
    "RUB", "THB", "times", "degC",
)  # fmt: skip

UNITS: Mapping[str, Unit] = {unit.code: unit for unit in _table()}
MONEY = frozenset(code for code in _ALONE if len(code) == 3 and code.isupper())
# A bare number is counted too, although `1` is a share when it is compared.
THINGS = frozenset((*_COUNTS, "1"))
COUNTED = THINGS | frozenset(_CALENDAR)


def convert(quantity: Quantity, unit: str) -> Quantity | None:
    """`quantity` in `unit`, exactly; None when the two measure different things."""
    if quantity.unit == unit:
        return quantity
    here, there = UNITS.get(quantity.unit), UNITS.get(unit)
    if here is None or there is None or here.dimension != there.dimension:
        return None
    ratio = here.factor / there.factor
    return replace(
        quantity,
        unit=unit,
        value=quantity.value * ratio,
        interval=quantity.interval.scaled(ratio),
        scale=quantity.scale * ratio,
        last=quantity.last * ratio,
        step=quantity.step * ratio,
        wide=quantity.wide and quantity.wide.scaled(ratio),
        soft=quantity.soft and quantity.soft.scaled(ratio),
    )
