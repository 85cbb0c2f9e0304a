"""What carries no tag comes out as it went in; what carries one loses nothing else."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from datetime import datetime
from pathlib import Path

import pytest
from bad_zips import members, with_part, zipped
from tiny import SPACES, W, cell, deck, faults, p, r, rels, shape, table, texts, with_changed, word

from generator.api import render

HERE = Path(__file__).parents[2]
RUN_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)<")  # for what a parser with limits does not read
TEMPLATES = sorted((HERE / "templates").glob("*.*x"))
CORE = (
    b'<?xml version="1.0"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/'
    b'2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms='
    b'"http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>'
    b"%s</dc:title><cp:lastPrinted>2020-01-01T00:00:00Z</cp:lastPrinted><dcterms:created xsi:type="
    b'"dcterms:W3CDTF">2020-02-02T00:00:00Z</dcterms:created></cp:coreProperties>'
)


def made(data: bytes, context: dict[str, object] | None = None, **more: object) -> dict[str, bytes]:
    return members(render(io.BytesIO(data), context or {}, **more).data)  # type: ignore[arg-type]


# -- nothing asked, nothing changed ----------------------------------------------------------

BRACES = "if (a) { b } and {c}, 50 %} off? { {x} }".replace("%}", "% }")


@pytest.mark.parametrize(
    "data",
    [
        word(p(BRACES) + table(("a", "b")), header1=p("x"), core={"title": "T"}),
        deck(shape(BRACES), notes=shape("x"), core={"title": "T"}),
        with_part(word(p("x")), "docProps/core.xml", CORE % b"T"),
        with_part(
            word("<!-- a comment --><?and an='instruction'?>" + p("x")), "custom/x.bin", bytes(99)
        ),
        word("<w:tbl>" + "<w:tr><w:tc><w:tbl>" * 200 + "</w:tbl></w:tc></w:tr>" * 200 + "</w:tbl>"),
        word(p("x" * 11_000_000)),
        word('<w:p xmlns:odd="urn:odd" mc:Ignorable="w14"><odd:x/></w:p>'),
    ],
    ids=["word", "deck", "dates", "comments", "deep tables", "a long text", "other words"],
)
def test_a_file_without_tags_comes_out_part_for_part(data: bytes):
    assert made(data) == members(data)


@pytest.mark.parametrize("suffix", [".docx", ".pptx"])
def test_the_files_of_other_programs_come_out_part_for_part(suffix: str, tmp_path: Path):
    path = tmp_path / f"made{suffix}"
    if suffix == ".docx":
        import docx

        document = docx.Document()
        document.add_heading("A heading", 1)
        document.add_table(3, 3)
        document.save(str(path))
    else:
        import pptx

        slides = pptx.Presentation()
        slides.slides.add_slide(slides.slide_layouts[0])
        slides.save(str(path))
    out = tmp_path / f"out{suffix}"
    render(path, {}, out)
    assert members(out.read_bytes()) == members(path.read_bytes())


@pytest.fixture(scope="module")
def office_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Our own templates as LibreOffice writes them: third-party files, tags and all."""
    folder = tmp_path_factory.mktemp("office")
    for template in TEMPLATES:
        target = folder / template.suffix.lstrip(".")
        target.mkdir(exist_ok=True)
        subprocess.run(
            [
                shutil.which("soffice") or "soffice",
                f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                "--headless", "--convert-to", template.suffix.lstrip("."),
                "--outdir", str(target), str(template),
            ],
            check=True, capture_output=True, timeout=180,
        )  # fmt: skip
    return folder


@pytest.mark.office
def test_files_that_libreoffice_wrote_ask_for_what_ours_ask(office_files: Path):
    from generator.api import needs

    for template in TEMPLATES:
        saved = office_files / template.suffix.lstrip(".") / template.name
        assert set(needs(saved).names) == set(needs(template).names), template.name


# -- tags beside things of all kinds ---------------------------------------------------------


def test_dates_and_other_properties_stay_when_the_title_is_filled():
    data = with_part(
        word(p("x")), "docProps/core.xml", CORE % b"{{ a }} & b".replace(b"&", b"&amp;")
    )
    core = made(data, {"a": "<R&D>"})["docProps/core.xml"].decode()
    assert "<dc:title>&lt;R&amp;D&gt; &amp; b</dc:title>" in core
    assert "2020-01-01T00:00:00Z" in core
    assert "2020-02-02T00:00:00Z" in core


def test_properties_that_are_given_are_written_and_the_dates_stay():
    data = with_part(word(p("x")), "docProps/core.xml", CORE % b"T")
    core = made(data, core={"title": "New", "subject": "S"})["docProps/core.xml"].decode()
    assert ("<dc:title>New</dc:title>" in core, "<dc:subject>S</dc:subject>" in core) == (
        True,
        True,
    )
    assert "2020-02-02T00:00:00Z" in core


def test_a_time_that_is_given_is_the_documents():
    data = with_part(word(p("x")), "docProps/core.xml", CORE % b"T")
    core = made(data, when=datetime(2030, 6, 30))["docProps/core.xml"].decode()
    assert re.findall(r">([^<]*)</dcterms:\w+>", core) == ["2030-06-30T00:00:00Z"] * 2


def test_properties_under_another_name_are_the_properties():
    parts = {**members(word(p("x"))), "meta/core.psmdcp": CORE % b"{{ a }}"}
    kind = "metadata/core-properties"
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="c" Type="http://schemas.openxmlformats.org/package/2006/relationships/'
        + kind.encode()
        + b'" Target="meta/core.psmdcp"/></Relationships>',
    )
    out = made(zipped(parts), {"a": "T"}, when=datetime(2030, 6, 30))
    assert b"<dc:title>T</dc:title>" in out["meta/core.psmdcp"]
    assert "docProps/core.xml" not in out


