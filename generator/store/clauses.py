"""A clause of evidence and a text, in one form: narrow, simplified, without breaks.

Spaces and line breaks go, for Chinese texts set them anywhere; only between two Latin letters or
digits one space stays, where it tells words and figures apart.
"""

from __future__ import annotations

import re

from generator.language import fold

_WHITE = re.compile(r"\s+")


def plain(clause: str) -> str:
    """The clause in the form in which texts are searched."""
    return _WHITE.sub(_kept_space, fold(clause).strip())


def carries(evidence: str, printed: str) -> bool:
    """Whether the clause prints a value whole: ``09亿元`` is not what ``5.09亿元`` prints."""
    return bool(whole_matches(plain(evidence), plain(printed)))


def whole_matches(text: str, wanted: str) -> list[int]:
    """Where `wanted` stands in `text` without cutting a figure or a Latin word; both plain."""
    found = []
    start = text.find(wanted)
    while start >= 0:
        if not cuts(text, start) and not cuts(text, start + len(wanted)):
            found.append(start)
        start = text.find(wanted, start + 1)
    return found


def cuts(text: str, at: int) -> bool:
    """Whether the border before `text[at]` runs through a figure or a Latin word."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if before.isascii() and after.isascii() and _are_one_word(before, after):
        return True
    if before in ".," and after.isdigit():
        return _continues(text, at - 1)
    if after in ".," and before.isdigit():
        return _continues(text, at)
    return (before in _SCALES and after in _NUMERALS) or (before in _NUMERALS and after in _SCALES)


_SCALES = frozenset("十百千万亿")
_NUMERALS = _SCALES | frozenset("0123456789〇零一二三四五六七八九两多余几")
# A point or comma inside a figure: a comma only before three digits (1,184), not before more.
_INSIDE = re.compile(r"(?<=\d)(\.\d|,\d{3}(?!\d))")


def _continues(text: str, mark: int) -> bool:
    return _INSIDE.match(text, mark) is not None


def is_latin(character: str) -> bool:
    """A letter or digit of ASCII, which a space keeps apart from another one."""
    return character.isascii() and character.isalnum()


def _are_one_word(before: str, after: str) -> bool:
    """Two letters or two digits; between GDP and 992 a figure starts."""
    return (before.isalpha() and after.isalpha()) or (before.isdigit() and after.isdigit())


def _kept_space(white: re.Match[str]) -> str:
    text, (start, end) = white.string, white.span()
    return " " if is_latin(text[start - 1]) and is_latin(text[end]) else ""
