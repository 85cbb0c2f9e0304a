"""A document may speak another language than its audience's others."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from ferryport import FILES, make

from generator import api
from generator.model import FactpackError

TOWN = FILES["templates/audiences/town.yaml"]
BRIEF = "“渡船”有{{ 渡船 }}，软件由{{ office }}提供。"


def town(locale: str, document: str = "") -> str:
    own = f", locale: {document}" if document else ""
    return TOWN.replace("locale: en", f"locale: {locale}").replace(".docx}", f".docx{own}}}")


def told(root: Path, tmp_path: Path, audience: str, brief: str = BRIEF) -> str:
    make(root, brief, templates__audiences__town=audience)
    folder = api.build(root, out=tmp_path / "out").folder / "town"
    return Document(str(next(folder.glob("*.docx")))).element.xpath("string(//w:body)").strip()


def test_a_chinese_template_is_told_in_the_script_of_its_readers(tmp_path):
    assert told(tmp_path / "w", tmp_path, town("zh-Hant-TW")).startswith("「渡船」有12個，軟體由")


def test_each_region_has_its_words(tmp_path):
    assert "軟件由" in told(tmp_path / "w", tmp_path, town("zh-Hant-HK"))


def test_a_document_has_a_locale_of_its_own(tmp_path):
    assert "軟體由" in told(tmp_path / "w", tmp_path, town("zh-Hans", document="zh-Hant"))


def test_an_included_document_is_told_in_the_script_of_its_readers(tmp_path):
    annex = Document()
    annex.add_paragraph(BRIEF)
    (tmp_path / "w" / "templates").mkdir(parents=True)
    annex.save(str(tmp_path / "w" / "templates" / "annex.docx"))
    whole = told(tmp_path / "w", tmp_path, town("zh-Hant-TW"), '{% include "annex.docx" %}')
    assert whole.startswith("「渡船」有12個，軟體由")


def test_an_unknown_locale_is_refused_with_those_there_are(tmp_path):
    with pytest.raises(FactpackError) as refused:
        told(tmp_path / "w", tmp_path, town("zh-Hans", document="zh-TW"))
    assert [problem.problem for problem in refused.value.problems] == [
        "locale: “zh-TW” is unknown."
    ]
