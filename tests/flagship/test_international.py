"""The pack for readers abroad: plain English, the rules of the plan, three editions."""

from __future__ import annotations

import re
import zipfile
from datetime import date
from pathlib import Path

import pytest
from lxml import etree
from office_texts import cached_numbers, charts, paragraphs, whole_text, workbook_numbers

EDITIONS = {"2025": date(2025, 12, 31), "2026": date(2026, 12, 31), "2027": date(2027, 12, 31)}
DOCUMENTS = ("E1", "E2")
CHINESE = re.compile("[\u4e00-\u9fff]")
OWN = re.compile(r"^(Figure|Table) \d|^\d{1,2}$")  # our captions and pages
MARKS = re.compile(
    r"(?<=[a-z”.])\d{1,2}\b|(?<=20\d\d)\d$|\((Figure|Table) \d\)"
)  # of notes, pages, references


@pytest.fixture(scope="session")
def international(packs: dict[str, Path]) -> dict[str, Path]:
    """The folder of each edition."""
    folders = (packs[name] / "international" for name in ("this", "next", "last"))
    return dict(zip(("2025", "2026", "2027"), folders, strict=True))


def text_of(folder: Path, document: str) -> str:
    return whole_text(next(folder.glob(f"{document} *")))


def provenance(folder: Path) -> dict:
    import json

    return json.loads((folder / "provenance.json").read_bytes())


@pytest.mark.validators
def test_microsofts_validator_finds_nothing_in_english(international, sdk_findings):
    files = [path for folder in international.values() for path in sorted(folder.glob("*.*x"))]
    assert sdk_findings(*files) == []


def test_nothing_else_is_wrong_with_the_english_files(international, extra_findings):
    for folder in international.values():
        for path in folder.glob("*.*x"):
            assert extra_findings(path) == [], path.name


@pytest.mark.parametrize(
    "words",
    [
        "33 years",
        "1,184",
        "RMB 509 million",
        "RMB 58.09 billion",
        "expected to exceed RMB 60 billion",
        "over RMB 40 billion",
        "over RMB 10 billion",
        "over RMB 17 billion",
        "nearly RMB 70 million",
        "nearly 24,000 visits",
        "more than 3,000",
        "about 3.3 ha",
        "January–October 2025",
        "15 December 2025",
        "then Secretary of the CPC Zhejiang Provincial Committee",
        "Liu Cai, Director, Fuling District Water Resources Bureau",
        "Li Yong, Secretary of the CPC Fuling District Committee",
    ],
)
def test_the_brief_says_each_figure_in_english(international, words):
    assert words in text_of(international["2025"], "E1")


KEPT_OUT = [
    "US$", "USD", "dollar", "CNY", "GDP", "largest", "world-class", "win-win", "100 million yuan",
    "550 million", "239", "290", "533", "500 billion", "over RMB 50 billion", "quarter of",
    "reply letter", "Ningbo", "31 years", "last published", "33rd", "one-to-one",
]  # fmt: skip


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("document", DOCUMENTS)
def test_what_is_not_for_readers_abroad_is_not_there(international, edition, document):
    text = text_of(international[edition], document)
    assert [words for words in KEPT_OUT if words in text] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_an_english_file_holds_no_chinese(international, document):
    with zipfile.ZipFile(next(international["2025"].glob(f"{document} *"))) as package:
        for name in package.namelist():
            if name.endswith(".xml") and "theme" not in name and "fontTable" not in name:
                assert not CHINESE.search(package.read(name).decode()), name


def test_the_annex_quotes_its_evidence_in_its_own_script(international):
    text = text_of(international["2025"], "E3")
    assert "无偿捐赠资金5.09亿元" in text
    assert "RMB 509 million" in text


def test_every_block_of_figures_in_the_brief_has_a_footnote_with_source_and_date(international):
    with zipfile.ZipFile(next(international["2025"].glob("E1 *"))) as package:
        notes = etree.fromstring(package.read("word/footnotes.xml"))
    words = ["".join(note.itertext()).strip() for note in notes][2:]
    assert len(words) >= 9
    assert all("2025" in note for note in words)
    assert sum("; data as of" in note for note in words) >= 7


@pytest.mark.parametrize("document", DOCUMENTS)
def test_no_number_stands_in_an_english_file_without_its_fact(international, document):
    folder = international["2025"]
    ledger = next(one for one in provenance(folder)["files"] if one["document"] == document)
    known = "\n".join(figure["shown"] for figure in ledger["figures"]) + "31 December 2025"
    for text in paragraphs(next(folder.glob(f"{document} *"))):
        if not OWN.match(text):
            for number in re.findall(r"\d[\d.,]*\d|\d", MARKS.sub("", text)):
                assert number in known or number in ledger["file"], f"{number} in “{text}”"


@pytest.mark.parametrize("document", DOCUMENTS)
def test_english_charts_hold_the_numbers_of_their_workbooks(international, document):
    drawn = charts(next(international["2025"].glob(f"{document} *")))
    assert drawn
    for chart, workbook in drawn:
        assert cached_numbers(chart) == workbook_numbers(workbook)


def test_later_editions_count_on_and_name_no_forecast_that_is_over(international):
    for edition, years in (("2026", "34 years"), ("2027", "35 years")):
        for document in DOCUMENTS:
            text = text_of(international[edition], document)
            assert years in text
            assert "expected to exceed" not in text
        assert "latest available" in text


def test_no_english_title_shows_a_figure_past_its_shelf_life(international):
    for folder in international.values():
        ledger = provenance(folder)
        for file in ledger["files"]:
            for figure in file["figures"]:
                if "'Title'" in figure["place"]:
                    assert not ledger["facts"][figure["fact"]]["expired"], figure


@pytest.mark.office
def test_the_english_files_have_as_many_pages_as_planned(international, tmp_path):
    import subprocess

    from pypdf import PdfReader

    files = sorted(international["2025"].glob("E[12] *.*x"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True)
    pages = {path.name[:2]: len(PdfReader(path).pages) for path in tmp_path.glob("*.pdf")}
    assert pages == {"E1": 3, "E2": 11}
