"""The leaders' files: valid, anchored, fitting their boxes, and true to the editorial plan."""

from __future__ import annotations

import re
import zipfile

import pytest
from lxml import etree
from office_texts import cached_numbers, charts, paragraphs, whole_text, workbook_numbers

from generator.documents.fit.measure import overflows

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DOCUMENTS = ["L1", "L2"]
YEARS = ["this", "next", "last"]


@pytest.mark.validators
def test_microsofts_validator_finds_nothing_in_the_leaders_files(leadership, sdk_findings):
    assert sdk_findings(*(path for one in leadership.values() for path in one.office_files)) == []


def test_the_leaders_files_are_open_to_every_reader(leadership, extra_findings):
    for edition in leadership.values():
        for path in edition.office_files:
            assert extra_findings(path) == [], path


@pytest.mark.parametrize("year", YEARS)
def test_no_text_of_the_deck_is_taller_than_its_box(leadership, year):
    path = leadership[year].file("L2")
    assert list(overflows(path.name, path.read_bytes())) == []


@pytest.mark.parametrize("year", YEARS)
def test_a_footer_has_two_lines_at_most(leadership, year):
    with zipfile.ZipFile(leadership[year].file("L2")) as package:
        for number, slide, _ in _slides(package):
            for shape in slide.iter(f"{P}sp"):
                mark = shape.find(f".//{P}ph")
                if mark is not None and mark.get("idx") == "12":
                    assert len(shape.findall(f".//{A}p")) <= 2, number


def test_the_deck_has_twelve_slides_three_in_reserve_and_its_sources(leadership):
    with zipfile.ZipFile(leadership["this"].file("L2")) as package:
        titles = [_title(slide) for _, slide, _ in _slides(package)]
    assert len(titles) == len(set(titles)) == 16
    assert titles[3] == "自2023年10月以来，项目增82个、捐赠增0.51亿元"
    assert titles[6] == "2025年1—10月已实现580.9亿元，全年超600亿元是预计"


def test_every_slide_has_notes_that_say_what_to_say_and_where_it_is_from(leadership):
    with zipfile.ZipFile(leadership["this"].file("L2")) as package:
        for number in range(1, 17):
            root = etree.fromstring(package.read(f"ppt/notesSlides/notesSlide{number}.xml"))
            lines = ["".join(t.text or "" for t in p.iter(f"{A}t")) for p in root.iter(f"{A}p")]
            spoken = [line for line in lines if len(line) > 3]
            assert [line.split("：")[0] for line in spoken[:2]] == ["讲", "数据来源"], number


@pytest.mark.parametrize("year", ["next", "last"])
def test_no_title_of_a_later_edition_shows_a_figure_past_its_shelf_life(leadership, year):
    facts = leadership[year].provenance["facts"]
    for file in leadership[year].provenance["files"]:
        for figure in file["figures"]:
            if "'标题'" in figure["place"]:
                assert not facts[figure["fact"]]["expired"], figure


def test_a_later_edition_has_no_forecast_left(leadership):
    for document in DOCUMENTS:
        text = whole_text(leadership["next"].file(document))
        assert "全年实际数待发布" in text or "实际数待发布" in text
        assert "超600" not in text


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_forecast_is_always_told_as_one(leadership, document):
    for text in paragraphs(leadership["this"].file(document)):
        if "600亿" in text and "全年将" not in text:  # -- the clause as its source prints it --
            assert "预计" in text, text


def test_the_forecast_is_hatched_and_the_mark_of_2019_no_bar(leadership):
    for document in DOCUMENTS:
        drawn = [chart for chart, _ in charts(leadership["this"].file(document))]
        forecast = next(xml for xml in drawn if b"600" in xml and b"580.9" in xml)
        assert b'prst="wdUpDiag"' in forecast
        gdp = etree.fromstring(next(xml for xml in drawn if b"1402.74" in xml))
        assert [el.tag for el in gdp.iter(f"{C}barChart", f"{C}lineChart")] == [
            f"{C}barChart", f"{C}lineChart",
        ]  # fmt: skip
        assert [v.text for v in gdp.find(f".//{C}lineChart").iter(f"{C}v")][-1] == "1000"


