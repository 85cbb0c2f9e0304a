"""A document inside another: its text at the place, its looks the host's, nothing carried in half."""

from __future__ import annotations

import pytest
from subdocument_samples import (
    HERE,
    RED,
    SUB,
    Inclusion,
    W,
    body,
    included,
    member,
    opened,
    p,
    packed,
    picture,
    style,
    word,
)

from generator.documents.subdocuments.document import SubDocument
from generator.model import FactpackError, notice

HOST = word(p("before") + HERE + p("after") + "<w:sectPr/>")


def refusals(data: bytes) -> list[str]:
    with pytest.raises(FactpackError) as caught:
        SubDocument.read(data, SUB)
    assert {problem.place for problem in caught.value.problems} == {SUB}
    return [problem.problem for problem in caught.value.problems]


def told(data: bytes) -> list[str]:
    return [problem.problem for problem in opened(data).notices]


def blocks(sub_body: str, **more: str) -> str:
    return Inclusion(HOST).add(opened(word(sub_body, **more))).grafts[0].blocks


# -- text ------------------------------------------------------------------------------------


def test_its_paragraphs_stand_where_the_tag_stood():
    assert body(included(HOST, word(p("one") + p("two")))) == (
        p("before") + p("one") + p("two") + p("after") + "<w:sectPr/>"
    )


def test_without_an_inclusion_nothing_changes():
    members = {"word/document.xml": b"<x/>"}
    assert Inclusion(HOST).state.finish(members) == members


def test_a_table_at_its_end_is_followed_by_a_paragraph():
    table = "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    assert blocks(table) == table + "<w:p/>"


def test_an_empty_document_is_an_empty_paragraph():
    made = Inclusion(HOST).add(opened(word("<w:sectPr/>"))).grafts[0]
    assert (made.blocks, made.runs) == ("<w:p/>", "")


def test_a_single_paragraph_can_stand_inside_another():
    made = Inclusion(HOST).add(opened(word(p("one", "", "<w:keepNext/>") + p()))).grafts[0]
    assert made.runs == "<w:r><w:t>one</w:t></w:r>"


def test_two_paragraphs_cannot():
    assert Inclusion(HOST).add(opened(word(p("one") + p("two")))).grafts[0].runs is None


def test_same_inputs_make_the_same_bytes():
    sub = word(p("one", "Box") + picture("r1"), styles=style("Box"),
               relations={"r1": ("image", "media/a.png")}, members={"word/media/a.png": RED})  # fmt: skip
    assert included(HOST, sub, sub) == included(HOST, sub, sub)


# -- what stays behind -----------------------------------------------------------------------


def test_sections_stay_behind_with_the_paragraph_that_only_ended_one():
    ends = p("", "", "<w:sectPr/>")
    assert blocks(p("one") + ends + p("two") + "<w:sectPr/>") == p("one") + p("two")


def test_a_paragraph_that_ends_a_section_keeps_its_text():
    assert blocks(p("one", "", "<w:sectPr/>")) == "<w:p><w:pPr/><w:r><w:t>one</w:t></w:r></w:p>"


def test_headers_and_footers_stay_behind():
    head = '<w:sectPr><w:headerReference w:type="default" r:id="rheader"/></w:sectPr>'
    assert blocks(p("one") + head, header=p("head")) == p("one")


def test_a_landscape_section_is_told():
    wide = '<w:sectPr><w:pgSz w:w="2" w:h="1" w:orient="landscape"/></w:sectPr>'
    assert opened(word(p("one") + wide)).notices == (
        notice(
            SUB,
            "A section of the included document is in landscape; its pages stay upright.",
            "Check that wide tables and pictures still fit.",
        ),
    )


def test_columns_are_told():
    columns = '<w:sectPr><w:cols w:num="2"/></w:sectPr>'
    assert told(word(p("one") + columns)) == [
        "A section of the included document is in columns; its text gets one column."
    ]


def test_comments_are_dropped_and_told():
    commented = (
        '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>one</w:t></w:r><w:commentRangeEnd w:id="0"/>'
        '<w:r><w:rPr><w:b/></w:rPr><w:commentReference w:id="0"/></w:r></w:p>'
    )
    assert blocks(commented) == p("one")
    assert told(word(commented)) == ["Comments of the included document are left out (1)."]


def test_notices_come_with_the_first_inclusion_only():
    sub = opened(word(p("one") + '<w:sectPr><w:cols w:num="2"/></w:sectPr>'))
    made = Inclusion(HOST).add(sub, sub)
    assert [len(one.notices) for one in made.grafts] == [1, 0]


def test_a_table_of_contents_and_a_linked_picture_are_told():
    toc = '<w:p><w:fldSimple w:instr=" TOC \\h "/></w:p>'
    linked = picture("r1").replace("r:embed", "r:link")
    sub = word(toc + linked, relations={"r1": ("image", "file:///C:/a.png")})
    assert told(sub) == [
        "A picture of the included document lies outside the file and is only linked.",
        "The included document has a table of contents of its own.",
    ]


