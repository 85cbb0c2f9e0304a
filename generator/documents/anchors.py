"""Anchors: how a figure in a finished file says which fact it shows.

Word: a content control round the figure's run, with base and key as tag and as alias, because
LibreOffice keeps only the alias. PowerPoint: the shape's name; where a shape shows more than one
fact, a tag part that lists them (ECMA-376 part 1, 17.5.2 and 19.2.1.3).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.documents.packages.escapes import quoteattr
from generator.documents.vocabulary import A, P, R, Vocabulary, W

if TYPE_CHECKING:
    from lxml import etree

LABEL_MOST = 64  # characters that Word takes in a content control's tag
STALE_COLOUR = "5A676E"
TAGS_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.tags+xml"
TAGS_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/tags"

_BEFORE_COLOUR = frozenset(
    f"{{{W}}}{name}"
    for name in (
        "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike",
        "outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden",
    )
)  # fmt: skip
_FILLS = tuple(
    f"{{{A}}}{name}"
    for name in ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")
)
_HERE = "\ufdd0"

Spaces = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A figure as a tag part lists it; row and column are 0 outside tables."""

    key: str
    text: str
    ordinal: int
    row: int = 0
    column: int = 0


@lru_cache(maxsize=4096)
def control_head(label: str) -> str:
    """The start of a content control, up to its id."""
    value = quoteattr(label)
    return f'<w:sdt><w:sdtPr><w:alias w:val={value}/><w:tag w:val={value}/><w:id w:val="'


# No w:text: in a plain-text control LibreOffice drops the look of the run.
CONTROL_BODY = '"/></w:sdtPr><w:sdtContent>'
CONTROL_TAIL = "</w:sdtContent></w:sdt>"


def tag_part(base: str, figures: Iterable[Listed]) -> bytes:
    """The tag part of a shape: one tag a figure, its value JSON."""
    tags = []
    for at, figure in enumerate(figures, 1):
        value: dict[str, str | int] = {
            "base": base, "key": figure.key, "text": figure.text, "ordinal": figure.ordinal,
        }  # fmt: skip
        if figure.row:
            value |= {"row": figure.row, "column": figure.column}
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        tags.append(f'<p:tag name="FACT{at}" val={quoteattr(text)}/>')
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<p:tagLst xmlns:a="{A}" xmlns:r="{R}" xmlns:p="{P}">{"".join(tags)}</p:tagLst>'
    ).encode()


@lru_cache(maxsize=1024)
def stale_head(head: str, tail: str, spaces: Spaces, words: Vocabulary) -> str:
    """The start of a run, ``<w:r>…<w:t>``, with the colour of figures past their shelf life.

    `spaces` are the prefixes declared at the part's root.
    """
    from lxml import etree

    declared = " ".join(f'xmlns{":" if name else ""}{name}="{uri}"' for name, uri in spaces)
    run = etree.fromstring(f"<x {declared}>{head}{_HERE}{tail}</x>")[0]
    properties = run.find(words.properties)
    if properties is None:
        properties = etree.SubElement(run, words.properties)
        run.insert(0, properties)
    if words.properties.startswith(f"{{{W}}}"):
        _colour_word(properties)
    else:
        _colour_slide(properties)
    text = etree.tostring(run, encoding="unicode")
    for name, uri in spaces:
        text = text.replace(f' xmlns{":" if name else ""}{name}="{uri}"', "")
    return text.partition(_HERE)[0]


def _colour_word(properties: etree._Element) -> None:
    """Colour stands after the switches and before spacing and size (17.3.2.28)."""
    for colour in properties.findall(f"{{{W}}}color"):
        properties.remove(colour)
    at = sum(child.tag in _BEFORE_COLOUR for child in properties)
    colour = properties.makeelement(f"{{{W}}}color", {f"{{{W}}}val": STALE_COLOUR})
    properties.insert(at, colour)


def _colour_slide(properties: etree._Element) -> None:
    """A fill stands after the outline and before effects and fonts (21.1.2.3.9)."""
    for name in _FILLS:
        for fill in properties.findall(name):
            properties.remove(fill)
    at = sum(child.tag == f"{{{A}}}ln" for child in properties)
    fill = properties.makeelement(_FILLS[1], {})
    fill.append(fill.makeelement(f"{{{A}}}srgbClr", {"val": STALE_COLOUR}))
    properties.insert(at, fill)
