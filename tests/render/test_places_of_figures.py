"""The uses name the places of the finished document: the row, paragraph and turn that it has."""

from __future__ import annotations

import pytest
from test_render_drawn import PICTURE, RED, WORD_PICTURE, pictured, spec, with_members
from tiny import cell, deck, figure, made, member, p, r, shape, slide_table, table, word

from generator.model import ChartSpec, Event, Place, Use
from generator.render import Link, Listing, Note, Picture, RichText

XS = [figure("a", "1"), figure("b", "2")]
F = figure("f", "9")


def places(data: bytes, **names: object) -> list[tuple[str, str]]:
    rendered = made(data, {"xs": XS, "f": F, **names})
    return [(use.key, use.place.where) for use in rendered.uses]


def test_a_figure_in_a_repeated_paragraph_names_its_own_and_those_after_it_theirs():
    data = word(p("{% for x in xs %}") + p("{{ x }}") + p("{% endfor %}") + p("{{ f }}"))
    assert places(data) == [
        ("a", "body, paragraph 1"), ("b", "body, paragraph 2"), ("f", "body, paragraph 3"),
    ]  # fmt: skip


def test_a_figure_in_a_repeated_row_names_its_own_and_those_after_it_theirs():
    rows = [("h", "h"), ("{% for x in xs %}{{ x }}", "n{% endfor %}"), ("z", "{{ f }}")]
    assert places(word(table(*rows))) == [
        ("a", "body, table 1, row 2, cell 1"), ("b", "body, table 1, row 3, cell 1"),
        ("f", "body, table 1, row 4, cell 2"),
    ]  # fmt: skip


def test_what_is_left_out_is_not_counted():
    hidden = table(("{% if no %}a",), ("b{% endif %}",)) + p("{% if no %}") + p("c{% endif %}")
    data = word(hidden + table(("{% if no %}x",), ("y{% endif %}",), ("{{ f }}",)) + p("{{ f }}"))
    assert places(data, no=False) == [
        ("f", "body, table 1, row 1, cell 1"), ("f", "body, paragraph 1"),
    ]  # fmt: skip


def test_repeated_cells_are_counted():
    data = word(table(("{% for x in xs %}", "{{ x }}", "{% endfor %}", "{{ f }}")))
    assert places(data) == [
        (key, f"body, table 1, row 1, cell {n}") for n, key in enumerate("abf", 1)
    ]


def test_a_paragraph_of_a_cell_is_named_where_the_cell_has_several():
    inside = p("{% for x in xs %}{{ x }}") + p("y{% endfor %}")
    data = word(f"<w:tbl><w:tblGrid/><w:tr>{cell(inside)}{cell('{{ f }}')}</w:tr></w:tbl>")
    start = "body, table 1, row 1, cell"
    assert places(data) == [
        ("a", f"{start} 1, paragraph 1"), ("b", f"{start} 1, paragraph 3"), ("f", f"{start} 2"),
    ]  # fmt: skip


def test_tables_in_tables_are_counted_as_they_come():
    inner = table(("{{ x }}",)) + p("{{ x }}")
    data = word(
        f"<w:tbl><w:tblGrid/><w:tr>{cell(p('{% for x in xs %}') + inner + p('{% endfor %}'))}"
        f"</w:tr></w:tbl>{table(('{{ f }}',))}"
    )
    cell_1 = "body, table 1, row 1, cell 1"
    assert places(data) == [
        ("a", f"{cell_1}, table 2, row 1, cell 1"), ("a", f"{cell_1}, paragraph 1"),
        ("b", f"{cell_1}, table 3, row 1, cell 1"), ("b", f"{cell_1}, paragraph 2"),
        ("f", "body, table 4, row 1, cell 1"),
    ]  # fmt: skip


def test_figures_in_a_text_box_a_header_and_a_comment_keep_their_stories():
    box = f"<w:r><w:pict><w:txbxContent>{p('{{ f }}')}</w:txbxContent></w:pict></w:r>"
    data = word(
        p("{% for x in xs %}") + p("y", box) + p("{% endfor %}"), header1=p("a") + p("{{ f }}")
    )
    assert places(data) == [
        ("f", "body, paragraph 1, text box, paragraph 1"),
        ("f", "body, paragraph 2, text box, paragraph 1"),
        ("f", "header, paragraph 2"),
    ]


