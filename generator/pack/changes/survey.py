"""All changes between two editions, and the pairs that somebody might take for one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from generator.model import Problem
from generator.pack.changes.comparing import NO_DELTA, Delta, Kind, compare
from generator.pack.changes.ledgers import Ledger, Spot, View
from generator.pack.changes.seen import Seen
from generator.resolve.pairs import Kind as Relation
from generator.resolve.pairs import by_moment, classify_in_order

ORDER: tuple[Kind, ...] = (
    "changed", "falls", "corrected", "refined", "scope", "modality", "unit", "period", "formula",
    "new", "withdrawn", "ruling", "source", "confirmed", "aged", "fresh",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """One fact that differs: its two states, one of them None when it is new or withdrawn.

    `spots` are the places in the new edition; of a withdrawn fact those in the old one.
    """

    key: str
    kind: Kind
    old: Seen | None
    new: Seen | None
    delta: Delta = NO_DELTA
    spots: tuple[Spot, ...] = ()

    @property
    def state(self) -> Seen:
        """The state that counts: the new one, or the last one there was."""
        found = self.new or self.old
        assert found is not None
        return found


@dataclass(frozen=True, slots=True)
class Apart:
    """Two facts on one thing that are no growth of one another, the earlier first."""

    relation: Relation
    first: Seen
    second: Seen


@dataclass(frozen=True, slots=True)
class Survey:
    """What two editions differ in; `missing` are audiences that only one of them has."""

    old: str
    new: str
    changes: tuple[Change, ...]
    apart: tuple[Apart, ...]
    missing: tuple[tuple[str, str], ...] = ()  # audience, the edition that has it
    problems: tuple[Problem, ...] = ()


def survey(old: View, new: View) -> Survey:
    """Compare two editions, audience by audience; those that only one has are left out.

    Where they have no audience in common, all of one are compared with all of the other.
    """
    names = [{one.audience for one in view.ledgers} for view in (old, new)]
    common = sorted(names[0] & names[1])
    missing = [
        (audience, view.label)
        for view, own, other in zip((old, new), names, reversed(names), strict=True)
        for audience in sorted(own - other)
        if common
    ]
    if common:
        found = [_of_ledger(before, after) for before, after in _pairs(old, new, common)]
    else:
        found = [_of_ledger(_joined(old.ledgers), _joined(new.ledgers))]
    changes = _gathered(change for one in found for change in one)
    now = _joined(new.of(common) or new.ledgers)
    apart = _apart(now.seen.values(), changes)
    return Survey(old.label, new.label, changes, apart, tuple(missing))


def _pairs(old: View, new: View, common: Sequence[str]) -> Iterator[tuple[Ledger, Ledger]]:
    return zip(old.of(common), new.of(common), strict=True)


def _joined(ledgers: Iterable[Ledger]) -> Ledger:
    listed = list(ledgers)
    seen = {key: one for ledger in listed for key, one in ledger.seen.items()}
    return Ledger("", seen, tuple(spot for ledger in listed for spot in ledger.spots))


def _of_ledger(old: Ledger, new: Ledger) -> Iterator[Change]:
    for key in sorted(old.seen.keys() | new.seen.keys()):
        was, now = old.seen.get(key), new.seen.get(key)
        if was is None or now is None:
            kind: Kind = "new" if was is None else "withdrawn"
            yield Change(key, kind, was, now, NO_DELTA, _spots(new if now else old, key))
        elif (found := compare(was, now)) is not None:
            yield Change(key, found[0], was, now, found[1], _spots(new, key))


def _spots(ledger: Ledger, key: str) -> tuple[Spot, ...]:
    return tuple(spot for spot in ledger.spots if spot.key == key)


def _gathered(changes: Iterable[Change]) -> tuple[Change, ...]:
    """One change told once, with its places for all audiences."""
    told: dict[tuple[str, str, str, str], Change] = {}
    for one in changes:
        same = (one.key, one.kind, _value(one.old), _value(one.new))
        known = told.get(same)
        spots = one.spots if known is None else known.spots + one.spots
        told[same] = Change(one.key, one.kind, one.old, one.new, one.delta, spots)
    return tuple(sorted(told.values(), key=lambda one: (ORDER.index(one.kind), one.key)))


def _value(seen: Seen | None) -> str:
    return "" if seen is None else f"{seen.quantity} {seen.period} {seen.lineage}"


def _apart(seen: Iterable[Seen], changes: Sequence[Change]) -> tuple[Apart, ...]:
    """Pairs on one topic that differ in scope, modality or unit, one of which has just moved."""
    moved = {one.key for one in changes if one.kind not in ("aged", "fresh", "withdrawn")}
    chosen = [one for one in seen if len(one.statements) == 1 and one.quantity and not one.derive]
    chosen.sort(key=lambda one: by_moment(one.statements[0]))
    pairs = ((a, b) for a, b in combinations(chosen, 2) if {a.key, b.key} & moved)
    return tuple(
        Apart(relation, a, b)
        for a, b in pairs
        if (relation := _relation(a, b)) in ("scope", "modality", "unlike")
    )


def _relation(a: Seen, b: Seen) -> Relation | None:
    first, second = a.statements[0], b.statements[0]
    if _topic(a) != _topic(b) or first.id == second.id:
        return None
    return classify_in_order(first, second, a.kind)


def _topic(seen: Seen) -> tuple[object, ...]:
    one = seen.statements[0]
    return one.subject, one.measure, one.dimensions
