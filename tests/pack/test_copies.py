"""Copies of the finished files: as PDF, as a sheet of all pages; and what happens without them."""

from __future__ import annotations

import io
import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import ferryport
import pytest
from PIL import Image

from generator import api
from generator.charts.contact_sheet import Page, draw_contact_sheet
from generator.documents.fonts import fonts_named
from generator.documents.pdf import settled
from generator.model import FactpackError
from generator.pack import fonts, office, preview
from generator.workspace import run_program

WHEN = datetime(2030, 6, 30, tzinfo=UTC)
TOWN = ferryport.FILES["templates/audiences/town.yaml"]


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


# -- where the programs are not there ----------------------------------------------------------


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without LibreOffice, poppler and fontconfig."""
    for module in (office, preview, fonts):
        monkeypatch.setattr(module, "find_program", lambda *_: None)


@pytest.mark.usefixtures("bare")
def test_without_libreoffice_the_pdf_is_left_out_and_the_rest_is_made(tmp_path: Path):
    built = api.build(ferryport.make(tmp_path), pdf=True, preview=True)
    assert [str(problem) for problem in built.problems[1:]] == [
        "warning: step 7: PDF left out: LibreOffice is not installed on this machine.\n"
        "  next: Install LibreOffice, then build again."
    ]
    assert set(files_in(built.folder / "town")) == {"T1 Ferries in 2030.docx", "provenance.json"}


def test_without_poppler_the_preview_is_left_out(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(preview, "find_program", lambda *_: None)
    sheet, problems = preview.contact_sheet([("T1 Ferries.pdf", b"%PDF")])
    assert (sheet, [problem.level for problem in problems]) == (b"", ["warning"])
    assert "poppler" in problems[0].problem


def program(folder: Path, code: str) -> str:
    """A program of our own in LibreOffice's place."""
    script = folder / "soffice"
    script.write_text(f"#!{sys.executable}\nimport sys, time, pathlib\n{code}\n")
    script.chmod(0o755)
    return str(script)


@pytest.mark.skipif(sys.platform == "win32", reason="a script is no program there")
@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("time.sleep(30)", "PDF left out: LibreOffice was not ready after 1 seconds."),
        ("print('broken')", "PDF left out: LibreOffice made none of the files (broken)."),
        (
            "pathlib.Path(sys.argv[7]).mkdir()",
            "PDF of T1.docx left out: LibreOffice could not read the file.",
        ),
    ],
)
def test_what_libreoffice_cannot_do_is_told_and_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, told: str
):
    monkeypatch.setattr(office, "find_program", lambda *_: program(tmp_path, code))
    monkeypatch.setattr(office, "_SECONDS_FIRST", 1.0)
    monkeypatch.setattr(office, "_SECONDS_EACH", 0.0)
    found, problems = office.to_pdf([("T1.docx", b"")], WHEN)
    assert found == [None]
    assert [(one.level, one.problem) for one in problems] == [("warning", told)]


def test_a_program_is_stopped_when_its_time_is_over():
    ended = run_program([sys.executable, "-c", "import time; time.sleep(30)"], 0.5)
    assert ended.late


# -- where they are ----------------------------------------------------------------------------


@pytest.mark.office
def test_every_file_is_there_as_pdf_and_in_the_provenance(tmp_path: Path):
    built = api.build(ferryport.make(tmp_path), pdf=True, preview=True)
    made = files_in(built.folder / "town")
    assert set(made) == {
        "T1 Ferries in 2030.docx", "T1 Ferries in 2030.pdf", "preview.png", "provenance.json",
    }  # fmt: skip
    listed = json.loads(made["provenance.json"])["copies"]
    assert [(copy["file"], copy["of"], copy["pages"]) for copy in listed] == [
        ("T1 Ferries in 2030.pdf", "T1 Ferries in 2030.docx", 1),
        ("preview.png", "", 1),
    ]
    assert b"(D:20300630000000Z')" in made["T1 Ferries in 2030.pdf"]


