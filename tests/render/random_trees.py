"""Random trees of loops and conditions, and as plain Jinja2 reads them.

A tree has levels: slides, shapes, paragraphs and tables, rows, cells, and texts in a paragraph. A
block of any level repeats or hides what stands on that level.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

LITERALS = ("文", "a b", "字。", "1,5", "末")


@dataclass
class Block:
    """`words` are what its tags say, one more than there are `bodies`."""

    words: list[str]
    bodies: list[list[Node]]


@dataclass
class Para:
    """Texts and tags as they are typed, and blocks of these."""

    inside: list[Node]


@dataclass
class Table:
    rows: list[Node]


@dataclass
class Row:
    cells: list[Node]


@dataclass
class Cell:
    inside: list[Node]


@dataclass
class Shape:
    """A text box; `shown` is a condition on the whole of it."""

    inside: list[Node]
    shown: str = ""


@dataclass
class Slide:
    shapes: list[Shape | Table]


Node = Block | Para | Table | Row | Cell | Slide | str


@dataclass
class Names:
    """What a tag may speak of where it stands: the loops round it, and the names that were set."""

    loops: tuple[str, ...] = ()
    own: tuple[str, ...] = ()

    def within(self, loop: str) -> Names:
        return Names((*self.loops, loop), self.own)


class Trees:
    """Makes trees; the same seed gives the same tree."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.count = 0

    def chance(self, part: float) -> bool:
        return self.random.random() < part

    def name(self, stem: str) -> str:
        self.count += 1
        return f"{stem}{self.count}"

    # -- words -----------------------------------------------------------------------------------

    def expression(self, names: Names) -> str:
        known = ["v", "w", "n", "e", "v|upper", "v ~ n", "'&<' ~ w", "n * 2", "w if a else v"]
        for loop in names.loops:
            known += [f"{loop}.t", f"{loop}.n", f"{loop}.t|lower", f"{loop}.t ~ '>'"]
        if names.loops:
            known += ["loop.index", "loop.length", "'x' if loop.last else 'y'", "loop.revindex0"]
        return self.random.choice([*known, *names.own])

    def condition(self, names: Names) -> str:
        known = ["a", "b", "not a", "n > 1", "a and b", "n == 0 or b", "e", "xs"]
        known += [f"{loop}.ok" for loop in names.loops]
        if names.loops:
            known += ["loop.first", "loop.index is odd", "not loop.last"]
        return self.random.choice(known)

    def items(self, names: Names) -> str:
        return self.random.choice(["xs", "xs", "range(n)", *(f"{one}.ys" for one in names.loops)])

    # -- blocks ----------------------------------------------------------------------------------

    def block(self, names: Names, body: Callable[[Names], list[Node]]) -> Block:
        if self.chance(0.5):
            words, bodies = [f"if {self.condition(names)}"], [body(names)]
            for word in (f"elif {self.condition(names)}", "else"):
                if self.chance(0.3):
                    words.append(word)
                    bodies.append(body(names))
            return Block([*words, "endif"], bodies)
        loop, items = self.name("x"), self.items(names)
        test = f" if {loop}.ok" if items != "range(n)" and self.chance(0.2) else ""
        if items == "range(n)":
            items = "xs[:n]"
        words, bodies = [f"for {loop} in {items}{test}"], [body(names.within(loop))]
        if self.chance(0.2):
            words.append("else")
            bodies.append(body(names))
        return Block([*words, "endfor"], bodies)

    def texts(self, names: Names, depth: int = 0) -> list[Node]:
        """What stands in a paragraph: some text that is shown whatever comes, and more."""
        found: list[Node] = [self.random.choice(LITERALS)]
        first = 0  # what follows a name that is set may speak of it
        for _ in range(self.random.choice((0, 0, 1, 1, 2))):
            if self.chance(0.35) and depth < 3:
                looped = self.block(names, lambda own: self.texts(own, depth + 1))
                if looped.words[-1] == "endfor" and self.chance(0.2):
                    looped.bodies[0].insert(1, "{% if loop.index == 2 %}{% break %}{% endif %}")
                found.insert(self.random.randint(first, len(found)), looped)
            elif self.chance(0.15):
                name = self.name("s")
                found.append(f"{{% set {name} = {self.expression(names)} %}}")
                names, first = Names(names.loops, (*names.own, name)), len(found)
            else:
                found.append(f"{{{{ {self.expression(names)} }}}}")
        return found

    def paragraph(self, names: Names) -> Para:
        if self.chance(0.2):
            return Para([f"{{{{ {self.expression(names)} }}}}"])
        return Para(self.texts(names))

    def level(
        self, names: Names, leaf: Callable[[Names], list[Node]], depth: int, most: int = 2
    ) -> list[Node]:
        """Leaves of a level and blocks of these; never empty."""
        found: list[Node] = []
        for _ in range(self.random.randint(1, most)):
            if self.chance(0.4) and depth < 3:
                found.append(self.block(names, lambda own: self.level(own, leaf, depth + 1, 2)))
                continue
            if found and isinstance(found[-1], Table):
                found.append(self.paragraph(names))
            found += leaf(names)
        return found


