"""Slides repeated and left out: what a deck of the sample's slides A to E looks like."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_decks import R, Made, made, orphans, package, part, show, titled, zipped
from slide_samples import CHART, PRESENTATION, SLIDES, template

from generator.documents.package import read_package
from generator.documents.slide_text import title
from generator.documents.slides import SlideShow, SlideTurn
from generator.documents.zipping import CONTENT_TYPES
from generator.model import Place

VALIDATORS = Path(__file__).parents[1] / "validators"
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
    lists = show().lists
    at_the_end = type(lists)(**{**_fields(lists), "entries": (_entry(2**31 - 1), _entry(256))})
    fresh = at_the_end.fresh_ids()
    assert [next(fresh), next(fresh)] == [257, 258]


def _fields(lists: object) -> dict[str, object]:
    return {name: getattr(lists, name) for name in type(lists).__dataclass_fields__}


def _entry(id: int):
    return type(show().lists.entries[0])(0, id, "rId1")


def test_a_deck_may_be_left_without_slides():
    deck = made()
    assert (deck.titles(), deck.app()["Slides"], orphans(deck)) == ("", "0", set())


def test_the_same_turns_give_the_same_bytes():
    assert made("A B B E").data == made("A B B E").data


def test_a_slide_that_is_not_in_the_template_is_refused():
    with pytest.raises(ValueError, match="the template has no slide 'ppt/slides/slide9.xml'"):
        show().arranged([SlideTurn("ppt/slides/slide9.xml")])


def test_parts_of_another_slide_are_refused():
    with pytest.raises(ValueError, match=r"ppt/charts/chart1.xml: no parts of ppt/slides/slide1"):
        show().arranged([SlideTurn(part("A"), replaced={CHART: b""})])


# -- parts -----------------------------------------------------------------------------------


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
        "ppt/slides/slide4.xml",
        "ppt/slides/_rels/slide4.xml.rels",
        "ppt/notesSlides/notesSlide2.xml",
        "ppt/notesSlides/_rels/notesSlide2.xml.rels",
        "ppt/media/image1.png",
        "ppt/comments/comment1.xml",
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
    assert deck.links(part("B"))["rId2"] == ("image", "ppt/media/factpack1.png")


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
        "ppt/slides/slide3.xml": "ppt/slides/slide6.xml",
        "ppt/tags/tag1.xml": "ppt/tags/tag2.xml",
    }


def test_a_copy_has_a_creation_id_of_its_own():
    deck = made("A A A")
    assert [b'creationId xmlns:p14="%s" val="%d"' % (P14, n) in deck.read(slide)
            for slide, n in zip(deck.slides(), (7, 8, 9), strict=True)] == [True] * 3  # fmt: skip


P14 = b"http://schemas.microsoft.com/office/powerpoint/2010/main"


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
    assert deck.of_kind(part("A"), "slide") == [part("E")]


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
    assert deck.clicks(part("E")) == {}
    assert made("A E").clicks(part("E")) == {"short show": "ppaction://customshow?id=0&return=true"}


def test_the_slides_to_show_are_counted_anew():
    def shown(turns: str) -> list[str]:
        choices = made(turns).tree("ppt/presProps.xml").iterfind("{*}showPr/*[2]")
        return [f"{node.tag.split('}')[1]} {node.get('st')} {node.get('end')}" for node in choices]

    assert shown("A B C D E") == ["sldRg 2 4"]
    assert shown("A A B B D E") == ["sldRg 3 5"]
    assert shown("A E") == ["sldAll None None"]


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


def changed(name: str, old: str, new: str) -> Made:
    """All slides of the sample deck, one of its members changed before."""
    before = read_package(template(), Place("t.pptx"))
    arranged = before.read(name).decode().replace(old, new).encode()
    before._unpacked[name] = arranged
    deck = SlideShow.read(before)
    result = deck.arranged([SlideTurn(slide) for slide in deck.slides])
    return Made(zipped(before, result), result)


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


def test_the_history_of_the_template_is_left_out():
    history = "http://schemas.microsoft.com/office/2016/11/relationships/changesInfo"
    relation = f'<Relationship Id="rId99" Type="{history}" Target="viewProps.xml"/></Relationships>'
    deck = changed("ppt/_rels/presentation.xml.rels", "</Relationships>", relation)
    assert "rId99" not in deck.links(PRESENTATION)
    assert "ppt/viewProps.xml" not in deck.names()


# -- whole files -----------------------------------------------------------------------------


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(SLIDES), max_size=12))
def test_any_turns_give_a_whole_deck(tmp_path_factory: pytest.TempPathFactory, turns: list[str]):
    import ooxml_extra_checks

    deck = made(*[titled(name, f"{name}{at}") for at, name in enumerate(turns)])
    assert deck.titles().split() == [f"{name}{at}" for at, name in enumerate(turns)]
    assert orphans(deck) == set()
    assert len({name.lower() for name in deck.names()}) == len(deck.names())
    assert len(set(deck.ids())) == len(turns)
    assert all(256 <= id < 2**31 for id in deck.ids())
    assert [
        title for _, titles in deck.sections() for title in titles.split()
    ] == deck.titles().split()
    assert deck.app()["Slides"] == str(len(turns))
    owned = [
        deck.of_kind(s, kind) for s in deck.slides() for kind in ("chart", "notesSlide", "tags")
    ]
    assert len({name for names in owned for name in names}) == sum(map(len, owned))
    file = tmp_path_factory.mktemp("deck") / "t.pptx"
    file.write_bytes(deck.data)
    assert ooxml_extra_checks.check(str(file)) == []


def test_python_pptx_opens_it(tmp_path: Path):
    from pptx import Presentation

    (tmp_path / "t.pptx").write_bytes(made("A B B D D E").data)
    slides = Presentation(str(tmp_path / "t.pptx")).slides
    assert [slide.shapes.title.text for slide in slides] == "A B B D D E".split()
    assert [s.notes_slide.notes_text_frame.text for s in slides if s.has_notes_slide] == [
        "Notes of B", "Notes of B", "Notes of D", "Notes of D",
    ]  # fmt: skip
    books = [
        c.chart.part.chart_workbook.xlsx_part.partname
        for s in slides
        for c in s.shapes
        if c.has_chart
    ]
    assert len(set(books)) == 2


ARRANGED = ["A B C D E", "A B B C C D D E", "B C B C E D E D", "B E", "D"]


@pytest.mark.validators
def test_microsofts_validator_finds_nothing(tmp_path: Path, flagship: Path):
    import ooxml_sdk_validate

    ooxml_sdk_validate.load()
    for number, turns in enumerate(ARRANGED):
        (tmp_path / f"{number}.pptx").write_bytes(made(turns).data)
        assert ooxml_sdk_validate.validate(str(tmp_path / f"{number}.pptx")) == [], turns
    (tmp_path / "deck.pptx").write_bytes(of_the_flagship(flagship))
    assert ooxml_sdk_validate.validate(str(tmp_path / "deck.pptx")) == []


def of_the_flagship(root: Path) -> bytes:
    """The flagship's template with its chart slides three times, some slides twice, some gone."""
    before = read_package((root / "templates/zhejiang-deck.pptx").read_bytes(), Place("t.pptx"))
    deck = SlideShow.read(before)
    turns = [SlideTurn(deck.slides[index]) for index in (0, 1, 4, 5, 4, 5, 4, 7, 1, 10)]
    return zipped(before, deck.arranged(turns))


@pytest.mark.office
def test_libreoffice_makes_a_page_of_every_slide_that_is_not_hidden(tmp_path: Path, flagship: Path):
    import subprocess

    files = {"t": made("A B B C D D E").data, "deck": of_the_flagship(flagship)}
    for name, data in files.items():
        (tmp_path / f"{name}.pptx").write_bytes(data)
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    paths = [str(tmp_path / f"{name}.pptx") for name in files]
    subprocess.run(
        [*command, "--convert-to", "pdf", "--outdir", str(tmp_path), *paths],
        capture_output=True, check=True,
    )  # fmt: skip
    from pypdf import PdfReader

    assert [len(PdfReader(tmp_path / f"{name}.pdf").pages) for name in files] == [6, 10]


@pytest.fixture(autouse=True, scope="module")
def _validators_at_hand():
    sys.path.insert(0, str(VALIDATORS))
    yield
    sys.path.remove(str(VALIDATORS))
