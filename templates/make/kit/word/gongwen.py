"""The page of a formal document: GB/T 9704-2012, clauses 5 and 7.5, proved by measuring it.

A4, type area 156 × 225 mm with 37 mm above and 28 mm at the left (5.2.1), 22 lines of 28
characters (5.2.3); page numbers in half-width 宋体 of size 4 between dashes whose upper edge is
7 mm under the type area, odd ones right, even ones left, one character in (7.5).
"""

from __future__ import annotations

from typing import Any

from docx.document import Document as Paper
from docx.oxml import parse_xml
from docx.shared import Mm

from templates.make.kit.package import become
from templates.make.kit.word.base import bare_paper
from templates.make.kit.word.fields import field_runs
from templates.make.kit.word.gongwen_styles import LINE, SIZE_4, faces_xml, styles_xml
from templates.make.kit.word.styles import W

TYPE_AREA = 156.0, 225.0  # mm, width and height
MARGINS = {"top": 37.0, "left": 28.0, "bottom": 35.0, "right": 26.0}  # mm
# From the paper's lower edge to that of the page number's line, so that the dash is in its place.
_FOOTER = 25.5
_IN = SIZE_4 * 20  # twips: one character of the page number


def new_gongwen() -> Paper:
    """An empty formal document."""
    paper = bare_paper(styles_xml(), faces_xml())
    _set_page(paper)
    paper.settings.odd_and_even_pages_header_footer = True
    section = paper.sections[0]
    for footer, align, side in (
        (section.footer, "right", "right"),
        (section.even_page_footer, "left", "left"),
    ):
        footer.is_linked_to_previous = False
        _set_number(footer.paragraphs[0]._p, align, side)
    return paper


def _set_page(paper: Paper) -> None:
    section = paper.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    for side, width in MARGINS.items():
        setattr(section, f"{side}_margin", Mm(width))
    section.header_distance, section.footer_distance = Mm(15), Mm(_FOOTER)
    grid = section._sectPr.find("{*}docGrid")
    if grid is not None:
        section._sectPr.remove(grid)
    section._sectPr.append(parse_xml(f'<w:docGrid {W} w:type="lines" w:linePitch="{LINE}"/>'))


def _set_number(paragraph: Any, align: str, side: str) -> None:
    """“— 1 —”."""
    become(paragraph, parse_xml(
        f'<w:p {W}><w:pPr><w:pStyle w:val="Footer"/><w:ind w:{side}="{_IN}"/>'
        f'<w:jc w:val="{align}"/></w:pPr></w:p>'
    ))  # fmt: skip
    dash = '<w:r {}><w:t xml:space="preserve">{}</w:t></w:r>'
    paragraph.append(parse_xml(dash.format(W, "— ")))
    for run in field_runs("PAGE", "1"):
        paragraph.append(run)
    paragraph.append(parse_xml(dash.format(W, " —")))
