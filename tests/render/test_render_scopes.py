"""What a block repeats or hides is read off where its tags stand, in Word and PowerPoint alike."""

from __future__ import annotations

import pytest
from tiny import (
    ap,
    body,
    deck,
    faults,
    figure,
    lines,
    made,
    member,
    p,
    plain,
    r,
    shape,
    slide,
    slide_table,
    table,
    texts,
    word,
)

ROWS = {"rows": [{"a": "1", "b": "2"}, {"a": "3", "b": "4"}]}


# -- one text --------------------------------------------------------------------------------


def test_a_block_in_one_text_stays_there():
    assert lines(word(p("我{% if a %}们{% endif %}去")), {"a": False}) == ["我去"]


def test_a_block_over_several_runs_keeps_each_runs_looks():
    data = word(p(r("x{% if a %}y"), r("z{% endif %}w", "<w:b/>")))
    assert body(data, {"a": True}) == (
        "<w:p><w:r><w:t>x</w:t></w:r><w:r><w:t>y</w:t></w:r>"
        "<w:r><w:rPr><w:b/></w:rPr><w:t>z</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>w</w:t></w:r></w:p>"
    )


def test_a_block_in_one_paragraph_of_a_slide_stays_there():
    assert lines(deck(shape("{% for x in xs %}{{ x }}、{% endfor %}")), {"xs": [1, 2]}) == [
        "1、2、"
    ]


def test_a_tag_that_word_split_into_runs_is_one_tag():
    data = word(
        p(r("{"), r("{ a"), '<w:proofErr w:type="spellStart"/>', r("|upper }", "<w:b/>"), r("}!"))
    )
    assert lines(data, {"a": "x"}) == ["X!"]


def test_a_tag_takes_the_looks_of_its_first_character():
    data = word(p(r("{{", "<w:b/>"), r(" a }}")))
    assert body(data, {"a": "x"}) == "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>x</w:t></w:r></w:p>"


def test_a_break_inside_a_tag_is_a_blank():
    run = "<w:r><w:t>{{ a</w:t><w:br/><w:t>|upper }}</w:t><w:br/></w:r>"
    assert lines(word(p(run)), {"a": "x"}) == ["X\n"]


def test_what_is_no_text_stays_in_its_run():
    run = "<w:r><w:t>{{ a }}</w:t><w:drawing/><w:t>{{ b }}</w:t></w:r>"
    assert body(word(p(run)), {"a": "x", "b": "y"}) == (
        "<w:p><w:r><w:t>x</w:t></w:r><w:r><w:drawing/></w:r><w:r><w:t>y</w:t></w:r></w:p>"
    )


def test_raw_text_and_comments_leave_nothing_of_their_tags():
    data = word(p("{% raw %}{{ x }}{% endraw %}{# note #}。"))
    assert lines(data, {}) == ["{{ x }}。"]


def test_deleted_text_is_left_alone():
    deleted = "<w:del><w:r><w:delText>{{ gone }}</w:delText></w:r></w:del>"
    assert lines(word(p(deleted, "{{ a }}")), {"a": "x"}) == ["x"]


# -- paragraphs ------------------------------------------------------------------------------


def test_tags_alone_in_their_paragraphs_repeat_those_between():
    data = word(p("{% for x in xs %}") + p("· {{ x }}") + p("{% endfor %}") + p("完"))
    assert lines(data, {"xs": [1, 2]}) == ["· 1", "· 2", "完"]


def test_tags_at_the_edges_of_paragraphs_repeat_these():
    data = word(p("{% for x in xs %}a{{ x }}") + p("b{% endfor %}"))
    assert lines(data, {"xs": [1, 2]}) == ["a1", "b", "a2", "b"]


def test_a_branch_alone_in_its_paragraph_goes():
    data = word(p("{% if a %}") + p("有") + p("{% else %}") + p("无") + p("{% endif %}"))
    assert [lines(data, {"a": a}) for a in (True, False)] == [["有"], ["无"]]


def test_several_tags_in_one_paragraph_leave_it_in_their_order():
    data = word(
        p("{% for x in xs %}{% if x %}") + p("{{ x }}") + p("{% endif %}{% endfor %}{# end #}")
    )
    assert lines(data, {"xs": [0, 1, 2]}) == ["1", "2"]


def test_a_block_that_begins_in_the_middle_joins_paragraphs():
    data = word(p("a{% if x %}b") + p("c{% endif %}d"))
    assert [lines(data, {"x": x}) for x in (True, False)] == [["ab", "cd"], ["ad"]]


def test_a_name_is_set_without_leaving_a_paragraph():
    assert lines(word(p("{% set n = 2 %}") + p("{{ n }}")), {}) == ["2"]


def test_paragraphs_of_a_text_box_are_repeated():
    data = deck(shape("题\n{% for x in xs %}\n{{ x }}\n{% endfor %}"))
    assert lines(data, {"xs": ["甲", "乙"]}) == ["题", "甲", "乙"]


