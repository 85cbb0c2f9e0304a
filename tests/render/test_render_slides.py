"""Slides repeated and left out by tags that stand on them."""

from __future__ import annotations

import io
import json
import re
import zipfile

import pytest
from lxml import etree
from tiny import (
    NOON,
    R,
    deck,
    faults,
    figure,
    made,
    member,
    p,
    shape,
    slide_table,
    texts,
    with_changed,
    word,
)

from generator.model import Place
from generator.render import compile_template, render

ITEMS = [{"name": "east", "firms": "3"}, {"name": "west", "firms": "4"}]


def slides(data: bytes, context: dict[str, object]) -> list[list[str]]:
    """The paragraphs of each slide of the finished deck."""
    whole = made(data, context).data
    return [texts(member(whole, name)) for name in slide_names(whole)]


def slide_names(whole: bytes) -> list[str]:
    """The slides' members in the order of the deck."""
    rels = member(whole, "ppt/_rels/presentation.xml.rels")
    links = dict(re.findall(r'Id="([^"]*)"[^>]*Target="([^"]*)"', rels))
    root = etree.fromstring(member(whole, "ppt/presentation.xml").encode())
    return [f"ppt/{links[node.get(f'{{{R}}}id')]}" for node in root.iter("{*}sldId")]


def box(text: str, left: int = 0, top: int = 0, name: str = "Box", number: int = 7) -> str:
    """A text box at a place of its own, one unit wide and high."""
    placed = (
        f'<p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="1" cy="1"/></a:xfrm></p:spPr>'
    )
    return shape(text, number, name).replace("<p:spPr/>", placed)


def sized(data: bytes) -> bytes:
    """The deck with slides of 100 × 80 units."""
    size = b'</p:sldIdLst><p:sldSz cx="100" cy="80"/>'
    return with_changed(data, "ppt/presentation.xml", b"</p:sldIdLst>", size)


# -- loops -----------------------------------------------------------------------------------


def test_a_loop_that_opens_and_closes_on_a_slide_repeats_it():
    looped = shape("{%slide for x in xs %}{{ x.name }}: {{ x.firms }}{%slide endfor %}")
    assert slides(deck(shape("A"), looped, shape("B")), {"xs": ITEMS}) == [
        ["A"], ["east: 3"], ["west: 4"], ["B"],
    ]  # fmt: skip


def test_a_loop_repeats_all_slides_from_its_opening_to_its_closing():
    data = deck(
        shape("{%slide for x in xs %}{{ x.name }}"), shape("plain"), shape("{{ x.firms }}")
        + shape("{%slide endfor %}end"),
    )  # fmt: skip
    turn = [["{name}"], ["plain"], ["{firms}", "end"]]
    assert slides(data, {"xs": ITEMS}) == [
        [text.format(**item) for text in one] for item in ITEMS for one in turn
    ]


def test_loops_stand_in_loops():
    data = deck(
        shape("{%slide for x in xs %}{{ x }}"),
        shape("{%slide for y in 'ab' %}{%slide if y != x %}{{ x }}{{ y }}{{ loop.index }}")
        + shape("{%slide endif %}{%slide endfor %}{%slide endfor %}"),
    )
    assert [one[0] for one in slides(data, {"xs": "bc"})] == ["b", "ba1", "c", "ca1", "cb2"]


def test_a_loop_over_nothing_leaves_its_slides_out():
    data = deck(shape("A"), shape("{%slide for x in xs %}{{ x }}{%slide endfor %}"))
    whole = made(data, {"xs": []}).data
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        assert "ppt/slides/slide2.xml" not in archive.namelist()
    assert [member(whole, name) for name in slide_names(whole)] == [
        member(data, "ppt/slides/slide1.xml")
    ]


def test_what_is_shown_instead_of_an_empty_loop():
    data = deck(
        shape("{%slide for x in xs %}{{ x }}"), shape("{%slide else %}nothing{%slide endfor %}")
    )
    assert slides(data, {"xs": []}) == [["nothing"]]
    assert slides(data, {"xs": "a"}) == [["a"]]


