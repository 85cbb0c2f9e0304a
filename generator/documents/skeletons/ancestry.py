"""Where nodes of a tree stand to one another."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree


def common_ancestor(nodes: Sequence[etree._Element]) -> etree._Element:
    """The nearest element that holds all the nodes."""
    chains = [list(reversed([node, *node.iterancestors()])) for node in nodes]
    common = chains[0][0]
    for level in zip(*chains, strict=False):
        if any(other is not level[0] for other in level):
            break
        common = level[0]
    return common


def child_of(ancestor: etree._Element, node: etree._Element) -> etree._Element:
    """The child of `ancestor` that is or holds `node`."""
    child = node
    for parent in node.iterancestors():
        if parent is ancestor:
            break
        child = parent
    return child
