"""The file that comes out: reproducible, minimal in what it changes, with its own properties."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime, timedelta, timezone

import pytest
from tiny import (
    NOON,
    deck,
    figure,
    made,
    member,
    p,
    package,
    shape,
    slide,
    slide_table,
    table,
    word,
)

from generator.documents.vocabulary import W
from generator.render import compile_template, render
from generator.tags import budget


def entries(data: bytes) -> list[zipfile.ZipInfo]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return archive.infolist()


def test_the_same_inputs_give_the_same_bytes():
    data = deck(shape("{{ a }}{{ b }}"), notes=shape("{{ a }}"), core={"title": "{{ a }}"})
    context = {"a": figure("a", "1"), "b": figure("b", "2")}
    assert made(data, context).data == made(data, context).data


def test_every_member_is_of_1980():
    infos = entries(made(word(p("{{ a }}")), {"a": "x"}).data)
    assert {info.date_time for info in infos} == {(1980, 1, 1, 0, 0, 0)}
    assert {(info.create_system, info.external_attr) for info in infos} == {(0, 0)}


def test_what_does_not_change_goes_out_as_it_came_in():
    data = word(p("{{ a }}"), header1=p("same"))
    before = {info.filename: info for info in entries(data)}
    after = {info.filename: info for info in entries(made(data, {"a": "x"}).data)}
    same = (
        "[Content_Types].xml",
        "_rels/.rels",
        "word/header1.xml",
        "word/_rels/document.xml.rels",
    )
    for name in same[2:]:
        assert (after[name].CRC, after[name].compress_size) == (
            before[name].CRC,
            before[name].compress_size,
        )


def test_the_content_types_come_first():
    data = deck(shape("{{ a }}{{ b }}"))
    context = {"a": figure("a", "1"), "b": figure("b", "2")}
    assert entries(made(data, context).data)[0].filename == "[Content_Types].xml"


def test_the_document_bears_the_time_it_is_given():
    data = word(p("x"), core={"title": "T", "creator": "Office"})
    core = member(made(data, {}).data, "docProps/core.xml")
    assert re.findall(r">([^<]*)</dcterms:", core) == ["2025-12-31T12:00:00Z"] * 2
    assert "<dc:creator>Office</dc:creator><dc:title>T</dc:title>" in core


def test_a_time_with_a_zone_is_told_in_utc():
    when = datetime(2025, 12, 31, 20, tzinfo=timezone(timedelta(hours=8)))
    template = compile_template(word(p("x")), "t.docx")
    core = member(render(template, {}, {}, base="b", when=when).data, "docProps/core.xml")
    assert "2025-12-31T12:00:00Z" in core
    assert render(template, {}, {}, base="b", when=when).data == (
        render(template, {}, {}, base="b", when=datetime(2025, 12, 31, 12, tzinfo=UTC)).data
    )


def test_properties_that_are_given_win_over_the_templates():
    data = word(p("x"), core={"title": "{{ a }}", "subject": "S"})
    core = member(made(data, {"a": "x"}, core={"title": "A & B"}).data, "docProps/core.xml")
    assert "<dc:subject>S</dc:subject><dc:title>A &amp; B</dc:title>" in core


def test_a_property_that_office_does_not_have_is_our_own_mistake():
    with pytest.raises(ValueError, match="no core properties: colour"):
        made(word(p("x")), {}, core={"colour": "red"})


def test_a_template_without_properties_gets_some():
    data = made(word(p("x")), {}, core={"title": "T"}).data
    assert "<dc:title>T</dc:title>" in member(data, "docProps/core.xml")
    assert "core-properties+xml" in member(data, "[Content_Types].xml")
    assert 'Target="docProps/core.xml"' in member(data, "_rels/.rels")


def test_a_dotx_makes_a_docx():
    data = package(
        {"word/document.xml": f'<w:document xmlns:w="{W}"><w:body/></w:document>'},
        "word/document.xml",
        "wordprocessingml.template.main+xml",
    )
    types = member(made(data, {}).data, "[Content_Types].xml")
    assert "wordprocessingml.document.main+xml" in types
    assert "template.main" not in types


def test_one_template_makes_documents_that_do_not_know_each_other():
    template = compile_template(word(p("{% set n = a %}{{ n }}{{ f }}")), "t.docx")
    first, second = (made(template, {"a": text, "f": figure("k", "1")}) for text in "xy")
    assert '<w:t xml:space="preserve">x</w:t>' in member(first.data, "word/document.xml")
    assert '<w:t xml:space="preserve">y</w:t>' in member(second.data, "word/document.xml")
    assert first.uses == second.uses
    assert template.file == "t.docx"
    assert NOON.year == 2025


def test_a_document_is_the_same_in_whatever_stretches_it_is_made(monkeypatch: pytest.MonkeyPatch):
    data = word(
        p("{{ a }}") + table(("{% for r in rows %}{{ r }}", "{{ a }}{% endfor %}"), ("x", "y")),
        header1=p("{{ a }}"),
        core={"title": "{{ a }}"},
    )
    context = {"a": figure("k", "值"), "rows": list(range(50))}
    at_once = made(data, context)
    monkeypatch.setattr(budget, "STRETCH_MOST", 0)
    in_stretches = made(data, context)
    for name in ("word/document.xml", "word/header1.xml", "docProps/core.xml"):
        assert member(in_stretches.data, name) == member(at_once.data, name)
    assert in_stretches.uses == at_once.uses


# -- ids -------------------------------------------------------------------------------------


def test_drawings_of_a_loop_have_ids_of_their_own():
    drawing = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="7" name="P" descr="d"/>'
        '<pic:pic><pic:nvPicPr><pic:cNvPr id="7" name="P"/></pic:nvPicPr></pic:pic>'
        "</wp:inline></w:drawing></w:r>"
    )
    data = word(p(drawing) + p("{% for x in xs %}") + p(drawing) + p("{% endfor %}"))
    xml = member(made(data, {"xs": "ab"}).data, "word/document.xml")
    ids = re.findall(r'<wp:docPr id="(\d+)"', xml)
    assert ids[0] == "7"
    assert len(set(ids)) == 3


def test_rows_of_a_loop_have_ids_of_their_own():
    grid = slide_table(("{% for x in xs %}{{ x }}", "{% endfor %}"))
    row = '<a:extLst><a:ext uri="{u}"><a16:rowId val="10000"/></a:ext></a:extLst></a:tr>'
    found = slide(deck(grid.replace("</a:tr>", row)), {"xs": "abc"})
    assert len(set(re.findall(r'<a16:rowId val="(\d+)"', found))) == 3


def test_what_must_stand_once_stands_in_the_first_turn():
    marked = '<w:bookmarkStart w:id="1" w:name="here"/><w:r><w:t>{{ x }}</w:t></w:r><w:bookmarkEnd w:id="1"/>'
    data = word(p("{% for x in xs %}") + f"<w:p>{marked}</w:p>" + p("{% endfor %}"))
    xml = member(made(data, {"xs": "ab"}).data, "word/document.xml")
    assert (xml.count("<w:bookmarkStart"), xml.count("<w:bookmarkEnd")) == (1, 1)


def test_ids_that_office_does_not_need_are_left_out_of_loops():
    control = '<w:sdt><w:sdtPr><w:id w:val="5"/></w:sdtPr><w:sdtContent><w:r><w:t>y</w:t></w:r></w:sdtContent></w:sdt>'
    paragraph = f'<w:p w14:paraId="00000001"><w:r><w:t>{{{{ x }}}}</w:t></w:r>{control}</w:p>'
    data = word(paragraph + p("{% for x in xs %}") + paragraph + p("{% endfor %}"))
    xml = member(made(data, {"xs": "ab", "x": "c"}).data, "word/document.xml")
    assert (xml.count("w14:paraId="), xml.count('<w:id w:val="5"/>')) == (1, 1)
