"""What knows of slides in a deck: links, sections, custom shows, properties."""

from __future__ import annotations

import pytest
from made_decks import R, changed, made, part, titled
from slide_samples import PRESENTATION

from generator.documents.slides.text import title

# -- links between slides --------------------------------------------------------------------


def clicks(turns: str, number: int) -> dict[str, str]:
    """Where the links of a slide lead: the member's place in the deck, counted from 1."""
    deck = made(turns)
    slide = deck.slides()[number - 1]
    links = deck.links(slide)
    place = {name: str(at) for at, name in enumerate(deck.slides(), 1)}
    return {
        "".join(shape.itertext()).strip(): place[links[relation][1]]
        for shape in deck.tree(slide).iter("{*}sp")
        for click in shape.iter("{*}hlinkClick")
        if (relation := click.get(f"{R}id"))
    }


def test_a_link_to_a_repeated_slide_leads_to_its_first_copy():
    assert clicks("A B C C E", 1) == {"to C": "3", "to E": "5"}


def test_slides_that_come_equally_often_belong_together():
    assert clicks("A C A C E", 3)["to C"] == "4"
    assert clicks("A C A C E", 4) == {"back": "3"}
    assert clicks("A A C C E", 2)["to C"] == "4"


def test_a_repeated_slide_leads_to_one_of_its_own_round():
    assert clicks("A A C A C E", 2)["to C"] == "3"
    assert clicks("A A C A C E", 4)["to C"] == "5"


def test_a_link_to_a_dropped_slide_becomes_plain_text():
    deck = made("A E")
    assert deck.clicks(part("A")) == {"to E": "E"}
    assert b"to C" in deck.read(part("A"))
    assert deck.of_kind(part("A"), "slide") == [deck.slides()[1]]


def test_a_link_in_finished_text_goes_too():
    deck = made(titled("A", "cover"))
    assert (deck.titles(), deck.clicks(part("A"))) == ("cover", {})


def test_the_outline_view_forgets_dropped_slides():
    deck = made("A B")
    assert deck.links("ppt/viewProps.xml") == {"rId1": ("slide", part("B"))}
    assert deck.read("ppt/viewProps.xml").count(b"<p:sld ") == 1


# -- lists -----------------------------------------------------------------------------------


def test_copies_join_the_section_of_their_original():
    assert made("A B B C E").sections() == [("opening", "A"), ("middle", "B B C"), ("end", "E")]


def test_a_section_without_slides_goes():
    assert made("A E").sections() == [("opening", "A"), ("end", "E")]


def test_a_section_that_comes_again_has_an_id_of_its_own():
    deck = made("A D E D E")
    assert deck.sections() == [
        ("opening", "A"), ("middle", "D"), ("end", "E"), ("middle", "D"), ("end", "E"),
    ]  # fmt: skip
    ids = [node.get("id") for node in deck.tree(PRESENTATION).iter("{*}section")]
    assert len(set(ids)) == 5


def test_a_custom_show_in_the_order_of_the_deck_keeps_to_it():
    assert made("A C A C").shows()["short"] == "A C A C"


def test_a_custom_show_in_an_order_of_its_own_shows_all_copies_of_each():
    assert made("B B D").shows()["backwards"] == "D B B"


def test_a_custom_show_without_slides_goes_with_the_links_that_start_it():
    deck = made("B E")
    assert deck.shows() == {"backwards": "B"}
    assert deck.clicks(deck.slides()[1]) == {}
    deck = made("A E")
    assert deck.clicks(deck.slides()[1]) == {"short show": "ppaction://customshow?id=0&return=true"}


@pytest.mark.parametrize(
    ("turns", "shown"),
    [
        ("A B C D E", {"sldRg": "2 4"}),
        ("A A B B D E", {"sldRg": "3 5"}),
        ("A E", {"sldAll": " "}),
    ],
)
def test_the_slides_to_show_are_counted_anew(turns: str, shown: dict[str, str]):
    choice = made(turns).tree("ppt/presProps.xml").find("{*}showPr")[1]
    name = choice.tag.partition("}")[2]
    assert {name: f"{choice.get('st', '')} {choice.get('end', '')}"} == shown


# -- properties ------------------------------------------------------------------------------


def test_the_properties_count_slides_and_list_their_titles():
    deck = made("A", titled("B", "east & west".replace("&", "&amp;")), "B E")
    assert deck.app() == {
        "Slides": "4", "Notes": "2", "HiddenSlides": "1",
        "headings": "主题 1 幻灯片标题 4 自定义放映 2",
        "titles": "Office A east & west B E short backwards",
    }  # fmt: skip


def test_headings_without_titles_go():
    assert made("E").app()["headings"] == "主题 1 幻灯片标题 1"


def test_slides_are_known_by_their_number_in_other_languages():
    assert "Folientitel 5" in str(changed("docProps/app.xml", "幻灯片标题", "Folientitel").app())


def test_titles_in_an_unclear_order_are_left_out():
    app = changed("docProps/app.xml", "<vt:i4>5</vt:i4>", "<vt:i4>4</vt:i4>").app()
    assert (app["Slides"], app["headings"], app["titles"]) == ("5", "", "")


def test_a_template_s_tags_are_no_titles():
    app = changed("docProps/app.xml", "<vt:lpstr>A<", "<vt:lpstr>{{ a }}<").app()
    assert app["titles"] == "Office A B C D E short backwards"


@pytest.mark.parametrize(
    ("shape", "words"),
    [
        ('<p:ph type="title"/><a:p><a:r><a:t>one</a:t></a:r></a:p>', "one"),
        (
            '<p:ph idx="0" type="ctrTitle"/><a:p><a:t>one</a:t><a:br/><a:t>two</a:t></a:p>',
            "one two",
        ),
        (
            '<p:ph type="title"/><a:p><a:t>R&amp;D</a:t></a:p><a:p><a:t>two</a:t></a:p>',
            "R&amp;D two",
        ),
        ('<p:ph type="subTitle"/><a:p><a:t>one</a:t></a:p>', ""),
    ],
)
def test_a_title_is_a_line_of_the_title_shape(shape: str, words: str):
    assert title(f"<p:sp>{shape}</p:sp><p:sp><a:t>other</a:t></p:sp>") == words
