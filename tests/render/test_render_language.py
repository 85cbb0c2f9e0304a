"""The whole tag language in documents: prefixes, dashes, columns, cells, macros, caught texts."""

from __future__ import annotations

import re

import pytest
from tiny import (
    NOON,
    body,
    deck,
    faults,
    figure,
    lines,
    made,
    member,
    p,
    r,
    shape,
    slide,
    slide_table,
    table,
    word,
)

from generator.render import compile_template, render

XS = {"xs": [1, 2], "empty": []}
LOOK = "<w:b/>"


def either(*texts: str) -> list[bytes]:
    """The same paragraphs as a Word file and as a slide."""
    return [word("".join(map(p, texts))), deck(shape("\n".join(texts)))]


def tables(*rows: tuple[str, ...]) -> list[bytes]:
    """The same table in a Word file and on a slide."""
    return [word(table(*rows) + p("完")), deck(slide_table(*rows))]


def warnings(data: bytes) -> list[str]:
    return [warning.problem for warning in compile_template(data, "t.docx").warnings]


def cells(data: bytes, context: object) -> list[list[str]]:
    """What the rows of a slide's table show, hidden cells in brackets."""
    xml = slide(data, context)  # type: ignore[arg-type]
    rows = re.findall(r"<a:tr\b.*?</a:tr>", xml)
    found = [re.findall(r"<a:tc\b([^>]*)>(.*?)</a:tc>", row) for row in rows]
    return [
        [
            f"({text})" if 'hMerge="1"' in attributes or 'vMerge="1"' in attributes else text
            for attributes, inside in row
            for text in ["".join(re.findall("<a:t>(.*?)</a:t>", inside))]
        ]
        for row in found
    ]


# -- prefixes --------------------------------------------------------------------------------


@pytest.mark.parametrize("data", either("{%p for x in xs %}", "{{ x }}", "{%p endfor %}", "完"))
def test_a_paragraph_tag_repeats_paragraphs(data: bytes):
    assert lines(data, XS) == ["1", "2", "完"]


@pytest.mark.parametrize("data", either("{%p if a %}{{p x }}{%p endif %}", "完"))
def test_a_value_for_a_paragraph_may_stand_between_tags_for_it(data: bytes):
    assert lines(data, {"a": True, "x": "1"}) == ["1", "完"]
    assert lines(data, {"a": False, "x": "1"}) == ["完"]


def test_a_paragraph_of_a_value_keeps_its_looks():
    data = word(p("lost ", r("{{p x }}", LOOK), " lost"))
    assert body(data, {"x": "1"}) == "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>1</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    "data",
    tables(("A", "B"), ("{%tr for x in xs %}", ""), ("{{ x }}", "b"), ("{%tr endfor %}", "")),
)
def test_a_row_tag_repeats_rows(data: bytes):
    assert lines(data, XS)[:6] == ["A", "B", "1", "b", "2", "b"]


@pytest.mark.parametrize("data", either("甲{%p if a %}乙", "丙", "{%p endif %}"))
def test_text_that_goes_with_a_paragraph_tag_is_told(data: bytes):
    assert warnings(data) == ["{%p if a %}: “甲 乙” is left out with its paragraph."]


@pytest.mark.parametrize("data", either("{%p if a %}文{{ x }}{%p endif %}"))
def test_text_between_paragraph_tags_is_not_lost_unseen(data: bytes):
    (fault,) = faults(data)
    assert "{%p if a %}: “文{{ x }}” between the tags would be lost with its paragraph." in fault


@pytest.mark.parametrize("data", either("{%p for x in xs %}", "{{ x }}", "{% endfor %}"))
def test_a_block_of_paragraphs_is_closed_by_its_like(data: bytes):
    (fault,) = faults(data)
    assert "{% endfor %}: It belongs to a block that begins with {%p for %}." in fault


@pytest.mark.parametrize(("prefix", "kind"), [("tr", "row"), ("tc", "cell")])
def test_a_tag_for_a_row_or_cell_stands_in_one(prefix: str, kind: str):
    for data in either(f"{{#{prefix} x #}}"):
        assert f"stands in no {kind}" in faults(data)[0]


def test_a_paragraph_tag_in_the_last_paragraph_of_a_section_leaves_it():
    section = "<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>{%p endif %}</w:t></w:r></w:p>"
    assert body(word(p("{%p if a %}") + p("x") + section), {"a": 0}).count("<w:sectPr/>") == 1


# -- dashes ----------------------------------------------------------------------------------


@pytest.mark.parametrize("data", either("宅", "{%- if a -%}", "在城里", "{%- endif -%}", "。"))
def test_dashes_join_paragraphs(data: bytes):
    assert [lines(data, {"a": a}) for a in (1, 0)] == [["宅在城里。"], ["宅。"]]