def test_traces_of_editing_and_the_cursor_stay_behind():
    typed = (
        '<w:p w14:paraId="1" w14:textId="2" w:rsidR="3" w:rsidRDefault="4"><w:proofErr w:type="x"/>'
        '<w:bookmarkStart w:id="7" w:name="_GoBack"/><w:bookmarkEnd w:id="7"/>'
        "<w:r><w:lastRenderedPageBreak/><w:t>one</w:t></w:r></w:p>"
    )
    assert blocks(typed) == p("one")


def test_a_content_control_keeps_its_name_and_loses_what_ties_it_to_its_document():
    control = (
        '<w:sdt><w:sdtPr><w:alias w:val="base:beds"/><w:tag w:val="base:beds"/><w:id w:val="5"/>'
        '<w:placeholder><w:docPart w:val="x"/></w:placeholder><w:dataBinding w:xpath="/t"/>'
        f"<w:text/></w:sdtPr><w:sdtContent>{p('94')}</w:sdtContent></w:sdt>"
    )
    assert blocks(control) == (
        '<w:sdt><w:sdtPr><w:alias w:val="base:beds"/><w:tag w:val="base:beds"/><w:text/></w:sdtPr>'
        f"<w:sdtContent>{p('94')}</w:sdtContent></w:sdt>"
    )


# -- what is refused -------------------------------------------------------------------------


def test_a_strict_document_comes_in_under_the_names_of_its_host():
    strict = member(word(p("one"))).replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    included = opened(packed({"word/document.xml": strict}, {}))
    assert Inclusion(HOST).add(included).grafts[0].blocks == p("one")


def test_a_text_is_refused():
    assert refusals(b"plain text") == ["The file is not an Office file."]


def test_a_document_without_a_body_is_refused():
    empty = member(word("")).replace("w:body", "w:other")
    assert refusals(packed({"word/document.xml": empty}, {})) == [
        "The included document is damaged: something that it refers to is missing."
    ]


def test_all_that_cannot_come_is_told_at_once():
    held = '<w:altChunk r:id="r1"/>' + p('<w:r><w:object><w:control r:id="r2"/></w:object></w:r>')
    sub = word(held, relations={"r1": ("aFChunk", "a.html"), "r2": ("control", "c.xml")})
    assert refusals(sub) == [
        "The included document holds another file that is not merged in yet.",
        "The included document holds an ActiveX control.",
        "The included document holds something that cannot be moved (aFChunk).",
        "The included document holds something that cannot be moved (control).",
    ]


@pytest.mark.parametrize("relations", [{}, {"r1": ("image", "media/gone.png")}])
def test_a_missing_picture_is_damage(relations: dict[str, tuple[str, str]]):
    assert refusals(word(picture("r1"), relations=relations)) == [
        "The included document is damaged: something that it refers to is missing."
    ]


def test_a_part_that_leads_back_to_the_document_is_damage():
    back = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' \
        '<Relationship Id="r1" Type="x/officeDocument" Target="../document.xml"/></Relationships>'  # fmt: skip
    sub = word(
        picture("r1"), relations={"r1": ("chart", "charts/c.xml")},
        members={"word/charts/c.xml": "<c/>", "word/charts/_rels/c.xml.rels": back},
    )  # fmt: skip
    assert refusals(sub) == [
        "The included document is damaged: something that it refers to is missing."
    ]


# -- prefixes --------------------------------------------------------------------------------


def test_a_prefix_that_the_host_lacks_is_declared_on_the_block():
    sub = word(p('<w:r><x:y/><w:t>one</w:t></w:r>') + p("two"), root=' xmlns:x="urn:x"')  # fmt: skip
    assert Inclusion(HOST).add(opened(sub)).grafts[0].blocks == (
        '<w:p xmlns:x="urn:x"><w:r><x:y/><w:t>one</w:t></w:r></w:p>' + p("two")
    )


def test_what_readers_may_ignore_they_may_ignore_here_too():
    sub = word(p('<w:r><x:y/><w:t>one</w:t></w:r>'), root=' xmlns:x="urn:x" mc:Ignorable="x"')  # fmt: skip
    assert Inclusion(HOST).add(opened(sub)).grafts[0].blocks == (
        '<w:p xmlns:x="urn:x" mc:Ignorable="x"><w:r><x:y/><w:t>one</w:t></w:r></w:p>'
    )


def test_a_prefix_in_a_value_counts():
    choice = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="x"><w:t>one</w:t></mc:Choice>'
        "</mc:AlternateContent></w:r>"
    )
    sub = word(p(choice), root=' xmlns:x="urn:x"')
    assert Inclusion(HOST).add(opened(sub)).grafts[0].blocks.startswith('<w:p xmlns:x="urn:x">')


def test_a_document_without_prefixes_declares_its_own():
    plain = f'<document xmlns="{W}"><body><p><r><t>one</t></r></p></body></document>'
    assert body(included(HOST, packed({"word/document.xml": plain}, {}))) == (
        p("before") + f'<p xmlns="{W}"><r><t>one</t></r></p>' + p("after") + "<w:sectPr/>"
    )
