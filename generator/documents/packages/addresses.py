"""Addresses that a link may open (ECMA-376 part 2, 6.5.3.4: a target is a URI; RFC 3986)."""

from __future__ import annotations

import re

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_OPENS = frozenset(("http", "https", "mailto", "tel", "ftp", "ftps", "sftp", "news"))
_KEPT = ":/?#[]@!$&'()*+,;=%-._~"


class NoAddress(ValueError):
    """What is given as an address opens nothing, or something that a document should not open."""


def address(text: str) -> str:
    """The address as a relationship holds it. Raises NoAddress, also for files and scripts."""
    bare = text.strip()
    if not bare:
        raise NoAddress("the address of a link is empty")
    scheme = _SCHEME.match(bare)
    if scheme and scheme[1].lower() not in _OPENS:
        raise NoAddress(f"a link cannot open an address that begins with {scheme[0]!r}")
    if bare.startswith(("\\", "//")):
        raise NoAddress("a link cannot open a folder of another machine")
    from urllib.parse import quote  # only a document with links pays for it

    return quote(bare, safe=_KEPT)
