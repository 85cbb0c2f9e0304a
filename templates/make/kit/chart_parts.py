"""Placing a native chart: its part and its workbook beside the document's other parts."""

from __future__ import annotations

from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI as WordURI
from docx.opc.part import Part as WordPart
from pptx.opc.package import Part as SlideFilePart
from pptx.opc.packuri import PackURI as SlideURI

from generator.documents.charts.chart import RELATION, ChartParts

_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def add_word_chart(owner: Any, files: ChartParts) -> str:
    """Add a chart to a Word part; returns the relationship id that a drawing names."""
    number = _next_number(owner.package.iter_parts(), "/word/charts/chart")
    names = WordURI(f"/word/charts/chart{number}.xml"), WordURI(_workbook_name("word", number))
    workbook = WordPart(names[1], _WORKBOOK, files.workbook, owner.package)
    chart = WordPart(names[0], CONTENT_TYPE.DML_CHART, b"", owner.package)
    chart._blob = _linked(files, chart.relate_to(workbook, RELATIONSHIP_TYPE.PACKAGE))
    return str(owner.relate_to(chart, RELATIONSHIP_TYPE.CHART))


def add_slide_chart(owner: Any, files: ChartParts) -> str:
    """Add a chart to a slide part; returns the relationship id that a frame names."""
    number = _next_number(owner.package.iter_parts(), "/ppt/charts/chart")
    names = SlideURI(f"/ppt/charts/chart{number}.xml"), SlideURI(_workbook_name("ppt", number))
    workbook = SlideFilePart(names[1], _WORKBOOK, owner.package, files.workbook)
    chart = SlideFilePart(names[0], CONTENT_TYPE.DML_CHART, owner.package, b"")
    chart._blob = _linked(files, chart.relate_to(workbook, RELATIONSHIP_TYPE.PACKAGE))
    return str(owner.relate_to(chart, RELATIONSHIP_TYPE.CHART))


def _next_number(parts: Any, head: str) -> int:
    return 1 + sum(str(part.partname).startswith(head) for part in parts)


def _workbook_name(folder: str, number: int) -> str:
    return f"/{folder}/embeddings/Microsoft_Excel_Sheet{number}.xlsx"


def _linked(files: ChartParts, relation: str) -> bytes:
    return files.xml.replace(RELATION.encode(), relation.encode())
