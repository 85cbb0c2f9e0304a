"""The style sheet of a formal document: GB/T 9704-2012, faces and sizes of its clause 5.2.2 and 7."""

from __future__ import annotations

from dataclasses import dataclass

from templates.make.kit.word.styles import W, fonts_xml, given_styles

MARK_FACE, BODY_FACE, RUN_IN_FACE = "方正小标宋简体", "仿宋_GB2312", "楷体_GB2312"
HEADING_FACE, NUMBER_FACE, LATIN_FACE = "黑体", "宋体", "Times New Roman"
RED = "E60012"

LINE = 579  # twips: 22 lines of it are 12,738, the type area's 225 mm are 12,756
TIGHTER = -5  # twips a character: 28 of 16 pt fill 156 mm only so (28 × 15.75 pt = 441 pt)
ROW = 549  # twips: a table's row with its rule takes one line of the grid, a little less in sum
CHARACTER = 315  # twips: the advance of a character of size 3 (16 pt) so set

# Sizes of type by their Chinese numbers, in points.
SIZE_2, SIZE_3, SIZE_4, SIZE_SMALL_4 = 22, 16, 14, 12


@dataclass(frozen=True)
class Formal:
    """A paragraph style. `indent` holds attributes of ``w:ind``; `line` 0 follows the grid."""

    id: str
    name: str
    face: str = BODY_FACE
    size: float = SIZE_3
    line: int = 0  # twips, exact
    before: int = 0
    align: str = "both"
    indent: str = ""
    color: str = ""
    more: str = ""  # properties that stand first in the schema: keepNext …
    outline: int | None = None
    built_in: bool = False


_TWO = f'w:firstLineChars="200" w:firstLine="{2 * CHARACTER}"'
_KEEP = "<w:keepNext/><w:keepLines/>"
# A signature stands over the middle of its date, which ends four characters in (7.3.5).
_OVER_DATE = f'<w:tabs><w:tab w:val="center" w:pos="{round(20.5 * CHARACTER)}"/></w:tabs>'

PARAGRAPHS = (
    Formal("BodyText", "Body Text", indent=_TWO, built_in=True),
    Formal("Title", "Title", MARK_FACE, SIZE_2, LINE, align="center", more=_KEEP, built_in=True),
    Formal("Heading1", "heading 1", HEADING_FACE, indent=_TWO, more=_KEEP, outline=0, built_in=True),
    Formal("Recipient", "Recipient", align="left"),
    Formal("Caption", "caption", HEADING_FACE, SIZE_4, LINE, align="center", more="<w:keepNext/>", built_in=True),
    Formal("TableHead", "Table Head", HEADING_FACE, SIZE_4, align="center", line=ROW - 20),
    Formal("TableText", "Table Text", size=SIZE_4, align="center", line=ROW - 20),
    Formal("TableLeft", "Table Left", size=SIZE_4, align="left", line=ROW - 20),
    Formal("BoxHead", "Box Head", HEADING_FACE, SIZE_SMALL_4, 360, align="center"),
    Formal("BoxText", "Box Text", size=SIZE_SMALL_4, line=360),
    Formal("AnnexList", "Annex List", indent=f'w:left="{5 * CHARACTER + 160}" w:hanging="{3 * CHARACTER + 160}"', align="left"),
    Formal("AnnexListMore", "Annex List More", indent=f'w:left="{5 * CHARACTER + 160}" w:hanging="160"', align="left"),
    Formal("Signature", "Signature", align="left", more=f"<w:keepNext/>{_OVER_DATE}", built_in=True),
    Formal("Date", "Date", align="right", indent=f'w:right="{4 * CHARACTER}"', built_in=True),
    Formal("AnnexMark", "Annex Mark", HEADING_FACE, align="left", more="<w:keepNext/><w:pageBreakBefore/>"),
    Formal("AnnexTitle", "Annex Title", MARK_FACE, SIZE_2, LINE, align="center", more=_KEEP, outline=0),
    Formal("SmallHead", "Small Head", HEADING_FACE, SIZE_SMALL_4, 320, align="center"),
    Formal("SmallText", "Small Text", size=SIZE_SMALL_4, line=300, align="left"),
    Formal("SmallCentre", "Small Centre", size=SIZE_SMALL_4, line=300, align="center"),
    Formal("SmallGroup", "Small Group", HEADING_FACE, SIZE_SMALL_4, 320, align="left", more="<w:keepNext/>"),
    Formal("Note", "Note", size=SIZE_SMALL_4, line=320, align="both", before=60),
    Formal("Figure", "Figure", size=SIZE_SMALL_4, align="center"),
    Formal("FigureCaption", "Figure Caption", HEADING_FACE, SIZE_SMALL_4, 320, align="center"),
    Formal("Gap", "Gap", size=5, line=100),
    Formal("FigureNote", "Figure Note", size=10.5, line=270, align="left", before=20),
    Formal("RedMark", "Red Mark", MARK_FACE, 50, 1200, align="center", color=RED),
    Formal("DocumentNumber", "Document Number", align="center"),
    Formal("Corner", "Corner", HEADING_FACE, align="left"),
    Formal("Footer", "footer", NUMBER_FACE, SIZE_4, 280, built_in=True),
)  # fmt: skip


