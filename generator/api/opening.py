"""What several functions begin with: a workspace's fact base, read and chosen from."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from generator.model import FactpackError, Problem
from generator.workspace import Workspace, open_workspace

if TYPE_CHECKING:
    from generator.resolve import Resolution
    from generator.store import FactStore

Json = dict[str, object]


def resolved(
    folder: Path | str, as_of: date | None, audience: str | None
) -> tuple[FactStore, Resolution, list[Problem]]:
    """The fact base, the facts of a day for an audience, and all problems of both."""
    from generator.pack.plan import read_plan
    from generator.pack.preparing import chosen_audiences
    from generator.resolve import Edition, resolve

    workspace = open_workspace(folder)
    pack = read_plan(workspace)
    reader = chosen_audiences(pack, audience)[0] if audience is not None else None
    store, problems = read_base(workspace)
    resolution = resolve(store, None, reader, Edition(as_of or pack.as_of))
    return store, resolution, [*problems, *resolution.problems]


def read_base(workspace: Workspace) -> tuple[FactStore, list[Problem]]:
    """The fact base. Raises FactpackError when files of it cannot be read."""
    from generator.store import read_store

    store, problems = read_store(workspace)
    if any(problem.level == "error" for problem in problems):
        raise FactpackError(problems)
    return store, problems
