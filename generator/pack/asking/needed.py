"""Which figures the next edition needs again, and why, by the office that answers for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.model import Audience, Fact, FactpackError, Measure, Pack, Words
from generator.pack.desk import documents_of, open_templates
from generator.pack.plan import read_charts_and_theme
from generator.resolve import Edition, ResolvedFact, resolve
from generator.resolve.times import bounds, covers_years
from generator.store import FactStore
from generator.workspace import Workspace

ReasonKind = Literal["forecast", "part_year", "expired", "conflict", "asked"]
Office = tuple[tuple[str, str], ...]  # its name in each language; empty where it is not known


@dataclass(frozen=True, slots=True)
class Question:
    """One figure that is asked for: its last value, and the reasons.

    `last` is as it stands in the edition of today; `key` is the fact's, which names the row.
    """

    fact: Fact
    measure: Measure
    subject: Words
    last: ResolvedFact
    reasons: tuple[ReasonKind, ...]

    @property
    def key(self) -> str:
        return self.fact.key


def needed(
    workspace: Workspace, store: FactStore, pack: Pack, day: date, locale: str
) -> dict[Office, list[Question]]:
    """The questions for the edition of `day`, office by office, the unknown office last.

    Only what anybody may see is told: the letters leave the house. Raises FactpackError when a
    template cannot be read.
    """
    anybody = Audience("office", {}, locale, ())
    facts = _one_a_topic(_asked_for(workspace, store, pack))
    keys = [fact.key for fact in facts]
    today = resolve(store, keys, anybody, Edition(pack.as_of)).facts
    then = resolve(store, keys, anybody, Edition(day)).facts
    offices: dict[Office, list[Question]] = {}
    leading = {fact.key for fact in _leading(store)}
    for fact in facts:
        measure = store.measures[fact.measure]
        reasons = tuple(_reasons(then[fact.key], measure, fact.key in leading))
        if not reasons:
            continue
        subject = store.subjects.get(fact.subject)
        question = Question(
            fact, measure, subject.name if subject else {}, today[fact.key], reasons
        )
        offices.setdefault(tuple(sorted(measure.office.items())), []).append(question)
    return dict(sorted(offices.items(), key=lambda pair: not pair[0]))


def _asked_for(workspace: Workspace, store: FactStore, pack: Pack) -> Iterator[Fact]:
    """The facts that the pack shows, with what they are computed from, and those always asked."""
    for name in _names_shown(workspace, pack):
        fact = store.fact(name)
        if fact is not None:
            yield from _chosen(fact, store, set())
    yield from _leading(store)


def _leading(store: FactStore) -> list[Fact]:
    """The first fact of each measure about which there is something to ask."""
    first: dict[str, Fact] = {}
    for fact in store.facts.values():
        measure = store.measures.get(fact.measure)
        if measure is not None and measure.ask:
            first.setdefault(fact.measure, fact)
    return list(first.values())


def _names_shown(workspace: Workspace, pack: Pack) -> Iterator[str]:
    documents = [(reader, one) for reader in pack.audiences for one in documents_of(reader)]
    templates, problems = open_templates(workspace, documents)
    if any(problem.level == "error" for problem in problems):
        raise FactpackError(problems)
    charts, _ = read_charts_and_theme(workspace)
    for template in templates.values():
        needs = template.needs()
        yield from needs.names
        for chart in needs.charts + needs.pictures:
            yield from charts[chart].names() if chart in charts else ()


def _chosen(fact: Fact, store: FactStore, seen: set[str]) -> Iterator[Fact]:
    """The fact itself, or those that a formula rests on."""
    if fact.key in seen:
        return
    seen.add(fact.key)
    if not fact.derive:
        if fact.measure in store.measures:
            yield fact
        return
    for part in fact.of:
        base = store.fact(part.partition(".")[0])
        if base is not None:
            yield from _chosen(base, store, seen)


def _one_a_topic(facts: Iterable[Fact]) -> list[Fact]:
    """One fact for each thing that is counted: a result and its forecast are one question."""
    topics: dict[tuple[object, ...], Fact] = {}
    for fact in facts:
        since = fact.period.start if fact.period and fact.period.kind == "since" else None
        topic = (fact.subject, fact.measure, fact.dimensions, fact.scope, since)
        first = topics.setdefault(topic, fact)
        if first.modality != "actual" and fact.modality == "actual":
            topics[topic] = fact
    return list(topics.values())


def _reasons(then: ResolvedFact, measure: Measure, leads: bool) -> Iterator[ReasonKind]:
    statement = then.statement
    closed = bounds(statement.period) if statement and statement.period else None
    if statement is not None and then.expired:
        if statement.modality == "forecast":
            yield "forecast"
        elif measure.kind == "flow" and closed is not None and not covers_years(closed):
            yield "part_year"
        else:
            yield "expired"
    if then.ruling is not None or then.disputed is not None:
        yield "conflict"
    if leads:
        yield "asked"
