"""What needs more than Python says so, and is required where FACTPACK_REQUIRE names it (CI does)."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ARTICLES = os.environ.get("FACTPACK_ARTICLES", "")
os.environ["FACTPACK_CACHE"] = "off"  # the tests keep nothing among the user's own files

NEEDS = {
    "office": (
        lambda: bool(shutil.which("soffice") and shutil.which("pdftoppm")),
        "LibreOffice and poppler are not installed",
    ),
    "validators": (
        lambda: bool(
            importlib.util.find_spec("clr_loader")
            and importlib.util.find_spec("powerpoint_commenter")
        ),
        "the Open XML SDK is not installed: pip install '.[validators]'",
    ),
    "articles": (
        lambda: bool(ARTICLES and Path(ARTICLES).is_dir()),
        "FACTPACK_ARTICLES names no folder with the texts of the articles",
    ),
}


def pytest_runtest_setup(item: pytest.Item) -> None:
    required = os.environ.get("FACTPACK_REQUIRE", "").split(",")
    for name, (is_there, why) in NEEDS.items():
        if item.get_closest_marker(name) and not is_there():
            (pytest.fail if name in required else pytest.skip)(why)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Benchmarks run when they are asked for, never among the tests."""
    if config.getoption("-m"):
        return
    asked, left = [], []
    for item in items:
        (left if item.get_closest_marker("benchmark") else asked).append(item)
    items[:] = asked
    config.hook.pytest_deselected(items=left)


@pytest.fixture(scope="session")
def flagship() -> Path:
    """The workspace of the flagship: this repository itself."""
    return ROOT


@pytest.fixture(scope="session")
def articles() -> Path:
    """The folder with the texts of the five articles, where they are at hand."""
    return Path(ARTICLES)


for room in ("validators", "checkers"):
    sys.path.insert(0, str(Path(__file__).parent / room))


@pytest.fixture
def sdk_findings() -> Callable[..., list[dict[str, object]]]:
    """What Microsoft's Open XML SDK finds wrong with files; for tests marked `validators`.

    In a process of its own: the .NET runtime can be started once, and not always ends well.
    """

    def findings(*paths: Path) -> list[dict[str, object]]:
        script = Path(__file__).parent / "validators" / "ooxml_sdk_validate.py"
        command = [sys.executable, str(script), "--json", *map(str, paths)]
        ended = subprocess.run(command, capture_output=True, text=True, check=False)
        assert ended.returncode in (0, 1), ended.stderr
        report = json.loads(ended.stdout)
        return [finding for found in report.values() for finding in found]

    return findings


@pytest.fixture
def extra_findings() -> Callable[[Path], list[tuple[str, str, str]]]:
    """What that validator is blind to, and what keeps a reader out."""
    import ooxml_extra_checks

    return lambda path: ooxml_extra_checks.check(str(path))
