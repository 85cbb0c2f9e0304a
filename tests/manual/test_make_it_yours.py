"""The page “Make it yours”: every step is done to a new workspace, and shows in what is built."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from docx import Document
from pptx import Presentation

from docs.make import yours
from generator import api

PAGES = [Path(yours.__file__).parents[1] / f"make-it-yours{end}.md" for end in ("", ".zh-CN")]


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    api.init(tmp_path / "ours")
    return tmp_path / "ours"


def built(workspace: Path, step: str, document: str) -> Path:
    """The document after a step."""
    yours.STEPS[step].change(workspace)
    made = api.build(workspace)
    assert [p for p in made.problems if p.level == "error"] == []
    return next(p for p in made.folder.rglob("*.*x") if p.name.startswith(document))


def headings(path: Path) -> list[str]:
    paper = Document(str(path))
    return [text(p) for p in paper.paragraphs if p.style.name.lower().startswith("heading 1")]


def text(paragraph) -> str:
    return "".join(t.text or "" for t in paragraph._p.iter("{*}t"))


def test_words(workspace: Path):
    assert "Our doors opened 612,000 times; 48,200 of you hold a card" in headings(
        built(workspace, "words", "C1")
    )


def test_order(workspace: Path):
    found = headings(built(workspace, "order", "C1"))
    assert found[0].startswith("E-books grow")
    assert found[1].startswith("Readers came")


def test_colours_and_faces(workspace: Path):
    deck = built(workspace, "look", "C2")
    with zipfile.ZipFile(deck) as package:
        xml = b"".join(package.read(n) for n in package.namelist() if n.endswith(".xml"))
    assert b"1F5FA8" in xml
    assert b"8A2F6B" not in xml
    assert b"Times New Roman" not in xml


def test_logo(workspace: Path):
    page = built(workspace, "logo", "R1")
    logo = (workspace / "templates" / "logo.png").read_bytes()
    with zipfile.ZipFile(page) as package:
        assert logo in [package.read(n) for n in package.namelist() if "/media/" in n]


def test_a_chart_more(workspace: Path):
    deck = Presentation(str(built(workspace, "chart", "C2")))
    slide = deck.slides[len(deck.slides) - 1]
    [chart] = [shape.chart for shape in slide.shapes if shape.has_chart]
    assert list(chart.plots[0].series[0].values) == [2980, 3410]
    assert slide.shapes.title.text_frame.text == "3,410 events, after 2,980"


def test_a_section_more(workspace: Path):
    path = built(workspace, "section", "C1")
    assert "Volunteers carry the network" in headings(path)
    assert "In December about 390 volunteers helped in 14 branches." in [
        text(p) for p in Document(str(path)).paragraphs
    ]


def test_a_section_less(workspace: Path):
    assert not [h for h in headings(built(workspace, "hidden", "C1")) if h.startswith("E-books")]


def test_a_fact_from_a_table(workspace: Path):
    table = workspace / "figures.csv"
    table.write_text(
        "id,source,subject,measure,value,as_of,evidence,fact\n"
        "r31.january,return-2031,network,volunteers,some 400,2032-01,some 400 volunteers,helpers\n",
        encoding="utf-8",
    )
    api.import_facts(workspace, table)
    rows, _ = api.facts(workspace)
    assert [row["value"] for row in rows if row["key"] == "helpers"] == ["400"]


def test_an_audience_of_ones_own(workspace: Path):
    yours.STEPS["audience"].change(workspace)
    folder = api.build(workspace, audience="friends").folder / "friends"
    [page] = folder.glob("*.docx")
    assert "Thank you, friends: 2031" in [text(p) for p in Document(str(page)).paragraphs]


def test_a_template_of_the_offices_own(workspace: Path):
    path = built(workspace, "template", "C3")
    assert path.suffix == ".docx"
    assert "In 2031 readers made 612,000 visits." in [
        text(p) for p in Document(str(path)).paragraphs
    ]


@pytest.mark.parametrize("page", PAGES, ids=["en", "zh"])
def test_the_page_shows_every_step_and_its_pictures_are_small(page: Path):
    shown = re.findall(r"\(pictures/yours/(\w+)\.png\)", page.read_text(encoding="utf-8"))
    assert set(shown) == set(yours.STEPS)
    for name in shown:
        data = (yours.PICTURES / f"{name}.png").read_bytes()
        assert data.startswith(b"\x89PNG")
        assert len(data) < 150_000
