"""Templates as Word leaves them: controls round rows, ranges across tags, changes, split codes."""

from __future__ import annotations

import pytest
from tiny import body, cell, faults, figure, lines, made, member, p, r, table, texts, word

PAGE = '<w:r><w:br w:type="page"/></w:r>'
END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'


def control(inside: str) -> str:
    return (
        f'<w:sdt><w:sdtPr><w:id w:val="9"/></w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>'
    )


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(map(cell, cells))}</w:tr>"


def grid(*rows: str) -> str:
    return (
        f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def code(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


# -- content controls ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "rows",
    [
        control(row("{% for x in xs %}{{ x }}", "y{% endfor %}")),
        control(row("{% for x in xs %}", "") + row("{{ x }}", "y") + row("{% endfor %}", "")),
        row("{% for x in xs %}", "") + control(row("{{ x }}", "y")) + row("{% endfor %}", ""),
        control(row("{%tr for x in xs %}", "") + row("{{ x }}", "y") + row("{%tr endfor %}", "")),
        control(control(row("{% for x in xs %}{{ x }}", "y{% endfor %}"))),
    ],
)
def test_rows_in_a_content_control_are_repeated(rows: str):
    data = word(grid(row("h", "k"), rows) + p("e"))
    assert lines(data, {"xs": "ab"}) == ["h", "k", "a", "y", "b", "y", "e"]
    assert lines(data, {"xs": ""}) == ["h", "k", "e"]


def test_a_control_without_rows_goes_and_the_table_with_it():
    data = word(grid(control(row("{% if a %}x", "y{% endif %}"))) + p("e"))
    assert body(data, {"a": 0}) == f"{p('e')}".replace(' xml:space="preserve"', "")
    assert lines(data, {"a": 1}) == ["x", "y", "e"]


# -- breaks ----------------------------------------------------------------------------------


@pytest.mark.parametrize("opening", [f"{r('{% if a %}')}{PAGE}", f"{PAGE}{r('{% if a %}')}"])
def test_a_page_break_beside_a_tag_stays(opening: str):
    data = word(f"<w:p>{opening}</w:p>" + p("x") + p("{% endif %}") + p("e"))
    assert body(data, {"a": 1}).count('<w:br w:type="page"/>') == 1
    assert lines(data, {"a": 0})[-1] == "e"


def test_an_end_of_a_line_beside_a_tag_goes_with_it():
    data = word(p("{% if a %}", "<w:r><w:br/></w:r>") + p("x") + p("{% endif %}") + p("e"))
    assert lines(data, {"a": 1}) == ["x", "e"]


# -- ranges ----------------------------------------------------------------------------------

START, STOP = '<w:bookmarkStart w:id="1" w:name="here"/>', '<w:bookmarkEnd w:id="1"/>'


def test_a_bookmark_that_begins_beside_a_tag_goes_on():
    data = word(f"<w:p>{START}{r('{% if a %}')}</w:p>" + p("x", STOP) + p("{% endif %}") + p("e"))
    assert body(data, {"a": 1}) == START + p("x", STOP).replace(' xml:space="preserve"', "") + p(
        "e"
    ).replace(' xml:space="preserve"', "")
    assert body(data, {"a": 0}).startswith(START + STOP)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (p("{% if a %}") + p(START, "x") + p("{% endif %}") + p("e", STOP), ""),
        (p("q", START) + p("{% if a %}") + p("x", STOP) + p("{% endif %}") + p("e"), START + STOP),
    ],
)
def test_a_bookmark_of_which_half_is_hidden_is_no_half(text: str, left: str):
    found = body(word(text), {"a": 0})
    assert "".join(mark for mark in (START, STOP) if mark in found) == left
    assert STOP in body(word(text), {"a": 1})


def test_a_comment_on_a_tag_alone_goes_with_it():
    mark = (
        '<w:commentRangeStart w:id="1"/>{}<w:commentRangeEnd w:id="1"/>'
        '<w:r><w:commentReference w:id="1"/></w:r>'
    )
    data = word(f"<w:p>{mark.format(r('{% if a %}'))}</w:p>" + p("x") + p("{% endif %}") + p("e"))
    assert "comment" not in body(data, {"a": 1})


# -- changes, codes, signs -------------------------------------------------------------------


def test_what_was_moved_or_deleted_is_not_asked_for():
    data = word(
        f'<w:p><w:moveTo w:id="1">{r("{{ a }}")}</w:moveTo><w:moveFrom w:id="2">{r("{{ b }}")}'
        '</w:moveFrom><w:del w:id="3"><w:r><w:delText>{{ c }}</w:delText></w:r></w:del></w:p>'
    )
    assert "<w:t>x</w:t>" in body(data, {"a": "x"})
    assert faults(data, {"a": "x"}) == []


def test_the_code_of_a_field_may_be_split_over_runs():
    inside = (
        BEGIN + code(' QUOTE "{{ ') + '<w:proofErr w:type="spellStart"/>' + code('a }}" ') + END
    )
    found = body(word(f"<w:p>{inside}</w:p>"), {"a": "x"})
    assert '<w:instrText> QUOTE "x" </w:instrText>' in found
    assert 'w:dirty="true"' in found


def test_codes_of_two_fields_stay_two():
    one = BEGIN + code("A {{ a }}") + END
    found = body(word(f"<w:p>{one}{one}</w:p>"), {"a": "x"})
    assert found.count("<w:instrText>A x</w:instrText>") == 2


def test_a_hyphen_that_does_not_break_is_a_minus_in_a_tag_and_stays_in_the_text():
    hyphen = "<w:r><w:t>{}</w:t><w:noBreakHyphen/><w:t>{}</w:t></w:r>"
    assert lines(word(f"<w:p>{hyphen.format('{{ 5 ', ' 2 }}')}</w:p>"), {}) == ["3"]
    assert "<w:noBreakHyphen/>" in body(word(f"<w:p>{hyphen.format('{{ 5 }}', 'x')}</w:p>"), {})


def test_figures_of_rows_in_controls_name_their_rows():
    rows = control(row("{% for x in xs %}{{ x }}", "y{% endfor %}"))
    rendered = made(
        word(grid(row("h", "k"), rows, row("{{ f }}", ""))),
        {"xs": [figure("a", "1"), figure("b", "2")], "f": figure("f", "3")},
    )
    assert [(use.key, use.place.where[-13:]) for use in rendered.uses] == [
        ("a", "row 2, cell 1"), ("b", "row 3, cell 1"), ("f", "row 4, cell 1"),
    ]  # fmt: skip
    assert texts(member(rendered.data, "word/document.xml"))[0] == "h"
    assert table(("a",)).startswith("<w:tbl>")
