"""Which of a part's tags belong together, and what the blocks that catch text hold.

A block that catches text (a set, filter or call block, a macro in one text) keeps that text in the
program itself: each of its tags takes the text behind it along, and nothing of it is left in the
document.
"""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, replace

from generator.documents.skeletons.cells import SLOTS, CellAsk
from generator.documents.skeletons.decisions import Group, Scopes
from generator.documents.skeletons.marks import Spot
from generator.documents.skeletons.skeleton import Structure
from generator.documents.skeletons.texts import looks_alike
from generator.documents.vocabulary import Vocabulary
from generator.tags.blocks import CAUGHT, CELL_WORDS, Block, Fault
from generator.tags.scan import Tag

_RECURSIVE = re.compile(r"\brecursive\s*%\}$")
_PRINTS = ("call", "filter")


@dataclass(slots=True)
class Found:
    """A tag of the file: where it stands, and in which text; `source` is what the program reads.

    `is_caught` is true inside a block that catches text.
    """

    tag: Tag
    where: str
    spot: Spot
    source: str
    member: str
    is_caught: bool = False


def _may_be_picture(found: Found) -> bool:
    """Whether the tag is all that stands in its text: the picture there may be its value."""
    tag = found.tag
    return tag.kind == "value" and found.spot.text.string.strip() == tag.written


def catch_texts(
    found: MutableMapping[int, Found], blocks: Iterable[Block], words: Vocabulary
) -> list[Fault]:
    """Let blocks that catch text take it along; those that hold more than text are refused."""
    faults: list[Fault] = []
    catching = [b for b in blocks if b.word in CAUGHT and len(b.tags) > 1]
    for block in sorted(catching, key=lambda block: block.tags[0]):
        opening, closing = found[block.tags[0]], found[block.tags[-1]]
        if opening.is_caught:
            continue
        if _holds_text(opening, closing, words):
            _catch(found, block)
        elif block.word != "macro":
            problem = f"What {block.word} holds is more than text of one look."
            step = "Keep it in one text, or make it a macro and show that by itself."
            faults.append(Fault(block.tags[0], problem, step))
    return faults


def structure_of(
    found: Mapping[int, Found],
    blocks: Sequence[Block],
    numbers: Iterator[int],
    scopes: Scopes,
    enclosed: Sequence[Group] = (),
) -> Structure:
    """How the tags of a part belong together; `numbers` are for slots that no tag stands at."""
    caught = [(n,) for n, one in found.items() if one.is_caught and one.tag.kind == "value"]
    free = [b for b in blocks if not found[b.tags[0]].is_caught]
    asks = [
        CellAsk(b.word, b.tags[0], tuple(next(numbers) for _ in range(SLOTS[b.word])))
        for b in free
        if b.word in CELL_WORDS
    ]
    return Structure(
        groups=[*(block.tags for block in blocks), *caught],
        loops=[block.tags for block in blocks if block.word == "for"],
        macros=[block.tags for block in free if block.word == "macro"],
        pictures=[n for n, one in found.items() if _may_be_picture(one)],
        asks=asks,
        exits=[(b.tags[0], number) for b in free for number in b.exits],
        scopes=scopes,
        enclosed=enclosed,
    )


def makes_markup(one: Found) -> bool:
    """Whether a tag opens a macro, or a loop that calls itself, of more than a caught text."""
    if one.is_caught:
        return False
    return one.tag.word == "macro" or (
        one.tag.word == "for" and _RECURSIVE.search(one.tag.source) is not None
    )


def spot_of(text_spot: Spot, tag: Tag) -> Spot:
    """A tag's spot with what the tag says of its surroundings."""
    # a cell's tag is for its cell, whatever paragraph it stands in
    prefix = "r" if tag.word in CELL_WORDS else tag.prefix
    return replace(text_spot, prefix=prefix, left=tag.left, right=tag.right)


def _holds_text(opening: Found, closing: Found, words: Vocabulary) -> bool:
    text = opening.spot.text
    return (
        closing.spot.text is text
        and opening.tag.prefix in ("", "r")
        and looks_alike(text, opening.spot.end, closing.spot.start, words)
    )


def _catch(found: MutableMapping[int, Found], block: Block) -> None:
    """Give the text behind each tag of the block to that tag's line of the program."""
    first, last = block.tags[0], block.tags[-1]
    text = found[first].spot.text
    inside = [n for n in found if first <= n <= last and found[n].spot.text is text]
    literals = [n for n in inside if found[n].spot.literal is not None]
    kept = [n for n in inside if n not in literals]
    for number, follower in itertools.pairwise(kept):
        one, end = found[number], found[follower].spot.start
        parts: list[str] = []
        at = one.spot.end
        for literal in (found[n] for n in literals if number < n < follower):
            parts += [text.string[at : literal.spot.start], literal.spot.literal or ""]
            at = literal.spot.end
        said = "".join([*parts, text.string[at:end]])
        steers = number != first or block.word not in _PRINTS
        found[number] = replace(
            one,
            spot=replace(one.spot, end=end, steers=steers, left=False, right=False),
            source=one.source + _literal(said),
            is_caught=True,
        )
    found[last] = replace(found[last], is_caught=True)
    for number in literals:
        del found[number]


def _literal(text: str) -> str:
    """A text as a tag that prints it."""
    return f"{{{{ {json.dumps(text, ensure_ascii=False)} }}}}" if text else ""


def lost_asks(found: Mapping[int, Found]) -> list[Fault]:
    """Tags for a cell in a block that catches text, where no cell is."""
    return [
        Fault(n, "It is for its cell, and stands in a block that holds text.", "Take it out.")
        for n, one in found.items()
        if one.is_caught and one.tag.word in CELL_WORDS
    ]
