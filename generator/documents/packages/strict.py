"""Strict files (ISO/IEC 29500-1 annex A): the same words under namespaces of their own.

A Strict part is read as if it were transitional and goes out Strict again. Only names inside tags
are changed, so a document that speaks of namespaces keeps its text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.documents.packages.package import Member

MARK = b"http://purl.oclc.org/ooxml/"

_STRICT = "http://purl.oclc.org/ooxml/"
_LOOSE = "http://schemas.openxmlformats.org/"
_VOCABULARIES = (
    "wordprocessingml", "presentationml", "spreadsheetml", "drawingml", "officeDocument",
    "schemaLibrary",
)  # fmt: skip
# Three names differ beyond the year: the same relation and namespace, spelt anew.
_SPELT = {
    "officeDocument/customProperties": "officeDocument/custom-properties",
    "officeDocument/extendedProperties": "officeDocument/extended-properties",
    "officeDocument/relationships/customProperties": (
        "officeDocument/relationships/custom-properties"
    ),
    "officeDocument/relationships/extendedProperties": (
        "officeDocument/relationships/extended-properties"
    ),
}
_SPELT_BACK = {loose: strict for strict, loose in _SPELT.items()}

_TAG = r"<[^<>!?][^<>]*"
_STRICT_TAG = re.compile(f"{_TAG}{re.escape(_STRICT)}[^<>]*")
_LOOSE_TAG = re.compile(f"{_TAG}{re.escape(_LOOSE)}[^<>]*")
_STRICT_NAME = re.compile(rf"(?<=[\"']){re.escape(_STRICT)}({'|'.join(_VOCABULARIES)})/([^\"']*)")
_LOOSE_NAME = re.compile(
    rf"(?<=[\"']){re.escape(_LOOSE)}({'|'.join(_VOCABULARIES)})/2006/([^\"']*)"
)


def to_loose(xml: str) -> str:
    """A part's XML with transitional names; `<` and `>` in values are escaped, as lxml does."""
    return _STRICT_TAG.sub(lambda tag: _STRICT_NAME.sub(_loose, tag[0]), xml)


def to_strict(xml: str) -> str:
    """A part's XML with Strict names."""
    return _LOOSE_TAG.sub(lambda tag: _LOOSE_NAME.sub(_strict, tag[0]), xml)


def _loose(name: re.Match[str]) -> str:
    words = f"{name[1]}/{name[2]}"
    vocabulary, _, rest = _SPELT.get(words, words).partition("/")
    return f"{_LOOSE}{vocabulary}/2006/{rest}"


def _strict(name: re.Match[str]) -> str:
    words = f"{name[1]}/{name[2]}"
    return _STRICT + _SPELT_BACK.get(words, words)


def strictly(members: Mapping[str, bytes | Member]) -> dict[str, bytes | Member]:
    """The members of a document with every XML part among them in Strict names."""
    return {
        name: to_strict(data.decode()).encode()
        if isinstance(data, bytes) and name.endswith((".xml", ".rels"))
        else data
        for name, data in members.items()
    }
