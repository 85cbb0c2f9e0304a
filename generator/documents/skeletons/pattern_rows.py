"""Tables that a designer has styled and that get their rows from data.

The alternative text of such a table (``w:tblDescription`` or ``w:tblCaption``, ECMA-376 part 1,
17.4.45 and 17.4.41; ``p:cNvPr/@descr`` round ``a:tbl``) asks for rows. The first row below the
head is the pattern of them all; further rows were examples and go.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from generator.documents.skeletons.texts import paragraph_string
from generator.documents.vocabulary import WORD, A, P, Vocabulary, W

_WORD_ALT = (f"{{{W}}}tblPr/{{{W}}}tblDescription", f"{{{W}}}tblPr/{{{W}}}tblCaption")
_SLIDE_ALT = f"{{{P}}}nvGraphicFramePr/{{{P}}}cNvPr"
_VAL = f"{{{W}}}val"
_WORD_HEAD = f"{{{W}}}trPr/{{{W}}}tblHeader"
_WORD_LOOK = f"{{{W}}}tblPr/{{{W}}}tblLook"
_FIRST_ROW = f"{{{W}}}firstRow"
_HEAD_BIT = 0x0020  # of tblLook's older, hexadecimal form (17.4.55)


@dataclass(frozen=True, slots=True)
class RowTags:
    """What is set into a table: the words left of its alternative text, and its rows' tags."""

    alt: str
    opening: str
    cells: Sequence[str]
    closing: str


Asks = Callable[[str, Sequence[str], int], RowTags | None]


def set_pattern_rows(root: etree._Element, words: Vocabulary, asks: Asks) -> list[int]:
    """Set tags into every table that asks for rows; the numbers of those without a pattern.

    `asks` is given the alternative text, the headings and how many columns a row has.
    """
    wrong: list[int] = []
    for number, table in enumerate(list(root.iter(words.table)), 1):
        for holder, attribute in _alternatives(table, words):
            head, body = _rows(table, words)
            columns = len(_cells(body[0], words)) if body else 0
            tags = asks(holder.get(attribute, ""), _headings(head, words), columns)
            if tags is None:
                continue
            if not body:
                wrong.append(number)
                continue
            holder.set(attribute, tags.alt)
            _spread(body, tags, words)
    return wrong


def _alternatives(table: etree._Element, words: Vocabulary) -> Iterator[tuple[etree._Element, str]]:
    if words is WORD:
        for path in _WORD_ALT:
            holder = table.find(path)
            if holder is not None:
                yield holder, _VAL
        return
    frame = next(table.iterancestors(words.table_frame), None)
    name = None if frame is None else frame.find(_SLIDE_ALT)
    if name is not None:
        yield name, "descr"


def _rows(
    table: etree._Element, words: Vocabulary
) -> tuple[list[etree._Element], list[etree._Element]]:
    """The rows of the head and those below it."""
    rows = list(table.iterchildren(words.row))
    heads = sum(row.find(_WORD_HEAD) is not None for row in rows) if words is WORD else 0
    heads = heads or int(_has_head(table, words))
    return rows[:heads], rows[heads:]


def _has_head(table: etree._Element, words: Vocabulary) -> bool:
    if words is not WORD:
        properties = table.find(f"{{{A}}}tblPr")
        return properties is not None and properties.get("firstRow") in ("1", "true")
    look = table.find(_WORD_LOOK)
    if look is None:
        return False
    if look.get(_FIRST_ROW) is not None:
        return look.get(_FIRST_ROW) in ("1", "true", "on")
    return bool(int(look.get(_VAL, "0"), 16) & _HEAD_BIT)


def _headings(head: Sequence[etree._Element], words: Vocabulary) -> list[str]:
    if not head:
        return []
    return [
        " ".join(paragraph_string(one, words) for one in cell.iter(words.paragraph)).strip()
        for cell in _cells(head[-1], words)
    ]


def _cells(row: etree._Element, words: Vocabulary) -> list[etree._Element]:
    return list(row.iterchildren(words.cell))


def _spread(body: Sequence[etree._Element], tags: RowTags, words: Vocabulary) -> None:
    """The pattern between two rows that hold nothing but the loop's tags."""
    pattern, *examples = body
    for row in examples:
        parent = row.getparent()
        assert parent is not None
        parent.remove(row)
    before, after = deepcopy(pattern), deepcopy(pattern)
    blanks = [""] * (len(tags.cells) - 1)
    _fill(before, [tags.opening, *blanks], words)
    _fill(pattern, tags.cells, words)
    _fill(after, [tags.closing, *blanks], words)
    pattern.addprevious(before)
    pattern.addnext(after)


def _fill(row: etree._Element, texts: Sequence[str], words: Vocabulary) -> None:
    for cell, text in zip(_cells(row, words), texts, strict=True):
        first, *others = list(cell.iter(words.paragraph))
        for paragraph in others:
            parent = paragraph.getparent()
            assert parent is not None
            parent.remove(paragraph)
        _write(first, text, words)


def _write(paragraph: etree._Element, text: str, words: Vocabulary) -> None:
    """One run in the looks of the paragraph's first."""
    looks = paragraph.find(f".//{words.run}/{words.properties}")
    end = paragraph.find(words.paragraph_end) if words.paragraph_end else None
    for child in list(paragraph):
        if child.tag not in (words.paragraph_properties, words.paragraph_end):
            paragraph.remove(child)
    run = etree.Element(words.run)
    if looks is None and end is not None:
        looks = deepcopy(end)
        looks.tag = words.properties
    if looks is not None:
        run.append(looks)
    etree.SubElement(run, words.text).text = text
    if end is not None:
        end.addprevious(run)
    else:
        paragraph.append(run)
