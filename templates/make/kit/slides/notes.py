"""Speaker's notes, with a notes master of our own look."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

from templates.make.kit.slides.base import set_theme
from templates.make.kit.slides.text import NAMESPACES
from templates.make.kit.tokens import emu
from templates.make.kit.tongue import ZH, Tongue


def add_notes_master(deck: Deck, tongue: Tongue = ZH) -> None:
    """A notes master in the theme, listed in the presentation, its picture 16:9."""
    master: Any = deck.notes_master
    set_theme(master.part, tongue)
    for shape in master.placeholders:
        if shape.placeholder_format.type is PP_PLACEHOLDER.SLIDE_IMAGE:
            shape.left, shape.top, shape.width, shape.height = map(emu, (1.9, 1.9, 15.24, 8.57))
    relation = deck.part.relate_to(master.part, RT.NOTES_MASTER)
    listed = f'<p:notesMasterIdLst {NAMESPACES}><p:notesMasterId r:id="{relation}"/></p:notesMasterIdLst>'
    masters: Any = deck.part._element.find("{*}sldMasterIdLst")
    masters.addnext(parse_xml(listed))


def write_notes(slide: Slide, paragraphs: Sequence[str], tongue: Tongue = ZH) -> None:
    """The notes of a slide, one idea a paragraph."""
    frame: Any = slide.notes_slide.notes_text_frame
    body = frame._txBody
    for old in body.p_lst:
        body.remove(old)
    for words in paragraphs:
        body.append(parse_xml(
            f"<a:p {NAMESPACES}><a:r><a:rPr {tongue.run}/>"
            f"<a:t>{escape(words)}</a:t></a:r></a:p>"
        ))  # fmt: skip
