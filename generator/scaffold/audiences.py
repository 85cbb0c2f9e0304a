"""A new audience that begins as a copy of one that is there: its file, its templates, its place."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from pathlib import Path

from generator.files import write_atomic
from generator.files.yaml_edits import append_item, replace_value
from generator.model import Audience, FactpackError, Pack, Place, Problem, UsageError, error
from generator.pack.desk import unknown_audience
from generator.pack.plan import read_plan
from generator.workspace import Workspace

_ID = re.compile(r"[a-z][a-z0-9-]{0,30}")


def new_audience(workspace: Workspace, name: str, like: str, title: str = "") -> list[str]:
    """Write the audience's file and its own templates, and list it in ``pack.yaml``.

    `title` is how readers are called in documents (default: `name`). The evidence annex stays
    shared. Returns the files written or changed, by relative name.

    Raises UsageError for a name that cannot be one, is taken, or is like nobody; FactpackError
    when the plan or a template cannot be read or a file not be written. Nothing is left half done.
    """
    pack = read_plan(workspace)
    model = _model(workspace, pack, name, like)
    copies = _template_names(workspace, model, name)
    files: dict[Path, bytes] = {
        workspace.templates / new: (workspace.templates / old).read_bytes()
        for old, new in copies.items()
    }
    path = workspace.templates / "audiences" / f"{name}.yaml"
    files[path] = _audience_file(workspace, model, name, title or name, copies).encode()
    plan = workspace.templates / "pack.yaml"
    changed = append_item(plan.read_text(encoding="utf-8"), ("audiences",), name)
    _write_all(workspace, files)
    write_atomic(plan, changed.encode(), workspace.relative(plan))
    return [workspace.relative(path) for path in (*files, plan)]


def _model(workspace: Workspace, pack: Pack, name: str, like: str) -> Audience:
    problems: list[Problem] = []
    models = {audience.id: audience for audience in pack.audiences}
    if not _ID.fullmatch(name):
        problem = f"“{name}” cannot be the name of an audience: it names a file and a folder."
        next = "Take small letters, digits and hyphens, a letter first; call readers by --title."
        problems.append(error(Place("NAME"), problem, next))
    if name in models or (workspace.templates / "audiences" / f"{name}.yaml").exists():
        problem = f"There is an audience “{name}” already."
        problems.append(error(Place("NAME"), problem, "Take another name, or edit that one."))
    if like not in models:
        problems.append(unknown_audience(pack, like))
    if problems:
        raise UsageError(problems)
    return models[like]


def _template_names(workspace: Workspace, model: Audience, name: str) -> dict[str, str]:
    """Old name → new name of each of the model's templates; the new ones must be free."""
    copies: dict[str, str] = {}
    problems: list[Problem] = []
    for document in model.documents:
        old = document.template
        new = _own_name(old, name, copies.values())
        copies[old] = new
        if not (workspace.templates / old).is_file():
            problems.append(
                error(document.place, f"Its template {old} is not there.", "Put it there.")
            )
        if (workspace.templates / new).exists():
            place = Place(f"templates/{new}")
            problems.append(error(place, "There is a file of this name.", "Move it away."))
    if problems:
        raise FactpackError(problems)
    return copies


def _own_name(template: str, name: str, taken: Collection[str]) -> str:
    """For schools, ``press-facts.docx`` becomes ``schools-facts.docx``; so does ``facts.docx``."""
    file = template.rpartition("/")[2]
    short = f"{name}-{file.partition('-')[2] or file}"
    return f"{name}-{file}" if short in taken else short


def _audience_file(
    workspace: Workspace, model: Audience, name: str, title: str, copies: Mapping[str, str]
) -> str:
    """The model's file with another id, name and templates; comments and order are kept."""
    path = workspace.templates / "audiences" / f"{model.id}.yaml"
    text = replace_value(path.read_text(encoding="utf-8"), ("id",), name)
    for language in ("zh", "en"):
        if language in model.name:
            text = replace_value(text, ("name", language), title)
    for number, document in enumerate(model.documents):
        text = replace_value(text, ("documents", number, "template"), copies[document.template])
    return f"# Made like “{model.id}”: change whatever differs.\n{text}"


def _write_all(workspace: Workspace, files: Mapping[Path, bytes]) -> None:
    done: list[Path] = []
    try:
        for path, data in files.items():
            write_atomic(path, data, workspace.relative(path))
            done.append(path)
    except FactpackError:
        for path in done:
            path.unlink(missing_ok=True)
        raise
