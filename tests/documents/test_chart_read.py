"""Charts are read back as people leave them."""

from __future__ import annotations

import io
from decimal import Decimal

import pytest
from chart_samples import LOOK, chart

from generator.documents.charts.chart import read_chart, write_chart


def excel(rows: list[list[object]], sheet: str = "Sheet1") -> bytes:
    """A workbook with shared strings, as Excel saves one."""
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        page = book.add_worksheet(sheet)
        for at, row in enumerate(rows):
            page.write_row(at, 0, row)
    return out.getvalue()


def test_a_workbook_that_somebody_changed_no_longer_agrees() -> None:
    parts = write_chart(chart("columns", "东 西", "5.09 9"), LOOK)
    changed = excel([["", "数列1"], ["东", 5.10], ["西", 9]])
    reading = read_chart(parts.xml, changed)
    assert not reading.agrees
    assert reading.book.series[0].values == (Decimal("5.1"), Decimal(9))


def test_a_workbook_saved_by_a_spreadsheet_agrees() -> None:
    parts = write_chart(chart("columns", "东 西 南", "5.09 - 1402.74"), LOOK)
    saved = excel([["", "数列1"], ["东", 5.09], ["西"], ["南", 1402.74]])
    assert read_chart(parts.xml, saved).agrees


def test_another_sheet_is_not_taken_for_the_data() -> None:
    parts = write_chart(chart("columns", "东", "5"), LOOK)
    assert not read_chart(parts.xml, excel([["", "数列1"], ["东", 5]], "Data")).agrees


@pytest.mark.parametrize("workbook", [b"", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_workbook_is_said(workbook: bytes) -> None:
    with pytest.raises(ValueError, match="not a workbook"):
        read_chart(write_chart(chart("columns", "东", "5"), LOOK).xml, workbook)


def test_the_workbook_opens_in_a_spreadsheet_with_the_formats_of_the_labels() -> None:
    import openpyxl

    parts = write_chart(chart("columns", "东 西", "近2.4 -", "1 2"), LOOK)
    page = openpyxl.load_workbook(io.BytesIO(parts.workbook)).active
    assert [[cell.value for cell in row] for row in page.iter_rows()] == [
        [None, "数列1", "数列2"], ["东", 2.4, 1], ["西", None, 2],
    ]  # fmt: skip
    assert page["B2"].number_format == '"近"0.0'
