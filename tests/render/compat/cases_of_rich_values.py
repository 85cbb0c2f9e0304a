"""Values that are more than text: looks, lines, paragraphs, pictures, whole documents."""

from __future__ import annotations

from compat_case import Case, Context, Fails, Kit, better, same
from compat_docx import BLUE_DOT, RED_DOT, bold, cell, docx, p, red, table

BREAKS = "1\n2\t3\a4\f5"
LOOKS = "a tag does not change the looks of what follows it"
SHOWN = "docxtpl puts markup into a text, where it is not shown"


def with_looks(name: str, shown: str, **looks: object) -> Case:
    """A rich text in one look."""
    return same(
        f"a rich text {name}",
        p("a{{r x }}b"),
        lambda kit: {"x": kit.rich("t", **looks)},
        f"a[{shown}: t]b",
    )


def pieces(kit: Kit) -> Context:
    """A rich text of several pieces, one of them a rich text itself."""
    text = kit.rich("one ")
    text.add("two", bold=True)
    text.add(kit.rich(" three", italic=True))
    text.add(4)
    return {"x": text}


def paragraphs(kit: Kit) -> Context:
    text = kit.rich_paragraph()
    text.add(kit.rich("one", bold=True), parastyle="Quote")
    text.add("two")
    return {"x": text}


def document(kit: Kit) -> Context:
    """A document made with python-docx's words."""
    made = kit.subdocument()
    made.add_paragraph("one")  # type: ignore[attr-defined]
    made.add_paragraph("two", style="Quote")  # type: ignore[attr-defined]
    made.add_table(1, 2).cell(0, 0).text = "x"  # type: ignore[attr-defined]
    return {"x": made}


def ready(kit: Kit) -> Context:
    """A document that is there already."""
    return {"x": kit.subdocument(docx(p("one") + table("x | y") + p(bold("two"))))}