def test_the_donors_stand_in_the_order_of_the_report(leadership):
    drawn = [chart for chart, _ in charts(leadership["this"].file("L2"))]
    numbers = next(cached_numbers(xml) for xml in drawn if b"10.87" in xml)
    assert numbers == ["10.87", "15.2", "8", "8.11", "1.765", "9", "4.58"]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_leaders_charts_hold_the_numbers_of_their_workbooks(leadership, document):
    for chart, workbook in charts(leadership["this"].file(document)):
        assert sorted(map(float, cached_numbers(chart))) == sorted(
            map(float, workbook_numbers(workbook))
        )


OUT = [
    "同一口径", "上次公布", "31年", "30多年", "三十年", "概况", "宁波援助涪陵", "14对", "一对一", "移民码头",
    "山海之约", "涪陵专版", "265.5", "省部级", "生峰", "助力", "达到600", "百万三峡", "26个月",
]  # fmt: skip


@pytest.mark.parametrize("word", OUT)
@pytest.mark.parametrize("document", DOCUMENTS)
def test_what_the_plan_forbids_is_not_there(leadership, document, word):
    assert word not in whole_text(leadership["this"].file(document))


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_visit_is_told_in_full_form_and_the_day_stands_with_the_groundbreaking(
    leadership, document
):
    text = whole_text(leadership["this"].file(document))
    if document == "L1":
        assert "2004年5月，时任浙江省委书记的习近平同志率浙江省党政代表团到涪陵" in text
    for sentence in re.split("[。\n]", text):
        if "5月19日" in sentence and "来涪" not in sentence:
            assert "奠基" in sentence or sentence.strip() == "2004年5月19日"
            assert "习近平" not in sentence
    assert text.count("习近平") == text.count("习近平同志")


def test_the_figures_that_were_set_aside_stand_in_notes_only(leadership):
    shown = [t for t in paragraphs(leadership["this"].file("L1")) if "5.5亿元" in t or "290余" in t]
    assert shown
    assert all("未采用" in text for text in shown)


# Numbers that count our own pages, figures, tables and list items.
OWN = re.compile(r"(图|表|附件)\d|^\d\.|^— |^\d{1,2}$|^附件：1\.|^[①-⑦]")


@pytest.mark.parametrize("document", DOCUMENTS)
def test_no_number_of_the_leaders_files_stands_without_its_fact(leadership, document):
    provenance = leadership["this"].provenance
    ledger = next(file for file in provenance["files"] if file["document"] == document)
    shown = "\n".join(figure["shown"] for figure in ledger["figures"])
    sources = " ".join(str(statement) for statement in provenance["statements"].values())
    known = shown + sources + "2025年12月31日" + leadership["this"].file(document).stem
    for text in paragraphs(leadership["this"].file(document)):
        for number in re.findall(r"\d[\d.]*", OWN.sub("", text)):
            assert number in known, f"{number} in “{text}”"


def _slides(package: zipfile.ZipFile):
    names = sorted(
        (name for name in package.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)),
        key=lambda name: int(re.findall(r"\d+", name)[0]),
    )
    for number, name in enumerate(names, 1):
        relations = package.read(name.replace("slides/", "slides/_rels/") + ".rels").decode()
        layout = re.search(r"slideLayouts/(slideLayout\d+\.xml)", relations)[1]
        slide = etree.fromstring(package.read(name))
        yield number, slide, etree.fromstring(package.read(f"ppt/slideLayouts/{layout}"))


def _title(slide: etree._Element) -> str:
    shape = slide.xpath(
        "//p:sp[.//p:ph[@type='title' or @type='ctrTitle']]", namespaces={"p": P[1:-1]}
    )[0]
    return "".join(t.text or "" for t in shape.iter(f"{A}t"))
