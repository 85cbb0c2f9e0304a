"""The fact base in memory: everything by its id, and statements by what they are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from generator.model import (
    Dimensions,
    Fact,
    Measure,
    Ruling,
    Source,
    Speaker,
    Statement,
    Subject,
    Words,
)
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
    speakers: dict[str, Speaker] = field(default_factory=dict)

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

    def speaker(self, said_by: str) -> Words:
        """A speaker in all languages known, by what a source prints."""
        return self._speakers.get(said_by) or {"zh": said_by}

    @cached_property
    def _topics(self) -> dict[Topic, tuple[Statement, ...]]:
        topics: defaultdict[Topic, list[Statement]] = defaultdict(list)
        for statement in self.statements.values():
            topics[statement.subject, statement.measure, statement.dimensions].append(statement)
        return {topic: tuple(found) for topic, found in topics.items()}

    @cached_property
    def _speakers(self) -> dict[str, Words]:
        return {one.name["zh"]: one.name for one in self.speakers.values() if "zh" in one.name}

    @cached_property
    def _named(self) -> dict[str, Fact]:
        return {fact.name["zh"]: fact for fact in self.facts.values() if "zh" in fact.name}
