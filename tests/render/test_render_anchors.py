"""Every figure of a finished document says which fact it shows, and is noted."""

from __future__ import annotations

import json
import re

from tiny import (
    A,
    ap,
    body,
    deck,
    figure,
    made,
    member,
    p,
    r,
    shape,
    slide,
    slide_table,
    table,
    word,
)

from generator.model import Place, Said, Use

CONTROL = (
    '<w:sdt><w:sdtPr><w:alias w:val="base:{key}"/><w:tag w:val="base:{key}"/><w:id w:val="{id}"/>'
    "</w:sdtPr><w:sdtContent>{run}</w:sdtContent></w:sdt>"
)


class Fact:
    """Anything that can be said as a figure."""

    def __figure__(self) -> Said:
        return figure("firms", "1184", part="number", statements=("000.firms",))


# -- Word ------------------------------------------------------------------------------------


def test_a_figure_in_word_stands_in_a_content_control():
    data = word(p(r("共{{ f }}家", "<w:b/>")))
    run = "<w:r><w:rPr><w:b/></w:rPr><w:t>{}</w:t></w:r>"
    control = CONTROL.format(key="firms", id=1, run=run.format("1184"))
    assert body(data, {"f": Fact()}) == f"<w:p>{run.format('共')}{control}{run.format('家')}</w:p>"


def test_controls_are_numbered_past_those_of_the_template():
    own = '<w:sdt><w:sdtPr><w:id w:val="2"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>'
    data = word(own + p("{% for x in xs %}{{ f }}{% endfor %}"))
    ids = re.findall(r'<w:id w:val="(\d+)"', body(data, {"f": Fact(), "xs": "abc"}))
    assert ids == ["2", "1", "3", "4"]


def test_a_stale_figure_is_grey_in_the_order_of_the_schema():
    looks = '<w:rFonts w:ascii="X"/><w:b/><w:color w:val="FF0000"/><w:sz w:val="32"/>'
    data = word(p(r("{{ f }}", looks)))
    grey = '<w:rFonts w:ascii="X"/><w:b/><w:color w:val="5A676E"/><w:sz w:val="32"/>'
    found = body(data, {"f": figure("k", "1", tone="stale")})
    assert f"<w:sdtContent><w:r><w:rPr>{grey}</w:rPr><w:t>1</w:t></w:r></w:sdtContent>" in found


def test_a_stale_figure_without_looks_is_grey():
    found = body(word(p("{{ f }}")), {"f": figure("k", "1", tone="stale")})
    assert '<w:r><w:rPr><w:color w:val="5A676E"/></w:rPr><w:t>1</w:t></w:r>' in found


def test_a_figure_in_alternative_text_is_text_and_is_noted():
    drawing = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="P" descr="{{ f }}"/></wp:inline>'
        "</w:drawing></w:r>"
    )
    rendered = made(word(p(drawing)), {"f": Fact()})
    assert 'descr="1184"' in member(rendered.data, "word/document.xml")
    where = "body, paragraph 1, alternative text of 'P'"
    assert rendered.uses == (
        Use("firms", "1184", "number", Place("t.docx", None, where), ("000.firms",)),
    )


def test_a_figure_in_the_title_is_text_and_is_noted():
    rendered = made(word(p("x"), core={"title": "{{ f }}家 & co"}), {"f": Fact()})
    assert "<dc:title>1184家 &amp; co</dc:title>" in member(rendered.data, "docProps/core.xml")
    assert [use.place.where for use in rendered.uses] == ["properties, title"]


def test_uses_are_noted_in_reading_order_with_their_places():
    data = word(p("{{ a }}") + table(("x", "{{ b }}")) + p("{{ a }}"), header1=p("{{ c }}"))
    names = {key: figure(key, key.upper()) for key in "abc"}
    rendered = made(data, names)
    assert [(use.key, use.text, use.place.where, use.ordinal) for use in rendered.uses] == [
        ("a", "A", "body, paragraph 1", 1),
        ("b", "B", "body, table 1, row 1, cell 2", 2),
        ("a", "A", "body, paragraph 2", 3),
        ("c", "C", "header, paragraph 1", 4),
    ]


def test_the_uses_name_the_document_that_is_made():
    rendered = made(word(p("{{ f }}")), {"f": Fact()}, file="press/brief.docx")
    assert rendered.uses[0].place == Place("press/brief.docx", None, "body, paragraph 1")


def test_a_figure_without_a_fact_is_text():
    rendered = made(word(p("{{ f }}")), {"f": figure("", "1")})
    assert rendered.uses == ()
    assert "<w:sdt>" not in member(rendered.data, "word/document.xml")


# -- PowerPoint ------------------------------------------------------------------------------


def names(data: bytes, context: dict[str, object]) -> list[str]:
    return re.findall(r'<p:cNvPr id="\d+" name="([^"]*)"', slide(data, context))


