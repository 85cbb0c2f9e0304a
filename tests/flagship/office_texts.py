"""What a reader of an Office file can read: the words of its parts, and its charts' numbers."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

from lxml import etree

_TEXT = re.compile(r"\}t$")
_PARAGRAPH = re.compile(r"\}p$")


def paragraphs(path: Path) -> list[str]:
    """Every paragraph of every part with words (body, headers, notes, slides), in part order."""
    found: list[str] = []
    with zipfile.ZipFile(path) as package:
        for name in sorted(package.namelist()):
            if name.endswith(".xml") and name.startswith(
                ("word/", "ppt/slides/", "ppt/notesSlides/")
            ):
                found += _paragraphs_of(etree.fromstring(package.read(name)))
    return [text for text in found if text.strip()]


def whole_text(path: Path) -> str:
    return "\n".join(paragraphs(path))


def _paragraphs_of(root: etree._Element) -> list[str]:
    return [
        "".join(node.text or "" for node in element.iter() if _is(node, _TEXT))
        for element in root.iter()
        if _is(element, _PARAGRAPH)
    ]


def _is(element: etree._Element, tag: re.Pattern[str]) -> bool:
    return isinstance(element.tag, str) and tag.search(element.tag) is not None


def charts(path: Path) -> list[tuple[bytes, bytes]]:
    """Each native chart of a file: its XML and its embedded workbook."""
    with zipfile.ZipFile(path) as package:
        names = sorted(n for n in package.namelist() if re.search(r"/charts/[^/]*\.xml$", n))
        return [(package.read(name), package.read(_workbook(package, name))) for name in names]


def _workbook(package: zipfile.ZipFile, chart: str) -> str:
    folder, file = chart.rsplit("/", 1)
    relations = etree.fromstring(package.read(f"{folder}/_rels/{file}.rels"))
    target = next(r.get("Target") for r in relations if r.get("Type").endswith("/package"))
    return target.lstrip("/") if target.startswith("/") else str(_joined(folder, target))


def _joined(folder: str, target: str) -> str:
    parts = folder.split("/")
    for step in target.split("/"):
        if step == "..":
            parts.pop()
        else:
            parts.append(step)
    return "/".join(parts)


def cached_numbers(chart: bytes) -> list[str]:
    """The numbers that a chart shows without opening its workbook."""
    return [
        point.findtext("{*}v")
        for cache in etree.fromstring(chart).iter("{*}numCache")
        for point in cache.iter("{*}pt")
    ]


def workbook_numbers(workbook: bytes) -> list[str]:
    """The numbers of a workbook's first sheet, row by row."""
    from openpyxl import load_workbook

    sheet = load_workbook(io.BytesIO(workbook)).worksheets[0]
    return [
        repr(cell)
        for row in sheet.iter_rows(values_only=True)
        for cell in row
        if isinstance(cell, int | float)
    ]
