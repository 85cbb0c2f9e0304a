"""Shapes on slides as XML: text boxes, placeholders, rules, bands, ridges. None has a shadow."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

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
from templates.make.kit.tokens import COLOR, PAGES, Box, emu

# Tells screen readers to pass a shape by (MS-ODRAWXML 2.3, adec:decorative).
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)


def text_box(id: int, name: str, box: Box, text: Sequence[Paragraph], anchor: Anchor = "t") -> str:
    """Words at a place of their own."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name={quoteattr(name)}/><p:cNvSpPr txBox="1"/>'
        f"<p:nvPr/></p:nvSpPr><p:spPr>{frame(box)}{_geometry('rect')}<a:noFill/></p:spPr>"
        f"{text_body_xml(tuple(text), anchor)}</p:sp>"
    )


def chip(id: int, name: str, box: Box, text: Paragraph, color: str) -> str:
    """A small outlined label."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name={quoteattr(name)}/><p:cNvSpPr/><p:nvPr/>'
        f"</p:nvSpPr><p:spPr>{frame(box)}{_geometry('rect')}<a:noFill/>"
        f"{line(color, 1)}</p:spPr>{text_body_xml((text,), 'ctr')}</p:sp>"
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
    prompt: str, anchor: Anchor = "t", field: str = "",
) -> str:  # fmt: skip
    """A place that a master or layout keeps: position, style and a word to the designer."""
    run = field or f'<a:r><a:rPr lang="zh-CN" altLang="en-US"/><a:t>{prompt}</a:t></a:r>'
    level = paragraph_properties("lvl1pPr", style, run_properties("defRPr", style))
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


def rule(id: int, x: float, y: float, width: float, color: str, points: float) -> str:
    """A horizontal line."""
    return (
        f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{id}" name="线 {id}">{_DECORATIVE}</p:cNvPr>'
        f"<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr>{frame(Box(x, y, width, 0))}"
        f"{_geometry('line')}{line(color, points)}</p:spPr></p:cxnSp>"
    )


def block(id: int, name: str, box: Box, color: str) -> str:
    """A flat rectangle without words: the seal, a band behind text."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name={quoteattr(name)}>{_DECORATIVE}</p:cNvPr>'
        f"<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{frame(box)}{_geometry('rect')}"
        f"{fill_xml(color)}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def ridges(first_id: int) -> str:
    """The cover's eight ridges from mountain (west) into sea (east), back to front."""
    layers = zip(PAGES["ridge"]["fill"], PAGES["ridge"]["y"], strict=True)
    return "".join(
        _ridge(first_id + number, f"山海 {number + 1}", fill, heights)
        for number, (fill, heights) in enumerate(layers)
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


def _ridge(id: int, name: str, fill: str, heights: Sequence[float]) -> str:
    width, bottom = PAGES["slide"]["size"]
    step = width / (len(heights) - 1)
    box = Box(0, min(heights), width, bottom - min(heights))
    points = [(round(i * step, 4), y - box.y) for i, y in enumerate(heights)]
    outline = _smooth_path([*points], box)
    named_fill = next((name for name, value in COLOR.items() if value == fill), None)
    color = fill_xml(named_fill) if named_fill else _plain_fill(fill)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name={quoteattr(name)}>{_DECORATIVE}</p:cNvPr>'
        f'<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{frame(box)}<a:custGeom>'
        "<a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        '<a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{emu(box.width)}" h="{emu(box.height)}">{outline}</a:path>'
        f"</a:pathLst></a:custGeom>{color}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def _smooth_path(points: list[tuple[float, float]], box: Box) -> str:
    """A curve through the points (Catmull–Rom as Bézier pieces), closed along the lower edge."""
    padded = [points[0], *points, points[-1]]
    pieces = [f"<a:moveTo>{_point(*points[0])}</a:moveTo>"]
    for before, start, end, after in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        first = start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6
        second = end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6
        pieces.append(
            f"<a:cubicBezTo>{_point(*first)}{_point(*second)}{_point(*end)}</a:cubicBezTo>"
        )
    corners = ((box.width, box.height), (0.0, box.height))
    pieces += [f"<a:lnTo>{_point(*corner)}</a:lnTo>" for corner in corners]
    return "".join(pieces) + "<a:close/>"


def _point(x: float, y: float) -> str:
    return f'<a:pt x="{emu(x)}" y="{emu(y)}"/>'


def _plain_fill(value: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{value}"/></a:solidFill>'


def _geometry(preset: str) -> str:
    return f'<a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom>'
