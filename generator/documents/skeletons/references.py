"""What a part names that stands outside it: relationships, and the comments hung on its text.

What a block hides names nothing any more, and what it named must not go along unseen: the picture,
the chart with its workbook, the address, the comment. Each reference is known by the text that
names it in the part, its `needle`; a needle that always stands in the finished part needs no look.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml import etree

from generator.documents.skeletons.cut import Cut
from generator.documents.skeletons.marks import OPEN
from generator.documents.vocabulary import R, W

_NAMES = {"r": R, "w": W, "o": "urn:schemas-microsoft-com:office:office"}
_NOTES = "[not(ancestor::w:footnote[ancestor::w:p] or ancestor::w:endnote[ancestor::w:p])]"
_COMMENT = '<w:commentReference w:id="'


def relation_needle(id: str) -> str:
    """How a relationship is named."""
    return f'="{id}"'


def comment_needle(id: str) -> str:
    """How a comment is named where it hangs."""
    return f'{_COMMENT}{id}"'


def named_relation(needle: str) -> str:
    """The relationship that a needle is for; empty where it is for a comment."""
    return "" if needle.startswith(_COMMENT) else needle[2:-1]


def named_comment(needle: str) -> str:
    """The comment that a needle is for; empty where it is for a relationship."""
    return needle[len(_COMMENT) : -1] if needle.startswith(_COMMENT) else ""


def needles(root: etree._Element) -> frozenset[str]:
    """Everything that a part names; notes that stand at their references are another part's."""
    ids = _found(root, f"//@r:*{_NOTES}") + _found(root, f"//@o:relid{_NOTES}")
    comments = _found(root, "//w:commentReference/@w:id")
    named = [relation_needle(id) for id in ids if id and OPEN not in id]
    return frozenset([*named, *map(comment_needle, comments)])


def _found(root: etree._Element, path: str) -> list[str]:
    return [str(value) for value in root.xpath(path, namespaces=_NAMES)]  # type: ignore[union-attr]


def loose(parts: Cut, groups: Iterable[Sequence[int]], named: Iterable[str]) -> frozenset[str]:
    """Those needles that stand in no fragment that is always shown."""
    always = "".join(outside(parts, groups))
    return frozenset(needle for needle in named if needle not in always)


def outside(parts: Cut, groups: Iterable[Sequence[int]]) -> list[str]:
    """The fragments outside of all blocks."""
    steps: dict[int, int] = {}
    for opening, *_, closing in (group for group in groups if len(group) > 1):
        steps[opening], steps[closing] = 1, -1
    depth, found = 0, [parts.fragments[0]]
    for slot, fragment in zip(parts.slots, parts.fragments[1:], strict=True):
        depth += steps.get(slot.number, 0)
        if not depth:
            found.append(fragment)
    return found
