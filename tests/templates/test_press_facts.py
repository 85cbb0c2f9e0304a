"""The fact sheet for the press, in three editions: every figure has its note, and the right one."""

from __future__ import annotations

import json
import re
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from reading_notes import Marked, body, marked_figures, notes, words
from template_parts import W

from generator import api

ROOT = Path(__file__).resolve().parents[2]
DAYS = [date(2025, 12, 31), date(2026, 12, 31), date(2027, 12, 31)]
PROSE = {"Normal", "TableText", "TableName", "TableQuiet", "CalloutText"}


@pytest.fixture(scope="session", params=DAYS, ids=str)
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("press")
    api.build(ROOT, audience="press", as_of=request.param, out=out)
    return out / str(request.param) / "press"


@pytest.fixture
def sheet(folder: Path) -> Path:
    return next(folder.glob("P1 *"))


@pytest.fixture
def ledger(folder: Path) -> Any:
    return json.loads((folder / "provenance.json").read_bytes())


def test_every_figure_in_prose_and_tables_has_a_note(sheet: Path) -> None:
    bare = [one for one in _figures(sheet) if one.note is None]
    assert bare == []


def test_a_note_names_the_source_of_every_figure_that_bears_it(sheet: Path, ledger: Any) -> None:
    wrong = []
    for figure in _figures(sheet):
        fact = ledger["facts"][figure.key]
        cited = [_citation(ledger, id) for id in fact["statements"]]
        computed = re.search("计算|起算", figure.note or "")
        outlived = "不再引用" in (figure.note or "")
        if not computed and not outlived and not any(one in (figure.note or "") for one in cited):
            wrong.append(figure)
    assert wrong == []


def test_notes_stand_in_the_order_of_their_numbers(sheet: Path) -> None:
    marks = [mark.get(f"{W}id") for mark in body(sheet).iter(f"{W}footnoteReference")]
    assert marks == [str(number) for number in range(1, len(marks) + 1)]
    assert list(notes(sheet)) == marks


def test_a_mark_that_is_repeated_shows_the_number_of_a_note_before_it(sheet: Path) -> None:
    seen: set[str] = set()
    for node in body(sheet).iter(f"{W}footnoteReference", f"{W}instrText"):
        if node.tag == f"{W}footnoteReference":
            seen.add(str(node.get(f"{W}id")))
        elif "NOTEREF" in (node.text or ""):
            (number,) = re.findall(r"_RefNote(\d+)", node.text)
            shown = node.getparent().getnext().getnext()
            assert words(shown) == number
            assert number in seen


def test_the_contents_are_the_headings(sheet: Path) -> None:
    entries, headings = ([], [])  # type: tuple[list[str], list[str]]
    for paragraph in body(sheet).iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        name = "" if style is None else style.get(f"{W}val")
        if name in ("TOC1", "Heading1"):
            (entries if name == "TOC1" else headings).append(words(paragraph))
    assert entries == headings
    assert len(headings) == 7


def test_a_forecast_is_a_forecast_until_its_year_is_over(sheet: Path) -> None:
    texts = [words(paragraph) for paragraph in body(sheet).iter(f"{W}p")]
    told = [text for text in texts if "600亿" in text]
    assert all("预计" in text for text in told)
    assert bool(told) != any("待发布" in text for text in texts)


def test_what_is_not_for_the_press_is_not_there(sheet: Path) -> None:
    text = "\n".join(words(paragraph) for paragraph in body(sheet).iter(f"{W}p"))
    out = [
        "上海", "北京", "宁波", "江苏", "大连", "广东", "124", "180万吨", "20多位", "上次公布",
        "同一口径", "一对一结对", "13—14", "33周年", "31年",
    ]  # fmt: skip
    assert [word for word in out if word in text] == []
    assert text.count("习近平") == text.count("习近平同志")
    assert text.count("5.5亿") == text.count("超过5.5亿元无偿援助资金”")


@pytest.mark.office
def test_it_is_six_pages_long(sheet: Path, tmp_path: Path) -> None:
    from pypdf import PdfReader

    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(sheet)], check=True, capture_output=True)
    assert len(PdfReader(next(tmp_path.glob("*.pdf"))).pages) == 6


@pytest.mark.validators
def test_the_files_are_valid(folder: Path, sdk_findings, extra_findings) -> None:
    files = sorted(folder.glob("*.docx"))
    assert sdk_findings(*files) == []
    assert [found for path in files for found in extra_findings(path)] == []


def _figures(path: Path) -> list[Marked]:
    """Numbers of facts; the dates beside them need no note of their own."""
    return [
        one
        for one in marked_figures(path)
        if one.style in PROSE and re.search(r"\d|万", one.shown) and not _is_date(one.shown)
    ]


def _is_date(shown: str) -> bool:
    return bool(re.fullmatch(r"(截至)?\d{4}年.*|.*(年来|以来)", shown))


def _citation(ledger: Any, id: str) -> str:
    (source,) = {one["source"] for one in ledger["statements"][id]["sources"]}
    return str(CITATIONS[source])


CITATIONS = {
    "cqcb-2025-12": "上游财经-重庆晨报，2025年12月",
    "fuling-2022": "《涪陵 三个变化添活力 浙涪合作上台阶》，2022年（推定），刊载信息待补",
    "cqrb-review-2025-12": "新重庆-重庆日报述评，2025年12月",
    "cqrb-comment-2025-12": "新重庆-重庆日报时论，2025年12月",
    "review-2025-12": "述评（2025年12月，刊载信息待补）",
    "cqrb-2023-10-21": "华龙网-重庆日报，2023年10月21日",
}
