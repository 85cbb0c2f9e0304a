"""Finding the tags in a string: ``{{ value }}``, ``{% block %}``, ``{# comment #}``, raw text.

The string is what somebody typed in Word: quotes may be curly, blanks may be of any width, and a
tag's own strings and braces may hold what looks like its end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["value", "block", "comment", "raw"]

WHOLES = ("slide", "shape")  # prefixes of tags that are about whole slides or a whole shape
SLIPS_MOST = 20  # in one text; each may cost a look at all that follows

_OPEN = re.compile(r"\{_[{%#]|[}%#]_\}|\{\{|\{%|\{#|\}\}|%\}|#\}")
_CLOSING = ("}}", "%}", "#}")
_RAW = re.compile(r"\{%[-+]?\s*raw\s*[-+]?%\}")
_RAW_END = re.compile(r"\{%[-+]?\s*endraw\s*[-+]?%\}")
_CLOSERS = {'"': '"', "'": "'", "“": '”“"', "”": '”"', "‘": "’‘'", "’": "’'"}
_STRAIGHT = {"“": '"', "”": '"', "‘": "'", "’": "'"}
_BRACKETS = {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}
_WHOLE = re.compile(r"(slide|shape)\s+(?=[a-z])")  # before the word of a block of slides, shapes
_BLOCK_PREFIX = re.compile(r"(p|tr|tc|r)\s")
_VALUE_PREFIX = re.compile(
    r"(p|tr|tc|r)\s+(?!(?:if|in|is|and|or|not\s+in)\b)(?=[\w\"'“‘”’(\[{])"
)  # in ``{{ p if x }}`` and the like p is a name
_COMMENT_PREFIX = re.compile(r"(p|tr|tc)\s")
_PREFIXES = {"{{": _VALUE_PREFIX, "{%": _BLOCK_PREFIX, "{#": _COMMENT_PREFIX}
_DRAWN = re.compile(r"\s*(chart|picture|subdoc)\s*\(")
_WORD = re.compile(r"\w+|\S+")
_OF_CELLS = ("colspan", "cellbg")


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag in a string: `start` to `end`, `written` as typed, `source` as Jinja reads it.

    `word` is the first word of a block tag, and ``chart``, ``picture`` or ``subdoc`` for a value
    that asks for one. `literal` is the text of a raw stretch. `prefix` says what of the document
    the tag stands for: ``p`` its paragraph, ``tr`` its row, ``tc`` its cell, ``r`` its run; in a
    deck ``slide`` whole slides, ``shape`` a whole shape. `source` and `word` are without it.
    `left` and `right` are dashes of a block tag, which join it with what stands there.
    """

    kind: Kind
    start: int
    end: int
    written: str
    source: str
    word: str = ""
    literal: str | None = None
    prefix: str = ""
    left: bool = False
    right: bool = False


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
        else:
            slips.append(tag)
            at = found.end()
    return tags, slips


def _read(string: str, start: int, opener: str) -> Tag | Slip:
    if "_" in opener:
        return Tag("raw", start, start + 3, opener, "", "raw", opener.replace("_", ""))
    if opener in _CLOSING:
        step = f"Remove it, or write {opener[0]}_{opener[1]} if it is meant as text."
        return Slip(start, opener, f"{opener} closes a tag that was never opened.", step)
    if opener == "{#":
        end = string.find("#}", start)
        if end < 0:
            return _unclosed(string, start, "#}")
        written = string[start : end + 2]
        return Tag("comment", start, end + 2, written, "", prefix=_prefix(written))
    if opener == "{%" and (raw := _RAW.match(string, start)):
        return _read_raw(string, start, raw.end())
    source, end = _read_inside(string, start + 2, "}}" if opener == "{{" else "%}")
    if end < 0:
        return _unclosed(string, start, "}}" if opener == "{{" else "%}")
    written = string[start:end]
    if opener == "{{":
        return _value(start, written, _without_dashes(source, steers=False)[0])
    return _block(start, written, source)


def _value(start: int, written: str, inside: str) -> Tag:
    prefix = _prefix(written)
    inside = inside.removeprefix(prefix).strip()
    drawn = _DRAWN.match(inside)
    word = drawn.group(1) if drawn else ""
    source = f"{{{{ {inside} }}}}"
    return Tag("value", start, start + len(written), written, source, word, prefix=prefix)


def _block(start: int, written: str, source: str) -> Tag:
    prefix = _prefix(written)
    inside, left, right = _without_dashes(source.removeprefix(prefix), steers=True)
    whole = None if prefix else _WHOLE.match(inside)
    if whole:
        prefix, inside = whole.group(1), inside[whole.end() :]
    found = _WORD.match(inside)
    word = found.group() if found else ""
    rest = inside[len(word) :].strip()
    end = start + len(written)
    if word == "include" and rest:
        source = f"{{{{ subdoc({rest}) }}}}"
        return Tag("value", start, end, written, source, "subdoc", prefix=prefix)
    code = f"{{{{ ({rest})|{word} }}}}" if word in _OF_CELLS else f"{{% {inside} %}}"
    left, right = left and not prefix, right and not prefix
    return Tag("block", start, end, written, code, word, None, prefix, left, right)


def _prefix(written: str) -> str:
    found = _PREFIXES[written[:2]].match(written, 2)
    return found.group(1) if found else ""


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


def _without_dashes(source: str, steers: bool) -> tuple[str, bool, bool]:
    """A tag's inside, and whether a dash stood before it and after it; a plus means nothing.

    In a value ``-x`` is a negative number, in a tag that `steers` a dash is always a dash.
    """
    left = source[:1] in ("-", "+") and (source[1:2].isspace() or steers)
    right = source[-1:] in ("-", "+")
    inside = source[left : len(source) - right]
    return inside.strip(), source[:1] == "-" and left, source[-1:] == "-"


def _unclosed(string: str, start: int, closer: str) -> Slip:
    written = string[start : start + 40]
    return Slip(
        start, written, f"The tag is not closed in its paragraph: {closer} is missing.",
        f"Write {closer} where the tag ends and check its quotes, or write "
        f"{{_{string[start + 1]} if it is meant as text.",
    )  # fmt: skip