def test_a_long_text_beside_a_tag_stays_whole():
    long = "字" * 4_000_000
    xml = made(word(p(long) + p(f"{long}{{{{ a }}}}")), {"a": "x"})["word/document.xml"].decode()
    paragraphs = ["".join(RUN_TEXT.findall(whole)) for whole in xml.split("</w:p>")[:2]]
    assert [len(text) for text in paragraphs] == [len(long), len(long) + 1]
    assert set(paragraphs[0]) | set(paragraphs[1]) == {"字", "x"}


def test_tables_in_tables_in_tables():
    deep = 120
    body = (
        "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>" * deep
        + p("{{ a }}")
        + "<w:p/></w:tc></w:tr></w:tbl>" * deep
    )
    xml = made(word(body), {"a": "x"})["word/document.xml"].decode()
    assert (xml.count("<w:tbl>"), xml.count("</w:tbl>"), ">x<" in xml) == (deep, deep, True)


# -- where tags may stand --------------------------------------------------------------------


def noted(kind: str, inside: str) -> bytes:
    """A document with a part of notes of a kind ("footnotes", "comments")."""
    data = word(p("x"))
    root = f"<w:{kind} {SPACES}>{inside}</w:{kind}>"
    data = with_part(data, f"word/{kind}.xml", root.encode())
    return with_part(
        data, "word/_rels/document.xml.rels", rels([("n", kind, f"{kind}.xml")]).encode()
    )


@pytest.mark.parametrize(
    ("kind", "one"), [("footnotes", "footnote"), ("endnotes", "endnote"), ("comments", "comment")]
)
def test_notes_and_comments_are_filled(kind: str, one: str):
    data = noted(kind, f'<w:{one} w:id="2">{p("{{ a }}")}</w:{one}>')
    assert texts(made(data, {"a": "R&D"})[f"word/{kind}.xml"].decode()) == ["R&D"]


def test_a_problem_in_a_comment_says_which():
    data = noted("comments", f'<w:comment w:id="7">{p("{{ a")}</w:comment>')
    assert faults(data)[0].startswith("comments, comment 7, paragraph 1: {{ a:")


def test_headers_footers_and_first_pages_are_filled():
    out = made(
        word(p("x"), header1=p("{{ a }}"), header2=p("{{ a }}"), footer1=p("{{ a }}")), {"a": "y"}
    )
    assert [
        texts(out[f"word/{name}.xml"].decode()) for name in ("header1", "header2", "footer1")
    ] == [["y"]] * 3


def test_tips_of_links_and_alternative_texts_are_filled():
    link = f'<w:hyperlink r:id="l" w:tooltip="{{{{ a }}}}">{r("{{ b }}")}</w:hyperlink>'
    xml = made(word(f"<w:p>{link}</w:p>"), {"a": 'a "tip" & <more>', "b": "y"})[
        "word/document.xml"
    ].decode()
    assert 'w:tooltip="a &quot;tip&quot; &amp; &lt;more&gt;"' in xml
    assert texts(xml) == ["y"]


def test_fields_are_filled():
    field = '<w:r><w:instrText xml:space="preserve"> HYPERLINK "{{ a }}" </w:instrText></w:r>'
    xml = made(word(f"<w:p>{field}</w:p>"), {"a": "https://example.org/?a=1&b=2"})[
        "word/document.xml"
    ]
    assert b'HYPERLINK "https://example.org/?a=1&amp;b=2"' in xml


CUSTOM = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Client">'
    "<vt:lpwstr>%s</vt:lpwstr></property></Properties>"
)


@pytest.mark.parametrize("data", [word(p("x")), deck(shape("x"))])
def test_custom_properties_are_filled(data: bytes):
    data = with_part(data, "docProps/custom.xml", (CUSTOM % "{{ a }}").encode())
    data = with_changed(
        data, "_rels/.rels", b"</Relationships>",
        b'<Relationship Id="cu" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/custom-properties" Target="docProps/custom.xml"/></Relationships>',
    )  # fmt: skip
    assert b"<vt:lpwstr>R&amp;D</vt:lpwstr>" in made(data, {"a": "R&D"})["docProps/custom.xml"]
    broken = with_part(data, "docProps/custom.xml", (CUSTOM % "{{ a").encode())
    assert faults(broken)[0].startswith("custom properties, 'Client': {{ a:")


def box(text: str) -> str:
    """A text box as Word writes it: the text twice, for old and for new readers."""
    inside = f"<w:txbxContent>{p(text)}</w:txbxContent>"
    return (
        '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        f'<wps:txbx xmlns:wps="urn:wps">{inside}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{inside}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


def test_the_text_of_a_box_is_filled_once_and_its_old_copy_goes():
    xml = made(word(box("{{ a }}") + box("static")), {"a": "x"})["word/document.xml"].decode()
    assert RUN_TEXT.findall(xml) == ["x", "static", "static"]
    assert xml.count("<mc:Fallback>") == 1


def test_cells_keep_what_stands_beside_a_tag():
    kept = cell(p("{{ a }}") + p(r("kept", "<w:b/>")))
    xml = made(word(f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{kept}</w:tr></w:tbl>"), {"a": "x"})[
        "word/document.xml"
    ]
    assert texts(xml.decode()) == ["x", "kept"]
    assert f'xmlns:w="{W}"'.encode() in xml
