"""Which of its kind a node is: "row 3". Counted once a part, so that long parts cost no more."""

from __future__ import annotations

from lxml import etree


class Ordinals:
    """The numbers of the nodes of one tree, from 1; the tree must not change meanwhile."""

    def __init__(self) -> None:
        self._among: dict[etree._Element, int] = {}
        self._whole: dict[etree._Element, int] = {}

    def among_siblings(self, node: etree._Element) -> int:
        """Which of its kind among its siblings."""
        if node not in self._among:
            parent = node.getparent()
            siblings = [node] if parent is None else parent.iterchildren(node.tag)
            self._among.update((one, number) for number, one in enumerate(siblings, 1))
        return self._among[node]

    def in_part(self, node: etree._Element) -> int:
        """Which of its kind in the whole part."""
        if node not in self._whole:
            every = node.getroottree().getroot().iter(node.tag)
            self._whole.update((one, number) for number, one in enumerate(every, 1))
        return self._whole[node]
