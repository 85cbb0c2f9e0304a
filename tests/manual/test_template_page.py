"""The page about the language says what the engine does: every row is run, nothing is left out."""

from __future__ import annotations

import re

import example_runs
import pytest
import slide_pages
import word_pages
from jinja2 import nodes
from page_rows import PAGES, Example, examples

import generator.render as engine
from docs.make.pages import PAGES as LANGUAGES
from docs.make.pages import filled
from generator.documents.packages.kinds import KINDS
from generator.model import FactpackError
from generator.render.rich import Rich
from generator.render.rich_blocks import Block
from generator.render.script import TAGS_MOST
from generator.resolve import FILTERS
from generator.resolve.vocabulary import NAMES
from generator.tags import blocks, bounds, environment, scan

EXAMPLES = examples("templates.md")
WORD = [one for one in EXAMPLES if one.runs in ("both", "word")]
SLIDES = [one for one in EXAMPLES if one.runs in ("both", "slides")]
REFUSED = [one for one in EXAMPLES if one.runs == "refused"]
TEXTS = {name: path.read_text(encoding="utf-8") for name, path in PAGES.items()}
LANGUAGE = environment.Language()


def plain(text: str) -> str:
    """Blanks that no table of Markdown keeps are the same."""
    return re.sub(r"\s+", " ", text).strip()


# -- every row is true -----------------------------------------------------------------------


@pytest.mark.parametrize("one", WORD, ids=str)
def test_a_row_gives_in_word_what_the_page_says(one: Example):
    made = example_runs.run(word_pages.template(one.template), one.data, "a.docx")
    assert made.problems == ()
    assert plain(word_pages.shown(made.data, one.template)) == plain(one.gives)


@pytest.mark.parametrize("one", SLIDES, ids=str)
def test_a_row_gives_in_powerpoint_what_the_page_says(one: Example):
    made = example_runs.run(slide_pages.template(one.template), one.data, "a.pptx")
    assert made.problems == ()
    assert plain(slide_pages.shown(made.data, one.template)) == plain(one.gives)


@pytest.mark.parametrize("one", REFUSED, ids=str)
def test_a_row_is_refused_as_the_page_says(one: Example):
    assert plain(told(one)) == plain(one.gives)


def told(one: Example) -> str:
    """The only problem of a template, without the tag that it begins with."""
    try:
        made = example_runs.run(word_pages.template(one.template), one.data, "a.docx")
        (problem,) = made.problems
    except FactpackError as refused:
        (problem,) = refused.problems
    said = re.sub(r"^\{\{ x: |^\{[^:]*?[%}]\}: ", "", problem.problem)
    return f"{said} → {problem.next}"


def test_both_pages_have_the_same_rows():
    assert examples("templates.zh-CN.md") == EXAMPLES


@pytest.mark.parametrize("name", TEXTS)
def test_the_tables_are_as_they_are_made(name: str):
    assert filled(TEXTS[name], LANGUAGES[name]) == TEXTS[name]


@pytest.mark.parametrize("name", TEXTS)
def test_every_row_says_what_it_is(name: str):
    rows = [line for line in TEXTS[name].splitlines() if line.startswith("| `")]
    assert [row for row in rows if re.search(r"\| *\|$", row)] == []


# -- nothing is left out ---------------------------------------------------------------------


def tags() -> list[scan.Tag]:
    """Every tag of every row that gives something."""
    return [tag for one in EXAMPLES if one.runs != "refused" for tag in scan.scan(one.template)[0]]


def trees() -> list[nodes.Template]:
    """What Jinja makes of the rows, each with its blocks whole; it knows no tags of cells."""
    return [
        LANGUAGE.parse(
            "".join(
                tag.source for tag in scan.scan(one.template)[0] if tag.word not in ("hm", "vm")
            )
        )
        for one in EXAMPLES
        if one.runs != "refused"
    ]


