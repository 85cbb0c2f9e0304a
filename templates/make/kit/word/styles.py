"""The style sheet of the Word templates, whole: built-in names where Word has one."""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document as Paper
from docx.oxml import parse_xml

from templates.make.kit.tokens import COLOR, EAST_ASIAN, LATIN, PAGES
from templates.make.kit.tongue import ZH, Tongue

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_STYLE_ID = "{" + W.split('"')[1] + "}styleId"

# Word's own ids of the built-in styles; a name that is not here is ours.
_IDS = {
    "Normal": "Normal", "Title": "Title", "Subtitle": "Subtitle", "Heading 1": "Heading1",
    "Heading 2": "Heading2", "Caption": "Caption", "Footer": "Footer",
    "footnote text": "FootnoteText", "annotation text": "CommentText", "toc 1": "TOC1", "toc 2": "TOC2",
}  # fmt: skip
_LOWER = {"Heading 1", "Heading 2", "Caption", "Footer"}  # as Word writes them
_OUTLINE = {"Heading 1": 0, "Heading 2": 1}
_KEEP_NEXT = {*_OUTLINE, "Eyebrow", "Title", "KPI Value", "KPI Label", "Callout Head", "Table Head"}


@dataclass(frozen=True)
class ParagraphStyle:
    """Sizes in points; `line` 0 lets the line grow with what stands in it."""

    name: str
    size: float
    line: float
    before: float
    after: float
    color: str
    bold: bool = False
    align: str = ""

    @property
    def id(self) -> str:
        return _IDS.get(self.name, self.name.replace(" ", ""))


def paragraph_styles() -> list[ParagraphStyle]:
    """Those of the guide, then a few of the same scale that tables and figures need."""
    return [
        *(_by_token(name, token) for name, token in PAGES["word"]["styles"].items()),
        ParagraphStyle("Table Figure", 9.5, 15, 0, 0, "deep", True, "right"),
        ParagraphStyle("Table Name", 9.5, 15, 0, 0, "deep", True),
        ParagraphStyle("Table Quiet", 9.5, 15, 0, 0, "grey"),
        ParagraphStyle("Figure", 10.5, 0, 4, 0, "ink"),
        ParagraphStyle("Unit Line", 9, 14, 6, 0, "grey"),
        ParagraphStyle("Callout Head", 10.5, 16, 0, 2, "ochre", True),
        ParagraphStyle("Callout Text", 9.5, 15, 0, 0, "ink"),
        ParagraphStyle("annotation text", 9.5, 15, 0, 6, "ink"),
        ParagraphStyle("toc 1", 9.5, 15, 0, 0, "river"),
        ParagraphStyle("toc 2", 9.5, 15, 0, 0, "grey"),
    ]


def _by_token(name: str, token: tuple[float, float, float, float, str, str]) -> ParagraphStyle:
    size, line, before, after, color, weight = token
    return ParagraphStyle(name, size, line, before, after, color, weight == "bold")


def set_styles(paper: Paper, *styles: ParagraphStyle) -> None:
    """Give a document styles of its own, in place of those of the same name."""
    root = paper.styles.element
    ours = {style.id for style in styles}
    for old in [one for one in root if one.get(_STYLE_ID) in ours]:
        root.remove(old)
    for style in styles:
        root.append(parse_xml(_paragraph_style(style).replace("<w:style ", f"<w:style {W} ", 1)))


def add_bold(paper: Paper, name: str, size: float, color: str) -> None:
    """Give a document a style of bold words of a size and colour inside a paragraph."""
    half = round(size * 2)
    look = f'<w:b/><w:bCs/><w:color w:val="{COLOR[color]}"/><w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'
    made = _character(name.replace(" ", ""), name, look)
    paper.styles.element.append(parse_xml(made.replace("<w:style ", f"<w:style {W} ", 1)))


def styles_xml(tongue: Tongue = ZH) -> str:
    """``w:styles``."""
    body = "".join(_paragraph_style(style) for style in paragraph_styles())
    return f"<w:styles {W}>{_defaults(tongue)}{_LATENT}{_BUILT_IN}{body}{_CHARACTERS}{_table_style()}</w:styles>"


def given_styles() -> str:
    """What every style sheet begins with: Word's latent styles and its four defaults."""
    return _LATENT + _BUILT_IN


