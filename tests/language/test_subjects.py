"""The room by subject: what is simple does not know what is built on it, and nothing goes round."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import generator.language

ROOM_NAME = "generator.language"
ROOM = Path(generator.language.__file__).parent
SUBJECTS = {
    "script": 0,
    "numbers": 1,
    "dates": 2, "comparing": 2,
    "texts": 3, "saying": 3,
}  # fmt: skip


def _modules() -> list[Path]:
    return sorted(path for path in ROOM.rglob("*.py") if path.parent != ROOM)


def _name(path: Path) -> str:
    return ".".join(path.relative_to(ROOM).with_suffix("").parts)


def _needs(path: Path) -> set[str]:
    """The modules of the room that one imports, early or late."""
    found = set()
    for node in _imports(path):
        home = (node.module or "").removeprefix(f"{ROOM_NAME}.")
        found |= ({f"{home}.{alias.name}" for alias in node.names} & NAMES) or {home}
    return found


def _imports(path: Path) -> list[ast.ImportFrom]:
    """What a module imports from the room, or from somewhere in it."""
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    froms = [node for node in nodes if isinstance(node, ast.ImportFrom)]
    return [node for node in froms if (node.module or "").startswith(ROOM_NAME)]


NAMES = {_name(path) for path in _modules()}
NEEDS = {_name(path): _needs(path) for path in _modules()}


def test_every_import_is_of_a_module_of_the_room():
    assert set().union(*NEEDS.values()) <= NAMES


def test_no_module_comes_back_to_itself():
    assert set(TopologicalSorter(NEEDS).static_order()) == NAMES


@pytest.mark.parametrize("module", sorted(NEEDS))
def test_a_module_imports_from_its_own_subject_and_from_those_below(module: str):
    subject = module.split(".")[0]
    for other in {name.split(".")[0] for name in NEEDS[module]} - {subject}:
        assert SUBJECTS[other] < SUBJECTS[subject], f"{subject} must not know {other}"


def test_the_other_rooms_come_in_by_the_front():
    others = [path for path in ROOM.parent.rglob("*.py") if not path.is_relative_to(ROOM)]
    behind = [path for path in others for node in _imports(path) if node.module != ROOM_NAME]
    assert behind == []
