"""The slides of a finished deck: which of the template's is where, with which names and ids."""

from __future__ import annotations

import itertools
import posixpath
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.documents.packages.links import Link
from generator.documents.packages.package import Member
from generator.documents.packages.relations import NewRelation, resolve
from generator.documents.slides.lists import Entry
from generator.documents.slides.parts import SlideParts

_NUMBERED = re.compile(r"(.*?)\d*(\.[^./]*)?")
_RELATION = re.compile(r"rId(\d+)")


@dataclass(frozen=True, slots=True)
class SlideTurn:
    """One slide of the finished deck, made of a slide of the template.

    `slide` is the template's member, `xml` and `notes` the finished parts (None: as they are in
    the template). Parts that only this slide shows (a chart, its workbook) are `replaced`, and
    relationships added, under their names in the template; a relationship whose id is there already
    takes its place. Those of the template that are `dropped`, by part and id, are left out.
    """

    slide: str
    xml: str | None = None
    notes: str | None = None
    replaced: Mapping[str, bytes | Member] = field(default_factory=dict)
    relations: Mapping[str, Sequence[NewRelation | tuple[str, str, str]]] = field(
        default_factory=dict
    )
    dropped: Mapping[str, Collection[str]] = field(default_factory=dict)

    def new_links(self, part: str) -> Iterator[Link]:
        """The relationships that a part gets."""
        for id, kind, written, outside in itertools.starmap(
            NewRelation, self.relations.get(part, ())
        ):
            target = "" if outside else resolve(posixpath.dirname(part), written)
            yield Link(id, kind, written, target)


@dataclass(frozen=True, slots=True)
class Placed:
    """A turn at its place: `copy` counts the turns of one slide from 0, `names` are its own parts.

    `without` are parts that stayed with the first turn. Slides in one `round` stand in the
    template's order: a loop's next turn begins the next round.
    """

    turn: SlideTurn
    entry: Entry
    copy: int
    round: int
    names: Mapping[str, str]
    without: frozenset[str]


def place_turns(
    turns: Iterable[SlideTurn],
    slides: Mapping[str, Entry],
    parts: SlideParts,
    fresh: Iterator[tuple[int, str]],
    taken: Iterable[str],
) -> tuple[Placed, ...]:
    """Every turn with its names: a part keeps its name in the first slide that shows it.

    Slides are numbered as they come, because LibreOffice takes the number in a slide's name for
    its place when it follows a link, and fails where there is no such place. `slides` are the
    template's; copies get the next `fresh` id and relation, and names that are not `taken`.
    Raises ValueError for a slide that the template does not have, and for parts that are not the
    slide's.
    """
    names = _Names(taken)
    copies: Counter[str] = Counter()
    placed: list[Placed] = []
    round = last = -1
    for turn in turns:
        _check(turn, parts)
        entry = slides[turn.slide]
        round += entry.index <= last or not placed
        last = entry.index
        if copies[turn.slide]:
            entry = Entry(entry.index, *next(fresh))
        own = {part: names.of(part, part in parts.once) for part in parts.own[turn.slide][1:]}
        own = {turn.slide: _slide_name(turn.slide, len(placed) + 1), **own}
        known = {part: name for part, name in own.items() if name}
        without = frozenset(own).difference(known)
        placed.append(Placed(turn, entry, copies[turn.slide], round, known, without))
        copies[turn.slide] += 1
    return tuple(placed)


def _check(turn: SlideTurn, parts: SlideParts) -> None:
    if turn.slide not in parts.own:
        raise ValueError(f"the template has no slide {turn.slide!r}")
    if strange := {*turn.replaced, *turn.relations}.difference(parts.own[turn.slide]):
        raise ValueError(f"{', '.join(sorted(strange))}: no parts of {turn.slide}")


def _slide_name(slide: str, number: int) -> str:
    return posixpath.join(posixpath.dirname(slide), f"slide{number}.xml")


class _Names:
    """Names for parts: a part's own the first time, then the first free number."""

    def __init__(self, taken: Iterable[str]) -> None:
        self.taken = {name.lower() for name in taken}
        self.given: set[str] = set()
        self.numbers: dict[tuple[str, str], itertools.count[int]] = {}

    def of(self, part: str, once: bool) -> str:
        if part not in self.given:
            self.given.add(part)
            return part
        return "" if once else self._free(part)

    def _free(self, part: str) -> str:
        found = _NUMBERED.fullmatch(part)
        stem, extension = (found[1], found[2] or "") if found else (part, "")
        numbers = self.numbers.setdefault((stem, extension), itertools.count(1))
        name = next(n for k in numbers if (n := f"{stem}{k}{extension}").lower() not in self.taken)
        self.taken.add(name.lower())
        return name


def fresh_relations(known: Iterable[str]) -> Iterator[str]:
    """Relationship ids above the highest of those known."""
    numbers = [int(found[1]) for id in known if (found := _RELATION.fullmatch(id))]
    return (f"rId{number}" for number in itertools.count(max(numbers, default=0) + 1))


def counterpart(placed: Placed, deck: Mapping[str, Sequence[Placed]], slide: str) -> str:
    """Where a link of a slide to a slide of the template leads; empty when that was left out.

    `deck` are all turns by their slide. Two slides that come equally often belong together turn by
    turn; otherwise a repeated slide leads to one of its own round. Else the link goes to the first.
    """
    copies = deck.get(slide, ())
    if not copies:
        return ""
    own = deck[placed.turn.slide]
    found = copies[0]
    if len(own) == len(copies):
        found = copies[placed.copy]
    elif len(own) > 1:
        found = next((copy for copy in copies if copy.round == placed.round), found)
    return found.names[slide]
