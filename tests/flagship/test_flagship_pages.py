"""The flagship as pages: LibreOffice opens every file, and the pages hold what they should."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.office

PAGES = {"Z1": 5, "Z2": 11}


@pytest.fixture(scope="module")
def pdfs(edition, tmp_path_factory) -> dict[str, Path]:
    """Every file of the edition as PDF, made in one call with a profile of its own."""
    out = tmp_path_factory.mktemp("pdf")
    profile = out / "profile"
    command = [
        "soffice",
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--convert-to",
        "pdf",
    ]
    subprocess.run(
        [*command, "--outdir", str(out), *map(str, edition.office_files)],
        check=True,
        capture_output=True,
    )
    return {path.name.split(" ")[0]: path for path in out.glob("*.pdf")}


@pytest.mark.parametrize("document", PAGES)
def test_a_document_has_as_many_pages_as_planned(pdfs, document):
    from pypdf import PdfReader

    assert len(PdfReader(pdfs[document]).pages) == PAGES[document]


def test_every_slide_says_its_sources_and_its_date(pdfs):
    from pypdf import PdfReader

    for number, page in enumerate(PdfReader(pdfs["Z2"]).pages[1:], 2):
        text = page.extract_text()
        assert "来源" in text, number


def test_the_pages_use_no_face_that_lacks_a_character(pdfs):
    for path in pdfs.values():
        fonts = subprocess.run(
            ["pdffonts", str(path)], check=True, capture_output=True, text=True
        ).stdout
        assert "OpenSymbol" not in fonts, path.name