def test_a_paragraph_that_ends_a_section_stays():
    section = "<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>{% endif %}</w:t></w:r></w:p>"
    data = word(p("{% if a %}") + p("x") + section)
    assert body(data, {"a": False}).count("<w:sectPr/>") == 1


def test_a_block_holds_whole_tables():
    data = word(p("{% for t in ts %}") + table(("{{ t }}",)) + p("{% endfor %}"))
    assert body(data, {"ts": [1, 2]}).count("<w:tbl>") == 2


def test_tables_that_come_to_touch_are_kept_apart():
    data = word(p("{% for t in ts %}") + table(("{{ t }}",)) + p("{% endfor %}"))
    assert "</w:tbl><w:p/><w:tbl>" in body(data, {"ts": [1, 2]})


def test_tables_that_touch_in_the_template_go_on_touching():
    data = word(table(("{{ a }}",)) + table(("{{ a }}",)))
    assert "<w:p/>" not in body(data, {"a": "x"})


# -- rows ------------------------------------------------------------------------------------


def test_tags_in_different_cells_of_one_row_repeat_it():
    data = word(table(("A", "B"), ("{% for r in rows %}{{ r.a }}", "{{ r.b }}{% endfor %}")))
    assert lines(data, ROWS) == ["A", "B", "1", "2", "3", "4"]


def test_tags_in_different_rows_repeat_those_between_and_rows_of_tags_go():
    data = word(
        table(
            ("A", "B"),
            ("{% for r in rows %}", ""),
            ("{{ r.a }}", "{{ r.b }}"),
            ("", "{% endfor %}"),
        )
    )
    assert lines(data, ROWS) == ["A", "B", "1", "2", "3", "4"]


def test_a_row_of_single_tags_goes():
    data = word(table(("{% set n = 1 %}", "{# note #}"), ("{{ n }}", "x")))
    assert lines(data, {}) == ["1", "x"]


def test_a_row_of_a_slides_table_is_repeated():
    data = deck(slide_table(("A", "B"), ("{% for r in rows %}{{ r.a }}", "{{ r.b }}{% endfor %}")))
    assert lines(data, ROWS) == ["A", "B", "1", "2", "3", "4"]


def test_rows_of_a_slides_table_are_hidden():
    data = deck(
        slide_table(
            ("{% if a %}", ""), ("x", "y"), ("{% else %}", ""), ("z", "w"), ("{% endif %}", "")
        )
    )
    assert [lines(data, {"a": a}) for a in (True, False)] == [["x", "y"], ["z", "w"]]


def test_loops_stand_inside_each_other_in_a_table():
    data = word(
        table(
            ("{% for g in gs %}{{ g.n }}", ""),
            ("{% for x in g.xs %}{{ x }}", "{% endfor %}{% endfor %}"),
        )
    )
    context = {"gs": [{"n": "甲", "xs": [1, 2]}, {"n": "乙", "xs": []}]}
    assert lines(data, context) == ["甲", "", "1", "", "2", "", "乙", ""]


def test_a_block_inside_a_cell_stays_in_it():
    cell = p("{% for x in xs %}") + p("{{ x }}") + p("{% endfor %}")
    assert lines(word(table((cell, "y"))), {"xs": [1, 2]}) == ["1", "2", "y"]


# -- what cannot be --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    [
        word(p("{% if a %}") + table(("{% endif %}",))),
        word(p("x{% if a %}") + table(("y{% endif %}z",))),
        word(p("a", "<w:hyperlink>" + r("b{% if a %}c") + "</w:hyperlink>", "d{% endif %}")),
        word(table(("{% if a %}x", "{% else %}", "y{% endif %}"))),
        deck(shape("{% if a %}") + shape("{% endif %}", 3)),
        deck(shape("{% if a %}") + slide_table(("{% endif %}",))),
    ],
)
def test_a_block_that_nothing_can_lie_between_is_refused(data: bytes):
    assert len(faults(data)) == 1
    assert "{% if a %}" in faults(data)[0]


def test_a_block_opens_and_closes_in_one_part():
    data = word(p("{% if a %}"), header1=p("{% endif %}"))
    assert faults(data) == [
        "body, paragraph 1: {% if a %}: if is never closed.",
        "header, paragraph 1: {% endif %}: endif closes a block that was never opened.",
    ]


def test_a_loop_does_not_cut_a_cell_off_the_one_it_is_merged_with():
    merged = table(("a", "b"), ("{% for x in xs %}", "{{ x }}{% endfor %}"))
    at = merged.rindex("<w:tcPr/>", 0, merged.index("{% for"))
    data = word(merged[:at] + "<w:tcPr><w:vMerge/></w:tcPr>" + merged[at + len("<w:tcPr/>") :])
    (fault,) = faults(data)
    assert "{% for x in xs %} repeats a row whose cell is merged with the row above" in fault


