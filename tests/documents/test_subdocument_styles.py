"""Styles that come in: the host's own first, alike ones shared, others under a name of their own."""

from __future__ import annotations

import pytest
from subdocument_samples import (
    HERE,
    NORMAL,
    Inclusion,
    body,
    included,
    member,
    names,
    opened,
    p,
    size,
    style,
    values,
    word,
)

from generator.documents.subdocuments.builtin import is_built_in

BIG, SMALL = style("Box", size(40)), style("Box", size(10))


def host(*styles: str) -> bytes:
    return word(p("before") + HERE, styles=NORMAL + "".join(styles))


def sub(named: str, *styles: str) -> bytes:
    return word(p("one", named), styles=NORMAL + "".join(styles))


def sheet(data: bytes) -> list[str]:
    """The ids of the styles."""
    return [found.split('"')[0] for found in member(data, "word/styles.xml").split('styleId="')[1:]]


def used(data: bytes) -> list[str]:
    return values(body(data), "pStyle")


def test_a_style_that_the_host_lacks_comes_along():
    made = included(host(), sub("Box", BIG))
    assert (sheet(made), used(made)) == (["Normal", "Box"], ["Box"])
    assert BIG in member(made, "word/styles.xml")


def test_only_styles_in_use_come():
    assert sheet(included(host(), sub("Box", BIG, style("Other")))) == ["Normal", "Box"]


def test_a_style_brings_what_it_is_based_on():
    made = included(host(), sub("Box", style("Box", '<w:basedOn w:val="Base"/>'), style("Base")))
    assert sorted(sheet(made)) == ["Base", "Box", "Normal"]


def test_a_style_that_is_alike_is_shared():
    made = included(host(BIG), sub("Box", BIG))
    assert (sheet(made), used(made)) == (["Normal", "Box"], ["Box"])


def test_what_does_not_change_the_look_makes_no_difference():
    other = BIG.replace(
        "<w:rPr>", '<w:uiPriority w:val="9"/><w:qFormat/><w:rsid w:val="1"/><w:rPr>'
    )
    assert sheet(included(host(BIG), sub("Box", other))) == ["Normal", "Box"]


def test_a_style_that_differs_comes_under_another_name():
    made = included(host(BIG), sub("Box", SMALL))
    assert (sheet(made), used(made)) == (["Normal", "Box", "Box_2"], ["Box_2"])
    assert style("Box_2", size(10), "Box 2") in member(made, "word/styles.xml")


def test_a_style_differs_when_its_base_does():
    child = style("Child", '<w:basedOn w:val="Box"/>')
    made = included(host(BIG, child), sub("Child", SMALL, child))
    assert used(made) == ["Child_2"]
    assert '<w:basedOn w:val="Box_2"/>' in member(made, "word/styles.xml").split("Child_2")[1]


def test_a_style_of_the_same_name_and_look_is_shared_whatever_its_id():
    made = included(host(style("a1", size(40), "Box")), sub("Box", BIG))
    assert (sheet(made), used(made)) == (["Normal", "a1"], ["a1"])


def test_an_id_that_another_kind_of_style_has_is_taken():
    made = included(host(style("Box", kind="character")), sub("Box", BIG))
    assert used(made) == ["Box_2"]


def test_words_own_styles_are_the_hosts():
    theirs = BIG.replace('"Box"', '"heading 1"').replace('styleId="heading 1"', 'styleId="1"')
    ours = SMALL.replace('"Box"', '"Heading 1"').replace('styleId="Heading 1"', 'styleId="H1"')
    made = included(host(ours), sub("1", theirs))
    assert (sheet(made), used(made)) == (["Normal", "H1"], ["H1"])


def test_words_own_style_comes_when_the_host_lacks_it():
    theirs = BIG.replace('"Box"', '"Title"')
    assert sheet(included(host(), sub("Title", theirs))) == ["Normal", "Title"]


def test_the_default_style_is_the_hosts_whatever_it_is_called():
    theirs = NORMAL.replace('"Normal"', '"Standard"').replace("Normal", "Standard")
    assert used(included(host(), word(p("one", "Standard"), styles=theirs))) == ["Normal"]


def test_a_style_that_nobody_defines_is_not_named():
    assert body(included(host(BIG), sub("Box"))) == p("before") + (
        "<w:p><w:pPr/><w:r><w:t>one</w:t></w:r></w:p>"
    )