def fonts_xml(latin: str = LATIN, east_asian: str = EAST_ASIAN) -> str:
    """``w:rFonts`` with the names written out."""
    return (
        f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{east_asian}" w:cs="{latin}"/>'
    )


def _defaults(tongue: Tongue) -> str:
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts_xml(east_asian=tongue.east_asian)}"
        '<w:sz w:val="21"/><w:szCs w:val="21"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )


_LATENT = (
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="0" '
    'w:defUnhideWhenUsed="0" w:defQFormat="0" w:count="376"/>'
)
_BUILT_IN = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    "</w:style>"
)


def _paragraph_style(style: ParagraphStyle) -> str:
    default = ' w:default="1"' if style.name == "Normal" else ""
    based = "" if style.name == "Normal" else '<w:basedOn w:val="Normal"/>'
    following = '<w:next w:val="Normal"/>' if style.name in _OUTLINE else ""
    custom = "" if style.name in _IDS else ' w:customStyle="1"'
    name = style.name.lower() if style.name in _LOWER else style.name
    return (
        f'<w:style w:type="paragraph"{default}{custom} w:styleId="{style.id}">'
        f'<w:name w:val="{name}"/>{based}{following}<w:qFormat/>'
        f"<w:pPr>{_paragraph_properties(style)}</w:pPr><w:rPr>{_run_properties(style)}</w:rPr>"
        "</w:style>"
    )


def _paragraph_properties(style: ParagraphStyle) -> str:
    keep = "<w:keepNext/><w:keepLines/>" if style.name in _KEEP_NEXT else ""
    tabs = '<w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs>' if style.name == "Footer" else ""
    line = (
        f'w:line="{_twentieths(style.line)}" w:lineRule="exact"'
        if style.line
        else 'w:line="240" w:lineRule="auto"'
    )
    spacing = f'<w:spacing w:before="{_twentieths(style.before)}" w:after="{_twentieths(style.after)}" {line}/>'
    align = f'<w:jc w:val="{style.align}"/>' if style.align else ""
    outline = f'<w:outlineLvl w:val="{_OUTLINE[style.name]}"/>' if style.name in _OUTLINE else ""
    return f'{keep}<w:widowControl/>{tabs}<w:snapToGrid w:val="0"/>{spacing}{align}{outline}'


def _run_properties(style: ParagraphStyle) -> str:
    bold = "<w:b/><w:bCs/>" if style.bold else ""
    return (
        f'{bold}<w:color w:val="{COLOR[style.color]}"/>'
        f'<w:sz w:val="{round(style.size * 2)}"/><w:szCs w:val="{round(style.size * 2)}"/>'
    )


def _character(id: str, name: str, properties: str, custom: bool = True) -> str:
    mark = ' w:customStyle="1"' if custom else ""
    return (
        f'<w:style w:type="character"{mark} w:styleId="{id}"><w:name w:val="{name}"/>'
        f"<w:qFormat/><w:rPr>{properties}</w:rPr></w:style>"
    )


_RAISED = '<w:vertAlign w:val="superscript"/>'
_CHARACTERS = "".join((
    _character("Unit", "Unit", '<w:sz w:val="22"/><w:szCs w:val="22"/>'),
    _character("Seal", "Seal", f'<w:color w:val="{COLOR["vermilion"]}"/>'),
    _character("Strong", "Strong", "<w:b/><w:bCs/>", custom=False),
    _character("FootnoteReference", "footnote reference", _RAISED, custom=False),
    _character("CommentReference", "annotation reference", '<w:sz w:val="16"/>', custom=False),
))  # fmt: skip


def _table_style() -> str:
    """Rules only: 1.5 pt above, 1 pt under the head, ½ pt between, 1 pt below."""
    return (
        '<w:style w:type="table" w:customStyle="1" w:styleId="RuledTable">'
        '<w:name w:val="Ruled Table"/><w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr>'
        f"<w:tblBorders>{_border('top', 12, 'deep')}{_border('bottom', 8, 'deep')}"
        f"{_border('insideH', 4, 'rule')}</w:tblBorders></w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>'
        f"{_border('top', 12, 'deep')}{_border('bottom', 8, 'deep')}"
        "</w:tcBorders></w:tcPr></w:tblStylePr></w:style>"
    )


def _border(side: str, eighths: int, color: str) -> str:
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="0" w:color="{COLOR[color]}"/>'


def _twentieths(points: float) -> int:
    return round(points * 20)