class WordTrees(Trees):
    """The body of a Word file."""

    def body(self) -> list[Node]:
        return [*self.blocks(Names(), 0), Para(["完"])]

    def blocks(self, names: Names, nested: int) -> list[Node]:
        return self.level(names, lambda own: self.leaf(own, nested), nested, 3 - nested)

    def leaf(self, names: Names, nested: int) -> list[Node]:
        if self.chance(0.25) and nested < 2:
            return [Table(self.level(names, lambda own: [self.row(own, nested)], nested + 1, 2))]
        return [self.paragraph(names)]

    def row(self, names: Names, nested: int) -> Row:
        def cells(own: Names) -> list[Node]:
            return [Cell(self.cell(own, nested))]

        if self.chance(0.2):
            return Row(self.level(names, cells, 2, 2))
        return Row([cells(names)[0] for _ in range(self.random.randint(1, 2))])

    def cell(self, names: Names, nested: int) -> list[Node]:
        if self.chance(0.7):
            return [self.paragraph(names)]
        return [*self.blocks(names, nested + 1), self.paragraph(names)]


class DeckTrees(Trees):
    """The slides of a deck."""

    def slides(self) -> list[Node]:
        return [
            *self.level(Names(), lambda own: [self.slide(own)], 1, 2),
            Slide([Shape([Para(["完"])])]),
        ]

    def slide(self, names: Names) -> Slide:
        shapes: list[Shape | Table] = [self.shape(names, first=True)]
        for _ in range(self.random.randint(0, 1)):
            shapes.append(self.table(names) if self.chance(0.6) else self.shape(names))
        return Slide(shapes)

    def shape(self, names: Names, first: bool = False) -> Shape:
        shown = self.condition(names) if self.chance(0.2) and not first else ""
        return Shape(self.level(names, lambda own: [self.paragraph(own)], 1), shown)

    def table(self, names: Names) -> Table:
        columns, width = self.chance(0.3), self.random.randint(1, 3)

        def cells(own: Names) -> list[Node]:
            return [Cell(self.level(own, lambda inner: [self.paragraph(inner)], 2, 1))]

        def row(own: Names) -> list[Node]:
            if columns:
                return [Row([*cells(own), self.block(own, cells)])]
            return [Row([cells(own)[0] for _ in range(width)])]

        return Table(self.level(names, row, 2, 2))


# -- as Jinja reads them -------------------------------------------------------------------------


def script(nodes: Sequence[Node | Shape]) -> str:
    """The tree as one text, elements as tags of XML."""
    return "".join(map(_script, nodes))


def _script(node: Node | Shape) -> str:
    if isinstance(node, str):
        return node
    if isinstance(node, Block):
        parts = [
            f"{{% {word} %}}{script(body)}"
            for word, body in zip(node.words, node.bodies, strict=False)
        ]
        return f"{''.join(parts)}{{% {node.words[-1]} %}}"
    if isinstance(node, Shape):
        whole = f"<box>{script(node.inside)}</box>"
        return f"{{% if {node.shown} %}}{whole}{{% endif %}}" if node.shown else whole
    name = {Para: "p", Table: "table", Row: "row", Cell: "cell", Slide: "slide"}[type(node)]
    inside = {
        Para: lambda: node.inside, Table: lambda: node.rows, Row: lambda: node.cells,
        Cell: lambda: node.inside, Slide: lambda: node.shapes,
    }[type(node)]()  # type: ignore[union-attr]  # fmt: skip
    return f"<{name}>{script(inside)}</{name}>"