# -- conditions ------------------------------------------------------------------------------


@pytest.mark.parametrize(("n", "shown"), [(1, "one"), (2, "two"), (3, "many")])
def test_a_condition_shows_the_slides_of_one_branch(n: int, shown: str):
    data = deck(
        shape("{%slide if n == 1 %}one"),
        shape("{%slide elif n == 2 %}two"),
        shape("{%slide else %}many{%slide endif %}"),
    )
    assert slides(data, {"n": n}) == [[shown]]


def test_a_slide_without_a_tag_of_its_own_is_left_out_with_its_neighbours():
    data = deck(shape("{%slide if a %}A"), shape("B"), shape("C{%slide endif %}"), shape("D"))
    assert slides(data, {"a": False}) == [["D"]]
    assert slides(data, {"a": True}) == [["A"], ["B"], ["C"], ["D"]]


# -- names -----------------------------------------------------------------------------------


def test_names_of_the_loop_are_seen_in_shapes_notes_tables_and_alternative_texts():
    described = shape("S").replace('name="Box"', 'name="Box" descr="{{ x }}"')
    data = deck(
        described + slide_table(("{{ x }}", "{{ loop.index }}")),
        notes=shape("{%slide for x in xs %}about {{ x }}{%slide endfor %}"),
    )
    whole = made(data, {"xs": "ab"}).data
    for name, x, number in zip(slide_names(whole), "ab", "12", strict=True):
        xml = member(whole, name)
        assert f'descr="{x}"' in xml
        assert texts(xml) == ["S", x, number]
        file = name.rpartition("/")[2]
        notes = re.search(r"notesSlide\d", member(whole, f"ppt/slides/_rels/{file}.rels"))
        assert texts(member(whole, f"ppt/notesSlides/{notes[0]}.xml")) == [f"about {x}"]


def test_a_name_set_on_one_slide_is_seen_on_the_next():
    data = deck(
        shape("{%slide set n = 3 %}{% set m = 4 %}{{ n }}"),
        shape("{%slide if a %}{{ n }}{{ m }}{%slide endif %}"),
    )
    assert slides(data, {"a": True}) == [["3"], ["34"]]


def test_properties_are_filled_beside_slides():
    looped = shape("{%slide if a %}A{%slide endif %}")
    data = deck(shape("B"), looped, core={"title": "All of {{ t }}"})
    for a in (True, False):
        whole = made(data, {"a": a, "t": "it"}).data
        assert "<dc:title>All of it</dc:title>" in member(whole, "docProps/core.xml")


# -- what the tags leave ---------------------------------------------------------------------


def test_a_paragraph_of_slide_tags_alone_goes():
    data = deck(shape("{%slide for x in xs %}\n{{ x }}\n {%slide endfor %}"))
    assert slides(data, {"xs": "a"}) == [["a"]]


def test_the_last_paragraph_of_a_shape_stays():
    data = deck(shape("{%slide if a %}") + shape("{%slide endif %}\n{%slide set x = 1 %}"))
    assert slides(data, {"a": True}) == [["", ""]]


def test_runs_that_a_tag_is_split_over_are_no_hindrance():
    looped = shape("{%slide if a %}A{%slide endif %}")
    split = 'slide</a:t></a:r><a:r><a:rPr b="1"/><a:t> if a %}A'
    assert slides(deck(looped.replace("slide if a %}A", split)), {"a": True}) == [["A"]]


@pytest.mark.parametrize(("left", "top"), [(100, 0), (-1, 0), (0, 80), (0, -1)])
def test_a_box_of_slide_tags_beside_the_slide_goes(left: int, top: int):
    helper = box("{%slide for x in xs %}\n{%slide endfor %}", left, top, "Helper")
    whole = made(sized(deck(shape("{{ x }}") + helper)), {"xs": "ab"}).data
    assert [texts(member(whole, name)) for name in slide_names(whole)] == [["a"], ["b"]]


