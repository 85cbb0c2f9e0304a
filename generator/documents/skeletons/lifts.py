"""Tags at the edge of a link or content control, whose block goes on outside of it, come out.

A block's tags must stand among the same neighbours. A tag with nothing but other tags before it,
or after it, stands as well before or after the element that holds it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from lxml import etree

from generator.documents.skeletons.ancestry import common_ancestor
from generator.documents.vocabulary import Vocabulary


def lift_tokens(
    groups: Iterable[Sequence[int]], tokens: Mapping[int, etree._Element], words: Vocabulary
) -> None:
    """Bring the tokens of each block among the same neighbours, where that changes nothing."""
    for group in groups:
        own = [tokens[number] for number in group if number in tokens]
        if len(own) < 2 or len({mark.getparent() for mark in own}) == 1:
            continue
        common = common_ancestor(own)
        for mark in own:
            while mark.getparent() is not common and _lift(mark, words):
                pass


def _lift(mark: etree._Element, words: Vocabulary) -> bool:
    """Move a token out of its parent, with the tokens between it and the edge."""
    parent = mark.getparent()
    if parent is None or parent.tag not in words.transparent or parent.getparent() is None:
        return False
    lead = [mark, *mark.itersiblings(preceding=True)]
    if all(_is_mark(node) or node.tag in words.ignored for node in lead):
        for node in reversed([node for node in lead if _is_mark(node)]):
            parent.addprevious(node)
        return True
    tail = [mark, *mark.itersiblings()]
    if all(_is_mark(node) for node in tail):
        for node in reversed(tail):
            parent.addnext(node)
        return True
    return False


def _is_mark(node: etree._Element) -> bool:
    text = node.text or ""
    return isinstance(node, etree._ProcessingInstruction) and text.isdigit()
