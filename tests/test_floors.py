"""The house stands on its floors: imports go down, never up or sideways."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[1] / "generator"

FLOORS = {
    "model": 0,
    "language": 1, "files": 1, "workspace": 1,
    "store": 2, "tags": 2, "documents": 2,
    "resolve": 3,
    "charts": 4,
    "render": 5,
    "pack": 6,
    "schedule": 7,
    "scaffold": 7,
    "api": 8,
    "cli": 9,
}  # fmt: skip

HOMES = {
    "babel": {"language"},
    "opencc": {"language"},
    "yaml": {"files"},
    "openpyxl": {"files"},
    "sqlalchemy": {"store"},
    "jinja2": {"tags"},
    "lxml": {"documents"},
    "deflate": {"documents"},
    "docx": {"documents"},
    "pptx": {"documents"},
    "xlsxwriter": {"documents"},
    "matplotlib": {"charts"},
    "PIL": {"charts"},
    "pylopdf_fonts_zh_cn": {"charts"},
    "pypdf": {"documents"},
    "apscheduler": {"schedule"},
    "apprise": {"schedule"},
    "click": {"cli"},
    "rich": {"cli"},
}  # fmt: skip

MODULES = sorted(path for path in HOUSE.rglob("*.py") if path != HOUSE / "__init__.py")


def room_of(path: Path) -> str:
    return path.relative_to(HOUSE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, (
                f"{path}: write the whole name of the module, not a relative one"
            )
            yield node.module or ""


def test_every_room_has_a_floor():
    assert {room_of(path) for path in MODULES} <= set(FLOORS)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_a_module_imports_from_its_own_room_and_from_floors_below(path: Path):
    room = room_of(path)
    for name in imports(path):
        if name.startswith("generator.") and (other := name.split(".")[1]) != room:
            assert FLOORS[other] < FLOORS[room], f"{room} must not import {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_a_library_is_used_in_its_home_alone(path: Path):
    for name in imports(path):
        homes = HOMES.get(name.split(".")[0])
        assert homes is None or room_of(path) in homes, f"{name} is at home in {homes}"


def test_the_map_in_the_package_names_every_room():
    import generator

    for room in {room_of(path) for path in MODULES}:
        assert f"``{room}``" in (generator.__doc__ or ""), room
