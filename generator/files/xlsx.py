"""Workbooks read strictly: every cell is the text that is shown, and knows its sheet and cell.

A workbook is foreign input. It is opened only when it is small, unpacks to something small, has
no document type declarations and no macros; links that lead out of it are not followed.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from generator.files.nodes import Node
from generator.files.xlsx_cells import read_sheet
from generator.model import FactpackError, Place, Problem, error

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

MOST_BYTES = 8_000_000
MOST_UNPACKED = 64_000_000
MOST_MEMBERS = 2_000

_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*?\bref=\"([A-Z]+\d+:[A-Z]+\d+)\"")
_OLD = b"\xd0\xcf\x11\xe0"  # a compound file: Excel before 2007, or a workbook with a password


def read_xlsx(path: Path, name: str) -> Node:
    """The sheets of a workbook by their titles: lists of rows, which are lists of cells.

    A cell is its text as it is shown: `12.5`, `12.5%`, `2026-12-31`; an empty one is `""`. Rows
    and cells stand at their own numbers. Raises FactpackError with all problems: formulas, merged
    cells, errors such as `#REF!`, numbers that show something else than they hold.
    """
    data = read_bounded(path, name, MOST_BYTES)
    _check_kind(data, name)
    _check_members(data, name)
    book = _opened(data, name)
    problems: list[Problem] = []
    with _plainly(name):
        sheets = {sheet.title: read_sheet(sheet, name, problems) for sheet in book.worksheets}
    problems += _merged(data, book, name)
    if problems:
        raise FactpackError(problems)
    return Node(dict(sheets), name, 1, 1)


def read_bounded(path: Path, name: str, most: int) -> bytes:
    """The bytes of a file. Raises FactpackError when it is not there, closed or too big."""
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except FileNotFoundError:
        raise _stop(name, "There is no such file.", "Correct its name.") from None
    except OSError as closed:
        problem = f"The file cannot be read: {closed.strerror}."
        raise _stop(name, problem, "Close it in Excel and check who may read it.") from closed
    if len(data) > most:
        problem = f"The file has more than {most // 10**6} MB."
        raise _stop(name, problem, "Send the sheet alone, without pictures.")
    return data


def _check_kind(data: bytes, name: str) -> None:
    if data.startswith(_OLD):
        problem = "The workbook has a password, or is of Excel before 2007 (.xls)."
        raise _stop(name, problem, "Save it as “Excel workbook (.xlsx)” without a password.")
    if not data.startswith(b"PK"):
        raise _stop(name, "This is no Excel workbook.", "Save it as “Excel workbook (.xlsx)”.")


def _check_members(data: bytes, name: str) -> None:
    """Refuse what unpacks to too much, holds macros or declares entities."""
    with _plainly(name), zipfile.ZipFile(io.BytesIO(data)) as package:
        members = package.infolist()
        if len(members) > MOST_MEMBERS or sum(one.file_size for one in members) > MOST_UNPACKED:
            raise _stop(name, "The workbook unpacks to too much.", "Send the sheet alone.")
        for member in members:
            if member.filename.lower().endswith("vbaproject.bin"):
                raise _stop(name, "The workbook holds macros.", "Save it as .xlsx, without them.")
            if member.filename.endswith((".xml", ".rels")) and b"<!DOCTYPE" in package.read(member):
                problem = f"{member.filename} declares a document type, as Excel never does."
                raise _stop(name, problem, "Save it again in Excel.")


def _opened(data: bytes, name: str) -> Workbook:
    import warnings

    from openpyxl import load_workbook

    with _plainly(name), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of extensions that openpyxl leaves out
        return load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)


def _merged(data: bytes, book: Workbook, name: str) -> Iterator[Problem]:
    """A reader that takes row by row does not see merged cells: their list is searched for."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for sheet in book.worksheets:
            member = str(getattr(sheet, "_worksheet_path", "")).lstrip("/")
            part = package.read(member) if member in package.namelist() else b""
            for found in _MERGED.findall(part):
                yield error(
                    Place(name, None, f"sheet “{sheet.title}”, cells {found.decode()}"),
                    "These cells are merged, so it is not clear what belongs to which row.",
                    "Take the merge apart (“Unmerge cells”) and fill in every row by itself.",
                )


@contextmanager
def _plainly(name: str) -> Iterator[None]:
    """Whatever a damaged workbook brings about ends as a problem of that file."""
    try:
        yield
    except FactpackError:
        raise
    except Exception as broken:
        problem = f"The workbook is damaged: {broken or type(broken).__name__}."
        next = "Open it in Excel, save it anew and send that."
        raise _stop(name, problem, next) from broken


def _stop(name: str, problem: str, next: str) -> FactpackError:
    return FactpackError([error(Place(name), problem, next)])
