"""Fragments of a chart part: shapes, text, references and labels (ECMA-376 part 1, §21.2).

Each function writes one element as text, in the order that the schema asks for.
"""

from __future__ import annotations

from functools import lru_cache

from generator.documents.charts.book import SHEET, column, number_text
from generator.documents.charts.look import READABLE, ChartLook, Colour
from generator.documents.packages.escapes import escape, quoteattr
from generator.model import ChartSpec, Point, PointState, Series

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

# -- slots of a theme as a chart names them: text and background through the colour map --
_SCHEME = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}
_EMU_PER_POINT = 12700
Paint = str  # -- a colour's element as text: ours, or a designer's with its tints --
NO_LINE = "<a:ln><a:noFill/></a:ln>"


@lru_cache(maxsize=64)
def paint(colour: Colour) -> Paint:
    """A colour, by its theme slot where it has one, so that the chart follows the document."""
    if colour.slot:
        return f'<a:schemeClr val="{_SCHEME.get(colour.slot, colour.slot)}"/>'
    return f'<a:srgbClr val="{colour.rgb}"/>'


def solid_xml(own: Paint) -> str:
    return f"<a:solidFill>{own}</a:solidFill>"


def line_xml(own: Paint, points: float, dash: str = "") -> str:
    dashed = f'<a:prstDash val="{dash}"/>' if dash else ""
    return f'<a:ln w="{round(points * _EMU_PER_POINT)}">{solid_xml(own)}{dashed}</a:ln>'


def mark_xml(state: PointState, own: Paint, look: ChartLook) -> str:
    """The fill and outline that tell what kind of value a bar shows (its honesty mark).

    Hatched has not happened yet, an outlined one is of another scope, a grey one is out of date.
    """
    if state == "forecast":
        return (
            f'<a:pattFill prst="wdUpDiag"><a:fgClr>{own}</a:fgClr>'
            f"<a:bgClr>{paint(look.white)}</a:bgClr></a:pattFill>"
            f"{line_xml(own, look.outline)}"
        )
    if state == "other_scope":
        return solid_xml(paint(look.white)) + line_xml(paint(look.other_scope), look.outline)
    if state == "stale":
        return solid_xml(paint(look.white)) + line_xml(paint(look.grey), look.outline)
    return solid_xml(paint(look.muted) if state == "earlier" else own) + NO_LINE


def threshold_xml(look: ChartLook) -> str:
    """A short rule at the height of a mark that was passed: no bar, since it is no value."""
    return (
        f'<c:spPr>{NO_LINE}</c:spPr><c:marker><c:symbol val="dash"/>'
        f'<c:size val="{look.rule_size}"/><c:spPr>{solid_xml(paint(look.ink))}{NO_LINE}</c:spPr>'
        "</c:marker>"
    )


def marker_xml(state: PointState, own: Paint, look: ChartLook) -> str:
    """The dot of a line: full for a fresh result, hollow for a forecast and for a stale one."""
    edge = paint(look.grey) if state == "stale" else own
    fill = paint(look.white) if state in ("stale", "forecast") else own
    return (
        '<c:marker><c:symbol val="circle"/><c:size val="8"/>'
        f"<c:spPr>{solid_xml(fill)}{line_xml(edge, look.outline)}</c:spPr></c:marker>"
    )


def bar_point_xml(at: int, state: PointState, own: Paint, look: ChartLook) -> str:
    """One bar that looks other than its series."""
    return (
        f'<c:dPt><c:idx val="{at}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        f"<c:spPr>{mark_xml(state, own, look)}</c:spPr></c:dPt>"
    )


def line_point_xml(at: int, state: PointState, own: Paint, look: ChartLook) -> str:
    """One dot that looks other than its series; the way to a forecast is dashed."""
    dash = "sysDash" if state == "forecast" else ""
    return (
        f'<c:dPt><c:idx val="{at}"/>{marker_xml(state, own, look)}<c:bubble3D val="0"/>'
        f"<c:spPr>{line_xml(own, look.line, dash)}</c:spPr></c:dPt>"
    )


