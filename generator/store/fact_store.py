"""The fact base in memory: everything by its id, and statements by what they are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from generator.model import Dimensions, Fact, Measure, Ruling, Source, Statement, Subject
from generator.store.lock import Lock

Topic = tuple[str, str, Dimensions]


@dataclass(frozen=True)
class FactStore:
    """What `facts/` says, read once and never changed; `lock` is what was proved of it.

    `unread` names the tables ("sources", "statements" …) of which a file could not be read, so
    that what seems to be missing may only be out of sight.
    """

    statements: dict[str, Statement] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    subjects: dict[str, Subject] = field(default_factory=dict)
    measures: dict[str, Measure] = field(default_factory=dict)
    facts: dict[str, Fact] = field(default_factory=dict)
    rulings: dict[str, Ruling] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)
    unread: frozenset[str] = frozenset()

    def about(
        self, subject: str, measure: str, dimensions: Dimensions = ()
    ) -> tuple[Statement, ...]:
        """The statements on one subject and measure in exactly these dimensions, as read."""
        return self._topics.get((subject, measure, dimensions), ())

    def topics(self) -> Iterator[tuple[Topic, tuple[Statement, ...]]]:
        """Every subject, measure and dimensions of which something is said, in order of reading."""
        yield from self._topics.items()

    def fact(self, name: str) -> Fact | None:
        """The fact of a key or of a Chinese name."""
        return self.facts.get(name) or self._named.get(name)

    @cached_property
    def _topics(self) -> dict[Topic, tuple[Statement, ...]]:
        topics: defaultdict[Topic, list[Statement]] = defaultdict(list)
        for statement in self.statements.values():
            topics[statement.subject, statement.measure, statement.dimensions].append(statement)
        return {topic: tuple(found) for topic, found in topics.items()}

    @cached_property
    def _named(self) -> dict[str, Fact]:
        return {fact.name["zh"]: fact for fact in self.facts.values() if "zh" in fact.name}
