"""Blocks of whole slides: which tags stand before a slide of the deck, and which after it.

A block's opening and its branches stand before the slide that they are written on, its closing
after the slide that it is written on: a loop that opens and closes on one slide repeats that
slide, one that closes on a later slide all from the one to the other. Where on a slide a tag is
written says nothing, so that its text boxes may lie in any order.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.tags.blocks import CELL_WORDS, Block, Fault, is_assignment, match
from generator.tags.scan import Tag

_OF_TEXT = frozenset({
    "macro", "endmacro", "call", "endcall", "filter", "endfilter", "endset", "break", "continue",
    "subdoc", *CELL_WORDS,
})  # fmt: skip
_OF_SLIDES = frozenset({"for", "if", "with", "endfor", "endif", "endwith"})
_ABOUT_SLIDES = "If it is about whole slides, write {{%slide {} %}}."
_RECURSIVE = re.compile(r"\brecursive\s*%\}$")

Numbered = Sequence[tuple[int, Tag]]


@dataclass(frozen=True, slots=True)
class Around:
    """The numbers of the tags before a slide and after it."""

    before: tuple[int, ...]
    after: tuple[int, ...]


def match_slides(slides: Sequence[Numbered]) -> tuple[list[Around], list[Fault]]:
    """The slide tags round each slide, from those written on it, and every mismatch."""
    refused = [Fault(number, *why) for s in slides for number, t in s if (why := _refused(t))]
    slides = [[pair for pair in slide if not _is_of_text(pair[1])] for slide in slides]
    ordered = _ordered(slides)
    blocks, faults = match(pair for slide in ordered for pair in slide)
    faults += refused
    faults = [replace(fault, next=fault.next.replace("{% ", "{%slide ")) for fault in faults]
    at = {number: slide for slide, tags in enumerate(slides) for number, _ in tags}
    faults += [fault for block in blocks for fault in _doubled(block, at)]
    closing = {block.tags[-1] for block in blocks if len(block.tags) > 1}
    return [
        Around(
            tuple(number for number, _ in slide if number not in closing),
            tuple(number for number, _ in slide if number in closing),
        )
        for slide in ordered
    ], faults


def hint_at_slides(faults: Sequence[Fault], lone: Mapping[int, Tag]) -> list[Fault]:
    """The faults of one slide; those of `lone` tags, which have no partner there, with a hint.

    Most often the partner is on another slide, and whole slides were meant.
    """
    return [
        replace(fault, next=f"{fault.next} {_ABOUT_SLIDES.format(tag.word)}")
        if (tag := lone.get(fault.tag)) and tag.word in _OF_SLIDES and not tag.prefix
        else fault
        for fault in faults
    ]


def _refused(tag: Tag) -> tuple[str, str] | None:
    """Why a tag cannot be about slides, and what to do."""
    if _is_of_text(tag):
        return f"{tag.word} is for what stands on a slide.", "Write it without slide."
    if tag.word == "for" and _RECURSIVE.search(tag.source):
        return "a loop over slides cannot call itself.", "Take recursive out."
    return None


def _is_of_text(tag: Tag) -> bool:
    return tag.word in _OF_TEXT or (tag.word == "set" and not is_assignment(tag.source))


def _ordered(slides: Sequence[Numbered]) -> list[list[tuple[int, Tag]]]:
    """On each slide what opens, as written, then what closes, the innermost block first."""
    open_words: list[str] = []
    ordered: list[list[tuple[int, Tag]]] = []
    for slide in slides:
        own = [pair for pair in slide if not pair[1].word.startswith("end")]
        closers = [pair for pair in slide if pair[1].word.startswith("end")]
        open_words += [tag.word for _, tag in own if tag.word in ("for", "if", "with")]
        while found := _closes(closers, open_words):
            closers.remove(found)
            own.append(found)
            open_words.pop()
        ordered.append(own + closers)
    return ordered


def _closes(closers: Numbered, open_words: Sequence[str]) -> tuple[int, Tag] | None:
    """A closing tag for the innermost open block."""
    wanted = f"end{open_words[-1]}" if open_words else ""
    return next((pair for pair in closers if pair[1].word == wanted), None)


def _doubled(block: Block, at: dict[int, int]) -> list[Fault]:
    """Branches on a slide that an earlier branch of the block shows already."""
    return [
        Fault(
            branch, "this slide belongs to another branch already.",
            "Put the tag on the first slide of its branch.",
        )
        for earlier, branch in itertools.pairwise(block.tags[:-1])
        if at[earlier] == at[branch]
    ]  # fmt: skip
