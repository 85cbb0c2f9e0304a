"""Folding: one form for a text that may be printed in several, every offset kept."""

from __future__ import annotations

import re
import unicodedata

from generator.language.script.characters import simplified

# Raised, circled and boxed digits are no digits of the figure beside them.
_KEPT = ("<super>", "<sub>", "<circle>", "<square>", "<fraction>")
_ALIKE = {0x2212: 0x2D, 0xFF65: 0xB7, 0x25CB: 0x3007}  # − - ･ · ○ 〇

_BREAK = re.compile(r"[^\S\n]*\n\s*\n\s*")
_WHITE = re.compile(r"\s+")


def fold(text: str) -> str:
    """`text` in narrow forms and simplified characters, of the same length.

    NFKC and traditional to simplified, character by character; a character whose folded form is
    longer stays as it is. For recognition and comparison only, never for printing.
    """
    return text if text.isascii() else text.translate(_FOLDING)


def squeeze(text: str) -> tuple[str, list[int] | None]:
    """A Chinese text without the spaces and line breaks that may split a figure.

    With it the offset of every kept character (one more for the end), or None when nothing was
    dropped. A blank line stays as one line break, and the space that keeps two numbers or two
    Latin words apart stays a space.
    """
    if _WHITE.search(text) is None:
        return text, None
    kept: list[str] = []
    offsets: list[int] = []
    done = 0
    for white in _WHITE.finditer(text):
        start, end = white.span()
        kept.append(text[done:start])
        offsets.extend(range(done, start))
        mark = _separator(text, start, end)
        if mark:
            kept.append(mark)
            offsets.append(start)
        done = end
    kept.append(text[done:])
    offsets.extend(range(done, len(text) + 1))
    return "".join(kept), offsets


def level(text: str) -> str:
    """An English text with every white character a space, but blank lines; the same length."""
    if _WHITE.search(text) is None:
        return text
    return _WHITE.sub(lambda white: _levelled(white[0]), text)


def lower(text: str) -> str:
    """`text` in lower case, of the same length."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(map(_lower, text))


def _lower(character: str) -> str:
    lowered = character.lower()
    return lowered if len(lowered) == 1 else character


def _levelled(white: str) -> str:
    return ("\n" if _BREAK.fullmatch(white) else " ") * len(white)


def _separator(text: str, start: int, end: int) -> str:
    if _BREAK.fullmatch(text, start, end):
        return "\n"
    if start == 0 or end == len(text):
        return ""
    before, after = text[start - 1], text[end]
    apart = before.isascii() and after.isascii() and after.isalnum()
    if apart and ((before.isdigit() and after.isdigit()) or before.isalpha()):
        return " "
    return ""


class _Folding(dict[int, int]):
    """Code point to folded code point, filled as characters are met."""

    def __missing__(self, code: int) -> int:
        if not self:
            self.update(simplified())
            self.update(_ALIKE)
            return self[code]
        folded = _narrow(chr(code))
        self[code] = super().get(ord(folded), ord(folded))
        return self[code]


def _narrow(character: str) -> str:
    if unicodedata.decomposition(character).startswith(_KEPT):
        return character
    folded = unicodedata.normalize("NFKC", character)
    return folded if len(folded) == 1 else character


_FOLDING = _Folding()
