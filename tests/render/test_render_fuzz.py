"""Whatever compiles is well formed and properly nested for every context."""

from __future__ import annotations

import random

import pytest
from lxml import etree
from tiny import A, P, W, deck, made, member, p, r, shape, slide_table, table, word

from generator.model import FactpackError, Said
from generator.render import compile_template

TAGS = (
    "{% for x in xs %}", "{% endfor %}", "{% if a %}", "{% else %}", "{% endif %}",
    "{% if b %}", "{% set n = 1 %}", "{{ v }}", "{{ f }}",
)  # fmt: skip
CONTEXTS = [
    {"xs": list(range(count)), "a": a, "b": b, "v": "值", "f": Said("1", "key")}
    for count in (0, 1, 3)
    for a in (True, False)
    for b in (True, False)
]
PARENTS = {
    f"{{{W}}}p": {"body", "tc", "txbxContent"},
    f"{{{W}}}tbl": {"body", "tc"},
    f"{{{W}}}tr": {"tbl"},
    f"{{{W}}}tc": {"tr"},
    f"{{{W}}}r": {"p", "hyperlink", "sdtContent"},
    f"{{{W}}}sdt": {"p", "hyperlink"},
    f"{{{W}}}t": {"r"},
    f"{{{A}}}p": {"txBody"},
    f"{{{A}}}r": {"p"},
    f"{{{A}}}t": {"r"},
    f"{{{A}}}tr": {"tbl"},
    f"{{{A}}}tc": {"tr"},
}


class Maker:
    """Random skeletons: a few tags strewn over a few texts."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.open: list[str] = []

    def text(self) -> str:
        parts = ["文" if self.random.random() < 0.5 else ""]
        for _ in range(self.random.choice((0, 0, 1, 1, 2, 3))):
            parts += [self.tag(), self.random.choice(("", "", "字", " "))]
        return "".join(parts)

    def tag(self) -> str:
        """Mostly a tag that fits what is open, so that many skeletons compile."""
        if self.open and self.random.random() < 0.5:
            return self.open.pop()
        tag = self.random.choice(TAGS)
        if tag.startswith("{% for"):
            self.open.append("{% endfor %}")
        elif tag.startswith("{% if"):
            self.open.append("{% endif %}")
        elif tag.startswith("{% e"):
            return ""
        return tag

    def rest(self) -> str:
        tail, self.open = "".join(reversed(self.open)), []
        return tail

    def word(self, depth: int = 0) -> str:
        blocks = []
        for _ in range(self.random.randint(1, 4)):
            kind = self.random.random()
            if kind < 0.55 or depth > 1:
                cut = self.random.randint(1, 3)
                blocks.append(p(*(self.text() for _ in range(cut))))
            elif kind < 0.65:
                link = f"<w:hyperlink>{r(self.text())}{r(self.text())}</w:hyperlink>"
                blocks.append(p(self.text(), link, self.text()))
            else:
                rows = [
                    tuple(self.cell(depth) for _ in range(2))
                    for _ in range(self.random.randint(1, 4))
                ]
                blocks.append(table(*rows) + p(self.text()))
        if depth == 0:
            blocks.append(p(self.rest()))
        return "".join(blocks)

    def cell(self, depth: int) -> str:
        return self.word(depth + 1) + p(self.text()) if self.random.random() < 0.2 else self.text()

    def slide(self) -> str:
        rows = [tuple(self.text() for _ in range(2)) for _ in range(self.random.randint(1, 4))]
        lines = [self.text() for _ in range(self.random.randint(1, 4))]
        return shape("\n".join(lines)) + slide_table(*rows[:-1], ("", self.rest() + rows[-1][1]))


def check(xml: str) -> None:
    """Well formed, every element under a parent that may hold it, nothing emptied."""
    root = etree.fromstring(xml.encode())
    for node in root.iter(etree.Element):
        parents = PARENTS.get(str(node.tag))
        parent = node.getparent()
        if parents and parent is not None:
            assert etree.QName(parent).localname in parents, (node.tag, parent.tag)
    for cell in root.iter(f"{{{W}}}tc"):
        assert cell[-1].tag == f"{{{W}}}p"
    for row in root.iter(f"{{{W}}}tr"):
        assert row.find(f"{{{W}}}tc") is not None
    for tbl in root.iter(f"{{{W}}}tbl", f"{{{A}}}tbl"):
        assert any(etree.QName(child).localname == "tr" for child in tbl)
        follower = tbl.getnext()
        assert follower is None or follower.tag != f"{{{W}}}tbl"
    for text_body in root.iter(f"{{{P}}}txBody", f"{{{A}}}txBody"):
        assert text_body.find(f"{{{A}}}p") is not None


@pytest.mark.parametrize("start", range(0, 400, 50))
def test_a_word_template_that_compiles_is_sound_for_every_context(start: int):
    compiled = 0
    for seed in range(start, start + 50):
        compiled += sound(word(Maker(seed).word()), "word/document.xml")
    assert compiled > 5


@pytest.mark.parametrize("start", range(0, 200, 50))
def test_a_deck_that_compiles_is_sound_for_every_context(start: int):
    compiled = 0
    for seed in range(start, start + 50):
        compiled += sound(deck(Maker(seed).slide()), "ppt/slides/slide1.xml")
    assert compiled > 5


def sound(data: bytes, name: str) -> bool:
    try:
        template = compile_template(data, "fuzz")
    except FactpackError:
        return False
    for context in CONTEXTS:
        check(member(made(template, context).data, name))
    return True