def test_a_dash_does_not_join_a_table_or_leave_a_cell():
    data = word(table(("x", "{%- if a -%}y{% endif %}")) + p("{%- if a -%}") + p("z{% endif %}"))
    assert lines(data, {"a": 1}) == ["x", "y", "z"]


# -- columns ---------------------------------------------------------------------------------


@pytest.mark.parametrize("prefix", ["", "tc"])
def test_cells_between_cells_of_tags_are_repeated(prefix: str):
    row = ("h", f"{{%{prefix} for x in xs %}}", "{{ x }}", f"{{%{prefix} endfor %}}", "z")
    for data in tables(row):
        assert lines(data, XS)[:4] == ["h", "1", "2", "z"]


def test_the_grid_of_a_slides_table_follows_its_cells():
    data = deck(
        slide_table(("h", "{%tc for x in xs %}", "{{ x }}", "{%tc endfor %}"), ("a", "", "", ""))
    )
    found = slide(data, {"xs": [1, 2, 3, 4, 5]})
    assert found.count("<a:gridCol ") == 6
    assert cells(data, {"xs": [1, 2, 3, 4, 5]}) == [list("h12345"), ["a", *[""] * 5]]


def test_columns_keep_the_width_of_their_table_and_cells_follow():
    grid = '<w:gridCol w:w="3000"/><w:gridCol w:w="1000"/>'
    narrow = '<w:tcW w:w="1000" w:type="dxa"/>'
    whole = table(("h{#tc x #}", "h", "{%tc for x in xs %}", "{{ x }}", "{%tc endfor %}"))
    whole = whole.replace("<w:gridCol/>" * 5, grid).replace(
        "<w:tcPr/>", f"<w:tcPr>{narrow}</w:tcPr>"
    )
    found = body(word(whole), {"xs": [1, 2, 3]})
    assert re.findall(r'gridCol w:w="(\d+)"', found) == ["1500", "500", "1000", "1000"]
    assert re.findall(r'tcW w:w="(\d+)"', found) == ["1500", "500", "1000", "1000"]


@pytest.mark.parametrize("data", tables(("{%tc for x in empty %}", "{{ x }}", "{%tc endfor %}")))
def test_a_table_left_without_columns_goes(data: bytes):
    whole = made(data, XS).data
    name = "word/document.xml" if b"word/document.xml" in data else "ppt/slides/slide1.xml"
    assert ":tbl>" not in member(whole, name)


# -- cells -----------------------------------------------------------------------------------


def test_cells_of_a_slide_merge_down():
    data = deck(
        slide_table(("{%tr for x in xs %}", ""), ("{% vm %}组", "{{ x }}"), ("{%tr endfor %}", ""))
    )
    assert cells(data, XS) == [["组", "1"], ["()", "2"]]
    assert re.findall(r'rowSpan="(\d)" vMerge="(\d)"', slide(data, XS)) == [("2", "0"), ("1", "1")]


def test_cells_of_a_slide_merge_across():
    head = ("{%tc for x in xs %}", "{% hm %}组", "{%tc endfor %}")
    data = deck(slide_table(head, ("{%tc for x in xs %}", "{{ x }}", "{%tc endfor %}")))
    assert cells(data, XS) == [["组", "()"], ["1", "2"]]


def test_a_cell_of_a_slide_spans_columns():
    data = deck(slide_table(("{% colspan n %}a", "b"), ("c", "d")))
    assert cells(data, {"n": 3}) == [["a", "()", "()", "b"], ["c", "d", "", ""]]


def test_a_cell_of_a_slide_gets_a_colour_or_none():
    data = deck(slide_table(("{% cellbg c %}a",)))
    fill = '<a:tcPr><a:solidFill><a:srgbClr val="00FF00"/></a:solidFill></a:tcPr>'
    assert fill in slide(data, {"c": "#00ff00"})
    assert "<a:tcPr></a:tcPr>" in slide(data, {"c": ""})


def test_properties_of_a_cell_stand_in_the_schemas_order():
    data = word(table(("{% cellbg c %}{% colspan 1 %}a",)))
    assert (
        '<w:tcPr><w:gridSpan w:val="1"/><w:shd w:val="clear" w:color="auto" w:fill="00FF00"/></w:tcPr>'
        in body(data, {"c": "00FF00"})
    )


