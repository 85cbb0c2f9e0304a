"""The office's look put into its templates: the colours and faces of ``templates/theme.yaml``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator.charts.theme import ROLES
from generator.documents.packages.brand import Brand, rebrand
from generator.documents.packages.kinds import KINDS
from generator.files import write_atomic
from generator.model import FactpackError, Place, Problem
from generator.pack.plan import read_charts_and_theme
from generator.workspace import Workspace

if TYPE_CHECKING:
    from generator.charts import Theme


def brand_templates(workspace: Workspace) -> list[str]:
    """Give every template the theme's colours and faces; returns those that changed.

    Raises FactpackError with all problems of the theme and of the templates; then none is changed.
    """
    _, theme = read_charts_and_theme(workspace)
    brand = brand_of(theme)
    changed: dict[Path, bytes] = {}
    problems: list[Problem] = []
    for path in _templates(workspace):
        data = path.read_bytes()
        try:
            new = rebrand(data, brand, Place(workspace.relative(path)))
        except FactpackError as broken:
            problems += broken.problems
            continue
        if new != data:
            changed[path] = new
    if problems:
        raise FactpackError(problems)
    for path, data in changed.items():
        write_atomic(path, data, workspace.relative(path))
    return [workspace.relative(path) for path in changed]


def brand_of(theme: Theme) -> Brand:
    """What a theme says for a document: colours by slot, by name and by role, and faces."""
    slots = {colour.slot: colour.rgb for colour in theme.colours.values() if colour.slot}
    names = {name: colour.rgb for name, colour in theme.colours.items()}

    def faces(language: str) -> tuple[str, str]:
        found = theme.faces(language)
        return found.latin, found.east_asian

    return Brand(slots, names | {role: theme.rgb(role) for role in ROLES}, faces)


def _templates(workspace: Workspace) -> list[Path]:
    return sorted(
        path for path in workspace.templates.rglob("[!.~]*") if path.suffix.lower() in KINDS
    )
