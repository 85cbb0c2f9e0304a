"""Tables on slides: no fills, no vertical lines, four kinds of horizontal rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from templates.make.kit.slides.shapes import line
from templates.make.kit.slides.text import Piece, Style, named, para, text_body_xml
from templates.make.kit.tokens import emu
from templates.make.kit.tongue import ZH, Tongue

_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # Office's "No Style, No Grid"
_GAP = 0.25  # cm between a cell's edge and its words
_CELL = named("table")


@dataclass(frozen=True)
class Column:
    """A column: its heading, width in cm and the style of its cells."""

    head: str
    width: float
    style: Style = _CELL


def table_xml(
    columns: Sequence[Column], rows: Sequence[Sequence[Piece]], height: float,
    tongue: Tongue = ZH,
) -> str:  # fmt: skip
    """``a:tbl`` with a header row; every row `height` cm high.

    A single row is one that a loop repeats: it may stand anywhere, so its rule is a thin one.
    """
    grid = "".join(f'<a:gridCol w="{emu(column.width)}"/>' for column in columns)
    head = named("table_head", "grey")
    headings = [
        (column.head, head.but(align=column.style.align)) for column in columns
    ]  # fmt: skip
    body = [
        _row(
            [(words, column.style) for words, column in zip(row, columns, strict=True)],
            height,
            tongue,
            bottom=("deep", 1) if 0 < number == len(rows) - 1 else ("rule", 0.5),
        )
        for number, row in enumerate(rows)
    ]
    first = _row(headings, height, tongue, bottom=("deep", 1), top=("deep", 1.5))
    return (
        '<a:tbl><a:tblPr firstRow="1" bandRow="0">'
        f"<a:tableStyleId>{_NO_STYLE}</a:tableStyleId></a:tblPr>"
        f"<a:tblGrid>{grid}</a:tblGrid>{first}{''.join(body)}</a:tbl>"
    )


def _row(
    cells: Sequence[tuple[Piece, Style]], height: float, tongue: Tongue,
    bottom: tuple[str, float], top: tuple[str, float] | None = None,
) -> str:  # fmt: skip
    edges = (_edge("lnT", *top) if top else "") + _edge("lnB", *bottom)
    made = "".join(
        _cell(words, style, edges, tongue, first=number == 0)
        for number, (words, style) in enumerate(cells)
    )
    return f'<a:tr h="{emu(height)}">{made}</a:tr>'


def _cell(words: Piece, style: Style, edges: str, tongue: Tongue, first: bool) -> str:
    left = 0 if first else emu(_GAP)
    return (
        f"<a:tc>{text_body_xml((para(style, words),), tag='a', tongue=tongue)}"
        f'<a:tcPr marL="{left}" marR="{emu(_GAP)}" marT="0" marB="0" anchor="ctr">'
        f'<a:lnL w="0"><a:noFill/></a:lnL><a:lnR w="0"><a:noFill/></a:lnR>{edges}<a:noFill/>'
        "</a:tcPr></a:tc>"
    )


def _edge(side: str, color: str, points: float) -> str:
    return line(color, points).replace("a:ln ", f"a:{side} ").replace("/a:ln>", f"/a:{side}>")
