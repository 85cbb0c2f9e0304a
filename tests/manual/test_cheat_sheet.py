"""The cheat sheet is a template of itself: filled with its data, each row shows tag and result."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from docx import Document

from docs.make.cheat_sheet import (
    BLOCKS,
    CELLS,
    DATA,
    DRAWN,
    FILTERS,
    ROWS,
    SHEET,
    VALUES,
    make_cheat_sheet,
)
from generator import api, cli
from generator.cli.data import read_data

_SHOWS_TAGS = "X30"  # a finding elsewhere, the purpose here
SHOWN = [tag for tag, _, _ in (*VALUES, *BLOCKS, *FILTERS)]


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sheet as the command makes it."""
    out = tmp_path_factory.mktemp("sheet") / "sheet.docx"
    words = ["factpack", "render", str(SHEET), "--data", str(DATA), "--out", str(out)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.argv", words)
        with pytest.raises(SystemExit) as ended:
            cli.main()
    assert ended.value.code == 0
    return out


def rows(sheet: Path) -> list[list[str]]:
    """The cells of every table, row by row; each paragraph a line."""
    return [
        [cell.text for cell in row.cells]
        for table in Document(str(sheet)).tables
        for row in table.rows
    ]


def test_the_sheet_is_as_it_is_made(tmp_path: Path):
    make_cheat_sheet(tmp_path / "sheet.docx")
    assert (tmp_path / "sheet.docx").read_bytes() == SHEET.read_bytes()


def test_each_row_shows_its_tag_as_it_is_written(sheet: Path):
    written = [row[0].replace("\n", "⏎") for row in rows(sheet)]
    for tag in (*SHOWN, *(tag for tag, _, _ in (*CELLS, *DRAWN))):
        assert tag in written
    assert list(ROWS) in rows(sheet)


@pytest.mark.parametrize("tag", SHOWN)
def test_beside_it_stands_what_came_out(sheet: Path, tag: str):
    alone = Document()
    for line in tag.split("⏎"):
        alone.add_paragraph(line)
    template = io.BytesIO()
    alone.save(template)
    made = Document(io.BytesIO(api.render(io.BytesIO(template.getvalue()), read_data(DATA)).data))
    came_out = "\n".join(paragraph.text for paragraph in made.paragraphs)
    row = next(row for row in rows(sheet) if row[0].replace("\n", "⏎") == tag)
    assert row[1] == came_out
    assert row[1] != tag


def test_the_rows_of_a_loop_have_their_colours(sheet: Path):
    xml = Document(str(sheet)).element.xml
    assert re.findall(r'w:fill="(E7F0F1|F5F2EC)"', xml)[:3] == ["E7F0F1", "F5F2EC", "E7F0F1"]
    assert [row for row in rows(sheet) if row[0] in ("Alba", "Delta", "Brook")] == [
        ["Alba", "812", "+34"], ["Delta", "640", "+12"], ["Brook", "1040", "+205"],
    ]  # fmt: skip


def test_the_chart_and_the_picture_are_those_of_the_data(sheet: Path):
    xml = Document(str(sheet)).element.xml
    assert 'descr="Visits. Visits: 2023 640, 2024 812, 2025 1040, 2026 1200 expected"' in xml
    assert 'descr="A page and three slides made by Factpack"' in xml


@pytest.mark.office
def test_the_sheet_has_two_pages(sheet: Path, tmp_path: Path):
    import subprocess

    from pypdf import PdfReader

    command = [
        "soffice", f"-env:UserInstallation=file://{tmp_path}/office", "--headless",
        "--convert-to", "pdf", "--outdir", str(tmp_path), str(sheet),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True)
    assert len(PdfReader(tmp_path / "sheet.pdf").pages) == 2


@pytest.mark.validators
def test_the_sheet_is_valid(sheet: Path, sdk_findings, extra_findings):
    assert sdk_findings(SHEET, sheet) == []
    found = [*extra_findings(SHEET), *extra_findings(sheet)]
    assert [finding for finding in found if finding[0] != _SHOWS_TAGS] == []
