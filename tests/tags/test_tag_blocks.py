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
    assert faults("{% include 'a' %}{% set a %}{% macro b() %}{% spam %}{% %}") == [
        (0, "Another file cannot be included."),
        (1, "set needs a value."),
        (2, "A macro cannot be made inside a document."),
        (3, "'spam' is no tag."),
        (4, "The tag is empty."),
    ]
