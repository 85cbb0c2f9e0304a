"""Whole documents, made with python-docx: valid after the merge, readable, and as they were."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest
from chart_samples import LOOK, chart
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from subdocument_samples import OFFICE, RED, SPACES, TYPES, Inclusion, included, member, opened

from generator.documents.charts.chart import write_chart

VALIDATORS = Path(__file__).parents[1] / "validators"
_DRAWINGML = "application/vnd.openxmlformats-officedocument.drawingml."
_BOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_CHART_SPACE = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_FRAME = (
    f'<w:r {SPACES}><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
    '<wp:extent cx="3600000" cy="2000000"/><wp:docPr id="1" name="Chart" descr="床位"/>'
    f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_CHART_SPACE}">'
    f'<c:chart xmlns:c="{_CHART_SPACE}" r:id="{{}}"/></a:graphicData></a:graphic></wp:inline>'
    "</w:drawing></w:r>"
)
_NOTES = (
    f"<w:footnotes {SPACES}>"
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/>'
    '</w:r></w:p></w:footnote><w:footnote w:id="1"><w:p><w:pPr><w:pStyle w:val="Remark"/></w:pPr>'
    "<w:r><w:footnoteRef/></w:r><w:r><w:t> 脚注：以年末为准</w:t></w:r></w:p></w:footnote>"
    "</w:footnotes>"
)
_TRACKED = (
    f'<w:ins {SPACES} w:id="1" w:author="李" w:date="2025-01-01T00:00:00Z"><w:r><w:t>（修订）</w:t>'
    "</w:r></w:ins>"
)


def saved(document: Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def blank(title: str) -> Document:
    """A document without what python-docx's template has of other languages."""
    document = docx.Document()
    document.core_properties.title = title
    (language,) = document.styles.element.iter(qn("w:lang"))
    language.set(qn("w:eastAsia"), "zh-CN")
    for language in document.settings.element.iter(qn("w:themeFontLang")):
        language.set(qn("w:eastAsia"), "zh-CN")
    return document


def host() -> bytes:
    document = blank("汇编")
    document.add_heading("第一部分", 1)
    document.add_paragraph("甲", style="List Number")
    document.add_paragraph("乙", style="List Number")
    own_style(document, "Remark", 9)
    document.add_paragraph("自有样式", style="Remark")
    document.add_picture(io.BytesIO(RED), Cm(1))
    for drawing in document.element.body.iter(qn("wp:docPr")):
        drawing.set("descr", "红点")
    document.add_paragraph("HERE")
    document.add_paragraph("丙", style="List Number")
    return saved(document)


def annex() -> Document:
    """A document with most of what an office puts into one."""
    document = blank("青川医院年报")
    document.add_heading("青川医院", 1)
    document.add_heading("床位", 2)
    own_style(document, "Remark", 14)
    for text in ("一床", "二床", "三床"):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("要点", style="List Bullet")
    noted = document.add_paragraph("编制床位", style="Remark")
    add_note(document, noted)
    noted._p.append(parse_xml(_TRACKED))
    document.add_comment(noted.runs, "待核", "王", "W")
    add_bookmark(document.add_paragraph("见附表"), "附表")
    add_link(document.add_paragraph("来源："), "https://example.org/?a=1&b=2")
    document.add_picture(io.BytesIO(RED), Cm(1))
    for drawing in document.element.body.iter(qn("wp:docPr")):
        drawing.set("descr", "红点")
    add_table(document)
    add_chart(document)
    wide = document.add_section()
    wide.orientation = WD_ORIENT.LANDSCAPE
    document.add_paragraph("末段")
    return document


def own_style(document: Document, name: str, size: int) -> None:
    style = document.styles.add_style(name, 1)
    style.base_style = document.styles["Normal"]
    style.font.size, style.font.color.rgb = Pt(size), RGBColor(0x5A, 0x67, 0x6E)


def add_table(document: Document) -> None:
    table = document.add_table(2, 2, "Light Grid Accent 1")
    for cell, text in zip(table._cells, ("院区", "床位", "东", "94"), strict=True):
        cell.text = text
    table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {SPACES}/>"))


def add_note(document: Document, paragraph: Paragraph) -> None:
    name = PackURI("/word/footnotes.xml")
    part = Part(name, f"{TYPES}footnotes+xml", _NOTES.encode(), document.part.package)
    document.part.relate_to(part, OFFICE + "footnotes")
    reference = f'<w:r {SPACES}><w:footnoteReference w:id="1"/></w:r>'
    paragraph._p.append(parse_xml(reference))


def add_bookmark(paragraph: Paragraph, name: str) -> None:
    paragraph._p.insert(0, parse_xml(f'<w:bookmarkStart {SPACES} w:id="0" w:name="{name}"/>'))
    paragraph._p.append(parse_xml(f'<w:bookmarkEnd {SPACES} w:id="0"/>'))
    field = (
        f'<w:fldSimple {SPACES} w:instr=" REF {name} "><w:r><w:t>见附表</w:t></w:r></w:fldSimple>'
    )
    paragraph._p.append(parse_xml(field))


