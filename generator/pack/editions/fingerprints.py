"""Digests of values: what a document would see otherwise when one of them changed.

A fact's digest covers more than is shown of it: every statement known about its topic, the
rulings on it, its measure, subject, sources and speakers, and all that it is computed from. So its
neighbours (`.previous`, `.series`, `.forecast`, `.rejected` …) are in it, whichever a template
asks for: a document made again for nothing costs time, one that is stale unseen costs trust.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from generator.files import digest
from generator.model import Fact, Place, Ruling
from generator.pack.editions.record import FactState
from generator.resolve.conflict_sets import Topic, topic_of
from generator.resolve.neighbours import split_reference
from generator.resolve.times import known_at

if TYPE_CHECKING:
    from generator.resolve import Edition, Resolution
    from generator.store import FactStore

SHORT = 16  # hexadecimal digits of a fact's digest: there are many


def fingerprint(value: object) -> str:
    """The digest of a value of the house; where it was written (its place) does not count."""
    return digest(json.dumps(_plain(value), ensure_ascii=False).encode())


def _plain(value: object) -> object:
    if value is None or isinstance(value, str | int | float):
        return value
    if is_dataclass(value):
        parts = (getattr(value, field.name) for field in fields(value))
        shown = [_plain(part) for part in parts if not isinstance(part, Place)]
        return [type(value).__name__, *shown]
    if isinstance(value, Mapping):
        return {str(name): _plain(part) for name, part in sorted(value.items())}
    if isinstance(value, tuple | list):
        return [_plain(part) for part in value]
    return str(value)  # fractions, dates


class Fingerprints:
    """The digests of an edition's facts, each worked out once for all audiences."""

    def __init__(self, store: FactStore, edition: Edition) -> None:
        self._store, self._edition = store, edition
        self._rulings: dict[Topic, list[Ruling]] = {}
        for ruling in store.rulings.values():
            self._rulings.setdefault(topic_of(ruling), []).append(ruling)
        self._topics: dict[Topic, str] = {}
        self._facts: dict[str, str] = {}

    def of(self, key: str) -> str:
        """The digest of what may be seen of a fact; empty for a name that is no fact any more."""
        if key not in self._facts:
            fact = self._store.facts.get(key)
            self._facts[key] = self._print(fact) if fact is not None else ""
        return self._facts[key]

    def _print(self, fact: Fact) -> str:
        behind = facts_behind(fact, self._store)
        return fingerprint([behind, [self._topic(topic_of(one)) for one in behind]])[:SHORT]

    def _topic(self, topic: Topic) -> str:
        if topic not in self._topics:
            store, (subject, measure, _) = self._store, topic
            known = [one for one in store.about(*topic) if self._edition.knows(known_at(one))]
            rulings = self._rulings.get(topic, [])
            self._topics[topic] = fingerprint(
                [
                    known,
                    rulings,
                    [store.statements.get(id) for ruling in rulings for id in ruling.expect],
                    [store.sources.get(id) for id in sorted({one.source for one in known})],
                    [store.speaker(one.said_by) for one in known],
                    store.measures.get(measure),
                    store.subjects.get(subject),
                ]
            )
        return self._topics[topic]


def facts_behind(fact: Fact, store: FactStore) -> list[Fact]:
    """A fact and all that it is computed from, each once."""
    found = {fact.key: fact}
    waiting = [fact]
    while waiting:
        for reference in waiting.pop().of:
            parts = split_reference(reference)
            base = store.fact(parts[0]) if parts else None
            if base is not None and base.key not in found:
                found[base.key] = base
                waiting.append(base)
    return list(found.values())


def fact_state(key: str, resolution: Resolution) -> FactState:
    """What a fact is for one audience, as an editor knows it."""
    chooser, resolved = resolution.chooser, resolution.facts.get(key)
    if resolved is None:
        return FactState("", None, False, None, ())
    topics = (topic_of(one) for one in facts_behind(resolved.fact, chooser.store))
    known = (one for topic in topics for one in chooser.group(topic).statements)
    seen = {one.id for one in known if chooser.sees(one)}
    quantity, period = resolved.quantity, resolved.period
    return FactState(
        said=quantity.printed if quantity else str(period or ""),
        as_of=resolved.as_of,
        expired=resolved.expired,
        ruling=resolved.ruling.id if resolved.ruling else None,
        statements=tuple(sorted(seen)),
    )
