"""A4 with one page and no footer: ridges behind its title, type larger and closer than a brief's."""

from __future__ import annotations

from docx.document import Document as Paper
from docx.oxml import parse_xml
from docx.shared import Cm

from templates.make.kit.ridges import DECORATIVE, LIGHT, Layer, squeezed
from templates.make.kit.tokens import Box, emu
from templates.make.kit.word.base import new_paper
from templates.make.kit.word.styles import ParagraphStyle, W, add_bold, set_styles

WIDTH = 17.4  # cm of text between the margins
_SIDE = 1.8
_GROUP = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
_NAMESPACES = (
    f"{W} "
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    f'xmlns:wpg="{_GROUP}" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def one_page(
    ridges: tuple[float, float], top: float = 1.25, bottom: float = 1.1, gap: float = 8
) -> Paper:
    """A document whose `ridges` stand between two heights of the page, in cm from its top.

    `top` and `bottom` are margins in cm, `gap` the points between ridges and words.
    """
    paper = new_paper("")
    section = paper.sections[0]
    section.left_margin = section.right_margin = Cm(_SIDE)
    section.top_margin, section.bottom_margin = Cm(top), Cm(bottom)
    section.header_distance = section.footer_distance = Cm(0.5)
    header = section.header.paragraphs[0]._p
    header.getparent().replace(header, parse_xml(_band_xml(*ridges)))
    _set_styles(paper, (ridges[1] - top) / 2.54 * 72 + gap)
    return paper


def _set_styles(paper: Paper, under: float) -> None:
    """The page's own title and lines; words begin `under` points below the margin."""
    after = under - 14 - 4 - 38  # less the line above the title and the title's own
    set_styles(
        paper,
        ParagraphStyle("Title", 28, 38, 0, round(after, 1), "deep", True),
        ParagraphStyle("Heading 1", 13, 20, 5, 2, "deep", True),
        ParagraphStyle("Fact Line", 10.5, 24, 0, 0, "ink"),
        ParagraphStyle("Card Name", 10.5, 17, 4, 0, "deep", True),
        ParagraphStyle("Card Text", 9.5, 15, 0, 0, "ink"),
        ParagraphStyle("Gap", 4, 6, 0, 0, "ink"),
    )
    add_bold(paper, "Fact Value", 17, "river")
    add_bold(paper, "Fact Unit", 9.5, "river")


def _band_xml(top: float, bottom: float) -> str:
    """The header's paragraph: a group of shapes behind the text, as wide as the page."""
    layers = squeezed(LIGHT, 21.0, top, bottom)
    shapes = "".join(_shape_xml(2 + number, layer) for number, layer in enumerate(layers))
    box = Box(0, top, 21.0, bottom - top)
    group = (
        f"<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr>{_place_xml(box, group=True)}</wpg:grpSpPr>"
        f"{shapes}</wpg:wgp>"
    )
    return (
        f'<w:p {_NAMESPACES}><w:pPr><w:pStyle w:val="KPINote"/></w:pPr><w:r><mc:AlternateContent>'
        f'<mc:Choice Requires="wpg"><w:drawing>{_anchor_xml(box, group)}</w:drawing></mc:Choice>'
        "</mc:AlternateContent></w:r></w:p>"
    )


def _anchor_xml(box: Box, group: str) -> str:
    return (
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" '
        'behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="page">'
        f"<wp:posOffset>{emu(box.y)}</wp:posOffset></wp:positionV>"
        f'<wp:extent cx="{emu(box.width)}" cy="{emu(box.height)}"/>'
        '<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="900" name="山海" descr="">{DECORATIVE}</wp:docPr>'
        "<wp:cNvGraphicFramePr/>"
        f'<a:graphic><a:graphicData uri="{_GROUP}">{group}</a:graphicData></a:graphic></wp:anchor>'
    )


def _shape_xml(id: int, layer: Layer) -> str:
    return (
        f'<wps:wsp><wps:cNvPr id="{900 + id}" name="山海 {id - 1}"/><wps:cNvSpPr/>'
        f"<wps:spPr>{_place_xml(layer.box)}{layer.geometry}{layer.fill}"
        "<a:ln><a:noFill/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>"
    )


def _place_xml(box: Box, group: bool = False) -> str:
    """``a:xfrm``; in a group, places are told in the page's own centimetres."""
    off = f'x="{emu(box.x)}" y="{emu(box.y)}"'
    ext = f'cx="{emu(box.width)}" cy="{emu(box.height)}"'
    inner = f"<a:chOff {off}/><a:chExt {ext}/>" if group else ""
    return f"<a:xfrm><a:off {off}/><a:ext {ext}/>{inner}</a:xfrm>"
