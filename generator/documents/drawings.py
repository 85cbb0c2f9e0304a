"""The chart or picture that an alternative text belongs to, and how large its frame is.

Alternative text is ``wp:docPr/@descr`` in Word and ``p:cNvPr/@descr`` in PowerPoint (ECMA-376
part 1, 20.4.2.5 and 19.3.1.12); sizes are in EMU, 360,000 to the centimetre.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lxml import etree

from generator.documents.marks import OPEN, token_text
from generator.documents.texts import Text
from generator.documents.vocabulary import WP, A, C, P, R

_EMU_PER_CM = 360_000
_NAMES = {f"{{{WP}}}docPr", f"{{{P}}}cNvPr"}
_WORD_HOLDERS = {f"{{{WP}}}inline", f"{{{WP}}}anchor"}
_EMBED = f"{{{R}}}embed"
_RELATION = f"{{{R}}}id"
_SIZES = (f"{{{WP}}}extent", f"{{{P}}}xfrm/{{{A}}}ext", f"{{{P}}}spPr/{{{A}}}xfrm/{{{A}}}ext")


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart (`relation` leads to its part) or a picture; `size` is width and height in cm.

    With `late`, which part it leads to is settled when the document is made.
    """

    kind: Literal["chart", "picture"]
    name: str
    relation: str
    size: tuple[float, float]
    late: bool = False


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
    """Whether the relation of the drawing that this text describes was left open."""
    holder = _holder(text)
    if holder is None:
        return False
    chart = holder.find(f".//{{{C}}}chart")
    if chart is not None:
        return chart.get(_RELATION, "").startswith(OPEN)
    return any(blip.get(_EMBED, "").startswith(OPEN) for blip in holder.iter(f"{{{A}}}blip"))


def free_picture(text: Text) -> None:
    """Leave the picture's relation open: the mark ``e`` and the relation is answered when made.

    What PowerPoint keeps beside the picture (a vector twin, an effect on it) goes.
    """
    holder = _holder(text)
    blip = None if holder is None else _blip(holder)
    if blip is not None:
        blip.set(_EMBED, token_text(f"e{blip.get(_EMBED, '')}"))
        for child in list(blip):
            if child.tag == f"{{{A}}}extLst":
                blip.remove(child)


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
