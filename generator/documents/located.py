"""Where in a finished part each figure came to stand, in the words of `wordprocessing.where`.

A loop may have repeated its row and a condition left out those above it, so the place is read off
the finished text. In Word a figure is found by the id of its content control, elsewhere by a mark
``u7`` that goes here; on a slide by a mark ``f7``, which says how far its paragraph is from the
start of its text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

Kind = Literal["control", "mark", "footnote", "endnote"]

# One pattern with one beginning, so that a part is gone through once and at the speed of C: what
# ends, and marks, are given that beginning before (see `_pieces`).
_PIECES = re.compile(
    r'<w:(p|t(?:c|r|bl)|/\w+|u \d+|id w:val="\d+"'
    r"|(?:txbxContent|(?:foot|end)note(?:Reference)?|comment)\b[^<>]*)[ >/]"
)
_STORIES = ("txbxContent", "footnote", "endnote", "comment")
_CELL_ENDS = ("tc", "tr", "/tbl")
_CONTROL_ID = slice(len('id w:val="'), -1)
_MARK = re.compile("\x02u\\d+\x03")
NOTES = {kind: re.compile(rf"<w:{kind} .*?</w:{kind}>", re.S) for kind in ("footnote", "endnote")}
NOTE_ID = re.compile(r'w:id="(\d+)"')

_FIGURE = re.compile("\x02f(\\d+)\x03")
_BODY, _BODY_END = re.compile(r"<[ap]:txBody>"), "txBody>"
_LINE = re.compile(r"<a:p[ />]")


# A figure in its order, by the id of its control or the number of its mark; or a note's place, by
# the note's id.
Found = tuple[Kind, int, str]


def locate(text: str, title: str) -> list[Found]:
    """Every anchor and mark of a Word part, in reading order; `title` is how the part is called."""
    if "\x02" in text:
        text = _MARK.sub(lambda mark: f"<w:u {mark[0][2:-1]} ", text)
    text = text.replace("</w:tbl>", "<w:/tbl>")
    walk = _Walk(_PIECES.findall(text), title)
    if not walk.through():
        for name in _STORIES:
            text = text.replace(f"</w:{name}>", f"<w:/{name}>")
        walk = _Walk(_PIECES.findall(text), title, stories=True)
        walk.through()
    return walk.found


class _Holder:
    """What holds paragraphs: a story, or a table with its rows, and the cells of the last row."""

    __slots__ = ("cells", "is_table", "paragraphs", "path", "rows")

    def __init__(self, path: str, is_table: bool = False) -> None:
        self.path, self.is_table = path, is_table
        self.rows = self.cells = self.paragraphs = 0

    def around(self) -> str:
        """The place of a table that stands here."""
        return f"{self.path}, row {self.rows}, cell {self.cells}" if self.is_table else self.path


class _Walk:
    """Goes through the pieces of a part, and knows in words where it is."""

    def __init__(self, pieces: Sequence[str], title: str, stories: bool = False) -> None:
        self.pieces, self.stories = pieces, stories
        self.top = _Holder(title)
        self.outer: list[_Holder] = []
        self.found: list[Found] = []
        self.tables = 0

    def through(self) -> bool:
        """Go to the end; not so where stories stand in the part, and their ends were not told."""
        top = self.top
        for at, piece in enumerate(self.pieces):
            if piece == "p":
                top.paragraphs += 1
            elif piece == "tc":
                top.cells += 1
                top.paragraphs = 0
            elif piece == "tr":
                top.rows += 1
                top.cells = top.paragraphs = 0
            else:
                if not self.stories and piece.startswith(_STORIES) and "Reference" not in piece:
                    return False
                self.meet(piece, at)
                top = self.top
        return True

    def meet(self, piece: str, at: int) -> None:
        """A figure, a table or story that begins or ends, a reference."""
        if piece.startswith("id "):
            self.found.append(("control", int(piece[_CONTROL_ID]), self._here(at)))
        elif piece.startswith("u "):
            self.found.append(("mark", int(piece[2:]), self._here(at)))
        elif piece.startswith("/"):
            self.top = self.outer.pop() if self.outer else self.top
        elif piece == "tbl":
            self.tables += 1
            self._enter(_Holder(f"{self.top.around()}, table {self.tables}", is_table=True))
        elif "Reference" in piece:
            self._refer(piece, at)
        else:
            self._enter(_Holder(f"{self._here(at)}, {_called(piece)}"))

    def _enter(self, holder: _Holder) -> None:
        self.outer.append(self.top)
        self.top = holder

    def _refer(self, piece: str, at: int) -> None:
        kind: Kind = "footnote" if piece.startswith("footnote") else "endnote"
        if id := NOTE_ID.search(piece):
            self.found.append((kind, int(id[1]), self._here(at)))

    def _here(self, at: int) -> str:
        """The place of what stands in a paragraph; the only one of a cell is not counted."""
        top = self.top
        if not top.paragraphs or (top.is_table and top.paragraphs == 1 and self._is_alone(at)):
            return top.around()
        return f"{top.around()}, paragraph {top.paragraphs}"

    def _is_alone(self, at: int) -> bool:
        """Whether no other paragraph begins before the cell ends."""
        while (piece := self.pieces[at]) not in _CELL_ENDS:
            if piece in ("p", "tbl"):
                return False
            at += 1
        return True


def without_marks(text: str) -> str:
    """The text of a Word part as it goes on."""
    return _MARK.sub("", text) if "\x02u" in text else text


def _called(start: str) -> str:
    name, _, said = start.partition(" ")
    if name == "txbxContent":
        return "text box"
    id = NOTE_ID.search(said)
    return f"{name} {id[1]}" if id else name


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
