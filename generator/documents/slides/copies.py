"""The members of finished slides: XML, notes, charts with their workbooks, relationships.

The first turn of a slide changes the template's parts in place; every further turn has copies, so
that a chart filled for one slide shows on no other. Layouts, pictures and films are shared.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from generator.documents.packages.links import Link, Links, write_links
from generator.documents.packages.package import Member
from generator.documents.packages.relations import relations_name
from generator.documents.slides.parts import notes_of
from generator.documents.slides.text import Texts, unlinked, with_own_creation
from generator.documents.slides.turns import Placed

_SHOW_ACTION = b"ppaction://customshow"

# Where a link to a slide of the template leads in the finished deck; empty: nowhere any more.
Leads = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Copier:
    """Writes the members of one finished deck; `gone` are the ids of custom shows that went."""

    texts: Texts
    links: Links
    slides: Collection[str]
    gone: Collection[str]

    def slide(self, placed: Placed, leads: Leads) -> Iterator[tuple[str, bytes | Member]]:
        """Every member of a placed slide that is not the template's as it stands."""
        for part, name in placed.names.items():
            known = self.links.get(part, ())
            links = self._links(placed, part, leads)
            dead = {link.id for link in known}.difference(link.id for link in links)
            data = self._content(placed, part, dead)
            if data is not None:
                yield name, data
            if links != known or (links and name != part):
                yield relations_name(name), write_links(links)

    def shared(self, part: str, leads: Leads) -> Iterator[tuple[str, bytes]]:
        """A part of no slide's own, when what it leads to has moved or was left out."""
        known = self.links.get(part, ())
        to = {k.id: leads(k.target) for k in known if k.target in self.slides}
        dead = {id for id, slide in to.items() if not slide}
        if dead or self._starts_shows(part):
            yield part, unlinked(self.texts[part], dead, self.gone).encode()
        left = tuple(k.led_to(part, to.get(k.id, k.target)) for k in known if k.id not in dead)
        if left != known:
            yield relations_name(part), write_links(left)

    def _content(self, placed: Placed, part: str, dead: Collection[str]) -> bytes | Member | None:
        """What a part holds, None where it stays what it is in the template."""
        turn, name = placed.turn, placed.names[part]
        copied = name != part
        if part in turn.replaced:
            return turn.replaced[part]
        of_slide = part == turn.slide
        xml = turn.xml if of_slide else turn.notes if part == self._notes(placed) else None
        again = of_slide and placed.copy > 0
        if xml is None and not dead and not again and not self._starts_shows(part):
            return replace(self.texts.package.members[part], name=name) if copied else None
        xml = self.texts[part] if xml is None else xml
        if dead or self.gone:
            xml = unlinked(xml, dead, self.gone)
        return (with_own_creation(xml, placed.copy) if again else xml).encode()

    def _links(self, placed: Placed, part: str, leads: Leads) -> tuple[Link, ...]:
        """The relationships of a part as it goes out: redirected, some left out, some added."""
        out: dict[str, Link] = {}
        dropped = placed.turn.dropped.get(part, ())
        for link in self.links.get(part, ()):
            if link.id in dropped:
                continue
            target = self._target(placed, link, leads)
            if target or not link.target:
                out[link.id] = link.led_to(part, target)
        out.update((link.id, link) for link in placed.turn.new_links(part))
        return tuple(out.values())

    def _target(self, placed: Placed, link: Link, leads: Leads) -> str:
        if link.target in self.slides:
            return leads(link.target)
        return placed.names.get(link.target, "" if link.target in placed.without else link.target)

    def _notes(self, placed: Placed) -> str:
        return notes_of(self.links, placed.turn.slide)

    def _starts_shows(self, part: str) -> bool:
        return bool(self.gone) and _SHOW_ACTION in self.texts.package.read(part)


def copied_types(
    placed: Iterable[Placed], kinds: Callable[[str], str]
) -> Iterator[tuple[str, str]]:
    """The content types that copies take over from the parts that they are of."""
    for one in placed:
        for part, name in one.names.items():
            if name != part and (kind := kinds(part)):
                yield name, kind
