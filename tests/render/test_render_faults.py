"""Everything that is wrong with a template, at once, each with its place, its tag and a hint."""

from __future__ import annotations

import pytest
from test_render_drawn import charted
from tiny import NOON, deck, faults, figure, p, shape, slide_table, table, with_changed, word

from generator.model import FactpackError, Place, Problem
from generator.render import compile_template, render


def problems(data: bytes, context: dict[str, object], **filters: object) -> list[tuple[str, str]]:
    rendered = render(compile_template(data, "t.docx"), context, filters, base="b", when=NOON)  # type: ignore[arg-type]
    assert (rendered.data, rendered.uses) == (b"", ())
    return [(problem.problem, problem.next) for problem in rendered.problems]


# -- opening ---------------------------------------------------------------------------------


def test_every_structure_and_syntax_error_of_a_file_is_told_at_once():
    data = word(
        p("{{ a b }}") + p("{% for x in xs %}") + p("{{ unclosed") + p("{% spam %}"),
        header1=p("{{ c|}}"),
        core={"title": "{% if %}{% endif %}"},
    )
    assert faults(data) == [
        "body, paragraph 3: {{ unclosed: The tag is not closed in its paragraph: }} is missing.",
        "body, paragraph 4: {% spam %}: 'spam' is no tag.",
        "body, paragraph 2: {% for x in xs %}: for is never closed.",
        "body, paragraph 1: {{ a b }}: The tag cannot be read: expected token 'end of print "
        "statement', got 'b'.",
        "header, paragraph 1: {{ c|}}: The tag cannot be read: expected token 'name', got 'end of "
        "print statement'.",
        "properties, title: {% if %}: The tag cannot be read: Expected an expression, got 'end of "
        "statement block'.",
    ]


def test_a_problem_names_the_file_the_place_and_the_next_step():
    with pytest.raises(FactpackError) as caught:
        compile_template(word(p("{% endif %}")), "templates/t.docx")
    assert caught.value.problems == (
        Problem(
            "error",
            Place("templates/t.docx", None, "body, paragraph 1"),
            "{% endif %}: endif closes a block that was never opened.",
            "Remove it.",
        ),
    )


def test_a_private_name_is_refused_when_the_template_is_opened():
    assert faults(word(p("{{ a.__class__ }}"))) == [
        "body, paragraph 1: {{ a.__class__ }}: '__class__' is private: names that begin with _ "
        "cannot be used."
    ]


def test_a_loop_variable_cannot_be_called_loop():
    assert faults(word(p("{% for loop in xs %}{% endfor %}"))) == [
        "body, paragraph 1: {% for loop in xs %}: The tag cannot be read: Can't assign to special "
        "loop variable in for-loop target."
    ]


def test_places_on_slides_are_told_by_shape_and_cell():
    data = deck(shape("a\n{{ b"), slide_table(("x", "{{ y")), notes=shape("{{ z"))
    assert [fault.partition(": ")[0] for fault in faults(data)] == [
        "slide 1, 'Box', paragraph 2",
        "notes of slide 1, 'Box'",
        "slide 2, 'Grid', row 1, column 2",
    ]


def test_tags_where_nothing_is_filled_are_told():
    data = charted(p("x"))
    assert faults(data) == []
    titled = with_changed(
        data, "word/charts/chart1.xml", b"</c:chart>", b"<!--{{ a }}--></c:chart>"
    )
    assert faults(titled) == [
        "word/charts/chart1.xml: Tags stand here that are not filled in this part of the file."
    ]


# -- rendering -------------------------------------------------------------------------------


def test_every_failing_tag_is_told_at_once():
    data = word(
        p("{{ spam }}")
        + table(("{% for r in rows %}{{ r.ham }}", "{{ r.egg / 0 }}{% endfor %}"))
        + p("{% if sausage %}{% endif %}{% for x in bacon %}{% endfor %}{% set y = tomato.z %}")
    )
    assert faults(data, {"rows": [{"egg": 1}, {"egg": 2}]}) == [
        "body, paragraph 1: {{ spam }}: There is no 'spam'.",
        "body, table 1, row 1, cell 1: {{ r.ham }}: This entry has no 'ham'.",
        "body, table 1, row 1, cell 2: {{ r.egg / 0 }}: A division by zero.",
        "body, paragraph 2: {% if sausage %}: There is no 'sausage'.",
        "body, paragraph 2: {% for x in bacon %}: There is no 'bacon'.",
        "body, paragraph 2: {% set y = tomato.z %}: There is no 'tomato'.",
    ]


def test_a_misspelt_name_gets_a_hint():
    data = word(p("{{ public_project }}"))
    assert problems(data, {"public_projects": "1184"}) == [
        ("{{ public_project }}: There is no 'public_project'.", "Did you mean 'public_projects'?")
    ]


def test_a_misspelt_chinese_name_gets_a_hint():
    data = word(p("{{ 公益事业建设项 }}"))
    assert problems(data, {"公益事业建设项目": "1184"})[0][1] == "Did you mean '公益事业建设项目'?"


def test_a_misspelt_attribute_gets_a_hint():
    data = word(p("{{ r.previos }}"))
    assert problems(data, {"r": {"previous": "1"}})[0][1] == "Did you mean 'previous'?"


def test_an_unknown_filter_is_told_wherever_it_is_used():
    data = word(p("{{ a|digts }}") + p("{% if b|digts %}{% endif %}"))
    hint = "Did you mean 'digits'?"
    assert problems(data, {}, digits=str) == [
        ("{{ a|digts }}: There is no filter 'digts'.", hint),
        ("{% if b|digts %}: There is no filter 'digts'.", hint),
    ]


def test_a_value_that_failed_to_be_set_is_told_once():
    data = word(p("{% set a = spam %}{% set b = 1 / 0 %}{{ b.c }}{{ b }}"))
    assert faults(data, {}) == ["body, paragraph 1: {% set b = 1 / 0 %}: A division by zero."]


def test_what_takes_too_many_steps_is_stopped():
    data = word(p("{% for i in range(9000) %}{% for j in range(9000) %}{% endfor %}{% endfor %}"))
    assert faults(data, {}) == [": The template takes more than 2,000,000 steps."]


def test_an_anchor_that_word_would_cut_is_refused():
    data = word(p("{{ f }}"))
    assert faults(data, {"f": figure("k" * 70, "1")}) == [
        f"body, paragraph 1: {{{{ f }}}}: The tag fails: the anchor 'base:{'k' * 70}' has more than "
        "the 64 characters Word takes."
    ]


@pytest.mark.parametrize("tag", ["{{ f ~ '家' }}", "{{ [f]|join }}", "{{ f|replace('1', '2') }}"])
def test_a_figure_is_not_glued_into_a_text_that_has_no_anchor(tag: str):
    (fault,) = faults(word(p(tag)), {"f": figure("k", "1")})
    assert "a figure made part of a longer text loses its fact: give it its own tag" in fault


def test_a_filters_own_failure_is_told_with_its_tag():
    def fails(_: object) -> object:
        raise ValueError("cannot say that")

    assert problems(word(p("{{ a|say }}")), {"a": 1}, say=fails) == [
        ("{{ a|say }}: The tag fails: cannot say that.", "Check the value and how it is used.")
    ]


def test_problems_that_a_value_brings_are_kept():
    own = Problem("error", Place("facts/facts.yaml", 3), "No value.", "Add one.")

    def fails(_: object) -> object:
        raise FactpackError([own])

    template = compile_template(word(p("{{ a|say }}")), "t.docx")
    assert render(template, {"a": 1}, {"say": fails}, base="b", when=NOON).problems == (own,)
