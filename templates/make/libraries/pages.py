"""The network's own pages: a bookmark at the head of each, the logo at the head of the first."""

from __future__ import annotations

import io

from docx.document import Document as Paper
from docx.oxml import parse_xml

from templates.make.kit.ridges import DECORATIVE
from templates.make.kit.slides.text import fill_xml
from templates.make.kit.tokens import Box, emu
from templates.make.kit.word.base import new_paper
from templates.make.kit.word.styles import W
from templates.make.libraries.house import TONGUE
from templates.make.libraries.slides import ribbon_xml

_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_NAMESPACES = (
    f"{W} "
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    f'xmlns:pic="{_PICTURE}" xmlns:wps="{_SHAPE}"'
)
_RIBBON = Box(2.0, 0, 0.55, 1.5)
_LOGO = Box(16.9, 1.7, 2.1, 2.1)


def new_pages(footer: str) -> Paper:
    """The kit's paper with a bookmark hanging from the edge of each page."""
    paper = new_paper(footer, TONGUE)
    header = paper.sections[0].header.paragraphs[0]._p
    header.getparent().replace(header, parse_xml(_ribbon_paragraph()))
    return paper


def add_logo(paper: Paper, logo: bytes) -> None:
    """The office's logo at the right of the first words, by a tag in its alternative text."""
    relation, _ = paper.part.get_or_add_image(io.BytesIO(logo))
    paper.paragraphs[0]._p.append(parse_xml(
        f"<w:r {_NAMESPACES}><w:drawing>{_anchored(_LOGO, _logo_words(), _logo_xml(relation), _PICTURE)}"
        "</w:drawing></w:r>"
    ))  # fmt: skip


def _logo_words() -> str:
    return '<wp:docPr id="800" name="Logo" descr=\'{{ picture("logo") }}\'/>'


def _logo_xml(relation: str) -> str:
    return (
        '<pic:pic><pic:nvPicPr><pic:cNvPr id="801" name="Logo"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr>{_frame(_LOGO)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic>"
    )


def _ribbon_paragraph() -> str:
    words = f'<wp:docPr id="900" name="Bookmark" descr="">{DECORATIVE}</wp:docPr>'
    shape = (
        f"<wps:wsp><wps:cNvSpPr/><wps:spPr>{_frame(_RIBBON)}{ribbon_xml(_RIBBON)}"
        f"{fill_xml('sand')}<a:ln><a:noFill/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>"
    )
    return (
        f'<w:p {_NAMESPACES}><w:pPr><w:pStyle w:val="KPINote"/></w:pPr><w:r><mc:AlternateContent>'
        f'<mc:Choice Requires="wps"><w:drawing>{_anchored(_RIBBON, words, shape, _SHAPE)}'
        "</w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p>"
    )


def _anchored(box: Box, words: str, graphic: str, uri: str) -> str:
    """``wp:anchor`` at a place of the page, beside nothing (ECMA-376 part 1, 20.4.2.3)."""
    return (
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" '
        'behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{emu(box.x)}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{emu(box.y)}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{emu(box.width)}" cy="{emu(box.height)}"/>'
        f'<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>{words}'
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{uri}">{graphic}'
        "</a:graphicData></a:graphic></wp:anchor>"
    )


def _frame(box: Box) -> str:
    return f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{emu(box.width)}" cy="{emu(box.height)}"/></a:xfrm>'
