"""Lists that come in begin at their start, whoever counted before."""

from __future__ import annotations

import re

from subdocument_samples import (
    HERE,
    NORMAL,
    RED,
    Inclusion,
    abstract,
    body,
    included,
    item,
    member,
    names,
    num,
    opened,
    p,
    style,
    values,
    word,
)

HOST = word(item("a", 1) + HERE + item("b", 1), numbering=abstract(0) + num(1, 0), styles=NORMAL)
SUB = word(item("one", 5) + item("two", 5), numbering=abstract(3, "lowerLetter") + num(5, 3))
STEP = style("Step", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
LIST_NUMBER = STEP.replace('"Step"', '"List Number"')


def lists(data: bytes) -> dict[str, str]:
    """Which abstract list each list counts by."""
    found = re.findall(
        r'<w:num w:numId="(\d+)"><w:abstractNumId w:val="(\d+)"/>',
        member(data, "word/numbering.xml"),
    )
    return dict(found)


def order(data: bytes) -> list[str]:
    """The numbering part's children, in order."""
    return re.findall(r"<w:(abstractNum|num|numPicBullet) ", member(data, "word/numbering.xml"))


def test_a_list_comes_with_what_it_counts_by():
    made = included(HOST, SUB)
    assert values(body(made), "numId") == ["1", "2", "2", "1"]
    assert lists(made) == {"1": "0", "2": "1"}
    assert order(made) == ["abstractNum", "abstractNum", "num", "num"]


def test_every_inclusion_counts_by_itself():
    made = included(HOST, SUB, SUB)
    assert values(body(made), "numId") == ["1", "2", "2", "3", "3", "1"]
    assert lists(made) == {"1": "0", "2": "1", "3": "2"}


def test_no_two_lists_have_one_identity():
    identities = values(member(included(HOST, SUB, SUB), "word/numbering.xml"), "nsid")
    assert len(set(identities)) == len(identities) == 3


def test_lists_that_run_on_run_on():
    both = word(item("one", 5) + item("two", 6), numbering=abstract(3) + num(5, 3) + num(6, 3))
    assert lists(included(HOST, both)) == {"1": "0", "2": "1", "3": "1"}


def test_a_host_without_lists_gets_a_part_for_them():
    made = included(word(HERE), SUB)
    assert (lists(made), values(body(made), "numId")) == ({"1": "1"}, ["1", "1"])
    assert "word/numbering.xml" in names(made)
    assert 'PartName="/word/numbering.xml"' in member(made, "[Content_Types].xml")


def test_a_list_that_nobody_defines_is_no_list():
    assert "<w:p><w:pPr/>" in body(included(HOST, word(item("one", 9))))


def test_a_paragraph_taken_out_of_its_styles_list_stays_out():
    out = p("one", "", '<w:numPr><w:numId w:val="0"/></w:numPr>')
    assert body(included(word(HERE), word(out))) == out


def test_a_list_by_a_style_of_words_own_begins_again_in_the_hosts_look():
    text = p("a", "List Number") + HERE
    host = word(text, numbering=abstract(0, start=3) + num(1, 0), styles=NORMAL + LIST_NUMBER)
    sub = word(p("one", "List Number") + p("two", "List Number"), styles=NORMAL + LIST_NUMBER,
               numbering=abstract(7, "upperRoman") + num(1, 7))  # fmt: skip
    made = included(host, sub, sub)
    assert values(body(made), "numId") == ["2", "2", "3", "3"]
    assert lists(made) == {"1": "0", "2": "1", "3": "2"}
    numbering = member(made, "word/numbering.xml")
    assert (values(numbering, "start"), values(numbering, "numFmt")) == (["3"] * 3, ["decimal"] * 3)
    assert len(set(values(numbering, "nsid"))) == 3


def test_a_style_stands_for_the_level_that_names_it():
    second = (
        '</w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:pStyle w:val="List Number"/><w:lvlText w:val="%2)"/></w:lvl></w:abstractNum>'
    )
    two_levels = abstract(0).replace("</w:lvl></w:abstractNum>", second) + num(1, 0)
    host = word(HERE, numbering=two_levels, styles=LIST_NUMBER)
    made = included(host, word(p("one", "List Number"), styles=LIST_NUMBER))
    assert values(body(made), "ilvl") == ["1"]
    assert values(member(made, "word/numbering.xml"), "pStyle") == ["List Number"]


def test_a_list_put_on_a_paragraph_keeps_the_indents_of_its_style():
    looks = (
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="1"/>'
        '<w:ind w:left="420"/></w:pPr>'
    )
    listed = style("List Number", looks)
    host = word(HERE, numbering=abstract(0) + num(1, 0), styles=listed)
    made = included(host, word(p("one", "List Number", "<w:keepNext/>"), styles=listed))
    assert body(made) == p(
        "one", "List Number", '<w:keepNext/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/>'
        '</w:numPr><w:ind w:left="420"/>',
    )  # fmt: skip


def test_bullets_need_no_new_beginning():
    host = word(HERE, numbering=abstract(0, "bullet") + num(1, 0), styles=LIST_NUMBER)
    made = included(host, word(p("one", "List Number"), styles=LIST_NUMBER))
    assert body(made) == p("one", "List Number")


def test_headings_go_on_counting():
    heading = style(
        "heading 1",
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr>',
    )
    host = word(p("a", "heading 1") + HERE, numbering=abstract(0) + num(1, 0), styles=heading)
    made = included(host, word(p("one", "heading 1"), styles=heading))
    assert body(made) == p("a", "heading 1") + p("one", "heading 1")


def test_a_style_that_comes_along_brings_its_list():
    linked = abstract(4, "decimal", '<w:pStyle w:val="Step"/>')
    sub = word(p("one", "Step") + item("two", 1), styles=STEP, numbering=linked + num(1, 4))
    made = included(HOST, sub, sub)
    assert lists(made) == {"1": "0", "2": "1", "3": "2", "4": "3"}
    assert values(body(made), "numId") == ["1", "3", "3", "4", "4", "1"]
    assert '<w:numId w:val="2"/>' in member(made, "word/styles.xml")
    assert values(member(made, "word/numbering.xml"), "pStyle") == ["Step"]


def test_a_style_whose_list_looks_otherwise_is_another_style():
    host = word(HERE, styles=STEP, numbering=abstract(0) + num(1, 0))
    sub = word(p("one", "Step"), styles=STEP, numbering=abstract(0, "upperRoman") + num(1, 0))
    assert values(body(included(host, sub)), "pStyle") == ["Step_2"]
    same = word(p("one", "Step"), styles=STEP, numbering=abstract(0) + num(1, 0))
    assert values(body(included(host, same)), "pStyle") == ["Step"]


def test_a_list_that_only_names_a_list_style_brings_what_the_style_counts_by():
    sheet = (
        '<w:style w:type="numbering" w:styleId="L"><w:name w:val="L"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    named = '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="L"/></w:abstractNum>'
    real = abstract(1, "upperRoman").replace("<w:lvl ", '<w:styleLink w:val="L"/><w:lvl ')
    sub = word(item("one", 2), styles=sheet, numbering=real + named + num(1, 1) + num(2, 2))
    made = member(included(HOST, sub), "word/numbering.xml")
    assert (values(made, "numFmt"), "StyleLink" in made, "styleLink" in made) == (
        ["decimal", "upperRoman"], False, False,
    )  # fmt: skip


def test_a_bullet_that_is_a_picture_comes_with_it():
    bullet = (
        '<w:numPicBullet w:numPicBulletId="0"><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:'
        'vml" id="b"><v:imagedata r:id="r1"/></v:shape></w:pict></w:numPicBullet>'
    )
    form = abstract(3, "bullet", '<w:lvlPicBulletId w:val="0"/>')
    relations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/' \
        'relationships"><Relationship Id="r1" Target="media/dot.png" Type="http://schemas.openxml' \
        'formats.org/officeDocument/2006/relationships/image"/></Relationships>'  # fmt: skip
    sub = word(item("one", 5), numbering=bullet + form + num(5, 3), members={
        "word/media/dot.png": RED, "word/_rels/numbering.xml.rels": relations})  # fmt: skip
    made = included(HOST, sub)
    assert order(made) == ["numPicBullet", "abstractNum", "abstractNum", "num", "num"]
    assert 'Target="media/included1.png"' in member(made, "word/_rels/numbering.xml.rels")
    assert values(member(made, "word/numbering.xml"), "lvlPicBulletId") == ["1"]


def test_the_same_list_is_asked_for_once():
    many = word("".join(item(str(n), 5) for n in range(9)), numbering=abstract(3) + num(5, 3))
    state = Inclusion(HOST).add(opened(many)).state
    assert (state.numbers.finish() or b"").count(b"<w:num ") == 2
