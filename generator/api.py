"""The public functions, one for each command.

    from generator.api import build, check, render

`render` and `needs` are the engine alone and take a template; every other function takes the folder
of a workspace. What is wrong with the user's material is raised as
`FactpackError`, or returned by `check`, with all problems at once; a wrong call as `UsageError`.
Nothing heavy is imported before it is needed.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from generator.model import FactpackError, Place, Problem, UsageError, error
from generator.pack.steps import Step
from generator.workspace import Workspace, open_workspace

if TYPE_CHECKING:
    from generator.pack.build import Built
    from generator.render.door import needs
    from generator.render.door import render_document as render
    from generator.resolve import Resolution
    from generator.store import FactStore, Report

__all__ = [
    "Step", "build", "check", "conflicts", "explain", "facts", "needs", "render", "statements",
]  # fmt: skip

Json = dict[str, object]

_ENGINE = {"render": "render_document", "needs": "needs"}


def check(folder: Path | str = ".", *, sources: Path | None = None) -> Report:
    """All problems of a workspace; with `sources`, a folder of texts, its evidence too.

    When nothing has changed since the last check, digests are compared and nothing is read.
    """
    from generator.pack.inputs import declared_inputs
    from generator.store.stamp import last_check, remember

    workspace = open_workspace(folder)
    inputs = declared_inputs(workspace) + ([sources] if sources is not None else [])
    question = "" if sources is None else "evidence"
    known = last_check(workspace, inputs, question)
    if known is not None:
        return known
    from generator.pack.check import check_workspace

    if sources is not None and not sources.is_dir():
        raise UsageError([_no_folder(sources)])
    report = check_workspace(workspace, sources)
    remember(workspace, inputs, report, question)
    return report


def facts(
    folder: Path | str = ".", *, as_of: date | None = None, audience: str | None = None
) -> tuple[list[Json], list[Problem]]:
    """The chosen facts of an edition as data, and the problems of choosing them."""
    from generator.resolve import facts_json

    _, resolution, problems = _resolved(folder, as_of, audience)
    return facts_json(resolution), problems


def statements(folder: Path | str = ".") -> list[Json]:
    """All statements of a fact base as data."""
    from generator.resolve import statements_json

    store, _ = _store(open_workspace(folder))
    return statements_json(store)


def conflicts(folder: Path | str = ".") -> list[Json]:
    """The statements that differ on one thing, in which way, and the rulings on them, as data."""
    from generator.resolve import conflicts as found
    from generator.resolve import conflicts_json

    store, _ = _store(open_workspace(folder))
    return conflicts_json(found(store))


def explain(
    folder: Path | str, key: str, *, as_of: date | None = None, audience: str | None = None
) -> list[str]:
    """Why a fact has its value, in lines. Raises UsageError for a name that is no fact."""
    from generator.resolve import explain as explained
    from generator.store.records import nearest

    store, resolution, _ = _resolved(folder, as_of, audience)
    fact = store.fact(key)
    if fact is None:
        hint = nearest(key, store.facts) or "“factpack facts” lists them."
        raise UsageError([error(Place("facts/facts.yaml"), f"There is no fact “{key}”.", hint)])
    return explained(resolution, fact.key)


def build(
    folder: Path | str = ".",
    *,
    audience: str | None = None,
    as_of: date | None = None,
    out: Path | None = None,
    pdf: bool = False,
    preview: bool = False,
    tell: Callable[[Step], None] | None = None,
) -> Built:
    """Make an edition, whole or not at all; `tell` is called with each step as it begins.

    `pdf` puts every file beside itself as PDF, `preview` a picture of all pages into each
    audience's folder. Where LibreOffice or poppler is missing they are left out with a warning.
    """
    from generator.pack.build import build as steps_of

    workspace = open_workspace(folder)
    steps = steps_of(workspace, audience=audience, as_of=as_of, out=out, pdf=pdf, preview=preview)
    while True:
        try:
            step = next(steps)
        except StopIteration as done:
            built: Built = done.value
            return built
        if tell is not None:
            tell(step)


def __getattr__(name: str) -> object:
    """`render` and `needs` are the engine's own functions, fetched when they are first used."""
    if name not in _ENGINE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from generator.render import door

    return getattr(door, _ENGINE[name])


def _resolved(
    folder: Path | str, as_of: date | None, audience: str | None
) -> tuple[FactStore, Resolution, list[Problem]]:
    from generator.pack.build import chosen_audiences
    from generator.pack.plan import read_plan
    from generator.resolve import Edition, resolve

    workspace = open_workspace(folder)
    pack = read_plan(workspace)
    reader = chosen_audiences(pack, audience)[0] if audience is not None else None
    store, problems = _store(workspace)
    resolution = resolve(store, None, reader, Edition(as_of or pack.as_of))
    return store, resolution, [*problems, *resolution.problems]


def _store(workspace: Workspace) -> tuple[FactStore, list[Problem]]:
    """The fact base. Raises FactpackError when files of it cannot be read."""
    from generator.store import read_store

    store, problems = read_store(workspace)
    if any(problem.level == "error" for problem in problems):
        raise FactpackError(problems)
    return store, problems


def _no_folder(folder: Path) -> Problem:
    return error(
        Place(folder.as_posix()),
        "There is no such folder of texts.",
        "Name the folder that holds the files of facts/sources.yaml.",
    )
