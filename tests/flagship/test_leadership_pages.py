"""The formal report on paper: GB/T 9704-2012 proved by measuring what LibreOffice sets."""

from __future__ import annotations

import re
import shutil
from itertools import pairwise
from pathlib import Path

import pytest
from measured_pages import Line, extent, ink, pages, to_pdf

from generator import api
from templates.make.kit.package import write_package
from templates.make.kit.word.formal import FormalSheets
from templates.make.kit.word.gongwen import new_gongwen

pytestmark = pytest.mark.office

TOP, LEFT, RIGHT, BOTTOM = 37, 28, 184, 262  # mm, the type area (clause 5.2.1)
PITCH = 579 / 20 * 25.4 / 72  # mm from line to line
CHINESE = re.compile(r"[\u4e00-\u9fff，。、；：（）《》“”]+")
SETTINGS = {
    "red_mark": "××办公室文件", "document_number": "××发〔2025〕1号", "signer": "甲乙",
    "recipient": "××", "issuing_organ": "××办公室", "copy_number": "000001", "secrecy": "内部",
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pages")


@pytest.fixture(scope="module")
def papers(leadership, flagship, folder) -> dict[str, Path]:
    """The report plain, with its red head, of a later year; and a page of nothing but characters."""
    proof = folder / "proof.docx"
    sheets = FormalSheets(new_gongwen())
    sheets.text("汉" * 28 * 60)
    write_package(sheets.paper, proof)
    plain = shutil.copy(leadership["this"].file("L1"), folder / "plain.docx")
    red = shutil.copy(_with_red_head(flagship, folder), folder / "red.docx")
    made = to_pdf([proof, Path(plain), Path(red)], folder)
    return {pdf.stem: pdf for pdf in made}


def _with_red_head(flagship: Path, folder: Path) -> Path:
    """The report built in a copy of the workspace whose settings are filled."""
    copy = folder / "workspace"
    for name in ("facts", "templates"):
        shutil.copytree(flagship / name, copy / name, ignore=shutil.ignore_patterns("make"))
    (copy / "output").mkdir()
    plan = copy / "templates" / "audiences" / "leadership.yaml"
    text = plan.read_text(encoding="utf-8")
    for name, value in SETTINGS.items():
        text = re.sub(rf'^(  {name}:) ""', rf'\1 "{value}"', text, flags=re.MULTILINE)
    plan.write_text(text, encoding="utf-8")
    built = api.build(copy, audience="leadership", out=folder / "red")
    return next((built.folder / "leadership").glob("L1*"))


@pytest.fixture(scope="module")
def plain(papers) -> list[list[Line]]:
    return pages(papers["plain"])


def body(page: list[Line]) -> list[Line]:
    """The lines inside the type area."""
    return [line for line in page if line.middle < BOTTOM]


def slot(line: Line) -> float:
    """Which of the 22 lines a line stands on, from 0."""
    return (line.middle - TOP) / PITCH - 0.5


def test_a_page_has_22_lines_of_28_characters(papers):
    first, second, *_ = pages(papers["proof"])
    assert [len(line.text) for line in body(first)] == [26] + [28] * 21
    assert [len(line.text) for line in body(second)] == [28] * 22
    assert [slot(line) for line in body(second)] == pytest.approx(range(22), abs=0.12)


def test_the_margins_are_37_28_35_26(papers):
    for page in pages(papers["proof"])[:2]:
        lines = body(page)[1:]
        assert [line.left for line in lines] == pytest.approx([LEFT] * len(lines), abs=0.5)
        assert [line.right for line in lines] == pytest.approx([RIGHT] * len(lines), abs=0.7)
        assert lines[-1].middle + PITCH / 2 == pytest.approx(BOTTOM, abs=1)


def test_the_report_has_five_pages_and_five_of_annexes(plain):
    assert len(plain) == 10
    starts = {number: page[0].text for number, page in enumerate(plain, 1)}
    assert [n for n, text in starts.items() if text.startswith("附件")] == [6, 7, 8, 10]


def test_the_plain_report_starts_with_its_title_on_the_first_line(plain):
    title = body(plain[0])[0]
    assert title.text == "浙江对口支援涪陵工作情况报告"
    assert slot(title) == pytest.approx(0, abs=0.3)
    assert (title.left + title.right) / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=1)


def test_full_pages_of_the_report_keep_the_22_lines(plain):
    for page, following in pairwise(plain[:5]):
        slots = [slot(line) for line in body(page)]
        if not following[0].text.startswith("表"):  # -- a table is not parted from its caption --
            assert round(max(slots)) == 21
        assert [value - round(value) for value in slots] == pytest.approx(
            [0] * len(slots), abs=0.35
        )
        assert len({round(value) for value in slots}) == len(slots) >= 19


