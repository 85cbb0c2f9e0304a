"""What can be settled only when a part's text is whole: ids, emptied containers, shapes' names.

A late mark is a code between U+0002 and U+0003, which XML forbids and values are rid of, so it
can be confused with nothing:

============================ =====================================================
``(`` ``)``                  round the content of a container: empty, it gets a paragraph
``[`` ``{`` ``}`` ``]``      round a table and round its rows: without rows the table goes
``<`` ``(c`` ``c)`` ``>``    round a row and round its cells: without cells the row goes
``#`` ``/#``                 round a table's grid and rows: the grid is made to fit the rows
``i``                        a fresh id
``o5`` ``/``                 round an element that stands in the first turn of a loop only
``t`` ``r`` ``c``            a slide's table, a row, a cell of it begins
others                       answered by whoever runs the pass: names, relations, figures
============================ =====================================================
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from generator.documents.vocabulary import Vocabulary

Answer = Callable[[str, int, int], str]

_TABLE_START, _TABLE_END = "<w:tbl>", "</w:tbl>"
_TOUCHING, _PARTED = _TABLE_END + _TABLE_START, f"{_TABLE_END}<w:p/>{_TABLE_START}"
_MARK = re.compile("\x02([^\x03]*)\x03")

LATER = frozenset("LMNmu")  # of links, notes and figures: answered when all else is settled


def mark(code: str) -> str:
    """A late mark."""
    return f"\x02{code}\x03"


def can_stream(fragments: Sequence[str]) -> bool:
    """Whether a text of these fragments needs no settling, whatever comes between them."""
    tables_may_touch = any(text.endswith(_TABLE_END) for text in fragments) and any(
        text.startswith(_TABLE_START) for text in fragments
    )
    return not tables_may_touch and not any("\x02" in text for text in fragments)


def settle(text: str, words: Vocabulary, fresh: Iterator[int], answer: Answer) -> str:
    """The text without its late marks, and with a paragraph between tables that came to touch.

    `fresh` gives ids that nothing has; `answer` is asked for every other code, with the row and
    column that it stands in (0 outside tables), in document order.
    """
    if "\x02" in text:
        settler = _Settler(words, fresh, answer)
        pieces = _MARK.split(text)
        settler.write(pieces[0])
        for at in range(1, len(pieces), 2):
            settler.mark(pieces[at])
            settler.write(pieces[at + 1])
        text = "".join(settler.out)
    return text.replace(_TOUCHING, _PARTED)


class _Settler:
    """Goes through a text once; what a mark may take back is found by where `out` stood then."""

    def __init__(self, words: Vocabulary, fresh: Iterator[int], answer: Answer) -> None:
        self.words, self.fresh, self.answer = words, fresh, answer
        self.out: list[str] = []
        self.starts: list[int] = []
        self.emptied: list[bool] = []
        self.seen: set[str] = set()
        self.skipping = False
        self.row = self.column = 0

    def write(self, text: str) -> None:
        if text and not self.skipping:
            self.out.append(text)

    def mark(self, code: str) -> None:
        if self.skipping and code != "/":
            return
        known = self._KNOWN.get(code)
        if known is not None:
            known(self)
        elif code[0] == "o":
            self.skipping = code in self.seen
            self.seen.add(code)
        else:
            self.write(self.answer(code, self.row, self.column))

    def _id(self) -> None:
        self.out.append(str(next(self.fresh)))

    def _end_once(self) -> None:
        self.skipping = False

    def _start(self) -> None:
        self.starts.append(len(self.out))

    def _end_container(self) -> None:
        start = self.starts.pop()
        if len(self.out) == start or self.out[-1].endswith(self.words.table_end):
            self.out.append(self.words.empty_paragraph)

    def _end_rows(self) -> None:
        self.emptied.append(len(self.out) == self.starts.pop())
        self.row = self.column = 0

    def _end_whole(self) -> None:
        start = self.starts.pop()
        if self.emptied.pop():
            del self.out[start:]

    def _end_cells(self) -> None:
        self.emptied.append(len(self.out) == self.starts.pop())

    def _end_grid(self) -> None:
        from generator.documents.skeletons.grids import fit_grid

        start = self.starts.pop()
        self.out[start:] = [fit_grid("".join(self.out[start:]), self.words)]

    def _next_row(self) -> None:
        self.row += 1
        self.column = 0

    def _next_cell(self) -> None:
        self.column += 1

    def _start_cells(self) -> None:
        self.row = self.column = 0

    _KNOWN: ClassVar[dict[str, Callable[[_Settler], None]]] = {
        "i": _id,
        "/": _end_once,
        "(": _start,
        ")": _end_container,
        "[": _start,
        "{": _start,
        "}": _end_rows,
        "]": _end_whole,
        "<": _start,
        "(c": _start,
        "c)": _end_cells,
        ">": _end_whole,
        "#": _start,
        "/#": _end_grid,
        "t": _start_cells,
        "r": _next_row,
        "c": _next_cell,
    }  # fmt: skip
