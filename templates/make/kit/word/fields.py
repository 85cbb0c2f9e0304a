"""Fields with their results in place, as Word shows them before it counts for itself; bookmarks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from docx.oxml import parse_xml

from templates.make.kit.word.styles import W

_ASCII = {"图": "Figure", "表": "Table"}


@dataclass(frozen=True)
class See:
    """The label and number of a caption inside a sentence: a REF field that leads there."""

    label: str
    number: int

    def xml(self) -> str:
        name = caption_bookmark(self.label, self.number)
        return field_xml(f"REF {name} \\h", caption_number(self.label, self.number))


def caption_bookmark(label: str, number: int) -> str:
    """What a caption's label and number are bookmarked as."""
    return f"_Ref{_ASCII.get(label, label)}{number}"


def caption_number(label: str, number: int) -> str:
    """图1, Figure 1."""
    return f"{label} {number}" if label.isascii() else f"{label}{number}"


def field_runs(code: str, result: str) -> list[Any]:
    """A field as runs."""
    return list(parse_xml(f"<w:p {W}>{field_xml(code, result)}</w:p>"))


def field_xml(code: str, result: str, properties: str = "") -> str:
    """A field as the XML of its runs; `properties` are those of every run."""
    begin, separate, end = (
        f'<w:r>{properties}<w:fldChar w:fldCharType="{kind}"/></w:r>'
        for kind in ("begin", "separate", "end")
    )
    instruction = (
        f'<w:r>{properties}<w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
    )
    return f"{begin}{instruction}{separate}<w:r>{properties}<w:t>{escape(result)}</w:t></w:r>{end}"


def bookmarked(id: int, name: str) -> tuple[Any, Any]:
    """The two ends of a bookmark."""
    start, end = bookmark_xml(id, name)
    return parse_xml(start), parse_xml(end)


def bookmark_xml(id: int, name: str) -> tuple[str, str]:
    """The two ends of a bookmark as XML."""
    return (
        f'<w:bookmarkStart {W} w:id="{id}" w:name="{name}"/>',
        f'<w:bookmarkEnd {W} w:id="{id}"/>',
    )
