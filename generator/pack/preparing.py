"""Steps 1 to 4: everything read once and consistently, and what has to be made found out.

The digests of all files are taken before the first is read and after the last: files that were
saved meanwhile are read again, so that no edition is made of a half-saved base.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.model import (
    Audience,
    Document,
    FactpackError,
    Pack,
    Place,
    Problem,
    UsageError,
    error,
)
from generator.pack.desk import (
    Desk,
    documents_of,
    lacking,
    open_templates,
    template_key,
    unknown_audience,
)
from generator.pack.editions.asks import Asks, remembered
from generator.pack.editions.fingerprints import Fingerprints
from generator.pack.editions.keeping import keep_all
from generator.pack.editions.known import known_by
from generator.pack.editions.standing import Wanted
from generator.pack.editions.works import (
    Before,
    Work,
    asks_found,
    asks_known,
    editions_before,
    plan_work,
)
from generator.pack.inputs import input_digests
from generator.pack.pictures import named_pictures
from generator.pack.plan import read_charts_and_theme, read_plan
from generator.pack.steps import Step
from generator.resolve import Edition
from generator.store import check_store, read_store
from generator.workspace import Workspace

_TRIES = 3
Digests = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Prepared:
    """The desk, the work for each audience, and what should be known so far."""

    desk: Desk
    works: tuple[Work, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """What is prepared for: a build, or only to tell what is due (`opening` no templates)."""

    workspace: Workspace
    output: Path
    wanted: Wanted
    everything: bool = False
    opening: bool = True


def prepare(question: Question) -> Generator[Step, None, Prepared]:
    """Read everything, again if it changed meanwhile. Raises FactpackError with all problems."""
    workspace = question.workspace
    for _ in range(_TRIES):
        inputs = input_digests(workspace)
        try:
            prepared = yield from _read(question, inputs)
        except FactpackError:
            changed = _changed(inputs, input_digests(workspace))
            if not changed:
                raise
            continue
        before = prepared.desk.inputs
        changed = _changed(before, input_digests(workspace, before))
        if not changed:
            return prepared
    raise FactpackError([_restless(name) for name in changed])


def chosen_audiences(pack: Pack, wanted: str | None) -> tuple[Audience, ...]:
    """One audience by its id, or all. Raises UsageError for an unknown one."""
    if wanted is None:
        return pack.audiences
    chosen = tuple(audience for audience in pack.audiences if audience.id == wanted)
    if not chosen:
        raise UsageError([unknown_audience(pack, wanted)])
    return chosen


def stop_on_errors(problems: list[Problem]) -> None:
    """Raise FactpackError with all problems when there is an error among them."""
    if any(problem.level == "error" for problem in problems):
        raise FactpackError(problems)


def _read(question: Question, inputs: Digests) -> Generator[Step, None, Prepared]:
    yield Step(1)
    desk, audiences, problems = yield from _read_facts(question, inputs)
    yield Step(3)
    before: Mapping[str, Before] = {}
    if not question.everything:
        before = editions_before(question.output, audiences, desk.edition, question.wanted.known)
    known = {one.id: asks_known(desk, one, before.get(one.id)) for one in audiences}
    if question.opening:
        desk = _with_templates(desk, _not_in(known, audiences), problems)
        problems += lacking(desk.store, desk.templates, audiences)
    stop_on_errors(problems)

    yield Step(4)
    prints = Fingerprints(desk.store, desk.edition)
    works = tuple(
        keep_all(plan_work(desk, one, _asked(desk, one, known[one.id], last), last, prints))
        for one in audiences
        for last in (before.get(one.id),)
    )
    if question.opening:
        kept = {work.audience.id: work.kept for work in works}
        desk = _with_templates(desk, _not_in(kept, audiences), problems)
        stop_on_errors(problems)
    return Prepared(desk, works, tuple(problems))


def _read_facts(
    question: Question, inputs: Digests
) -> Generator[Step, None, tuple[Desk, tuple[Audience, ...], list[Problem]]]:
    """The desk without templates, the audiences that are asked for, and all problems so far."""
    workspace, wanted = question.workspace, question.wanted
    pack = read_plan(workspace)
    audiences = chosen_audiences(pack, wanted.audience)
    charts, theme = read_charts_and_theme(workspace)
    names = {_template(workspace, one) for each in audiences for one in documents_of(each)}
    if not names <= inputs.keys():  # -- what was known before anything was read stays --
        inputs = {**input_digests(workspace, names), **inputs}

    yield Step(2)
    store, problems = read_store(workspace)
    problems += check_store(store)
    if wanted.known_by is not None:
        store = known_by(store, wanted.known_by)
    edition = Edition(wanted.as_of or pack.as_of)
    pictures, unfit = named_pictures(workspace, pack)
    problems += unfit
    desk = Desk(
        workspace, pack, edition, store, {}, charts, theme, dict(sorted(inputs.items())), pictures
    )
    return desk, audiences, problems


def _not_in(
    known: Mapping[str, Mapping[str, object]], audiences: Iterable[Audience]
) -> list[tuple[Audience, Document]]:
    """The documents that a mapping of audience and id does not hold, each with its audience."""
    return [
        (audience, document)
        for audience in audiences
        for document in documents_of(audience)
        if document.id not in known[audience.id]
    ]


def _asked(
    desk: Desk, audience: Audience, known: Mapping[str, Asks], before: Before | None
) -> dict[str, Asks]:
    """What each document asks for: by its template, or as far as it is known unopened."""
    asked = dict(asks_found(desk, audience))
    for document in documents_of(audience):
        old = before.document(document.id) if before else None
        unopened = remembered(old) if old is not None else Asks((), (), False)
        asked.setdefault(document.id, unopened)
    return {**asked, **known}


def _with_templates(
    desk: Desk, documents: Iterable[tuple[Audience, Document]], problems: list[Problem]
) -> Desk:
    wanted = [pair for pair in documents if template_key(*pair) not in desk.templates]
    opened, wrong = open_templates(desk.workspace, wanted)
    problems += wrong
    return replace(desk, templates={**desk.templates, **opened})


def _template(workspace: Workspace, document: Document) -> str:
    return workspace.relative(workspace.templates / document.template)


def _changed(before: Digests, after: Digests) -> list[str]:
    return sorted(name for name in {*before, *after} if before.get(name) != after.get(name))


def _restless(name: str) -> Problem:
    return error(
        Place(name),
        f"The file changed while it was read, {_TRIES} times in turn.",
        "Wait until it is saved and nobody writes it, then run again.",
    )