@lru_cache(maxsize=256)
def text_xml(look: ChartLook, points: float, colour: Colour, bold: bool = False) -> str:
    """Text properties with a Latin and an East Asian face, so that no renderer has to guess."""
    return (
        "<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>"
        f'<a:defRPr sz="{round(points * 100)}" b="{int(bold)}">{solid_xml(paint(colour))}'
        f"<a:latin typeface={quoteattr(look.latin)}/><a:ea typeface={quoteattr(look.ea)}/>"
        f'</a:defRPr></a:pPr><a:endParaRPr lang="{look.lang}"/></a:p></c:txPr>'
    )


def name_xml(series: Series, index: int) -> str:
    """The reference to a series' name, with its cache."""
    return (
        f"<c:tx><c:strRef><c:f>{SHEET}!${column(index + 1)}$1</c:f><c:strCache>"
        f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{escape(series.name)}</c:v></c:pt>'
        "</c:strCache></c:strRef></c:tx>"
    )


def categories_xml(categories: tuple[str, ...]) -> str:
    """The reference to the names along the axis, with its cache."""
    points = "".join(
        f'<c:pt idx="{index}"><c:v>{escape(name)}</c:v></c:pt>'
        for index, name in enumerate(categories)
    )
    return (
        f"<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${len(categories) + 1}</c:f><c:strCache>"
        f'<c:ptCount val="{len(categories)}"/>{points}</c:strCache></c:strRef></c:cat>'
    )


def values_xml(series: Series, index: int) -> str:
    """The reference to a series' values, with its cache; a gap has no point."""
    letters = column(index + 1)
    points = "".join(
        f'<c:pt idx="{at}" formatCode={quoteattr(point.number_format)}>'
        f"<c:v>{number_text(point.value)}</c:v></c:pt>"
        for at, point in enumerate(series.points)
        if point.value is not None
    )
    count = len(series.points)
    return (
        f"<c:val><c:numRef><c:f>{SHEET}!${letters}$2:${letters}${count + 1}</c:f><c:numCache>"
        f'<c:formatCode>General</c:formatCode><c:ptCount val="{count}"/>{points}'
        "</c:numCache></c:numRef></c:val>"
    )


def labels_xml(spec: ChartSpec, series: Series, own: Colour, look: ChartLook) -> str:
    """The labels of a series: live values in each point's own format, never typed text."""
    drawn = [(at, point) for at, point in enumerate(series.points) if point.value is not None]
    if not drawn:
        return ""
    usual = label_xml(spec, drawn[0][1], own, look)
    others = []
    for at, point in drawn[1:]:
        label = label_xml(spec, point, own, look)
        if label != usual:
            others.append(f'<c:dLbl><c:idx val="{at}"/>{label}</c:dLbl>')
    return f"<c:dLbls>{''.join(others)}{usual}</c:dLbls>"


def label_xml(spec: ChartSpec, point: Point, own: Colour, look: ChartLook) -> str:
    """What stands inside a label: number format, ground, text, place, what it shows."""
    stacked = spec.kind == "stacked"
    colour = look.label_colour(spec, point, own)
    if stacked:
        colour = _colour_inside(spec, point, own, look)
    ground = (
        solid_xml(paint(look.white)) if stacked and point.state == "forecast" else "<a:noFill/>"
    )
    above = spec.kind == "line" or point.state == "threshold"
    place = "ctr" if stacked else "t" if above else "outEnd"
    return (
        f'<c:numFmt formatCode={quoteattr(point.number_format)} sourceLinked="0"/>'
        f"<c:spPr>{ground}{NO_LINE}</c:spPr>"
        f"{text_xml(look, look.label_size(spec, point), colour, bold=True)}"
        f'<c:dLblPos val="{place}"/>'
        '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    )


def _colour_inside(spec: ChartSpec, point: Point, own: Colour, look: ChartLook) -> Colour:
    """The colour of letters on a bar: white where that can be read."""
    if point.state in ("plain", "emphasis"):
        return look.white if own.contrast_to_white >= READABLE else look.ink
    return look.label_colour(spec, point, own)
