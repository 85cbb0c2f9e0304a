"""A part of a template from XML to fragments: open it, look at its texts, close it with tags set.

Between `open_part` and `close_part` somebody who knows tags says where they stand and which belong
together; nothing here knows what a tag says.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

from generator.documents import wordprocessing
from generator.documents.drawings import drawing_of, free_picture, is_free
from generator.documents.frames import Drawing, Shape
from generator.documents.hyperlinks import open_links
from generator.documents.note_parts import NoteParts
from generator.documents.office import CUSTOM_TITLE
from generator.documents.packages.package import Package
from generator.documents.packages.parsing import parse
from generator.documents.packages.prefixes import with_usual_prefixes
from generator.documents.skeletons.ancestry import common_ancestor
from generator.documents.skeletons.cell_asks import CellPlan, apply_asks, plan_asks
from generator.documents.skeletons.cells import CellAsk, groups_of
from generator.documents.skeletons.controls import cut_merges, loosen_controls
from generator.documents.skeletons.cut import Cut, cut, unbalanced, uneven
from generator.documents.skeletons.decisions import Decision, Group, Misplaced, Scopes
from generator.documents.skeletons.explicit import Lost
from generator.documents.skeletons.fields import mark_fields
from generator.documents.skeletons.ids import freshen, highest_id
from generator.documents.skeletons.joins import join_at_dashes
from generator.documents.skeletons.lifts import lift_tokens
from generator.documents.skeletons.marks import Spot, put_tokens
from generator.documents.skeletons.moves import apply_moves, fit_later, part_tables
from generator.documents.skeletons.ordinals import Ordinals
from generator.documents.skeletons.owners import own_paragraphs
from generator.documents.skeletons.pattern_rows import Asks, set_pattern_rows
from generator.documents.skeletons.ranges import may_part
from generator.documents.skeletons.references import loose, needles, relation_needle
from generator.documents.skeletons.scopes import decide
from generator.documents.skeletons.texts import Text, drop_fallbacks, read_texts
from generator.documents.vocabulary import WORD, Vocabulary
from generator.model import Place

Spaces = tuple[tuple[str, str], ...]
_NO_NOTES = NoteParts()


@dataclass(frozen=True, slots=True)
class OpenPart:
    """A part as a tree, with every string in it that may hold a tag.

    `stories` are the parts of notes that stand in it, `links` the relationships whose addresses do;
    `patternless` are the tables, counted from 1, that ask for rows and have none to begin with.
    `named` is how the part names what stands outside of it (see `references`).
    """

    name: str
    title: str
    root: etree._Element
    texts: tuple[Text, ...]
    words: Vocabulary
    ordinals: Ordinals = field(default_factory=Ordinals, compare=False)
    stories: Mapping[str, str] = field(default_factory=dict)
    links: frozenset[str] = frozenset()
    patternless: tuple[int, ...] = ()
    named: frozenset[str] = frozenset()

    def member(self, text: Text) -> str:
        """The part whose relationships a text may use: notes stand in the body but are not its."""
        if self.stories:
            for node in text.node.iterancestors(*self.stories):
                return self.stories[str(node.tag)]
        return self.name

    def where(self, text: Text) -> str:
        """A text's place in words; asked before the part is closed."""
        if self.words is WORD or self.title == CUSTOM_TITLE:
            return wordprocessing.where(text, self.title, self.ordinals)
        from generator.documents import presentation

        return presentation.where(text, self.title)


@dataclass(frozen=True, slots=True)
class Structure:
    """How the tags of a part belong together, by the numbers of their spots.

    `groups` are all the blocks and lone tags that print nothing; `loops` those of them that repeat
    and `macros` those that are made again wherever they are called; `pictures` the values whose
    picture is replaced; `asks` the tags of cells; `exits` the ways out of a loop from its middle;
    `enclosed` the blocks that were set round whole shapes already.
    """

    groups: Sequence[Group]
    loops: Sequence[Group] = ()
    macros: Sequence[Group] = ()
    pictures: Sequence[int] = ()
    asks: Sequence[CellAsk] = ()
    exits: Sequence[tuple[int, int]] = ()
    enclosed: Sequence[Group] = ()
    scopes: Scopes = "places"


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A closed part: its fragments and slots, and what is known of each slot's surroundings.

    `shapes` and `drawings` go by spot; `spaces` are the prefixes declared at the root; `levels`
    are what the macros and loops consist of; `lost` is text that goes with a tag's element, `loose`
    how the part names what it may not show; with `parts_ranges` a bookmark may lose its end.
    """

    name: str
    cut: Cut
    shapes: Mapping[int, Shape]
    drawings: Mapping[int, Drawing]
    highest_id: int
    spaces: Spaces
    levels: Mapping[int, str]
    cells: Sequence[CellPlan] = ()
    lost: Sequence[Lost] = ()
    loose: frozenset[str] = frozenset()
    parts_ranges: bool = False
    problems: tuple[Misplaced, ...] = field(default=())


def open_part(
    package: Package, name: str, title: str, words: Vocabulary, notes: NoteParts = _NO_NOTES,
    asks: Asks | None = None,
) -> OpenPart:  # fmt: skip
    """Parse a part and read its texts. Raises FactpackError when it is damaged.

    `notes` have the trees that are read already, with notes moved to their references; `asks`
    says of a table's alternative text whether it asks for rows.
    """
    place = Place(package.place.file, None, title)
    root = notes.roots.pop(name, None)
    links = notes.links.get(name, frozenset())
    if root is None:
        root = with_usual_prefixes(parse(package.read(name), place), words, place)
        links = open_links(package, name, root)
    named = needles(root).union(map(relation_needle, links))
    drop_fallbacks(root)
    mark_fields(root)
    patternless = set_pattern_rows(root, words, asks) if asks is not None else []
    texts = tuple(read_texts(root, words))
    return OpenPart(
        name, title, root, texts, words, stories=notes.stories(), links=links, named=named,
        patternless=tuple(patternless),
    )  # fmt: skip


def close_part(
    part: OpenPart, spots: Mapping[int, Spot], structure: Structure, first_shape: int
) -> Skeleton:
    """Set the tags' tokens, give every block its scope, and cut the part."""
    words = part.words
    highest = highest_id(part.root)
    part_tables(part.root, words)
    spots = join_at_dashes(spots, words)
    decision = decide(spots, structure.groups, words, structure.scopes)
    cells, misplaced = plan_asks(structure.asks, spots, structure.loops, decision, words)
    problems = [*decision.problems, *misplaced]
    drawings = _drawings(spots, structure.pictures)
    loosen_controls(spots.values())
    tokens = put_tokens(spots, words)
    apply_moves(decision.moves, tokens, words)
    lift_tokens(structure.groups, tokens, words)
    levels = _levels(spots, structure, tokens, words)
    problems += _halves(structure, decision)
    own_paragraphs(part.root, words)
    _fit_raw(decision, tokens, words)
    apply_asks(cells, tokens, words)
    problems += cut_merges(structure.loops, tokens, words)
    shapes = {} if words is WORD else _shapes(spots, first_shape)
    freshen(part.root, _turns([*structure.loops, *structure.macros]))
    drawings = {n: replace(d, late=is_free(spots[n].text)) for n, d in drawings.items()}
    parts = cut(part.root)
    spaces = tuple(sorted((prefix or "", uri) for prefix, uri in part.root.nsmap.items()))
    groups = _blocks(structure, cells, words)
    return Skeleton(
        part.name, parts, shapes, drawings, highest, spaces, levels, cells, decision.lost,
        loose(parts, [*groups, *structure.enclosed], part.named), may_part(parts, groups),
        tuple(problems or _unbalanced(parts, groups, structure, cells)),
    )  # fmt: skip


