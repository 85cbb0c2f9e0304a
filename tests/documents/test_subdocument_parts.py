"""What hangs on an included text comes with it: pictures once, charts with workbooks, links, notes."""

from __future__ import annotations

import re

import pytest
from subdocument_samples import (
    HERE,
    OFFICE,
    RED,
    SPACES,
    Inclusion,
    body,
    included,
    member,
    names,
    new_relations,
    opened,
    p,
    picture,
    rels,
    style,
    values,
    word,
)

from generator.documents.packages.package import read_package
from generator.documents.packages.zipping import Untouched, compress, write_zip
from generator.model import FactpackError, Place

HOST = word(HERE)
PICTURE = word(picture("r1"), relations={"r1": ("image", "media/a.png")},
               members={"word/media/a.png": RED})  # fmt: skip
NOTE = (
    '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
    '<w:footnote w:id="2"><w:p><w:r><w:t>said</w:t></w:r></w:p></w:footnote>'
    '<w:footnote w:id="3"><w:p><w:r><w:t>unused</w:t></w:r></w:p></w:footnote>'
)
NOTED = '<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'


# -- pictures and charts ---------------------------------------------------------------------


def test_a_picture_comes_with_its_relation_and_a_drawing_id_of_its_own():
    made = included(HOST, PICTURE)
    assert body(made) == picture("rId1", 2001)
    assert new_relations(made) == (
        '<Relationship Id="rId1" Type="image" Target="media/included1.png"/>'
    )
    assert "word/media/included1.png" in names(made)


def test_identical_pictures_are_kept_once():
    made = included(HOST, PICTURE, PICTURE)
    assert body(made) == picture("rId1", 2001) + picture("rId1", 2002)
    assert [name for name in names(made) if "media" in name] == ["word/media/included1.png"]


def test_a_picture_that_the_host_has_is_the_hosts():
    host = word(picture("rId7") + HERE, relations={"rId7": ("image", "media/own.png")},
                members={"word/media/own.png": RED})  # fmt: skip
    made = included(host, PICTURE)
    assert body(made) == picture("rId7") + picture("rId7", 2001)
    assert [name for name in names(made) if "media" in name] == ["word/media/own.png"]


def test_new_relations_stand_above_the_highest():
    host = word(HERE, relations={"rId41": ("theme", "theme.xml"), "x99": ("x", "y.xml")})
    assert body(included(host, PICTURE)) == picture("rId42", 2001)


def test_a_host_that_declares_every_part_by_itself_goes_on_so():
    host = read_package(word(HERE), Place("host.docx"))
    types = host.read("[Content_Types].xml").replace(b'Extension="xml"', b'Extension="xsd"')
    changed = {name: host.read(name) for name in host.members} | {"[Content_Types].xml": types}
    made = included(write_zip(Untouched([]), changed), chart())
    assert 'Extension="xml"' not in member(made, "[Content_Types].xml")


def test_another_kind_of_picture_is_declared():
    other = word(picture("r1"), relations={"r1": ("image", "media/a.emf")},
                 members={"word/media/a.emf": b"EMF"}, types={"word/media/a.emf": "image/x-emf"})  # fmt: skip
    declared = member(included(HOST, other), "[Content_Types].xml")
    assert '<Default Extension="emf" ContentType="image/x-emf"/>' in declared


def test_a_type_that_the_host_declares_otherwise_is_declared_for_the_part():
    other = word(picture("r1"), relations={"r1": ("image", "media/a.png")},
                 members={"word/media/a.png": RED}, types={"word/media/a.png": "image/x-png"})  # fmt: skip
    declared = member(included(HOST, other), "[Content_Types].xml")
    assert '<Override PartName="/word/media/included1.png" ContentType="image/x-png"/>' in declared


def chart() -> bytes:
    return word(
        picture("r1"),
        relations={"r1": ("chart", "charts/chart1.xml")},
        members={
            "word/charts/chart1.xml": "<c/>",
            "word/charts/_rels/chart1.xml.rels": rels(
                {"rId3": ("package", "../embeddings/b.xlsx"), "rId4": ("x", "http://a.b")}
            ),
            "word/embeddings/b.xlsx": b"book",
        },
        types={"word/charts/chart1.xml": "chart/xml", "word/embeddings/b.xlsx": "sheet/xml"},
    )


