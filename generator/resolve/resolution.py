"""From a fact base to the facts of one edition, for one audience."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.model import Audience, Fact, Problem, error
from generator.resolve.absent import never_shown, unknown_fact
from generator.resolve.chooser import Chooser
from generator.resolve.conflict_sets import Conflict, conflicts_about, topic_of
from generator.resolve.derive import derive
from generator.resolve.edition import Edition
from generator.resolve.neighbours import split_reference, walk
from generator.resolve.resolved import ResolvedFact

if TYPE_CHECKING:
    from generator.store import FactStore


@dataclass(frozen=True, slots=True)
class Resolution:
    """The facts of one edition and audience, and what is wrong with them.

    `facts` holds every fact asked for and every fact it rests on, missing ones too: whether one
    may be missing is for the template to say, so their problems are in `missing` and are raised
    where such a fact is printed. `problems` stop the build or warn in any case.
    """

    facts: Mapping[str, ResolvedFact]
    problems: tuple[Problem, ...]
    chooser: Chooser = field(repr=False)

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """The sets of its facts' topics, of every class.

        What the audience may not see, or what comes later, stays out.
        """
        chosen = (one.fact for one in self.facts.values() if one.statement is not None)
        topics = dict.fromkeys(topic_of(fact) for fact in chosen)
        found = [one for topic in topics for one in conflicts_about(self.chooser.store, topic)]
        return tuple(one for one in found if all(map(self.chooser.may_show, one.statements)))

    @property
    def missing(self) -> dict[str, Problem]:
        return {key: fact.missing for key, fact in self.facts.items() if fact.missing}

    def find(self, reference: str) -> ResolvedFact | None:
        """A fact or a neighbour by its written name (``a``, ``a.previous``, ``a.at(2023-10)``).

        ``None`` for what is no such name.
        """
        parts = split_reference(reference)
        resolved = self.facts.get(parts[0]) if parts else None
        if resolved is None or parts is None:
            return None
        for step, value in parts[1]:
            resolved = walk(self.chooser, resolved, step, value)
        return resolved


def resolve(
    store: FactStore,
    keys: Iterable[str] | None,
    audience: Audience | None,
    edition: Edition,
) -> Resolution:
    """Choose and derive the facts of `keys` (keys or Chinese names; ``None``: every fact).

    Without an audience everything may be seen. Contradictions nobody has ruled on, rulings that
    no longer fit and names that are no facts are problems of level error.
    """
    work = _Work(store, Chooser(store, audience, edition))
    for name in store.facts if keys is None else keys:
        work.ask(name)
    problems = [*work.problems, *work.chooser.ruling_problems()]
    return Resolution(
        facts=work.facts,
        problems=tuple(dict.fromkeys(problems)),
        chooser=work.chooser,
    )


class _Work:
    """The facts resolved so far; `_open` are those being derived, to notice a circle."""

    def __init__(self, store: FactStore, chooser: Chooser) -> None:
        self.store, self.chooser = store, chooser
        self.facts: dict[str, ResolvedFact] = {}
        self.problems: list[Problem] = []
        self._open: list[str] = []

    def ask(self, name: str) -> None:
        fact = self.store.fact(name)
        if fact is None:
            self.problems.append(unknown_fact(name, self.store))
        else:
            self._resolve(fact)

    def _resolve(self, fact: Fact) -> ResolvedFact:
        if fact.key not in self.facts:
            self.facts[fact.key] = self._found(fact)
        return self.facts[fact.key]

    def _found(self, fact: Fact) -> ResolvedFact:
        audience = self.chooser.audience
        if audience is not None and fact.key in audience.never:
            return ResolvedFact(fact, missing=never_shown(fact, audience))
        return self._derived(fact) if fact.derive else self._chosen(fact)

    def _chosen(self, fact: Fact) -> ResolvedFact:
        resolved = self.chooser.choose(fact)
        found = (resolved.disputed, self.chooser.mixed_scopes(resolved))
        self.problems += [problem for problem in found if problem]
        return resolved

    def _derived(self, fact: Fact) -> ResolvedFact:
        if fact.key in self._open:
            return ResolvedFact(fact, missing=_circle(fact, self._open))
        self._open.append(fact.key)
        bases = [self._base(reference, fact) for reference in fact.of]
        self._open.pop()
        return derive(fact, bases, self.chooser.edition, self.store)

    def _base(self, reference: str, fact: Fact) -> ResolvedFact:
        parts = split_reference(reference)
        base = self.store.fact(parts[0]) if parts else None
        if base is None or parts is None:
            problem = replace(unknown_fact(reference, self.store), place=fact.place)
            self.problems.append(problem)
            return ResolvedFact(replace(fact, key=reference), missing=problem)
        resolved = self._resolve(base)
        for step, value in parts[1]:
            resolved = walk(self.chooser, resolved, step, value)
        if resolved.disputed:
            self.problems.append(resolved.disputed)
        return resolved


def _circle(fact: Fact, chain: Iterable[str]) -> Problem:
    return error(
        fact.place,
        f"The formula of “{fact.key}” comes back to itself: {' → '.join((*chain, fact.key))}.",
        "Break the circle at one of them.",
    )
