"""Sets a random tree into a Word file or a deck, as an author may.

Where an author has a choice (a tag in a paragraph or row of its own or at the edge of its
neighbour, with a prefix or without, split over runs or not) the choice is random too.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from random_trees import Block, Node, Para, Row, Slide, Table, script
from tiny import cell as word_cell
from tiny import deck, shape, slide_table, word

LOOKS = ("<w:b/>", "<w:i/>", "")


@dataclass
class Set:
    """A tag of a block: which block, which of its tags, and how it is written."""

    block: Block
    at: int
    written: str

    @property
    def opens(self) -> bool:
        return self.at < len(self.block.words) - 1


@dataclass
class Line:
    """A paragraph, row or cell as it will stand: tags before its leaf, and after it."""

    lead: list[Set] = field(default_factory=list)
    leaf: Node | None = None
    tail: list[Set] = field(default_factory=list)

    @property
    def tags(self) -> list[Set]:
        return self.lead + self.tail

    def holds_whole(self) -> bool:
        """Whether all tags of some block stand here."""
        blocks = {id(tag.block): tag.block for tag in self.tags}
        return any(
            sum(tag.block is block for tag in self.tags) == len(block.words)
            for block in blocks.values()
        )


class Author:
    """Sets a tree into a file."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.shapes = 1

    def chance(self, part: float) -> bool:
        return self.random.random() < part

    # -- lines -----------------------------------------------------------------------------------

    def lines(self, nodes: Sequence[Node], prefix: str) -> list[Line]:
        """Every tag and leaf in a line of its own."""
        found: list[Line] = []
        for node in nodes:
            if not isinstance(node, Block):
                found.append(Line(leaf=node))
                continue
            own = prefix if self.chance(0.25) else ""
            for at, says in enumerate(node.words):
                found.append(Line([Set(node, at, f"{{%{own} {says} %}}")]))
                if at < len(node.bodies):
                    found += self.lines(node.bodies[at], prefix)
        return found

    def joined(
        self, lines: Sequence[Line], may: Callable[[Line, Line], bool], part: float
    ) -> list[Line]:
        """Some neighbours in one line."""
        found: list[Line] = []
        for line in lines:
            if found and self.chance(part) and may(found[-1], line):
                last = found[-1]
                if last.leaf is None:
                    found[-1] = Line(last.tags + line.lead, line.leaf, line.tail)
                else:
                    found[-1] = Line(last.lead, last.leaf, last.tail + line.tags)
            else:
                found.append(line)
        return found

    @staticmethod
    def is_bare(line: Line) -> bool:
        return all(tag.written.startswith("{% ") for tag in line.tags)

    # -- paragraphs ------------------------------------------------------------------------------

    def paragraphs(self, nodes: Sequence[Node]) -> list[str | Table]:
        """The texts of paragraphs, and tables between them."""
        lines = self.joined(self.lines(nodes, "p"), self._may_join_paragraphs, 0.3)
        return [
            line.leaf
            if isinstance(line.leaf, Table)
            else "".join(tag.written for tag in line.lead)
            + ("" if line.leaf is None else script(line.leaf.inside))  # type: ignore[union-attr]
            + "".join(tag.written for tag in line.tail)
            for line in lines
        ]

    def _may_join_paragraphs(self, first: Line, second: Line) -> bool:
        both = Line(first.lead + second.lead, None, first.tail + second.tail)
        leaves = [line.leaf for line in (first, second) if line.leaf is not None]
        return (
            len(leaves) < 2
            and not any(isinstance(leaf, Table) for leaf in leaves)
            and self.is_bare(both)
            and not both.holds_whole()
        )

    # -- rows and cells --------------------------------------------------------------------------

    def rows(self, nodes: Sequence[Node], width: int) -> list[list[list[str | Table]]]:
        """Cells, row by row, of which each is a list of paragraphs and tables."""
        lines = self.joined(self.lines(nodes, "tr"), self._may_join_rows, 0.3)
        return [self._row(line, width) for line in lines]

    def _may_join_rows(self, first: Line, second: Line) -> bool:
        both = Line(first.lead + second.lead, None, first.tail + second.tail)
        if first.leaf is None and second.leaf is None:
            return not both.holds_whole()
        if not self.is_bare(both) or (first.leaf is not None and second.leaf is not None):
            return False
        row = first.leaf or second.leaf
        assert isinstance(row, Row)
        if any(isinstance(one, Block) for one in row.cells):
            return False  # tags in the first and last cell could mean the cells between
        tags = second.tags if first.leaf is not None else first.tags
        fits = all(tag.opens != (first.leaf is not None) for tag in tags)
        branched = any(
            len(tag.block.words) > 2 and sum(o.block is tag.block for o in both.tags) > 1
            for tag in both.tags
        )
        edges = (row.cells[0], row.cells[-1])
        plain = all(
            isinstance(edge.inside[0], Para) and isinstance(edge.inside[-1], Para) for edge in edges
        )  # type: ignore[union-attr]
        return fits and plain and not branched and (len(row.cells) > 1 or not both.holds_whole())

    def _row(self, line: Line, width: int) -> list[list[str | Table]]:
        if line.leaf is None:
            spots = sorted(self.random.randrange(width) for _ in line.tags)
            texts = [
                "".join(t.written for t, at in zip(line.tags, spots, strict=True) if at == n)
                for n in range(width)
            ]
            return [[text] for text in texts]
        assert isinstance(line.leaf, Row)
        cells = [
            ["".join(tag.written for tag in one.tags)]
            if one.leaf is None
            else self.paragraphs(one.leaf.inside)  # type: ignore[union-attr]
            for one in self.lines(line.leaf.cells, "tc")
        ]
        if line.lead:
            assert isinstance(cells[0][0], str)
            cells[0][0] = "".join(tag.written for tag in line.lead) + cells[0][0]
        if line.tail:
            assert isinstance(cells[-1][-1], str)
            cells[-1][-1] += "".join(tag.written for tag in line.tail)
        return cells

    # -- a Word file -----------------------------------------------------------------------------

    def word(self, nodes: Sequence[Node]) -> bytes:
        return word(self._word_blocks(self.paragraphs(nodes)))

    def _word_blocks(self, blocks: Sequence[str | Table]) -> str:
        return "".join(
            f"<w:p>{self._runs(block)}</w:p>" if isinstance(block, str) else self._word_table(block)
            for block in blocks
        )

    def _word_table(self, table: Table) -> str:
        rows = self.rows(table.rows, 2)
        grid = "<w:gridCol/>" * max(map(len, rows))
        inside = "".join(
            f"<w:tr>{''.join(word_cell(self._word_blocks(blocks)) for blocks in row)}</w:tr>"
            for row in rows
        )
        return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{inside}</w:tbl>"

    def _runs(self, text: str) -> str:
        return "".join(
            f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{_escaped(piece)}</w:t></w:r>'
            for piece, look in self._pieces(text)
        )

    def _pieces(self, text: str) -> list[tuple[str, str]]:
        cuts = sorted(
            self.random.randint(0, len(text)) for _ in range(self.random.choice((0, 0, 1, 3)))
        )
        ends = [0, *cuts, len(text)]
        return [
            (text[first:last], self.random.choice(LOOKS))
            for first, last in itertools.pairwise(ends)
        ]

    # -- a deck ----------------------------------------------------------------------------------

    def deck(self, nodes: Sequence[Node]) -> bytes:
        slides: list[tuple[list[Set], Slide, list[Set]]] = []
        waiting: list[Set] = []
        for line in self.lines(nodes, ""):
            if line.leaf is not None:
                assert isinstance(line.leaf, Slide)
                slides.append((waiting, line.leaf, []))
                waiting = []
            elif line.lead[0].opens:
                waiting.append(line.lead[0])
            else:
                slides[-1][2].append(line.lead[0])
        return deck(*(self._slide(*slide) for slide in slides))

    def _slide(self, lead: list[Set], slide: Slide, tail: list[Set]) -> str:
        parts: list[str] = []
        for at, one in enumerate(slide.shapes):
            if isinstance(one, Table):
                parts.append(self._slide_table(one))
                continue
            texts = [str(text) for text in self.paragraphs(one.inside)]
            if at == 0:
                texts[0] = _of_slides(lead) + texts[0]
                texts[-1] += _of_slides(tail)
            if one.shown:
                texts[0] = f"{{%shape if {one.shown} %}}{texts[0]}"
            self.shapes += 1
            parts.append(self._in_runs(shape("\n".join(texts), self.shapes)))
        return "".join(parts)

    def _slide_table(self, table: Table) -> str:
        rows = self.rows(table.rows, max(len(_widest(table.rows)), 1))
        cells = [tuple("\n".join(map(str, one)) for one in row) for row in rows]
        self.shapes += 1
        return self._in_runs(slide_table(*cells)).replace('id="9"', f'id="{self.shapes}"')

    def _in_runs(self, xml: str) -> str:
        """The paragraphs of lines, and their texts in some runs."""
        opening, closing = '<a:p><a:r><a:rPr lang="zh-CN"/><a:t>', "</a:t></a:r></a:p>"
        pieces = xml.split(opening)
        found = [pieces[0]]
        for piece in pieces[1:]:
            text, _, rest = piece.partition(closing)
            for line in text.split("\n"):
                line = line.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
                runs = "".join(
                    f"<a:r><a:rPr{' b=' + chr(34) + '1' + chr(34) if look else ''}/><a:t>{_escaped(part)}</a:t></a:r>"
                    for part, look in self._pieces(line)
                )
                found.append(f"<a:p>{runs}</a:p>")
            found.append(rest)
        return "".join(found)


def _of_slides(tags: Sequence[Set]) -> str:
    return "".join(tag.written.replace("{% ", "{%slide ") for tag in tags)


def _widest(nodes: Sequence[Node]) -> list[Node]:
    """The cells of the first row."""
    for node in nodes:
        if isinstance(node, Row):
            return node.cells
        if isinstance(node, Block):
            return _widest(node.bodies[0])
    return []


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
