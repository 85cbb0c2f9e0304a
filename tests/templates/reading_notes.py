"""Reading the marks and notes of a finished Word file: which figure has which footnote."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree
from template_parts import W, roots


@dataclass(frozen=True)
class Marked:
    """A figure as it stands in a text, the words around it, and its note; ``None`` for no note."""

    key: str
    shown: str
    style: str
    note: str | None


def notes(path: Path) -> dict[str, str]:
    """The words of every footnote by its id, separators left out."""
    root = roots(path, r"word/footnotes\.xml")["word/footnotes.xml"]
    return {
        str(note.get(f"{W}id")): words(note).strip() for note in root if not note.get(f"{W}type")
    }


def words(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


def body(path: Path) -> etree._Element:
    return roots(path, r"word/document\.xml")["word/document.xml"]


def marked_figures(path: Path) -> Iterator[Marked]:
    """Every anchored figure of the body with the note of the mark that follows it.

    Where a number and its unit, or a figure and its date, stand together before a mark, each of
    them has that mark.
    """
    known = notes(path)
    for paragraph in body(path).iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        name = "" if style is None else str(style.get(f"{W}val"))
        waiting: list[tuple[str, str]] = []
        for part in _parts(paragraph):
            if isinstance(part, tuple):
                waiting.append(part)
                continue
            yield from (Marked(*one, name, known[part]) for one in waiting)
            waiting = []
        yield from (Marked(*one, name, None) for one in waiting)


def _parts(paragraph: etree._Element) -> Iterator[tuple[str, str] | str]:
    """Figures (key, text) and marks (the id of a note) in their order."""
    repeated = False
    for node in paragraph.iter(f"{W}sdt", f"{W}footnoteReference", f"{W}instrText", f"{W}t"):
        if node.tag == f"{W}sdt":
            tag = str(node.find(f"{W}sdtPr/{W}tag").get(f"{W}val"))
            yield tag.partition(":")[2], words(node)
        elif node.tag == f"{W}footnoteReference":
            yield str(node.get(f"{W}id"))
        elif node.tag == f"{W}instrText":
            repeated = "NOTEREF" in (node.text or "")
        elif repeated:
            repeated = False
            yield str(node.text)
