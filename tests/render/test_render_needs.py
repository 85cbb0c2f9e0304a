"""What a template asks for, before it is filled."""

from __future__ import annotations

from pathlib import Path

import pytest
from tiny import made, p, table, word

from generator.model import FactpackError, Place
from generator.render import Need, compile_template, open_template


def test_names_are_told_with_their_places():
    data = word(
        p("{{ firms|number }}家，比 {{ firms.previous }} 多")
        + table(("{% for a in aid.series %}{{ a }}", "{% endfor %}"))
    )
    assert list(compile_template(data, "t.docx").needs()) == [
        Need("firms", Place("t.docx", None, "body, paragraph 1")),
        Need("firms", Place("t.docx", None, "body, paragraph 1")),
        Need("aid", Place("t.docx", None, "body, table 1, row 1, cell 1")),
    ]


def test_names_that_the_template_sets_are_its_own():
    data = word(p("{% set a = b %}{{ a }}{% for c in d %}{{ c }}{{ loop.index }}{% endfor %}"))
    assert compile_template(data, "t.docx").needs().names == ("b", "d")


def test_chinese_names_are_names():
    assert compile_template(word(p("{{ 无偿捐赠资金|as_of }}")), "t").needs().names == (
        "无偿捐赠资金",
    )


def test_names_in_properties_are_needed_too():
    data = word(p("x"), core={"title": "{{ year }}年"})
    assert compile_template(data, "t").needs().names == ("year",)


def test_a_template_without_tags_needs_nothing_and_is_made():
    template = compile_template(word(p("x")), "t")
    assert len(template.needs()) == 0
    made(template, {})


def test_a_template_is_opened_by_path_and_named_as_the_user_knows_it(tmp_path: Path):
    path = tmp_path / "t.docx"
    path.write_bytes(word(p("{{ a }}")))
    assert open_template(path).file == path.as_posix()
    assert open_template(path, name="templates/t.docx").file == "templates/t.docx"


def test_a_template_that_is_not_there_is_told(tmp_path: Path):
    with pytest.raises(FactpackError, match="The template cannot be read: No such file"):
        open_template(tmp_path / "t.docx")