def test_every_inclusion_of_a_chart_has_a_chart_and_a_workbook_of_its_own():
    made = included(HOST, chart(), chart())
    assert body(made) == picture("rId1", 2001) + picture("rId2", 2002)
    assert [name for name in names(made) if "included" in name] == [
        "word/charts/included1.xml", "word/embeddings/included1.xlsx",
        "word/charts/_rels/included1.xml.rels",
        "word/charts/included2.xml", "word/embeddings/included2.xlsx",
        "word/charts/_rels/included2.xml.rels",
    ]  # fmt: skip
    assert member(made, "word/charts/_rels/included2.xml.rels").split(OFFICE, 1)[1] == (
        'package" Target="../embeddings/included2.xlsx"/><Relationship Id="rId4"'
        f' Type="{OFFICE}x" Target="http://a.b" TargetMode="External"/></Relationships>'
    )
    declared = member(made, "[Content_Types].xml")
    assert '<Override PartName="/word/charts/included2.xml" ContentType="chart/xml"/>' in declared
    assert '<Default Extension="xlsx" ContentType="sheet/xml"/>' in declared


def test_a_smart_art_finds_its_drawing_again():
    data = (
        '<d><dsp:dataModelExt xmlns:dsp="http://schemas.microsoft.com/office/drawing/2008/diagram"'
        ' relId="r2"/></d>'
    )
    smart = word(
        picture("r1"),
        relations={
            "r1": ("diagramData", "diagrams/data1.xml"),
            "r2": ("diagramDrawing", "diagrams/drawing1.xml"),
        },
        members={"word/diagrams/data1.xml": data, "word/diagrams/drawing1.xml": "<d/>"},
    )
    made = included(HOST, smart)
    assert 'relId="rId1"' in member(made, "word/diagrams/included1.xml")
    assert new_relations(made) == (
        '<Relationship Id="rId1" Type="diagramDrawing" Target="diagrams/included2.xml"/>\n'
        '<Relationship Id="rId2" Type="diagramData" Target="diagrams/included1.xml"/>'
    )


def test_an_embedded_object_comes_with_its_file_and_its_picture():
    held = (
        '<w:p><w:r><w:object><v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="s1">'
        '<v:imagedata r:id="r1"/></v:shape><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:'
        'office" Type="Embed" ShapeID="s1" r:id="r2"/></w:object></w:r></w:p>'
    )
    sub = word(
        held,
        relations={"r1": ("image", "media/a.png"), "r2": ("oleObject", "embeddings/o.bin")},
        members={"word/media/a.png": RED, "word/embeddings/o.bin": b"ole"},
        types={"word/embeddings/o.bin": "ole"},
    )
    made = body(included(HOST, sub, sub))
    assert made == held.replace("r1", "rId1").replace("r2", "rId2") + (
        held.replace("r1", "rId1").replace("r2", "rId3").replace('"s1"', '"s1_2"')
    )


# -- links and notes -------------------------------------------------------------------------


def link(relation: str) -> str:
    return p(f'<w:hyperlink r:id="{relation}"><w:r><w:t>one</w:t></w:r></w:hyperlink>')


def test_a_link_outside_is_kept_once():
    sub = word(link("r1"), relations={"r1": ("hyperlink", "http://a.b/?c=1&amp;d")})
    made = included(HOST, sub, sub)
    assert body(made) == link("rId1") * 2
    assert new_relations(made) == (
        '<Relationship Id="rId1" Type="hyperlink" Target="http://a.b/?c=1&amp;d"'
        ' TargetMode="External"/>'
    )


def test_a_part_of_its_own_has_relations_of_its_own():
    host = word(HERE, header=p("head"))
    sub = opened(word(link("r1"), relations={"r1": ("hyperlink", "http://a.b")}))
    data = Inclusion(host).add(sub, part="word/header.xml").data()
    assert 'Target="http://a.b"' in member(data, "word/_rels/header.xml.rels")
    assert 'Target="http://a.b"' not in member(data, "word/_rels/document.xml.rels")


