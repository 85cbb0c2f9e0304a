"""`generator.api.render` and `needs`: paths and open files, whole or not at all."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path

import pytest
from bad_zips import members
from test_render_drawn import charted
from tiny import deck, figure, member, p, shape, slide_table, texts, word

from generator.api import needs, render
from generator.model import FactpackError, Place, Problem, UsageError
from generator.render import open_template

LETTER = word(p("Dear {{ name }}"), header1=p("{{ office }}"))
NAMES = {"name": "R&D", "office": "x"}


def written(data: bytes) -> list[str]:
    return texts(member(data, "word/document.xml"))


def test_a_document_is_made_from_paths(tmp_path: Path):
    (tmp_path / "letter.docx").write_bytes(LETTER)
    rendered = render(tmp_path / "letter.docx", NAMES, str(tmp_path / "out.docx"))
    assert written(rendered.data) == ["Dear R&D"]
    assert (tmp_path / "out.docx").read_bytes() == rendered.data
    assert sorted(path.name for path in tmp_path.iterdir()) == ["letter.docx", "out.docx"]


def test_a_document_is_made_from_open_files():
    out = io.BytesIO()
    rendered = render(io.BytesIO(LETTER), NAMES, out)
    assert out.getvalue() == rendered.data


def test_files_that_are_open_on_disk_go_by_their_names(tmp_path: Path):
    (tmp_path / "letter.docx").write_bytes(LETTER)
    with (tmp_path / "letter.docx").open("rb") as source, (tmp_path / "o.dotx").open("wb") as out:
        render(source, NAMES, out)
    assert b"template.main" in members((tmp_path / "o.dotx").read_bytes())["[Content_Types].xml"]


def test_a_template_that_was_opened_once_makes_many_documents(tmp_path: Path):
    (tmp_path / "letter.docx").write_bytes(LETTER)
    template = open_template(tmp_path / "letter.docx")
    made = [written(render(template, {**NAMES, "name": n}).data) for n in ("Ada", "Bo")]
    assert made == [["Dear Ada"], ["Dear Bo"]]


def test_facts_are_anchored_and_their_uses_given():
    rendered = render(io.BytesIO(word(p("{{ f }}"))), {"f": figure("beds", "94 %")}, base="town")
    assert 'w:val="town:beds"' in member(rendered.data, "word/document.xml")
    assert [(use.key, use.text) for use in rendered.uses] == [("beds", "94 %")]


def test_filters_of_the_callers_own():
    rendered = render(
        io.BytesIO(word(p("{{ a|twice }}"))), {"a": "x"}, filters={"twice": lambda text: text * 2}
    )
    assert written(rendered.data) == ["xx"]


def test_the_same_inputs_give_the_same_bytes():
    data = deck(
        shape("{{ a }}{{ b }}"), slide_table(("{{ a }}", "{{ b }}")), core={"title": "{{ a }}"}
    )
    context = {"a": figure("a", "1"), "b": figure("b", "2")}
    one, two = (render(io.BytesIO(data), context, when=datetime(2030, 1, 1)).data for _ in range(2))
    assert one == two


def test_all_problems_come_as_one_error_and_nothing_is_written(tmp_path: Path):
    (tmp_path / "letter.docx").write_bytes(word(p("{{ nam }}") + p("{{ 1 / 0 }}")))
    (tmp_path / "out.docx").write_bytes(b"old")
    with pytest.raises(FactpackError) as caught:
        render(tmp_path / "letter.docx", {"name": "x"}, tmp_path / "out.docx")
    file = (tmp_path / "letter.docx").as_posix()
    assert caught.value.problems == (
        Problem("error", Place(file, None, "body, paragraph 1"), "{{ nam }}: There is no 'nam'.", "Did you mean 'name'?"),
        Problem(
            "error", Place(file, None, "body, paragraph 2"), "{{ 1 / 0 }}: A division by zero.",
            "Check the value with {% if %} first.",
        ),
    )  # fmt: skip
    assert (tmp_path / "out.docx").read_bytes() == b"old"


def test_a_template_that_is_not_there_is_a_problem(tmp_path: Path):
    with pytest.raises(FactpackError, match="The template cannot be read: No such file"):
        render(tmp_path / "none.docx", {}, tmp_path / "out.docx")


def test_a_folder_that_is_not_there_is_a_problem(tmp_path: Path):
    with pytest.raises(FactpackError, match="Its folder is not there"):
        render(io.BytesIO(LETTER), NAMES, tmp_path / "none" / "out.docx")


def test_a_name_without_an_ending_is_a_problem(tmp_path: Path):
    with pytest.raises(FactpackError, match="is no ending of an Office file"):
        render(io.BytesIO(LETTER), NAMES, tmp_path / "out")


def test_wrong_calls_are_errors_of_the_program():
    with pytest.raises(ValueError, match="no core properties: colour"):
        render(io.BytesIO(LETTER), NAMES, core={"colour": "red"})
    with pytest.raises(TypeError, match="open for bytes"):
        render(io.StringIO("x"), NAMES)  # type: ignore[arg-type]


def test_needs_lists_names_charts_and_pictures_with_places():
    data = charted(p("{{ title }}") + p("{% for row in rows %}{{ row.a }}{% endfor %}"))
    asked = needs(io.BytesIO(data))
    assert [(need.kind, need.name, need.place.where) for need in asked if need.kind == "name"] == [
        ("name", "title", "body, paragraph 1"),
        ("name", "rows", "body, paragraph 2"),
    ]
    assert all(need.place.file == "template" for need in asked)


def test_needs_of_a_broken_template_are_its_problems():
    with pytest.raises(FactpackError, match="is never closed"):
        needs(io.BytesIO(word(p("{% if a %}"))))


def test_a_template_is_never_written_over(tmp_path: Path):
    path = tmp_path / "letter.docx"
    path.write_bytes(LETTER)
    for out, copy in ((path, None), (tmp_path / "out.docx", tmp_path / "x" / ".." / "letter.docx")):
        with pytest.raises(UsageError, match="written over the file that it is made of"):
            render(path, {}, out, annotate=copy)
    assert path.read_bytes() == LETTER
