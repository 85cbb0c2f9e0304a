"""The public functions, one for each command.

    from generator.api import build, check, render

`render` and `needs` are the engine alone and take a template; every other function takes the folder
of a workspace. What is wrong with the user's material is raised as
`FactpackError`, or returned by `check`, with all problems at once; a wrong call as `UsageError`.
Nothing heavy is imported before it is needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.api.asking import import_facts, questions
from generator.api.base import check, conflicts, explain, facts, statements
from generator.api.comparing import changes, fact_changes, where
from generator.api.making import build, due, editions, prune, publish, verify
from generator.api.scheduling import (
    install_schedule,
    list_schedule,
    rehearse_schedule,
    run_schedule,
)
from generator.api.starting import brand, init, new_audience
from generator.pack.steps import Step

if TYPE_CHECKING:
    from generator.render.door import needs
    from generator.render.door import render_document as render

__all__ = [
    "Step", "brand", "build", "changes", "check", "conflicts", "due", "editions", "explain",
    "fact_changes", "facts", "import_facts", "init", "install_schedule", "list_schedule", "needs",
    "new_audience", "prune", "publish", "questions", "rehearse_schedule", "render", "run_schedule",
    "statements", "verify", "where",
]  # fmt: skip

_ENGINE = {"render": "render_document", "needs": "needs"}


def __getattr__(name: str) -> object:
    """`render` and `needs` are the engine's own functions, fetched when they are first used."""
    if name not in _ENGINE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from generator.render import door

    return getattr(door, _ENGINE[name])