def test_a_figure_of_a_note_names_the_paragraph_that_the_note_belongs_to():
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    data = word(
        p("{% for x in xs %}") + p("y", note) + p("{% endfor %}"),
        footnotes=f'<w:footnote w:id="2">{p("{{ x }}")}</w:footnote>',
    )
    assert places(data) == [
        ("a", "body, paragraph 1, footnote 2, paragraph 1"),
        ("b", "body, paragraph 2, footnote 3, paragraph 1"),
    ]


def test_a_figure_of_a_note_that_came_as_a_value_does_so_too():
    data = word(p("{% for x in xs %}") + p("{{ x }}") + p("{% endfor %}"))
    notes = [Note("a", figure("n", "7")), Note("b", figure("m", "8"))]
    assert places(data, xs=notes) == [
        ("n", "body, paragraph 1, footnote 1, paragraph 1"),
        ("m", "body, paragraph 2, footnote 2, paragraph 1"),
    ]


def test_figures_of_repeated_pictures_and_their_words_name_their_turn():
    framed = p(WORD_PICTURE.format(id="x"))
    shown = {"u": Picture(RED, "one", spec(3)), "v": Picture(RED, "two", spec(4, 5))}
    rendered = made(
        pictured(p("{% for x in 'uv' %}") + p("y") + framed + p("{% endfor %}")), {},
        pictures=lambda id, _: shown[id],
    )  # fmt: skip
    assert [(use.key, use.place.where) for use in rendered.uses] == [
        ("k3", "body, paragraph 2, picture"),
        ("k4", "body, paragraph 4, picture"), ("k5", "body, paragraph 4, picture"),
    ]  # fmt: skip
    assert "\x02" not in member(rendered.data, "word/document.xml")


TIMELINE = ChartSpec(
    "t", "timeline", "T", "", (), (), "From 1992 & on",
    events=(Event(1992.5, "1992", "begun", "start", statements=("000.s",)), Event(2004, "2004", "x", "")),
)  # fmt: skip


def test_figures_that_a_timeline_draws_are_noted_with_the_place_of_the_picture():
    shown = {"pictures": lambda *_: Picture(RED, TIMELINE.alt, TIMELINE)}
    in_word = made(pictured(p("a") + p(WORD_PICTURE.format(id="1"))), {}, **shown)
    on_slide = made(
        with_members(
            deck(PICTURE.format(tag="{{ picture(1) }}")), "ppt/slides/_rels/slide1.xml.rels",
            ("rId1", "image", "../media/old.png"), {"ppt/media/old.png": RED},
        ), {}, **shown,
    )  # fmt: skip
    for rendered, part, where in (
        (in_word, "word/document.xml", "body, paragraph 2, picture"),
        (on_slide, "ppt/slides/slide1.xml", "slide 1, picture"),
    ):
        place = Place("t.docx", None, where)
        assert rendered.uses == (
            Use("start", "begun", "picture", place, ("000.s",), "Map", 1),
        )  # what has no fact is not noted
        assert 'descr="From 1992 &amp; on"' in member(rendered.data, part)


def test_a_figure_in_a_field_names_its_turn():
    field = "<w:fldSimple w:instr=' QUOTE \"{{ x }}\" '><w:r><w:t>o</w:t></w:r></w:fldSimple>"
    data = word(p("{% for x in xs %}") + p(field) + p("{% endfor %}"))
    assert places(data) == [
        ("a", "body, paragraph 1, property"), ("b", "body, paragraph 2, property"),
    ]  # fmt: skip


@pytest.mark.parametrize("rows", [3, 4_000])
def test_long_tables_are_counted_though_they_are_packed_as_they_come(rows: int):
    data = word(table(("{% for x in xs %}{{ x }}{% endfor %}",)) + p("{{ f }}"))
    rowed = word(table(("{% for x in xs %}{{ x }}", "n{% endfor %}")) + p("{{ f }}"))
    xs = [figure(f"k{n}", str(n)) for n in range(rows)]
    assert places(data, xs=xs)[-2:] == [
        (f"k{rows - 1}", "body, table 1, row 1, cell 1"), ("f", "body, paragraph 1"),
    ]  # fmt: skip
    assert places(rowed, xs=xs)[-2:] == [
        (f"k{rows - 1}", f"body, table 1, row {rows}, cell 1"), ("f", "body, paragraph 1"),
    ]  # fmt: skip


