"""Rich values in Word and PowerPoint: looks, links, lists, breaks, pictures, whole paragraphs."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from test_render_drawn import RED as RED_DOT
from tiny import body, deck, faults, figure, lines, made, member, p, r, shape, slide, table, word

from generator.render import (
    BulletList,
    InlineImage,
    LineBreak,
    Link,
    Listing,
    NumberedList,
    PageBreak,
    RichText,
    RichTextParagraph,
    Subdoc,
)

DECK_RUN = '<a:r><a:rPr lang="zh-CN"{more}<a:t>{text}</a:t></a:r>'


def relations(data: bytes, part: str) -> str:
    folder, _, name = part.rpartition("/")
    return member(data, f"{folder}/_rels/{name}.rels")


def members(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.namelist()


# -- places ----------------------------------------------------------------------------------


def test_a_plain_text_alone_in_its_paragraph_stays_in_it():
    assert body(word(p("{{ x }}")), {"x": "1"}) == p("1").replace(' xml:space="preserve"', "")


def test_paragraphs_take_the_place_of_a_paragraph_without_a_prefix():
    assert lines(word(p("a") + p("{{ x }}") + p("z")), {"x": BulletList(["1", "2"])}) == [
        "a", "1", "2", "z",
    ]  # fmt: skip


def test_a_bookmark_beside_a_tag_is_no_company():
    mark = '<w:bookmarkStart w:id="1" w:name="b"/>'
    template = word(f'<w:p>{mark}{r("{{ x }}")}<w:bookmarkEnd w:id="1"/></w:p>')
    assert lines(template, {"x": BulletList(["1", "2"])}) == ["1", "2"]
    assert mark in body(template, {"x": "1"})


def test_a_value_without_paragraphs_leaves_one():
    assert lines(word(table(("{{ x }}", "b"))), {"x": BulletList([])}) == ["", "b"]


@pytest.mark.parametrize("template", [word(p("a {{ x }}")), deck(shape("a {{ x }}"))])
def test_paragraphs_in_a_sentence_are_refused(template: bytes):
    (fault,) = faults(template, {"x": BulletList([1])})
    assert "give its tag a paragraph of its own" in fault


def test_a_new_paragraph_inside_a_link_is_a_link_again():
    link = f'<w:hyperlink w:anchor="b">{r("a {{ x }} z")}</w:hyperlink>'
    assert body(word(f"<w:p>{link}</w:p>"), {"x": "1\a2"}).count('<w:hyperlink w:anchor="b">') == 2


def test_a_break_of_paragraphs_in_a_slide():
    assert lines(deck(shape("a {{ x }} z")), {"x": "1\a2\n3"}) == ["a 1", "2\n3 z"]
    assert lines(deck(shape("{{ x }}")), {"x": Listing("1\f2")}) == ["1", "2"]


def test_marks_in_a_value_are_never_marks_of_ours():
    odd = "\x02(\x03\x02N\x03a\x02i\x03"
    template = word(
        table(("{% for x in xs %}{{ x }}", "{{ x|truncate(4, True, '', 0) }}{% endfor %}"))
    )
    assert lines(template, {"xs": [odd]}) == ["(Nai", "("]


# -- looks -----------------------------------------------------------------------------------


def test_looks_in_a_slide_are_laid_over_those_of_the_tag():
    text = RichText("a", bold=True, color="#ff0000", size=24, superscript=True)
    fill = '<a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></a:rPr>'
    more = f' sz="1200" b="1" baseline="30000">{fill}'
    assert DECK_RUN.format(more=more, text="a") in slide(deck(shape("{{ x }}")), {"x": text})


@pytest.mark.parametrize(
    ("looks", "words"),
    [({"color": "red"}, "six hexadecimal digits"), ({"size": 9999}, "half points"),
     ({"font": "moon:Arial"}, "region")],
)  # fmt: skip
def test_looks_that_office_does_not_have_are_refused(looks: dict[str, object], words: str):
    with pytest.raises(ValueError, match=words):
        RichText("a", **looks)


def test_a_style_cannot_smuggle_markup():
    xml = body(word(p("{{ x }}")), {"x": RichText("a", style='x"/><w:b w:val="')})
    assert "<w:b " not in xml


def test_a_fact_in_a_rich_text_keeps_its_anchor():
    class Fact:
        def __figure__(self) -> object:
            return figure("k", "5")

    text = RichText("a ")
    text.add(Fact(), bold=True)
    rendered = made(word(p("{{ x }}")), {"x": text})
    assert [(use.key, use.text) for use in rendered.uses] == [("k", "5")]
    assert 'w:val="base:k"' in member(rendered.data, "word/document.xml")


def test_a_rich_text_in_an_attribute_is_its_text():
    picture = '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="a" descr="{{ x }} z"/></wp:inline></w:drawing></w:r>'
    assert 'descr="a&amp;b z"' in body(word(p(picture)), {"x": RichText("a&b", bold=True)})


def test_templates_cannot_change_a_rich_value():
    (fault,) = faults(word(p("{{ x.add(1) }}")), {"x": RichText("a")})
    assert "not allowed" in fault or "not safely callable" in fault
    (fault,) = faults(word(p("{{ x.document() }}")), {"x": Subdoc()})
    assert "not safely callable" in fault


# -- links -----------------------------------------------------------------------------------


def test_a_link_opens_an_address_and_says_so():
    rendered = made(word(p("a {{ x }} z")), {"x": Link("site", "https://a.example/?b=1&c", "Go")})
    assert '<w:hyperlink r:id="rIdFp1" w:tooltip="Go" w:history="1">' in member(
        rendered.data, "word/document.xml"
    )
    assert 'Target="https://a.example/?b=1&amp;c" TargetMode="External"' in relations(
        rendered.data, "word/document.xml"
    )


def test_a_link_in_a_slide():
    rendered = made(deck(shape("{{ x }}")), {"x": Link("site", "https://a.example/", "Go")})
    assert '<a:hlinkClick r:id="rIdFp1" tooltip="Go"/>' in member(
        rendered.data, "ppt/slides/slide1.xml"
    ).replace(' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"', "")
    assert "https://a.example/" in relations(rendered.data, "ppt/slides/slide1.xml")


@pytest.mark.parametrize("url", ["javascript:x", "file:///a", "\\\\host\\a", ""])
def test_a_link_opens_no_script_and_no_file(url: str):
    link = RichText("a", url_id=url) if url else Link("a", " ")
    (fault,) = faults(word(p("{{ x }}")), {"x": link})
    assert "a link" in fault


def test_a_link_to_a_bookmark():
    assert '<w:hyperlink w:anchor="b" ' in body(word(p("{{ x }}")), {"x": Link("a", "#b")})


def linked(target: str) -> bytes:
    """A template with a hyperlink whose address is `target`."""
    link = f'<w:hyperlink r:id="rLink">{r("see {{ x }}")}</w:hyperlink>'
    data = word(p("{% for x in xs %}") + f"<w:p>{link}</w:p>" + p("{% endfor %}"))
    buffer = io.BytesIO()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    with (
        zipfile.ZipFile(io.BytesIO(data)) as before,
        zipfile.ZipFile(buffer, "w") as after,
    ):
        for name in before.namelist():
            text = before.read(name).decode()
            if name == "word/_rels/document.xml.rels":
                text = text.replace("</Relationships>", (
                    f'<Relationship Id="rLink" Type="{kind}" Target="{target}"'
                    ' TargetMode="External"/></Relationships>'
                ))  # fmt: skip
            after.writestr(name, text)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "target", ["https://a.example/{{ x }}?q", "https://a.example/%7B%7B%20x%20%7D%7D?q"]
)
def test_an_address_is_filled_turn_by_turn(target: str):
    rendered = made(linked(target), {"xs": ["1", "a b"]})
    xml = member(rendered.data, "word/document.xml")
    assert re.findall(r'<w:hyperlink r:id="([^"]*)">', xml) == ["rIdFp1", "rIdFp2"]
    found = re.findall(r'Target="(https[^"]*)"', relations(rendered.data, "word/document.xml"))
    assert found == ["https://a.example/1?q", "https://a.example/a%20b?q"]


def test_an_address_that_becomes_a_script_is_refused():
    (fault,) = faults(linked("{{ x }}"), {"xs": ["javascript:x"]})
    assert "cannot be used" in fault


# -- lists and breaks ------------------------------------------------------------------------


def test_lists_in_word_have_levels_and_begin_anew():
    template = word(p("{{ x }}") + p("{{ y }}"))
    context = {"x": NumberedList(["1", NumberedList(["2"])]), "y": NumberedList(["3"])}
    rendered = made(template, context)
    xml = member(rendered.data, "word/document.xml")
    assert re.findall(r'<w:ilvl w:val="(\d)"/><w:numId w:val="(\d)"/>', xml) == [
        ("0", "1"), ("1", "1"), ("0", "2"),
    ]  # fmt: skip
    assert member(rendered.data, "word/numbering.xml").count("<w:num ") == 2


def test_lists_in_a_slide_have_bullets_or_numbers():
    xml = slide(deck(shape("{{ x }}")), {"x": BulletList(["a", NumberedList(["b"])])})
    assert xml.index('<a:buChar char="•"/>') < xml.index('lvl="1"') < xml.index("<a:buAutoNum ")


def test_lines_and_pages_end():
    assert lines(word(p("a{{ x }}b")), {"x": LineBreak()}) == ["a\nb"]
    assert '<w:br w:type="page"/>' in body(word(p("{{ x }}")), {"x": PageBreak()})
    (fault,) = faults(deck(shape("{{ x }}")), {"x": PageBreak()})
    assert "no pages" in fault


# -- pictures --------------------------------------------------------------------------------


def test_pictures_in_lines_have_ids_of_their_own_and_are_kept_once():
    template = word(p("{% for x in xs %}{{ x }}{% endfor %}"))
    dot = InlineImage(RED_DOT, width=36000)
    rendered = made(template, {"xs": [dot, InlineImage(io.BytesIO(RED_DOT), height=72000)]})
    xml = member(rendered.data, "word/document.xml")
    assert re.findall(r'<wp:docPr id="(\d+)"', xml) == ["1001", "1002"]
    assert re.findall(r'<wp:extent cx="(\d+)" cy="(\d+)"/>', xml) == [
        ("36000", "36000"), ("72000", "72000"),
    ]  # fmt: skip
    assert [name for name in members(rendered.data) if "media" in name] == [
        "word/media/factpack1.png"
    ]


def test_a_picture_in_the_text_of_a_slide_is_refused():
    (fault,) = faults(deck(shape("{{ x }}")), {"x": InlineImage(RED_DOT)})
    assert "cannot stand in the text of a slide" in fault


def test_what_is_no_picture_is_refused():
    (fault,) = faults(word(p("{{ x }}")), {"x": InlineImage(b"spam")})
    assert "PNG, JPEG" in fault


# -- paragraphs and documents ----------------------------------------------------------------


def test_paragraphs_of_a_slide_keep_the_looks_of_the_tag():
    text = RichTextParagraph("a")
    text.add(RichText("b", italic=True))
    xml = slide(deck(shape("{{ x }}")), {"x": text})
    run = DECK_RUN.format(more="/>", text="a")
    assert f"<a:p>{run}</a:p>" in xml
    assert DECK_RUN.format(more=' i="1"/>', text="b") in xml


def test_a_document_on_a_slide_is_refused():
    (fault,) = faults(deck(shape("{{ x }}")), {"x": Subdoc(word(p("a")))})
    assert "cannot stand on a slide" in fault


def test_a_document_ends_a_cell_with_a_paragraph():
    inner = word(table(("x",)))
    assert lines(word(table(("{{ d }}",))), {"d": Subdoc(inner)}) == ["x", ""]


def test_a_broken_document_is_told_at_its_tag():
    (fault,) = faults(word(p("{{ d }}")), {"d": Subdoc(b"spam")})
    assert fault.startswith("body, paragraph 1: {{ d }}")


# -- values of docxtpl -----------------------------------------------------------------------


class RichTextOfOthers:
    """What docxtpl's RichText is to us: a class of that name with ready markup."""

    def __init__(self, xml: str) -> None:
        self.xml = xml


