"""What the tags of table cells are given: how many columns a cell spans, its colour."""

from __future__ import annotations

import re

COLUMNS_MOST = 63  # Word refuses more in a row

_COLOUR = re.compile("#?([0-9A-Fa-f]{6})")


def columns(value: object) -> int:
    """``colspan``: a whole number of columns. Raises ValueError for any other value."""
    text = str(value)  # an unknown name fails here
    if isinstance(value, bool) or not text.isdigit() or not 0 < int(text) <= COLUMNS_MOST:
        raise ValueError(f"a cell spans 1 to {COLUMNS_MOST} columns, not {text}")
    return int(text)


def colour(value: object) -> str:
    """``cellbg``: six hexadecimal digits, or nothing. Raises ValueError for any other value."""
    text = str(value)
    found = _COLOUR.fullmatch(text)
    if text and found is None:
        raise ValueError(f"{text!r} is no colour: six digits of 0-9 and A-F are")
    return found.group(1).upper() if found else "auto"
