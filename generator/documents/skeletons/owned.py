"""Places alone in their paragraph own it, so that whole paragraphs can stand where a tag stood.

The paragraph's edges move from the constant text into the slot: a plain value is written between
them, a block of paragraphs or a table takes their place. Spelling marks and bookmarks beside the
tag do not count as company (ECMA-376 part 1, 17.3.1 and 21.1.2.2).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from generator.documents.skeletons.cut import Cut
from generator.documents.vocabulary import WORD, Vocabulary

_RANGES = (
    r"(?:<w:(?:proofErr|bookmarkStart|bookmarkEnd|permStart|permEnd)\b[^<>]*/>|\x02[^\x03]*\x03)*"
)


@dataclass(frozen=True, slots=True)
class _Edges:
    """How a paragraph of a format begins before its only tag, and ends after it."""

    starts: tuple[str, str]
    opener: re.Pattern[str]
    closer: re.Pattern[str]


_WORD = _Edges(
    ("<w:p>", "<w:p "),
    re.compile(r"<w:p(?: [^<>]*)?>(?:<w:pPr/>|<w:pPr>.*?</w:pPr>)?" + _RANGES, re.S),
    re.compile(_RANGES + "</w:p>"),
)
_SLIDES = _Edges(
    ("<a:p>", "<a:p "),
    re.compile(r"<a:p(?: [^<>]*)?>(?:<a:pPr\b[^<>]*/>|<a:pPr\b.*?</a:pPr>)?", re.S),
    re.compile(
        r"(?:<a:endParaRPr\b[^<>]*/>|<a:endParaRPr\b[^<>]*>.*?</a:endParaRPr>)?</a:p>", re.S
    ),
)


def own_paragraphs(cut: Cut, words: Vocabulary) -> Cut:
    """The same cut, in which the edges of such paragraphs belong to their slots."""
    edges = _WORD if words is WORD else _SLIDES
    fragments, slots = list(cut.fragments), list(cut.slots)
    for at, slot in enumerate(slots):
        closer = edges.closer.match(fragments[at + 1]) if slot.head and not slot.before else None
        start = _paragraph_start(fragments[at], edges) if closer else -1
        if closer is None or start < 0:
            continue
        slots[at] = replace(slot, before=fragments[at][start:], after=closer[0])
        fragments[at] = fragments[at][:start]
        fragments[at + 1] = fragments[at + 1][closer.end() :]
    return Cut(tuple(fragments), tuple(slots))


def _paragraph_start(fragment: str, edges: _Edges) -> int:
    """Where the paragraph begins of which only the start stands at the end of a fragment."""
    start = max(fragment.rfind(edges.starts[0]), fragment.rfind(edges.starts[1]))
    return start if start >= 0 and edges.opener.fullmatch(fragment, start) else -1