def test_every_filter_is_shown():
    used = {node.name for tree in trees() for node in tree.find_all(nodes.Filter)}
    used |= {word.word for word in tags() if word.word in environment_filters()}
    used |= {  # {% filter upper %} and map("upper")
        argument.value
        for tree in trees()
        for node in tree.find_all(nodes.Filter)
        if node.name == "map"
        for argument in node.args
    }
    assert used == environment_filters()


def environment_filters() -> set[str]:
    return {*LANGUAGE.filters, *FILTERS}


def test_every_test_is_shown():
    asking = ("select", "reject", "selectattr", "rejectattr")
    used = {node.name for tree in trees() for node in tree.find_all(nodes.Test)}
    used |= {
        argument.value
        for tree in trees()
        for node in tree.find_all(nodes.Filter)
        if node.name in asking
        for argument in node.args
        if isinstance(argument, nodes.Const) and argument.value in LANGUAGE.tests
    }
    assert used == set(LANGUAGE.tests)


def test_every_name_that_is_always_there_is_shown():
    used = {node.name for tree in trees() for node in tree.find_all(nodes.Name)}
    always = {*LANGUAGE.globals, "range", "loop", "caller", "varargs", "kwargs"}
    drawn = {"chart", "picture", "subdoc"}
    assert {*always, *drawn, *(word.name for word in NAMES)} - used == set()


def test_every_word_of_a_tag_is_shown():
    known = {
        *blocks._OPENERS, *blocks._OPENERS.values(), *blocks._BRANCHES, *blocks._EXITS,
        *blocks.CELL_WORDS, *scan._OF_CELLS, "chart", "picture", "subdoc", "raw",
    }  # fmt: skip
    used = {tag.word for tag in tags()} - {""}
    assert used == known
    assert any(tag.kind == "comment" for tag in tags())
    assert any("{% include" in tag.written for tag in tags())


def test_every_word_that_is_refused_is_shown():
    words = {word for one in REFUSED for word in re.findall(r"\{% (\w+)", one.template)}
    assert blocks._REFUSED.keys() - words - {"include"} == set()


def test_every_prefix_is_shown():
    used = {(tag.written[:2], tag.prefix) for tag in tags() if tag.prefix}
    assert used >= {
        ("{%", "p"), ("{%", "tr"), ("{%", "tc"), ("{%", "r"), ("{%", "slide"), ("{%", "shape"),
        ("{{", "p"), ("{{", "tr"), ("{{", "r"), ("{#", "p"),
    }  # fmt: skip
    assert any(tag.left and tag.right for tag in tags())


def test_everything_that_a_loop_knows_is_shown():
    from jinja2.runtime import LoopContext

    known = {name for name in vars(LoopContext) if not name.startswith("_")}
    used = {
        node.attr
        for tree in trees()
        for node in tree.find_all(nodes.Getattr)
        if isinstance(node.node, nodes.Name) and node.node.name == "loop"
    }
    assert known - used == set()


@pytest.mark.parametrize("name", TEXTS)
def test_every_method_of_a_text_is_listed(name: str):
    listed = TEXTS[name].split("<!-- text methods -->")[1].split("<!-- end -->")[0]
    assert set(re.findall(r"`(\w+)`", listed)) == environment._TEXT_METHODS


@pytest.mark.parametrize("name", TEXTS)
def test_every_value_is_told(name: str):
    rich = {
        word
        for word in engine.__all__
        if isinstance(kind := getattr(engine, word), type) and issubclass(kind, Rich | Block)
    }
    assert {word for word in rich | {"Picture"} if word not in TEXTS[name]} == set()
    shown = " ".join(one.data for one in EXAMPLES)
    assert {word for word in rich if f"{word}(" not in shown} == set()


@pytest.mark.parametrize("name", TEXTS)
def test_kinds_limits_and_options_are_those_of_the_engine(name: str):
    limits = (bounds.STEPS_MOST, bounds.OUTPUT_MOST, bounds.TEXT_MOST, TAGS_MOST)
    wanted = [f"{limit:,}" for limit in limits] + [f"{bounds.SECONDS_MOST:g}", *KINDS]
    wanted += ["--scopes docxtpl", "--undefined empty", "--annotate"]
    assert [word for word in wanted if word not in TEXTS[name]] == []