def test_styles_of_runs_and_tables_come_too():
    text = (
        '<w:p><w:r><w:rPr><w:rStyle w:val="Bold"/></w:rPr><w:t>one</w:t></w:r></w:p>'
        '<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/></w:tblPr><w:tblGrid/></w:tbl>'
    )
    kinds = style("Bold", kind="character") + style("Grid", kind="table")
    assert sheet(included(host(), word(text, styles=kinds))) == ["Normal", "Bold", "Grid"]


def test_the_partner_of_the_hosts_style_is_the_hosts():
    link, back = '<w:link w:val="TitleChar"/>', '<w:link w:val="Title"/>'
    ours = style("Title", link) + style("TitleChar", back + size(40), "Title Char", "character")
    theirs = style("Title", link) + style("TitleChar", back + size(10), "Title Char", "character")
    text = '<w:p><w:r><w:rPr><w:rStyle w:val="TitleChar"/></w:rPr><w:t>one</w:t></w:r></w:p>'
    made = included(host(ours), word(text, styles=theirs))
    assert values(body(made), "rStyle") == ["TitleChar"]
    assert sheet(made) == ["Normal", "Title", "TitleChar"]


def test_a_style_leads_on_only_to_what_is_there():
    leads = style("Box", '<w:next w:val="Gone"/><w:link w:val="GoneChar"/>' + size(9))
    made = included(host(), sub("Box", leads))
    assert style("Box", size(9)) in member(made, "word/styles.xml")


def test_partners_of_which_only_one_comes_part():
    link, back = '<w:link w:val="LeadChar"/>', '<w:link w:val="Lead"/>'
    char = style("LeadChar", back + size(9), "Lead Char", "character")
    text = '<w:p><w:r><w:rPr><w:rStyle w:val="LeadChar"/></w:rPr><w:t>one</w:t></w:r></w:p>'
    theirs = word(text + p("two", "Lead"), styles=style("Lead", link + size(7)) + char)
    made = included(host(style("Lead", link + size(8)), char), theirs)
    assert (values(body(made), "rStyle"), used(made)) == (["LeadChar"], ["Lead_2"])
    assert style("Lead_2", size(7), "Lead 2") in member(made, "word/styles.xml")


def test_a_style_that_comes_is_nobodys_default():
    made = included(word(HERE), word(p("one", "Normal"), styles=NORMAL))
    assert "w:default" not in member(made, "word/styles.xml")


def test_several_inclusions_bring_their_styles_once():
    one, two = opened(sub("Box", SMALL)), opened(sub("Box", SMALL) + b"")
    made = Inclusion(host(BIG)).add(one, one, two).data()
    assert (sheet(made), used(made)) == (["Normal", "Box", "Box_2"], ["Box_2"] * 3)


def test_two_documents_that_differ_get_a_name_each():
    third = style("Box", size(7))
    made = included(host(BIG), sub("Box", SMALL), sub("Box", third), sub("Box", BIG))
    assert used(made) == ["Box_2", "Box_3", "Box"]


def test_a_host_without_styles_gets_a_part_for_them():
    made = included(word(HERE), sub("Box", BIG))
    assert sheet(made) == ["Box"]
    assert "word/styles.xml" in names(made)
    assert 'PartName="/word/styles.xml"' in member(made, "[Content_Types].xml")
    assert 'Target="styles.xml"' in member(made, "word/_rels/document.xml.rels")


def test_a_style_in_a_tracked_change_follows():
    changed = '<w:pPrChange w:id="1"><w:pPr><w:pStyle w:val="Box"/></w:pPr></w:pPrChange>'
    made = included(host(BIG), word(p("one", "", changed), styles=NORMAL + SMALL))
    assert used(made) == ["Box_2"]


@pytest.mark.parametrize(
    "name",
    ["Normal", "heading 9", "List Bullet 3", "Table Grid", "Medium Shading 1 Accent 2", "TOC 3",
     "Grid Table 5 Dark Accent 6", "footnote reference", "Body Text Indent 3", "Light List"],
)  # fmt: skip
def test_word_knows_these_by_itself(name: str):
    assert is_built_in(name)


@pytest.mark.parametrize("name", ["Box", "heading 10", "Normal 2", "正文", "Title Char", "Heading"])
def test_word_does_not_know_these(name: str):
    assert not is_built_in(name)
