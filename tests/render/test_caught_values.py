"""Figures and rich values in blocks that catch text, and what filters make of them."""

from __future__ import annotations

import pytest
from tiny import body, deck, faults, figure, lines, made, member, p, shape, slide, word

from generator.render import BulletList, Link, Listing, Note, RichText, Subdoc

BOLD = RichText("bold", bold=True)
FACT = figure("k", "ab")
WAYS = [
    "{% set x %}a {{ v }} b{% endset %}{{ x }}",
    "{% set x %}{{ v }}{% endset %}{% set y %}a {{ x }} b{% endset %}{{ y }}",
    "{% macro m(v) %}a {{ v }} b{% endmacro %}{{ m(v) }}",
    "{% macro m() %}a {{ caller() }} b{% endmacro %}{% call m() %}{{ v }}{% endcall %}",
    "{% for n in [1] recursive %}a {{ v }} b{% endfor %}",
]


@pytest.mark.parametrize("tags", WAYS)
def test_a_rich_value_keeps_its_looks_where_it_is_shown(tags: str):
    run = "<w:r>{}<w:t>{}</w:t></w:r>"
    whole = (
        run.format("", "a ") + run.format("<w:rPr><w:b/></w:rPr>", "bold") + run.format("", " b")
    )
    assert body(word(p(tags)), {"v": BOLD}) == f"<w:p>{whole}</w:p>"
    run = '<a:r><a:rPr lang="zh-CN"{}/><a:t>{}</a:t></a:r>'
    whole = run.format("", "a ") + run.format(' b="1"', "bold") + run.format("", " b")
    assert f"<a:p>{whole}</a:p>" in slide(deck(shape(tags)), {"v": BOLD})


@pytest.mark.parametrize("tags", WAYS)
def test_a_figure_keeps_its_fact_where_it_is_shown(tags: str):
    for data in (word(p(tags)), deck(shape(tags))):
        assert [(use.key, use.text) for use in made(data, {"v": FACT}).uses] == [("k", "ab")]


def test_a_caught_value_is_shown_as_often_as_it_is_asked_for():
    tags = "{% set x %}<{{ v }}>{% endset %}{{ x }}{{ x }}"
    assert lines(word(p(tags)), {"v": BOLD}) == ["<bold><bold>"]
    assert len(made(word(p(tags)), {"v": FACT}).uses) == 2


def test_links_notes_and_new_paragraphs_come_out_of_a_caught_text():
    tags = "{% set x %}{{ u }}{{ v }}{{ w }}{% endset %}{{ x }}"
    values = {"u": Link("go", "https://in.example"), "v": Note("n", "said"), "w": Listing("1\a2")}
    rendered = made(word(p(tags)), values)
    assert "in.example" in member(rendered.data, "word/_rels/document.xml.rels")
    assert "said" in member(rendered.data, "word/footnotes.xml")
    assert lines(word(p(tags)), values) == ["gon1", "2"]


def test_whole_paragraphs_are_caught_by_themselves():
    data = word(p("{% set x %} {{ v }} {% endset %}") + p("{{ x }}"))
    assert lines(data, {"v": BulletList(["one", "two"])}) == ["one", "two"]
    assert lines(data, {"v": Subdoc(word(p("inside")))}) == ["inside"]
    mixed = word(p("{% set x %}a{{ v }}{% endset %}") + p("{{ x }}"))
    assert faults(mixed, {"v": BulletList(["one"])}) == [
        "body, paragraph 2: {{ x }}: The tag fails: a value of the kind BulletList is whole "
        "paragraphs and cannot stand inside a text: catch it alone."
    ]


@pytest.mark.parametrize("tags", ["{% set x = chart('a') %}{% set y %}{{ x }}{% endset %}{{ y }}"])
def test_a_chart_cannot_be_caught(tags: str):
    (fault,) = faults(word(p(tags)), {})
    assert fault.endswith("a chart belongs in the alternative text of a chart.")


# -- filters ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("filter", "shown"),
    [("upper", "AB"), ("title", "Ab"), ("capitalize", "Ab"), ("trim", "ab"), ("string", "ab")],
)
def test_a_figure_stays_a_figure_when_its_letters_change(filter: str, shown: str):
    for data in (word(p(f"{{{{ f|{filter} }}}}")), deck(shape(f"{{{{ f|{filter} }}}}"))):
        assert [(use.key, use.text) for use in made(data, {"f": FACT}).uses] == [("k", shown)]


@pytest.mark.parametrize(
    "filter", ["truncate(4)", "int", "float", "center(9)", "indent", "wordwrap", "wordcount"]
)
def test_no_filter_makes_another_figure_of_a_figure(filter: str):
    (fault,) = faults(word(p(f"{{{{ f|{filter} }}}}")), {"f": FACT})
    assert "a figure made part of a longer text loses its fact: give it its own tag" in fault


class Foreign:
    """A value that has markup of its own, as docxtpl's have."""

    def __html__(self) -> str:
        return "<b>"


@pytest.mark.parametrize("tag", ["{{ v|upper }}", "{{ v ~ 'x' }}", "{{ [v]|join }}"])
@pytest.mark.parametrize("value", [BOLD, Foreign()])
def test_a_rich_value_takes_no_filters(tag: str, value: object):
    (fault,) = faults(word(p(tag)), {"v": value})
    assert "is more than text: give it its own tag" in fault


@pytest.mark.parametrize("tag", ["{{ x|upper }}", "{% filter upper %}{{ v }}{% endfilter %}"])
def test_a_caught_text_with_a_rich_value_takes_none_either(tag: str):
    (fault,) = faults(word(p(f"{{% set x %}}{{{{ v }}}}{{% endset %}}{tag}")), {"v": BOLD})
    assert "a value of the kind RichText is more than text: give it its own tag" in fault
