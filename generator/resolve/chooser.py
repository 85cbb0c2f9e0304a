"""Choosing for one edition and one audience."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.model import Audience, Fact, Problem, Ruling, Statement
from generator.resolve.absent import absent_fact
from generator.resolve.choose import fits, pick
from generator.resolve.conflict_sets import Topic, kind_of, topic_of
from generator.resolve.edition import Edition
from generator.resolve.freshness import fresh_until, outlived
from generator.resolve.pairs import CONTRADICTIONS, SUPPORT, Kind, classify, other_scope
from generator.resolve.reasons import aged, counted, open_start, ruled
from generator.resolve.resolved import ResolvedFact
from generator.resolve.rulings import judge, note_kept_back, unruled
from generator.resolve.times import by_time, known_at, other_start, same_length

if TYPE_CHECKING:
    from generator.store import FactStore


@dataclass(frozen=True, slots=True)
class Group:
    """What is known of one topic on the edition's day, with the rulings laid on it.

    `set_aside` maps statement ids to the ruling, `disputes` to the set nobody has ruled on.
    """

    statements: tuple[Statement, ...]
    set_aside: Mapping[str, Ruling]
    disputes: Mapping[str, Sequence[Statement]]
    problems: tuple[Problem, ...]


class Chooser:
    """Finds the statements of facts; keeps each topic's group so that it is judged once."""

    def __init__(self, store: FactStore, audience: Audience | None, edition: Edition) -> None:
        self.store, self.audience, self.edition = store, audience, edition
        self._rulings: dict[Topic, list[Ruling]] = {}
        for ruling in store.rulings.values():
            self._rulings.setdefault(topic_of(ruling), []).append(ruling)
        self._groups: dict[Topic, Group] = {}

    def choose(self, fact: Fact) -> ResolvedFact:
        """The statement that a fact prints: one that fits, that may be seen, not set aside."""
        candidates = self.candidates(fact)
        if not candidates:
            said = self.store.about(*topic_of(fact))
            return ResolvedFact(fact, missing=absent_fact(fact, said, self.audience, self.edition))
        chosen = pick(candidates, self.store)
        why = (counted(candidates, self.edition), *chosen.why)
        earlier = _is_fixed(fact) and self._line_goes_on(fact, chosen.statement)
        return self.resolved(fact, chosen.statement, why, earlier=earlier)

    def candidates(self, fact: Fact) -> list[Statement]:
        """The statements that may answer a fact for this audience."""
        group = self.group(topic_of(fact))
        return [
            one
            for one in group.statements
            if one.rank != "deprecated"
            and one.id not in group.set_aside
            and self.sees(one)
            and fits(fact, one)
        ]

    def sees(self, statement: Statement) -> bool:
        return self.audience is None or statement.confidentiality in self.audience.sees

    def may_show(self, id: str) -> bool:
        """Whether a statement is known by the edition and for this audience to see."""
        statement = self.store.statements[id]
        return self.sees(statement) and self.edition.knows(known_at(statement))

    def group(self, topic: Topic) -> Group:
        if topic not in self._groups:
            self._groups[topic] = self._judged(topic)
        return self._groups[topic]

    def ruling_problems(self) -> list[Problem]:
        """What is wrong with the rulings of the whole fact base, used here or not."""
        wrong = [problem for topic in self._rulings for problem in self.group(topic).problems]
        rulings = [ruling for rulings in self._rulings.values() for ruling in rulings]
        return wrong + [problem for ruling in rulings for problem in self._kept_note(ruling)]

    def shows_note(self, ruling: Ruling) -> bool:
        """Whether a ruling's note is printed: for whom it is, and who may see all it speaks of.

        The editor (no audience) sees all.
        """
        if self.audience is None:
            return True
        return self.audience.id in ruling.notes_for and not self._hidden(ruling)

    def _hidden(self, ruling: Ruling) -> list[str]:
        known = (self.store.statements.get(id) for id in ruling.expect)
        return [one.id for one in known if one is not None and not self.sees(one)]

    def _kept_note(self, ruling: Ruling) -> list[Problem]:
        """A note that an audience should have, and that tells of what it may not see."""
        audience, hidden = self.audience, self._hidden(ruling)
        if audience is None or audience.id not in ruling.notes_for or not hidden:
            return []
        return [note_kept_back(ruling, audience.id, hidden)]

    def resolved(
        self, fact: Fact, chosen: Statement, why: Sequence[str], *, earlier: bool
    ) -> ResolvedFact:
        """A fact with its chosen statement; an `earlier` point of a series never expires."""
        group = self.group(topic_of(fact))
        others = self._classified(chosen, group)
        conflicting = [one for found, one in others if found in CONTRADICTIONS]
        ruling = next((r for one in conflicting if (r := group.set_aside.get(one.id))), None)
        dispute = group.disputes.get(chosen.id)
        measure = self.store.measures.get(fact.measure)
        until = None if earlier else fresh_until(chosen, measure)
        expired = until is not None and self.edition.as_of > until
        return ResolvedFact(
            fact,
            statement=chosen,
            quantity=chosen.quantity,
            period=chosen.period,
            as_of=known_at(chosen),
            supporting=tuple(one for found, one in others if found in SUPPORT),
            conflicting=tuple(conflicting),
            ruling=ruling,
            why=(*why, *ruled(ruling), *aged(until if expired else None)),
            lineage=(chosen.id,),
            expired=expired,
            outlived=outlived(chosen, self.edition),
            disputed=unruled(dispute, chosen) if dispute else None,
        )

    def line(self, fact: Fact, chosen: Statement) -> list[Statement]:
        """The line a statement stands on: one statement for each time, oldest first.

        Its points share scope and, for flows, length of period.
        """
        kind = kind_of(self.store, fact.measure)
        members = [
            one
            for one in self.candidates(any_period(fact, chosen))
            if not other_scope(chosen, one, kind) and same_length(chosen, one, kind)
        ]
        return [
            chosen if chosen in at_once else pick(at_once, self.store).statement
            for at_once in by_time(members)
        ]

    def mixed_scopes(self, resolved: ResolvedFact) -> Problem | None:
        """A warning for a fact that leaves open from when its total runs, and has to choose."""
        fact, chosen = resolved.fact, resolved.statement
        if chosen is None or fact.period is not None:
            return None
        kind = kind_of(self.store, fact.measure)
        others = (one for one in self.candidates(fact) if other_start(chosen, one, kind))
        return next((open_start(fact, chosen, one) for one in others), None)

    def _judged(self, topic: Topic) -> Group:
        known = [one for one in self.store.about(*topic) if self.edition.knows(known_at(one))]
        set_aside, open_sets, problems = judge(
            self.store, self._rulings.get(topic, ()), topic, known
        )
        disputes = {one.id: members for members in open_sets for one in members}
        return Group(tuple(known), set_aside, disputes, tuple(problems))

    def _classified(self, chosen: Statement, group: Group) -> list[tuple[Kind | None, Statement]]:
        kind = kind_of(self.store, chosen.measure)
        return [
            (classify(chosen, one, kind), one)
            for one in group.statements
            if one is not chosen and one.rank != "deprecated" and self.sees(one)
        ]

    def _line_goes_on(self, fact: Fact, chosen: Statement) -> bool:
        return self.line(fact, chosen)[-1] is not chosen


def any_period(fact: Fact, chosen: Statement) -> Fact:
    """The fact with its rule for the period left open, to look along the line."""
    return replace(fact, period=None, modality=chosen.modality)


def _is_fixed(fact: Fact) -> bool:
    return fact.period is not None and fact.period.end is not None