def tags(data: bytes, number: int = 1) -> list[dict[str, object]]:
    part = member(data, f"ppt/tags/factpack{number}.xml")
    return [
        json.loads(value.replace("&quot;", '"')) for value in re.findall(r"val='([^']*)'", part)
    ]


def test_a_text_box_with_one_figure_is_named_after_its_fact():
    assert names(deck(shape("共{{ f }}家")), {"f": Fact()}) == ["fact:firms"]


def test_a_second_box_of_the_same_fact_has_a_name_of_its_own():
    boxes = shape("{{ f }}") + shape("{{ f }}{{ f }}", 3)
    assert names(deck(boxes), {"f": Fact()}) == ["fact:firms", "fact:firms 2"]


def test_a_box_without_figures_keeps_its_name():
    assert names(deck(shape("{{ a }}", name="A &quot;B&quot;")), {"a": "x"}) == ["A &quot;B&quot;"]


def test_a_box_of_several_facts_lists_them_in_a_tag_part():
    rendered = made(
        deck(shape("{{ a }}{{ b }}{{ a }}")), {"a": figure("a", '1"<'), "b": figure("b", "2")}
    )
    assert tags(rendered.data) == [
        {"base": "base", "key": "a", "text": '1"&lt;', "ordinal": 1},
        {"base": "base", "key": "b", "text": "2", "ordinal": 2},
        {"base": "base", "key": "a", "text": '1"&lt;', "ordinal": 3},
    ]
    assert '<p:nvPr><p:custDataLst><p:tags r:id="rIdFp1"/></p:custDataLst></p:nvPr>' in member(
        rendered.data, "ppt/slides/slide1.xml"
    )
    assert (
        'Id="rIdFp1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/tags"'
        ' Target="../tags/factpack1.xml"'
        in member(rendered.data, "ppt/slides/_rels/slide1.xml.rels")
    )
    assert (
        '<Override PartName="/ppt/tags/factpack1.xml" ContentType="application/vnd.openxmlformats-'
        'officedocument.presentationml.tags+xml"/>' in member(rendered.data, "[Content_Types].xml")
    )


def test_figures_of_a_table_are_listed_with_the_cells_they_came_to_stand_in():
    data = deck(
        slide_table(
            ("x", "y"), ("{% for r in rows %}{{ r.a }}", "{{ r.b }}{% endfor %}"), ("", "{{ z }}")
        )
    )
    rows = [{"a": str(n), "b": figure(f"b{n}", f"B{n}")} for n in (1, 2)]
    rendered = made(data, {"rows": rows, "z": figure("z", "Z")})
    assert [(tag["key"], tag["row"], tag["column"]) for tag in tags(rendered.data)] == [
        ("b1", 2, 2),
        ("b2", 3, 2),
        ("z", 4, 2),
    ]
    assert [(use.place.where, use.shape, use.ordinal) for use in rendered.uses] == [
        ("slide 1, 'Grid', row 2, column 2", "Grid", 1),
        ("slide 1, 'Grid', row 3, column 2", "Grid", 2),
        ("slide 1, 'Grid', row 4, column 2", "Grid", 3),
    ]


def test_a_use_on_a_slide_names_the_shape_as_it_is_called_now():
    rendered = made(deck(shape("a\n{{ f }}")), {"f": Fact()})
    place = Place("t.docx", None, "slide 1, 'Box', paragraph 2")
    assert rendered.uses == (
        Use("firms", "1184", "number", place, ("000.firms",), "fact:firms", 1),
    )


def test_a_stale_figure_on_a_slide_is_grey():
    found = slide(deck(shape("{{ f }}")), {"f": figure("k", "1", tone="stale")})
    fill = '<a:solidFill><a:srgbClr val="5A676E"/></a:solidFill>'
    assert f'<a:r><a:rPr lang="zh-CN">{fill}</a:rPr><a:t>1</a:t></a:r>' in found


def test_a_stale_figure_keeps_its_outline_before_the_fill():
    run = f'<a:p xmlns:a="{A}"><a:r><a:rPr><a:ln/><a:noFill/><a:latin typeface="X"/></a:rPr><a:t>@</a:t></a:r></a:p>'
    data = deck(shape("@").replace(ap("@"), run.replace("@", "{{ f }}")))
    found = slide(data, {"f": figure("k", "1", tone="stale")})
    assert (
        '<a:rPr><a:ln/><a:solidFill><a:srgbClr val="5A676E"/></a:solidFill><a:latin typeface="X"/>'
        in found
    )


def test_figures_in_notes_are_anchored_in_their_notes():
    rendered = made(deck(shape("x"), notes=shape("{{ f }}")), {"f": Fact()})
    assert 'name="fact:firms"' in member(rendered.data, "ppt/notesSlides/notesSlide1.xml")
    assert [use.place.where for use in rendered.uses] == ["notes of slide 1, 'Box'"]