def test_a_figure_is_noted_where_its_macro_is_shown_and_as_often():
    data = word(
        p("{% macro m() %}<{{ f }}>{% endmacro %}{% set k = m() %}")
        + p("{{ xs[0] }}") + p("{{ k }}") + p("{{ k }}")
    )  # fmt: skip
    assert places(data) == [
        ("a", "body, paragraph 1"), ("f", "body, paragraph 2"), ("f", "body, paragraph 3"),
    ]  # fmt: skip


def test_figures_of_markup_are_noted_in_the_order_of_the_page():
    macro = p("{% macro m(x) %}") + p("a", r("{{ x }}")) + p("{% endmacro %}")
    call = "{% call(y) n() %}{{ y }}{% endcall %}"
    outer = p("{% macro n() %}{{ f }}{{ caller(xs[0]) }}{% endmacro %}")
    assert places(word(macro + outer + p("{{ m(f) }}") + p(call) + p("{{ m(xs[1]) }}"))) == [
        ("f", "body, paragraph 1"), ("f", "body, paragraph 2"), ("a", "body, paragraph 2"),
        ("b", "body, paragraph 3"),
    ]  # fmt: skip


# -- slides ----------------------------------------------------------------------------------


def test_a_figure_in_a_repeated_paragraph_of_a_slide_names_its_own():
    data = deck(shape("{% for x in xs %}\nn\n{{ x }}\n{% endfor %}\n{{ f }}"))
    assert places(data) == [
        ("a", "slide 1, 'Box', paragraph 2"), ("b", "slide 1, 'Box', paragraph 4"),
        ("f", "slide 1, 'Box', paragraph 5"),
    ]  # fmt: skip


def test_a_paragraph_that_is_left_alone_is_not_numbered():
    assert places(deck(shape("{% if no %}x{% endif %}{{ f }}")), no=0) == [("f", "slide 1, 'Box'")]
    hidden = deck(shape("{% if no %}\nx\n{% endif %}\n{{ f }}"))
    assert places(hidden, no=0) == [("f", "slide 1, 'Box'")]


def test_a_figure_in_a_cell_of_a_repeated_row_names_row_and_paragraph():
    row = slide_table(("{% for x in xs %}a", "{{ x }}\n{{ f }}{% endfor %}")).replace(
        "\n", '</a:t></a:r></a:p><a:p><a:r><a:t>'
    )  # fmt: skip
    start = "slide 1, 'Grid', row"
    assert places(deck(row)) == [
        (key, f"{start} {n}, column 2, paragraph {line}")
        for n, first in ((1, "a"), (2, "b"))
        for line, key in ((1, first), (2, "f"))
    ]


# -- rich values -----------------------------------------------------------------------------

LINK = Link(figure("n", "7"), "https://in.example")
COLOURED = RichText(figure("n", "7"), bold=True, url_id="https://in.example")


@pytest.mark.parametrize("value", [LINK, COLOURED, Listing(figure("n", "7"))])
def test_a_figure_in_a_rich_value_is_anchored_and_noted(value: object):
    in_word = made(word(p("{{ v }}")), {"v": value})
    assert '<w:tag w:val="base:n"/>' in member(in_word.data, "word/document.xml")
    on_slide = made(deck(shape("{{ v }}")), {"v": value})
    assert 'name="fact:n"' in member(on_slide.data, "ppt/slides/slide1.xml")
    assert [use.text for use in (*in_word.uses, *on_slide.uses)] == ["7", "7"]
    linked = "in.example" in member(in_word.data, "word/_rels/document.xml.rels")
    assert linked == (value.__class__ is not Listing)


def test_a_figure_in_a_rich_value_of_an_alternative_text_is_noted():
    framed = WORD_PICTURE.replace("{{{{ picture({id}) }}}}", "a {{ v }}").replace("{{{{", "{{")
    rendered = made(pictured(p(framed)), {"v": Listing(figure("n", "7"))})
    assert 'descr="a 7"' in member(rendered.data, "word/document.xml")
    assert [use.place.where for use in rendered.uses] == [
        "body, paragraph 1, alternative text of 'Map'"
    ]
