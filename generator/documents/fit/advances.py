"""How wide a character is, in ems, without the face at hand.

A Chinese character or mark is one em. A Latin one has the width that it has in Liberation Sans
where the named face is known to be no wider, and in DejaVu Sans otherwise, which is as wide as any
face in common use: a text that fits by this table fits in the real face.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path

# -- faces no wider than Liberation Sans, which is Arial's twin --
_AS_ARIAL = frozenset({
    "arial", "helvetica", "liberation sans", "times new roman", "times", "liberation serif",
    "calibri", "carlito", "cambria", "caladea", "arial narrow", "garamond",
})  # fmt: skip
_TABLE = Path(__file__).with_name("advances.tsv")
_NO_WIDTH = {"Mn", "Me", "Cf", "Cc"}
_EAST_ASIAN, _AS_AROUND = {"W", "F"}, "A"
_HALF = "H"
_TAB = 3.0


class Advances(dict[str, float]):
    """Widths by character, in ems; one that was not asked for before is looked up.

    `column` is the face's in the table. In a Chinese text (`chinese`) a mark that both scripts
    have (“ ” — … ·) is drawn in the Chinese face, one em wide.
    """

    def __init__(self, column: int, chinese: bool) -> None:
        self._column, self._chinese = column, chinese

    def __missing__(self, char: str) -> float:
        self[char] = width = self._width(char)
        return width

    def of(self, text: str) -> float:
        """The width of a text on one line."""
        return sum(map(self.__getitem__, text))

    def _width(self, char: str) -> float:
        if char == "\t":
            return _TAB
        sort = unicodedata.category(char)
        if sort in _NO_WIDTH:
            return 0.0
        kind = unicodedata.east_asian_width(char)
        is_shared_mark = kind == _AS_AROUND and not sort.startswith("L")
        if kind in _EAST_ASIAN or (is_shared_mark and self._chinese):
            return 1.0
        if kind == _HALF:
            return 0.5
        known = _table().get(char)
        return 1.0 if known is None else known[self._column]


@cache
def advances(face: str, bold: bool, chinese: bool) -> Advances:
    """The widths of a Latin face by its name, as a file names it."""
    column = 0 if face.lower() in _AS_ARIAL else 2
    return _advances(column + bold, chinese)


@cache
def _advances(column: int, chinese: bool) -> Advances:
    return Advances(column, chinese)


@cache
def _table() -> Mapping[str, tuple[float, ...]]:
    """Ems by character, in the four faces."""
    rows = (line.split() for line in _TABLE.read_text(encoding="utf-8").splitlines())
    return {
        chr(int(point, 16)): tuple(int(width) / 1000 for width in widths)
        for point, *widths in rows
        if point != "#"
    }