def test_a_full_line_of_the_report_has_28_characters(plain):
    counts = [
        len(line.text)
        for page in plain[:5]
        for line in body(page)
        if CHINESE.fullmatch(line.text) and line.right > RIGHT - 1 and line.left < LEFT + 1
    ]
    assert 28 in counts
    # -- 29 where a closing mark hangs in the margin, 27 where one may not begin the next line --
    assert set(counts) <= {27, 28, 29}


def test_page_numbers_stand_between_dashes_odd_right_even_left(plain):
    for number, page in enumerate(plain, 1):
        footer = page[-1]
        assert footer.text == f"—{number}—"
        if number % 2:
            assert footer.right == pytest.approx(RIGHT - 4.94, abs=1.5)
        else:
            assert footer.left == pytest.approx(LEFT + 4.94, abs=1.5)


def test_the_dash_of_the_page_number_is_7_mm_under_the_type_area(papers, plain, folder):
    for number in (1, 2):
        dash = plain[number - 1][-1].words[0]
        mark = extent(ink(papers["plain"], number, folder), dash.left, BOTTOM, dash.right - 1, 280)
        assert mark.top == pytest.approx(BOTTOM + 7, abs=1)
        assert mark.bottom - mark.top < 1


def test_an_annex_has_its_mark_on_line_1_and_its_title_on_line_3(plain):
    for number in (6, 7, 8, 10):
        mark, title = body(plain[number - 1])[:2]
        assert slot(mark) == pytest.approx(0, abs=0.3)
        assert mark.left == pytest.approx(LEFT, abs=0.5)
        assert slot(title) == pytest.approx(2, abs=0.3)


def test_the_annexes_are_listed_under_the_text_and_the_date_four_characters_in(plain):
    texts = [line.text for line in body(plain[4])]
    at = next(number for number, text in enumerate(texts) if text.startswith("附件："))
    assert texts[at : at + 4] == [
        "附件：1.主要数字图", "2.三峡库区各方支援情况", "3.数据来源与口径", "4.大事记",
    ]  # fmt: skip
    names = [line.words[-1].left for line in body(plain[4])[at : at + 4]]
    assert max(names[1:]) - min(names[1:]) < 0.5
    date = body(plain[4])[-1]
    assert date.text == "2025年12月31日"
    assert date.right == pytest.approx(RIGHT - 4 * 15.75 * 25.4 / 72, abs=1)


def test_the_red_head_has_its_mark_35_mm_under_the_type_areas_top(papers, folder):
    marks = ink(papers["red"], 1, folder, red=True)
    head = extent(marks, 0, 0, 210, 110)
    assert head.top == pytest.approx(TOP + 35, abs=1.5)


def test_the_red_rule_is_as_wide_as_the_type_area_and_4_mm_under_the_number(papers, folder):
    marks = ink(papers["red"], 1, folder, red=True)
    lines = body(pages(papers["red"])[0])
    number = next(line for line in lines if "〔2025〕" in line.text)
    assert number.text == "××发〔2025〕1号签发人：甲乙"
    assert number.left == pytest.approx(LEFT + 5.55, abs=1)
    assert number.right == pytest.approx(RIGHT - 5.55, abs=1)
    rule = extent(marks, 0, number.middle, 210, number.middle + 12)
    assert (rule.left, rule.right) == pytest.approx((LEFT, RIGHT), abs=1)
    letters = extent(
        ink(papers["red"], 1, folder), number.left, number.middle - 4, 60, rule.top - 1
    )
    assert rule.top - letters.bottom == pytest.approx(4, abs=1)


def test_the_title_stands_two_lines_under_the_red_rule(papers):
    lines = body(pages(papers["red"])[0])
    number = next(at for at, line in enumerate(lines) if "〔2025〕" in line.text)
    gap = lines[number + 1].middle - lines[number].middle
    assert lines[number + 1].text == "浙江对口支援涪陵工作情况报告"
    assert gap / PITCH == pytest.approx(3, abs=0.5)


def test_the_signature_stands_over_the_middle_of_the_date(papers):
    close = body(pages(papers["red"])[5])
    organ, date = close[-2], close[-1]
    assert (organ.text, date.text) == ("××办公室", "2025年12月31日")
    assert (organ.left + organ.right) / 2 == pytest.approx((date.left + date.right) / 2, abs=3)


def test_blank_settings_leave_nothing_on_the_page(plain):
    text = "".join(line.text for page in plain for line in page)
    assert not re.search(r"签发人|××|None", text)
