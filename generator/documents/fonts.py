"""Which typefaces an Office file names."""

from __future__ import annotations

import re

from generator.documents.packages.package import own_package
from generator.model import NOWHERE

_PARTS = re.compile(
    r"word/(document|styles|header\d*|footer\d*|footnotes|endnotes)\.xml"
    r"|ppt/(slides|slideLayouts|slideMasters)/[^/]+\.xml|(word|ppt)/(theme/theme1|charts/[^/]+)\.xml"
)
_NAMED = re.compile(
    r'<a:(?:latin|ea|cs) typeface="([^"+]+)"|w:(?:ascii|hAnsi|eastAsia|cs)="([^"]+)"(?=[^<>]*/>)'
)
_LANGUAGE = re.compile(r"[a-z]{2}-[A-Z]{2}$")  # w:lang has an attribute of the same name


def fonts_named(data: bytes) -> list[str]:
    """The faces that a finished file asks for by name, in order; those of themes included."""
    package = own_package(data, NOWHERE)
    found: set[str] = set()
    for name in package.members:
        if _PARTS.fullmatch(name):
            xml = package.read(name).decode(errors="replace")
            found.update(drawn or word for drawn, word in _NAMED.findall(xml))
    return sorted(name for name in found if not _LANGUAGE.match(name))
