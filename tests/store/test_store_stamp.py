"""A check in which nothing changed is remembered, and costs digests alone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from northmarsh import make

import generator
from generator.model import NOWHERE, Place, error, notice, warning
from generator.store import Report, last_check, remember
from generator.workspace import Workspace

REPORT = Report(
    (
        error(Place("facts/facts.yaml", 3), "一处错误。", "改正它。"),
        warning(Place("templates/brief.docx", None, "slide 3, title"), "w", "n"),
        notice(NOWHERE, "p", "n"),
    ),
    "2 statements, 3 facts",
)


@pytest.fixture
def town(tmp_path: Path) -> Workspace:
    return make(tmp_path)


def inputs(workspace: Workspace) -> list[Path]:
    return [workspace.facts, workspace.templates]


def test_a_report_is_remembered_while_nothing_changes(town: Workspace):
    remember(town, inputs(town), REPORT)
    assert last_check(town, inputs(town)) == REPORT


def test_nothing_is_remembered_of_a_check_that_never_was(town: Workspace):
    assert last_check(town, inputs(town)) is None


@pytest.mark.parametrize(
    "path", ["facts/facts.yaml", "facts/statements/more.yaml", "templates/brief.docx"]
)
def test_a_change_is_a_new_check(town: Workspace, path: str):
    remember(town, inputs(town), REPORT)
    (town.root / path).write_bytes(b"changed")
    assert last_check(town, inputs(town)) is None


def test_a_file_that_went_is_a_new_check(town: Workspace):
    remember(town, inputs(town), REPORT)
    (town.facts / "subjects.yaml").unlink()
    assert last_check(town, inputs(town)) is None


def test_another_question_is_a_new_check(town: Workspace):
    remember(town, inputs(town), REPORT, question="2025-12-31")
    assert last_check(town, inputs(town), question="2026-12-31") is None
    assert last_check(town, inputs(town), question="2025-12-31") == REPORT


def test_another_version_of_the_program_is_a_new_check(
    town: Workspace, monkeypatch: pytest.MonkeyPatch
):
    remember(town, inputs(town), REPORT)
    monkeypatch.setattr("generator.store.stamp.__version__", generator.__version__ + ".dev")
    assert last_check(town, inputs(town)) is None


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"null", b"{", b"\xff", b'{"stamp": 1}', b"[" * 99_999]
)
def test_a_broken_memory_is_no_memory(town: Workspace, data: bytes):
    remember(town, inputs(town), REPORT)
    (town.cache / "check.json").write_bytes(data)
    assert last_check(town, inputs(town)) is None


def test_a_cache_that_cannot_be_written_is_done_without(town: Workspace):
    town.cache.write_bytes(b"a file where the folder should be")
    remember(town, inputs(town), REPORT)
    assert last_check(town, inputs(town)) is None


def test_remembering_needs_no_heavy_library(town: Workspace):
    remember(town, inputs(town), REPORT)
    script = """
import sys
from pathlib import Path
from generator.store import last_check
from generator.workspace import open_workspace
workspace = open_workspace(sys.argv[1])
assert last_check(workspace, [workspace.facts, workspace.templates])
heavy = {"yaml", "sqlalchemy", "lxml", "jinja2", "babel", "opencc", "generator.language"}
print(sorted(heavy & set(sys.modules)))
"""
    done = subprocess.run(
        [sys.executable, "-c", script, str(town.root)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
