"""``factpack audience new``: an audience begins as a copy of one that is there."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from generator.api import build, new_audience
from generator.model import FactpackError, UsageError

sys.path.append(str(Path(__file__).parents[1] / "pack"))
from ferryport import make


@pytest.fixture
def town(tmp_path: Path) -> Path:
    return make(tmp_path / "ferryport")


def everything(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_a_new_audience_has_a_file_and_templates_of_its_own(town: Path):
    assert new_audience(town, "schools", like="town", title="Schools") == [
        "templates/schools-brief.docx",
        "templates/audiences/schools.yaml",
        "templates/pack.yaml",
    ]
    assert (town / "templates/audiences/schools.yaml").read_text(encoding="utf-8") == (
        "# Made like “town”: change whatever differs.\n"
        "id: schools\n"
        "name: {en: Schools}\n"
        "locale: en\n"
        "documents:\n"
        '  - {id: T1, title: "Ferries in {{ edition.year }}", template: schools-brief.docx}\n'
    )


def test_the_new_audience_is_built_with_the_others(town: Path):
    new_audience(town, "schools", like="town")
    built = build(town)
    assert [row["file"] for row in built.rows()] == [
        "town/T1 Ferries in 2030.docx",
        "schools/T1 Ferries in 2030.docx",
    ]


@pytest.mark.parametrize("name", ["Schools", "../up", "1st", "with space", "", "con/aux"])
def test_a_name_that_cannot_name_a_folder_is_refused(town: Path, name: str):
    before = everything(town)
    with pytest.raises(UsageError, match="cannot be the name"):
        new_audience(town, name, like="town")
    assert everything(town) == before


def test_a_taken_name_and_an_unknown_model_are_told_at_once(town: Path):
    with pytest.raises(UsageError) as told:
        new_audience(town, "town", like="twon")
    assert [problem.problem for problem in told.value.problems] == [
        "There is an audience “town” already.",
        "There is no audience “twon”.",
    ]


def test_a_template_in_the_way_is_left_alone(town: Path):
    (town / "templates/schools-brief.docx").write_bytes(b"ours")
    before = everything(town)
    with pytest.raises(FactpackError, match="There is a file of this name"):
        new_audience(town, "schools", like="town")
    assert everything(town) == before
