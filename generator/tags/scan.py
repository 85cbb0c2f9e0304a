"""Finding the tags in a string: ``{{ value }}``, ``{% block %}``, ``{# comment #}``, raw text.

The string is what somebody typed in Word: quotes may be curly, blanks may be of any width, and a
tag's own strings and braces may hold what looks like its end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["value", "block", "comment", "raw"]

SLIPS_MOST = 20  # in one text; each may cost a look at all that follows

_OPEN = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_CLOSING = ("}}", "%}", "#}")
_RAW = re.compile(r"\{%[-+]?\s*raw\s*[-+]?%\}")
_RAW_END = re.compile(r"\{%[-+]?\s*endraw\s*[-+]?%\}")
_CLOSERS = {'"': '"', "'": "'", "“": '”“"', "”": '”"', "‘": "’‘'", "’": "’'"}
_STRAIGHT = {"“": '"', "”": '"', "‘": "'", "’": "'"}
_BRACKETS = {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}
_PREFIX = re.compile(r"(p|tr|tc|r)\s+[\w\"'“‘(]")
_DRAWN = re.compile(r"\s*(chart|picture)\s*\(")
_WHOLE = re.compile(r"(slide|shape)\s+(?=[a-z])")  # before the word of a block of slides, shapes


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag in a string: `start` to `end`, `written` as typed, `source` as Jinja reads it.

    `word` is the first word of a block tag, and ``chart`` or ``picture`` for a value that asks
    for one. `literal` is the text of a raw stretch. `prefix` is ``slide`` or ``shape`` for a
    block of whole slides or a whole shape; `source` and `word` are without it.
    """

    kind: Kind
    start: int
    end: int
    written: str
    source: str
    word: str = ""
    literal: str | None = None
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class Slip:
    """A tag that cannot be read: where it starts, what is wrong, what to do."""

    start: int
    written: str
    problem: str
    next: str


def scan(string: str) -> tuple[list[Tag], list[Slip]]:
    """All tags of a string in order, and all that could not be read."""
    tags: list[Tag] = []
    slips: list[Slip] = []
    at = 0
    lost = False  # after a tag that never ends, a closer is most likely its own
    while len(slips) < SLIPS_MOST and (found := _OPEN.search(string, at)):
        if lost and found.group() in _CLOSING:
            at = found.end()
            continue
        tag = _read(string, found.start(), found.group())
        lost = isinstance(tag, Slip) and found.group() not in _CLOSING
        if isinstance(tag, Tag):
            tags.append(tag)
            at = tag.end
            prefix = _PREFIX.match(tag.written, 2)
            if prefix and tag.kind in ("value", "block"):
                slips.append(_prefixed(tag, prefix.group(1)))
        else:
            slips.append(tag)
            at = found.end()
    return tags, slips


def _read(string: str, start: int, opener: str) -> Tag | Slip:
    if opener in _CLOSING:
        return Slip(start, opener, f"{opener} closes a tag that was never opened.", "Remove it.")
    if opener == "{#":
        end = string.find("#}", start)
        if end < 0:
            return _unclosed(string, start, "#}")
        return Tag("comment", start, end + 2, string[start : end + 2], "")
    if opener == "{%" and (raw := _RAW.match(string, start)):
        return _read_raw(string, start, raw.end())
    closer = "}}" if opener == "{{" else "%}"
    source, end = _read_inside(string, start + 2, closer)
    if end < 0:
        return _unclosed(string, start, closer)
    inside = _trimmed(source)
    written = string[start:end]
    if opener == "{{":
        drawn = _DRAWN.match(inside)
        word = drawn.group(1) if drawn else ""
        return Tag("value", start, end, written, f"{{{{ {inside} }}}}", word)
    whole = _WHOLE.match(inside)
    prefix = whole.group(1) if whole else ""
    inside = inside[whole.end() :] if whole else inside
    word = inside.split(None, 1)[0] if inside.split() else ""
    return Tag("block", start, end, written, f"{{% {inside} %}}", word, prefix=prefix)


def _read_raw(string: str, start: int, inside: int) -> Tag | Slip:
    end = _RAW_END.search(string, inside)
    if end is None:
        return Slip(
            start, string[start:inside], "The raw text is not closed in its paragraph.",
            "Write {% endraw %} in the same paragraph.",
        )  # fmt: skip
    literal = string[inside : end.start()]
    return Tag("raw", start, end.end(), string[start : end.end()], "", "raw", literal)


def _read_inside(string: str, at: int, closer: str) -> tuple[str, int]:
    """The tag's inside with straight quotes and plain blanks, and its end (-1: none)."""
    out: list[str] = []
    depth = 0
    while at < len(string):
        char = string[at]
        if depth == 0 and string.startswith(closer, at):
            return "".join(out), at + 2
        if char in _CLOSERS:
            literal, at = _read_string(string, at)
            if at < 0:
                return "", -1
            out.append(literal)
            continue
        depth += _BRACKETS.get(char, 0)
        out.append(" " if char.isspace() else char)
        at += 1
    return "", -1


def _read_string(string: str, at: int) -> tuple[str, int]:
    """A string literal, its delimiters straight, and where it ends (-1: nowhere)."""
    closers = _CLOSERS[string[at]]
    quote = _STRAIGHT.get(string[at], string[at])
    out = [quote]
    at += 1
    while at < len(string):
        char = string[at]
        if char == "\\" and at + 1 < len(string):
            out.append(string[at : at + 2])
            at += 2
            continue
        if char in closers:
            return "".join([*out, quote]), at + 1
        out.append({"\n": "\\n", "\t": "\\t", quote: "\\" + quote}.get(char, char))
        at += 1
    return "", -1


def _trimmed(source: str) -> str:
    """Without the marks that trim blanks in text files: places decide here."""
    inside = source.strip()
    if inside[:1] in ("-", "+") and inside[1:2].isspace():
        inside = inside[1:]
    if inside[-1:] in ("-", "+"):
        inside = inside[:-1]
    return inside.strip()


def _unclosed(string: str, start: int, closer: str) -> Slip:
    written = string[start : start + 40]
    return Slip(
        start, written, f"The tag is not closed in its paragraph: {closer} is missing.",
        f"Write {closer} where the tag ends; check its quotes too.",
    )  # fmt: skip


def _prefixed(tag: Tag, prefix: str) -> Slip:
    return Slip(
        tag.start, tag.written, f"The prefix {prefix!r} is not known here.",
        "Remove it: what a block repeats is read off where its tags stand.",
    )  # fmt: skip
