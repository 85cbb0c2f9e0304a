"""Shapes on slides as XML: text boxes, placeholders, rules, bands, ridges. None has a shadow."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

from templates.make.kit.ridges import DARK, DECORATIVE, LIGHT, Layer
from templates.make.kit.slides.text import (
    Anchor,
    Paragraph,
    Style,
    body_properties,
    fill_xml,
    paragraph_properties,
    run_properties,
    text_body_xml,
)
from templates.make.kit.tokens import Box, emu
from templates.make.kit.tongue import ZH, Tongue


def text_box(
    id: int, name: str, box: Box, text: Sequence[Paragraph], anchor: Anchor = "t",
    tongue: Tongue = ZH,
) -> str:  # fmt: skip
    """Words at a place of their own."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name={quoteattr(name)}/><p:cNvSpPr txBox="1"/>'
        f"<p:nvPr/></p:nvSpPr><p:spPr>{frame(box)}{_geometry('rect')}<a:noFill/></p:spPr>"
        f"{text_body_xml(tuple(text), anchor, tongue=tongue)}</p:sp>"
    )


def chip(id: int, name: str, box: Box, text: Paragraph, color: str, tongue: Tongue = ZH) -> str:
    """A small outlined label."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name={quoteattr(name)}/><p:cNvSpPr/><p:nvPr/>'
        f"</p:nvSpPr><p:spPr>{frame(box)}{_geometry('rect')}<a:noFill/>"
        f"{line(color, 1)}</p:spPr>{text_body_xml((text,), 'ctr', tongue=tongue)}</p:sp>"
    )


def placeholder(id: int, name: str, kind: str, index: int | None, paragraphs: str) -> str:
    """A slide's own words, as ``a:p`` without a style, in a place whose look the layout keeps."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name={quoteattr(name)}/><p:cNvSpPr>'
        f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{placeholder_mark(kind, index)}</p:nvPr>'
        "</p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>"
        f"{paragraphs}</p:txBody></p:sp>"
    )


def placeholder_place(
    id: int, name: str, kind: str, index: int | None, box: Box, style: Style,
    prompt: str, anchor: Anchor = "t", field: str = "", tongue: Tongue = ZH,
) -> str:  # fmt: skip
    """A place that a master or layout keeps: position, style and a word to the designer."""
    run = field or f"<a:r><a:rPr {tongue.run}/><a:t>{prompt}</a:t></a:r>"
    level = paragraph_properties("lvl1pPr", style, run_properties("defRPr", style, tongue=tongue))
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name={quoteattr(name)}/><p:cNvSpPr>'
        f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{placeholder_mark(kind, index)}</p:nvPr>'
        f"</p:nvSpPr><p:spPr>{frame(box)}{_geometry('rect')}</p:spPr><p:txBody>"
        f"{body_properties(anchor)}<a:lstStyle>{level}</a:lstStyle><a:p>{run}</a:p>"
        "</p:txBody></p:sp>"
    )


def placeholder_mark(kind: str, index: int | None) -> str:
    """``p:ph``."""
    number = "" if index is None else f' idx="{index}"'
    return f'<p:ph type="{kind}"{number}/>'


def rule(
    id: int, x: float, y: float, width: float, color: str, points: float, tongue: Tongue = ZH
) -> str:
    """A horizontal line."""
    name = f"{tongue.word('线')} {id}"
    return (
        f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{id}" name="{name}">{DECORATIVE}</p:cNvPr>'
        f"<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr>{frame(Box(x, y, width, 0))}"
        f"{_geometry('line')}{line(color, points)}</p:spPr></p:cxnSp>"
    )


def arrow(id: int, name: str, x: float, y: float, width: float, color: str) -> str:
    """A horizontal arrow from `x`; a negative width points to the left."""
    left, flip = (x, "") if width > 0 else (x + width, ' flipH="1"')
    place = frame(Box(left, y, abs(width), 0)).replace("<a:xfrm>", f"<a:xfrm{flip}>")
    head = '<a:tailEnd type="triangle" w="med" len="med"/></a:ln>'
    return (
        f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{id}" name={quoteattr(name)}>{DECORATIVE}</p:cNvPr>'
        f"<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr>{place}{_geometry('line')}"
        f"{line(color, 2.25).replace('</a:ln>', head)}</p:spPr></p:cxnSp>"
    )


def block(id: int, name: str, box: Box, color: str) -> str:
    """A flat rectangle without words: the seal, a band behind text."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name={quoteattr(name)}>{DECORATIVE}</p:cNvPr>'
        f"<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{frame(box)}{_geometry('rect')}"
        f"{fill_xml(color)}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def swatch(id: int, name: str, box: Box, fill: str, edge: str = "", oval: bool = False) -> str:
    """A flat mark with or without an outline: of a key, or a point by itself."""
    outline = line(edge, 1.25) if edge else "<a:ln><a:noFill/></a:ln>"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name={quoteattr(name)}>{DECORATIVE}</p:cNvPr>'
        f"<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{frame(box)}"
        f"{_geometry('ellipse' if oval else 'rect')}{fill_xml(fill)}{outline}</p:spPr></p:sp>"
    )


def ridges(first_id: int, tongue: Tongue = ZH) -> str:
    """The cover's eight ridges from mountain (west) into sea (east), back to front."""
    return _ridge_shapes(first_id, LIGHT, tongue)


def dark_ridges(first_id: int, tongue: Tongue = ZH) -> str:
    """The same ridges, lower and flatter, for a deep page."""
    return _ridge_shapes(first_id, DARK, tongue)


def _ridge_shapes(first_id: int, layers: Sequence[Layer], tongue: Tongue) -> str:
    return "".join(
        _ridge(first_id + number, f"{tongue.word('山海')} {number + 1}", layer)
        for number, layer in enumerate(layers)
    )


def frame(box: Box) -> str:
    """``a:xfrm``."""
    return (
        f'<a:xfrm><a:off x="{emu(box.x)}" y="{emu(box.y)}"/>'
        f'<a:ext cx="{emu(box.width)}" cy="{emu(box.height)}"/></a:xfrm>'
    )


def line(color: str, points: float) -> str:
    """``a:ln`` of a colour and a width."""
    return f'<a:ln w="{round(points * 12700)}">{fill_xml(color)}</a:ln>'


def _ridge(id: int, name: str, layer: Layer) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name={quoteattr(name)}>{DECORATIVE}</p:cNvPr>'
        f'<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{frame(layer.box)}'
        f"{layer.geometry}{layer.fill}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def _geometry(preset: str) -> str:
    return f'<a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom>'
