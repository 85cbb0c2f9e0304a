"""A workspace is a folder with facts and templates."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.model import FactpackError
from generator.workspace import Workspace, environment, open_workspace, processors, today


def make(root: Path, *folders: str) -> Path:
    for folder in folders:
        (root / folder).mkdir()
    return root


def test_a_folder_with_facts_and_templates_is_a_workspace(tmp_path: Path):
    workspace = open_workspace(make(tmp_path, "facts", "templates"))
    assert workspace == Workspace(tmp_path)
    assert (workspace.facts, workspace.templates) == (tmp_path / "facts", tmp_path / "templates")
    assert (workspace.output, workspace.cache) == (tmp_path / "output", tmp_path / ".factpack")


def test_each_missing_folder_is_named(tmp_path: Path):
    with pytest.raises(FactpackError) as caught:
        open_workspace(tmp_path)
    assert [str(problem.place) for problem in caught.value.problems] == [
        (tmp_path / "facts").as_posix(),
        (tmp_path / "templates").as_posix(),
    ]
    assert caught.value.exit_code == 1


def test_a_file_named_facts_is_no_folder(tmp_path: Path):
    (make(tmp_path, "templates") / "facts").write_bytes(b"")
    with pytest.raises(FactpackError, match="The folder facts/ is missing"):
        open_workspace(tmp_path)


def test_a_path_is_told_as_its_user_knows_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(make(tmp_path, "facts", "templates"))
    workspace = open_workspace(".")
    assert (
        workspace.relative(workspace.facts / "statements" / "a.yaml") == "facts/statements/a.yaml"
    )
    assert workspace.relative(Path("facts/facts.yaml")) == "facts/facts.yaml"
    assert workspace.relative(tmp_path.parent) == tmp_path.parent.as_posix()


def test_the_machine_is_asked_in_one_place(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("FACTPACK_DATABASE", "postgresql://office/facts")
    assert environment("FACTPACK_DATABASE") == "postgresql://office/facts"
    assert environment("FACTPACK_NONE", "none") == "none"
    assert processors() >= 1
    assert today() == date.today()
