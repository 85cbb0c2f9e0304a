"""The delegation's files as they come off the press, in three editions."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from template_parts import FILES, runs

ROOT = Path(__file__).resolve().parents[2]
VALIDATORS = ROOT / "tests" / "validators"


def test_no_tag_is_left(edition: Path) -> None:
    texts = [text for path in _office_files(edition) for text in runs(path)]
    assert [text for text in texts if re.search(r"\{\{|\}\}|\{%|%\}", text)] == []


def test_nothing_is_missing_for_readers_who_cannot_see(edition: Path) -> None:
    assert _findings("ooxml_extra_checks.py", _office_files(edition)) == []


@pytest.mark.validators
def test_the_files_are_valid(edition: Path) -> None:
    assert _findings("ooxml_sdk_validate.py", _office_files(edition)) == []


@pytest.mark.validators
def test_the_templates_are_valid() -> None:
    assert _findings("ooxml_sdk_validate.py", FILES) == []


def test_the_templates_have_no_fault_but_their_tags() -> None:
    found = _findings("ooxml_extra_checks.py", FILES)
    assert [line for line in found if "template tag left" not in line] == []


@pytest.mark.office
def test_the_list_of_figures_begins_on_page_four(edition: Path, tmp_path: Path) -> None:
    (brief,) = edition.glob("Z1*.docx")
    heads = [page.strip().splitlines()[0] for page in _pages(brief, tmp_path)]
    assert heads[1:4] == ["支援已长成共同的事业", "涪陵怎样回应，下一步谈什么", "附：数据来源"]


def _office_files(folder: Path) -> list[Path]:
    files = sorted(path for path in folder.iterdir() if path.suffix in (".docx", ".pptx"))
    assert len(files) == 3
    return files


def _findings(script: str, files: list[Path] | tuple[Path, ...]) -> list[str]:
    """What a checking script reports, without its lines for files that are in order."""
    command = [sys.executable, VALIDATORS / script, *files]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    lines = (done.stdout + done.stderr).splitlines()
    fine = re.compile(r".*(: 0 errors.*|\.(docx|pptx) (clean)?)")
    return [line for line in lines if line.strip() and not fine.fullmatch(line)]


def _pages(document: Path, folder: Path) -> list[str]:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder]
    subprocess.run([*convert, document], check=True, capture_output=True)
    pdf = folder / f"{document.stem}.pdf"
    command = ["pdftotext", "-layout", pdf, "-"]
    text = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    return [page for page in text.split("\f") if page.strip()]
