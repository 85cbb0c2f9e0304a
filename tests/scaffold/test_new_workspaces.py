"""``factpack init``: a workspace is made whole, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator import api
from generator.cli.commands import cli
from generator.model import FactpackError, UsageError


def everything(root: Path) -> dict[str, bytes]:
    return {str(p.relative_to(root)): p.read_bytes() for p in root.rglob("*") if p.is_file()}


def test_a_new_workspace_has_facts_texts_templates_and_a_page_that_explains_it(tmp_path: Path):
    names = api.init(tmp_path / "new")
    assert sorted(everything(tmp_path / "new")) == sorted(names)
    assert {name.split("/")[0] for name in names} == {"README.md", "facts", "sources", "templates"}
    page = (tmp_path / "new" / "README.md").read_text(encoding="utf-8")
    assert "factpack brand" in page
    assert "颜色、字体" in page


def test_an_empty_folder_will_do(tmp_path: Path):
    (tmp_path / "new").mkdir()
    assert api.init(tmp_path / "new")


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path):
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="something here already"):
        api.init(tmp_path)
    assert everything(tmp_path) == {"mine.txt": b"mine"}


def test_an_unknown_example_is_told_with_those_there_are(tmp_path: Path):
    with pytest.raises(UsageError) as told:
        api.init(tmp_path / "new", example="librarys")
    [wrong] = told.value.problems
    assert wrong.problem == "There is no example “librarys”."
    assert wrong.next == "Choose one of: libraries, fuling."
    assert list(tmp_path.iterdir()) == []


def test_where_nothing_can_be_written_nothing_is_left(tmp_path: Path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(FactpackError) as told:
        api.init(tmp_path / "file" / "new")
    assert told.value.problems[0].next
    assert everything(tmp_path) == {"file": b""}


def test_the_command_says_what_it_did_and_what_comes_next(tmp_path: Path):
    done = CliRunner().invoke(cli, ["init", str(tmp_path / "new")])
    assert done.exit_code == 0
    assert done.output.splitlines()[1] == f"Next: factpack build --workspace {tmp_path / 'new'}"
    again = CliRunner().invoke(cli, ["init", str(tmp_path / "new")])
    assert isinstance(again.exception, UsageError)
