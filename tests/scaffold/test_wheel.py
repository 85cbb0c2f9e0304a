"""What is installed holds the examples too: ``factpack init`` works without a checkout."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLES = "generator/scaffold/examples/"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as ``build_py`` lays it out for a wheel."""
    target = tmp_path_factory.mktemp("wheel")
    made = subprocess.run(
        [sys.executable, "setup.py", "-q", "egg_info", "--egg-base", str(target), "build_py",
         "--build-lib", str(target / "lib")],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert made.returncode == 0, made.stderr
    return target / "lib"


def test_both_examples_are_in_it_and_their_makers_are_not(installed: Path):
    names = {p.relative_to(installed).as_posix() for p in installed.rglob("*") if p.is_file()}
    for name in (
        "libraries/templates/logo.png", "libraries/sources/return-2031.txt",
        "libraries/templates/council-deck.pptx", "libraries/facts/facts.lock",
        "fuling/facts/facts.yaml", "fuling/templates/zhejiang-deck.pptx",
    ):  # fmt: skip
        assert EXAMPLES + name in names
    assert "generator/scaffold/begin.md" in names
    assert not [name for name in names if "/make/" in name]


@pytest.mark.parametrize("example", ["libraries", "fuling"])
def test_a_workspace_is_made_and_checked_without_a_checkout(
    installed: Path, tmp_path: Path, example: str
):
    def factpack(*words: str) -> str:
        ran = subprocess.run(
            [sys.executable, "-m", "generator.cli", *words], cwd=tmp_path, text=True,
            capture_output=True, check=False, env={**os.environ, "PYTHONPATH": str(installed)},
        )  # fmt: skip
        assert ran.returncode == 0, ran.stderr
        return ran.stdout

    factpack("init", "new", "--example", example)
    assert ": 0 errors" in factpack("check", "--workspace", "new")
    assert (tmp_path / "new" / "README.md").is_file()
