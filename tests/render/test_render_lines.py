"""A line of text with tags that stands in no Office file."""

from __future__ import annotations

from tiny import figure

from generator.model import Place, Problem
from generator.render.lines import render_line

PLACE = Place("templates/pack.yaml", 7)


def test_a_line_is_filled():
    names = {"year": "2025", "firms": figure("firms", "1184家")}
    written = "{% if year %}{{ year }}年{% endif %}：{{ firms }} & 其他"
    assert render_line(written, names, {}, PLACE) == ("2025年：1184家 & 其他", [])


def test_a_line_without_tags_is_itself():
    assert render_line("年报", {}, {}, PLACE) == ("年报", [])


def test_a_line_that_fails_is_told_where_it_is_written():
    assert render_line("{{ yeer }}", {"year": "2025"}, {}, PLACE) == (
        "",
        [Problem("error", PLACE, "“{{ yeer }}”: There is no 'yeer'.", "Did you mean 'year'?")],
    )


def test_a_line_that_cannot_be_read_is_told_where_it_is_written():
    text, problems = render_line("{{ year", {}, {}, PLACE)
    assert (text, [problem.place for problem in problems]) == ("", [PLACE])