def add_link(paragraph: Paragraph, address: str) -> None:
    id = paragraph.part.relate_to(address, OFFICE + "hyperlink", is_external=True)
    link = f'<w:hyperlink {SPACES} r:id="{id}"><w:r><w:t>网页</w:t></w:r></w:hyperlink>'
    paragraph._p.append(parse_xml(link))


def add_chart(document: Document) -> None:
    made, package = write_chart(chart("columns", "东 西", "81 94"), LOOK), document.part.package
    book = Part(PackURI("/word/embeddings/book1.xlsx"), _BOOK, made.workbook, package)
    drawing = Part(PackURI("/word/charts/chart1.xml"), f"{_DRAWINGML}chart+xml", b"", package)
    linked = drawing.relate_to(book, OFFICE + "package")
    drawing._blob = made.xml.replace(made.relation.encode(), linked.encode())
    id = document.part.relate_to(drawing, OFFICE + "chart")
    document.add_paragraph()._p.append(parse_xml(_FRAME.format(id)))


def words(data: bytes) -> list[str]:
    """The text of the body's paragraphs, tables' cells among them."""
    paragraphs = docx.Document(io.BytesIO(data)).element.body.iter(qn("w:p"))
    texts = ("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in paragraphs)
    return [text for text in texts if text]


ANNEX = [
    "青川医院", "床位", "一床", "二床", "三床", "要点", "编制床位（修订）", "见附表见附表", "来源：网页",
    "院区", "床位", "东", "94", "末段",
]  # fmt: skip


def test_the_text_is_that_of_both_documents():
    before, after = ["第一部分", "甲", "乙", "自有样式"], ["丙"]
    made = included(host(), saved(annex()), saved(annex()))
    assert words(made) == before + ANNEX + ANNEX + after


def test_the_notices_are_those_of_a_document_with_sections_and_comments():
    made = Inclusion(host()).add(opened(saved(annex())))
    assert [problem.problem for problem in made.grafts[0].notices] == [
        "A section of the included document is in landscape; its pages stay upright.",
        "Comments of the included document are left out (1).",
    ]


def test_python_docx_finds_the_looks_of_each():
    document = docx.Document(io.BytesIO(included(host(), saved(annex()))))
    by_text = {paragraph.text: paragraph for paragraph in document.paragraphs}
    assert by_text["自有样式"].style.font.size == Pt(9)
    assert by_text["编制床位"].style.font.size == Pt(14)
    assert by_text["青川医院"].style.style_id == "Heading1"
    assert by_text["一床"].style.name == "List Number"


def test_a_document_with_its_own_copies_is_the_same_every_time():
    sub = saved(annex())
    assert included(host(), sub, sub) == included(host(), sub, sub)


def test_pictures_are_shared_and_charts_are_not():
    made = included(host(), saved(annex()), saved(annex()))
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        found = sorted(n for n in archive.namelist() if re.search("media|charts/i|embeddings", n))
    assert found == [
        "word/charts/included1.xml", "word/charts/included2.xml",
        "word/embeddings/included1.xlsx", "word/embeddings/included2.xlsx", "word/media/image1.png",
    ]  # fmt: skip


def findings(script: str, *files: Path) -> list[str]:
    """What a checking script reports, without its lines for files that are in order."""
    program = [sys.executable, str(VALIDATORS / script), *map(str, files)]
    done = subprocess.run(program, capture_output=True, encoding="utf-8", check=False)
    fine = re.compile(r".*(: 0 errors.*|\.docx (clean)?)")
    return [
        line for line in (done.stdout + done.stderr).splitlines() if not fine.fullmatch(line)
    ]  # fmt: skip


def files(folder: Path) -> list[Path]:
    """One document in another, twice in another, and in a host that has next to nothing."""
    bare = blank("空")
    bare.add_paragraph("HERE")
    made = {
        "once": included(host(), saved(annex())),
        "twice": included(host(), saved(annex()), saved(annex())),
        "bare": included(saved(bare), saved(annex()), host()),
    }
    for name, data in made.items():
        (folder / f"{name}.docx").write_bytes(data)
    return [folder / f"{name}.docx" for name in made]


def test_nothing_is_left_undefined(tmp_path: Path):
    assert findings("ooxml_extra_checks.py", *files(tmp_path)) == []


@pytest.mark.validators
def test_the_open_xml_sdk_finds_nothing(tmp_path: Path):
    assert findings("ooxml_sdk_validate.py", *files(tmp_path)) == []


@pytest.mark.office
def test_libreoffice_counts_each_list_from_its_start(tmp_path: Path):
    (made, *_) = files(tmp_path)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*convert, str(made)], capture_output=True, check=True)
    read = ["pdftotext", "-layout", str(made.with_suffix(".pdf")), "-"]
    text = subprocess.run(read, capture_output=True, check=True).stdout.decode()
    lines = [re.sub(r"\s+", "", line) for line in text.splitlines()]
    wanted = ["1.甲", "2.乙", "1.一床", "2.二床", "3.三床", "3.丙"]
    assert [line for line in lines if line in wanted] == wanted
    assert "脚注：以年末为准" in text
    assert "81" in text
    assert "REF" not in member(made.read_bytes(), "word/footnotes.xml")
