"""An audience's key `precision`: round figures in its files, and what is wrong with another word."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from ferryport import FILES, make

from generator import api
from generator.model import FactpackError

AUDIENCE = FILES["templates/audiences/town.yaml"]
COUNTED = FILES["facts/statements/gazette.yaml"].replace("12 ferries", "397 ferries")


def built(root: Path, precision: str, brief: str) -> str:
    audience = AUDIENCE.replace("locale: en\n", f"locale: en\nprecision: {precision}\n")
    workspace = make(
        root, brief, templates__audiences__town=audience, facts__statements__gazette=COUNTED
    )
    api.build(workspace, out=root / "out")
    (file,) = (root / "out").glob("*/town/*.docx")
    return str(Document(str(file)).element.body.xpath("string()"))


@pytest.mark.parametrize(
    ("precision", "said"), [("exact", "397, 397"), ("rounded", "nearly 400, 397")]
)
def test_figures_are_said_as_the_audience_is_given_them(tmp_path: Path, precision: str, said: str):
    brief = "{{ ferries|number }}, {{ ferries|exact }}."
    assert said in built(tmp_path, precision, brief)


def test_an_unknown_word_is_told_with_its_place(tmp_path: Path):
    with pytest.raises(FactpackError) as told:
        built(tmp_path, "round", "{{ ferries }}")
    (problem,) = told.value.problems
    assert (str(problem.place), problem.problem) == (
        "templates/audiences/town.yaml, line 4",
        "precision: “round” is unknown.",
    )
    assert "rounded" in problem.next