def test_a_merge_follows_the_loop_of_the_rows_not_of_the_columns():
    row = ("{%tc for y in ys %}", "{% vm %}{{ y }}", "{%tc endfor %}")
    data = word(table(("{%tr for x in xs %}", "", ""), row, ("{%tr endfor %}", "", "")))
    found = body(data, {"xs": [1, 2], "ys": "ab"})
    assert re.findall(r'vMerge w:val="(\w+)"', found) == ["restart"] * 2 + ["continue"] * 2


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("{% hm %}x", "{% hm %} needs a loop over cells round it"),
        ("{% if a %}{% cellbg c %}{% endif %}", "stands inside a block of its cell"),
        ("{% vm %}{% vm %}", "needs a loop over rows round it"),
        ("{% colspan 2 %}{% colspan 3 %}", "stands in its cell with another"),
        ("{% colspan %}", "colspan needs a number of columns."),
    ],
)
def test_a_tag_of_a_cell_that_cannot_work_is_refused(cell: str, said: str):
    for data in tables((cell, "b")):
        assert said in faults(data)[0]


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("{% colspan n %}", "a cell spans 1 to 63 columns, not 0"),
        ("{% cellbg n %}", "'0' is no colour: six digits of 0-9 and A-F are"),
    ],
)
def test_a_tag_of_a_cell_looks_at_its_value(cell: str, said: str):
    for data in tables((cell, "b")):
        assert said in faults(data, {"n": 0})[0]


# -- macros and caught texts -----------------------------------------------------------------


@pytest.mark.parametrize("data", either("{% macro m(a) %}（{{ a }}）{% endmacro %}{{ m(f) }}"))
def test_a_figure_keeps_its_anchor_in_a_macro(data: bytes):
    rendered = made(data, {"f": figure("key", "3项")})
    assert [(use.key, use.text) for use in rendered.uses] == [("key", "3项")]


@pytest.mark.parametrize("data", either("{% set n %}a{{ f }}b{% endset %}{{ n }}"))
def test_a_figure_keeps_its_anchor_in_a_caught_text(data: bytes):
    assert lines(data, {"f": figure("key", "3")}) == ["a3b"]
    assert [use.key for use in made(data, {"f": figure("key", "3")}).uses] == ["key"]


@pytest.mark.parametrize("data", either("{% set n %}a{{ f }}{% endset %}{{ n|upper }}"))
def test_a_figure_in_a_caught_text_is_not_changed(data: bytes):
    assert "a figure made part of a longer text" in faults(data, {"f": figure("key", "3")})[0]


@pytest.mark.parametrize(
    "data", either("{% macro m(n) %}", "· {{ n }}", "{% endmacro %}", "{{ m(1) }}", "{{p m(2) }}")
)
def test_a_macro_of_paragraphs_is_shown_alone_in_a_paragraph(data: bytes):
    assert lines(data, {}) == ["· 1", "· 2"]


@pytest.mark.parametrize(
    "data", either("{% macro m(n) %}", "{{ n }}", "{% endmacro %}", "x {{ m(1) }}")
)
def test_a_macro_of_paragraphs_does_not_stand_in_a_text(data: bytes):
    assert "the macro makes paragraphs" in faults(data, {})[0]


@pytest.mark.parametrize(
    "data", either("{% macro m(n) %}", "{{ n }}", "{% endmacro %}", "{{ m(1)|upper }}")
)
def test_what_a_macro_of_paragraphs_makes_has_no_filters(data: bytes):
    assert "m() makes more than text, and is only shown by itself." in faults(data)[0]


def test_a_macro_makes_rows():
    for data in tables(
        ("{%tr macro m(n) %}", ""), ("{{ n }}", "b"), ("{%tr endmacro %}", ""),
        ("{{tr m(1) }}", ""), ("{{tr m(2) }}", ""),
    ):  # fmt: skip
        assert lines(data, {})[:4] == ["1", "b", "2", "b"]


def test_a_macro_of_several_looks_keeps_them():
    data = word(p("{% macro m(n) %}a", r("{{ n }}", LOOK), "{% endmacro %}") + p("x{{ m(1) }}y"))
    assert body(data, {}).endswith(
        "<w:p><w:r><w:t>x</w:t></w:r><w:r><w:t>a</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>1</w:t>"
        "</w:r><w:r><w:t>y</w:t></w:r></w:p>"
    )


@pytest.mark.parametrize(
    "data",
    either(
        "{%p for x in ts recursive %}", "{{ x.n }}", "{%p if x.c %}", "{{p loop(x.c) }}",
        "{%p endif %}", "{%p endfor %}", "完",
    ),
)  # fmt: skip
def test_a_loop_over_paragraphs_calls_itself(data: bytes):
    ts = [{"n": "一", "c": [{"n": "（一）", "c": []}]}, {"n": "二", "c": []}]
    assert lines(data, {"ts": ts}) == ["一", "（一）", "二", "完"]


@pytest.mark.parametrize("data", either("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}"))
def test_what_calls_itself_without_end_is_stopped(data: bytes):
    assert "The template calls itself without end." in faults(data, {})[0]


def test_what_holds_more_than_a_text_of_one_look_is_not_caught():
    data = word(p("{% set n %}a", r("b", LOOK), "{% endset %}"))
    assert "What set holds is more than text of one look." in faults(data)[0]


