"""The kinds of files: what a template may become, Strict files, files in odd dress."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from bad_zips import members, with_part, zipped
from tiny import (
    NOON,
    SPACES,
    W,
    deck,
    figure,
    member,
    p,
    package,
    rels,
    shape,
    table,
    texts,
    with_changed,
    word,
)

from generator.api import needs, render
from generator.documents.packages.kinds import KINDS
from generator.documents.packages.strict import to_loose, to_strict
from generator.model import FactpackError

WORDS = [suffix for suffix in KINDS if suffix.startswith(".do")]
DECKS = [suffix for suffix in KINDS if suffix.startswith(".p")]
TYPES = "[Content_Types].xml"


def of_kind(suffix: str) -> bytes:
    """A template of a kind, with one tag."""
    plain = word(p("{{ a }}")) if suffix in WORDS else deck(shape("{{ a }}"))
    own = KINDS[".docx" if suffix in WORDS else ".pptx"].type
    data = with_changed(plain, TYPES, own.encode(), KINDS[suffix].type.encode())
    return with_part(data, "word/vbaProject.bin", b"macros") if KINDS[suffix].macros else data


def main_type(data: bytes) -> str:
    found = re.search(
        r'PartName="/(?:word/document|ppt/presentation).xml" ContentType="([^"]*)"',
        member(data, TYPES),
    )
    assert found is not None
    return found[1]


def made_as(source: str, out: str, folder: Path) -> Path:
    (folder / f"t{source}").write_bytes(of_kind(source))
    render(folder / f"t{source}", {"a": "x"}, folder / f"out{out}")
    return folder / f"out{out}"


@pytest.mark.parametrize("suffix", KINDS)
def test_a_document_may_be_of_the_templates_own_kind(suffix: str, tmp_path: Path):
    data = made_as(suffix, suffix, tmp_path).read_bytes()
    assert main_type(data) == KINDS[suffix].type
    assert (b"macros" in members(data).get("word/vbaProject.bin", b"")) == KINDS[suffix].macros


@pytest.mark.parametrize(
    ("source", "made"),
    [(".dotx", ".docx"), (".dotm", ".docm"), (".potx", ".pptx"), (".potm", ".pptm")],
)
def test_a_template_makes_a_document_where_nothing_else_is_asked(source: str, made: str):
    rendered = render(io.BytesIO(of_kind(source)), {"a": "x"})
    assert (rendered.suffix, main_type(rendered.data)) == (made, KINDS[made].type)


@pytest.mark.parametrize(
    ("source", "out"),
    [(".dotx", ".docx"), (".docx", ".dotx"), (".potx", ".ppsx"), (".ppsm", ".pptm")],
)
def test_the_ending_of_the_name_says_the_kind(source: str, out: str, tmp_path: Path):
    assert main_type(made_as(source, out, tmp_path).read_bytes()) == KINDS[out].type


@pytest.mark.parametrize(
    ("source", "out", "problem"),
    [
        (".docm", ".docx", "The template holds macros, which .docx cannot hold."),
        (".dotm", ".dotx", "The template holds macros, which .dotx cannot hold."),
        (".potm", ".ppsx", "The template holds macros, which .ppsx cannot hold."),
        (".docx", ".docm", "The template holds no macros, as .docm promises."),
        (".docx", ".pptx", "A template .docx cannot make a file .pptx."),
        (".pptx", ".pdf", "'.pdf' is no ending of an Office file."),
    ],
)
def test_a_file_is_never_dressed_up_as_another(source: str, out: str, problem: str, tmp_path: Path):
    with pytest.raises(FactpackError) as caught:
        made_as(source, out, tmp_path)
    (only,) = caught.value.problems
    assert (only.problem, only.next[:35]) == (problem, "Give the document one of the ending")
    assert not (tmp_path / f"out{out}").exists()


def test_macros_that_are_hidden_in_a_plain_document_are_refused(tmp_path: Path):
    types = member(of_kind(".docx"), TYPES).replace(
        "</Types>",
        '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
    )
    data = with_part(of_kind(".docx"), TYPES, types.encode())
    with pytest.raises(FactpackError, match="holds macros and does not say so"):
        render(io.BytesIO(data), {"a": "x"})
    (tmp_path / "t.docx").write_bytes(of_kind(".docm"))
    with pytest.raises(FactpackError, match="holds macros and does not say so"):
        needs(tmp_path / "t.docx")


# -- Strict ----------------------------------------------------------------------------------


def strict(data: bytes) -> bytes:
    """The same file in the namespaces of ISO/IEC 29500 Strict."""
    return zipped(
        {
            name: to_strict(xml.decode()).encode() if name.endswith((".xml", ".rels")) else xml
            for name, xml in members(data).items()
        }
    )


ROWS = table(("{% for r in rows %}{{ r }}", "{% endfor %}"))
CONTEXT = {"a": "x\ny", "f": figure("f", "5%"), "rows": ["1", "2"]}


@pytest.mark.parametrize(
    "data",
    [
        word(p("{{ a }}{{ f }}") + ROWS, header1=p("{{ a }}"), core={"title": "{{ a }}"}),
        deck(shape("{{ a }}{{ f }}{{ f }}"), shape("{{ f }}"), notes=shape("{{ a }}")),
    ],
)
def test_a_strict_template_makes_the_strict_twin_of_the_document(data: bytes):
    usual = members(render(io.BytesIO(data), CONTEXT, when=NOON).data)
    made = members(render(io.BytesIO(strict(data)), CONTEXT, when=NOON).data)
    assert set(made) == set(usual)
    for name, xml in made.items():
        assert b"schemas.openxmlformats.org/officeDocument" not in xml, name
        assert to_loose(xml.decode()) == usual[name].decode(), name


def test_text_that_speaks_of_namespaces_stays_as_it_is():
    said = 'xmlns="http://purl.oclc.org/ooxml/drawingml/main" <w:p xmlns:w="http://schemas.openxmlformats.org/drawingml/2006/main">'
    data = strict(word(p("{{ a }}") + p(said)))
    made = member(render(io.BytesIO(data), {"a": said}).data, "word/document.xml")
    assert texts(to_loose(made)) == [said, said]


def test_names_that_are_spelt_anew_in_strict_files_come_back():
    loose = '<a b="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties"/>'
    told = '<a b="http://purl.oclc.org/ooxml/officeDocument/relationships/extendedProperties"/>'
    assert (to_strict(loose), to_loose(told)) == (told, loose)


# -- odd prefixes ----------------------------------------------------------------------------


def dressed(xml: str, prefix: str) -> bytes:
    """A body under another prefix for WordprocessingML, with extensions that may be ignored."""
    spaces = (
        f'xmlns:{prefix}="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:odd="urn:odd" mc:Ignorable="odd"'
    )
    body = re.sub(r"(</?|\s)w:", rf"\1{prefix}:", xml)
    main = f"<{prefix}:document {spaces}><{prefix}:body>{body}</{prefix}:body></{prefix}:document>"
    return package(
        {"word/document.xml": main}, "word/document.xml", "wordprocessingml.document.main+xml"
    )


def test_a_part_with_other_prefixes_is_filled_like_any():
    data = dressed(p("{{ a }}{{ f }}") + ROWS + '<w:p><odd:x odd:y="1"/></w:p>', "ns0")
    xml = member(render(io.BytesIO(data), CONTEXT).data, "word/document.xml")
    usual = word(p("{{ a }}{{ f }}") + ROWS)
    assert texts(xml)[:5] == texts(
        member(render(io.BytesIO(usual), CONTEXT).data, "word/document.xml")
    )
    assert 'mc:Ignorable="odd"' in xml
    assert 'xmlns:odd="urn:odd"' in xml
    assert "<odd:x odd:y=" in xml


def test_a_part_without_any_prefix_is_filled_like_any():
    main = f'<document xmlns="{W}"><body><p><r><t>{{{{ a }}}}</t></r></p></body></document>'
    data = package(
        {"word/document.xml": main}, "word/document.xml", "wordprocessingml.document.main+xml"
    )
    assert texts(member(render(io.BytesIO(data), CONTEXT).data, "word/document.xml")) == ["x\ny"]


def test_a_prefix_that_means_something_else_is_refused():
    data = dressed(p("{{ a }}") + '<w:p><odd:x xmlns:r="urn:else" r:y="1"/></w:p>', "ns0")
    with pytest.raises(FactpackError, match="another meaning to one of Office's own prefixes"):
        render(io.BytesIO(data), CONTEXT)


def test_prefixes_that_may_be_ignored_stay_declared():
    xml = member(render(io.BytesIO(word(p("{{ a }}"))), CONTEXT).data, "word/document.xml")
    declared = dict(re.findall(r'xmlns:(\w+)="([^"]*)"', xml))
    assert declared == dict(re.findall(r'xmlns:(\w+)="([^"]*)"', SPACES))


# -- names and relations that are not quite right --------------------------------------------


def test_letter_case_and_escapes_in_relations_make_no_difference():
    data = word(p("{{ a }}"), header1=p("{{ a }}"))
    parts = members(data)
    parts["word/Header 1.xml"] = parts.pop("word/header1.xml")
    parts["word/_rels/document.xml.rels"] = rels([("r1", "header", "header%201.XML")]).encode()
    made = members(render(io.BytesIO(zipped(parts)), {"a": "x"}).data)
    assert texts(made["word/Header 1.xml"].decode()) == ["x"]


def test_relations_that_lead_nowhere_are_carried():
    data = word(p("{{ a }}"))
    dangling = rels([("r8", "header", "gone.xml"), ("r9", "image", "NULL")]).encode()
    data = with_part(data, "word/_rels/document.xml.rels", dangling)
    made = members(render(io.BytesIO(data), {"a": "x"}).data)
    assert made["word/_rels/document.xml.rels"] == dangling
    assert texts(made["word/document.xml"].decode()) == ["x"]
