"""What is read off and taken out of a slide's finished XML, as text: no tree is built.

The XML is what lxml has written: double quotes, empty elements closed in one tag.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from dataclasses import dataclass, field

from lxml import etree

from generator.documents.packages.package import Package
from generator.documents.packages.parsing import parse
from generator.documents.skeletons.cut import DECLARATION

_TITLE = re.compile(r'<(?:\w+:)?ph\s[^<>]*?\btype="(?:ctrT|t)itle"')
_SHAPE_END = re.compile(r"</(?:\w+:)?sp>")
_PARAGRAPH_END = re.compile(r"</(?:\w+:)?p>")
_PIECE = re.compile(r"<(?:\w+:)?t(?:\s[^<>]*)?>([^<]*)</|<(?:\w+:)?(br)\b")
_HIDDEN = re.compile(r'<(?:\w+:)?sld\s[^<>]*?\bshow="(?:0|false)"')
_LINK = re.compile(
    r"<(?:\w+:)?(hlinkClick|hlinkHover|hlinkMouseOver)\b([^<>]*?)(?:/>|>.*?</(?:\w+:)?\1>)", re.S
)
_LISTED = re.compile(r"<(?:\w+:)?(sld)\s([^<>]*?)/>")  # a slide in the list of the outline view
_RELATION = re.compile(r'(?<!\w)(?:\w+:)?id="([^"]*)"')
_SHOW = re.compile(r'\baction="ppaction://customshow\?id=(\d+)')
_CREATION = re.compile(r'(<p14:creationId\b[^<>]*?\bval=")(\d+)(")')
_CREATIONS = 2**32


@dataclass(frozen=True, slots=True)
class Texts:
    """Parts of the template as such text, each made when it is first asked for."""

    package: Package
    _made: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> str:
        if name not in self._made:
            root = parse(self.package.read(name), self.package.place)
            self._made[name] = DECLARATION + etree.tostring(root, encoding="unicode")
        return self._made[name]


def title(xml: str) -> str:
    """The title as a line of escaped text; empty when the slide has none."""
    found = _TITLE.search(xml)
    if found is None:
        return ""
    end = _SHAPE_END.search(xml, found.end())
    shape = xml[found.end() : end.start() if end else len(xml)]
    lines = (
        "".join(" " if piece[2] else piece[1] for piece in _PIECE.finditer(paragraph))
        for paragraph in _PARAGRAPH_END.split(shape)
    )
    return " ".join(" ".join(lines).split())


def is_hidden(xml: str) -> bool:
    """Whether the slide is left out when the deck is shown."""
    return _HIDDEN.search(xml) is not None


def unlinked(xml: str, relations: Container[str], shows: Container[str]) -> str:
    """The XML without links (and entries of slide lists) that go by one of these relations.

    Links that start one of these custom shows go too. What was linked stays as plain text.
    """
    return _LISTED.sub(_leave_out(relations, ()), _LINK.sub(_leave_out(relations, shows), xml))


def _leave_out(relations: Container[str], shows: Container[str]) -> Callable[[re.Match[str]], str]:
    def answer(element: re.Match[str]) -> str:
        relation = _RELATION.search(element[2])
        show = _SHOW.search(element[2])
        gone = (relation and relation[1] in relations) or (show and show[1] in shows)
        return "" if gone else element[0]

    return answer


def with_own_creation(xml: str, copy: int) -> str:
    """The slide under a creation id of its own; `copy` counts the copies from 1."""

    def other(element: re.Match[str]) -> str:
        return f"{element[1]}{(int(element[2]) + copy) % _CREATIONS}{element[3]}"

    return _CREATION.sub(other, xml, count=1)
