"""Choices of one rendering: what blocks repeat, what unknown names are; warnings on the way."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from tiny import deck, member, p, shape, texts, word

from generator import api
from generator.model import FactpackError
from generator.render import compile_template

LOOP = p("a") + p("{% for x in xs %}") + p("{{ x }}") + p("{% endfor %}") + p("z")
DOUBTFUL = p("{%p if x %} beside") + p("b") + p("{%p endif %}")
TOLD = "{%p if x %}: “beside” is left out with its paragraph."


def lines(data: bytes) -> list[str]:
    return texts(member(data, "word/document.xml"))


def test_a_block_takes_its_paragraphs_along():
    assert lines(api.render(io.BytesIO(word(LOOP)), {"xs": [1, 2]}).data) == ["a", "1", "2", "z"]


def test_a_block_goes_literally_from_tag_to_tag_when_docxtpls_scopes_are_asked_for():
    made = api.render(io.BytesIO(word(LOOP)), {"xs": [1, 2]}, scopes="docxtpl")
    assert lines(made.data) == ["a", "", "1", "", "2", "", "z"]


def test_an_unknown_name_is_an_error():
    with pytest.raises(FactpackError, match="There is no 'x'"):
        api.render(io.BytesIO(word(p("{{ x }}"))), {})


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (word(p("a{{ x }}b")), "word/document.xml"),
        (deck(shape("a{{ x }}b")), "ppt/slides/slide1.xml"),
    ],
)
def test_an_unknown_name_is_empty_when_that_is_asked_for(data: bytes, part: str):
    made = api.render(io.BytesIO(data), {}, undefined="empty").data
    assert texts(member(made, part)) == ["ab"]


def test_the_api_knows_its_options_and_its_names():
    with pytest.raises(TypeError, match="scope"):
        api.render(io.BytesIO(word(LOOP)), {"xs": []}, scope="docxtpl")  # type: ignore[call-arg]
    with pytest.raises(AttributeError, match="no attribute 'rendr'"):
        _ = api.rendr  # type: ignore[attr-defined]


def test_an_opened_template_keeps_what_it_was_opened_with():
    template = compile_template(word(LOOP), "t.docx")
    with pytest.raises(ValueError, match="keeps the scopes"):
        api.render(template, {"xs": []}, scopes="docxtpl")


def test_the_command_takes_both_choices(factpack, letter: Path):
    letter.write_bytes(word(p("{{ nobody }}") + LOOP))
    data, out = letter.parent / "data.json", letter.parent / "out.docx"
    data.write_text('{"xs": [1]}', encoding="utf-8")
    words = ("render", letter, "--data", data, "--out", out)
    assert factpack(*words, "--scopes", "docxtpl", "--undefined", "empty")[0] == 0
    assert lines(out.read_bytes()) == ["", "a", "", "1", "", "z"]
    assert factpack(*words, "--undefined", "nothing")[0] == 2


def test_what_a_template_needs_may_depend_on_its_scopes(factpack, letter: Path):
    across = p("a{% if x %}") + "<w:tbl><w:tr><w:tc>" + p("b{% endif %}") + "</w:tc></w:tr></w:tbl>"
    letter.write_bytes(word(across))
    assert factpack("needs", letter)[0] == 1
    assert factpack("needs", letter, "--scopes", "docxtpl")[0] == 1  # nothing can lie between
    letter.write_bytes(word(LOOP))
    assert factpack("needs", letter, "--scopes", "docxtpl")[1] == "name\txs\tbody, paragraph 2\n"


def test_warnings_are_among_the_problems_of_a_document():
    made = api.render(io.BytesIO(word(DOUBTFUL)), {"x": 1})
    assert [(told.level, told.problem) for told in made.problems] == [("warning", TOLD)]


def test_warnings_of_a_template_are_told_with_what_it_needs():
    asked = api.needs(io.BytesIO(word(DOUBTFUL)))
    assert [str(told.place) for told in asked.warnings] == ["template, body, paragraph 1"]


def test_the_commands_show_warnings_and_go_on(factpack, letter: Path):
    letter.write_bytes(word(DOUBTFUL))
    data = letter.parent / "data.json"
    data.write_text('{"x": 1}', encoding="utf-8")
    told = f"warning: {letter.as_posix()}, body, paragraph 1: {TOLD}"
    code, _, wrong = factpack("render", letter, "--data", data, "--out", letter.parent / "o.docx")
    assert (code, wrong.splitlines()[0]) == (0, told)
    code, _, wrong = factpack("needs", letter)
    assert (code, wrong.splitlines()[0]) == (0, told)
    report = json.loads(factpack("needs", letter, "--json")[1])
    assert [one["problem"] for one in report["problems"]] == [TOLD]


def test_a_loop_that_spans_slides_is_told_how_to_be_written():
    with pytest.raises(FactpackError) as caught:
        api.needs(io.BytesIO(deck(shape("{% for x in xs %}"), shape("{{ x }}{% endfor %}"))))
    assert [problem.next for problem in caught.value.problems] == [
        "Add {% endfor %}. If it is about whole slides, write {%slide for %}.",
        "Remove it. If it is about whole slides, write {%slide endfor %}.",
    ]
