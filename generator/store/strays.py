"""Files in `facts/` that nobody reads."""

from __future__ import annotations

from pathlib import Path

from generator.model import Place, Problem, warning
from generator.store.lock import LOCK_NAME
from generator.store.records import nearest
from generator.workspace import Workspace

_TABLES = (
    "sources.yaml",
    "subjects.yaml",
    "measures.yaml",
    "facts.yaml",
    "rulings.yaml",
    "speakers.yaml",
)
_KNOWN = (*_TABLES, LOCK_NAME, "statements")


def check_strays(workspace: Workspace) -> list[Problem]:
    """A misspelt file would be passed over in silence; other files belong elsewhere."""
    top = [path for path in _visible(workspace.facts) if path.name not in _KNOWN]
    below = [path for path in _visible(workspace.facts / "statements") if path.suffix != ".yaml"]
    return [_stray(path, workspace) for path in top + below if _looks_like_facts(path)]


def _visible(folder: Path) -> list[Path]:
    return sorted(folder.glob("[!.~]*")) if folder.is_dir() else []


def _looks_like_facts(path: Path) -> bool:
    return path.is_dir() or path.suffix.lower() in (".yaml", ".yml", ".json", ".csv", ".xlsx")


def _stray(path: Path, workspace: Workspace) -> Problem:
    hint = nearest(path.name, _KNOWN) if path.parent == workspace.facts else ""
    return warning(
        Place(workspace.relative(path)),
        "Nobody reads this.",
        hint or "Statements belong into facts/statements/, in files that end in .yaml.",
    )
