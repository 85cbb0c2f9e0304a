"""What a chart says, read back twice: from its drawing's cache and from its workbook."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from dataclasses import dataclass
from decimal import Decimal

from lxml import etree

from generator.documents.charts.tree import C, R, parse_chart, series_of

_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_RANGE = re.compile(r"(?:'(.+)'|([^'!]+))!\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?")


@dataclass(frozen=True, slots=True)
class ChartSeries:
    """One series as a file holds it; ``None`` is a gap."""

    name: str
    values: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class ChartData:
    """Categories and series as a file holds them."""

    categories: tuple[str, ...]
    series: tuple[ChartSeries, ...]


@dataclass(frozen=True, slots=True)
class ChartReading:
    """The data that is drawn (`cache`) and the data that opens on editing (`book`)."""

    cache: ChartData
    book: ChartData

    @property
    def agrees(self) -> bool:
        return self.cache == self.book


def read_reading(xml: bytes, workbook: bytes) -> ChartReading:
    """Read both sides of a chart. Raises ValueError for a part that is no chart or no workbook."""
    series = series_of(parse_chart(xml))
    sheets = _sheets(workbook)
    return ChartReading(_from_cache(series), _from_book(series, sheets))


def _from_cache(series: list[etree._Element]) -> ChartData:
    categories = _texts(series[0].find(f"{C}cat")) if series else ()
    return ChartData(
        categories,
        tuple(
            ChartSeries("".join(_texts(item.find(f"{C}tx"))), _numbers(item.find(f"{C}val")))
            for item in series
        ),
    )


def _cached(holder: etree._Element | None) -> list[str | None]:
    if holder is None:
        return []
    count = next(holder.iter(f"{C}ptCount"), None)
    found: list[str | None] = [None] * int(count.get("val", "0") if count is not None else 0)
    for point in holder.iter(f"{C}pt"):
        found[int(point.get("idx", "0"))] = point.findtext(f"{C}v")
    return found


def _texts(holder: etree._Element | None) -> tuple[str, ...]:
    return tuple(text or "" for text in _cached(holder))


def _numbers(holder: etree._Element | None) -> tuple[Decimal | None, ...]:
    return tuple(_number(text) for text in _cached(holder))


def _number(text: str | None) -> Decimal | None:
    """A value as it was meant: Office writes 5.09 as 5.0899999999999999."""
    return None if not text else Decimal(repr(float(text))).normalize() + 0


def _from_book(series: list[etree._Element], sheets: dict[str, dict[str, str]]) -> ChartData:
    def cells(item: etree._Element, part: str) -> list[str | None]:
        formula = next(item.iterfind(f"{C}{part}//{C}f"), None)
        return [] if formula is None else _cells(formula.text or "", sheets)

    categories = tuple(text or "" for text in cells(series[0], "cat")) if series else ()
    return ChartData(
        categories,
        tuple(
            ChartSeries(
                "".join(text or "" for text in cells(item, "tx")),
                tuple(_number(text) for text in cells(item, "val")),
            )
            for item in series
        ),
    )


def _cells(formula: str, sheets: dict[str, dict[str, str]]) -> list[str | None]:
    """The cells of a reference such as ``Sheet1!$B$2:$B$7``; an empty one is ``None``."""
    match = _RANGE.fullmatch(formula)
    if match is None:
        raise ValueError(f"not a range of one column: {formula!r}")
    quoted, plain, letters, first, last_letters, last = match.groups()
    if last_letters not in (None, letters):
        raise ValueError(f"not a range of one column: {formula!r}")
    sheet = sheets.get(quoted or plain, {})
    return [sheet.get(f"{letters}{row}") for row in range(int(first), int(last or first) + 1)]


def _sheets(workbook: bytes) -> dict[str, dict[str, str]]:
    """Every sheet by name, as cell to text."""
    try:
        with zipfile.ZipFile(io.BytesIO(workbook)) as book:
            shared = _shared_texts(book)
            return {
                name: _sheet_cells(book.read(part), shared) for name, part in _sheet_parts(book)
            }
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError) as reason:
        raise ValueError(f"not a workbook: {reason}") from reason


def _sheet_parts(book: zipfile.ZipFile) -> list[tuple[str, str]]:
    targets = {
        relation.get("Id"): relation.get("Target", "")
        for relation in _parse(book.read("xl/_rels/workbook.xml.rels")).iter(_RELATION)
    }
    sheets = _parse(book.read("xl/workbook.xml")).iter(f"{_SHEET}sheet")
    return [
        (sheet.get("name", ""), posixpath.join("/xl", targets[sheet.get(f"{R}id")]).lstrip("/"))
        for sheet in sheets
    ]


def _shared_texts(book: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in book.namelist():
        return []
    items = _parse(book.read("xl/sharedStrings.xml")).iter(f"{_SHEET}si")
    return ["".join(text.text or "" for text in item.iter(f"{_SHEET}t")) for item in items]


def _sheet_cells(xml: bytes, shared: list[str]) -> dict[str, str]:
    found = {}
    for cell in _parse(xml).iter(f"{_SHEET}c"):
        text = cell.findtext(f"{_SHEET}v")
        if cell.get("t") == "s" and text:
            text = shared[int(text)]
        elif cell.get("t") == "inlineStr":
            text = "".join(part.text or "" for part in cell.iter(f"{_SHEET}t"))
        if text is not None:
            found[cell.get("r", "")] = text
    return found


def _parse(xml: bytes) -> etree._Element:
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))
