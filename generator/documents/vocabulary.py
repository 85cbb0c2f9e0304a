"""The few words in which Word and PowerPoint differ: what is a paragraph, a run, a row.

WordprocessingML (ECMA-376 part 1, 17) and DrawingML text (21.1) have one shape under two sets of
names; all that reads or moves text is written once, against a `Vocabulary`.
"""

from __future__ import annotations

from dataclasses import dataclass

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
WP14 = "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"
A16 = "http://schemas.microsoft.com/office/drawing/2014/main"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def names(namespace: str, *local: str) -> frozenset[str]:
    """Several element names of one namespace, as lxml writes them."""
    return frozenset(f"{{{namespace}}}{name}" for name in local)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The names of one format.

    `transparent` elements stand between a paragraph and its runs, `ignored` ones carry no text
    (of which `forgettable` ones say nothing at all), `separators` count as a blank; `containers`
    hold paragraphs and must not be left without one; `heads` come before a container's content,
    `paragraph_end` after a paragraph's. `line_break` and `tab` are what a newline and a tab in a
    value turn into: closed text, the element, text opened again (``{properties}`` is the run's).
    """

    paragraph: str
    paragraph_properties: str
    paragraph_end: str
    run: str
    text: str
    properties: str
    row: str
    cell: str
    table: str
    table_head: frozenset[str]
    grid: str
    table_frame: str
    table_end: str
    containers: frozenset[str]
    keeps_paragraph: frozenset[str]
    heads: frozenset[str]
    transparent: frozenset[str]
    ignored: frozenset[str]
    forgettable: frozenset[str]
    separators: frozenset[str]
    tabs: frozenset[str]
    empty_paragraph: str
    keeps_blanks: bool
    line_break: str
    tab: str


WORD = Vocabulary(
    paragraph=f"{{{W}}}p",
    paragraph_properties=f"{{{W}}}pPr",
    paragraph_end="",
    run=f"{{{W}}}r",
    text=f"{{{W}}}t",
    properties=f"{{{W}}}rPr",
    row=f"{{{W}}}tr",
    cell=f"{{{W}}}tc",
    table=f"{{{W}}}tbl",
    table_head=names(W, "tblPr", "tblGrid", "bookmarkStart", "bookmarkEnd"),
    grid=f"{{{W}}}tblGrid",
    table_frame=f"{{{W}}}tbl",
    table_end="</w:tbl>",
    containers=names(
        W, "body", "tc", "txbxContent", "hdr", "ftr", "footnote", "endnote", "comment", "sdtContent"
    ),
    keeps_paragraph=names(
        W, "tc", "txbxContent", "hdr", "ftr", "footnote", "endnote", "comment", "sdtContent"
    ),
    heads=names(W, "tcPr"),
    transparent=names(
        W, "hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml"
    ),
    ignored=names(
        W, "pPr", "rPr", "proofErr", "bookmarkStart", "bookmarkEnd", "permStart", "permEnd",
        "commentRangeStart", "commentRangeEnd", "commentReference", "del", "moveFrom", "sdtPr",
        "sdtEndPr", "lastRenderedPageBreak", "smartTagPr", "customXmlPr",
    ),
    forgettable=names(W, "proofErr"),
    separators=names(W, "tab", "br", "cr"),
    tabs=names(W, "tab"),
    empty_paragraph="<w:p/>",
    keeps_blanks=True,
    line_break='</w:t><w:br/><w:t xml:space="preserve">',
    tab='</w:t><w:tab/><w:t xml:space="preserve">',
)  # fmt: skip

SLIDES = Vocabulary(
    paragraph=f"{{{A}}}p",
    paragraph_properties=f"{{{A}}}pPr",
    paragraph_end=f"{{{A}}}endParaRPr",
    run=f"{{{A}}}r",
    text=f"{{{A}}}t",
    properties=f"{{{A}}}rPr",
    row=f"{{{A}}}tr",
    cell=f"{{{A}}}tc",
    table=f"{{{A}}}tbl",
    table_head=names(A, "tblPr", "tblGrid"),
    grid=f"{{{A}}}tblGrid",
    table_frame=f"{{{P}}}graphicFrame",
    table_end="</a:tbl>",
    containers=frozenset({f"{{{P}}}txBody", f"{{{A}}}txBody"}),
    keeps_paragraph=frozenset({f"{{{P}}}txBody", f"{{{A}}}txBody"}),
    heads=names(A, "bodyPr", "lstStyle"),
    transparent=frozenset(),
    ignored=names(A, "pPr", "rPr", "endParaRPr"),
    forgettable=frozenset(),
    separators=names(A, "br"),
    tabs=frozenset(),
    empty_paragraph="<a:p/>",
    keeps_blanks=False,
    line_break="</a:t></a:r><a:br>{properties}</a:br><a:r>{properties}<a:t>",
    tab="\t",
)
