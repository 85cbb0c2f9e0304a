"""Rows and columns that come and go, cells that merge or get a colour, tables in tables."""

from __future__ import annotations

from compat_case import Fails, better, same
from compat_docx import bold, cell, p, red, table

XS = {"xs": [1, 2]}
ROW = "a row with nothing but block tags goes"
WHOLE = "a merged cell is hidden as a whole"
BLUE = '<w:shd w:val="clear" w:fill="0000FF"/>'


def in_rows(row: str | tuple[str, ...]) -> str:
    """A table with one row for each x."""
    return table("{%tr for x in xs %} | ", row, "{%tr endfor %} | ")


def in_columns(*row: str) -> str:
    """A table with some cells for each x."""
    return table(("{%tc for x in xs %}", *row, "{%tc endfor %}"))


CASES = (
    # -- rows --------------------------------------------------------------------------------
    same("a loop over rows", table("A | B", "{%tr for x in xs %} | ", "{{ x }} | {{ loop.index }}", "{%tr endfor %} | ", "Z | z"), XS, "| A | B |", "| 1 | 1 |", "| 2 | 2 |", "| Z | z |"),
    same("rows are hidden", table("A | B", "{%tr if x %} | ", "b | c", "{%tr endif %} | ", "Z | z"), {"x": 0}, "| A | B |", "| Z | z |"),
    same("rows have branches", table("A", "{%tr if x %}", "b", "{%tr else %}", "c", "{%tr endif %}"), {"x": 0}, "| A |", "| c |"),
    same("a row tag takes its whole row along", table("{%tr for x in xs %}lost | lost", "{{ x }} | b", "{%tr endfor %} | "), XS, "| 1 | b |", "| 2 | b |"),
    same("loops over rows stand inside each other", table("{%tr for g in gs %}", "{{ g.n }}", "{%tr for x in g.xs %}", "{{ x }}", "{%tr endfor %}", "{%tr endfor %}"), {"gs": [{"n": "A", "xs": [1, 2]}, {"n": "B", "xs": []}]}, "| A |", "| 1 |", "| 2 |", "| B |"),
    same("rows keep the looks of their cells", in_rows((cell(p(bold("{{ x }}"), style="Quote"), props=BLUE), "b")), XS, "| ‹Quote› [bold: 1] on 0000FF | b |", "| ‹Quote› [bold: 2] on 0000FF | b |"),
    better("two row tags in one row are taken in order", table("{%tr for x in xs %} | {%tr if x > 1 %}", "{{ x }} | b", "{%tr endif %} | {%tr endfor %}"), XS, ("| 2 | b |",), "docxtpl keeps the last one alone", Fails("endfor")),
    better("two row tags in one cell are taken in order", table("{%tr for x in xs %}{%tr if x > 1 %} | ", "{{ x }} | b", "{%tr endif %}{%tr endfor %} | "), XS, ("| 2 | b |",), "docxtpl keeps the last one alone", Fails("endfor")),
    better("row tags round their own row would lose it", table("{%tr for x in xs %}{{ x }} | b{%tr endfor %}"), XS, Fails("would be lost"), "a text or tag that would be lost is told", Fails("endfor")),
    better("a table without rows goes", p("a") + in_rows("{{ x }} | b") + p("z"), {"xs": []}, ("a", "z"), "a table without rows is no table", ("a", "(no rows)", "z")),
    better("bare tags in the cells of a row repeat it", table("A | B", "{% for x in xs %}{{ x }} | b{% endfor %}"), XS, ("| A | B |", "| 1 | b |", "| 2 | b |"), "what a block repeats is read off where its tags stand", ("| A | B |", "| 1 | b2 | b |")),
    better("bare tags in rows of their own repeat those between", table("A | B", "{% for x in xs %} | ", "{{ x }} | b", "{% endfor %} | "), XS, ("| A | B |", "| 1 | b |", "| 2 | b |"), ROW, ("| A | B |", "|  |  |", "| 1 | b |", "|  |  |", "| 2 | b |", "|  |  |")),
    same("a comment for a row takes it along", table("a", "z{#tr c #}y", "b"), {}, "| a |", "| b |"),
    # -- columns -----------------------------------------------------------------------------
    same("a loop over columns", table("{%tc for x in xs %} | {{ x }} | {%tc endfor %}", "{%tc for x in xs %} | {{ x * 2 }} | {%tc endfor %}"), {"xs": [1, 2, 3]}, "| 1 | 2 | 3 |", "| 2 | 4 | 6 |"),
    same("more columns share the width", table("h | {%tc for x in xs %} | {{ x }} | {%tc endfor %}"), {"xs": [1, 2, 3, 4]}, "widths 800 800 800 800 800", "| h | 1 | 2 | 3 | 4 |", widths=True),
    same("fewer columns share the width", table("h | {%tc for x in xs %} | {{ x }} | {%tc endfor %}"), {"xs": [1]}, "widths 2000 2000", "| h | 1 |", widths=True),
    same("a column is hidden", table("h | {%tc if x %} | b | {%tc endif %} | z"), {"x": 0}, "| h | z |"),
    same("columns and rows grow together", table(" | {%tc for x in xs %} | {{ x }} | {%tc endfor %}", "{%tr for y in ys %} |  |  | ", "{{ y }} | {%tc for x in xs %} | {{ y }}{{ x }} | {%tc endfor %}", "{%tr endfor %} |  |  | "), {"xs": [1, 2], "ys": "ab"}, "|  | 1 | 2 |", "| a | a1 | a2 |", "| b | b1 | b2 |"),
    better("a table without columns goes", p("a") + in_columns("{{ x }}") + p("z"), {"xs": []}, ("a", "z"), "a row without cells is no row", ("a", "|  |", "z")),
    same("a comment for a cell takes it along", table("a | z{#tc c #} | b"), {}, "| a | b |"),
    # -- spans -------------------------------------------------------------------------------
    same("a cell spans columns", table(("{% colspan n %}{{ x }}", "b"), "c | d | e", columns=3), {"n": 2, "x": "t"}, "| t ×2 | b |", "| c | d | e |"),
    same("a cell spans as many columns as there are", table(("{% colspan xs|length %}", ), ("{%tc for x in xs %}", "{{ x }}", "{%tc endfor %}"), columns=2), {"xs": [1, 2, 3]}, "| ×3 |", "| 1 | 2 | 3 |"),
    same("the tag of a span leaves the looks of its cell", table((cell(p(bold("{% colspan 2 %}a"), red("b"))),), "c | d", columns=2), {}, "| [bold: a][FF0000: b] ×2 |", "| c | d |"),
    same("cells of a loop merge into one", table("{%tc for x in xs %} | {% hm %}g | {%tc endfor %}", "{%tc for x in xs %} | {{ x }} | {%tc endfor %}"), XS, "| g ×2 |", "| 1 | 2 |"),
    same("wide cells of a loop merge into one", in_columns(cell("{% hm %}g", props='<w:gridSpan w:val="2"/>')), XS, "| g ×4 |"),
    same("merged cells keep all their paragraphs", in_columns(cell(p(bold("{% hm %}g"), "h"), "i")), XS, "| [bold: g]h / i ×2 |"),
    same("cells of a loop over rows merge", in_rows("{% vm %}g | {{ x }}"), XS, "| g ↓ | 1 |", "| ↑ | 2 |"),
    same("the tag of a merge may stand behind a text", in_rows("g{{ x }}{% vm %}h | {{ x }}"), XS, "| g1h ↓ | 1 |", "| ↑ | 2 |"),
    same("a merged cell may hold a loop", in_rows("{% vm %}{% for y in xs %}{{ y }}{% endfor %} | {{ x }}"), XS, "| 12 ↓ | 1 |", "| ↑ | 2 |"),
    better("a merged cell is hidden with all its runs", in_rows((cell(p("{% vm %}g", bold("h"))), "{{ x }}")), XS, ("| g[bold: h] ↓ | 1 |", "| ↑ | 2 |"), WHOLE, ("| g[bold: h] ↓ | 1 |", "| [bold: h] ↑ | 2 |")),
    better("a merged cell is hidden with all its paragraphs", in_rows((cell("{% vm %}g", "h"), "{{ x }}")), XS, ("| g / h ↓ | 1 |", "| ↑ | 2 |"), WHOLE, ("| g / h ↓ | 1 |", "| ¶ / h ↑ | 2 |")),
    same("cells that merge need a loop", table("{% vm %}g | a"), {}, Fails("loop")),
    better("a repeated row does not merge with the one above", in_rows((cell("g", props="<w:vMerge/>"), "{{ x }}")), XS, Fails("{% vm %}"), "its text would never be seen", ("| g ↑ | 1 |", "| g ↑ | 2 |")),
    # -- colours -----------------------------------------------------------------------------
    same("a cell gets a colour", table("{% cellbg c %}{{ x }} | b"), {"c": "00FF00", "x": "v"}, "| v on 00FF00 | b |"),
    same("an empty cell gets a colour", table("{% cellbg c %} | b"), {"c": "00FF00"}, "| on 00FF00 | b |"),
    same("a cell gets another colour", table((cell("{% cellbg c %}a", props=BLUE), "b")), {"c": "00FF00"}, "| a on 00FF00 | b |"),
    same("no colour is none", table("{% cellbg c %}{{ x }} | b"), {"c": "", "x": "v"}, "| v | b |"),
    same("the tag of a colour has no looks", table((cell(p(red("{% cellbg c %}"), bold("a"))), "b")), {"c": "00FF00"}, "| [bold: a] on 00FF00 | b |"),
    same("cells of rows get colours", in_rows("{% cellbg x.c %}{{ x.n }} | b"), {"xs": [{"c": "FF0000", "n": 1}, {"c": "00FF00", "n": 2}]}, "| 1 on FF0000 | b |", "| 2 on 00FF00 | b |"),
    same("a cell spans and gets a colour", table(("{% cellbg c %}{% colspan 2 %}a",), "b | c", columns=2), {"c": "00FF00"}, "| a ×2 on 00FF00 |", "| b | c |"),
    # -- in cells ----------------------------------------------------------------------------
    same("a loop over the paragraphs of a cell", table((cell("{%p for x in xs %}", "{{ x }}", "{%p endfor %}"), "b")), XS, "| 1 / 2 | b |"),
    better("an emptied cell keeps a paragraph", table((cell("{%p for x in xs %}", "{{ x }}", "{%p endfor %}"), "b")), {"xs": []}, ("|  | b |",), "a cell must hold a paragraph", ("| (no paragraph) | b |",)),
    same("a table in a cell has rows of its own", in_rows(("{{ x.n }}", cell(table("{%tr for y in x.ys %}", "{{ y }}", "{%tr endfor %}"), "z"))), {"xs": [{"n": 1, "ys": "ab"}, {"n": 2, "ys": "c"}]}, "| 1 | ⟦ a ; b ⟧ / z |", "| 2 | ⟦ c ⟧ / z |"),
)  # fmt: skip
