"""Sets of statements that agree, differ in kind or contradict one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from generator.model import Dimensions, Fact, MeasureKind, Place, Ruling, Statement
from generator.resolve.pairs import CONTRADICTIONS, Kind, by_moment, classify_in_order

if TYPE_CHECKING:
    from generator.store import FactStore

Topic = tuple[str, str, Dimensions]  # subject, measure, dimensions
Pair = tuple[Statement, Statement]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Statements on one subject and measure that stand to one another in one way.

    `kind` is the class of their pairs; `statements` are ids, oldest first; `ruling` the id of the
    ruling made on them. `live` is false when the set exists only through deprecated statements.
    """

    subject: str
    measure: str
    dimensions: Dimensions
    kind: Kind
    statements: tuple[str, ...]
    ruling: str | None
    place: Place
    live: bool = True

    @property
    def contradicts(self) -> bool:
        """Whether it stops a build that uses one of its statements while nobody has ruled."""
        return self.live and self.ruling is None and self.kind in CONTRADICTIONS


def conflicts(store: FactStore) -> list[Conflict]:
    """Every set of the fact base, of every class, contradictions first within a topic."""
    return [found for topic, _ in store.topics() for found in conflicts_about(store, topic)]


def conflicts_about(store: FactStore, topic: Topic) -> list[Conflict]:
    """The sets of one topic, contradictions first."""
    statements = store.about(*topic)
    if len(statements) < 2:
        return []
    rulings = [one for one in store.rulings.values() if topic_of(one) == topic]
    pairs = _pairs_by_kind(statements, kind_of(store, topic[1]))
    return [found for kind in _ORDER for found in _sets(topic, kind, pairs.get(kind, ()), rulings)]


def topic_of(one: Statement | Ruling | Fact) -> Topic:
    return one.subject, one.measure, one.dimensions


def kind_of(store: FactStore, measure: str) -> MeasureKind:
    """The kind of a measure; one that is not described is compared like a level."""
    known = store.measures.get(measure)
    return known.kind if known else "level"


def contradictions(statements: Sequence[Statement], kind: MeasureKind) -> list[list[Statement]]:
    """Sets of statements joined by contradiction; deprecated statements contradict nobody."""
    live = [statement for statement in statements if statement.rank != "deprecated"]
    live.sort(key=by_moment)
    pairs = combinations(live, 2)
    return joined(pair for pair in pairs if classify_in_order(*pair, kind) in CONTRADICTIONS)


def joined(pairs: Iterable[Pair]) -> list[list[Statement]]:
    """The connected sets of a graph of pairs, each in order of first mention."""
    sets: dict[str, list[Statement]] = {}
    for a, b in pairs:
        ours, theirs = sets.get(a.id, [a]), sets.get(b.id, [b])
        if ours is not theirs:
            ours += theirs
        for member in ours:
            sets[member.id] = ours
    return list({id(members): members for members in sets.values()}.values())


_ORDER: tuple[Kind, ...] = (
    "inconsistent", "unlike", "loose", "consistent", "same", "series", "scope", "modality",
)  # fmt: skip


def _sets(
    topic: Topic, kind: Kind, pairs: Sequence[Pair], rulings: Sequence[Ruling]
) -> Iterator[Conflict]:
    live = [pair for pair in pairs if all(one.rank != "deprecated" for one in pair)]
    for members in joined(live):
        yield _conflict(topic, kind, members, rulings, live=True)
    for members in _around_deprecated(pairs):
        yield _conflict(topic, kind, members, (), live=False)


def _pairs_by_kind(statements: Sequence[Statement], kind: MeasureKind) -> dict[Kind, list[Pair]]:
    pairs: dict[Kind, list[Pair]] = {}
    for a, b in combinations(sorted(statements, key=by_moment), 2):
        found = classify_in_order(a, b, kind)
        if found is not None:
            pairs.setdefault(found, []).append((a, b))
    return pairs


def _around_deprecated(pairs: Iterable[Pair]) -> list[list[Statement]]:
    """Each deprecated statement with those that it stands so to: it joins no others."""
    sets: dict[str, list[Statement]] = {}
    for pair in pairs:
        for this, other in (pair, pair[::-1]):
            if this.rank == "deprecated":
                sets.setdefault(this.id, [this]).append(other)
    return list(sets.values())


def _conflict(
    topic: Topic, kind: Kind, members: Sequence[Statement], rulings: Sequence[Ruling], *, live: bool
) -> Conflict:
    subject, measure, dimensions = topic
    members = sorted(members, key=lambda one: (one.as_of or "", one.id))
    ids = tuple(one.id for one in members)
    ruling = _ruling_on(ids, rulings) if kind in CONTRADICTIONS else ""
    return Conflict(subject, measure, dimensions, kind, ids, ruling or None, members[0].place, live)


def _ruling_on(ids: Sequence[str], rulings: Iterable[Ruling]) -> str:
    """The id of the ruling decided on exactly this set, or else on a part of it."""
    touching = [ruling for ruling in rulings if set(ids) & {*ruling.expect, ruling.choose}]
    exact = [ruling for ruling in touching if set(ruling.expect) == set(ids)]
    return next((ruling.id for ruling in exact or touching), "")
