"""One line of the page's notation as a Word template, and what came out in the same notation.

a ¶ b        paragraphs; ∅ is an empty one
¦ a ¦ b ¦    a row of a table
[bold: a]    a run in bold; [box: a] a text box; [link http://x: a] a link
[picture: a] [chart: a]   a picture, a chart, with this alternative text
^1           a note's reference; footnote 1: a   the note
header1: a   footer1: a   title: a               other parts, and a property
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

import compat_docx as word
from compat_words import in_words
from test_render_drawn import CHART, spec, with_members
from tiny import rels

from generator.documents.charts.chart import write_chart
from generator.documents.charts.plain_look import PLAIN_LOOK

_PART = re.compile(r"(header1|footer1|footnote (\d)|title): (.*)", re.S)
_SPECIAL = re.compile(r"\[(bold|box|picture|chart|link (\S+)): (.*?)\](?=[^\])]|$)|\^(\d)", re.S)
_CHART = CHART.replace(
    "<c:chart ", '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
)
_OF_OFFICE = re.compile(r"footnote (-1|0): ")  # Word's own: the lines above notes
_STYLE = re.compile(r"\[as Hyperlink: (.*?)\]|‹FootnoteText› +")


def template(line: str) -> bytes:
    """The Word file that a line of the notation describes."""
    body: list[str] = []
    parts: dict[str, str] = {}
    core: dict[str, str] = {}
    links: dict[str, str] = {}
    rows: list[tuple[str, ...]] = []
    for piece in line.split(" ¶ "):
        if piece.startswith("¦"):
            rows.append(tuple(cell.strip() for cell in piece.strip()[1:-1].split("¦")))
            continue
        if rows:
            body.append(word.table(*rows))
            rows = []
        part = _PART.match(piece)
        if part is None:
            body.append(_paragraph(piece, links))
        elif part[2]:
            notes = parts.get("footnotes", "")
            parts["footnotes"] = notes + word.footnote(int(part[2]), part[3])
        elif part[1] == "title":
            core["dc:title"] = part[3]
        else:
            parts[part[1]] = word.p(part[3])
    if rows:
        body.append(word.table(*rows))
    members = {"word/media/old.png": word.BLUE_DOT} if "[picture: " in line else {}
    made = word.docx("".join(body), parts, core, members, links)
    return _with_chart(made) if "[chart: " in line else made


def _paragraph(text: str, links: dict[str, str]) -> str:
    return word.p(*_runs("" if text == "∅" else text, links))


def _runs(text: str, links: dict[str, str]) -> Iterator[str]:
    at = 0
    for found in _SPECIAL.finditer(text):
        if found.start() > at:
            yield word.r(text[at : found.start()])
        yield _special(found, links)
        at = found.end()
    if at < len(text):
        yield word.r(text[at:])


def _special(found: re.Match[str], links: dict[str, str]) -> str:
    kind, url, inside, note = found.groups()
    if note:
        return word.note(int(note))
    alt = inside.replace('"', "&quot;")
    if url:
        links["rLink"] = url
        return word.link("rLink", word.r(inside))
    if kind == "box":
        return word.text_box(word.p(inside))
    if kind == "picture":
        return word.picture(words=alt)
    return word.bold(inside) if kind == "bold" else _CHART.format(tag=alt)


def _with_chart(data: bytes) -> bytes:
    parts = write_chart(spec(1, 2), PLAIN_LOOK)
    members = {
        "word/charts/chart1.xml": parts.xml,
        "word/embeddings/book1.xlsx": parts.workbook,
        "word/charts/_rels/chart1.xml.rels": rels(
            [(parts.relation, "package", "../embeddings/book1.xlsx")]
        ),
    }
    relation = ("rChart", "chart", "charts/chart1.xml")
    return with_members(data, "word/_rels/document.xml.rels", relation, members)


def shown(data: bytes, line: str) -> str:
    """What a document shows, as the page writes it; `line` is the template it was made of."""
    if "[chart: " in line:
        return chart_told(data, "word/document.xml", "word/charts/chart1.xml")
    lines = in_words(data, ("dc:title",) if "title: " in line else ())
    return " ¶ ".join(_as_printed(text) for text in lines if not _OF_OFFICE.match(text))


def _as_printed(line: str) -> str:
    if line.startswith("| "):
        return "¦" + re.sub(r" \|( |$)", r" ¦\1", line[1:])
    line = _STYLE.sub(lambda found: found[1] or "", line)
    return "∅" if line == "¶" else line


def chart_told(data: bytes, page: str, chart: str) -> str:
    """The words and the numbers of the only chart."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        alt = re.findall(r'descr="([^"]*)"', archive.read(page).decode())[0]
        values = re.findall(r"<c:val>.*?</c:val>", archive.read(chart).decode(), re.S)
    numbers = [", ".join(re.findall(r"<c:v>([^<]*)</c:v>", series)) for series in values]
    return f"[chart: {alt}] {'; '.join(numbers)}"
