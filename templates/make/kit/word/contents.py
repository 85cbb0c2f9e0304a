"""A table of contents that is right on opening: a TOC field with every entry already in place."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape

from docx.oxml import parse_xml

from templates.make.kit.word.fields import bookmarked
from templates.make.kit.word.sheets import Sheets
from templates.make.kit.word.styles import W

_W = "{" + W.split('"')[1] + "}"


def insert_contents(sheets: Sheets, before: Any, levels: int = 1) -> None:
    """List the headings of a finished document in front of the block `before`.

    Each heading is bookmarked ``_Toc000001`` …, and its entry, a hyperlink in the style TOC1 or
    TOC2, holds the heading's own words, tags included. The field asks for no page numbers
    (``\\n``): only a program that lays the pages out can know them.
    """
    headings = [
        (level, heading)
        for heading in sheets.paper.element.body.iter(f"{_W}p")
        if 0 < (level := _level(heading)) <= levels
    ]
    entries = [
        _entry(level, f"_Toc{number:06}", _bookmark(sheets, heading, f"_Toc{number:06}"))
        for number, (level, heading) in enumerate(headings, 1)
    ]
    for number, entry in enumerate(entries):
        first, last = number == 0, number == len(entries) - 1
        before.addprevious(parse_xml(_field_part(entry, levels, first, last)))


def _level(paragraph: Any) -> int:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    name = "" if style is None else style.get(f"{_W}val")
    return int(name[-1]) if name.startswith("Heading") else 0


def _bookmark(sheets: Sheets, heading: Any, name: str) -> str:
    """Put a bookmark round a heading; returns the heading's words."""
    start, end = bookmarked(next(sheets.bookmarks), name)
    heading.find(f"{_W}pPr").addnext(start)
    heading.append(end)
    return "".join(text.text or "" for text in heading.iter(f"{_W}t"))


def _entry(level: int, name: str, words: str) -> str:
    return (
        f'<w:p {W}><w:pPr><w:pStyle w:val="TOC{level}"/></w:pPr>FIRST'
        f'<w:hyperlink w:anchor="{name}" w:history="1"><w:r>'
        f'<w:t xml:space="preserve">{escape(words)}</w:t></w:r></w:hyperlink>LAST</w:p>'
    )


def _field_part(entry: str, levels: int, first: bool, last: bool) -> str:
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> '
        f'TOC \\o "1-{levels}" \\n \\h \\z \\u </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    return entry.replace("FIRST", begin if first else "").replace("LAST", end if last else "")
