"""Slide tags find their blocks from slide to slide."""

from __future__ import annotations

from generator.tags.scan import scan
from generator.tags.slide_blocks import Around, match_slides


def around(*slides: str) -> list[tuple[str, str]]:
    """The words of the tags before and after each slide, from the texts on it."""
    arounds, faults, words = matched(*slides)
    assert faults == []
    return [
        (" ".join(words[n] for n in one.before), " ".join(words[n] for n in one.after))
        for one in arounds
    ]


def faults(*slides: str) -> list[str]:
    _, found, words = matched(*slides)
    return [f"{words[fault.tag]}: {fault.problem} {fault.next}" for fault in found]


def matched(*slides: str) -> tuple[list[Around], list, dict[int, str]]:
    words: dict[int, str] = {}
    numbered = []
    for slide in slides:
        own = []
        for tag in scan(slide)[0]:
            own.append((len(words), tag))
            words[len(words)] = tag.word
        numbered.append(own)
    return *match_slides(numbered), words


def test_a_slide_tag_is_read_without_its_prefix():
    (tag,), slips = scan("{%slide for x in xs %}")
    assert (tag.prefix, tag.word, tag.source, slips) == ("slide", "for", "{% for x in xs %}", [])
    assert scan("{% slide endfor -%}")[0][0].source == "{% endfor %}"


def test_a_name_may_begin_as_a_prefix_does():
    assert scan("{% if slide %}")[0][0].prefix == ""
    assert scan("{{ slide }}")[0][0].source == "{{ slide }}"


def test_a_loop_on_one_slide_stands_round_it():
    assert around("{%slide for x in xs %}{%slide endfor %}") == [("for", "endfor")]


def test_a_loop_stands_round_all_slides_from_its_opening_to_its_closing():
    slides = ("", "{%slide for x in xs %}", "", "{%slide endfor %}", "")
    assert around(*slides) == [("", ""), ("for", ""), ("", ""), ("", "endfor"), ("", "")]


def test_where_on_its_slide_a_tag_stands_says_nothing():
    assert around("{%slide endfor %}{%slide for x in xs %}") == [("for", "endfor")]


def test_blocks_on_one_slide_close_from_the_inside():
    slide = "{%slide if a %}{%slide endif %}{%slide for x in xs %}{%slide endfor %}"
    assert around(slide) == [("if for", "endfor endif")]


def test_a_branch_begins_with_the_slide_it_stands_on():
    slides = ("{%slide if a %}", "{%slide elif b %}", "{%slide else %}{%slide endif %}")
    assert around(*slides) == [("if", ""), ("elif", ""), ("else", "endif")]


def test_names_are_set_before_the_slide():
    assert around("{%slide set x = 1 %}") == [("set", "")]


def test_two_branches_cannot_begin_with_one_slide():
    assert faults("{%slide if a %}{%slide else %}{%slide endif %}") == [
        "else: this slide belongs to another branch already. "
        "Put the tag on the first slide of its branch."
    ]


def test_what_is_not_closed_is_told_at_its_opening():
    assert faults("{%slide for x in xs %}", "") == [
        "for: for is never closed. Add {%slide endfor %}."
    ]


def test_what_was_never_opened_is_told():
    assert faults("{%slide endif %}", "{%slide else %}") == [
        "endif: endif closes a block that was never opened. Remove it.",
        "else: else stands in no block that it belongs to. Remove it.",
    ]


def test_crossed_blocks_are_told():
    slides = ("{%slide for x in xs %}", "{%slide if a %}", "{%slide endfor %}", "{%slide endif %}")
    assert faults(*slides) == [
        "if: if is still open where endfor closes the block round it. Put {%slide endif %} before it.",
        "endif: endif closes a block that was never opened. Remove it.",
    ]
