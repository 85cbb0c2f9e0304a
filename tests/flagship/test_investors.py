"""The pack for investors: who is here and how business is done, no aid, no price, no sum."""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from office_texts import cached_numbers, charts, paragraphs, whole_text, workbook_numbers

from generator import api
from generator.files import load_yaml

EDITIONS = (date(2025, 12, 31), date(2026, 12, 31), date(2027, 12, 31))
DOCUMENTS = ("I1", "I2")
CONTACT = {"contact": "某招商部门　某某", "phone": "000-00000000", "mail": "someone@example.org"}

KEPT_OUT = (
    "援建", "捐赠", "敬老院", "公益事业", "移民", "习近平", "省委书记", "奠基", "四分之一",
    "万吨", "宁波", "57小时", "1184", "5.09", "239", "290余", "533", "265.5", "GDP", "地区生产总值",
    "31年", "中国最大", "全国最大", "输血", "概况", "上次公布",
)  # fmt: skip


@pytest.fixture(scope="module", params=EDITIONS, ids=str)
def folder(request: pytest.FixtureRequest, flagship: Path, tmp_path_factory) -> Path:
    """The investors' files as planned, a year on, and when most is out of date."""
    return _built(flagship, tmp_path_factory.mktemp("investors"), request.param)


@pytest.fixture(scope="module")
def now(flagship: Path, tmp_path_factory) -> Path:
    return _built(flagship, tmp_path_factory.mktemp("now"), EDITIONS[0])


@pytest.fixture(scope="module")
def with_contact(flagship: Path, tmp_path_factory) -> Path:
    """The last edition, its pages fuller than any, with somebody to call."""
    workspace = tmp_path_factory.mktemp("workspace")
    for name in ("facts", "templates"):
        shutil.copytree(flagship / name, workspace / name)
    path = workspace / "templates" / "audiences" / "investors.yaml"
    text = path.read_text(encoding="utf-8")
    for name, words in CONTACT.items():
        text = text.replace(f'{name}: ""', f'{name}: "{words}"')
    path.write_text(text, encoding="utf-8")
    return _built(workspace, workspace / "out", EDITIONS[-1])


def _built(workspace: Path, out: Path, as_of: date) -> Path:
    built = api.build(workspace, audience="investors", as_of=as_of, out=out)
    assert [problem for problem in built.problems if problem.level != "notice"] == []
    return built.folder / "investors"


def _file(folder: Path, document: str) -> Path:
    return next(folder.glob(f"{document} *"))


@pytest.mark.parametrize("document", DOCUMENTS)
def test_what_is_not_for_investors_is_not_there(folder: Path, document: str) -> None:
    text = whole_text(_file(folder, document))
    assert [word for word in KEPT_OUT if word in text] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_each_figure_keeps_its_precision_word(now: Path, document: str) -> None:
    text = whole_text(_file(now, document))
    for words in ("超400", "破百亿", "近7000", "超170", "20余", "3年多"):
        assert words in text.replace(" ", ""), words


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_forecast_is_called_one_wherever_it_stands(now: Path, document: str) -> None:
    told = [text for text in paragraphs(_file(now, document)) if "600亿" in text]
    assert told
    assert [text for text in told if "预计" not in text] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_forecast_past_its_year_is_gone(flagship, tmp_path, document: str) -> None:
    text = whole_text(_file(_built(flagship, tmp_path, EDITIONS[1]), document))
    assert "600" not in text
    assert "全年实际数待发布" in text


@pytest.mark.parametrize("document", DOCUMENTS)
def test_agreed_sums_are_never_told_as_investment_made(now: Path, document: str) -> None:
    lines = [text for text in paragraphs(_file(now, document)) if re.search("超 ?170|近百亿", text)]
    beside = "\n".join(paragraphs(_file(now, document)))
    assert lines
    assert "协议数，不等于实际投资" in beside


def test_signed_and_introduced_projects_have_no_total(folder: Path) -> None:
    text = whole_text(_file(folder, "I2"))
    assert not re.search(r"38个|270亿", text)
    assert "两组各计各的" in text


