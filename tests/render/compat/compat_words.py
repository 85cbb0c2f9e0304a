"""A Word file in words: what a reader sees, one line a paragraph or table row.

    plain [bold: text] [FF0000, 12pt: text]     runs and their looks; runs that look alike are one
    ‹Quote› text                                a paragraph's style
    ¶                                           an empty paragraph; § is the end of a section
    ⏎ ⇥ ⇟                                       line break, tab, page break inside a paragraph
    | a ×2 | b on FF0000 | c ↓ | ↑ |            spanned, shaded, first merged, further merged cell
    | a / b | ⟦ x | y ⟧ |                       paragraphs in a cell, a table in a cell
    {red 20×10 mm "words" to http://x}          a picture, its words, what a click opens
    [link http://x: text]   ^2                  a hyperlink, the reference of a note
    header1: …   footnote 2: …   title: …       other parts, and properties

Text that stands outside any run is seen by nobody, and is left out.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from compat_docx import MM, PICTURES, A, R, W
from lxml import etree

Node = etree._Element

_W, _R = f"{{{W}}}", f"{{{R}}}"
_SIGNS = {"tab": "⇥", "br": "⏎", "cr": "⏎", "noBreakHyphen": "-"}
_THROUGH = ("sdt", "sdtContent", "smartTag", "ins", "fldSimple", "customXml")
_ON = (None, "1", "true", "on")


def in_words(
    data: bytes, core: Iterable[str] = (), members: Iterable[str] = (), widths: bool = False
) -> tuple[str, ...]:
    """The lines of a file: its body, its other parts, the properties and members asked for.

    With `widths` each table begins with the widths of its columns.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    lines = list(_Part(files, "word/document.xml", widths).lines())
    for name in sorted(files):
        title = posixpath.basename(name).removesuffix(".xml")
        if name.startswith("word/") and title.rstrip("0123456789") in ("header", "footer"):
            lines += [f"{title}: {line}" for line in _Part(files, name, widths).lines()]
        elif title == "footnotes" and name.endswith(".xml"):
            lines += _Part(files, name, widths).notes()
    properties = etree.fromstring(files["docProps/core.xml"])
    values = {etree.QName(node).localname: node.text or "" for node in properties}
    lines += [f"{name.partition(':')[2]}: {values[name.partition(':')[2]]}" for name in core]
    lines += [f"{name}: {files[name].decode('ascii')}" for name in members]
    return tuple(lines)


