"""Everything that is wrong with a workspace, at once: facts, plan, templates, charts, evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.model import Audience, FactpackError, Pack, Place, Problem
from generator.pack.desk import (
    Templates,
    documents_of,
    lacking,
    needs_of,
    open_templates,
    template_key,
)
from generator.pack.pictures import named_pictures
from generator.pack.plan import read_charts_and_theme, read_plan
from generator.resolve import Edition, resolve
from generator.store import FactStore, Report, check_store, lock_evidence, read_store
from generator.workspace import Workspace

if TYPE_CHECKING:
    from generator.charts import ChartPlan

# Names that every template is given besides facts and settings.
GIVEN = frozenset({"edition", "audience", "ledger", "sources", "title"})


@dataclass(frozen=True, slots=True)
class Found:
    """What could be read of the plan side of a workspace, and what is wrong with it."""

    pack: Pack | None
    charts: dict[str, ChartPlan]
    templates: Templates
    problems: list[Problem]


def check_workspace(
    workspace: Workspace, sources: Path | None = None, besides: Iterable[Problem] = ()
) -> Report:
    """All problems of a workspace; with the texts in `sources`, every clause of evidence too.

    When all evidence is proved, ``facts/facts.lock`` is written. `besides` are problems of files
    that this room does not know.
    """
    store, problems = read_store(workspace)
    if sources is not None:
        store, unproved = lock_evidence(workspace, store, sources)
        problems += unproved
    found = _read_plan_side(workspace)
    used = list(_used(found)) if found.pack is not None else None
    problems += check_store(store, used)
    problems += found.problems
    if found.pack is not None:
        problems += _unresolved(store, found.pack, found)
        problems += lacking(store, found.templates, found.pack.audiences)
    problems += besides
    problems = list(dict.fromkeys(problems))
    return Report(tuple(problems), _summary(store, problems, sources))


def _read_plan_side(workspace: Workspace) -> Found:
    problems: list[Problem] = []
    pack: Pack | None = None
    charts: dict[str, ChartPlan] = {}
    try:
        pack = read_plan(workspace)
    except FactpackError as broken:
        problems += broken.problems
    try:
        charts, _ = read_charts_and_theme(workspace)
    except FactpackError as broken:
        problems += broken.problems
    audiences = pack.audiences if pack else ()
    documents = [(one, document) for one in audiences for document in documents_of(one)]
    templates, unopened = open_templates(workspace, documents)
    problems += unopened
    if pack is not None:
        problems += named_pictures(workspace, pack)[1]
    return Found(pack, charts, templates, problems)


def _used(found: Found) -> Iterator[tuple[str, Place]]:
    """The names that templates and charts ask the fact base for, and where."""
    assert found.pack is not None
    for audience in found.pack.audiences:
        given = GIVEN | found.pack.settings.keys() | audience.settings.keys()
        for document in documents_of(audience):
            for need in needs_of(found.templates, template_key(audience, document)):
                if need.kind == "name" and need.name not in given | document.settings.keys():
                    yield need.name, need.place
        for name in audience.never:
            yield name, audience.place
    for plan in found.charts.values():
        for name in plan.names():
            yield name, plan.place


def _unresolved(store: FactStore, pack: Pack, found: Found) -> list[Problem]:
    """Contradictions among the facts that the pack uses, and rulings that no longer fit."""
    names = {name for name, _ in _used(found)}
    keys = [fact.key for name in sorted(names) if (fact := store.fact(name)) is not None]
    edition = Edition(pack.as_of)
    audiences: tuple[Audience | None, ...] = pack.audiences or (None,)
    return [
        problem
        for audience in audiences
        for problem in resolve(store, keys, audience, edition).problems
    ]


def _summary(store: FactStore, problems: list[Problem], sources: Path | None) -> str:
    counts = dict.fromkeys(("error", "warning", "notice"), 0)
    for problem in problems:
        counts[problem.level] += 1
    told = ", ".join(f"{n} {level}{'s' if n != 1 else ''}" for level, n in counts.items())
    proved = sum(len(text.proofs) for text in store.lock.texts.values())
    read = f"{len(store.statements)} statements of {len(store.sources)} sources"
    how = "now" if sources is not None else "by facts.lock"
    return f"{read}, {proved} proved on their texts ({how}): {told}"