@pytest.mark.parametrize(
    "helper",
    [
        box("{%slide if a %}{%slide endif %}", 99, 79),
        box("{%slide if a %}{%slide endif %}\nA word", 100, 0),
        box("{%slide if a %}{%slide endif %}", 100, 0).replace(
            "<p:nvPr/>", '<p:nvPr><p:ph type="body"/></p:nvPr>'
        ),
        box("{%slide if a %}{%slide endif %}", 100, 0) + '<p:x spid="7"/>',
        box("{%slide if a %}{%slide endif %}", 100, 0) + '<a:stCxn id="7"/>',
    ],
    ids=["on the slide", "words", "placeholder", "animated", "joined"],
)
def test_other_boxes_stay(helper: str):
    whole = made(sized(deck(helper)), {"a": True}).data
    assert 'id="7" name="Box"' in member(whole, "ppt/slides/slide1.xml")


# -- figures ---------------------------------------------------------------------------------


def test_uses_say_the_number_of_the_slide_in_the_finished_deck():
    data = deck(
        shape("{%slide for x in xs %}{{ x }}", name="Title") + shape("{%slide endfor %}."),
        shape("{{ a }}", name="End"),
        notes=shape("{{ x }}", name="Notes"),
    )
    xs = [figure("k1", "1"), figure("k2", "2")]
    uses = made(data, {"xs": xs, "a": figure("a", "9")}).uses
    assert [(use.key, use.place.where, use.shape) for use in uses] == [
        ("k1", "slide 1, 'Title'", "fact:k1"),
        ("k1", "notes of slide 1, 'Notes'", "fact:k1"),
        ("k2", "slide 2, 'Title'", "fact:k2"),
        ("k2", "notes of slide 2, 'Notes'", "fact:k2"),
        ("a", "slide 3, 'End'", "fact:a"),
    ]


def test_every_copy_has_a_tag_part_of_its_own():
    data = deck(shape("{%slide for x in xs %}{{ x.a }}, {{ x.b }}{%slide endfor %}"))
    xs = [{key: figure(f"{key}{n}", f"{n}") for key in "ab"} for n in (1, 2)]
    whole = made(data, {"xs": xs}).data
    for name, keys in zip(slide_names(whole), (["a1", "b1"], ["a2", "b2"]), strict=True):
        id = re.search(r'<p:tags r:id="(\w+)"', member(whole, name))[1]
        rels = member(whole, f"ppt/slides/_rels/{name.rpartition('/')[2]}.rels")
        target = re.search(rf'Id="{id}"[^>]*Target="\.\./(tags/[^"]*)"', rels)[1]
        part = etree.fromstring(member(whole, f"ppt/{target}").encode())
        assert [json.loads(tag.get("val"))["key"] for tag in part] == keys


def test_cells_of_repeated_slides_are_told():
    data = deck(slide_table(("{%slide for x in xs %}", "{{ x }}{%slide endfor %}")))
    uses = made(data, {"xs": [figure("k", "1"), figure("k", "2")]}).uses
    assert [use.place.where for use in uses] == [
        f"slide {n}, 'Grid', row 1, column 2" for n in (1, 2)
    ]


# -- titles ----------------------------------------------------------------------------------


def told(title: str) -> bytes:
    """A deck with one title of a slide, as PowerPoint lists it in the properties."""
    app = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"'
        ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        '<Slides>1</Slides><HeadingPairs><vt:vector size="2" baseType="variant"><vt:variant>'
        "<vt:lpstr>Slide Titles</vt:lpstr></vt:variant><vt:variant><vt:i4>1</vt:i4></vt:variant>"
        '</vt:vector></HeadingPairs><TitlesOfParts><vt:vector size="1" baseType="lpstr">'
        f"<vt:lpstr>{title}</vt:lpstr></vt:vector></TitlesOfParts></Properties>"
    )
    titled = shape(title).replace("<p:nvPr/>", '<p:nvPr><p:ph type="title"/></p:nvPr>')
    data = deck(titled)
    relation = (
        '<Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/extended-properties" Target="docProps/app.xml"/></Relationships>'
    )
    data = with_changed(data, "_rels/.rels", b"</Relationships>", relation.encode())
    buffer = io.BytesIO(data)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("docProps/app.xml", app)
    return buffer.getvalue()


