"""Whatever compiles is well formed and properly nested for every context."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

import pytest
from lxml import etree
from tiny import NOON, A, P, W, deck, member, p, r, shape, slide_table, table, word

from generator.model import FactpackError, Said
from generator.render import compile_template, render

TAGS = (
    "{% for x in xs %}", "{% endfor %}", "{% if a %}", "{% else %}", "{% endif %}",
    "{% if b %}", "{% set n = 1 %}", "{{ v }}", "{{ f }}",
)  # fmt: skip
CLOSERS = {
    "{% for x in xs %}": "{% endfor %}", "{% if a %}": "{% endif %}", "{% if b %}": "{% endif %}",
}  # fmt: skip
ALL_CLOSERS = CLOSERS | {
    "{%- if a -%}": "{%- endif -%}", "{% if b -%}": "{%- endif %}",
    "{%- for x in xs %}": "{% endfor -%}", "{%p if a %}": "{%p endif %}",
    "{%p for x in xs %}": "{%p endfor %}", "{%tr for x in xs %}": "{%tr endfor %}",
    "{%tr if b %}": "{%tr endif %}", "{%tc for x in xs %}": "{%tc endfor %}",
    "{%tc if a %}": "{%tc endif %}", "{%r if a %}": "{%r endif %}",
    "{%r for x in xs %}": "{%r endfor %}", "{% set c %}": "{% endset %}",
    "{% filter upper %}": "{% endfilter %}", "{% with n = 1 %}": "{% endwith %}",
    "{% macro m() %}": "{% endmacro %}", "{%p macro m() %}": "{%p endmacro %}",
    "{%tr macro m() %}": "{%tr endmacro %}", "{%tc macro m() %}": "{%tc endmacro %}",
    "{% call m() %}": "{% endcall %}", "{% for x in ts recursive %}": "{% endfor %}",
    "{%p for x in ts recursive %}": "{%p endfor %}",
}  # fmt: skip
ALL_TAGS = (
    *TAGS, *ALL_CLOSERS, "{{p v }}", "{{r f }}", "{{tr m() }}", "{{tc m() }}", "{{p m() }}",
    "{{ m() }}", "{{ loop(x) }}", "{{p loop(x) }}", "{% break %}", "{% continue %}", "{#p x #}",
    "{#tr x #}", "{#tc x #}", "{% vm %}", "{% hm %}", "{% colspan 2 %}", "{% cellbg col %}",
    "{%p set n = 1 %}", "{_{", "{{ n }}", "{% raw %}{{ x }}{% endraw %}",
)  # fmt: skip
CONTEXTS = [
    {
        "xs": list(range(count)),
        "ts": [[]] * (count - 1) + [[[]]],
        "col": "FF0000",
        "a": a,
        "b": b,
        "v": "值",
        "f": Said("1", "key"),
    }
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

    def __init__(
        self, seed: int, tags: Sequence[str] = TAGS, closers: Mapping[str, str] = CLOSERS
    ) -> None:
        self.random = random.Random(seed)
        self.tags, self.closers = tags, closers
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
        tag = self.random.choice(self.tags)
        if tag in self.closers:
            self.open.append(self.closers[tag])
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


class Builder:
    """Templates as an author writes them: every tag where it belongs, now and then one astray."""

    ROUND = (
        ("{%p if a %}", "{%p endif %}"), ("{%p for x in xs %}", "{%p endfor %}"),
        ("{% if b %}", "{% endif %}"), ("{% for x in xs %}", "{% endfor %}"),
        ("{%p for x in xs %}{%p if a %}", "{%p endif %}{%p endfor %}"),
        ("{%- if a -%}", "{%- endif -%}"), ("{%- for x in xs -%}", "{%- endfor -%}"),
        ("{% for x in ts recursive %}", "{% endfor %}"), ("{% macro m() %}", "{% endmacro %}"),
        ("{%p macro m() %}", "{%p endmacro %}"), ("{% with n = 2 %}", "{% endwith %}"),
    )  # fmt: skip
    INSIDE = (
        ("{% if a %}", "{% endif %}"), ("{% for x in xs %}", "{% endfor %}"),
        ("{% set c %}", "{% endset %}"), ("{% filter upper %}", "{% endfilter %}"),
        ("{% macro k() %}", "{% endmacro %}"), ("{% call k() %}", "{% endcall %}"),
        ("{%r if b %}", "{%r endif %}"), ("{% for x in ts recursive %}", "{% endfor %}"),
    )  # fmt: skip
    ALONE = (
        "{{ v }}", "{{ f }}", "{{ k() }}", "{{ m() }}", "{{ loop(x) }}", "{{p v }}", "{{p m() }}",
        "{% set n = 1 %}", "{#p x #}", "{_{", "{{ n }}", "{% if a %}{% break %}{% endif %}",
        "{{p loop(x) }}",
    )  # fmt: skip
    OF_CELLS = ("{% vm %}", "{% hm %}", "{% colspan 2 %}", "{% cellbg col %}", "", "", "")

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def chance(self, part: float) -> bool:
        return self.random.random() < part

    def text(self, depth: int = 0) -> str:
        if self.chance(0.4):
            return self.random.choice(("文", "a b ", "{{ v }}", "{{ f }}"))
        if self.chance(0.5) or depth > 1:
            return self.random.choice(self.ALONE)
        opening, closing = self.random.choice(self.INSIDE)
        return f"{self.text(2)}{opening}{self.text(depth + 1)}{closing}{self.text(2)}"

    def blocks(self, depth: int = 0) -> list[str]:
        """Paragraphs (texts) and tables (rows) in the format's own words."""
        found: list[str] = []
        for _ in range(self.random.randint(1, 3)):
            if self.chance(0.35) and depth < 3:
                opening, closing = self.random.choice(self.ROUND)
                if self.chance(0.05):
                    closing = self.text()
                found += [self.line(opening), *self.blocks(depth + 1), self.line(closing)]
            elif self.chance(0.2) and depth < 2:
                found += [self.table(depth), self.line(self.text())]
            else:
                found.append(self.line(self.text()))
        return found

    def line(self, text: str) -> str:
        at = self.random.randint(0, len(text))
        return p(text) if self.chance(0.7) else p(text[:at], r(text[at:], "<w:b/>"))

    def rows(self) -> list[tuple[str, ...]]:
        width = self.random.randint(1, 3)
        blank = ("",) * (width - 1)
        rows: list[tuple[str, ...]] = []
        for _ in range(self.random.randint(1, 3)):
            cells = [self.random.choice(self.OF_CELLS) + self.text() for _ in range(width)]
            if self.chance(0.3):
                prefix = self.random.choice(("", "tc"))
                cells = [f"{{%{prefix} for x in xs %}}", *cells, f"{{%{prefix} endfor %}}"]
            row = [tuple(cells)]
            if self.chance(0.5):
                word = self.random.choice(("for x in xs", "if a"))
                prefix = self.random.choice(("", "tr"))
                row = [
                    (f"{{%{prefix} {word} %}}", *blank), *row,
                    (f"{{%{prefix} end{word[:3].strip()} %}}", *blank),
                ]  # fmt: skip
            rows += row
        return rows

    def table(self, depth: int) -> str:
        rows = self.rows()
        if self.chance(0.2):
            rows[-1] = ("".join(self.blocks(depth + 1)) + p("末"), *rows[-1][1:])
        widest = max(map(len, rows))
        return table(*rows).replace("<w:gridCol/>" * len(rows[0]), "<w:gridCol/>" * widest)

    def slide(self) -> str:
        lines: list[str] = []
        for _ in range(self.random.randint(1, 3)):
            opening, closing = self.random.choice(self.ROUND)
            inside = [self.text() for _ in range(2)]
            lines += [opening, *inside, closing] if self.chance(0.5) else inside
        rows = self.rows()
        widest = max(map(len, rows))
        return shape("\n".join(lines)) + slide_table(
            *((*row, *("",) * (widest - len(row))) for row in rows)
        )


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
        check_grid(tbl)
    for text_body in root.iter(f"{{{P}}}txBody", f"{{{A}}}txBody"):
        assert text_body.find(f"{{{A}}}p") is not None


