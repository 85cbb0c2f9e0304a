"""A part's tree becomes fragments of text with slots between them; after this there is no tree."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from generator.documents.skeletons.late import mark

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_TOKEN = re.compile(r"<\?fp ([^?]*)\?>|\ufdd0([^\ufdd1]*)\ufdd1")
_NAME = re.compile(r"<(/?)([\w:.-]+)[^<>]*?(/?)>")


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a tag stood: its spot's number, and the run round it that a value may replace.

    `before` and `after` are the paragraph round the run, where a value may replace that too.
    """

    number: int
    head: str = ""
    tail: str = ""
    before: str = ""
    after: str = ""


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
    cutter = _Cutter()
    pieces = _TOKEN.split(text)
    cutter.open = [pieces[0]]
    for at in range(1, len(pieces), 3):
        cutter.token(pieces[at] or pieces[at + 1])
        cutter.open.append(pieces[at + 2])
    cutter.fragments.append(cutter.taken())
    return Cut(tuple(cutter.fragments), tuple(cutter.slots))


class _Cutter:
    """Fragments and slots as the tokens come: ``H7 … h7 … 7 … t7 … T7``, or a part of these."""

    def __init__(self) -> None:
        self.fragments: list[str] = []
        self.slots: list[Slot] = []
        self.open: list[str] = []
        self.before = self.head = ""
        self.in_paragraph = self.in_run = False

    def token(self, code: str) -> None:
        kind, number = code[:1], code[1:]
        if code.isdigit():
            self._slot(int(code))
        elif kind not in "HhtT" or not number.isdigit():
            self.open.append(mark(code))
        elif kind == "H":
            self.fragments.append(self.taken())
            self.in_paragraph = True
        elif kind == "h":
            self._start_run()
        elif kind == "t":
            self.slots.append(Slot(int(number), self.head, self.taken(), self.before))
            self.in_run, self.head, self.before = False, "", ""
        else:
            self.slots[-1] = replace(self.slots[-1], after=self.taken())
            self.in_paragraph = False

    def taken(self) -> str:
        """What has gathered since the last token."""
        text = "".join(self.open)
        self.open = []
        return text

    def _start_run(self) -> None:
        if self.in_paragraph:
            self.before = self.taken()
        else:
            self.fragments.append(self.taken())
        self.in_run = True

    def _slot(self, number: int) -> None:
        if self.in_run:
            self.head = self.taken()
        else:
            self.fragments.append(self.taken())
            self.slots.append(Slot(number))


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


def uneven(parts: Cut, ways: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those ways from one tag to another on which something stays open, or closes too soon."""
    at = {slot.number: index for index, slot in enumerate(parts.slots)}
    return [
        (first, last)
        for first, last in ways
        if first not in at
        or last not in at
        or not _neutral("".join(parts.fragments[at[first] + 1 : at[last] + 1]))
    ]


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
