"""Where in a finished part each figure came to stand, in the words of `wordprocessing.where`.

A loop may have repeated its row and a condition left out those above it, so the place is read off
the finished text. In Word a figure is found by the id of its content control, elsewhere by a mark
``u7`` that goes here; on a slide by a mark ``f7``, which says how far its paragraph is from the
start of its text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

_STEPS = re.compile(
    r"(?P<end></w:(?:tbl|txbxContent|footnote|endnote|comment)>)"
    r"|(?P<table><w:tbl[ >])"
    r"|<w:(?P<story>txbxContent|footnote|endnote|comment)\b(?P<said>[^<>]*)>"
    r'|<w:(?P<note>footnote|endnote)Reference\b[^<>]*w:id="(?P<id>\d+)"'
    r'|<w:id w:val="(?P<control>\d+)"/></w:sdtPr><w:sdtContent>'
    r"|\x02u(?P<mark>\d+)\x03"
)
_MARK = re.compile(r"\x02u\d+\x03")
NOTE_ID = re.compile(r'w:id="(\d+)"')
_PARAGRAPHS = ("<w:p>", "<w:p ", "<w:p/>")
_ROWS, _CELLS = ("<w:tr>", "<w:tr "), ("<w:tc>", "<w:tc ")
_CELL_END = "</w:tc>"
_STORIES = {"txbxContent": "text box"}

_FIGURE = re.compile(r"\x02f(\d+)\x03")
_BODY, _BODY_END = re.compile(r"<[ap]:txBody>"), "txBody>"
_LINE = re.compile(r"<a:p[ />]")

Kind = Literal["control", "mark", "footnote", "endnote"]


@dataclass(frozen=True, slots=True)
class Found:
    """A figure in its order, by the id of its control or the number of its mark; or a note's place,
    by the note's id."""

    kind: Kind
    number: int
    where: str


def locate(text: str, title: str) -> list[Found]:
    """Every anchor and mark of a Word part, in reading order; `title` is how the part is called."""
    stack = [_Story(title)]
    found: list[Found] = []
    tables = at = 0
    for step in _STEPS.finditer(text):
        stack[-1].pass_over(text, at, step.start())
        at = step.start()
        if step["end"]:
            if len(stack) > 1:
                stack.pop()
        elif step["table"]:
            tables += 1
            stack.append(_Table(f"{stack[-1].around()}, table {tables}"))
        elif story := step["story"]:
            stack.append(_Story(f"{stack[-1].here(text, at)}, {_called(story, step['said'])}"))
        else:
            found.append(Found(*_named(step), stack[-1].here(text, at)))
        at = step.end()
    return found


def _named(step: re.Match[str]) -> tuple[Kind, int]:
    if step["control"]:
        return "control", int(step["control"])
    if step["mark"]:
        return "mark", int(step["mark"])
    return ("footnote" if step["note"] == "footnote" else "endnote"), int(step["id"])


def without_marks(text: str) -> str:
    """The text of a Word part as it goes on."""
    return _MARK.sub("", text) if "\x02u" in text else text


def _called(story: str, said: str) -> str:
    id = NOTE_ID.search(said)
    name = _STORIES.get(story, story)
    return f"{name} {id[1]}" if id else name


class _Story:
    """What holds paragraphs and no cells: a body, a text box, a note."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.paragraphs = 0

    def pass_over(self, text: str, start: int, end: int) -> None:
        """Count what begins in a stretch without tables and text boxes."""
        self.paragraphs += _count(text, _PARAGRAPHS, start, end)

    def around(self) -> str:
        """The place of a table that stands here."""
        return self.path

    def here(self, text: str, at: int) -> str:  # noqa: ARG002 -- as a table is asked
        """The place of what stands in a paragraph here."""
        return f"{self.path}, paragraph {self.paragraphs}" if self.paragraphs else self.path


class _Table(_Story):
    """A table: its rows, the cells of the last row, the paragraphs of its last cell."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.rows = self.cells = 0

    def pass_over(self, text: str, start: int, end: int) -> None:
        if rows := _count(text, _ROWS, start, end):
            self.rows += rows
            self.cells = self.paragraphs = 0
            start = _last(text, _ROWS, start, end)
        if cells := _count(text, _CELLS, start, end):
            self.cells += cells
            self.paragraphs = 0
            start = _last(text, _CELLS, start, end)
        self.paragraphs += _count(text, _PARAGRAPHS, start, end)

    def around(self) -> str:
        return f"{self.path}, row {self.rows}, cell {self.cells}"

    def here(self, text: str, at: int) -> str:
        alone = self.paragraphs == 1 and not _count(text, _PARAGRAPHS, at, text.find(_CELL_END, at))
        return self.around() if alone else f"{self.around()}, paragraph {self.paragraphs}"


def _count(text: str, words: tuple[str, ...], start: int, end: int) -> int:
    return sum(text.count(word, start, end) for word in words)


def _last(text: str, words: tuple[str, ...], start: int, end: int) -> int:
    return max(text.rfind(word, start, end) for word in words)


# -- slides ----------------------------------------------------------------------------------


def locate_lines(text: str) -> tuple[str, dict[int, int]]:
    """The XML of a slide without its marks, and which paragraph of its text each figure is in.

    0 stands for the only one.
    """
    if "\x02f" not in text:
        return text, {}
    lines: dict[int, int] = {}
    pieces = _BODY.split(text)
    for piece in pieces[1:]:
        body = piece.partition(_BODY_END)[0]
        several = len(_LINE.findall(body)) > 1
        for figure in _FIGURE.finditer(body):
            line = len(_LINE.findall(body, 0, figure.start()))
            lines[int(figure[1])] = line if several else 0
    return _FIGURE.sub("", text), lines
