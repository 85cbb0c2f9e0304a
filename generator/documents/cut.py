"""A part's tree becomes fragments of text with slots between them; after this there is no tree."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from generator.documents.late import mark

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_TOKEN = re.compile(r"<\?fp ([^?]*)\?>|\ufdd0([^\ufdd1]*)\ufdd1")
_NAME = re.compile(r"<(/?)([\w:.-]+)[^<>]*?(/?)>")


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a tag stood: its spot's number, and the run round it that a value may replace."""

    number: int
    head: str = ""
    tail: str = ""


@dataclass(frozen=True, slots=True)
class Cut:
    """Fragments and slots in turn: one more fragment than slots."""

    fragments: tuple[str, ...]
    slots: tuple[Slot, ...]


def cut(root: etree._Element) -> Cut:
    """Serialise once and cut at the tokens."""
    return cut_text(DECLARATION + etree.tostring(root, encoding="unicode"))


def cut_text(text: str) -> Cut:
    """Cut a string at its tokens; tokens that are no tag's become late marks."""
    pieces = _TOKEN.split(text)
    fragments: list[str] = []
    slots: list[Slot] = []
    open_parts = [pieces[0]]
    head = ""
    for at in range(1, len(pieces), 3):
        code, after = pieces[at] or pieces[at + 1], pieces[at + 2]
        if code[:1] == "h" and code[1:].isdigit():
            fragments.append("".join(open_parts))
            open_parts = [after]
        elif code[:1] == "t" and code[1:].isdigit():
            slots.append(Slot(int(code[1:]), head, "".join(open_parts)))
            open_parts, head = [after], ""
        elif not code.isdigit():
            open_parts += [mark(code), after]
        elif at + 3 < len(pieces) and (pieces[at + 3] or "") == f"t{code}":
            head = "".join(open_parts)
            open_parts = [after]
        else:
            fragments.append("".join(open_parts))
            slots.append(Slot(int(code)))
            open_parts = [after]
    fragments.append("".join(open_parts))
    return Cut(tuple(fragments), tuple(slots))


def unbalanced(parts: Cut, groups: Sequence[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """The blocks of which a branch does not open again, in mirror order, what it closes.

    With none of these, every path through the blocks gives well-formed, properly nested XML.
    Blocks of which a tag was lost, or of which the tags no longer stand inside each other, are
    named too.
    """
    at = {slot.number: index for index, slot in enumerate(parts.slots)}
    lost = [group for group in groups if any(number not in at for number in group)]
    if lost:
        return lost
    crossed = _crossed(at, groups)
    uneven = [
        group
        for group in groups
        if group not in crossed
        and any(
            not _neutral("".join(parts.fragments[at[first] + 1 : at[last] + 1]))
            for first, last in itertools.pairwise(group)
        )
    ]
    return crossed + uneven


def _crossed(at: Mapping[int, int], groups: Sequence[tuple[int, ...]]) -> list[tuple[int, ...]]:
    group_of = {number: group for group in groups for number in group}
    order = sorted(group_of, key=lambda number: at[number])
    stack: list[tuple[int, ...]] = []
    crossed: list[tuple[int, ...]] = []
    for number in order:
        group = group_of[number]
        if len(group) == 1:
            continue
        if number == group[0]:
            stack.append(group)
        elif not stack or stack[-1] is not group:
            crossed.append(group)
        elif number == group[-1]:
            stack.pop()
    return list(dict.fromkeys(crossed))


def _neutral(text: str) -> bool:
    """Whether the text leaves the elements that are open as it found them."""
    closed: list[str] = []
    opened: list[str] = []
    for closing, name, empty in _NAME.findall(text):
        if empty:
            continue
        if not closing:
            opened.append(name)
        elif not opened:
            closed.append(name)
        elif opened.pop() != name:
            return False
    return opened == closed[::-1]
