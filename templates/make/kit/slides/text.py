"""Text on slides: runs, paragraphs and text bodies, always with exact line spacing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal
from xml.sax.saxutils import escape

from templates.make.kit.tokens import COLOR, SLOTS, slide_type
from templates.make.kit.tongue import ZH, Tongue

NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
FONTS = '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/>'

Align = Literal["l", "ctr", "r"]
Anchor = Literal["t", "ctr", "b"]


@dataclass(frozen=True)
class Style:
    """How a paragraph or a run of it looks; sizes in points."""

    size: float
    line: float
    bold: bool = False
    color: str = "ink"
    align: Align = "l"

    def but(self, **changes: object) -> Style:
        """The same with some things changed."""
        return replace(self, **changes)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Run:
    """Words with a style of their own inside a paragraph."""

    text: str
    style: Style


Piece = str | Run


@dataclass(frozen=True)
class Paragraph:
    """One idea: a style and its pieces."""

    style: Style
    pieces: tuple[Piece, ...]


def named(name: str, color: str = "ink", align: Align = "l") -> Style:
    """A step of the slide scale as a style."""
    size, line, bold = slide_type(name)
    return Style(size, line, bold, color, align)


def para(style: Style, *pieces: Piece) -> Paragraph:
    """A paragraph of plain words and styled runs."""
    return Paragraph(style, pieces)


def fill_xml(color: str) -> str:
    """A solid fill: by theme slot where the colour has one."""
    if color in SLOTS:
        return f'<a:solidFill><a:schemeClr val="{SLOTS[color]}"/></a:solidFill>'
    return f'<a:solidFill><a:srgbClr val="{COLOR[color]}"/></a:solidFill>'


def paragraph_xml(paragraph: Paragraph, tongue: Tongue = ZH) -> str:
    """``a:p`` with exact spacing and a language on every run."""
    style = paragraph.style
    runs = "".join(_run_xml(piece, style, tongue) for piece in paragraph.pieces)
    end = f'<a:endParaRPr {tongue.run} sz="{_hundredths(style.size)}"/>'
    return f"<a:p>{paragraph_properties('pPr', style)}{runs}{end}</a:p>"


def plain_paragraph_xml(words: str, lead: str = "", tongue: Tongue = ZH) -> str:
    """``a:p`` that takes its look from the layout; `lead` stands before the words in bold."""
    bold = f'<a:r><a:rPr {tongue.run} b="1"/><a:t>{escape(lead)}</a:t></a:r>' if lead else ""
    return f"<a:p>{bold}<a:r><a:rPr {tongue.run}/><a:t>{escape(words)}</a:t></a:r></a:p>"


def paragraph_properties(tag: str, style: Style, inner: str = "") -> str:
    """``a:pPr``, or a level of a list style: no indent, no bullet, exact line."""
    return (
        f'<a:{tag} marL="0" indent="0" algn="{style.align}" eaLnBrk="1" hangingPunct="1">'
        f'<a:lnSpc><a:spcPts val="{_hundredths(style.line)}"/></a:lnSpc>'
        '<a:spcBef><a:spcPts val="0"/></a:spcBef><a:spcAft><a:spcPts val="0"/></a:spcAft>'
        f"<a:buNone/>{inner}</a:{tag}>"
    )


def run_properties(tag: str, style: Style, more: str = "", tongue: Tongue = ZH) -> str:
    """``a:rPr`` or ``a:defRPr`` of a style."""
    return (
        f'<a:{tag} {tongue.run} sz="{_hundredths(style.size)}" '
        f'b="{int(style.bold)}"{more}>{fill_xml(style.color)}{FONTS}</a:{tag}>'
    )


def body_properties(anchor: Anchor = "t") -> str:
    """No insets, no autofit: a text too long is an error, never a smaller text."""
    return (
        '<a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" '
        f'anchor="{anchor}"><a:noAutofit/></a:bodyPr>'
    )


def text_body_xml(
    paragraphs: tuple[Paragraph, ...],
    anchor: Anchor = "t",
    tag: str = "p",
    tongue: Tongue = ZH,
) -> str:
    """``p:txBody`` (or ``a:txBody`` for a table cell)."""
    text = "".join(paragraph_xml(paragraph, tongue) for paragraph in paragraphs)
    properties = body_properties(anchor) if tag == "p" else "<a:bodyPr/>"
    return f"<{tag}:txBody>{properties}<a:lstStyle/>{text}</{tag}:txBody>"


def _run_xml(piece: Piece, style: Style, tongue: Tongue) -> str:
    run = piece if isinstance(piece, Run) else Run(piece, style)
    properties = run_properties("rPr", run.style, tongue=tongue)
    return f"<a:r>{properties}<a:t>{escape(run.text)}</a:t></a:r>"


def _hundredths(points: float) -> int:
    return round(points * 100)