@dataclass(frozen=True)
class _Part:
    files: dict[str, bytes]
    name: str
    widths: bool

    def lines(self) -> Iterator[str]:
        root = etree.fromstring(self.files[self.name])
        body = root.find(f"{_W}body")
        yield from self._blocks(root if body is None else body)

    def notes(self) -> Iterator[str]:
        for note in etree.fromstring(self.files[self.name]):
            for line in self._blocks(note):
                yield f"footnote {note.get(f'{_W}id')}: {line}"

    # -- blocks ------------------------------------------------------------------------------

    def _blocks(self, parent: Node) -> Iterator[str]:
        for node in parent:
            name = etree.QName(node).localname
            if name == "p":
                yield self._paragraph(node)
            elif name == "tbl":
                yield from self._table(node)
            elif name in _THROUGH:
                yield from self._blocks(node)

    def _table(self, table: Node) -> Iterator[str]:
        if self.widths:
            columns = table.findall(f"{_W}tblGrid/{_W}gridCol")
            yield "widths " + " ".join(column.get(f"{_W}w", "?") for column in columns)
        rows = [
            row for row in table.iter(f"{_W}tr") if next(row.iterancestors(f"{_W}tbl")) is table
        ]
        for row in rows:
            yield f"| {' | '.join(self._cell(cell) for cell in row.findall(f'{_W}tc'))} |"
        if not rows:
            yield "(no rows)"

    def _cell(self, cell: Node) -> str:
        inside: list[str] = []
        for node in cell:
            name = etree.QName(node).localname
            if name == "tbl":
                inside.append("⟦ " + " ; ".join(r.strip("| ") for r in self._table(node)) + " ⟧")
            elif name == "p":
                inside.append(self._paragraph(node))
        words = _single(inside)
        if (span := _value(cell, "tcPr/gridSpan")) not in ("", "1"):
            words.append(f"×{span}")
        if (fill := _value(cell, "tcPr/shd", "fill")) not in ("", "auto"):
            words.append(f"on {fill}")
        if cell.find(f"{_W}tcPr/{_W}vMerge") is None:
            return " ".join(words)
        if _value(cell, "tcPr/vMerge") == "restart":
            return " ".join([*words, "↓"])
        return "↑" if set(inside) == {"¶"} else " ".join([*words, "↑"])

    def _paragraph(self, paragraph: Node) -> str:
        style = _value(paragraph, "pPr/pStyle")
        ends = paragraph.find(f"{_W}pPr/{_W}sectPr") is not None
        text = _joined(self._pieces(paragraph))
        return (f"‹{style}› " if style else "") + (text or "¶") + (" §" if ends else "")

    # -- runs --------------------------------------------------------------------------------

    def _pieces(self, parent: Node) -> Iterator[tuple[str, str]]:
        """Looks and text, run by run."""
        for node in parent:
            name = etree.QName(node).localname
            if name == "r":
                yield from self._run(node)
            elif name == "hyperlink":
                target = self._target(node.get(f"{_R}id", ""))
                yield "", f"[link {target}: {_joined(self._pieces(node))}]"
            elif name in _THROUGH:
                yield from self._pieces(node)

    def _run(self, run: Node) -> Iterator[tuple[str, str]]:
        looks = ", ".join(_looks(run.find(f"{_W}rPr")))
        for node in run:
            name = etree.QName(node).localname
            if name == "t":
                yield looks, node.text or ""
            elif name == "br" and node.get(f"{_W}type") == "page":
                yield looks, "⇟"
            elif name in _SIGNS:
                yield looks, _SIGNS[name]
            elif name == "footnoteReference":
                yield "", f"^{node.get(f'{_W}id')}"
            elif name == "drawing":
                yield "", self._picture(node)
            elif name == "pict":
                for box in node.iter(f"{_W}txbxContent"):
                    yield "", f"[box: {' / '.join(self._blocks(box))}]"

    def _picture(self, drawing: Node) -> str:
        extent = next(node for node in drawing.iter() if etree.QName(node).localname == "extent")
        size = "×".join(f"{int(extent.get(side, '0')) / MM:g}" for side in ("cx", "cy"))
        blip = next(drawing.iter(f"{{{A}}}blip"))
        data = self.files.get(self._target(blip.get(f"{_R}embed", "")), b"")
        click = next(drawing.iter(f"{{{A}}}hlinkClick"), None)
        goes = "" if click is None else f" to {self._target(click.get(f'{_R}id', ''))}"
        said = next(node for node in drawing.iter() if etree.QName(node).localname == "docPr")
        words = f' "{said.get("descr")}"' if said.get("descr") else ""
        return f"{{{PICTURES.get(data, 'other')} {size} mm{words}{goes}}}"

    def _target(self, id: str) -> str:
        folder, name = posixpath.split(self.name)
        relations = etree.fromstring(self.files.get(f"{folder}/_rels/{name}.rels", b"<none/>"))
        found = next((node for node in relations if node.get("Id") == id), None)
        if found is None:
            return "nowhere"
        target = found.get("Target", "")
        if found.get("TargetMode") == "External":
            return target
        return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def _looks(props: Node | None) -> Iterator[str]:
    """What a run's properties say, in words."""
    for node in () if props is None else props:
        name, value = etree.QName(node).localname, node.get(f"{_W}val")
        if name in ("b", "i", "strike", "rtl"):
            if value in _ON:
                yield {"b": "bold", "i": "italic"}.get(name, name)
        elif name == "rStyle":
            yield f"as {value}"
        elif name == "u":
            yield "underlined" if value == "single" else f"underlined {value}"
        elif name == "color":
            yield str(value)
        elif name == "sz":
            yield f"{int(value or 0) / 2:g}pt"
        elif name == "highlight":
            yield f"on {value}"
        elif name == "shd":
            yield f"on {node.get(f'{_W}fill')}"
        elif name == "vertAlign":
            yield str(value)
        elif name == "rFonts":
            fonts = {etree.QName(key).localname: font for key, font in node.attrib.items()}
            yield f"font {fonts.get('ascii', '')}" + (
                f"/{fonts['eastAsia']}" if "eastAsia" in fonts else ""
            )
        elif name == "lang":
            yield f"lang {value}"


def _joined(pieces: Iterable[tuple[str, str]]) -> str:
    """Runs that look alike as one."""
    merged: list[tuple[str, str]] = []
    for looks, text in pieces:
        if merged and merged[-1][0] == looks:
            merged[-1] = (looks, merged[-1][1] + text)
        elif text:
            merged.append((looks, text))
    return "".join(f"[{looks}: {text}]" if looks else text for looks, text in merged)


def _single(blocks: list[str]) -> list[str]:
    """A cell's blocks; its only paragraph, when empty, is nothing to speak of."""
    if not blocks:
        return ["(no paragraph)"]
    return [] if blocks == ["¶"] else [" / ".join(blocks)]


def _value(node: Node, path: str, attribute: str = "val") -> str:
    found = node.find("/".join(f"{_W}{step}" for step in path.split("/")))
    return "" if found is None else found.get(f"{_W}{attribute}", "")
