"""What leaves a package with the last relationship that led to it: a picture that was replaced."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from generator.documents.packages.links import read_links
from generator.documents.packages.package import Package

_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True, slots=True)
class Dropped:
    """Relationships that went, by part and id."""

    package: Package
    relations: Mapping[str, Collection[str]]

    def members(self) -> frozenset[str]:
        """The members that nothing else leads to."""
        if not self.relations:
            return frozenset()
        left, lost = set[str](), set[str]()
        for part, links in read_links(self.package).items():
            for link in links:
                gone = link.id in self.relations.get(part, ())
                (lost if gone else left).add(link.target)
        return frozenset(lost - left).intersection(self.package.members)


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