# -- loops -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data", either("{% for x in xs %}", "{% if x == 2 %}{% break %}{% endif %}", "{{ x }}", "{% endfor %}", "完")
)  # fmt: skip
def test_a_loop_is_left_between_paragraphs(data: bytes):
    assert lines(data, {"xs": [1, 2, 3]}) == ["1", "完"]


@pytest.mark.parametrize("data", either("{%p for x in xs %}", "a{% break %}b", "{%p endfor %}"))
def test_a_loop_is_not_left_in_the_middle_of_a_paragraph(data: bytes):
    assert "leaves its loop in the middle of a paragraph, row or cell" in faults(data)[0]


# -- links and controls ----------------------------------------------------------------------


@pytest.mark.parametrize("name", ["hyperlink", "ins", "smartTag"])
def test_a_tag_at_the_edge_of_a_link_comes_out_of_it(name: str):
    inside = f"<w:{name}>{r('{% if a %}b')}</w:{name}>"
    data = word(p("x", inside, "y{% endif %}z"))
    assert [lines(data, {"a": a}) for a in (1, 0)] == [["xbyz"], ["xz"]]


def test_a_tag_at_the_edge_of_a_control_comes_out_of_it():
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{r('b{% endif %}')}</w:sdtContent></w:sdt>"
    assert body(word(p("{% if a %}x", control, "z")), {"a": 0}) == (
        "<w:p><w:r><w:t>z</w:t></w:r></w:p>"
    )


def test_a_named_bookmark_stands_in_the_first_turn_only():
    marked = '<w:bookmarkStart w:id="1" w:name="甲"/>', '<w:bookmarkEnd w:id="1"/>'
    data = word(p("{%p for x in xs %}") + p(marked[0], "{{ x }}", marked[1]) + p("{%p endfor %}"))
    assert body(data, XS).count("bookmarkStart") == 1


# -- raw text, escapes, includes, options ----------------------------------------------------


@pytest.mark.parametrize("data", either("{_{ x }_} {_% if %_} {_# n #_}"))
def test_escaped_marks_are_text(data: bytes):
    assert lines(data, {}) == ["{{ x }} {% if %} {# n #}"]


def test_a_run_of_a_slide_keeps_one_text_round_escaped_marks():
    xml = slide(deck(shape("a {_{ x }_} b {% raw %}{{ y }}{% endraw %} c")), {})
    assert re.findall("<a:t>([^<]*)</a:t>", xml) == ["a {{ x }} b {{ y }} c"]


@pytest.mark.parametrize("data", either("{#1} 号"))
def test_text_that_looks_like_a_tag_is_told_how_to_be_written(data: bytes):
    with pytest.raises(Exception, match=r"write \{_# if it is meant as text"):
        compile_template(data, "t.docx")


@pytest.mark.parametrize("data", either('{% include "附录.docx" %}'))
def test_an_included_document_is_a_need(data: bytes):
    assert compile_template(data, "t.docx").needs().subdocs == ("附录.docx",)


@pytest.mark.parametrize(
    "word_", ["import 'a' as b", "extends 'a'", "block b", "from 'a' import b"]
)
def test_other_templates_are_not_reached(word_: str):
    for data in either(f"{{% {word_} %}}"):
        assert len(faults(data)) == 1


def test_names_set_in_the_body_are_not_seen_in_a_header():
    data = word(p("{% set n = 1 %}{{ n }}"), header1=p("{{ n }}"))
    assert faults(data, {}) == ["header, paragraph 1: {{ n }}: There is no 'n'."]


@pytest.mark.parametrize("data", either("a", "{% for x in xs %}", "{{ x }}", "{% endfor %}", "z"))
def test_with_the_scopes_of_docxtpl_paragraphs_of_tags_stay(data: bytes):
    template = compile_template(data, "t.docx", scopes="docxtpl")
    assert lines(template, XS) == ["a", "", "1", "", "2", "", "z"]  # type: ignore[arg-type]


@pytest.mark.parametrize("data", either("[{{ spam }}{{ x.spam }}]{% if spam %}x{% endif %}"))
def test_unknown_names_may_be_empty(data: bytes):
    template = compile_template(data, "t.docx", undefined="empty")
    assert lines(template, {"x": {}}) == ["[]"]  # type: ignore[arg-type]


@pytest.mark.parametrize("data", either("{{ spam.eggs }}"))
def test_an_attribute_of_an_unknown_name_is_an_error_all_the_same(data: bytes):
    template = compile_template(data, "t.docx", undefined="empty")
    rendered = render(template, {}, {}, base="", when=NOON)
    assert [p.problem for p in rendered.problems] == ["{{ spam.eggs }}: There is no 'spam'."]