def test_a_note_comes_with_an_id_of_the_host():
    host = word(HERE, notes='<w:footnote w:id="8"><w:p/></w:footnote>')
    made = included(host, word(NOTED, notes=NOTE), word(NOTED, notes=NOTE))
    assert body(made) == NOTED.replace('"2"', '"9"') + NOTED.replace('"2"', '"10"')
    notes = member(made, "word/footnotes.xml")
    assert notes.count("said") == 2
    assert "unused" not in notes
    assert notes.endswith(
        '<w:footnote w:id="10"><w:p><w:r><w:t>said</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )


def test_notes_that_the_document_has_changed_already_are_added_to():
    host = word(HERE, notes='<w:footnote w:id="8"><w:p/></w:footnote>')
    inclusion = Inclusion(host).add(opened(word(NOTED, notes=NOTE)))
    changed = f"<w:footnotes {SPACES}>filled</w:footnotes>".encode()
    done = inclusion.state.finish({"word/footnotes.xml": changed})["word/footnotes.xml"]
    assert isinstance(done, bytes)
    assert b'filled<w:footnote w:id="9">' in done


def test_notes_that_are_packed_already_are_added_to_as_well():
    host = word(HERE, notes='<w:footnote w:id="8"><w:p/></w:footnote>')
    inclusion = Inclusion(host).add(opened(word(NOTED, notes=NOTE)))
    ready = compress("word/footnotes.xml", f"<w:footnotes {SPACES}>filled</w:footnotes>".encode())
    done = inclusion.state.finish({"word/footnotes.xml": ready})["word/footnotes.xml"]
    assert isinstance(done, bytes)
    assert b'filled<w:footnote w:id="9">' in done


def test_a_host_without_notes_gets_a_part_with_separators_and_settings_that_name_them():
    settings = f"<w:settings {SPACES}><w:zoom/><w:endnotePr/><w:compat/></w:settings>"
    host = word(HERE, relations={"rId1": ("settings", "settings.xml")},
                members={"word/settings.xml": settings})  # fmt: skip
    made = included(host, word(NOTED, notes=NOTE))
    assert body(made) == NOTED.replace('"2"', '"1"')
    assert member(made, "word/footnotes.xml").count("<w:footnote ") == 3
    assert (
        '<w:zoom/><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        "<w:endnotePr/><w:compat/>"
    ) in member(made, "word/settings.xml")
    assert 'Target="footnotes.xml"' in member(made, "word/_rels/document.xml.rels")
    assert 'PartName="/word/footnotes.xml"' in member(made, "[Content_Types].xml")


def test_footnotes_and_endnotes_come_side_by_side():
    settings = f"<w:settings {SPACES}><w:compat/></w:settings>"
    host = word(HERE, relations={"rId1": ("settings", "settings.xml")},
                members={"word/settings.xml": settings})  # fmt: skip
    both = word(
        NOTED + NOTED.replace("foot", "end"), notes=NOTE,
        relations={"r9": ("endnotes", "endnotes.xml")},
        members={"word/endnotes.xml": f"<w:endnotes {SPACES}>{NOTE.replace('foot', 'end')}"
                 "</w:endnotes>"},
    )  # fmt: skip
    made = included(host, both)
    assert body(made) == (NOTED + NOTED.replace("foot", "end")).replace('"2"', '"1"')
    assert member(made, "word/endnotes.xml").count("said") == 1
    assert re.findall(r"<w:(footnotePr|endnotePr|compat)", member(made, "word/settings.xml")) == [
        "footnotePr", "endnotePr", "compat",
    ]  # fmt: skip


def test_links_styles_and_bookmarks_in_notes_follow_too():
    note = (
        '<w:footnote w:id="2"><w:p><w:pPr><w:pStyle w:val="Small"/></w:pPr><w:hyperlink r:id="r1">'
        "<w:r><w:t>said</w:t></w:r></w:hyperlink></w:p></w:footnote>"
    )
    sub = word(NOTED, notes=note, styles=style("Small"),
               note_relations={"r1": ("hyperlink", "http://a.b")})  # fmt: skip
    made = included(word(HERE, styles=style("Small", "<w:rPr><w:b/></w:rPr>")), sub)
    assert values(member(made, "word/footnotes.xml"), "pStyle") == ["Small_2"]
    assert 'Id="rId1"' in member(made, "word/_rels/footnotes.xml.rels")


def test_notes_cannot_stand_in_a_header():
    host = Inclusion(word(HERE, header=p("head")))
    with pytest.raises(FactpackError, match="only the body of a document can hold"):
        host.add(opened(word(NOTED, notes=NOTE)), part="word/header.xml")


def test_a_note_that_nobody_wrote_is_damage():
    with pytest.raises(FactpackError, match="is damaged"):
        opened(word(NOTED))