def test_a_control_that_holds_a_tag_takes_what_is_printed():
    control = (
        '<w:sdt><w:sdtPr><w:tag w:val="t"/><w:dataBinding/><w:text/></w:sdtPr><w:sdtContent>'
        + r("{{ a }}")
        + "</w:sdtContent></w:sdt>"
    )
    found = body(word(p(control)), {"a": "x"})
    assert '<w:sdtPr><w:tag w:val="t"/></w:sdtPr><w:sdtContent><w:r><w:t>x</w:t>' in found


# -- what a block leaves empty ---------------------------------------------------------------


def test_an_emptied_cell_keeps_a_paragraph():
    cell = p("{% if a %}") + p("x") + p("{% endif %}")
    assert body(word(table((cell,))), {"a": False}).endswith(
        "<w:tc><w:tcPr/><w:p/></w:tc></w:tr></w:tbl>"
    )


def test_a_cell_ends_with_a_paragraph_after_a_table():
    cell = table(("t",)) + p("{% if a %}") + p("x") + p("{% endif %}")
    assert body(word(table((cell,))), {"a": False}).endswith("</w:tbl><w:p/></w:tc></w:tr></w:tbl>")


def test_an_emptied_text_box_keeps_a_paragraph():
    data = deck(shape("{% if a %}\nx\n{% endif %}"))
    assert "<a:bodyPr/><a:p/></p:txBody>" in slide(data, {"a": False})


def test_an_emptied_header_keeps_a_paragraph():
    data = word(p("x"), header1=p("{% if a %}") + p("y") + p("{% endif %}"))
    assert member(made(data, {"a": False}).data, "word/header1.xml").endswith("><w:p/></w:hdr>")


def test_a_table_without_rows_goes():
    data = word(p("a") + table(("{% for r in rows %}{{ r.a }}", "{{ r.b }}{% endfor %}")) + p("b"))
    assert body(data, {"rows": []}) == plain(p("a") + p("b"))


def test_a_slides_table_without_rows_goes_with_its_frame():
    data = deck(shape("x") + slide_table(("{% for r in rows %}{{ r.a }}", "{{ r.b }}{% endfor %}")))
    assert "graphicFrame" not in slide(data, {"rows": []})


# -- other texts -----------------------------------------------------------------------------


def test_headers_footers_and_notes_are_texts_too():
    note = f'<w:footnote w:id="2">{p("注 {{ a }}")}</w:footnote>'
    data = word(p("正 {{ a }}"), header1=p("头 {{ a }}"), footer1=p("脚 {{ a }}"), footnotes=note)
    whole = made(data, {"a": "x"}).data
    names = ("document", "header1", "footer1", "footnotes")
    assert [texts(member(whole, f"word/{name}.xml")) for name in names] == [
        ["正 x"], ["头 x"], ["脚 x"], ["注 x"],
    ]  # fmt: skip


def test_notes_of_a_slide_are_texts_too():
    whole = made(deck(shape("x"), notes=shape("来源 {{ a }}")), {"a": "y"}).data
    assert texts(member(whole, "ppt/notesSlides/notesSlide1.xml")) == ["来源 y"]


def test_slides_are_filled_in_the_order_of_the_deck():
    slides = [shape("{% set n = a %}{{ f }}"), shape("{{ n }}{{ g }}")]
    rendered = made(deck(*slides), {"a": "x", "f": figure("f", "1"), "g": figure("g", "2")})
    assert [use.place.where for use in rendered.uses] == ["slide 1, 'Box'", "slide 2, 'Box'"]
    assert texts(member(rendered.data, "ppt/slides/slide2.xml")) == ["x2"]


def test_alternative_text_and_field_codes_are_texts_too():
    drawing = '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="P" descr="图 {{ a }}"/></wp:inline></w:drawing></w:r>'
    field = "<w:r><w:instrText>TITLE {{ a }}</w:instrText></w:r>"
    found = body(word(p(drawing, field)), {"a": '"<x>"'})
    assert 'descr="图 &quot;&lt;x&gt;&quot;"' in found
    assert '<w:instrText>TITLE "&lt;x&gt;"</w:instrText>' in found


def test_blocks_stand_in_alternative_text_too():
    text = "{% for x in xs %}{{ x }}、{% endfor %}{% if a %}&amp;{% endif %}"
    drawing = f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="P" descr="{text}"/></wp:inline></w:drawing></w:r>'
    assert 'descr="1、2、&amp;"' in body(word(p(drawing)), {"xs": [1, 2], "a": True})


def test_the_second_copy_of_a_text_box_goes():
    box = (
        "<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{0}</w:txbxContent></mc:Choice>"
        "<mc:Fallback><w:txbxContent>{0}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"
    ).format(p("{{ a }}"))
    assert lines(word(p(box)), {"a": "x"})[1:] == ["x"]


def test_a_line_break_of_a_slide_stays():
    text = "<a:p><a:r><a:t>{{ a }}</a:t></a:r><a:br/><a:r><a:t>b</a:t></a:r></a:p>"
    data = deck(shape("@").replace(ap("@"), text))
    assert lines(data, {"a": "x"}) == ["x\nb"]
