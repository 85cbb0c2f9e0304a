"""A value comes out as text, character for character, wherever it stands."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tiny import body, deck, faults, lines, made, member, p, shape, slide, texts, word

from generator.render import compile_template

WORD = compile_template(word(p("{{ a }}")), "t.docx")
SLIDE = compile_template(deck(shape("{{ a }}")), "t.pptx")
PRINTABLE = st.text(
    st.characters(
        blacklist_categories=("Cs",),
        blacklist_characters="".join(map(chr, range(32))) + "\ufffe\uffff",
    )
    | st.sampled_from("\n\t<>&\"'{}%"),
    min_size=1,
)


@given(PRINTABLE)
def test_any_text_comes_out_of_word_character_for_character(text: str):
    assert texts(member(made(WORD, {"a": text}).data, "word/document.xml")) == [text]


@given(PRINTABLE)
def test_any_text_comes_out_of_powerpoint_character_for_character(text: str):
    assert texts(member(made(SLIDE, {"a": text}).data, "ppt/slides/slide1.xml")) == [text]


@given(st.text())
def test_no_text_at_all_breaks_a_document(text: str):
    made(WORD, {"a": text})
    made(SLIDE, {"a": text})


def test_what_xml_forbids_is_left_out():
    assert lines(word(p("{{ a }}")), {"a": "a\x00b\x02\x03c\x1fd\ud800e\uffff"}) == ["abcde"]


def test_lines_end_as_they_end_anywhere():
    assert lines(word(p("{{ a }}")), {"a": "1\r\n2\r3\x0b4"}) == ["1\n2\n3\n4"]


def test_a_new_line_of_a_slide_keeps_the_looks():
    looks = '<a:rPr lang="zh-CN"/>'
    assert f"<a:t>1</a:t></a:r><a:br>{looks}</a:br><a:r>{looks}<a:t>2</a:t></a:r>" in slide(
        deck(shape("{{ a }}")), {"a": "1\n2"}
    )


def test_what_looks_like_a_tag_in_a_value_is_text():
    assert lines(word(p("{{ a }}")), {"a": "{{ b }}{% if %}"}) == ["{{ b }}{% if %}"]


def test_literals_of_the_template_are_text_too():
    assert lines(word(p('{{ "a & <b>" }}')), {}) == ["a & <b>"]


def test_an_empty_value_leaves_no_run():
    assert body(word(p("{{ a }}")), {"a": ""}) == "<w:p></w:p>"


@pytest.mark.parametrize(
    ("value", "shown"),
    [(3, "3"), (Decimal("5.10"), "5.10"), (1.5, "1.5"), (date(2025, 12, 31), "2025-12-31")],
)
def test_a_number_or_date_is_shown_as_it_is(value: object, shown: str):
    assert lines(word(p("{{ a }}")), {"a": value}) == [shown]


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (None, "nothing (None) is no text"),
        ([1], "a value of the kind list is no text"),
        ({"a": 1}, "a value of the kind dict is no text"),
        (True, "True is a yes or no, not a text"),
    ],
)
def test_what_is_no_text_is_refused(value: object, kind: str):
    assert faults(word(p("{{ a }}")), {"a": value}) == [
        f"body, paragraph 1: {{{{ a }}}}: The tag fails: {kind}."
    ]


def test_blanks_at_the_edges_stay():
    assert lines(word(p(" a {{ b }} c ")), {"b": "  x "}) == [" a   x  c "]


@pytest.mark.parametrize(
    ("test", "shown"),
    [
        ("n > 1", "yes"),
        ("1 < n <= 2", "yes"),
        ("n == 3", "no"),
        ("n in [1, 2]", "yes"),
        ("n == 2 and not m", "yes"),
    ],
)
def test_values_can_be_compared(test: str, shown: str):
    template = compile_template(
        word(p(f"{{% if {test} %}}yes{{% else %}}no{{% endif %}}")), "t.docx"
    )
    assert texts(member(made(template, {"n": 2, "m": 0}).data, "word/document.xml")) == [shown]
