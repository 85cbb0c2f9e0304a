"""The network's own slides: a panel instead of ridges, a bookmark instead of a seal."""

from __future__ import annotations

from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.parts.image import Image, ImagePart
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide, SlideLayout

from templates.make.kit.ridges import DECORATIVE
from templates.make.kit.slides import base
from templates.make.kit.slides.shapes import block, frame
from templates.make.kit.slides.text import NAMESPACES, fill_xml
from templates.make.kit.tokens import Box, emu
from templates.make.libraries.house import TONGUE

_PANEL = 9.6  # how wide the cover's panel is
_LEFT = 11.6
_PLACES = {
    "Kicker": Box(_LEFT, 2.1, 20.4, 0.75),
    "Title": Box(_LEFT, 4.4, 20.4, 4.3),
    "Subtitle": Box(_LEFT, 9.6, 20.4, 1.0),
    "Office": Box(1.8, 16.4, 7.4, 0.65),
    "As of": Box(1.8, 17.2, 7.4, 0.65),
}


def new_deck() -> Deck:
    """The kit's deck in the network's own layouts."""
    deck = base.new_deck(tongue=TONGUE)
    for layout in deck.slide_layouts:
        _drop(layout, TONGUE.word("印"), TONGUE.word("山海"))
        if layout.name == TONGUE.word("封面"):
            _make_cover(layout)
        else:
            _under(layout, _bookmark(70, Box(1.8, 0, 0.62, 1.42)))
            _place(layout, base.MARKER).left = emu(2.8)
    return deck


def add_logo(slide: Slide, logo: bytes, box: Box) -> None:
    """The office's logo, by a tag in its alternative text."""
    part = ImagePart.new(slide.part.package, Image.from_blob(logo))
    relation = slide.part.relate_to(part, RT.IMAGE)
    slide.shapes._spTree.append(parse_xml(
        f'<p:pic {NAMESPACES}><p:nvPicPr><p:cNvPr id="60" name="Logo" '
        "descr='{{ picture(\"logo\") }}'/>"
        '<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</p:blipFill><p:spPr>{frame(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</p:spPr></p:pic>"
    ))  # fmt: skip


def _make_cover(layout: SlideLayout) -> None:
    indices = {
        "Kicker": base.KICKER,
        "Title": 0,
        "Subtitle": 1,
        "Office": base.OFFICE,
        "As of": base.AS_OF,
    }
    for name, index in indices.items():
        box, place = _PLACES[name], _place(layout, index)
        place.left, place.top, place.width, place.height = map(
            emu, (box.x, box.y, box.width, box.height)
        )
    _place(layout, 0)._element.txBody.bodyPr.set("anchor", "b")
    _place(layout, base.AS_OF)._element.txBody.find(".//{*}lvl1pPr").set("algn", "l")
    _under(layout, block(72, "Rule of the title", Box(_LEFT, 9.05, 3.2, 0.14), "sand"))
    _under(layout, _bookmark(71, Box(6.9, 0, 1.3, 3.6)))
    _under(layout, block(70, TONGUE.word("色带"), Box(0, 0, _PANEL, 19.05), "deep"))


def _place(layout: SlideLayout, index: int) -> Any:
    places: Any = layout.placeholders
    return next(one for one in places if one.placeholder_format.idx == index)


def _drop(layout: SlideLayout, *names: str) -> None:
    for shape in list(layout.shapes):
        if shape.name.startswith(names):
            layout.shapes._spTree.remove(shape._element)


def _under(layout: SlideLayout, shape: str) -> None:
    """Put a shape behind all others."""
    end = shape.index(">")
    layout.shapes._spTree.insert(2, parse_xml(f"{shape[:end]} {NAMESPACES}{shape[end:]}"))


def _bookmark(id: int, box: Box) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="Bookmark">{DECORATIVE}</p:cNvPr>'
        f'<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{frame(box)}'
        f"{ribbon_xml(box)}{fill_xml('sand')}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def ribbon_xml(box: Box) -> str:
    """``a:custGeom``: a ribbon with a notch at its end."""
    width, height = emu(box.width), emu(box.height)
    points = ((width, 0), (width, height), (width // 2, height - width // 2), (0, height))
    lines = "".join(f'<a:lnTo><a:pt x="{x}" y="{y}"/></a:lnTo>' for x, y in points)
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{width}" h="{height}"><a:moveTo><a:pt x="0" y="0"/></a:moveTo>'
        f"{lines}<a:close/></a:path></a:pathLst></a:custGeom>"
    )
