"""A member looked at before anything trusts it: its real size, its check sum, how its XML begins.

What is never unpacked again goes out as it came in, so this is the one time that somebody looks.
A document type can only stand before the first element (XML 1.0, 2.8): more is not read for it.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import Final

_DEFLATED: Final = 8
_PIECE = 1 << 18
_PROLOG_MOST = 1 << 16
_PAGES = (".htm", ".html", ".mht")  # web pages in a document, which are no XML
_TOO_LARGE = "unpacks to more than is allowed or declared"

_DECLARED = re.compile(r"""^<\?xml\b[^>]*?\bencoding\s*=\s*["']([^"']*)["']""")
_BEFORE_ROOT = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->", re.S)
# In these every byte below 128 that means anything to XML is itself.
_READABLE = re.compile(
    r"utf-?8|us-ascii|ascii|iso-8859-\d+|windows-\d+|gbk|gb2312|gb18030|big5", re.IGNORECASE
)
_WIDE = re.compile(r"utf-?16(le|be)?|iso-10646-ucs-2", re.IGNORECASE)


class Unsound(Exception):
    """What is wrong with a member, in words, and what to do."""

    def __init__(self, problem: str, step: str) -> None:
        super().__init__(problem)
        self.problem, self.step = problem, step


def vet(name: str, method: int, crc: int, size: int, raw: bytes) -> None:
    """Unpack a member piece by piece and look at its beginning. Raises Unsound."""
    head = b""
    found = total = 0
    for piece in _pieces(name, method, raw):
        total += len(piece)
        if total > size:
            raise Unsound(f"{name} {_TOO_LARGE}.", "Use a smaller file.")
        found = zlib.crc32(piece, found)
        if len(head) < _PROLOG_MOST:
            head += piece[: _PROLOG_MOST - len(head)]
    if total < size or found != crc:
        raise _damaged(name, "its check sum is wrong")
    if not name.lower().endswith(_PAGES):
        _check_prolog(name, head)


def _pieces(name: str, method: int, raw: bytes) -> Iterator[bytes]:
    if method != _DEFLATED:
        yield raw
        return
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    rest = raw
    try:
        while not stream.eof:
            piece = stream.decompress(rest, _PIECE)
            rest = stream.unconsumed_tail
            if not piece and not rest:
                break
            yield piece
    except zlib.error as reason:
        raise _damaged(name, str(reason)) from None
    if not stream.eof or stream.unused_data:
        raise _damaged(name, "its end is not where it should be")


def _damaged(name: str, reason: str) -> Unsound:
    return Unsound(f"{name!r} is damaged ({reason}).", "Save it again in Office.")


def _check_prolog(name: str, head: bytes) -> None:
    text = _as_text(name, head)
    at = 0
    while found := _BEFORE_ROOT.match(text, at):
        at = found.end()
    if text.startswith("<!DOCTYPE", at):
        raise Unsound(f"{name!r} declares a document type.", "Save the file again in Office.")
    if text.startswith(("<!", "<?"), at):
        raise Unsound(f"{name!r} does not begin as XML does.", "Save the file again in Office.")


def _as_text(name: str, head: bytes) -> str:
    """The beginning of a part in characters; nothing for what is no XML."""
    if head.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        raise _strange(name, "UTF-32")
    wide = _wide(head)
    if wide:
        return head[: len(head) // 2 * 2].decode(wide, "replace").lstrip("\ufeff")
    text = head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")
    if not text.lstrip().startswith("<"):
        return ""
    declared = _DECLARED.match(text)
    if declared and not _READABLE.fullmatch(declared[1]):
        raise _strange(name, declared[1])
    return text


def _wide(head: bytes) -> str:
    """Which UTF-16 a part is in, by its first character; the empty text where it is in none."""
    if head.startswith((b"\xff\xfe", b"<\0")):
        return "utf-16-le"
    return "utf-16-be" if head.startswith((b"\xfe\xff", b"\0<")) else ""


def _strange(name: str, encoding: str) -> Unsound:
    return Unsound(
        f"{name!r} is written in {encoding}, which Office does not use.",
        "Save the file again in Office.",
    )


def in_utf8(xml: bytes) -> bytes:
    """A part in UTF-8, whichever of the two encodings of Office it came in (part 2, 6.2.5)."""
    wide = _wide(xml[:2])
    if not wide:
        return xml
    text = xml.decode(wide, "replace").lstrip("\ufeff")
    declared = _DECLARED.match(text)
    if declared and _WIDE.fullmatch(declared[1]):
        text = text[: declared.start(1)] + "UTF-8" + text[declared.end(1) :]
    return text.encode("utf-8", "replace")
