"""Repeating and leaving out slides: a deck as a package, put together again from turns.

A deck is read once. Each finished document then says which slide of the template comes where, with
what in it, and gets every member that changes: slides, notes and charts with their copies, the
lists of ppt/presentation.xml, relationships, content types, docProps/app.xml. What only dropped
slides used goes with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from generator.documents.packages.app import Told
from generator.documents.packages.links import Link, Links, read_links, write_links
from generator.documents.packages.package import Member, Package
from generator.documents.packages.relations import add_types, relations_name
from generator.documents.packages.types import read_part_types, without_types
from generator.documents.packages.zipping import CONTENT_TYPES
from generator.documents.slides.copies import Copier, copied_types
from generator.documents.slides.lists import SlideLists, read_lists
from generator.documents.slides.parts import SLIDE, SlideParts, notes_of, read_slide_parts
from generator.documents.slides.properties import Properties, read_properties
from generator.documents.slides.text import Texts, is_hidden, title
from generator.documents.slides.turns import (
    Placed,
    SlideTurn,
    counterpart,
    fresh_relations,
    place_turns,
)

__all__ = ["Arranged", "SlideShow", "SlideTurn"]

_HISTORY = ("changesInfo", "revisionInfo")  # who edited which slide of the template, by its id


@dataclass(frozen=True, slots=True)
class Arranged:
    """The members of a finished deck that differ from the template's, and those that went.

    `names` say, slide by slide of the finished deck, which member each part has become.
    """

    members: dict[str, bytes | Member]
    removed: frozenset[str]
    names: tuple[Mapping[str, str], ...]


@dataclass(frozen=True, slots=True, eq=False)
class SlideShow:
    """A deck read once: `slides` are its members in order, `parts` what belongs to each."""

    package: Package
    main: str
    slides: tuple[str, ...]
    parts: SlideParts
    links: Links
    lists: SlideLists
    history: frozenset[str]
    properties: Properties
    types: Mapping[str, str]
    texts: Texts

    @classmethod
    def read(cls, package: Package) -> SlideShow:
        """The slides of a deck. Raises FactpackError when a part is damaged."""
        links = dict(read_links(package))
        main = next(link.target for link in links[""] if link.kind == "officeDocument")
        known = links.get(main, ())
        links[main] = tuple(link for link in known if link.kind not in _HISTORY)
        history = frozenset(link.target for link in known if link.kind in _HISTORY)
        lists = read_lists(package.read(main), package.place)
        target = {link.id: link.target for link in known if link.target in package}
        slides = tuple(target.get(entry.relation, "") for entry in lists.entries)
        parts = read_slide_parts(package, links, [slide for slide in slides if slide])
        properties = read_properties(package, links, main, lists)
        types = read_part_types(package)
        return cls(
            package, main, slides, parts, links, lists, history, properties, types, Texts(package)
        )

    def arranged(
        self, turns: Sequence[SlideTurn], members: Mapping[str, bytes | Member] | None = None
    ) -> Arranged:
        """The deck that the turns make, slide after slide.

        `members` are what else differs from the template (new pictures, content types); copies
        keep clear of their names, and they are among the members given back. Raises ValueError
        for a turn of a slide, or with parts, that the template does not have.
        """
        others = dict(members or {})
        placed = self._placed(turns, others)
        written = self._members(placed)
        removed = self._removed(placed).difference(written)
        changed = {**others, **written, **self._main(placed), **self._told(placed)}
        given = others.get(CONTENT_TYPES)
        types = given if isinstance(given, bytes) else self.package.read(CONTENT_TYPES)
        added = dict(copied_types(placed, lambda part: self.types.get(part.lower(), "")))
        left_out = without_types(types, removed.union(added))
        changed[CONTENT_TYPES] = add_types(left_out, (), added.items())
        left = {name: data for name, data in changed.items() if name not in removed}
        return Arranged(left, removed, tuple(one.names for one in placed))

    def _placed(self, turns: Sequence[SlideTurn], others: Iterable[str]) -> tuple[Placed, ...]:
        slides = dict(zip(self.slides, self.lists.entries, strict=True))
        relations = fresh_relations(link.id for link in self.links[self.main])
        fresh = zip(self.lists.fresh_ids(), relations, strict=False)
        return place_turns(turns, slides, self.parts, fresh, {*self.package.members, *others})

    def _removed(self, placed: Sequence[Placed]) -> frozenset[str]:
        """What no slide needs any more, and slides where they stood before."""
        unused = self.parts.unused({one.turn.slide for one in placed}) | self.history
        in_place = {one.turn.slide for one in placed if one.names[one.turn.slide] == one.turn.slide}
        gone = unused.union(self.parts.own).difference(in_place)
        gone = gone.difference(
            link.target for one in placed for part in one.names for link in one.turn.new_links(part)
        )
        return gone.union(map(relations_name, gone)).intersection(self.package.members)

    def _members(self, placed: Sequence[Placed]) -> dict[str, bytes | Member]:
        """The slides with all that is theirs, and whatever else leads to slides."""
        deck: dict[str, list[Placed]] = {}
        for one in placed:
            deck.setdefault(one.turn.slide, []).append(one)
        left = self.lists.shows_left([one.entry for one in placed])
        gone = {show.id for show in self.lists.shows if show not in left}
        copier = Copier(self.texts, self.links, self.parts.own, gone)
        members: dict[str, bytes | Member] = {}
        for one in placed:
            members.update(copier.slide(one, partial(counterpart, one, deck)))
        for part in sorted(self.parts.shared - {self.main}):
            members.update(copier.shared(part, lambda slide: _first(deck.get(slide, ()))))
        return members

    def _main(self, placed: Sequence[Placed]) -> dict[str, bytes]:
        """ppt/presentation.xml and its relationships."""
        known = self.links[self.main]
        first = {one.turn.slide: _first([one]) for one in placed if not one.copy}
        links = [
            link.led_to(self.main, first.get(link.target, link.target))
            for link in known
            if link.target in first or link.target not in self.parts.own
        ]
        kind = next((link.type for link in known if link.kind == SLIDE), "")
        links += [
            Link(one.entry.relation, kind, "", "").led_to(self.main, one.names[one.turn.slide])
            for one in placed
            if one.copy
        ]
        lists = self.lists.written([one.entry for one in placed])
        return {self.main: lists, relations_name(self.main): write_links(links)}

    def _told(self, placed: Sequence[Placed]) -> dict[str, bytes]:
        """What the properties say of the slides."""
        if not self.properties.parts:
            return {}
        texts = [one.turn.xml or self.texts[one.turn.slide] for one in placed]
        entries = [one.entry for one in placed]
        told = Told(
            entries=entries,
            titles=[title(text) for text in texts],
            notes=sum(bool(notes_of(self.links, one.turn.slide)) for one in placed),
            hidden=sum(map(is_hidden, texts)),
            shows=self.lists.shows_left(entries),
        )
        return self.properties.written(told)


def _first(copies: Sequence[Placed]) -> str:
    """The member of the first of a slide's turns; empty when it was left out."""
    return copies[0].names[copies[0].turn.slide] if copies else ""
