"""Any tree of loops and conditions gives what plain Jinja2 gives for the same data.

Word and PowerPoint keep a few rules of their own: a cell ends with a paragraph, a text box has
one, a table without rows and a row without cells go, two tables never touch, and the rows of a
slide's table are equally long. They are added to what Jinja gives before the two are compared.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor

import pytest
from jinja2 import Environment, Template
from lxml import etree
from random_author import Author
from random_trees import DeckTrees, Node, WordTrees, script
from test_render_slides import slide_names
from tiny import NOON, A, P, W, member

from generator.model import FactpackError
from generator.render import compile_template, render

Shape = tuple[str, object]

JINJA = Environment(autoescape=True, extensions=["jinja2.ext.loopcontrols"])
VALUES = ("值", "R&D <x>", "Ab", "٣ و ٤", "🙂")


def data(seed: int) -> dict[str, object]:
    """Values, and lists of things with lists in them."""
    source = random.Random(seed)

    def things(depth: int) -> list[dict[str, object]]:
        return [
            {
                "t": source.choice(VALUES),
                "n": source.randint(0, 3),
                "ok": source.random() < 0.5,
                "ys": things(depth + 1) if depth < 2 else [],
            }
            for _ in range(source.choice((0, 1, 2, 3)))
        ]

    return {
        "v": source.choice(VALUES), "w": source.choice(VALUES), "e": "", "n": source.randint(0, 3),
        "a": source.random() < 0.5, "b": source.random() < 0.5, "xs": things(0),
    }  # fmt: skip


# -- what Jinja gives ----------------------------------------------------------------------------


def expected(plain: Template, context: Mapping[str, object], *, slides: bool) -> list[Shape]:
    root = etree.fromstring(f"<all>{plain.render(context)}</all>")
    return [_said(node, slides) for node in root] if slides else _blocks(root, slides)


def _said(node: etree._Element, slides: bool) -> Shape:
    if node.tag == "p":
        return "p", node.text or ""
    if node.tag == "table":
        return "table", _rows(node, slides)
    if node.tag == "slide":
        told = (_said(one, slides) for one in node)
        return "slide", [one for one in told if one != ("table", [])]
    return node.tag, _blocks(node, slides)


def _rows(table: etree._Element, slides: bool) -> list[list[list[Shape]]]:
    rows = [[_blocks(cell, slides) for cell in row] for row in table]
    rows = [row for row in rows if row]
    widest = max(map(len, rows), default=0)
    return [row + [[("p", "")]] * (widest - len(row)) for row in rows] if slides else rows


def _blocks(node: etree._Element, slides: bool) -> list[Shape]:
    found: list[Shape] = []
    for one in (_said(child, slides) for child in node):
        if one == ("table", []):
            continue
        if found and found[-1][0] == one[0] == "table":
            found.append(("p", ""))
        found.append(one)
    if not found or found[-1][0] != "p":
        found.append(("p", ""))
    return found


# -- what we give --------------------------------------------------------------------------------


def in_word(whole: bytes) -> list[Shape]:
    root = etree.fromstring(member(whole, "word/document.xml").encode())
    return _found(root[0], W)


def in_deck(whole: bytes) -> list[Shape]:
    trees = [
        etree.fromstring(member(whole, name).encode()).find(f".//{{{P}}}spTree")
        for name in slide_names(whole)
    ]
    return [("slide", [_shape(shape) for shape in tree]) for tree in trees if tree is not None]


def _shape(shape: etree._Element) -> Shape:
    table = shape.find(f".//{{{A}}}tbl")
    return ("box", _found(shape.find(f"{{{P}}}txBody"), A)) if table is None else _table(table, A)


def _table(table: etree._Element, space: str) -> Shape:
    return "table", [
        [_found(cell if space == W else cell[0], space) for cell in row.findall(f"{{{space}}}tc")]
        for row in table.findall(f"{{{space}}}tr")
    ]


def _found(holder: Iterable[etree._Element], space: str) -> list[Shape]:
    found: list[Shape] = []
    for node in holder:
        if node.tag == f"{{{space}}}p":
            found.append(("p", "".join(text.text or "" for text in node.iter(f"{{{space}}}t"))))
        elif node.tag == f"{{{space}}}tbl":
            found.append(_table(node, space))
    return found


# -- and that they are the same ------------------------------------------------------------------

QUICK, ALL = 300, 5_000  # trees of each format


def check_word(seed: int) -> None:
    nodes = WordTrees(seed).body()
    template = Author(seed).word(nodes)
    compare(seed, nodes, template, slides=False)


def check_deck(seed: int) -> None:
    nodes = DeckTrees(seed).slides()
    template = Author(seed).deck(nodes)
    compare(seed, nodes, template, slides=True)


def compare(seed: int, nodes: Sequence[Node], file: bytes, *, slides: bool) -> None:
    try:
        template = compile_template(file, "fuzz")
    except FactpackError as refused:
        raise AssertionError(f"seed {seed}: {refused.problems}\n{script(nodes)}") from None
    plain = JINJA.from_string(script(nodes))
    for number in range(2):
        context = data(seed * 2 + number)
        rendered = render(template, context, {}, base="", when=NOON)
        assert rendered.problems == (), f"seed {seed}, data {number}"
        shown = in_deck(rendered.data) if slides else in_word(rendered.data)
        wanted = expected(plain, context, slides=slides)
        assert shown == wanted, f"seed {seed}, data {number}: {script(nodes)}"


@pytest.mark.parametrize("start", range(0, QUICK, 100))
def test_a_tree_in_word_gives_what_jinja_gives(start: int):
    for seed in range(start, start + 100):
        check_word(seed)


@pytest.mark.parametrize("start", range(0, QUICK, 100))
def test_a_tree_in_a_deck_gives_what_jinja_gives(start: int):
    for seed in range(start, start + 100):
        check_deck(seed)


@pytest.mark.benchmark
@pytest.mark.parametrize("check", [check_word, check_deck])
def test_five_thousand_trees_give_what_jinja_gives(check: Callable[[int], None]):
    with ProcessPoolExecutor() as workers:
        for _ in workers.map(check, range(QUICK, ALL), chunksize=100):
            pass
