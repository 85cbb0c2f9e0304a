"""What is wrong when there is nothing to print, and what there is instead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.model import Audience, Fact, Place, Problem, Statement, error
from generator.resolve.choose import fits, in_period
from generator.resolve.edition import Edition
from generator.resolve.resolved import ResolvedFact
from generator.resolve.rulings import describe
from generator.resolve.times import known_at
from generator.store.records import nearest

if TYPE_CHECKING:
    from generator.store import FactStore

_FACTS = Place("facts/facts.yaml")


def absent_fact(
    fact: Fact, said: Sequence[Statement], audience: Audience | None, edition: Edition
) -> Problem:
    """A fact that no statement answers; `said` is all that is said of its topic."""
    reason, advice = _reason(fact, said, audience, edition)
    return error(fact.place, f"“{fact.key}” is missing: {reason}.", advice)


def absent_neighbour(fact: Fact, reason: str, resolved: ResolvedFact) -> ResolvedFact:
    """A neighbour that is not there: a missing fact under the neighbour's name."""
    if resolved.missing is not None:
        return ResolvedFact(fact, missing=resolved.missing)
    have = f" The newest is {resolved.as_of}." if resolved.as_of else ""
    problem = f"“{fact.key}” is missing: {reason}.{have}"
    advice = "Ask for it only where it “is available”."
    return ResolvedFact(fact, missing=error(fact.place, problem, advice))


def absent_base(fact: Fact, base: ResolvedFact) -> ResolvedFact:
    """A derived fact one of whose bases cannot be had."""
    found = base.missing or base.disputed
    reason = found.problem if found else f"The period of “{base.key}” is over."
    advice = found.next if found else "Leave it out until the result is known."
    problem = error(fact.place, f"“{fact.key}” cannot be computed. {reason}", advice)
    return ResolvedFact(fact, missing=problem)


def never_shown(fact: Fact, audience: Audience) -> Problem:
    """A fact that an audience's plan keeps out of its files."""
    return error(
        fact.place,
        f"“{fact.key}” is never shown to the audience “{audience.id}”.",
        "Leave it out of this audience's documents, or take it off its “never” list.",
    )


def unknown_fact(key: str, store: FactStore) -> Problem:
    """A name that is no fact, with the names nearest to it."""
    names = [*store.facts, *(fact.name.get("zh", "") for fact in store.facts.values())]
    hint = nearest(key, names) or "Add it to facts/facts.yaml, or correct the name."
    return error(_FACTS, f"There is no fact “{key}”.", hint)


def _reason(
    fact: Fact, said: Sequence[Statement], audience: Audience | None, edition: Edition
) -> tuple[str, str]:
    if not said:
        topic = f"“{fact.measure}” of “{fact.subject}”"
        return f"nothing is said about {topic}", "Add a statement, or correct the fact."
    fitting = [one for one in said if fits(fact, one)]
    if not fitting:
        return _nothing_fits(fact, said)
    live = [one for one in fitting if one.rank != "deprecated"]
    if not live:
        return (
            f"what fits is deprecated: {describe(fitting[0])}",
            "Add a better statement, or take its rank back.",
        )
    known = [one for one in live if edition.knows(known_at(one))]
    if not known:
        first = min(live, key=lambda one: known_at(one) or "")
        return (
            f"nothing was known by {edition}; the nearest as-of is {known_at(first)}",
            "Build a later edition, or add an earlier statement.",
        )
    if audience is not None and not any(one.confidentiality in audience.sees for one in known):
        return (
            f"the audience “{audience.id}” may not see what is known of it",
            "Leave it out of this audience's documents, or ask for it where it “is available”.",
        )
    return (
        f"a ruling set aside what is known of it: {describe(known[0])}",
        "Look at the ruling in facts/rulings.yaml.",
    )


def _nothing_fits(fact: Fact, said: Sequence[Statement]) -> tuple[str, str]:
    newest = max(said, key=lambda one: known_at(one) or "")
    if all(one.modality != fact.modality for one in said):
        return (
            f"there is no {fact.modality} value, only a {newest.modality}: {describe(newest)}",
            f"Ask for the {newest.modality} by its own fact, or add a statement.",
        )
    if fact.period and not any(in_period(fact.period, one) for one in said):
        return (
            f"nothing is said for the period {fact.period}; the newest is {newest.period} "
            f"as of {known_at(newest)}",
            "Correct the fact's period, or add a statement.",
        )
    return (
        f"nothing said fits its modality, scope and period; the newest is {describe(newest)}",
        "Compare the fact's modality, scope and period with the statement's.",
    )
