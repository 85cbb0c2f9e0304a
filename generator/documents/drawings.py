"""The chart or picture that an alternative text belongs to, and how large its frame is.

Alternative text is ``wp:docPr/@descr`` in Word and ``p:cNvPr/@descr`` in PowerPoint (ECMA-376
part 1, 20.4.2.5 and 19.3.1.12); sizes are in EMU, 360,000 to the centimetre.
"""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from generator.documents.frames import Drawing
from generator.documents.skeletons.marks import OPEN, token, token_text
from generator.documents.skeletons.texts import Text
from generator.documents.vocabulary import WP, A, C, P, R

_EMU_PER_CM = 360_000
_NAMES = {f"{{{WP}}}docPr", f"{{{P}}}cNvPr"}
_WORD_HOLDERS = {f"{{{WP}}}inline", f"{{{WP}}}anchor"}
_CROP, _EXTRAS = f"{{{A}}}srcRect", f"{{{A}}}extLst"
_EMBED = f"{{{R}}}embed"
_RELATION = f"{{{R}}}id"
_SIZES = (f"{{{WP}}}extent", f"{{{P}}}xfrm/{{{A}}}ext", f"{{{P}}}spPr/{{{A}}}xfrm/{{{A}}}ext")


def drawing_of(text: Text) -> Drawing | None:
    """The chart or picture that this alternative text describes."""
    holder = _holder(text)
    if holder is None:
        return None
    name = text.node.get("name", "")
    chart = holder.find(f".//{{{C}}}chart")
    if chart is not None:
        return Drawing("chart", name, chart.get(_RELATION, ""), _size(holder))
    blip = _blip(holder)
    if blip is not None:
        return Drawing("picture", name, blip.get(_EMBED, ""), _size(holder))
    return None


def free_chart(chart: etree._Element) -> None:
    """Leave a chart's relation open: the mark ``g`` and the relation is answered when made."""
    relation = chart.get(_RELATION, "")
    if not relation.startswith(OPEN):
        chart.set(_RELATION, token_text(f"g{relation}"))


def is_free(text: Text) -> bool:
    """Whether the relation of the chart that this text describes was left open."""
    holder = _holder(text)
    chart = None if holder is None else holder.find(f".//{{{C}}}chart")
    return chart is not None and chart.get(_RELATION, "").startswith(OPEN)


def free_picture(text: Text, code: str, drawing: Drawing) -> Drawing:
    """Leave the picture's relation open, to be answered when the document is made.

    Late marks stand for the relation (``e5``), for what Office keeps inside the picture (``x5``: a
    vector twin, an effect on it) and for how it is cropped (``s5``). What they stood for goes into
    the drawing that is given back, for the case that the picture stays.
    """
    holder = _holder(text)
    blip = None if holder is None else _blip(holder)
    if blip is None:
        return drawing
    blip.set(_EMBED, token_text(f"e{code}"))
    extras = _taken(blip.find(_EXTRAS))
    if extras:
        blip.append(token(f"x{code}"))
    following = blip.getnext()
    crop = _taken(following if following is not None and following.tag == _CROP else None)
    blip.addnext(token(f"s{code}"))
    return replace(drawing, crop=crop, extras=extras)


def _taken(node: etree._Element | None) -> str:
    """An element as text, out of its tree."""
    if node is None:
        return ""
    text = etree.tostring(node, encoding="unicode", with_tail=False)
    parent = node.getparent()
    assert parent is not None
    parent.remove(node)
    return text


def _holder(text: Text) -> etree._Element | None:
    """The drawing whose name element carries the text."""
    if text.kind != "attribute" or text.attribute != "descr" or text.node.tag not in _NAMES:
        return None
    holder = text.node.getparent()
    if holder is not None and holder.tag not in _WORD_HOLDERS:
        holder = holder.getparent()
    return holder


def _blip(holder: etree._Element) -> etree._Element | None:
    return holder.find(f".//{{{A}}}blip[@{_EMBED}]")


def _size(holder: etree._Element) -> tuple[float, float]:
    for path in _SIZES:
        extent = holder.find(path)
        if extent is not None:
            return (_length(extent.get("cx", "")), _length(extent.get("cy", "")))
    return (0.0, 0.0)


def _length(emu: str) -> float:
    """A length in cm; none where the file gives no plain number."""
    return int(emu) / _EMU_PER_CM if emu.isdecimal() else 0.0
