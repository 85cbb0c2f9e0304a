"""Native charts in the line of a Word document's text."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from docx.document import Document as Paper

from generator.documents.charts.chart import ChartParts
from templates.make.kit.chart_parts import add_word_chart
from templates.make.kit.tokens import emu
from templates.make.kit.word.paragraphs import properties_xml
from templates.make.kit.word.styles import W

_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def chart_paragraph(
    paper: Paper, id: str, files: ChartParts, size: tuple[float, float], number: int,
    name: str, more: str = "",
) -> str:  # fmt: skip
    """A paragraph with the drawing `number` of a document: a chart of `size` cm.

    The tag in its alt text says which chart it is.
    """
    relation = add_word_chart(paper.part, files)
    alt = quoteattr(f'{{{{ chart("{id}") }}}}')
    width, height = size
    drawing = (
        '<w:drawing xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        'wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        '<wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{emu(width)}" cy="{emu(height)}"/>'
        '<wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{number}" name="{name} {id}" descr={alt}/>'
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_CHART}">'
        f'<c:chart xmlns:c="{_CHART}" r:id="{relation}"/></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing>"
    )
    return f"<w:p {W}>{properties_xml('Figure', more)}<w:r>{drawing}</w:r></w:p>"
