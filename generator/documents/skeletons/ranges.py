"""Marks of a beginning and an end that stand apart: bookmarks, comments, permissions.

A block may take one of two marks along and leave the other, which then marks nothing (ECMA-376
part 1, 17.13.2: every beginning has its end, by id). What of these stands in a paragraph or row
that goes with its tags stays where that was.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator.documents.skeletons.cut import Cut
from generator.documents.skeletons.references import outside
from generator.documents.vocabulary import W, names

COMMENT_RANGES = names(W, "commentRangeStart", "commentRangeEnd")
RANGES = COMMENT_RANGES | names(W, "bookmarkStart", "bookmarkEnd", "permStart", "permEnd")
COMMENT_REFERENCE = f"{{{W}}}commentReference"

_MARK = re.compile(
    r"<w:(bookmark|commentRange|perm)(Start|End)\b[^<>]*?\bw:id=\"([^\"]*)\"[^<>]*/>"
)


def may_part(parts: Cut, groups: Iterable[Sequence[int]]) -> bool:
    """Whether a block holds such a mark, so that one may come without the other."""
    return sum(map(_count, parts.fragments)) > sum(map(_count, outside(parts, groups)))


def _count(text: str) -> int:
    return len(_MARK.findall(text))


def in_pairs(text: str) -> str:
    """A finished part without marks that have lost their other one.

    The beginning of a bookmark stays, and ends where it begins: others may refer to it.
    """
    found = {"Start": set[tuple[str, str]](), "End": set[tuple[str, str]]()}
    for kind, side, id in _MARK.findall(text):
        found[side].add((kind, id))
    lost = found["Start"] ^ found["End"]
    if not lost:
        return text

    def left(mark: re.Match[str]) -> str:
        kind, side, id = mark.groups()
        if (kind, id) not in lost:
            return mark[0]
        point = kind == "bookmark" and side == "Start"
        return f'{mark[0]}<w:bookmarkEnd w:id="{id}"/>' if point else ""

    return _MARK.sub(left, text)
