"""Two states of one figure side by side: what kind of change it is, and by how much.

Growth is said only between like things: one measure, scope, modality, unit and length of period,
at different times. All else has a name of its own, so that no reader takes it for growth.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from generator.language import UNITS, combine, convert, derived_quantity
from generator.model import MeasureKind, Quantity, Statement
from generator.pack.changes.seen import Seen
from generator.resolve.outcomes import Outcome, as_known
from generator.resolve.pairs import other_scope
from generator.resolve.times import other_time, same_length

Kind = Literal[
    "changed", "falls", "refined", "corrected", "scope", "modality", "unit", "period", "formula",
    "confirmed", "source", "ruling", "aged", "fresh", "new", "withdrawn",
]  # fmt: skip
Direction = Literal["up", "down", "open", "none"]

UNLIKE: frozenset[Kind] = frozenset({"scope", "modality", "unit", "period", "formula"})
_PLAIN_NUMBERS = ("%", "pp", "times", "year", "rank", "1")  # no per cent of these


@dataclass(frozen=True, slots=True)
class Delta:
    """By how much: which way, the amount without its sign, and per cent where that makes sense.

    An `open` direction has no amount: what is known does not tell whether it rose.
    """

    direction: Direction
    amount: Quantity | None = None
    percent: Quantity | None = None


NO_DELTA = Delta("none")


def compare(old: Seen, new: Seen) -> tuple[Kind, Delta] | None:
    """The kind of a change; None when nothing but the places may differ.

    The kinds: ``changed`` between like things at two times, ``falls`` a running total that is
    less than before, ``refined`` and ``corrected`` another value for one and the same time;
    ``scope``, ``modality``, ``unit``, ``period`` (its length), ``formula``: not comparable;
    ``confirmed`` the same value for a later time, ``source`` by other statements, ``ruling`` by
    another ruling; ``aged`` and ``fresh``: past its shelf life, or no longer.
    """
    unlike = _unlike(old, new)
    if unlike is not None:
        return unlike, NO_DELTA
    if _claim(old) == _claim(new):
        kind = _renewed(old, new)
        return None if kind is None else (kind, NO_DELTA)
    if old.quantity is None or new.quantity is None:
        return "corrected", NO_DELTA
    return _moved(old, new, old.quantity, new.quantity)


def _unlike(old: Seen, new: Seen) -> Kind | None:
    """Why no growth may be told between two states; None when it may."""
    if (old.derive, old.of) != (new.derive, new.of):
        return "formula"
    if old.modality != new.modality:
        return "modality"
    if (old.quantity is None) != (new.quantity is None):
        return "scope"
    if old.quantity and new.quantity and convert(new.quantity, old.quantity.unit) is None:
        return "unit"
    if old.derive == "years_since":
        return None
    if len(old.statements) != len(new.statements):
        return "formula"
    pairs = zip(old.statements, new.statements, strict=True)
    return next((found for pair in pairs if (found := _obstacle(*pair, old.kind))), None)


def _obstacle(old: Statement, new: Statement, kind: MeasureKind) -> Kind | None:
    if old.id == new.id:
        return None
    topics = [(one.subject, one.measure, one.dimensions) for one in (old, new)]
    if topics[0] != topics[1] or other_scope(old, new, kind):
        return "scope"
    return None if same_length(old, new, kind) else "period"


def _claim(seen: Seen) -> tuple[object, ...]:
    """What is claimed, apart from when, by whom and where."""
    quantity = seen.quantity
    if quantity is None:
        return (str(seen.period),)
    return quantity.value, quantity.interval, quantity.unit, quantity.qualifier


def _renewed(old: Seen, new: Seen) -> Kind | None:
    """The same value on another footing."""
    if (new.as_of or "") > (old.as_of or ""):
        return "confirmed"
    if old.lineage != new.lineage or old.as_of != new.as_of:
        return "source"
    if old.ruling != new.ruling:
        return "ruling"
    if (old.expired, old.outlived) != (new.expired, new.outlived):
        return "aged" if new.expired or new.outlived else "fresh"
    return None


def _moved(old: Seen, new: Seen, was: Quantity, now: Quantity) -> tuple[Kind, Delta]:
    """Another value: at another time growth or decline, at the same time a better figure."""
    if not _later(old, new):
        meets = was.interval.meets((convert(now, was.unit) or now).interval)
        return ("refined" if meets else "corrected"), NO_DELTA
    delta = difference(was, now, shares=old.kind == "ratio")
    if delta.direction == "down" and old.kind == "cumulative" and not old.derive:
        return "falls", delta
    return "changed", delta


def _later(old: Seen, new: Seen) -> bool:
    if old.derive == "years_since":
        return True
    pairs = zip(old.statements, new.statements, strict=True)
    return any(a.id != b.id and other_time(a, b, old.kind) for a, b in pairs)


def difference(was: Quantity, now: Quantity, *, shares: bool = False) -> Delta:
    """From one quantity to another of its kind, intervals carried; `shares` are not told in %."""
    later = convert(now, was.unit)
    if later is None:
        return Delta("open")
    change = combine("-", later.interval, was.interval)
    direction = _direction(change.lo, change.hi)
    if direction == "open":
        return Delta("open")
    size = change if direction == "up" else combine("-", was.interval, later.interval)
    unit = "pp" if was.unit == "%" else was.unit
    amount = as_known(Outcome(abs(later.value - was.value), size, unit), now)
    return Delta(direction, amount, None if shares else _percent(was, later, direction))


def _direction(low: Fraction | None, high: Fraction | None) -> Direction:
    """Which way for certain; the two values differ, so an end at zero is no doubt."""
    if low is not None and low >= 0:
        return "up"
    return "down" if high is not None and high <= 0 else "open"


def _percent(was: Quantity, now: Quantity, direction: Direction) -> Quantity | None:
    if was.unit in _PLAIN_NUMBERS or UNITS[was.unit].dimension == "share" or was.value <= 0:
        return None
    try:
        growth = combine("growth%", was.interval, now.interval)
    except ValueError:  # it may have been zero
        return None
    value = (now.value / was.value - 1) * 100
    if direction == "down":
        growth, value = combine("-", type(growth).point(0), growth), -value
    return derived_quantity(growth, value, "%")
