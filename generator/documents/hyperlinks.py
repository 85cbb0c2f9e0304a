"""Links whose address holds tags: the address stands outside the part, in its relationships.

It is written into the attribute that names the relationship, between two late marks, and so filled
like any other attribute, turn by turn; when the document is made each address gets a relationship
of its own (``L`` … ``L/``).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from generator.documents.packages.links import Link, read_part_links
from generator.documents.packages.package import Package
from generator.documents.skeletons.marks import token_text
from generator.documents.vocabulary import R

LINK_MARKS = ("L", "L/")
_KIND = "hyperlink"
_ENCODED = re.compile("%7[Bb]%(?:7[Bb]|25)")
_TAG = re.compile(r"\{[{%]")
_FILLED = re.compile("\x02L\x03((?:[^\x02]|\x02u[0-9]+\x03)*)\x02L/\x03")
_MARK = re.compile("\x02u[0-9]+\x03")  # tells a figure's place, and stays where it is
_ENTITIES = (
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", '"'),
    ("&#10;", ""),
    ("&#9;", ""),
    ("&amp;", "&"),
)


def open_links(package: Package, part: str, root: etree._Element) -> frozenset[str]:
    """Write addresses with tags to where they are used; the ids of their relationships."""
    tagged = {link.id: _address(link.written) for link in tagged_links(package, part)}
    for node in root.iter(etree.Element) if tagged else ():
        for name, value in node.attrib.items():
            if str(name).startswith(f"{{{R}}}") and str(value) in tagged:
                opened, closed = map(token_text, LINK_MARKS)
                node.set(name, f"{opened}{tagged[str(value)]}{closed}")
    return frozenset(tagged)


def tagged_links(package: Package, part: str) -> list[Link]:
    """The links of a part whose addresses hold tags."""
    return [
        link
        for link in read_part_links(package, part)
        if not link.target and link.kind == _KIND and _TAG.search(_address(link.written))
    ]


def _address(written: str) -> str:
    """The address as it was typed: Word writes the braces of a tag as %7B and %7D."""
    if not _ENCODED.search(written):
        return written
    from urllib.parse import unquote  # only a template with such links pays for it

    return unquote(written)


def close_links(text: str, relation: Callable[[str], str]) -> str:
    """The part's text with the ids of the relationships that its addresses get."""
    if "\x02L\x03" not in text:
        return text

    def closed(filled: re.Match[str]) -> str:
        address = _MARK.sub("", filled[1])
        return "".join(_MARK.findall(filled[1])) + relation(_plain(address))

    return _FILLED.sub(closed, text)


def _plain(address: str) -> str:
    for entity, char in _ENTITIES:
        address = address.replace(entity, char)
    return address
