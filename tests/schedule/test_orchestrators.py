"""The example for orchestrators does what the manual says of it."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path
from types import ModuleType

import ferryport
import pytest

from generator.cli.commands import cli

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif("due" not in cli.commands, reason="“factpack due” is not there yet")


@pytest.fixture
def example(monkeypatch) -> ModuleType:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    spec = importlib.util.spec_from_file_location(
        "orchestrated", ROOT / "docs/examples/orchestrated.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_what_is_due_is_built_and_then_nothing_is(example, tmp_path):
    workspace = str(ferryport.make(tmp_path))
    assert [document["document"] for document in example.due(workspace)] == ["T1"]
    assert Path(example.regenerate(workspace)["folder"]).name == "2030-06-30"
    assert example.regenerate(workspace) is None


def test_a_changed_fact_makes_the_flow_build_again(example, tmp_path):
    workspace = str(ferryport.make(tmp_path))
    example.regenerate(workspace)
    statements = tmp_path / "facts/statements/gazette.yaml"
    statements.write_text(statements.read_text().replace("12 ferries", "13 ferries"))
    assert Path(example.regenerate(workspace)["folder"]).name == "2030-06-30-2"


def test_problems_stop_the_flow_with_their_words(example, tmp_path):
    workspace = str(ferryport.make(tmp_path))
    shutil.rmtree(tmp_path / "templates")
    with pytest.raises(RuntimeError, match="The folder templates/ is missing"):
        example.regenerate(workspace)
