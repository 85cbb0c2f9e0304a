"""Workbooks and tables as texts: what is shown, where it stands, and what is refused."""

from __future__ import annotations

import contextlib
import io
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from generator.files import read_csv, read_xlsx
from generator.model import FactpackError


def book(path: Path, *cells: tuple[str, object, str | None], title: str = "Answers") -> Path:
    """A workbook of one sheet with these cells: address, value, number format."""
    made = Workbook()
    made.active.title = title
    for address, value, number_format in cells:
        made.active[address] = value
        if number_format:
            made.active[address].number_format = number_format
    made.save(path)
    return path


def first_cell(path: Path) -> str:
    return read_xlsx(path, "a.xlsx").value["Answers"].value[0].value[0].value


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        ("近1300个 ", None, "近1300个"),
        (1260, None, "1260"),
        (12.5, None, "12.5"),
        (0.1 + 0.2, None, "0.3"),
        (5.1, "0.00", "5.10"),
        (1260, "#,##0", "1260"),
        (0.395, "0.0%", "39.5%"),
        (date(2026, 12, 31), None, "2026-12-31"),
        (datetime(2026, 12, 31), None, "2026-12-31"),
    ],
)
def test_a_cell_is_the_text_that_it_shows(tmp_path, value, number_format, shown):
    assert first_cell(book(tmp_path / "a.xlsx", ("A1", value, number_format))) == shown


@pytest.mark.parametrize(
    ("value", "number_format", "problem"),
    [
        ("=1+1", None, "The cell holds a formula."),
        (True, None, "The cell holds TRUE or FALSE."),
        (5.126, "0.00", "The cell holds 5.126 and shows 5.13."),
        (5, '"近"0', 'The cell shows a number in the format “"近"0”.'),
        (datetime(2026, 12, 31, 8), None, "The cell holds a time of day."),
    ],
)
def test_a_cell_that_holds_something_else_than_it_shows_is_refused(
    tmp_path, value, number_format, problem
):
    path = book(tmp_path / "a.xlsx", ("B3", value, number_format))
    with pytest.raises(FactpackError) as refused:
        read_xlsx(path, "a.xlsx")
    assert [(str(one.place), one.problem) for one in refused.value.problems] == [
        ("a.xlsx, sheet “Answers”, cell B3", problem)
    ]


def test_all_problems_of_a_workbook_are_told_at_once(tmp_path):
    made = Workbook()
    made.active.title = "Answers"
    made.active["A1"], made.active["B2"] = "=1", "=2"
    made.active.merge_cells("C3:D4")
    made.save(tmp_path / "a.xlsx")
    with pytest.raises(FactpackError) as refused:
        read_xlsx(tmp_path / "a.xlsx", "a.xlsx")
    assert [one.place.where for one in refused.value.problems] == [
        "sheet “Answers”, cell A1",
        "sheet “Answers”, cell B2",
        "sheet “Answers”, cells C3:D4",
    ]


def told(path: Path) -> str:
    with pytest.raises(FactpackError) as refused:
        read_xlsx(path, path.name)
    return refused.value.problems[0].problem


def test_a_workbook_with_a_password_is_told_as_such(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    assert told(tmp_path / "a.xlsx").startswith("The workbook has a password")


def test_a_file_that_is_no_workbook_is_told_as_such(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(b"hello")
    assert told(tmp_path / "a.xlsx") == "This is no Excel workbook."


def repacked(path: Path, name: str, data: bytes) -> Path:
    """The workbook with one member more."""
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, data)
    return path


def test_a_workbook_that_unpacks_to_too_much_is_refused(tmp_path):
    path = repacked(book(tmp_path / "a.xlsx"), "xl/media/b.xml", bytes(70_000_000))
    assert told(path) == "The workbook unpacks to too much."


def test_macros_and_document_types_are_refused(tmp_path):
    path = repacked(book(tmp_path / "a.xlsx"), "xl/vbaProject.bin", b"x")
    assert told(path) == "The workbook holds macros."
    path = repacked(book(tmp_path / "b.xlsx"), "xl/c.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>")
    assert told(path).startswith("xl/c.xml declares a document type")


@given(st.binary(max_size=400), st.integers(0, 5000))
@settings(max_examples=60, deadline=None)
def test_a_damaged_workbook_is_a_problem_and_never_a_traceback(tmp_path_factory, noise, at):
    folder = tmp_path_factory.mktemp("damaged")
    data = bytearray(book(folder / "a.xlsx", ("A1", "x", None)).read_bytes())
    at %= len(data)
    data[at : at + len(noise)] = noise
    (folder / "a.xlsx").write_bytes(data)
    with contextlib.suppress(FactpackError):
        assert read_xlsx(folder / "a.xlsx", "a.xlsx").value


WORDS = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), min_size=1, max_size=12
).map(str.strip)
TABLES = st.lists(st.lists(WORDS, min_size=2, max_size=4), min_size=1, max_size=5)


def texts(node) -> list[list[str]]:
    return [[cell.value for cell in row.value] for row in node.value]


@given(TABLES)
@settings(max_examples=40, deadline=None)
def test_words_come_back_from_a_workbook_as_they_were_written(tmp_path_factory, rows):
    rows = [[f"w{word}" for word in row] for row in rows]
    made = Workbook()
    for row in rows:
        made.active.append(row)
    path = tmp_path_factory.mktemp("words") / "a.xlsx"
    made.save(path)
    read = texts(read_xlsx(path, "a.xlsx").value["Sheet"])
    assert [[cell for cell in row if cell] for row in read] == [
        [w.strip() for w in r] for r in rows
    ]


@given(TABLES, st.sampled_from(",;\t"))
@settings(max_examples=60, deadline=None)
def test_words_come_back_from_a_table_as_they_were_written(tmp_path_factory, rows, between):
    import csv

    rows = [["head", "head"], *([f"w{word}" for word in row] for row in rows)]
    out = io.StringIO()
    csv.writer(out, delimiter=between).writerows(rows)
    path = tmp_path_factory.mktemp("words") / "a.csv"
    path.write_text(out.getvalue(), encoding="utf-8-sig", newline="")
    assert texts(read_csv(path, "a.csv")) == [[cell.strip() for cell in row] for row in rows]


@given(st.decimals(-(10**9), 10**9, places=3))
def test_a_number_shows_the_digits_that_were_typed(value):
    from generator.files.xlsx_cells import cell_text

    shown = cell_text(float(value), "General", "n")
    assert float(shown) == float(value)
    assert "e" not in shown.lower()


def test_a_value_of_a_table_stands_on_its_line(tmp_path):
    (tmp_path / "a.csv").write_text('id,note\nx,"two\nlines"\ny,z\n', encoding="utf-8")
    rows = read_csv(tmp_path / "a.csv", "a.csv").value
    assert [str(row.value[1].place) for row in rows] == [
        "a.csv, line 1, column 2",
        "a.csv, line 2, column 2",
        "a.csv, line 4, column 2",
    ]


def test_a_table_in_another_encoding_is_told_with_its_line(tmp_path):
    (tmp_path / "a.csv").write_bytes("id,名称\n甲,乙\n".encode("gb18030"))
    with pytest.raises(FactpackError) as refused:
        read_csv(tmp_path / "a.csv", "a.csv")
    assert str(refused.value.problems[0].place) == "a.csv, line 1"
    assert refused.value.problems[0].next == "In Excel choose “CSV UTF-8” when saving."
