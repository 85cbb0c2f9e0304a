"""The page's notation as a deck: as in Word, and ▭ begins a slide, ▢ another shape of it."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator

from compat_docx import BLUE_DOT
from lxml import etree
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Cm
from tiny import A, P, R, deck, shape, slide_table
from word_pages import chart_told

_RUN = f"{{{A}}}r"


def template(line: str) -> bytes:
    """The deck that a line of the notation describes."""
    if "[chart: " in line or "[picture: " in line:
        return _drawn(line)
    notes = ""
    slides = []
    for slide in line.split("▭")[1:] if line.startswith("▭") else [line]:
        slide, _, said = slide.strip().partition(" ¶ notes: ")
        notes = notes or said
        slides.append("".join(_shapes(slide)))
    return deck(*slides, notes=shape(notes) if notes else "")


def _shapes(slide: str) -> Iterator[str]:
    for number, text in enumerate(slide.split(" ▢ "), 2):
        pieces = text.split(" ¶ ")
        rows = [piece for piece in pieces if piece.startswith("¦")]
        if rows:
            assert len(rows) == len(pieces)
            yield slide_table(
                *(tuple(cell.strip() for cell in row.strip()[1:-1].split("¦")) for row in rows)
            )
        else:
            lines = "\n".join("" if piece == "∅" else piece for piece in pieces)
            yield _with_bold(shape(lines, number))


def _with_bold(xml: str) -> str:
    """``[bold: a]`` inside a run as a run of its own."""
    head, tail = '<a:r><a:rPr lang="zh-CN"/><a:t>', "</a:t></a:r>"
    bold = tail + head.replace("/>", ' b="1"/>', 1) + r"\1" + tail + head
    return re.sub(r"\[bold: (.*?)\]", bold, xml).replace(head + tail, "")


def _drawn(line: str) -> bytes:
    """A deck of PowerPoint's kind with a chart or a picture."""
    file = Presentation()
    shapes = file.slides.add_slide(file.slide_layouts[6]).shapes
    kind, alt = re.fullmatch(r"\[(chart|picture): (.*)\]", line).groups()
    if kind == "picture":
        drawn = shapes.add_picture(io.BytesIO(BLUE_DOT), 0, 0, Cm(2), Cm(1))._element.nvPicPr
    else:
        data = CategoryChartData()
        data.categories = ["a", "b"]
        data.add_series("s", (1, 2))
        made = shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, 0, 0, Cm(9), Cm(6), data)
        drawn = made._element.nvGraphicFramePr
    drawn.cNvPr.set("descr", alt)
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def shown(data: bytes, line: str) -> str:
    """What a deck shows, as the page writes it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    names = list(_slides(files))
    if "[chart: " in line:
        chart = next(name for name in files if re.match(r"ppt/charts/chart[^/]*\.xml$", name))
        return chart_told(data, names[0], chart)
    if "[picture: " in line:
        alt = re.findall(r'descr="([^"]*)"', files[names[0]].decode())[0]
        return f'{{red 20×10 mm "{alt}"}}'
    told = [" ▢ ".join(_told(files, name)) for name in names]
    if not line.startswith("▭"):
        return told[0]
    notes = files.get("ppt/notesSlides/notesSlide1.xml")
    said = f" ¶ notes: {_texts(etree.fromstring(notes), {})}" if notes else ""
    return " ".join(f"▭ {text}" for text in told) + said


def _slides(files: dict[str, bytes]) -> Iterator[str]:
    """The parts of the slides in their order."""
    targets = _targets(files, "ppt/presentation.xml")
    for node in etree.fromstring(files["ppt/presentation.xml"]).iter(f"{{{P}}}sldId"):
        yield targets[node.get(f"{{{R}}}id")]


def _targets(files: dict[str, bytes], part: str) -> dict[str, str]:
    folder, name = posixpath.split(part)
    relations = etree.fromstring(files.get(f"{folder}/_rels/{name}.rels", b"<none/>"))
    return {
        node.get("Id"): node.get("Target")
        if node.get("TargetMode")
        else posixpath.normpath(posixpath.join("/", folder, node.get("Target"))).lstrip("/")
        for node in relations
    }


def _told(files: dict[str, bytes], part: str) -> Iterator[str]:
    links = _targets(files, part)
    for node in etree.fromstring(files[part]).iter(f"{{{P}}}sp", f"{{{P}}}graphicFrame"):
        rows = list(node.iter(f"{{{A}}}tr"))
        if rows:
            yield " ¶ ".join(
                "¦ " + " ¦ ".join(_texts(cell, links) for cell in row.iter(f"{{{A}}}tc")) + " ¦"
                for row in rows
            )
        else:
            yield _texts(node, links)


def _texts(node: etree._Element, links: dict[str, str]) -> str:
    paragraphs = ("".join(_runs(p, links)) or "∅" for p in node.iter(f"{{{A}}}p"))
    return " ¶ ".join(paragraphs).replace("]⏎[bold: ", "⏎")


def _runs(paragraph: etree._Element, links: dict[str, str]) -> Iterator[str]:
    for node in paragraph:
        if node.tag == f"{{{A}}}br":
            yield "⏎"
        elif node.tag == _RUN:
            yield _run(node, links)


def _run(run: etree._Element, links: dict[str, str]) -> str:
    text = (run.findtext(f"{{{A}}}t") or "").replace("\t", "⇥")
    looks = run.find(f"{{{A}}}rPr")
    link = None if looks is None else looks.find(f"{{{A}}}hlinkClick")
    if link is not None:
        return f"[link {links[link.get(f'{{{R}}}id')]}: {text}]"
    bold = looks is not None and looks.get("b") == "1"
    return f"[bold: {text}]" if bold and text else text
