"""Words measured against their places, on decks and documents as an office makes them."""

from __future__ import annotations

import io
from collections.abc import Callable

import advances_of_faces
import pytest
from docx import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.shared import Cm as WordCm
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.util import Cm, Pt

from generator.documents.fit.advances import advances
from generator.documents.fit.bodies import Body, Paragraph
from generator.documents.fit.lines import NEVER_FIRST, NEVER_LAST, Piece, break_lines, may_break
from generator.documents.fit.looks import Look, Spacing
from generator.documents.fit.measure import overflows

ARIAL = advances("Arial", bold=False, chinese=False)
CHINESE = advances("Arial", bold=False, chinese=True)

# -- characters ------------------------------------------------------------------------------


def test_the_table_is_that_of_the_faces():
    faces = advances_of_faces.liberation(), advances_of_faces.dejavu()
    known = {
        int(point, 16): list(map(int, widths))
        for point, *widths in map(
            str.split, advances_of_faces.TABLE.read_text(encoding="utf-8").splitlines()[3:]
        )
    }
    for first, paths in zip((0, 2), faces, strict=True):
        for column, path in enumerate(paths, first):
            real = advances_of_faces.advances(path)
            assert {p: w[column] for p, w in known.items()} == {p: real.get(p, 1000) for p in known}


@pytest.mark.parametrize(
    ("text", "ems"), [("山海", 2.0), ("，。（）", 4.0), ("0", 0.557), ("é", 0.557), ("\u200b", 0.0)]
)
def test_a_chinese_character_is_one_em_and_a_digit_is_as_wide_as_arials(text: str, ems: float):
    assert CHINESE.of(text) == pytest.approx(ems)


def test_quotation_marks_are_wide_in_chinese_and_narrow_in_english():
    assert (CHINESE.of("“”"), ARIAL.of("“”")) == (2.0, pytest.approx(0.668))


def test_an_unknown_face_is_taken_to_be_a_wide_one():
    unknown = advances("Ferryport Display", bold=False, chinese=False)
    assert unknown.of("Harbour") > ARIAL.of("Harbour")
    assert advances("Arial", bold=True, chinese=False).of("Harbour") > ARIAL.of("Harbour")


# -- lines -----------------------------------------------------------------------------------


def lines(text: str, ems: float, widths=CHINESE) -> int:
    return len(break_lines([Piece(text, 10, widths)], ems * 10))


@pytest.mark.parametrize(
    ("text", "ems", "expected"),
    [
        ("渡船往来", 4, 1),
        ("渡船往来", 3, 2),
        ("渡船，往来", 2, 3),  # the comma takes 船 with it to the second line
        ("（渡船）", 3, 2),
        ("", 3, 1),
    ],
)
def test_chinese_breaks_anywhere_but_before_a_closing_mark(text: str, ems: float, expected: int):
    assert lines(text, ems) == expected


def test_english_breaks_between_words_and_cuts_a_word_that_is_too_long():
    assert lines("many boats", 3.5, ARIAL) == 2
    assert lines("many boats  ", ARIAL.of("many boats"), ARIAL) == 1
    assert lines("boatsboatsboats", 3, ARIAL) == 3


def test_a_number_in_two_runs_is_not_broken():
    pieces = [Piece(text, 10, CHINESE) for text in ("渡船", "1,1", "84", "只")]
    assert len(break_lines(pieces, 10 * (2 + CHINESE.of("1,18")))) == 2
    assert not any(may_break(a, b) for a, b in zip("1,184", ",184", strict=False))


@given(st.text("渡船往来，。（）“”Aab 12-", max_size=40), st.integers(2, 12))
def test_no_line_has_more_than_it_can_hold_and_narrower_needs_no_fewer(text: str, ems: int):
    assert lines(text, ems) >= lines(text, ems + 1)
    assert lines(text, ems) >= CHINESE.of(text.strip()) / (ems + 1)


@given(st.characters(codec="utf-8"))
def test_no_mark_stands_alone_at_an_edge(char: str):
    assert not any(may_break(char, mark) for mark in NEVER_FIRST if char.strip())
    assert not any(may_break(mark, char) for mark in NEVER_LAST if char.strip() and char != "-")


def test_exact_lines_and_the_space_between_paragraphs_add_up():
    look = Look(line=Spacing(points=12), before=Spacing(points=3), after=Spacing(points=2))
    body = Body([Paragraph(look, [Piece("渡船", 10, CHINESE)])] * 2)
    assert body.needs(20).height == 12 + 2 + 3 + 12
    assert body.needs(20, edges=True).height == 3 + 12 + 2 + 3 + 12 + 2
    assert body.needs(10).lines == 4


# -- decks -----------------------------------------------------------------------------------


def deck(draw: Callable[..., None]) -> list[str]:
    """What is too long on a slide of 25.4 × 19.05 cm that `draw` has drawn on."""
    file = Presentation()
    draw(file.slides.add_slide(file.slide_layouts[5]))
    data = io.BytesIO()
    file.save(data)
    return [
        f"{over.where}: {over.opening}: {over}" for over in overflows("t.pptx", data.getvalue())
    ]


