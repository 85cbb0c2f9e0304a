"""Every example that a workspace can begin with is whole, proved and open to everybody."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from accessible import findings
from unexplained_numbers import unexplained, words_of_the_base

from generator import api
from generator.pack.plan import read_plan
from generator.resolve import Edition
from generator.scaffold.workspaces import examples
from generator.workspace import open_workspace

RENT = ("86,000", "86000", "£86", "Mill Street", "mill_street", "磨坊街")


@pytest.fixture(scope="session")
def libraries(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new workspace, as anybody gets it."""
    folder = tmp_path_factory.mktemp("new") / "libraries"
    api.init(folder)
    return folder


@pytest.fixture(scope="session")
def edition(libraries: Path) -> Path:
    """Its pack."""
    built = api.build(libraries)
    assert [problem for problem in built.problems if problem.level != "notice"] == []
    return built.folder


def test_there_are_an_invented_example_and_the_real_one():
    assert set(examples()) == {"libraries", "fuling"}


def test_all_evidence_of_the_invented_example_is_proved_on_its_texts(libraries: Path):
    report = api.check(libraries, sources=libraries / "sources")
    assert report.problems == ()
    assert "24 proved on their texts (now)" in report.summary


def test_the_real_example_is_checked_and_built_from_its_copy(tmp_path: Path):
    api.init(tmp_path / "f", example="fuling")
    assert [p for p in api.check(tmp_path / "f").problems if p.level == "error"] == []
    assert api.build(tmp_path / "f", audience="press").rows()


@pytest.mark.validators
def test_both_validators_find_nothing(edition: Path, sdk_findings: Any, extra_findings: Any):
    files = sorted(edition.rglob("*.*x"))
    assert len(files) == 3
    assert sdk_findings(*files) == []
    assert [found for path in files for found in extra_findings(path)] == []


def test_no_file_keeps_a_reader_out(edition: Path):
    assert [found for path in sorted(edition.rglob("*.*x")) for found in findings(path)] == []


def test_every_number_has_its_fact_or_its_reason(libraries: Path, edition: Path):
    import json

    pack = read_plan(open_workspace(libraries))
    for audience in pack.audiences:
        ledger = json.loads((edition / audience.id / "provenance.json").read_bytes())
        day = Edition(date.fromisoformat(ledger["as_of"]))
        own = [day.day("en"), day.month("en"), *words_of_the_base(libraries, "en")]
        for path in sorted((edition / audience.id).glob("*.*x")):
            assert unexplained(path, ledger, own) == [], path.name


def test_the_council_reads_the_rent_and_readers_never_get_it(edition: Path):
    council = [name for name, data in parts(edition / "council") if "86,000" in data]
    assert len(council) >= 2
    readers = [
        (name, word) for name, data in parts(edition / "readers") for word in RENT if word in data
    ]
    assert readers == []


def test_an_edition_of_a_later_year_can_be_made(libraries: Path, tmp_path: Path):
    for year in (2033, 2034):
        built = api.build(libraries, as_of=date(year, 2, 28), out=tmp_path / str(year))
        assert [p for p in built.problems if p.level == "error"] == []


@pytest.mark.office
def test_the_notice_is_one_page(edition: Path, tmp_path: Path):
    import subprocess

    [notice] = (edition / "readers").glob("*.docx")
    shutil.copy(notice, tmp_path / "r.docx")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    convert = [
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "r.docx"),
    ]
    subprocess.run(["soffice", profile, *convert], check=True, capture_output=True)
    from pypdf import PdfReader

    assert len(PdfReader(tmp_path / "r.pdf").pages) == 1


def parts(folder: Path) -> Iterator[tuple[str, str]]:
    """Name and bytes of every file and of every member in it, workbooks opened too."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.name, path.name
            yield from members(path.name, path.read_bytes())


def members(name: str, data: bytes) -> Iterator[tuple[str, str]]:
    if not data.startswith(b"PK"):
        yield name, data.decode("utf-8", "replace")
        return
    with zipfile.ZipFile(BytesIO(data)) as package:
        for info in package.infolist():
            yield from members(f"{name}/{info.filename}", package.read(info))


def test_english_files_have_no_chinese_mark_and_the_pound_its_sign(edition: Path):
    texts = dict(parts(edition / "council"))
    report = next(text for name, text in texts.items() if name.endswith("docx/word/document.xml"))
    assert "48,200 members; 45,900 members" in report
    assert "；" not in report
    assert "£3.86 million" in report
    assert "GBP" not in report


def test_nothing_of_the_real_example_is_in_the_invented_one(libraries: Path):
    words = ("Shanhai", "山海", "Fuling", "Zhejiang", "浙江", "涪陵")
    found = [(n, w) for n, data in parts(libraries / "templates") for w in words if w in data]
    assert found == []
