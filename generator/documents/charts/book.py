"""The workbook behind a native chart: one sheet, made without a spreadsheet library.

A chart's workbook holds nothing but a table, so its other parts are constants (ECMA-376 part 1,
§18); only the sheet and its number formats are written for each chart. Same data, same bytes.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache

from generator.documents.packages.escapes import escape, quoteattr
from generator.documents.packages.zipping import Untouched, compress, write_zip
from generator.model import ChartSpec

SHEET = "Sheet1"

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_DOC = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"

_CONSTANT_PARTS = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_TYPES}">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_RELS}"><Relationship Id="rId1" '
        f'Type="{_DOC}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_DOC}"><sheets>'
        f'<sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_RELS}">'
        f'<Relationship Id="rId1" Type="{_DOC}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_DOC}/styles" Target="styles.xml"/></Relationships>'
    ),
}


def write_book(spec: ChartSpec) -> bytes:
    """The .xlsx of a chart: categories in column A, one series in each column after it.

    Cells carry the number format of their label, so that the table reads like the chart.
    """
    formats = tuple(
        dict.fromkeys(point.number_format for series in spec.series for point in series.points)
    )
    return write_zip(
        _constant_parts(),
        {
            "xl/styles.xml": _styles(formats).encode(),
            "xl/worksheets/sheet1.xml": _sheet(spec, formats).encode(),
        },
    )


def column(index: int) -> str:
    """The letters of a column: 0 is A, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def number_text(value: Decimal) -> str:
    """A value as a cell and as a cache write it: plain digits, never an exponent."""
    return format(value, "f")


@cache
def _constant_parts() -> Untouched:
    return Untouched(
        compress(name, (_HEAD + text).encode()) for name, text in _CONSTANT_PARTS.items()
    )


@lru_cache(maxsize=64)
def _styles(formats: tuple[str, ...]) -> str:
    """The style part: cell format 0 is general, format n + 1 shows number format n."""
    codes = "".join(
        f'<numFmt numFmtId="{164 + index}" formatCode={quoteattr(code)}/>'
        for index, code in enumerate(formats)
    )
    cells = "".join(
        f'<xf numFmtId="{164 + index}" fontId="0" fillId="0" borderId="0" xfId="0" '
        'applyNumberFormat="1"/>'
        for index in range(len(formats))
    )
    count = len(formats)
    return (
        f'{_HEAD}<styleSheet xmlns="{_MAIN}">'
        + (f'<numFmts count="{count}">{codes}</numFmts>' if count else "")
        + '<fonts count="1"><font><sz val="11"/><name val="Arial"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
        f'</cellStyleXfs><cellXfs count="{count + 1}">'
        f'<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>{cells}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
        "</styleSheet>"
    )


def _sheet(spec: ChartSpec, formats: tuple[str, ...]) -> str:
    style = {code: index + 1 for index, code in enumerate(formats)}
    head = "".join(
        _text_cell(f"{column(index + 1)}1", series.name) for index, series in enumerate(spec.series)
    )
    rows = [f'<row r="1">{head}</row>']
    for row, category in enumerate(spec.categories, start=2):
        cells = [_text_cell(f"A{row}", category)]
        for index, series in enumerate(spec.series):
            point = series.points[row - 2]
            if point.value is not None:
                cells.append(
                    f'<c r="{column(index + 1)}{row}" s="{style[point.number_format]}">'
                    f"<v>{number_text(point.value)}</v></c>"
                )
        rows.append(f'<row r="{row}">{"".join(cells)}</row>')
    return f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetData>{"".join(rows)}</sheetData></worksheet>'


def _text_cell(cell: str, text: str) -> str:
    return f'<c r="{cell}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'