CASES = (
    # -- rich text ---------------------------------------------------------------------------
    with_looks("in bold", "bold", bold=True),
    with_looks("in italics", "italic", italic=True),
    with_looks("underlined", "underlined", underline=True),
    with_looks("underlined in another way", "underlined dotDash", underline="dotDash"),
    with_looks("underlined in no known way", "underlined", underline="spam"),
    with_looks("struck through", "strike", strike=True),
    with_looks("in a colour", "FF0000", color="#FF0000"),
    with_looks("on a colour", "on FFFF00", highlight="#FFFF00"),
    with_looks("in a size of half points", "12pt", size=24),
    with_looks("above the line", "superscript", superscript=True),
    with_looks("below the line", "subscript", subscript=True),
    with_looks("in a font", "font Arial", font="Arial"),
    with_looks("in a font of a region", "font SimSun/SimSun", font="eastAsia:SimSun"),
    with_looks("in a style", "as Loud", style="Loud"),
    with_looks("from right to left", "rtl", rtl=True),
    with_looks("in a language", "lang fr-FR", lang="fr-FR"),
    same("a rich text grows by pieces", p("a{{r x }}b"), pieces, "aone [bold: two][italic:  three]4b"),
    same("markup in a rich text is text", p("{{r x }}"), lambda kit: {"x": kit.rich("R&D <x>")}, "R&D <x>"),
    same("with autoescape markup in a rich text is text", p("{{r x }}"), lambda kit: {"x": kit.rich("R&D", bold=True)}, "[bold: R&D]", autoescape=True),
    same("blanks and tabs of a rich text stay", p("{{r x }}b"), lambda kit: {"x": kit.rich("  \t")}, "  ⇥b"),
    same("a rich text breaks into lines, paragraphs and pages", p("{{r x }}b", style="Quote"), lambda kit: {"x": kit.rich(BREAKS, bold=True)}, "‹Quote› [bold: 1⏎2⇥3]", "‹Quote› [bold: 4]", "⇟", "‹Quote› [bold: 5]b"),
    same("a rich text without text is not seen", p("a{{r x }}b"), lambda kit: {"x": kit.rich()}, "ab"),
    same("a rich text is more than nothing", p("{% if x %}y{% endif %}"), lambda kit: {"x": kit.rich("t")}, "y"),
    same("a rich text opens a page", p("a{{r x }}b"), lambda kit: {"x": kit.rich("site", url_id=kit.link("http://a.example/"), style="Hyperlink")}, "a[link http://a.example/: [as Hyperlink: site]]b"),
    better("a rich text opens a page from a header too", p("b"), lambda kit: {"x": kit.rich("site", url_id=kit.link("http://a.example/"))}, ("b", "header1: [link http://a.example/: site]"), "docxtpl relates the page to the body alone", ("b", "header1: [link nowhere: site]"), parts={"header1": p("{{r x }}")}),
    same("rich texts in a loop", p("{%p for x in xs %}") + p("{{r x }}") + p("{%p endfor %}"), lambda kit: {"xs": [kit.rich("t", bold=True), kit.rich("u")]}, "[bold: t]", "u"),
    better("what follows a rich text keeps its looks", p(bold("a {{r x }} b")), lambda kit: {"x": kit.rich("t", italic=True)}, ("[bold: a ][italic: t][bold:  b]",), LOOKS, ("[bold: a ][italic: t] b",)),
    better("a rich text needs no prefix", p(red("a {{ x }} b")), lambda kit: {"x": kit.rich("t", bold=True)}, ("[FF0000: a ][bold: t][FF0000:  b]",), SHOWN, ("[FF0000: a ]",)),
    better("a plain text may have the prefix of a rich one", p(bold("a {{r x }} b")), {"x": "t"}, ("[bold: a t b]",), SHOWN, ("[bold: a ] b",)),
    better("a rich text has no filters", p("{{r x|upper }}"), lambda kit: {"x": kit.rich("t")}, Fails("upper"), "its markup is no text", Fails("XMLSyntaxError")),
    # -- rich paragraphs ---------------------------------------------------------------------
    same("paragraphs with a style each", p("a") + p("lost {{p x }}", style="Title") + p("z"), paragraphs, "a", "‹Quote› [bold: one]", "two", "z"),
    same("a paragraph of a text", p("{{p x }}"), lambda kit: {"x": kit.rich_paragraph("R&D <x>", parastyle="Quote")}, "‹Quote› R&D <x>"),
    same("paragraphs in a cell", table("{{p x }} | b"), paragraphs, "| ‹Quote› [bold: one] / two | b |"),
    better("paragraphs alone in theirs need no prefix", p("{{ x }}"), paragraphs, ("‹Quote› [bold: one]", "two"), SHOWN, ("¶",)),
    better("paragraphs cannot stand in a text", p("a {{ x }}"), paragraphs, Fails("paragraph"), SHOWN, ("a ",)),
    # -- lines -------------------------------------------------------------------------------
    same("a text breaks into lines, paragraphs and pages", p(bold("a{{ x }}b"), style="Quote"), {"x": BREAKS}, "‹Quote› [bold: a1⏎2⇥3]", "‹Quote› [bold: 4]", "⇟", "‹Quote› [bold: 5b]"),
    same("a listing breaks into lines, paragraphs and pages", p(bold("a{{ x }}b"), style="Quote"), lambda kit: {"x": kit.listing(BREAKS)}, "‹Quote› [bold: a1⏎2⇥3]", "‹Quote› [bold: 4]", "⇟", "‹Quote› [bold: 5b]"),
    same("markup in a listing is text", p("{{ x }}"), lambda kit: {"x": kit.listing("R&D\n<x>")}, "R&D⏎<x>"),
    same("with autoescape markup in a listing is text", p("{{ x }}"), lambda kit: {"x": kit.listing("R&D\n<x>")}, "R&D⏎<x>", autoescape=True),
    same("a new paragraph leaves other runs their looks", p(bold("a {{ x }}"), red(" b")), lambda kit: {"x": kit.listing("1\a2")}, "[bold: a 1]", "[bold: 2][FF0000:  b]"),
    same("a new paragraph stays in its cell", table((cell(p("{{ x }}", style="Quote")), "b")), {"x": "1\a2\n3"}, "| ‹Quote› 1 / ‹Quote› 2⏎3 | b |"),
    same("a break may stand in a tag", p('{% for x in xs %}{{ x }}{{ "\\n" }}{% endfor %}'), {"xs": [1, 2]}, "1⏎2⏎"),
    better("lines end as they end anywhere", p("{{ x }}"), {"x": "1\r\n2"}, ("1⏎2",), "a line has one end", ("1\n⏎2",)),
    better("a new paragraph does not end the section again", p("{{ x }}", props="<w:sectPr/>"), {"x": "1\a2"}, ("1", "2 §"), "pages are not changed by a value", ("1 §", "2 §")),
    # -- pictures ----------------------------------------------------------------------------
    same("a picture stands in the line", p("a {{ x }} b"), lambda kit: {"x": kit.image(RED_DOT, width=30, height=15)}, "a {red 30×15 mm} b"),
    same("a picture keeps its shape", p("{{ x }}"), lambda kit: {"x": kit.image(RED_DOT, width=30)}, "{red 30×30 mm}"),
    same("a picture opens a page", p("{{ x }}"), lambda kit: {"x": kit.image(RED_DOT, width=5, anchor="http://a.example/")}, "{red 5×5 mm to http://a.example/}"),
    same("pictures in a loop", p("{%p for x in xs %}") + p("{{ x }}") + p("{%p endfor %}"), lambda kit: {"xs": [kit.image(RED_DOT, width=5), kit.image(BLUE_DOT, width=5)]}, "{red 5×5 mm}", "{blue 5×5 mm}"),
    same("a picture in a cell", table("{{ x }} | b"), lambda kit: {"x": kit.image(RED_DOT, width=5)}, "| {red 5×5 mm} | b |"),
    same("a picture in a header", p("b"), lambda kit: {"x": kit.image(RED_DOT, width=5)}, "b", "header1: {red 5×5 mm}", parts={"header1": p("{{ x }}")}),
    better("what follows a picture keeps its looks", p(bold("{{ x }} b")), lambda kit: {"x": kit.image(RED_DOT, width=5)}, ("{red 5×5 mm}[bold:  b]",), LOOKS, ("{red 5×5 mm} b",)),
    # -- documents ---------------------------------------------------------------------------
    same("a document of one's own takes the place of a paragraph", p("a") + p("{{p x }}") + p("z"), document, "a", "one", "‹Quote› two", "| x |  |", "z"),
    same("a ready document takes the place of a paragraph", p("a") + p("{{p x }}") + p("z"), ready, "a", "one", "| x | y |", "[bold: two]", "z"),
    better("a document alone in its paragraph needs no prefix", p("a") + p("{{ x }}") + p("z"), document, ("a", "one", "‹Quote› two", "| x |  |", "z"), SHOWN, ("a", "¶", "z")),
)  # fmt: skip