def _blocks(
    structure: Structure, cells: Sequence[CellPlan], words: Vocabulary
) -> list[tuple[int, ...]]:
    """The blocks as they are set: a tag of a cell makes some of its own."""
    asked = {plan.ask.spot for plan in cells}
    groups = [group for group in structure.groups if asked.isdisjoint(group)]
    return groups + [group for plan in cells for group in groups_of(plan.ask, words)]


def _unbalanced(
    parts: Cut,
    groups: Sequence[tuple[int, ...]],
    structure: Structure,
    cells: Sequence[CellPlan],
) -> list[Misplaced]:
    """The blocks and exits that would break the part's XML."""
    reason = "opens and closes at places that do not fit together"
    spot_of = {slot: plan.ask.spot for plan in cells for slot in plan.ask.slots}
    problems = [
        Misplaced(spot_of.get(group[0], group[0]), spot_of.get(group[-1], group[-1]), reason)
        for group in unbalanced(parts, groups)
    ]
    reason = "leaves its loop in the middle of a paragraph, row or cell"
    return problems + [Misplaced(way[1], way[0], reason) for way in uneven(parts, structure.exits)]


def _levels(
    spots: Mapping[int, Spot],
    structure: Structure,
    tokens: Mapping[int, etree._Element],
    words: Vocabulary,
) -> dict[int, str]:
    """What each macro, and each loop, consists of: runs, paragraphs, rows, cells or a string."""
    levels: dict[int, str] = {}
    for opening, *_ in (*structure.macros, *structure.loops):
        if opening in tokens:
            around = tokens[opening].iterancestors()
            holder = next(node for node in around if node.tag not in words.transparent)
            kinds = {words.paragraph: "runs", words.table: "rows", words.row: "cells"}
            levels[opening] = kinds.get(holder.tag, "paragraphs")
        else:
            levels[opening] = spots[opening].text.kind
    return levels


def _halves(structure: Structure, decision: Decision) -> list[Misplaced]:
    """Macros that would not make whole paragraphs."""
    reason = "begins and ends in the middle of paragraphs, and makes no whole ones"
    raw = [group for group in structure.macros if decision.levels[group] == "raw"]
    return [Misplaced(group[0], group[-1], reason) for group in raw]


def _fit_raw(decision: Decision, tokens: Mapping[int, etree._Element], words: Vocabulary) -> None:
    """Mark the tables of which cells come and go from the middle of one to that of another."""
    for group, level in decision.levels.items():
        if level == "raw":
            common = common_ancestor([tokens[number] for number in group])
            table = common.getparent() if common.tag == words.row else common
            if table is not None and table.tag == words.table:
                fit_later(table, words)


def _drawings(spots: Mapping[int, Spot], pictures: Sequence[int]) -> dict[int, Drawing]:
    found: dict[int, Drawing] = {}
    for number, spot in spots.items():
        drawing = drawing_of(spot.text)
        if drawing is not None:
            if number in pictures and drawing.kind == "picture":
                drawing = free_picture(spot.text, str(number), drawing)
            found[number] = drawing
    return found


def _shapes(spots: Mapping[int, Spot], first: int) -> dict[int, Shape]:
    from generator.documents.presentation import mark_shapes

    shown = {number: spot for number, spot in spots.items() if not spot.steers}
    by_text = mark_shapes(dict.fromkeys(spot.text for spot in shown.values()), first)
    return {n: by_text[spot.text] for n, spot in shown.items() if spot.text in by_text}


def _turns(loops: Sequence[Group]) -> dict[int, int]:
    turns: dict[int, int] = {}
    for loop in loops:
        turns[loop[0]] = 1
        turns[loop[-1]] = -1
    return turns