def styles_xml() -> str:
    """``w:styles``: the grid's Normal, then what stands on it."""
    body = "".join(map(_paragraph_style, PARAGRAPHS))
    return f"<w:styles {W}>{_defaults()}{given_styles()}{_normal()}{body}{_RUNS}{_TABLE}</w:styles>"


def faces_xml() -> str:
    """``w:fonts``: each face, and the one that stands in for it where it is missing."""
    faces = (
        (BODY_FACE, "仿宋", "86"), (RUN_IN_FACE, "楷体", "86"), (HEADING_FACE, "SimHei", "86"),
        (NUMBER_FACE, "SimSun", "86"), (MARK_FACE, "FZXiaoBiaoSong-B05S", "86"),
        (LATIN_FACE, "", "00"),
    )  # fmt: skip
    return f"<w:fonts {W}>" + "".join(_face(*face) for face in faces) + "</w:fonts>"


def _face(name: str, other: str, charset: str) -> str:
    alternative = f'<w:altName w:val="{other}"/>' if other else ""
    return (
        f'<w:font w:name="{name}">{alternative}<w:charset w:val="{charset}"/>'
        '<w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>'
    )


def _faces(east_asian: str) -> str:
    latin = east_asian if east_asian == NUMBER_FACE else LATIN_FACE
    return fonts_xml(latin, east_asian)


def _size(points: float) -> str:
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def _defaults() -> str:
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_faces(BODY_FACE)}{_size(SIZE_3)}"
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )


def _normal() -> str:
    """No widow control, or a page may end a line early; no gap between digits and characters."""
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        '<w:qFormat/><w:pPr><w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/>'
        '<w:autoSpaceDN w:val="0"/><w:spacing w:before="0" w:after="0" w:line="240" '
        f'w:lineRule="auto"/><w:jc w:val="both"/></w:pPr><w:rPr><w:spacing w:val="{TIGHTER}"/>'
        "</w:rPr></w:style>"
    )


def _paragraph_style(style: Formal) -> str:
    mark = "" if style.built_in else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{mark} w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="Normal"/>{_next(style)}<w:qFormat/><w:pPr>{_properties(style)}</w:pPr>'
        f"<w:rPr>{_faces(style.face)}{_color(style.color)}{_tightness(style)}{_size(style.size)}</w:rPr></w:style>"
    )


def _next(style: Formal) -> str:
    return '<w:next w:val="BodyText"/>' if style.outline is not None else ""


def _properties(style: Formal) -> str:
    grid, line = "", 'w:line="240" w:lineRule="auto"'
    if (
        style.line
    ):  # a line of its own height stands off the grid, or it would take two of its lines
        grid, line = '<w:snapToGrid w:val="0"/>', f'w:line="{style.line}" w:lineRule="exact"'
    indent = f"<w:ind {style.indent}/>" if style.indent else ""
    level = "" if style.outline is None else f'<w:outlineLvl w:val="{style.outline}"/>'
    return (
        f'{style.more}{grid}<w:spacing w:before="{style.before}" w:after="0" {line}/>{indent}'
        f'<w:jc w:val="{style.align}"/>{level}'
    )


def _tightness(style: Formal) -> str:
    """Only text of size 3 is counted out at 28 a line."""
    return "" if style.size == SIZE_3 else '<w:spacing w:val="0"/>'


def _color(color: str) -> str:
    return f'<w:color w:val="{color}"/>' if color else ""


def _run_style(id: str, name: str, properties: str) -> str:
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{id}"><w:name w:val="{name}"/>'
        f"<w:qFormat/><w:rPr>{properties}</w:rPr></w:style>"
    )


_RUNS = "".join((
    _run_style("RunIn", "Run-in Heading", _faces(RUN_IN_FACE)),
    _run_style("Hei", "Hei", _faces(HEADING_FACE)),
    _run_style("Signer", "Signer", _faces(RUN_IN_FACE)),
))  # fmt: skip


def _border(side: str, eighths: int) -> str:
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="0" w:color="000000"/>'


_TABLE = (
    '<w:style w:type="table" w:customStyle="1" w:styleId="FormalTable"><w:name w:val="Formal Table"/>'
    '<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>'
    f"{_border('top', 8)}{_border('left', 4)}{_border('bottom', 8)}{_border('right', 4)}"
    f"{_border('insideH', 4)}{_border('insideV', 4)}</w:tblBorders></w:tblPr></w:style>"
)
