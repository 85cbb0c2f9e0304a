"""Workbooks to be filled in: one sheet with locked columns, drop-downs and a hidden memory.

The same form gives the same bytes: no clock time is in them.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest date a zip can hold
_DATES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_LINE = 15.0  # points of a line of text in a row
MEMORY = "factpack"  # the hidden sheet by which a form is known again


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column: its head, width in characters, whether it is filled in, what may be chosen."""

    head: str
    width: float
    open: bool = False
    choices: tuple[str, ...] = ()
    hint: str = ""


@dataclass(frozen=True, slots=True)
class FormLook:
    """Colours as RRGGBB and the typeface."""

    ink: str
    deep: str
    accent: str
    grey: str
    rule: str
    tint: str
    face: str


@dataclass(frozen=True, slots=True)
class Form:
    """A sheet: title, lines under it, fields with their values, then the table.

    `fields` are label, value and hint, filled in beside the label; `memory` is kept on a hidden
    sheet, name by name. The table's heads stand in the row after `fields` and an empty row.
    """

    sheet: str
    title: str
    lines: tuple[str, ...]
    fields: tuple[tuple[str, str, str], ...]
    columns: tuple[FormColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    look: FormLook
    memory: Mapping[str, str] = field(default_factory=dict)

    @property
    def first_field(self) -> int:
        """The row of the first field."""
        return 2 + len(self.lines)

    @property
    def head_row(self) -> int:
        return self.first_field + len(self.fields) + 1


def write_form(form: Form) -> bytes:
    """The form as an Excel workbook."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = form.sheet
    _top(sheet, form)
    _table(sheet, form)
    _view(sheet, form)
    memory = book.create_sheet(MEMORY)
    for name, value in form.memory.items():
        memory.append([name, value])
    memory.sheet_state = "veryHidden"
    memory.protection.enable()
    book.properties.title = form.title
    book.properties.creator = "Factpack"
    made = io.BytesIO()
    book.save(made)
    return _without_clock(made.getvalue())


def _top(sheet: Worksheet, form: Form) -> None:
    from openpyxl.styles import Border, Protection, Side

    look = form.look
    _put(sheet, 1, 2, form.title, look, size=18, bold=True, color=look.deep)
    sheet.row_dimensions[1].height = 34
    for number, line in enumerate(form.lines, 2):
        _put(sheet, number, 2, line, look, size=10, color=look.grey)
        sheet.row_dimensions[number].height = 18
    under = Border(bottom=Side("thin", color=look.accent))
    for number, (label, value, hint) in enumerate(form.fields, form.first_field):
        _put(sheet, number, 2, label, look, bold=True, color=look.deep)
        cell = _put(sheet, number, 3, value, look, fill=look.tint)
        cell.border, cell.protection = under, Protection(locked=False)
        cell.number_format = "@"
        _put(sheet, number, 4, f"  {hint}", look, size=9, color=look.grey)
        sheet.row_dimensions[number].height = 20


def _table(sheet: Worksheet, form: Form) -> None:
    from openpyxl.styles import Border, Side

    look, top = form.look, form.head_row
    strong, thin = Side("medium", color=look.deep), Side("thin", color=look.rule)
    for number, column in enumerate(form.columns, 1):
        head = _put(sheet, top, number, column.head, look, bold=True, color=look.deep, wrap=True)
        head.border = Border(top=strong, bottom=strong)
        _choices(sheet, form, number, column)
    sheet.row_dimensions[top].height = 32
    for down, row in enumerate(form.rows, top + 1):
        for number, (column, value) in enumerate(zip(form.columns, row, strict=True), 1):
            _body_cell(sheet, down, number, column, value, look).border = Border(bottom=thin)
        sheet.row_dimensions[down].height = _height(form.columns, row)


def _body_cell(
    sheet: Worksheet, row: int, number: int, column: FormColumn, value: str, look: FormLook
) -> Cell:
    from openpyxl.styles import Protection

    quiet = number == 1
    fill = look.tint if column.open else ""
    color = look.grey if quiet else look.ink
    size = 8 if quiet else 10
    cell = _put(sheet, row, number, value, look, size=size, color=color, fill=fill, wrap=True)
    cell.protection = Protection(locked=not column.open)
    if column.open:
        cell.number_format = "@"
    return cell


def _put(
    sheet: Worksheet, row: int, column: int, value: str, look: FormLook, *,
    size: float = 10, bold: bool = False, color: str = "", fill: str = "", wrap: bool = False,
) -> Cell:  # fmt: skip
    from openpyxl.styles import Alignment, Font, PatternFill

    cell: Cell = sheet.cell(row, column)  # type: ignore[assignment]  # nothing is merged here
    cell.value = value or None
    if cell.data_type == "f":  # words that begin with “=” are words
        cell.data_type = "s"
    cell.font = Font(name=look.face, size=size, bold=bold, color=color or look.ink)
    cell.alignment = Alignment(vertical="center", wrap_text=wrap, indent=int(wrap and column > 1))
    if fill:
        cell.fill = PatternFill("solid", fgColor=fill)
    return cell


def _choices(sheet: Worksheet, form: Form, number: int, column: FormColumn) -> None:
    """A drop-down, or the hint that shows when a cell of the column is entered."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    if not column.open:
        return
    listed = f'"{",".join(column.choices)}"' if column.choices else None
    rule = DataValidation(
        type="list" if listed else "textLength",
        operator=None if listed else "lessThanOrEqual",
        formula1=listed or "2000",
        allow_blank=True,
        showErrorMessage=True,
        showInputMessage=bool(column.hint),
        promptTitle=column.head[:32],
        prompt=column.hint[:255] or None,
    )
    letter = get_column_letter(number)
    rule.add(f"{letter}{form.head_row + 1}:{letter}{form.head_row + max(1, len(form.rows))}")
    sheet.add_data_validation(rule)


def _view(sheet: Worksheet, form: Form) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    for number, column in enumerate(form.columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    sheet.freeze_panes = f"C{form.head_row + 1}"
    sheet.sheet_view.showGridLines = False
    sheet.print_title_rows = f"{form.head_row}:{form.head_row}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.protection.enable()
    sheet.protection.formatColumns = sheet.protection.formatRows = False


def _height(columns: Sequence[FormColumn], row: Sequence[str]) -> float:
    """As many lines as the longest cell needs; a Chinese character is two columns wide."""
    lines = max(
        -(-_width(value) // max(1, int(column.width) - 2))
        for column, value in zip(columns, row, strict=True)
    )
    return _LINE * max(2, lines) + 4


def _width(text: str) -> int:
    return sum(2 if ord(character) > 0x2E7F else 1 for character in text)


def _without_clock(data: bytes) -> bytes:
    """The same workbook with fixed dates."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as made,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as fixed,
    ):
        for info in made.infolist():
            content = made.read(info)
            if info.filename == "docProps/core.xml":
                content = _DATES.sub(rb"\g<1>2000-01-01T00:00:00Z", content)
            member = zipfile.ZipInfo(info.filename, _EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            fixed.writestr(member, content)
    return out.getvalue()
