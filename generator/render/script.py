"""From the texts of a file to one script: tags found, matched, set into the parts, and compiled.

Every fault of the file is collected on the way, each with its place and its tag.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from generator.documents.frames import Shape
from generator.documents.skeletons.cell_asks import CellPlan
from generator.documents.skeletons.cells import sources_of
from generator.documents.skeletons.cut import Cut, cut_text
from generator.documents.skeletons.decisions import Group, Scopes
from generator.documents.skeletons.late import can_stream, mark
from generator.documents.skeletons.marks import Spot, token_text
from generator.documents.skeletons.owned import own_paragraphs
from generator.documents.skeletons.skeleton import OpenPart, Skeleton, close_part
from generator.documents.skeletons.texts import Text
from generator.documents.vocabulary import WORD, Vocabulary
from generator.model import FactpackError
from generator.render.filled_tables import is_table_tag
from generator.render.output import CORE_FIELD, SWITCH
from generator.render.places import PlaceKind, TagPlace
from generator.render.structure import (
    Found,
    catch_texts,
    lost_asks,
    makes_markup,
    spot_of,
    structure_of,
)
from generator.render.tag_problems import TagProblems, short
from generator.tags.blocks import Fault, match
from generator.tags.examine import syntax_faults
from generator.tags.scan import Tag, scan
from generator.tags.slide_blocks import hint_at_slides

TAGS_MOST = 50_000

_NO_TAG = Tag("comment", 0, 0, "", "")
_KINDS: dict[str, PlaceKind] = {"runs": "run", "attribute": "attribute", "node": "text"}


@dataclass(slots=True)
class Script:
    """The whole file: fragments with slots between them, and the place of every slot.

    `parts` names the members that the output's pieces are, in order; ``core:title`` and its like
    are core properties. Those in `streams` need no second look when their text is whole. `loose`
    is how parts name what they may not show; in those `ranged` a bookmark may lose an end. `markup`
    are the slots that open a macro, or a loop that calls itself, and what these consist of. With
    `turns`, parts may come in any order and number, and the output says which one begins. Names
    set in a part of a Word file are not seen in the others; slides see those of slides before.
    """

    file: str
    scopes: Scopes = "places"
    fragments: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    places: list[TagPlace] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    told: TagProblems = field(init=False)
    markup: dict[int, str] = field(default_factory=dict)
    streams: set[str] = field(default_factory=set)
    loose: dict[str, frozenset[str]] = field(default_factory=dict)
    ranged: set[str] = field(default_factory=set)
    highest_id: int = 0
    _tags: list[tuple[str, Tag]] = field(default_factory=list)
    shapes: dict[int, Shape] = field(default_factory=dict)
    turns: bool = False

    def __post_init__(self) -> None:
        self.told = TagProblems(self.file)

    def add_part(
        self,
        part: OpenPart,
        ready: Callable[[], bool] | None = None,
        enclosed: Sequence[Group] = (),
    ) -> None:
        """Find and set the tags of a part; a part without any is left as it is.

        `ready` is called when all places are known; it says whether it changed the part, and sets
        the blocks that are `enclosed` round whole shapes.
        """
        self._patternless(part)
        found = self._find(part)
        if not (ready is not None and ready()) and not found:
            return
        blocks, faults = match((number, one.tag) for number, one in found.items())
        grouped = {number for block in blocks for number in block.tags}
        if part.words is not WORD:
            lone = {n: one.tag for n, one in found.items() if n not in grouped}
            faults = hint_at_slides(faults, lone)
        self.told.faults(found, faults)
        steering = {n for n, one in found.items() if one.spot.steers}
        if steering - grouped or any(fault.tag in grouped for fault in faults):
            return  # a block that does not close, or not by its like: there is nothing to set yet
        faults = [*catch_texts(found, blocks, part.words), *lost_asks(found)]
        self.told.faults(found, faults)
        if faults:
            return
        skeleton = close_part(
            part,
            {number: one.spot for number, one in found.items()},
            structure_of(found, blocks, self._more_numbers(), self.scopes, enclosed),
            len(self.shapes),
        )
        self.shapes.update({shape.number: shape for shape in skeleton.shapes.values()})
        for wrong in skeleton.problems:
            self.told.misplaced(found[wrong.opening], found[wrong.closing], wrong.reason)
        for lost in skeleton.lost:
            self.told.lost(found[lost.spot], lost)
        self._check_drawings(found, skeleton)
        for plan in skeleton.cells:
            self._add_cell(found, plan, part)
        self._append(part, skeleton, found)

    def add_tag(self, where: str, tag: Tag) -> int:
        """A tag that stands at no spot of a part, to be set by its number; see `steer`."""
        self._tags.append((where, tag))
        return len(self._tags) - 1

    def steer(self, number: int, words: Vocabulary) -> None:
        """Set a tag between two parts."""
        where, tag = self._tags[number]
        self._between(tag.source, self._steering(number, where, tag, words))

    def begin_slide(self, slide: int, title: str, words: Vocabulary) -> None:
        """Here a slide of the finished deck begins, made of this one of the template."""
        self._between(f"{{{{ {slide} }}}}", TagPlace(-1, "slide", title, "", -1, words))

    def add_core(self, name: str, text: str) -> bool:
        """A core property that holds tags; False when it holds none."""
        tags, slips = scan(text)
        where = f"properties, {name}"
        self.told.slips(slips, where)
        tags = [tag for tag in tags if not self.told.is_about_wholes(tag, where)]
        numbered = {len(self._tags) + at: tag for at, tag in enumerate(tags)}
        self._tags += [(where, tag) for tag in tags]
        _, faults = match(numbered.items())
        for fault in faults:
            self.told.fault(where, numbered[fault.tag].written, fault)
        if not tags:
            return False
        parts: list[str] = []
        at = 0
        for number, tag in numbered.items():
            literal = token_text(str(number)) if tag.literal is None else tag.literal
            parts += [text[at : tag.start], literal]
            at = tag.end
        cut = cut_text("".join([*parts, text[at:]]))
        self._extend(f"{CORE_FIELD}{name}", cut, WORD)
        for slot in cut.slots:
            tag = numbered[slot.number]
            place = TagPlace(slot.number, "core", where, tag.written, len(self.parts) - 1, WORD)
            self._slot(tag.source, place)
        return True

    # -- faults that are found in what was set -------------------------------------------------

    def fault(self, fault: Fault) -> None:
        """A fault of a tag that `add_tag` was given."""
        where, tag = self._tags[fault.tag]
        self.told.fault(where, tag.written, fault)

    def check_syntax(self) -> None:
        """Read every tag of the file by itself, those in parts that could not be set too."""
        for fault in syntax_faults([tag.source for _, tag in self._tags]):
            self.fault(fault)

    def faults(self, faults: Sequence[Fault]) -> None:
        """Faults that were found by slot, after everything was put in order."""
        for fault in faults:
            place = self.places[fault.tag]
            self.told.fault(place.where, place.written, fault)

    # -- finding and matching ----------------------------------------------------------------

    def _find(self, part: OpenPart) -> dict[int, Found]:
        found: dict[int, Found] = {}
        for text in part.texts:
            tags, slips = scan(text.string)
            where = part.where(text) if tags or slips else ""
            self.told.slips(slips, where)
            member = part.member(text) if tags else ""
            for tag in tags:
                if self.told.is_about_wholes(tag, where):
                    continue
                found[len(self._tags)] = Found(tag, where, _spot(text, tag), tag.source, member)
                self._tags.append((where, tag))
        if len(self._tags) > TAGS_MOST:
            self.told.add(part.title, f"The file has more than {TAGS_MOST:,} tags.", "Split it.")
            raise FactpackError(self.told.problems)
        return found

    def _patternless(self, part: OpenPart) -> None:
        for number in part.patternless:
            step = "Give the table a row below its head, styled as each row should look."
            problem = "The table gets its rows from data, and has no row that shows how they look."
            self.told.add(f"{part.title}, table {number}", problem, step)

    def _more_numbers(self) -> Iterator[int]:
        """Numbers of slots that do the work of a tag that stands elsewhere."""
        while True:
            self._tags.append(("", _NO_TAG))
            yield len(self._tags) - 1

    def _add_cell(self, found: dict[int, Found], plan: CellPlan, part: OpenPart) -> None:
        """Say what the slots do that a cell's tag has in its cell."""
        one = found[plan.ask.spot]
        loop = "loop"
        if plan.loop >= 0:
            loop = f"_loop{plan.loop}"
            owner = found[plan.loop]
            alias = f"{{% set {loop} = loop %}}"
            if not owner.source.endswith(alias):
                owner.source += alias
        sources = sources_of(plan.ask, one.source, loop, plan.span, part.words)
        for number, source in sources.items():
            found[number] = Found(one.tag, one.where, _in_attribute(one.spot), source, one.member)

    def _check_drawings(self, found: dict[int, Found], skeleton: Skeleton) -> None:
        for number, one in found.items():
            if is_table_tag(one.tag):
                problem = f"{short(one.tag.written)} belongs in the alternative text of a table."
                self.told.add(one.where, problem, "Put it there: Table Properties, Alt Text.")
            if one.tag.word not in ("chart", "picture") or one.tag.kind != "value":
                continue
            drawing = skeleton.drawings.get(number)
            whole = one.spot.text.string.strip() == one.tag.written
            if drawing is not None and 0.0 in drawing.size:
                problem = f"The {drawing.kind} has no size of its own."
                self.told.add(one.where, problem, "Resize it once in Office and save the file.")
            elif drawing is None or drawing.kind != one.tag.word or not whole:
                problem = f"{one.tag.written} belongs in the alternative text of a {one.tag.word}."
                step = f"Make it the whole alternative text of a native {one.tag.word}."
                self.told.add(one.where, problem, step)

    # -- writing down ------------------------------------------------------------------------

    def _append(self, part: OpenPart, skeleton: Skeleton, found: dict[int, Found]) -> None:
        cut = self._extend(part.name, skeleton.cut, part.words)
        if skeleton.loose:
            self.loose[part.name] = skeleton.loose
        if skeleton.parts_ranges:
            self.ranged.add(part.name)
            self.streams.discard(part.name)
        self.highest_id = max(self.highest_id, skeleton.highest_id)
        first = len(self.sources)
        for slot in cut.slots:
            one = found.get(slot.number)
            if one is None:
                where, tag = self._tags[slot.number]
                self._slot(tag.source, self._steering(slot.number, where, tag, part.words))
                continue
            place = TagPlace(
                slot.number, _KINDS[one.spot.text.kind], one.where, short(one.tag.written),
                len(self.parts) - 1, part.words, slot.head, slot.tail, skeleton.spaces,
                skeleton.shapes.get(slot.number), skeleton.drawings.get(slot.number),
                slot.before, slot.after, one.tag.prefix, one.member,
            )  # fmt: skip
            if makes_markup(one):
                self.markup[len(self.places)] = skeleton.levels[slot.number]
            self._slot(one.source, place)
            if place.moves:
                self.streams.discard(part.name)  # figures leave marks there
        if part.words is WORD and len(self.sources) > first:
            self.sources[first] = f"{{% with %}}{self.sources[first]}"
            self.sources[-1] += "{% endwith %}"

    def _steering(self, number: int, where: str, tag: Tag, words: Vocabulary) -> TagPlace:
        return TagPlace(number, "text", where, tag.written, len(self.parts) - 1, words)

    def _between(self, source: str, place: TagPlace) -> None:
        """A slot where no part is open; what follows it, a part's beginning, is still to come."""
        if not self.fragments:
            self.fragments.append("")
        self.sources.append(source)
        self.places.append(place)
        self.fragments.append("")

    def _slot(self, source: str, place: TagPlace) -> None:
        self.sources.append(source)
        self.places.append(place)

    def _extend(self, name: str, cut: Cut, words: Vocabulary) -> Cut:
        """Write a part down; the cut as it was written."""
        if can_stream(cut.fragments):
            self.streams.add(name)
        cut = own_paragraphs(cut, words)
        fragments = list(cut.fragments)
        if self.fragments:
            switch = mark(f"|{len(self.parts)}") if self.turns else SWITCH
            fragments[0] = self.fragments.pop() + switch + fragments[0]
        self.fragments += fragments
        self.parts.append(name)
        return cut


def _spot(text: Text, tag: Tag) -> Spot:
    steers = tag.kind in ("block", "comment")
    return spot_of(Spot(text, tag.start, tag.end, steers, tag.literal), tag)


def _in_attribute(spot: Spot) -> Spot:
    """A spot whose value stands in an attribute, whatever text its tag stands in."""
    return replace(spot, text=replace(spot.text, kind="attribute"))
