"""A part of a template from XML to fragments: open it, look at its texts, close it with tags set.

Between `open_part` and `close_part` somebody who knows tags says where they stand and which belong
together; nothing here knows what a tag says.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

from generator.documents import presentation, wordprocessing
from generator.documents.controls import cut_merges, loosen_controls
from generator.documents.cut import Cut, cut, unbalanced
from generator.documents.drawings import Drawing, drawing_of, free_picture, is_free
from generator.documents.ids import freshen, highest_id
from generator.documents.marks import Spot, put_tokens
from generator.documents.moves import apply_moves, part_tables
from generator.documents.ordinals import Ordinals
from generator.documents.package import Package
from generator.documents.prefixes import with_usual_prefixes
from generator.documents.presentation import Shape, mark_shapes
from generator.documents.scopes import Group, Misplaced, decide
from generator.documents.texts import Text, drop_fallbacks, parse, read_texts
from generator.documents.vocabulary import WORD, Vocabulary
from generator.model import Place

Spaces = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class OpenPart:
    """A part as a tree, with every string in it that may hold a tag."""

    name: str
    title: str
    root: etree._Element
    texts: tuple[Text, ...]
    words: Vocabulary
    ordinals: Ordinals = field(default_factory=Ordinals, compare=False)

    def where(self, text: Text) -> str:
        """A text's place in words; asked before the part is closed."""
        if self.words is WORD or self.title == wordprocessing.CUSTOM_TITLE:
            return wordprocessing.where(text, self.title, self.ordinals)
        return presentation.where(text, self.title)


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A closed part: its fragments and slots, and what is known of each slot's surroundings.

    `shapes` and `drawings` go by spot; `spaces` are the prefixes declared at the root.
    """

    name: str
    cut: Cut
    shapes: Mapping[int, Shape]
    drawings: Mapping[int, Drawing]
    highest_id: int
    spaces: Spaces
    problems: tuple[Misplaced, ...] = field(default=())


def open_part(package: Package, name: str, title: str, words: Vocabulary) -> OpenPart:
    """Parse a part and read its texts. Raises FactpackError when it is damaged."""
    place = Place(package.place.file, None, title)
    root = with_usual_prefixes(parse(package.read(name), place), words, place)
    drop_fallbacks(root)
    return OpenPart(name, title, root, tuple(read_texts(root, words)), words)


def close_part(
    part: OpenPart,
    spots: Mapping[int, Spot],
    groups: Sequence[Group],
    loops: Sequence[Group],
    pictures: Sequence[int],
    first_shape: int,
) -> Skeleton:
    """Set the tags' tokens, give every block its scope, and cut the part.

    `groups` are all the blocks and lone tags that print nothing, `loops` those of them that
    repeat, `pictures` the spots whose picture is replaced.
    """
    words = part.words
    highest = highest_id(part.root)
    part_tables(part.root, words)
    moves, problems = decide(spots, groups, words)
    drawings = _drawings(spots, pictures)
    loosen_controls(spots.values())
    tokens = put_tokens(spots, words)
    apply_moves(moves, tokens, words)
    problems += cut_merges(loops, tokens, words)
    shapes = {} if words is WORD else _shapes(spots, first_shape)
    freshen(part.root, _turns(loops))
    drawings = {n: replace(d, late=is_free(spots[n].text)) for n, d in drawings.items()}
    parts = cut(part.root)
    if not problems:
        problems = [
            Misplaced(group[0], group[-1], "opens and closes at places that do not fit together")
            for group in unbalanced(parts, groups)
        ]
    spaces = tuple(sorted((prefix or "", uri) for prefix, uri in part.root.nsmap.items()))
    return Skeleton(part.name, parts, shapes, drawings, highest, spaces, tuple(problems))


def _drawings(spots: Mapping[int, Spot], pictures: Sequence[int]) -> dict[int, Drawing]:
    found: dict[int, Drawing] = {}
    for number, spot in spots.items():
        drawing = drawing_of(spot.text)
        if drawing is not None:
            found[number] = drawing
            if number in pictures and drawing.kind == "picture":
                free_picture(spot.text)
    return found


def _shapes(spots: Mapping[int, Spot], first: int) -> dict[int, Shape]:
    shown = {number: spot for number, spot in spots.items() if not spot.steers}
    by_text = mark_shapes(dict.fromkeys(spot.text for spot in shown.values()), first)
    return {n: by_text[spot.text] for n, spot in shown.items() if spot.text in by_text}


def _turns(loops: Sequence[Group]) -> dict[int, int]:
    turns: dict[int, int] = {}
    for loop in loops:
        turns[loop[0]] = 1
        turns[loop[-1]] = -1
    return turns