def titles(whole: bytes) -> tuple[str, list[str]]:
    app = etree.fromstring(member(whole, "docProps/app.xml").encode())
    return app.findtext("{*}Slides"), [n.text for n in app.iterfind("{*}TitlesOfParts//{*}lpstr")]


def test_the_properties_list_the_titles_of_all_slides():
    data = told("{%slide for x in xs %}On {{ x }}{%slide endfor %}")
    assert titles(made(data, {"xs": ["a", "b & c"]}).data) == ("2", ["On a", "On b & c"])


def test_the_properties_list_filled_titles_where_no_slide_is_repeated():
    assert titles(made(told("On {{ x }}"), {"x": "a"}).data) == ("1", ["On a"])


# -- faults ----------------------------------------------------------------------------------


def test_faults_of_slide_tags_are_told_with_their_slides():
    data = deck(
        shape("{%slide for x in xs %}"), shape("{%slide endif %}"), shape("{%slide spam %}")
    )
    assert faults(data) == [
        "slide 2, 'Box': {%slide endif %}: endif closes a block that was never opened.",
        "slide 3, 'Box': {%slide spam %}: 'spam' is no tag.",
        "slide 1, 'Box': {%slide for x in xs %}: for is never closed.",
    ]


def test_a_slide_tag_that_cannot_be_read_is_told():
    (fault,) = faults(deck(shape("{%slide if a b %}A{%slide endif %}")))
    assert fault.startswith("slide 1, 'Box': {%slide if a b %}: The tag cannot be read")


def test_failing_slide_tags_are_told_all_at_once_with_other_tags():
    data = deck(
        shape("{%slide for x in spam %}{{ ham }}{%slide endfor %}"),
        shape("{%slide if eggs %}{{ toast }}{%slide endif %}"),
    )
    assert [fault.partition(":")[0] for fault in faults(data, {})] == [
        "slide 1, 'Box'", "slide 2, 'Box'",
    ]  # fmt: skip


def test_a_deck_keeps_a_slide():
    data = deck(shape("{%slide for x in xs %}{{ x }}{%slide endfor %}"))
    assert faults(data, {"xs": []}) == [
        ": No slide is left: all of them stand in blocks that show nothing."
    ]


def test_a_zoom_needs_slides_that_stay():
    zoom = shape("A") + "<p:sldZm/>"
    assert faults(deck(zoom, shape("{%slide if a %}{%slide endif %}"))) == [
        "slide 1: A zoom stands here, and slides are repeated or left out by tags."
    ]
    assert faults(deck(zoom + shape("{{ a }}")), {"a": "x"}) == []


def test_a_plain_block_cannot_span_slides():
    (first, second) = faults(deck(shape("{% for x in xs %}"), shape("{% endfor %}")))
    assert "for is never closed" in first
    assert "was never opened" in second


def test_slide_tags_are_for_decks():
    assert faults(word(p("{%slide if a %}A{%slide endif %}"))) == [
        f"body, paragraph 1: {{%slide {word} %}} is for slides of a deck."
        for word in ("if a", "endif")
    ]


def test_what_a_slide_tag_asks_for_is_listed():
    data = deck(shape("A"), shape("{%slide for x in xs %}{{ x }}{%slide endfor %}"))
    needs = compile_template(data, "t.pptx").needs()
    assert [(need.name, need.place) for need in needs] == [
        ("xs", Place("t.pptx", None, "slide 2, 'Box'"))
    ]


def test_a_slide_loop_pays_for_its_steps():
    data = deck(shape("{%slide for x in range(3000000) %}{%slide endfor %}"))
    template = compile_template(data, "t.pptx")
    (problem,) = render(template, {}, {}, base="b", when=NOON).problems
    assert "steps" in problem.problem
