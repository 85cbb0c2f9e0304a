"""A template's words are retold where they stand, and nothing else is."""

from __future__ import annotations

import io
import zipfile

from docx import Document
from docx.oxml import parse_xml

from generator.documents.retelling import Retelling, retell
from generator.model import Place

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _tags(text: str) -> list[tuple[int, int]]:
    start, end = text.find("{{"), text.find("}}")
    return [(start, end + 2)] if start >= 0 else []


HOW = Retelling(
    convert=lambda text: text.replace("甲", "乙").replace("长", "長長"),
    kept=_tags,
    languages={"zh-CN": "zh-TW"},
    faces={"微软雅黑": "微軟正黑體"},
)


def body(*runs: str) -> str:
    """The words of a paragraph, run by run, after it was retold."""
    document = Document()
    paragraph = document.add_paragraph()
    for words in runs:
        paragraph.add_run(words)
    stream = io.BytesIO()
    document.save(stream)
    made = Document(io.BytesIO(retell(stream.getvalue(), HOW, Place("x.docx"))))
    return "|".join(run.text for run in made.paragraphs[0].runs)


def test_plain_words_are_retold_and_tags_are_not():
    assert body("甲{{ 甲 }}甲") == "乙{{ 甲 }}乙"


def test_a_tag_in_several_runs_stays_a_tag():
    assert body("甲{{ ", "甲", " }}", "甲") == "乙{{ |甲| }}|乙"


def test_a_word_that_grows_stays_in_its_run():
    assert body("甲", "长", "甲") == "乙|長長|乙"


def test_languages_and_faces_are_renamed():
    document = Document()
    document.add_paragraph()._p.append(
        parse_xml(
            f'<w:r {W}><w:rPr><w:rFonts w:eastAsia="微软雅黑"/><w:lang w:eastAsia="zh-CN"/>'
            "</w:rPr><w:t>x</w:t></w:r>"
        )
    )
    document.core_properties.title = "甲"
    stream = io.BytesIO()
    document.save(stream)
    retold = retell(stream.getvalue(), HOW, Place("x.docx"))
    with zipfile.ZipFile(io.BytesIO(retold)) as package:
        xml = package.read("word/document.xml").decode()
        core = package.read("docProps/core.xml").decode()
    assert 'w:eastAsia="微軟正黑體"' in xml
    assert 'w:eastAsia="zh-TW"' in xml
    assert "<dc:title>乙</dc:title>" in core