def box(shapes, text: str, width: float = 5, height: float = 1, size: int = 16, name: str = "Box"):
    shape = shapes.add_textbox(Cm(2), Cm(8), Cm(width), Cm(height))
    shape.name = name
    frame = shape.text_frame
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.text = text
    frame.paragraphs[0].line_spacing = Pt(20)
    frame.paragraphs[0].runs[0].font.size = Pt(size)
    return shape


def test_a_text_that_fits_is_not_spoken_of():
    assert deck(lambda slide: box(slide.shapes, "渡船往来")) == []


def test_a_box_too_low_for_its_words_is_told_with_what_it_needs():
    assert deck(lambda slide: box(slide.shapes, "渡船往来，渡船往来")) == [
        "slide 1, 'Box': 渡船往来，渡船往来: it needs 1.41 cm of height, and there are 0.75 cm"
    ]


def test_insets_take_room_away():
    def draw(slide) -> None:
        frame = box(slide.shapes, "渡船往来渡", width=3).text_frame
        frame.margin_left = frame.margin_right = 0

    assert deck(draw) == []
    assert len(deck(lambda slide: box(slide.shapes, "渡船往来渡", width=3))) == 1


def test_a_title_takes_its_place_from_the_layout_and_has_two_lines():
    def draw(slide) -> None:
        slide.shapes.title.text = "Many boats of Ferryport went over the river in June " * 2

    assert deck(draw)[0].endswith("it takes 4 lines, and 2 are allowed")


def test_a_box_that_grows_may_grow_to_the_next_shape_and_no_further():
    def grows(slide, below: float) -> None:
        shape = box(slide.shapes, "渡船往来，" * 3, width=5)
        shape.text_frame.auto_size = MSO_AUTO_SIZE.SHAPE_TO_FIT_TEXT
        slide.shapes.add_textbox(Cm(2), Cm(below), Cm(5), Cm(1))

    assert deck(lambda slide: grows(slide, 12)) == []
    assert len(deck(lambda slide: grows(slide, 9.2))) == 1


def test_a_group_that_is_drawn_smaller_makes_its_boxes_smaller():
    def draw(slide, share: float) -> None:
        group = slide.shapes.add_group_shape()
        box(group.shapes, "渡船往来渡船")
        group.width = round(Cm(5) * share)

    assert deck(lambda slide: draw(slide, 1.0)) == []
    assert len(deck(lambda slide: draw(slide, 0.5))) == 1


def test_a_table_grows_with_its_cells_until_the_slide_ends():
    def draw(slide, words: str) -> None:
        frame = slide.shapes.add_table(2, 2, Cm(2), Cm(15), Cm(8), Cm(2))
        frame.name = "Boats"
        frame.table.cell(1, 0).text = words

    assert deck(lambda slide: draw(slide, "渡船往来")) == []
    told = deck(lambda slide: draw(slide, "渡船往来" * 9))
    assert [line.split(":")[0] for line in told] == ["slide 1, 'Boats, row 2, column 1'"]


def test_text_on_one_line_may_be_as_wide_as_the_slide():
    def draw(slide, words: str) -> None:
        box(slide.shapes, words, width=1).text_frame.word_wrap = False

    assert deck(lambda slide: draw(slide, "渡船往来")) == []
    assert len(deck(lambda slide: draw(slide, "渡船往来" * 20))) == 1


# -- Word ------------------------------------------------------------------------------------


def document(words: str, height: float, exact: bool = True) -> list[str]:
    file = Document()
    table = file.add_table(1, 2)
    row = table.rows[0]
    row.height = WordCm(height)
    row.height_rule = WD_ROW_HEIGHT_RULE.EXACTLY if exact else WD_ROW_HEIGHT_RULE.AT_LEAST
    row.cells[1].text = words
    data = io.BytesIO()
    file.save(data)
    return [f"{over.where}: {over}" for over in overflows("t.docx", data.getvalue())]


def test_a_row_of_an_exact_height_cuts_no_words_off():
    assert document("Boats", 1) == []
    assert document("Boats of Ferryport " * 20, 1) == [
        "table 1, row 1, cell 2: it needs 5.71 cm of height, and there are 1.00 cm"
    ]


def test_a_row_that_grows_may_hold_any_text():
    assert document("Boats of Ferryport " * 20, 1, exact=False) == []


BOX = (
    '<w:p {ns}><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
    '<wp:extent cx="1800000" cy="{height}"/><wp:docPr id="9" name="Box"/><a:graphic>'
    '<a:graphicData uri="{wps}"><wps:wsp xmlns:wps="{wps}"><wps:cNvSpPr/><wps:spPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="1800000" cy="{height}"/></a:xfrm></wps:spPr><wps:txbx>'
    "<w:txbxContent><w:p><w:r><w:t>Boats of Ferryport, twelve of them</w:t></w:r></w:p>"
    "</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline>"
    "</w:drawing></w:r></w:p>"
)
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


@pytest.mark.parametrize(("height", "found"), [(1_800_000, 0), (360_000, 1)])
def test_a_text_box_cuts_no_words_off(height: int, found: int):
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    file = Document()
    xml = BOX.format(ns=nsdecls("w", "wp", "a"), wps=WPS, height=height)
    file.element.body.insert(0, parse_xml(xml))
    data = io.BytesIO()
    file.save(data)
    assert len(overflows("t.docx", data.getvalue())) == found