Foreign = type("RichText", (RichTextOfOthers,), {})


def test_a_rich_text_of_docxtpl_is_taken_as_it_is():
    run = '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">a&amp;b</w:t></w:r>'
    assert body(word(p("{{ x }}")), {"x": Foreign(run)}) == (
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>a&amp;b</w:t></w:r></w:p>"
    )
    assert ' b="1"' in slide(deck(shape("{{ x }}")), {"x": Foreign(run)})


@pytest.mark.parametrize(
    "xml",
    [
        "<w:r><w:t>a", "<w:p/>", "<w:r><w:drawing/></w:r>", "spam", "<!DOCTYPE a><w:r/>",
        '<w:r><w:t r:id="a">b</w:t></w:r>', "</w:x><w:x>", "<w:r><w:t>a</w:t></w:r><w:sectPr/>",
        '<w:hyperlink r:id="rId5"><w:r><w:t>a</w:t></w:r></w:hyperlink>',
    ],
)  # fmt: skip
def test_odd_markup_of_others_is_refused(xml: str):
    (fault,) = faults(word(p("{{ x }}")), {"x": Foreign(xml)})
    assert fault.startswith("body, paragraph 1: {{ x }}: The tag fails")


def test_items_are_listed_as_the_paragraph_of_their_tag_is():
    listed = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr></w:pPr>'
    rendered = made(word(f"<w:p>{listed}{r('{{ x }}')}</w:p>"), {"x": BulletList(["a", "b"])})
    assert member(rendered.data, "word/document.xml").count('<w:numId w:val="4"/>') == 2
    assert "word/numbering.xml" not in members(rendered.data)
