"""From the texts of a file to one script: tags found, matched, set into the parts, and compiled.

Every fault of the file is collected on the way, each with its place and its tag.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from generator.documents.cut import Cut, cut_text
from generator.documents.late import can_stream, mark
from generator.documents.marks import Spot, token_text
from generator.documents.presentation import Shape
from generator.documents.skeleton import OpenPart, Skeleton, close_part
from generator.documents.texts import Text
from generator.documents.vocabulary import WORD
from generator.model import Place, Problem, error
from generator.render.places import PlaceKind, TagPlace
from generator.tags.blocks import Block, Fault, match
from generator.tags.examine import syntax_faults
from generator.tags.scan import Slip, Tag, scan

CORE_FIELD = "core:"  # before the name of a core property, where others are members' names
SWITCH = mark("|")  # stands between two parts in the whole script's output

_KINDS: dict[str, PlaceKind] = {"runs": "run", "attribute": "attribute", "node": "text"}


@dataclass(slots=True)
class Found:
    """A tag of the file: where it stands, and in which text."""

    tag: Tag
    where: str
    spot: Spot


@dataclass(slots=True)
class Script:
    """The whole file: fragments with slots between them, and the place of every slot.

    `parts` names the members that the output's pieces are, in order; ``core:title`` and its like
    are core properties. Those in `streams` need no second look when their text is whole.
    """

    file: str
    fragments: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    places: list[TagPlace] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    streams: set[str] = field(default_factory=set)
    highest_id: int = 0
    _tags: list[tuple[str, Tag]] = field(default_factory=list)
    shapes: dict[int, Shape] = field(default_factory=dict)

    def add_part(self, part: OpenPart) -> None:
        """Find and set the tags of a part; a part without any is left as it is."""
        found = self._find(part)
        if not found:
            return
        blocks = self._match(found)
        groups = [block.tags for block in blocks]
        grouped = {number for group in groups for number in group}
        steering = {n for n, one in found.items() if one.spot.steers}
        if steering - grouped:
            return  # a block that does not close: there is nothing to set yet
        skeleton = close_part(
            part,
            {number: one.spot for number, one in found.items()},
            groups,
            [block.tags for block in blocks if block.word == "for"],
            [n for n, one in found.items() if one.tag.word == "picture"],
            len(self.shapes),
        )
        self.shapes.update({shape.number: shape for shape in skeleton.shapes.values()})
        for wrong in skeleton.problems:
            self._misplaced(found, wrong.opening, wrong.closing, wrong.reason)
        self._check_drawings(found, skeleton)
        self._append(part, skeleton, found)

    def add_core(self, name: str, text: str) -> bool:
        """A core property that holds tags; False when it holds none."""
        tags, slips = scan(text)
        where = f"properties, {name}"
        self._slips(slips, where)
        numbered = {len(self._tags) + at: tag for at, tag in enumerate(tags)}
        self._tags += [(where, tag) for tag in tags]
        _, faults = match(numbered.items())
        for fault in faults:
            self._fault(where, numbered[fault.tag].written, fault)
        if not tags:
            return False
        parts: list[str] = []
        at = 0
        for number, tag in numbered.items():
            literal = token_text(str(number)) if tag.literal is None else tag.literal
            parts += [text[at : tag.start], literal]
            at = tag.end
        cut = cut_text("".join([*parts, text[at:]]))
        self._extend(f"{CORE_FIELD}{name}", cut)
        for slot in cut.slots:
            tag = numbered[slot.number]
            place = TagPlace(slot.number, "core", where, tag.written, len(self.parts) - 1, WORD)
            self._slot(tag, place)
        return True

    # -- finding and matching ----------------------------------------------------------------

    def _find(self, part: OpenPart) -> dict[int, Found]:
        found: dict[int, Found] = {}
        for text in part.texts:
            tags, slips = scan(text.string)
            where = part.where(text) if tags or slips else ""
            self._slips(slips, where)
            for tag in tags:
                found[len(self._tags)] = Found(tag, where, _spot(text, tag))
                self._tags.append((where, tag))
        return found

    def _match(self, found: dict[int, Found]) -> list[Block]:
        blocks, faults = match((number, one.tag) for number, one in found.items())
        for fault in faults:
            one = found[fault.tag]
            self._fault(one.where, one.tag.written, fault)
        return blocks

    def _check_drawings(self, found: dict[int, Found], skeleton: Skeleton) -> None:
        for number, one in found.items():
            if one.tag.word not in ("chart", "picture") or one.tag.kind != "value":
                continue
            drawing = skeleton.drawings.get(number)
            whole = one.spot.text.string.strip() == one.tag.written
            if drawing is not None and 0.0 in drawing.size:
                problem = f"The {drawing.kind} has no size of its own."
                self._problem(one.where, problem, "Resize it once in Office and save the file.")
            elif drawing is None or drawing.kind != one.tag.word or not whole:
                problem = f"{one.tag.written} belongs in the alternative text of a {one.tag.word}."
                step = f"Make it the whole alternative text of a native {one.tag.word}."
                self._problem(one.where, problem, step)

    # -- writing down ------------------------------------------------------------------------

    def _append(self, part: OpenPart, skeleton: Skeleton, found: dict[int, Found]) -> None:
        self._extend(part.name, skeleton.cut)
        self.highest_id = max(self.highest_id, skeleton.highest_id)
        for slot in skeleton.cut.slots:
            one = found[slot.number]
            place = TagPlace(
                slot.number, _KINDS[one.spot.text.kind], one.where, one.tag.written,
                len(self.parts) - 1, part.words, slot.head, slot.tail, skeleton.spaces,
                skeleton.shapes.get(slot.number), skeleton.drawings.get(slot.number),
            )  # fmt: skip
            self._slot(one.tag, place)

    def _slot(self, tag: Tag, place: TagPlace) -> None:
        self.sources.append(tag.source)
        self.places.append(place)

    def _extend(self, name: str, cut: Cut) -> None:
        if can_stream(cut.fragments):
            self.streams.add(name)
        fragments = list(cut.fragments)
        if self.fragments:
            fragments[0] = self.fragments.pop() + SWITCH + fragments[0]
        self.fragments += fragments
        self.parts.append(name)

    # -- problems ----------------------------------------------------------------------------

    def _misplaced(self, found: dict[int, Found], opening: int, closing: int, why: str) -> None:
        first, last = found[opening], found[closing]
        problem = f"{first.tag.written} {why} ({last.tag.written} at {last.where})."
        self._problem(first.where, problem, "Put its tags in the same paragraph, cell or list.")

    def _slips(self, slips: Iterable[Slip], where: str) -> None:
        for slip in slips:
            self._problem(where, f"{slip.written}: {slip.problem}", slip.next)

    def _fault(self, where: str, written: str, fault: Fault) -> None:
        self._problem(where, f"{written}: {fault.problem}", fault.next)

    def _problem(self, where: str, problem: str, step: str) -> None:
        self.problems.append(error(Place(self.file, None, where), problem, step))

    def check_syntax(self) -> None:
        """Read every tag of the file by itself, those in parts that could not be set too."""
        for fault in syntax_faults([tag.source for _, tag in self._tags]):
            where, tag = self._tags[fault.tag]
            self._fault(where, tag.written, fault)

    def refuse_unfilled(self, names: Iterable[str]) -> None:
        """Parts with tags that nothing would fill, and that would be seen as they were typed."""
        for name in names:
            problem = "Tags stand here that are not filled in this part of the file."
            self._problem(name, problem, "Put them on the slide or in the text itself.")

    def faults(self, faults: Sequence[Fault]) -> None:
        """Faults that were found by slot, after everything was put in order."""
        for fault in faults:
            place = self.places[fault.tag]
            self._fault(place.where, place.written, fault)


def _spot(text: Text, tag: Tag) -> Spot:
    return Spot(text, tag.start, tag.end, tag.kind in ("block", "comment"), tag.literal)
