"""Finding tags in what somebody typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.tags.scan import scan


def sources(string: str) -> list[str]:
    tags, slips = scan(string)
    assert slips == []
    return [tag.source for tag in tags]


def slips(string: str) -> list[tuple[int, str]]:
    return [(slip.start, slip.problem) for slip in scan(string)[1]]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("{{ x }}", "{{ x }}"),
        ("{{x}}", "{{ x }}"),
        ("{{-x -}}", "{{ -x }}"),
        ("{{- x -}}", "{{ x }}"),
        ("{%- if x +%}", "{% if x %}"),
        ("{{ x\t|\u00a0upper }}", "{{ x | upper }}"),
        ("{{ “甲” }}", '{{ "甲" }}'),
        ("{{ ‘甲’ }}", "{{ '甲' }}"),
        ('{{ "“甲”" }}', '{{ "“甲”" }}'),
        ('{{ "a}}b" }}', '{{ "a}}b" }}'),
        ('{{ {"a": {}} }}', '{{ {"a": {}} }}'),
        ('{% if "%}" %}', '{% if "%}" %}'),
        ("{{ 'it\\'s' }}", "{{ 'it\\'s' }}"),
        ('{{ "two\nlines" }}', '{{ "two\\nlines" }}'),
    ],
)
def test_a_tag_is_read_as_jinja_reads_it(typed: str, read: str):
    assert sources(f"前{typed}后") == [read]


def test_tags_stand_where_they_were_typed():
    tags, _ = scan("共{{ n }}项{# 注 #}{% if a %}")
    assert [(tag.kind, tag.start, tag.end) for tag in tags] == [
        ("value", 1, 8),
        ("comment", 9, 16),
        ("block", 16, 26),
    ]


def test_a_block_tag_knows_its_word():
    assert [tag.word for tag in scan("{% for x in y %}{%endfor%}{% %}")[0]] == ["for", "endfor", ""]


def test_a_value_knows_that_it_asks_for_a_chart_or_a_picture():
    tags, _ = scan('{{ chart("a") }}{{ picture ("b") }}{{ charts }}')
    assert [tag.word for tag in tags] == ["chart", "picture", ""]


def test_raw_text_is_text():
    tags, _ = scan("{% raw %}{{ x }}{% endraw %}{{ y }}")
    assert [(tag.kind, tag.literal, tag.source) for tag in tags] == [
        ("raw", "{{ x }}", ""),
        ("value", None, "{{ y }}"),
    ]


def test_every_tag_that_cannot_be_read_is_named_where_it_starts():
    assert slips("a }} b {{ x {# c") == [
        (2, "}} closes a tag that was never opened."),
        (7, "The tag is not closed in its paragraph: }} is missing."),
        (12, "The tag is not closed in its paragraph: #} is missing."),
    ]


def test_raw_text_that_is_not_closed_is_named():
    assert slips("{% raw %} {{ x }}") == [(0, "The raw text is not closed in its paragraph.")]


def test_a_string_that_is_not_closed_leaves_the_tag_open():
    assert slips('{{ "x }}') == [
        (0, "The tag is not closed in its paragraph: }} is missing."),
    ]


@pytest.mark.parametrize("prefix", ["p", "tr", "tc", "r"])
def test_a_prefix_says_what_a_tag_stands_for(prefix: str):
    tags, _ = scan(f"{{%{prefix} if x % 2 %}}{{{{{prefix} x }}}}{{#{prefix} x #}}")
    assert [(tag.prefix, tag.source) for tag in tags] == [
        (prefix, "{% if x % 2 %}"),
        (prefix, "{{ x }}"),
        ("" if prefix == "r" else prefix, ""),
    ]


@pytest.mark.parametrize("inside", ["p if a else b", "p in xs", "p is defined", "p|upper", "p + 1"])
def test_a_name_like_a_prefix_is_a_name_before_an_operator(inside: str):
    assert [tag.prefix for tag in scan(f"{{{{{inside} }}}}")[0]] == [""]


@pytest.mark.parametrize(
    ("typed", "dashes"),
    [
        ("{%- if x %}", (True, False)),
        ("{%-if x -%}", (True, True)),
        ("{%+ if x %}", (False, False)),
        ("{{- x -}}", (False, False)),
    ],
)
def test_dashes_of_a_block_tag_are_told(typed: str, dashes: tuple[bool, bool]):
    assert [(tag.left, tag.right) for tag in scan(typed)[0]] == [dashes]


def test_escaped_marks_are_text():
    assert [tag.literal for tag in scan("{_{ x }_}{_%")[0]] == ["{{", "}}", "{%"]


def test_what_a_cell_and_a_document_are_asked_is_a_value():
    assert sources("{% colspan n + 1 %}{% cellbg c %}{% include 'a.docx' %}") == [
        "{{ (n + 1)|colspan }}",
        "{{ (c)|cellbg }}",
        "{{ subdoc('a.docx') }}",
    ]


def test_a_name_that_looks_like_a_prefix_is_a_name():
    assert sources("{{p}}{{ r }}{{tr }}") == ["{{ p }}", "{{ r }}", "{{ tr }}"]


@given(st.text(st.sampled_from("{}%#\"'“” ax"), max_size=40))
def test_any_text_is_scanned_to_its_end(string: str):
    tags, _ = scan(string)
    ends = [0, *(tag.end for tag in tags)]
    assert all(start <= tag.start < tag.end for start, tag in zip(ends, tags, strict=False))
    assert all(tag.written == string[tag.start : tag.end] for tag in tags)
