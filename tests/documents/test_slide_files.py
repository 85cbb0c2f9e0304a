"""Decks with slides repeated and left out are whole files: for readers, validators, LibreOffice."""

from __future__ import annotations

import importlib.util
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_decks import made, orphans, titled, zipped
from slide_samples import SLIDES

from generator.documents.packages.package import read_package
from generator.documents.slides.deck import SlideShow, SlideTurn
from generator.model import Place

VALIDATORS = Path(__file__).parents[1] / "validators"


def whole(file: Path) -> list[tuple[str, str, str]]:
    """What is wrong with a file: relationships, content types, ids, titles."""
    found = importlib.util.spec_from_file_location("extra", VALIDATORS / "ooxml_extra_checks.py")
    checks = importlib.util.module_from_spec(found)
    found.loader.exec_module(checks)
    return checks.check(str(file))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(SLIDES), max_size=12))
def test_any_turns_give_a_whole_deck(tmp_path_factory: pytest.TempPathFactory, turns: list[str]):
    deck = made(*[titled(name, f"{name}{at}") for at, name in enumerate(turns)])
    assert deck.titles().split() == [f"{name}{at}" for at, name in enumerate(turns)]
    assert orphans(deck) == set()
    assert len({name.lower() for name in deck.names()}) == len(deck.names())
    assert len(set(deck.ids())) == len(turns)
    assert all(256 <= id < 2**31 for id in deck.ids())
    assert [
        title for _, titles in deck.sections() for title in titles.split()
    ] == deck.titles().split()
    assert deck.app()["Slides"] == str(len(turns))
    owned = [
        deck.of_kind(s, kind) for s in deck.slides() for kind in ("chart", "notesSlide", "tags")
    ]
    assert len({name for names in owned for name in names}) == sum(map(len, owned))
    file = tmp_path_factory.mktemp("deck") / "t.pptx"
    file.write_bytes(deck.data)
    assert whole(file) == []


def test_python_pptx_opens_it(tmp_path: Path):
    from pptx import Presentation

    (tmp_path / "t.pptx").write_bytes(made("A B B D D E").data)
    slides = Presentation(str(tmp_path / "t.pptx")).slides
    assert [slide.shapes.title.text for slide in slides] == ["A", "B", "B", "D", "D", "E"]
    assert [s.notes_slide.notes_text_frame.text for s in slides if s.has_notes_slide] == [
        "Notes of B", "Notes of B", "Notes of D", "Notes of D",
    ]  # fmt: skip
    books = [
        c.chart.part.chart_workbook.xlsx_part.partname
        for s in slides
        for c in s.shapes
        if c.has_chart
    ]
    assert len(set(books)) == 2


ARRANGED = ["A B C D E", "A B B C C D D E", "B C B C E D E D", "B E", "D"]


@pytest.mark.validators
def test_microsofts_validator_finds_nothing(tmp_path: Path, flagship: Path, sdk_findings):
    files = [tmp_path / f"{number}.pptx" for number in range(len(ARRANGED) + 1)]
    for file, turns in zip(files, ARRANGED, strict=False):
        file.write_bytes(made(turns).data)
    files[-1].write_bytes(of_the_flagship(flagship))
    assert sdk_findings(*files) == []


def of_the_flagship(root: Path) -> bytes:
    """The flagship's template with its chart slides three times, some slides twice, some gone."""
    before = read_package((root / "templates/zhejiang-deck.pptx").read_bytes(), Place("t.pptx"))
    deck = SlideShow.read(before)
    turns = [SlideTurn(deck.slides[index]) for index in (0, 1, 4, 5, 4, 5, 4, 7, 1, 10)]
    return zipped(before, deck.arranged(turns))


@pytest.mark.office
def test_libreoffice_makes_a_page_of_every_slide_that_is_not_hidden(tmp_path: Path, flagship: Path):
    files = {"t": made("A B B C D D E").data, "deck": of_the_flagship(flagship)}
    for name, data in files.items():
        (tmp_path / f"{name}.pptx").write_bytes(data)
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    paths = [str(tmp_path / f"{name}.pptx") for name in files]
    subprocess.run(
        [*command, "--convert-to", "pdf", "--outdir", str(tmp_path), *paths],
        capture_output=True, check=True,
    )  # fmt: skip
    from pypdf import PdfReader

    assert [len(PdfReader(tmp_path / f"{name}.pdf").pages) for name in files] == [6, 10]
