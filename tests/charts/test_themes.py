"""The look is the office's file; what is wrong in it is said line by line."""

from __future__ import annotations

from pathlib import Path

import pytest
from linden import THEME_FILE, flagship_theme

from generator.charts import read_theme
from generator.documents.charts.look import Colour
from generator.files import read_yaml

TEXT = (Path(__file__).parents[2] / THEME_FILE).read_text(encoding="utf-8")


def problems(old: str, new: str) -> list[tuple[str, str]]:
    assert old in TEXT
    theme, found = read_theme(read_yaml(TEXT.replace(old, new).encode(), THEME_FILE))
    assert theme is None
    assert all(problem.place.line for problem in found)
    return [(problem.problem, problem.next) for problem in found]


def test_a_native_chart_follows_the_theme_of_its_document() -> None:
    look = flagship_theme().look("slide", "zh-Hans")
    assert look.series[0] == Colour("0F6E7F", "accent1")
    assert look.muted == Colour("B4C0C5")
    assert (look.label, look.focus, look.size) == (16, 24, (20.4, 11.5))
    assert flagship_theme().look("word", "zh-Hans", (8, 4)).size == (8, 4)


@pytest.mark.parametrize(
    ("locale", "face", "lang"),
    [
        ("zh-Hans", "微软雅黑", "zh-CN"),
        ("zh-Hant", "微軟正黑體", "zh-TW"),
        ("zh-HK", "微軟正黑體", "zh-HK"),
        ("en", "Microsoft YaHei", "en-US"),
        ("de", "微软雅黑", "zh-CN"),
    ],
)
def test_each_locale_has_its_faces(locale: str, face: str, lang: str) -> None:
    look = flagship_theme().look("word", locale)
    assert (look.ea, look.lang) == (face, lang)


def test_text_colours_can_be_read_on_white() -> None:
    theme = flagship_theme()
    for name in ("ink", "deep", "river", "sea", "vermilion", "grey", "ochre"):
        assert theme.colours[name].contrast_to_white >= 4.5


@pytest.mark.parametrize(
    ("old", "new", "problem", "next"),
    [
        (
            "grey: 5A676E", "grey: 9A9A9A",
            "Words in “grey” cannot be read on “white”: their contrast is 2.8 : 1.",
            "Make “grey” darker (or the ground lighter), 4.5 : 1 at least.",
        ),
        (
            "ink: 1B2A32 dk1", "ink: 1B2A3 dk1", "colours: “1B2A3 dk1” is not a colour.",
            "Write six hexadecimal digits and, if there is one, the theme slot: 0F6E7F accent1.",
        ),
        (
            "series: [river, sand,", "series: [river, gold,",
            "The colour “gold” is used and not defined.", "Add “gold: RRGGBB” to colours.",
        ),
        (
            "focus: 24", "focus: big", "chart: “big” is not a size above zero.",
            "Write a number such as 14.",
        ),
        (
            "axis_line: 1\n", "axis: 1\n", "chart: “axis” is unknown here.",
            "Write exactly: slide, word, gap_many, gap_two, gap_bars, axis_line, outline, line.",
        ),
        (
            "  outline: stone ", "  outline: slate ",
            "The colour “slate” is used and not defined.", "Add “slate: RRGGBB” to colours.",
        ),
        (
            "  quiet: grey ", "  silent: grey ", "roles: “silent” is unknown here.",
            "Write exactly: text, heading, subject, emphasis, quiet, earlier, outline, line, ground.",
        ),
        ("fonts:\n", "font:\n", "theme “theme” has no field “font”.", "Did you mean “fonts”?"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_theme_is_said(old: str, new: str, problem: str, next: str) -> None:
    assert (problem, next) in problems(old, new)


def test_a_colour_may_have_any_name_for_its_role() -> None:
    renamed = TEXT.replace("river", "plum").replace("stone", "dust").replace("ink", "coal")
    theme, found = read_theme(read_yaml(renamed.encode(), THEME_FILE))
    assert found == []
    assert theme is not None
    assert theme.colour("subject") == Colour("0F6E7F", "accent1")
    assert theme.look("slide", "zh-Hans") == flagship_theme().look("slide", "zh-Hans")
