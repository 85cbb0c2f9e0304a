"""Paragraphs: runs of words in their styles, captions, number blocks."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape

from templates.make.kit.phrases import figure
from templates.make.kit.word.fields import See, bookmark_xml, caption_bookmark, field_xml
from templates.make.kit.word.footnotes import Note, SameNote
from templates.make.kit.word.styles import W

_COUNT = "\\* ARABIC"


@dataclass(frozen=True)
class Run:
    """Words in a character style: Unit, Strong, Seal."""

    text: str
    style: str


Piece = str | Run | Note | SameNote | See


def paragraph_xml(style: str, *pieces: Piece, more: str = "") -> str:
    """``w:p`` with a style id and its runs; `more` are properties of this paragraph alone."""
    runs = "".join(_run_xml(piece) for piece in pieces)
    return f"<w:p {W}>{properties_xml(style, more)}{runs}</w:p>"


def caption_xml(
    label: str, number: int, words: str, bookmark: int, keep: bool = False, style: str = "Caption"
) -> str:
    """A caption: label and counted number, bookmarked for `See`, and what is shown."""
    start, end = bookmark_xml(bookmark, caption_bookmark(label, number))
    gap, space = (" ", "\u2003") if label.isascii() else ("", "　")
    return (
        f"<w:p {W}>{properties_xml(style, '<w:keepNext/>' if keep else '')}{start}"
        f'<w:r><w:t xml:space="preserve">{label}{gap}</w:t></w:r>'
        f"{field_xml(f'SEQ {label} {_COUNT}', str(number))}{end}"
        f'<w:r><w:t xml:space="preserve">{space}{escape(words)}</w:t></w:r></w:p>'
    )


def number_cell(key: str, label: str, note: str) -> tuple[str, ...]:
    """Value, label, note; a figure past its shelf life says so in the note's place."""
    digits, scale_unit = figure(key)
    note = f"{{% if {key} is expired %}}{{{{ {key}|as_of }}}}{{% else %}}{note}{{% endif %}}"
    return (
        paragraph_xml("KPIValue", digits, Run(f" {scale_unit}", "Unit")),
        paragraph_xml("KPILabel", label),
        paragraph_xml("KPINote", note),
    )


def properties_xml(style: str, more: str = "") -> str:
    """``w:pPr``."""
    return f'<w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>'


def _run_xml(piece: Piece) -> str:
    if isinstance(piece, Note | SameNote | See):
        return piece.xml()
    words, style = (piece.text, piece.style) if isinstance(piece, Run) else (piece, "")
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    text = '</w:t><w:tab/><w:t xml:space="preserve">'.join(map(escape, words.split("\t")))
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'
