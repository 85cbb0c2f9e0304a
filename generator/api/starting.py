"""Beginning: a workspace, an audience, the office's look."""

from __future__ import annotations

from pathlib import Path

from generator.workspace import open_workspace


def init(folder: Path | str, *, example: str = "") -> list[str]:
    """Make a workspace of an example in a new or empty folder; returns its files.

    Raises UsageError for an unknown example or a folder that holds something.
    """
    from generator.scaffold.workspaces import FIRST, init_workspace

    return init_workspace(Path(folder), example or FIRST)


def new_audience(folder: Path | str, name: str, *, like: str, title: str = "") -> list[str]:
    """A new audience with files of its own, like one of the pack; returns what was written.

    `title` is how its readers are called in documents. Raises UsageError or FactpackError with
    all problems; then nothing has changed.
    """
    from generator.scaffold.audiences import new_audience as begin

    return begin(open_workspace(folder), name, like, title)


def brand(folder: Path | str = ".") -> list[str]:
    """Put the colours and faces of ``theme.yaml`` into all templates; returns those that changed.

    Raises FactpackError with all problems; then no template has changed.
    """
    from generator.scaffold.brands import brand_templates

    return brand_templates(open_workspace(folder))