def check_grid(tbl: etree._Element) -> None:
    """No row is wider than the grid; in a slide each is as wide."""
    space = W if tbl.tag == f"{{{W}}}tbl" else A
    columns = len(tbl.findall(f"{{{space}}}tblGrid/{{{space}}}gridCol"))
    for row in tbl.findall(f"{{{space}}}tr"):
        cells = row.findall(f"{{{space}}}tc")
        if space == A:
            assert len(cells) == columns
        else:
            spans = [cell.find(f"{{{W}}}tcPr/{{{W}}}gridSpan") for cell in cells]
            assert columns >= sum(
                1 if span is None else int(span.get(f"{{{W}}}val", "")) for span in spans
            )


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


@pytest.mark.parametrize("start", range(0, 400, 100))
def test_tags_of_the_whole_language_strewn_over_word_are_sound_or_refused(start: int):
    for seed in range(start, start + 100):
        sound(word(Maker(seed, ALL_TAGS, ALL_CLOSERS).word()), "word/document.xml", refusing=True)


@pytest.mark.parametrize("start", range(0, 400, 100))
def test_a_word_template_of_the_whole_language_is_sound_or_refused(start: int):
    compiled = 0
    for seed in range(start, start + 100):
        whole = word("".join(Builder(seed).blocks()) + p("完"))
        compiled += sound(whole, "word/document.xml", refusing=True)
    assert compiled > 25


@pytest.mark.parametrize("start", range(0, 400, 100))
def test_a_deck_of_the_whole_language_is_sound_or_refused(start: int):
    compiled = 0
    for seed in range(start, start + 100):
        compiled += sound(deck(Builder(seed).slide()), "ppt/slides/slide1.xml", refusing=True)
    assert compiled > 10


def sound(data: bytes, name: str, *, refusing: bool = False) -> bool:
    """Whether the template compiles; what it then makes is checked.

    When `refusing` it may turn some contexts down, in its own words.
    """
    try:
        template = compile_template(data, "fuzz")
    except FactpackError:
        return False
    for context in CONTEXTS:
        rendered = render(template, context, {}, base="base", when=NOON)
        assert refusing or rendered.problems == ()
        if not rendered.problems:
            check(member(rendered.data, name))
    return True
