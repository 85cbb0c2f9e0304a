"""What a reader reads in a finished file, with the figures anchored in it."""

from __future__ import annotations

import io
from dataclasses import dataclass

import pytest
from docx import Document
from pptx import Presentation
from pptx.util import Cm

from generator import api
from generator.documents.anchors import Listed
from generator.documents.passages import Anchored, Passage, read_passages
from generator.model import FactpackError, Place, Said

PLACE = Place("a.docx")


@dataclass(frozen=True)
class Figure:
    key: str
    text: str

    def __figure__(self) -> Said:
        return Said(self.text, self.key)


NAMES = {"boats": Figure("boats", "12"), "rafts": Figure("rafts", "3"), "word": "plain"}


def made(document) -> bytes:
    """A template filled with two figures and a plain word."""
    stream = io.BytesIO()
    document.save(stream)
    return api.render(io.BytesIO(stream.getvalue()), NAMES, base="b").data


def deck(*lines: str):
    """A deck of one slide with one text box."""
    show = Presentation()
    slide = show.slides.add_slide(show.slide_layouts[6])
    box = slide.shapes.add_textbox(Cm(1), Cm(1), Cm(9), Cm(3))
    box.name = "Box"
    box.text_frame.text = "\n".join(lines)
    return show, slide


def test_a_paragraph_of_word_tells_where_its_figures_stand():
    document = Document()
    document.add_paragraph("Now {{ boats }} boats and {{ rafts }} rafts, {{ word }}.")
    assert read_passages(made(document), PLACE) == [
        Passage(
            "body, paragraph 1",
            "Now 12 boats and 3 rafts, plain.",
            (Anchored(4, 6, "boats"), Anchored(17, 18, "rafts")),
        )
    ]


def test_tables_headers_and_footers_are_read():
    document = Document()
    document.add_table(1, 2).cell(0, 1).text = "{{ boats }}"
    document.sections[0].footer.paragraphs[0].text = "{{ rafts }} rafts"
    found = read_passages(made(document), PLACE)
    assert [(one.where, one.text, [mark.key for mark in one.anchored]) for one in found] == [
        ("body, table 1, row 1, cell 2", "12", ["boats"]),
        ("footer, paragraph 1", "3 rafts", ["rafts"]),
    ]


def test_an_empty_paragraph_is_no_passage():
    document = Document()
    document.add_paragraph(" ")
    assert read_passages(made(document), PLACE) == []


def test_a_shape_that_shows_one_fact_names_it():
    show, _ = deck("{{ boats }} boats")
    (one,) = read_passages(made(show), Place("a.pptx"))
    assert (one.text, one.listed) == ("12 boats", (Listed("boats", "", 1),))


def test_a_shape_that_shows_more_lists_them():
    show, _ = deck("{{ boats }} boats, {{ rafts }} rafts")
    (one,) = read_passages(made(show), Place("a.pptx"))
    assert one.listed == (Listed("boats", "12", 1), Listed("rafts", "3", 2))


def test_a_table_of_a_slide_lists_the_figures_of_each_cell():
    show, slide = deck("{{ word }}")
    table = slide.shapes.add_table(1, 2, Cm(1), Cm(5), Cm(9), Cm(2)).table
    table.cell(0, 0).text, table.cell(0, 1).text = "{{ boats }}", "{{ rafts }}"
    found = read_passages(made(show), Place("a.pptx"))
    assert [(one.text, [mark.key for mark in one.listed]) for one in found] == [
        ("plain", []), ("12", ["boats"]), ("3", ["rafts"]),
    ]  # fmt: skip


def test_notes_are_read_after_their_slide():
    show, slide = deck("{{ word }}")
    slide.notes_slide.notes_text_frame.text = "Say {{ boats }}."
    found = read_passages(made(show), Place("a.pptx"))
    assert [one.where.partition(",")[0] for one in found] == ["slide 1", "notes of slide 1"]
    assert [mark.key for mark in found[1].listed] == ["boats"]


def test_what_is_no_office_file_is_refused():
    with pytest.raises(FactpackError):
        read_passages(b"plain text", PLACE)
