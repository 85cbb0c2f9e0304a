"""A table that a designer has styled gets its rows from data, by a tag in its alternative text."""

from __future__ import annotations

import io
from collections.abc import Mapping

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from pptx import Presentation
from pptx.util import Cm

from generator.api import needs, render
from generator.model import FactpackError

HEAD = ("Year", "Visits")
TAG = "Visits by year {{ table(rows) }}"
ROWS = [["2030", 588], {"Visits": 612, "Year": "2031"}]


def paper(alt: str = TAG, rows: int = 3, head: bool = True) -> bytes:
    document = Document()
    table = document.add_table(rows, len(HEAD))
    table.style = "Table Grid"
    if not head:
        table._tbl.tblPr.find(qn("w:tblLook")).set(qn("w:firstRow"), "0")
    for cell, word in zip(table.rows[0].cells, HEAD, strict=True):
        cell.text = word
    for row in table.rows[1:]:
        row.cells[0].text = "an example"
        row.cells[1].paragraphs[0].add_run("0").bold = True
        row.cells[1].add_paragraph("and more")
    words = OxmlElement("w:tblDescription")
    words.set(qn("w:val"), alt)
    table._tbl.tblPr.append(words)
    return _saved(document)


def deck(alt: str = TAG) -> bytes:
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[5])
    frame = slide.shapes.add_table(3, len(HEAD), Cm(1), Cm(5), Cm(20), Cm(6))
    for cell, word in zip(frame.table.rows[0].cells, HEAD, strict=True):
        cell.text = word
    frame.table.cell(1, 1).text = "0"
    frame.table.cell(1, 1).text_frame.paragraphs[0].runs[0].font.bold = True
    frame._element.nvGraphicFramePr.cNvPr.set("descr", alt)
    return _saved(presentation)


def _saved(document: object) -> bytes:
    stream = io.BytesIO()
    document.save(stream)  # type: ignore[attr-defined]
    return stream.getvalue()


def filled(template: bytes, data: Mapping[str, object]) -> io.BytesIO:
    out = io.BytesIO()
    render(io.BytesIO(template), data, out)
    return out


def word_table(template: bytes, rows: object) -> object:
    return Document(filled(template, {"rows": rows})).tables[0]


def texts(table: object) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]  # type: ignore[attr-defined]


def test_a_word_table_has_a_row_for_each_of_the_data():
    assert texts(word_table(paper(), ROWS)) == [[*HEAD], ["2030", "588"], ["2031", "612"]]


def test_each_row_looks_like_the_first_below_the_head():
    table = word_table(paper(), ROWS)
    assert [row.cells[1].paragraphs[0].runs[0].bold for row in table.rows[1:]] == [True, True]


def test_the_rest_of_the_alternative_text_stays():
    words = word_table(paper(), ROWS)._tbl.tblPr.find(qn("w:tblDescription"))
    assert words.get(qn("w:val")) == "Visits by year"


def test_without_rows_the_head_stays_alone():
    assert texts(word_table(paper(), [])) == [[*HEAD]]


def test_a_table_without_a_head_takes_its_first_row_as_the_pattern():
    assert texts(word_table(paper(head=False), [["2030", 588]])) == [["2030", "588"]]


def test_a_slides_table_is_filled_alike():
    slide = Presentation(filled(deck(), {"rows": ROWS})).slides[0]
    frame = next(shape for shape in slide.shapes if shape.has_table)
    assert texts(frame.table) == [[*HEAD], ["2030", "588"], ["2031", "612"]]
    assert frame._element.nvGraphicFramePr.cNvPr.get("descr") == "Visits by year"
    assert frame.table.cell(2, 1).text_frame.paragraphs[0].runs[0].font.bold


def test_any_text_is_text():
    assert texts(word_table(paper(), [["R&D <b>", "{{ x }}"]]))[1] == ["R&D <b>", "{{ x }}"]


def test_the_rows_are_listed_among_the_needs():
    assert needs(io.BytesIO(paper())).names == ("rows",)


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([["2030"]], "row 1 has 1 values, and the table 2 columns"),
        ([["2030", 1], {"Year": "2031"}], "row 2 has no 'Visits', a heading of the table"),
        ([5], "row 1 is neither a list nor a mapping by the headings"),
        ("rows", "a table gets a list of rows, not 'rows'"),
    ],
)
def test_rows_that_do_not_fit_are_told(rows: object, reason: str):
    with pytest.raises(FactpackError, match=reason):
        word_table(paper(), rows)


def test_a_table_with_nothing_below_its_head_is_told():
    with pytest.raises(FactpackError, match="has no row that shows how they look"):
        word_table(paper(rows=1), ROWS)


def test_the_tag_in_a_text_is_told_where_it_belongs():
    document = Document()
    document.add_paragraph("{{ table(rows) }}")
    with pytest.raises(FactpackError, match="belongs in the alternative text of a table"):
        filled(_saved(document), {"rows": ROWS})