def test_every_price_is_given_in_the_talks(now: Path) -> None:
    from pptx import Presentation

    deck = Presentation(str(_file(now, "I2")))
    table = next(shape.table for shape in deck.slides[8].shapes if shape.has_table)
    rows = [[cell.text for cell in row.cells] for row in list(table.rows)[1:]]
    assert [row[0] for row in rows] == ["水", "电", "气", "土地", "用工", "物流"]
    assert {row[1] for row in rows} == {"洽谈时提供"}
    assert not any(re.search(r"\d", cell) for row in rows for cell in row)


def test_the_classes_of_firms_are_said_to_overlap(folder: Path) -> None:
    assert "不相加" in whole_text(_file(folder, "I1"))
    assert "各类不能相加" in whole_text(_file(folder, "I2"))


def test_a_blank_contact_leaves_no_trace(folder: Path) -> None:
    assert "联系" not in whole_text(_file(folder, "I1"))
    invitation = whole_text(_file(folder, "I2")).split("欢迎您来涪陵看一看")[1]
    assert "更正" in invitation


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_contact_that_is_given_is_printed(with_contact: Path, document: str) -> None:
    text = whole_text(_file(with_contact, document))
    assert [words for words in CONTACT.values() if words not in text] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_charts_hold_the_numbers_of_their_workbooks(folder: Path, document: str) -> None:
    drawn = charts(_file(folder, document))
    assert len(drawn) == {"I1": 1, "I2": 2}[document]
    for chart, workbook in drawn:
        assert cached_numbers(chart) == workbook_numbers(workbook)


def test_the_forecast_is_hatched_and_the_result_is_not(now: Path) -> None:
    (chart, _), *_ = charts(_file(now, "I1"))
    actual, expected = chart.split(b"<c:ser>")[1:3]
    assert b"pattFill" not in actual
    assert b"pattFill" in expected


@pytest.mark.parametrize("document", DOCUMENTS)
def test_no_number_stands_without_its_fact(folder: Path, document: str) -> None:
    provenance = load_yaml(folder / "provenance.json", "provenance.json").value
    known = _words_of(provenance["statements"]) + _words_of(provenance["files"])
    known += f"{folder.parent.name.replace('-', '年', 1).replace('-', '月')}日"
    for text in paragraphs(_file(folder, document)):
        if not re.fullmatch(r"\d{1,2}", text):  # a page's number
            for number in re.findall(r"\d[\d.]*", text):
                assert number in known, f"{number} in “{text}”"


def _words_of(node) -> str:
    if isinstance(node.value, str):
        return node.value
    inside = node.value.values() if isinstance(node.value, dict) else node.value
    return " ".join(map(_words_of, inside))


def test_every_slide_has_notes_with_words_and_sources(now: Path) -> None:
    from pptx import Presentation

    for slide in Presentation(str(_file(now, "I2"))).slides:
        said, sources = slide.notes_slide.notes_text_frame.text.split("\n")
        assert said.startswith("讲解：")
        assert sources.startswith("数据来源：")


@pytest.mark.validators
def test_the_files_are_valid(folder: Path, sdk_findings) -> None:
    assert sdk_findings(*sorted(folder.glob("*.*x"))) == []


def test_nothing_is_missing_for_readers_who_cannot_see(folder: Path, extra_findings) -> None:
    for path in sorted(folder.glob("*.*x")):
        assert extra_findings(path) == [], path.name


@pytest.mark.office
def test_the_one_pager_is_one_page(folder: Path, tmp_path: Path) -> None:
    assert _page_count(_file(folder, "I1"), tmp_path) == 1


@pytest.mark.office
def test_it_is_one_page_with_a_contact_too(with_contact: Path, tmp_path: Path) -> None:
    assert _page_count(_file(with_contact, "I1"), tmp_path) == 1


def _page_count(document: Path, out: Path) -> int:
    from pypdf import PdfReader

    profile = f"-env:UserInstallation={(out / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(out)]
    subprocess.run([*command, str(document)], check=True, capture_output=True)
    return len(PdfReader(next(out.glob("*.pdf"))).pages)
