"""Slides repeated and left out: what a deck of the sample's slides A to E looks like."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made_decks import changed, made, orphans, package, part, show, titled
from slide_samples import CHART

from generator.documents.packages.zipping import CONTENT_TYPES
from generator.documents.slides.deck import SlideTurn
from generator.documents.slides.lists import Entry

WORKBOOK = "ppt/embeddings/Microsoft_Excel_Sheet1.xlsx"
IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"


# -- the deck --------------------------------------------------------------------------------


def test_slides_come_in_the_order_of_their_turns():
    assert made("A B C B C E").titles() == "A B C B C E"


def test_a_slide_shows_what_its_turn_says():
    assert made("A", titled("B", "east"), titled("B", "west")).titles() == "A east west"


def test_the_first_turn_keeps_its_id_and_copies_get_ids_above_the_highest():
    assert made("B B A B").ids() == [257, 261, 256, 262]


def test_ids_below_are_taken_when_there_are_none_above():
    slides = (Entry(0, 2**31 - 1, "rId1"), Entry(1, 256, "rId2"))
    fresh = replace(show().lists, entries=slides).fresh_ids()
    assert [next(fresh), next(fresh)] == [257, 258]


def test_a_deck_may_be_left_without_slides():
    deck = made()
    assert (deck.titles(), deck.app()["Slides"], orphans(deck)) == ("", "0", set())


def test_the_same_turns_give_the_same_bytes():
    assert made("A B B E").data == made("A B B E").data


def test_a_slide_that_is_not_in_the_template_is_refused():
    with pytest.raises(ValueError, match="the template has no slide"):
        show().arranged([SlideTurn("ppt/slides/slide9.xml")])


def test_parts_of_another_slide_are_refused():
    with pytest.raises(ValueError, match=r"ppt/charts/chart1.xml: no parts of ppt/slides/slide1"):
        show().arranged([SlideTurn(part("A"), replaced={CHART: b""})])


# -- parts -----------------------------------------------------------------------------------


def test_slides_are_numbered_as_they_come():
    deck = made("E B B A")
    assert deck.slides() == [f"ppt/slides/slide{number}.xml" for number in (1, 2, 3, 4)]
    assert deck.titles() == "E B B A"
    assert deck.read("[Content_Types].xml").count(b"/ppt/slides/slide") == 4


def test_what_knows_slides_is_led_to_where_they_are():
    assert [title for _, title in made("D B").links("ppt/viewProps.xml").values()] == [
        "ppt/slides/slide2.xml", "ppt/slides/slide1.xml",
    ]  # fmt: skip


def test_a_copy_has_notes_of_its_own_that_lead_back_to_it():
    deck = made("B B")
    first, second = deck.slides()
    notes = [deck.of_kind(slide, "notesSlide")[0] for slide in (first, second)]
    assert notes == ["ppt/notesSlides/notesSlide1.xml", "ppt/notesSlides/notesSlide3.xml"]
    assert [deck.of_kind(one, "slide") for one in notes] == [[first], [second]]


def test_a_copy_has_the_notes_that_its_turn_says():
    notes = package().read("ppt/notesSlides/notesSlide1.xml").decode()
    turn = SlideTurn(part("B"), notes=notes.replace("Notes of B", "Notes of west"))
    deck = made("B", turn)
    assert b"Notes of B" in deck.read("ppt/notesSlides/notesSlide1.xml")
    assert b"Notes of west" in deck.read("ppt/notesSlides/notesSlide3.xml")


def test_a_chart_is_copied_with_its_workbook_and_colours():
    deck = made("B B")
    chart = deck.of_kind(deck.slides()[1], "chart")[0]
    assert chart == "ppt/charts/chart2.xml"
    assert sorted(deck.links(chart).values()) == [
        ("chartColorStyle", "ppt/charts/colors2.xml"),
        ("package", "ppt/embeddings/Microsoft_Excel_Sheet2.xlsx"),
    ]
    assert deck.read(chart) == package().read(CHART)


def test_each_turn_has_its_own_chart_data():
    turns = [SlideTurn(part("B"), replaced={CHART: x, WORKBOOK: x}) for x in (b"<x/>", b"<y/>")]
    deck = made(*turns)
    charts = [deck.of_kind(slide, "chart")[0] for slide in deck.slides()]
    books = [deck.of_kind(chart, "package")[0] for chart in charts]
    assert [deck.read(name) for name in charts + books] == [b"<x/>", b"<y/>"] * 2


def test_layouts_and_pictures_are_shared():
    deck = made("D D")
    first, second = deck.slides()
    assert deck.of_kind(second, "image") == deck.of_kind(first, "image") == ["ppt/media/image1.png"]
    assert deck.of_kind(second, "slideLayout") == deck.of_kind(first, "slideLayout")


def test_tag_parts_are_copied():
    deck = made("C C")
    assert [deck.of_kind(slide, "tags") for slide in deck.slides()] == [
        ["ppt/tags/tag1.xml"], ["ppt/tags/tag2.xml"],
    ]  # fmt: skip


def test_a_comment_stays_with_the_first_copy():
    deck = made("D D")
    assert [deck.of_kind(slide, "comments") for slide in deck.slides()] == [
        ["ppt/comments/comment1.xml"], [],
    ]  # fmt: skip


def test_what_only_dropped_slides_used_goes_with_them():
    assert made("A B C E").arranged.removed == {
        "ppt/slides/slide5.xml",
        "ppt/slides/_rels/slide5.xml.rels",
        "ppt/notesSlides/notesSlide2.xml",
        "ppt/notesSlides/_rels/notesSlide2.xml.rels",
        "ppt/media/image1.png",
        "ppt/comments/comment1.xml",
        "ppt/changesInfos/changesInfo1.xml",
    }


def test_new_relationships_go_to_the_turn_that_asks_for_them():
    added = ("rIdFp1", IMAGE, "../media/factpack1.png")
    turn = SlideTurn(part("B"), relations={part("B"): [added]})
    deck = made("B", turn, members={"ppt/media/factpack1.png": b"red"})
    assert [deck.of_kind(slide, "image") for slide in deck.slides()] == [
        [], ["ppt/media/factpack1.png"],
    ]  # fmt: skip


def test_a_new_relationship_takes_the_place_of_one_with_its_id():
    added = ("rId2", IMAGE, "../media/factpack1.png")
    turn = SlideTurn(part("B"), relations={part("B"): [added]})
    deck = made(turn, members={"ppt/media/factpack1.png": b"red"})
    assert deck.links(deck.slides()[0])["rId2"] == ("image", "ppt/media/factpack1.png")


def test_copies_keep_clear_of_names_that_others_add():
    deck = made("C C", members={"ppt/tags/tag2.xml": b"<x/>"})
    assert deck.of_kind(deck.slides()[1], "tags") == ["ppt/tags/tag3.xml"]


def test_content_types_that_others_changed_are_kept():
    types = package().read(CONTENT_TYPES)
    types = types.replace(
        b"<Default ", b'<Default Extension="gif" ContentType="image/gif"/><Default ', 1
    )
    assert b'Extension="gif"' in made("B B", members={CONTENT_TYPES: types}).read(CONTENT_TYPES)


def test_it_says_which_member_each_part_became():
    names = made("A C C").arranged.names
    assert names[2] == {
        "ppt/slides/slide3.xml": "ppt/slides/slide3.xml",
        "ppt/tags/tag1.xml": "ppt/tags/tag2.xml",
    }


def test_a_copy_has_a_creation_id_of_its_own():
    deck = made("B B B")
    ids = [node.get("val") for s in deck.slides() for node in deck.tree(s).iter("{*}creationId")]
    assert ids == ["7", "8", "9"]


def test_slides_that_share_a_chart_part_have_one_each():
    relations = "ppt/slides/_rels/slide4.xml.rels"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart"
    link = f'<Relationship Id="rId9" Type="{kind}" Target="../charts/chart1.xml"/></Relationships>'
    deck = changed(relations, "</Relationships>", link)
    charts = [name for slide in deck.slides() for name in deck.of_kind(slide, "chart")]
    assert charts == [CHART, "ppt/charts/chart2.xml"]


def test_a_part_that_the_whole_deck_uses_is_shared():
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/tags"
    link = f'<Relationship Id="rId99" Type="{kind}" Target="tags/tag1.xml"/></Relationships>'
    deck = changed("ppt/_rels/presentation.xml.rels", "</Relationships>", link, "CC")
    assert [deck.of_kind(s, "tags") for s in deck.slides()] == [["ppt/tags/tag1.xml"]] * 2


def test_the_history_of_the_template_is_left_out():
    history = "ppt/changesInfos/changesInfo1.xml"
    assert history in package()
    assert history not in made("A B C D E").names()
