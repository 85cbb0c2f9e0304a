"""The fact base: check it, list what it holds, tell why a fact has its value."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from generator.api.opening import Json, read_base, resolved
from generator.model import FactpackError, Place, Problem, UsageError, error
from generator.workspace import Workspace, now, open_workspace

if TYPE_CHECKING:
    from generator.store import Report


def check(folder: Path | str = ".", *, sources: Path | None = None) -> Report:
    """All problems of a workspace; with `sources`, a folder of texts, its evidence too.

    When nothing has changed since the last check, digests are compared and nothing is read.
    """
    from generator.pack.inputs import declared_inputs
    from generator.store.stamp import last_check, remember

    workspace = open_workspace(folder)
    schedule = workspace.templates / "schedule.yaml"
    inputs = [*declared_inputs(workspace), schedule, *([sources] if sources is not None else [])]
    question = "" if sources is None else "evidence"
    known = last_check(workspace, inputs, question)
    if known is not None:
        return known
    from generator.pack.check import check_workspace

    if sources is not None and not sources.is_dir():
        raise UsageError([_no_folder(sources)])
    report = check_workspace(workspace, sources, _of_schedule(workspace, schedule))
    remember(workspace, inputs, report, question)
    return report


def _of_schedule(workspace: Workspace, schedule: Path) -> list[Problem]:
    if not schedule.is_file():
        return []
    from generator.schedule.listing import list_jobs

    try:
        list_jobs(
            workspace, now()
        )  # -- what it warns of is the machine on which a schedule runs --
    except FactpackError as broken:
        return list(broken.problems)
    return []


def facts(
    folder: Path | str = ".", *, as_of: date | None = None, audience: str | None = None
) -> tuple[list[Json], list[Problem]]:
    """The chosen facts of an edition as data, and the problems of choosing them."""
    from generator.resolve import facts_json

    _, resolution, problems = resolved(folder, as_of, audience)
    return facts_json(resolution), problems


def statements(folder: Path | str = ".") -> list[Json]:
    """All statements of a fact base as data."""
    from generator.resolve import statements_json

    store, _ = read_base(open_workspace(folder))
    return statements_json(store)


def conflicts(folder: Path | str = ".") -> list[Json]:
    """The statements that differ on one thing, in which way, and the rulings on them, as data."""
    from generator.resolve import conflicts as found
    from generator.resolve import conflicts_json

    store, _ = read_base(open_workspace(folder))
    return conflicts_json(found(store))


def explain(
    folder: Path | str, key: str, *, as_of: date | None = None, audience: str | None = None
) -> list[str]:
    """Why a fact has its value, in lines. Raises UsageError for a name that is no fact."""
    from generator.resolve import explain as explained
    from generator.store.records import nearest

    store, resolution, _ = resolved(folder, as_of, audience)
    fact = store.fact(key)
    if fact is None:
        hint = nearest(key, store.facts) or "“factpack facts” lists them."
        raise UsageError([error(Place("facts/facts.yaml"), f"There is no fact “{key}”.", hint)])
    return explained(resolution, fact.key)


def _no_folder(folder: Path) -> Problem:
    return error(
        Place(folder.as_posix()),
        "There is no such folder of texts.",
        "Name the folder that holds the files of facts/sources.yaml.",
    )
