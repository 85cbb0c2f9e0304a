"""What leaves a package with the last relationship that led to it: a picture that was replaced.

A part is in a package because relationships lead to it from the package itself, over others
(ECMA-376 part 2, 6.5): a chart that is hidden takes its workbook along.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from generator.documents.packages.links import (
    Link,
    links_in,
    owner_of,
    reached,
    read_links,
    read_part_links,
)
from generator.documents.packages.package import Member, Package, unpacked
from generator.documents.packages.relations import relations_name
from generator.documents.packages.zipping import CONTENT_TYPES

_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_DRAWING = re.compile(rb'\brelId="([^"]*)"')


def orphans(
    package: Package, members: Mapping[str, bytes | Member], gone: Collection[str]
) -> set[str]:
    """The members of a finished document that nothing leads to.

    `members` are those that differ from the template's, `gone` those that were left out already.
    What nothing led to in the template is none of our business and stays.
    """
    before = read_links(package)
    after = {part: links for part, links in before.items() if relations_name(part) not in gone}
    for name, data in members.items():
        part = owner_of(name)
        if part is not None:
            after[part] = links_in(package, part, unpacked(data))
    strange = package.members.keys() - _reached(before)
    names = (package.members.keys() - set(gone)) | members.keys()
    parts = {name for name in names if name != CONTENT_TYPES and owner_of(name) is None}
    return parts - _reached(after) - strange


def _reached(links: Mapping[str, tuple[Link, ...]]) -> set[str]:
    return set(reached(links, "", lambda _: True))


def drawing_of_diagram(package: Package, part: str, relation: str) -> str:
    """The relationship of a SmartArt's drawing, which only its data part names; empty for none."""
    for link in read_part_links(package, part):
        if link.id == relation and link.kind == "diagramData" and link.target in package:
            found = _DRAWING.search(package.read(link.target))
            return found[1].decode() if found else ""
    return ""


def without_relations(xml: bytes | None, ids: Collection[str]) -> bytes | None:
    """A relationships part without some of them."""
    if xml is None or not ids:
        return xml
    from lxml import etree

    root = etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))
    for node in list(root):
        if node.get("Id") in ids:
            root.remove(node)
    return _HEAD + etree.tostring(root)
