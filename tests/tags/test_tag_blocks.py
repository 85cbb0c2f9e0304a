"""Matching block tags: everything that is wrong, at once."""

from __future__ import annotations

from generator.tags.blocks import match
from generator.tags.scan import scan


def blocks(string: str) -> list[tuple[str, tuple[int, ...]]]:
    found, faults = match(enumerate(scan(string)[0]))
    assert faults == []
    return [(block.word, block.tags) for block in found]


def faults(string: str) -> list[tuple[int, str]]:
    return [(fault.tag, fault.problem) for fault in match(enumerate(scan(string)[0]))[1]]


def test_a_block_has_its_branches():
    assert blocks("{% if a %}{% elif b %}{% else %}{% endif %}") == [("if", (0, 1, 2, 3))]


def test_blocks_stand_inside_each_other():
    assert blocks("{% for x in y %}{% if x %}{% endif %}{% endfor %}") == [
        ("if", (1, 2)),
        ("for", (0, 3)),
    ]


def test_tags_that_print_nothing_are_blocks_of_their_own():
    assert blocks("{% set a = 1 %}{# note #}{{ a }}") == [("set", (0,)), ("comment", (1,))]


def test_an_unclosed_block_is_named():
    assert faults("{% for x in y %}{% if x %}") == [
        (0, "for is never closed."),
        (1, "if is never closed."),
    ]


def test_a_stray_end_is_named():
    assert faults("{% endif %}") == [(0, "endif closes a block that was never opened.")]


def test_a_stray_branch_is_named():
    assert faults("{% else %}{% for x in y %}{% elif z %}{% endfor %}") == [
        (0, "else stands in no block that it belongs to."),
        (2, "elif stands in no block that it belongs to."),
    ]


def test_crossed_blocks_are_named_at_the_inner_opening():
    assert faults("{% for x in y %}{% if x %}{% endfor %}{% endif %}") == [
        (1, "if is still open where endfor closes the block round it."),
        (3, "endif closes a block that was never opened."),
    ]


def test_what_a_document_cannot_do_is_refused():
    assert faults("{% include %}{% import 'a' as b %}{% spam %}{% %}") == [
        (0, "It needs the name of a document."),
        (1, "Another file cannot be imported."),
        (2, "'spam' is no tag."),
        (3, "The tag is empty."),
    ]


def test_a_name_is_set_by_a_tag_or_by_a_block():
    assert blocks("{% set a, b.c = 1 %}{% set d %}x{% endset %}{% set e|upper %}{% endset %}") == [
        ("set", (0,)),
        ("set", (1, 2)),
        ("set", (3, 4)),
    ]


def test_macros_calls_and_filters_are_blocks():
    assert blocks("{% macro m() %}{% endmacro %}{% call m() %}{% endcall %}") == [
        ("macro", (0, 1)),
        ("call", (2, 3)),
    ]


def test_a_block_knows_the_ways_out_of_it():
    found, _ = match(
        enumerate(scan("{% for x in y %}{% if x %}{% break %}{% endif %}{% endfor %}")[0])
    )
    assert [(block.word, block.exits) for block in found] == [
        ("break", ()),
        ("if", ()),
        ("for", (2,)),
    ]


def test_a_loop_is_left_from_inside_of_it_alone():
    assert faults(
        "{% break %}{% for x in y %}{% set a %}{% continue %}{% endset %}{% endfor %}"
    ) == [
        (0, "break stands in no loop."),
        (3, "continue stands in no loop."),
    ]


def test_a_block_has_one_prefix_and_that_of_runs_is_none():
    assert faults("{%p if a %}{%p else %}{% endif %}{%r if a %}{% endif %}") == [
        (2, "It belongs to a block that begins with {%p if %}."),
    ]
