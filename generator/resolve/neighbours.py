"""What stands next to a fact: earlier values, a date's value, the forecast, other statements."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from generator.model import Audience, Ruling, Statement
from generator.resolve.absent import absent_neighbour
from generator.resolve.choose import pick
from generator.resolve.chooser import Chooser
from generator.resolve.conflict_sets import topic_of
from generator.resolve.freshness import outlived
from generator.resolve.resolved import ResolvedFact
from generator.resolve.times import earlier, known_at, moment, stretch

_STEP = re.compile(
    r"""\.(?:(?P<plain>previous|forecast)
    |(?P<of>at|supporting|rejected)\((?P<quote>["']?)(?P<value>[^()"']+)(?P=quote)\))""",
    re.VERBOSE,
)


def split_reference(reference: str) -> tuple[str, list[tuple[str, str]]] | None:
    """Take ``a.previous``, ``a.at("2023-10")`` apart: key and steps; ``None`` if it is neither."""
    key, dot, rest = reference.partition(".")
    found = list(_STEP.finditer(dot + rest))
    if "".join(step[0] for step in found) != dot + rest:
        return None
    return key, [(step["plain"] or step["of"], step["value"] or "") for step in found]


def walk(chooser: Chooser, resolved: ResolvedFact, step: str, value: str) -> ResolvedFact:
    """One step of a reference: the neighbour, or a missing fact that says what there is."""
    if step == "previous":
        return previous(chooser, resolved)
    if step == "forecast":
        return forecast(chooser, resolved)
    if step == "at":
        return at(chooser, resolved, value)
    others = _OTHERS[step](chooser, resolved)
    found = (one for one in others if one.statement and one.statement.id == value)
    fact = replace(resolved.fact, key=f"{resolved.key}.{step}({value})")
    return next(found, absent_neighbour(fact, f"there is no {step} statement “{value}”", resolved))


def previous(chooser: Chooser, resolved: ResolvedFact) -> ResolvedFact:
    """The next earlier time of the same scope, and for flows of the same length."""
    fact = replace(resolved.fact, key=f"{resolved.key}.previous")
    chosen = resolved.statement
    before = [one for one in _line(chooser, resolved) if chosen and earlier(one, chosen)]
    if not before:
        return absent_neighbour(fact, "there is no earlier value of the same scope", resolved)
    return chooser.resolved(fact, before[-1], ("It is the next earlier time.",), earlier=True)


def at(chooser: Chooser, resolved: ResolvedFact, when: str) -> ResolvedFact:
    """The value for a date, such as ``2023-10`` or ``2023``; the latest within it."""
    fact = replace(resolved.fact, key=f"{resolved.key}.at({when})")
    line = _line(chooser, resolved)
    found = [one for one in line if (moment(one) or "").startswith(when)]
    if not found:
        have = ", ".join(filter(None, map(moment, line))) or "undated ones"
        return absent_neighbour(fact, f"there is no value for {when}, only for {have}", resolved)
    why = (f"It is the value for {when}.",)
    return chooser.resolved(fact, found[-1], why, earlier=found[-1] is not line[-1])


def series(chooser: Chooser, resolved: ResolvedFact) -> list[ResolvedFact]:
    """One value for each time, oldest first, all of one scope; the fact itself is one of them."""
    line = _line(chooser, resolved)
    return [
        resolved if one is resolved.statement else _point(chooser, resolved, one, line[-1])
        for one in line
    ]


def forecast(chooser: Chooser, resolved: ResolvedFact) -> ResolvedFact:
    """The forecast of the same measure: for the running period, or the last one made."""
    key = f"{resolved.key}.forecast"
    fact = replace(resolved.fact, key=key, modality="forecast", period=None)
    made = chooser.candidates(fact) if fact.measure else []
    running = [one for one in made if not outlived(one, chooser.edition)]
    if not made:
        return absent_neighbour(fact, "no forecast is known", resolved)
    chosen = pick(running or made, chooser.store)
    if not running and _result_is_known(chooser, resolved, chosen.statement):
        return absent_neighbour(fact, "the result for the forecast's period is known", resolved)
    return chooser.resolved(fact, chosen.statement, chosen.why, earlier=False)


def rejected(chooser: Chooser, resolved: ResolvedFact) -> list[ResolvedFact]:
    """The statements that the ruling set aside, for the audiences that its note is for."""
    ruling = resolved.ruling
    if ruling is None or not note_is_for(ruling, chooser.audience):
        return []
    set_aside = chooser.group(topic_of(resolved.fact)).set_aside
    aside = [one for one in resolved.conflicting if set_aside.get(one.id) is ruling]
    return [_other(resolved, "rejected", one, ruling) for one in aside]


def supporting(_: Chooser, resolved: ResolvedFact) -> list[ResolvedFact]:
    """The statements that agree with the chosen one."""
    return [_other(resolved, "supporting", one, None) for one in resolved.supporting]


def note_is_for(ruling: Ruling, audience: Audience | None) -> bool:
    """Whether a ruling's note is printed for an audience; the editor (no audience) sees all."""
    return audience is None or audience.id in ruling.notes_for


_OTHERS: dict[str, Callable[[Chooser, ResolvedFact], list[ResolvedFact]]] = {
    "supporting": supporting,
    "rejected": rejected,
}


def _line(chooser: Chooser, resolved: ResolvedFact) -> list[Statement]:
    if resolved.statement is None:
        return []
    return chooser.line(resolved.fact, resolved.statement)


def _point(
    chooser: Chooser, resolved: ResolvedFact, statement: Statement, newest: Statement
) -> ResolvedFact:
    fact = replace(resolved.fact, key=f"{resolved.key}.at({moment(statement)})")
    why = ("It is a point of the series.",)
    return chooser.resolved(fact, statement, why, earlier=statement is not newest)


def _other(
    resolved: ResolvedFact, role: str, statement: Statement, ruling: Ruling | None
) -> ResolvedFact:
    return ResolvedFact(
        replace(resolved.fact, key=f"{resolved.key}.{role}({statement.id})"),
        statement=statement,
        quantity=statement.quantity,
        period=statement.period,
        as_of=known_at(statement),
        ruling=ruling,
        lineage=(statement.id,),
    )


def _result_is_known(chooser: Chooser, resolved: ResolvedFact, forecast: Statement) -> bool:
    results = replace(resolved.fact, modality="actual", period=None)
    return any(stretch(one) == stretch(forecast) for one in chooser.candidates(results))
