"""The words of a finished file as a reader meets them, with its anchored figures cut out.

An anchor is a content control in Word, a run that the ledger lists for its shape on a slide.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from generator.documents.vocabulary import WP, A, C, P, W

GONE = "\ue000"  # where an anchored figure stood
_COUNTED = re.compile(r"\s*(PAGE|NUMPAGES|SEQ|REF|PAGEREF|NOTEREF|SECTIONPAGES|STYLEREF)\b")
_SHAPES = tuple(f"{{{P}}}{name}" for name in ("sp", "graphicFrame", "pic", "cxnSp"))
_PROPERTIES = ("title", "subject", "description", "keywords", "category")


@dataclass(frozen=True)
class Text:
    """Words without their anchored figures. `told` are words that tell facts in their own way."""

    place: str
    words: str
    told: bool = False


def anchored_texts(path: Path, entry: Mapping[str, Any]) -> Iterator[Text]:
    """All texts of a file: body, tables, notes, charts, workbooks, alternative texts, properties.

    `entry` is the file's in the ledger.
    """
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    yield from _slides(parts, entry) if path.suffix == ".pptx" else _document(parts)
    for name, data in sorted(parts.items()):
        if re.search(r"/charts/[^/]+\.xml$", name):
            yield from _chart(name, etree.fromstring(data))
        elif name.endswith(".xlsx"):
            yield from _workbook(name, data)
    core = etree.fromstring(parts["docProps/core.xml"])
    for node in core:
        if etree.QName(node).localname in _PROPERTIES:
            yield Text("properties", node.text or "", told=True)
    yield Text("file name", path.stem.partition(" ")[2], told=True)


# -- Word --------------------------------------------------------------------------------------


def _document(parts: Mapping[str, bytes]) -> Iterator[Text]:
    shown = re.compile(r"word/(document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml")
    for name, data in sorted(parts.items()):
        if not shown.fullmatch(name):
            continue
        root = etree.fromstring(data)
        for control in root.iter(f"{{{W}}}sdt"):
            if control.find(f"{{{W}}}sdtPr/{{{W}}}tag") is not None:
                _cut(control)
        headings = set()
        for paragraph in root.iter(f"{{{W}}}p"):
            words = "".join(_counted_out(paragraph))
            yield Text(f"{name}, {_style(paragraph)}", words)
            headings.add(words)
        for node in root.iter(f"{{{WP}}}docPr"):
            yield Text(f"{name}, alternative text", node.get("descr", ""), told=True)
        for node in root.iter(f"{{{W}}}tblCaption", f"{{{W}}}tblDescription"):
            yield Text(f"{name}, alternative text", node.get(f"{{{W}}}val", ""), told=True)


def _cut(control: etree._Element) -> None:
    for text in control.iter(f"{{{W}}}t"):
        text.text = ""
    first = next(control.iter(f"{{{W}}}t"), None)
    if first is not None:
        first.text = GONE


def _counted_out(paragraph: etree._Element) -> Iterator[str]:
    """The texts of a paragraph without the numbers that Word counts itself."""
    code, result = "", False
    for node in paragraph.iter(f"{{{W}}}fldChar", f"{{{W}}}instrText", f"{{{W}}}t", f"{{{W}}}tab"):
        if node.tag == f"{{{W}}}fldChar":
            kind = node.get(f"{{{W}}}fldCharType")
            code, result = ("", False) if kind != "separate" else (code, True)
        elif node.tag == f"{{{W}}}instrText":
            code += node.text or ""
        elif node.tag == f"{{{W}}}tab":
            yield " "
        elif not (result and _COUNTED.match(code)):
            yield node.text or ""


def _style(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{{{W}}}pPr/{{{W}}}pStyle")
    return "Normal" if style is None else style.get(f"{{{W}}}val", "")


# -- slides ------------------------------------------------------------------------------------


def _slides(parts: Mapping[str, bytes], entry: Mapping[str, Any]) -> Iterator[Text]:
    listed: dict[tuple[str, str], list[str]] = defaultdict(list)
    for figure in entry["figures"]:
        if "shape" in figure and figure["part"] not in ("chart", "picture"):
            page = figure["place"].partition(",")[0]
            listed[page, figure["shape"]].append(figure["shown"])
    for number, (slide, notes) in enumerate(_in_order(parts), 1):
        for part, page in ((slide, f"slide {number}"), (notes, f"notes of slide {number}")):
            if part:
                yield from _sheet(etree.fromstring(parts[part]), page, listed)


def _in_order(parts: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Each slide with its notes."""
    show = etree.fromstring(parts["ppt/presentation.xml"])
    targets = _related(parts, "ppt/presentation.xml")
    for entry in show.iter(f"{{{P}}}sldId"):
        id = next(value for name, value in entry.attrib.items() if name.endswith("}id"))
        slide = targets[id][1]
        notes = [target for kind, target in _related(parts, slide).values() if kind == "notesSlide"]
        yield slide, notes[0] if notes else ""


def _related(parts: Mapping[str, bytes], part: str) -> dict[str, tuple[str, str]]:
    folder, name = posixpath.split(part)
    root = etree.fromstring(parts[f"{folder}/_rels/{name}.rels"])
    return {
        node.get("Id"): (
            node.get("Type").rsplit("/", 1)[-1],
            posixpath.normpath(posixpath.join(folder, node.get("Target"))),
        )
        for node in root
    }


def _sheet(
    root: etree._Element, page: str, listed: Mapping[tuple[str, str], list[str]]
) -> Iterator[Text]:
    for shape in root.iter(*_SHAPES):
        named = next(shape.iter(f"{{{P}}}cNvPr"))
        name = named.get("name", "")
        expected = list(listed.get((page, name), []))
        for paragraph in shape.iter(f"{{{A}}}p"):
            words = []
            for run in paragraph.iter(f"{{{A}}}r", f"{{{A}}}br"):
                text = run.findtext(f"{{{A}}}t") or " "
                if expected and text == expected[0]:
                    expected.pop(0)
                    text = GONE
                words.append(text)
            yield Text(f"{page}, {name!r}", "".join(words))
        yield Text(f"{page}, {name!r}, alternative text", named.get("descr", ""), told=True)
        if expected:
            yield Text(f"{page}, {name!r}", f"0 of {expected} is not there")


# -- charts ------------------------------------------------------------------------------------


def _chart(name: str, root: etree._Element) -> Iterator[Text]:
    for node in root.iter(f"{{{C}}}v", f"{{{A}}}t"):
        yield Text(name, node.text or "", told=True)


def _workbook(name: str, data: bytes) -> Iterator[Text]:
    from openpyxl import load_workbook

    for sheet in load_workbook(io.BytesIO(data)).worksheets:
        for row in sheet.iter_rows(values_only=True):
            for value in row:
                yield Text(name, "" if value is None else str(value), told=True)
