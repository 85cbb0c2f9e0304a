"""No figure without a fact: every number of every file is explained, in each edition."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document
from unexplained_numbers import unexplained, words_of_the_base

from generator.pack.plan import read_plan
from generator.resolve import Edition as Day
from generator.workspace import open_workspace

ROOT = Path(__file__).parents[2]
PACK = read_plan(open_workspace(ROOT))
AUDIENCES = {audience.id: audience for audience in PACK.audiences}


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_number_has_its_fact_or_its_reason(edition, next_edition, audience):
    for made in (edition, next_edition):
        folder = made.folder.parent / audience
        for path in sorted(folder.glob("*.*x")):
            ledger = made.provenance_of(audience)
            assert unexplained(path, ledger, _own_words(audience, ledger["as_of"])) == [], path.name


def _own_words(audience: str, as_of: str) -> list[str]:
    """The edition's day as it may be said, settings, and the words of the fact base."""
    from datetime import date

    plan = AUDIENCES[audience]
    day = Day(date.fromisoformat(as_of))
    said = [day.day(plan.locale), day.month(plan.locale), day.label(plan.locale), f"{day.year}年"]
    documents = [document.settings.values() for document in plan.documents]
    settings = [
        *PACK.settings.values(),
        *plan.settings.values(),
        *(w for d in documents for w in d),
    ]
    return [*said, *settings, *words_of_the_base(ROOT, plan.locale)]


def test_the_checker_sees_a_typed_number(edition, tmp_path):
    brief = edition.file("Z1")
    document = Document(io.BytesIO(brief.read_bytes()))
    document.add_paragraph("另有12个项目，金额近百亿元。")
    document.core_properties.title = "浙江对口支援涪陵38年"
    document.save(tmp_path / brief.name)
    own = _own_words("zhejiang", edition.provenance["as_of"])
    found = unexplained(tmp_path / brief.name, edition.provenance, own)
    assert [line.split(" in ")[0] for line in found] == [
        "word/document.xml, Normal: 12",
        "word/document.xml, Normal: 百亿",
        "properties: 38",
    ]