@pytest.mark.office
def test_copies_make_an_edition_of_their_own_that_serves_those_who_need_none(tmp_path: Path):
    root = ferryport.make(tmp_path)
    assert not api.build(root).unchanged
    first = api.build(root, pdf=True)
    again = api.build(root, pdf=True)
    without = api.build(root)
    assert [one.unchanged for one in (first, again, without)] == [False, True, True]
    assert first.made == ()
    assert sorted(path.name for path in (root / "output").glob("2*")) == [
        "2030-06-30",
        "2030-06-30-2",
    ]
    assert "T1 Ferries in 2030.pdf" in files_in(without.folder / "town")


@pytest.mark.office
def test_a_document_of_more_pages_than_promised_is_an_error_and_nothing_is_written(tmp_path: Path):
    town = TOWN.replace("template: brief.docx", "template: brief.docx, pages: 1")
    brief = "There are {{ ferries }}." + "\nBoats go to and fro." * 80
    root = ferryport.make(tmp_path, brief=brief, templates__audiences__town=town)
    with pytest.raises(FactpackError) as stopped:
        api.build(root, pdf=True)
    (told,) = [problem for problem in stopped.value.problems if problem.level == "error"]
    assert str(told.place) == "templates/audiences/town.yaml, line 5"
    assert told.problem.endswith("pages; it may have 1 at most.")
    assert not (root / "output").exists()


def test_the_promise_is_a_number_of_pages(tmp_path: Path):
    town = TOWN.replace("template: brief.docx", "template: brief.docx, pages: one")
    with pytest.raises(FactpackError, match="“one” is no number of pages"):
        api.build(ferryport.make(tmp_path, templates__audiences__town=town))


# -- their parts -------------------------------------------------------------------------------


def test_a_pdf_is_the_same_whenever_it_was_made():
    def made(day: int, name: str) -> bytes:
        trailer = f"/ID [ <{name * 32}>\n<{name * 32}> ]\n/DocChecksum /{name * 32}\n"
        return f"words /CreationDate(D:203006{day:02}101112Z') {trailer}".encode()

    first, second = (settled(one, WHEN) for one in (made(1, "A"), made(2, "B")))
    assert first == second
    assert len(first) == len(made(1, "A"))
    assert b"AAAA" not in first
    assert settled(first, WHEN) == first
    assert settled(made(1, "A").replace(b"words", b"other"), WHEN)[-40:] != first[-40:]


def test_the_faces_of_a_file_are_those_it_names(tmp_path: Path):
    built = api.build(ferryport.make(tmp_path))
    data = files_in(built.folder / "town")["T1 Ferries in 2030.docx"]
    assert {"Calibri", "Cambria"} <= set(fonts_named(data))


def test_faces_that_are_missing_are_said_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    from generator.pack.provenance import Made
    from generator.workspace import Ended

    built = api.build(ferryport.make(tmp_path))
    data = files_in(built.folder / "town")["T1 Ferries in 2030.docx"]
    monkeypatch.setattr(fonts, "find_program", lambda *_: "fc-list")
    monkeypatch.setattr(fonts, "run_program", lambda *_: Ended(0, "Calibri,Ferry Sans\nCourier\n"))
    (told,) = fonts.missing_fonts([Made("T1", "T1.docx", "brief.docx", data, ())] * 2)
    assert (told.level, told.place.file) == ("notice", "templates/brief.docx")
    assert "Cambria" in told.problem
    assert "Calibri" not in told.problem


def test_a_contact_sheet_has_a_row_for_each_shape_of_page():
    def page(width: int, height: int) -> bytes:
        data = io.BytesIO()
        Image.new("RGB", (width, height), "white").save(data, "PNG")
        return data.getvalue()

    pages = [Page("T1 · 1", page(100, 140)), Page("T1 渡船 " * 20 + "· 2", page(100, 140))]
    sheet = draw_contact_sheet([*pages, Page("T2 · 1", page(100, 56))])
    size = Image.open(io.BytesIO(sheet)).size
    assert size == (2 * 128 + 28, (140 + 62) + (56 + 62) + 28)
    assert sheet == draw_contact_sheet([*pages, Page("T2 · 1", page(100, 56))])
