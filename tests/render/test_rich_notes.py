"""Notes whose text is filled, and notes that come as values."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import pytest
from tiny import SPACES, deck, faults, figure, made, member, p, r, shape, texts, with_changed, word

from generator.render import Link, Note, RichText, Subdoc

REFERENCE = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
NOTES = "word/footnotes.xml"
BODY = "word/document.xml"


def note(id: int, text: str) -> str:
    return f'<w:footnote w:id="{id}">{p(text)}</w:footnote>'


def ids(xml: str, name: str = "footnote") -> list[str]:
    return re.findall(rf'<w:{name}(?:Reference)? [^>]*?w:id="([^"]*)"', xml)


def noted(body: str, *notes: str) -> bytes:
    return word(body, footnotes="".join(notes))


# -- filled notes ----------------------------------------------------------------------------


def test_each_turn_has_a_note_of_its_own():
    template = noted(
        p("{% for x in xs %}{{ x }}", REFERENCE.format(2), "{% endfor %}") + p("z", REFERENCE.format(3)),
        note(2, "n {{ x }}"), note(3, "static"),
    )  # fmt: skip
    made_file = made(template, {"xs": ["a", "b"]}).data
    assert ids(member(made_file, BODY)) == ["2", "4", "3"]
    notes = member(made_file, NOTES)
    assert ids(notes) == ["3", "2", "4"]
    assert texts(notes) == ["static", "n a", "n b"]


def test_a_note_without_tags_in_a_loop_is_one_for_each_turn_too():
    template = noted(
        p("{% for x in xs %}") + p("{{ x }}", REFERENCE.format(1)) + p("{% endfor %}"), note(1, "n")
    )
    made_file = made(template, {"xs": "ab"}).data
    assert ids(member(made_file, BODY)) == ids(member(made_file, NOTES)) == ["1", "2"]


def test_a_note_that_is_not_shown_is_not_there():
    template = noted(p("{% if x %}a", REFERENCE.format(1), "{% endif %}b"), note(1, "{{ y }}"))
    made_file = made(template, {"x": False}).data
    assert ids(member(made_file, BODY)) == ids(member(made_file, NOTES)) == []


def test_blocks_stand_in_notes():
    template = noted(p("a", REFERENCE.format(1)), note(1, "{% for x in xs %}{{ x }}{% endfor %}"))
    assert texts(member(made(template, {"xs": "ab"}).data, NOTES)) == ["ab"]


def test_a_block_cannot_begin_in_a_note_and_end_outside():
    template = noted(p("{% if x %}a", REFERENCE.format(1)), note(1, "b{% endif %}"))
    assert len(faults(template, {"x": 1})) == 1


def test_a_fault_in_a_note_is_told_there():
    template = noted(p("a", REFERENCE.format(2)), note(2, "{{ spam }}"))
    (fault,) = faults(template, {})
    assert "footnote" in fault.partition(":")[0]


def test_a_fact_in_a_note_is_anchored():
    class Fact:
        def __figure__(self) -> object:
            return figure("k", "5")

    rendered = made(noted(p("a", REFERENCE.format(1)), note(1, "{{ x }}")), {"x": Fact()})
    assert 'w:val="base:k"' in member(rendered.data, NOTES)
    assert [use.key for use in rendered.uses] == ["k"]


def test_a_link_in_a_note_belongs_to_the_notes():
    template = noted(p("a", REFERENCE.format(1)), note(1, "b {{ x }}"))
    made_file = made(template, {"x": Link("c", "http://a.example/")}).data
    assert "http://a.example/" in member(made_file, "word/_rels/footnotes.xml.rels")
    assert "http://a.example/" not in member(made_file, "word/_rels/document.xml.rels")


# -- notes as values -------------------------------------------------------------------------


def test_a_note_comes_with_its_text():
    template = noted(p("{{ x }} z", REFERENCE.format(7)), note(7, "old"))
    made_file = made(template, {"x": Note("5", RichText("from R&D", italic=True))}).data
    assert texts(member(made_file, BODY)) == ["5 z"]
    assert ids(member(made_file, BODY)) == ["8", "7"]
    assert texts(member(made_file, NOTES)) == ["old", " from R&D"]


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_a_file_without_notes_gets_a_part_for_them(kind: str):
    made_file = made(word(p("{{ x }}")), {"x": Note("5", "n", kind)}).data  # type: ignore[arg-type]
    notes = member(made_file, f"word/{kind}s.xml")
    assert ids(notes, kind) == ["-1", "0", "1"]
    assert f"{kind}s.xml" in member(made_file, "word/_rels/document.xml.rels")
    assert f"wordprocessingml.{kind}s+xml" in member(made_file, "[Content_Types].xml")


def test_filled_notes_and_notes_as_values_do_not_clash():
    template = noted(
        p("{% for x in xs %}{{ x }}", REFERENCE.format(1), "{% endfor %}"), note(1, "{{ x }}")
    )
    made_file = made(template, {"xs": ["a"]}).data
    assert ids(member(made_file, NOTES)) == ["1"]
    template = noted(p("{{ y }}{{ y }}", REFERENCE.format(1)), note(1, "{{ z }}"))
    made_file = made(template, {"y": Note("a", "b"), "z": "c"}).data
    assert sorted(ids(member(made_file, NOTES))) == sorted(ids(member(made_file, BODY)))
    assert len(set(ids(member(made_file, NOTES)))) == 3


def test_notes_of_documents_and_of_values_do_not_clash():
    inner = noted(p("i", REFERENCE.format(1)), note(1, "inner"))
    context = {"a": Note("a", "1"), "d": Subdoc(inner), "b": Note("b", "2")}
    made_file = made(word(p("{{ a }}") + p("{{ d }}") + p("{{ b }}")), context).data
    assert ids(member(made_file, BODY)) == ["1", "2", "3"]
    assert texts(member(made_file, NOTES))[2:] == [" 1", "inner", " 2"]


def test_a_note_stands_in_the_body_alone():
    header = word(p("a"), header1=p("{{ x }}"))
    for template in (header, deck(shape("{{ x }}"))):
        (fault,) = faults(template, {"x": Note("a", "b")})
        assert "note" in fault
    (fault,) = faults(word(p("{{ x }}")), {"x": Note("a", Note("b", "c"))})
    assert "a note cannot have a note" in fault


def test_settings_name_the_separators_and_styles_are_made():
    data = word(p("{{ x }}"))
    data = _with(data, "settings", f"<w:settings {SPACES}><w:compat/></w:settings>")
    data = _with(data, "styles", f"<w:styles {SPACES}/>")
    made_file = made(data, {"x": Note("5", "n")}).data
    assert '<w:footnotePr><w:footnote w:id="-1"/>' in member(made_file, "word/settings.xml")
    assert member(made_file, "word/styles.xml").count("<w:style ") == 2
    assert '<w:pStyle w:val="FootnoteText"/>' in member(made_file, NOTES)


def _with(data: bytes, kind: str, xml: str) -> bytes:
    """The file with another part."""
    target = (
        f'<Relationship Id="r{kind}" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'relationships/{kind}" Target="{kind}.xml"/></Relationships>'
    )
    data = with_changed(data, "word/_rels/document.xml.rels", b"</Relationships>", target.encode())
    buffer = BytesIO(data)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr(f"word/{kind}.xml", xml)
    return buffer.getvalue()


# -- fields ----------------------------------------------------------------------------------


def test_a_field_with_a_tag_in_its_code_is_worked_out_again():
    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = "<w:r><w:instrText> REF {{ x }} </w:instrText></w:r>"
    field = char("begin") + code + char("separate") + r("old") + char("end")
    xml = member(made(word(f"<w:p>{field}</w:p>"), {"x": "b"}).data, BODY)
    assert '<w:fldChar w:fldCharType="begin" w:dirty="true"/>' in xml
    assert " REF b " in xml
    plain = field.replace("{{ x }}", "b")
    assert "dirty" not in member(
        made(word(f"<w:p>{plain}{r('{{ x }}')}</w:p>"), {"x": "b"}).data, BODY
    )
