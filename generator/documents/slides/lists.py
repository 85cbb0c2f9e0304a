"""The lists of slides in ppt/presentation.xml: the deck's order, its sections, its custom shows.

ECMA-376 part 1, 19.2.1 (lists) and 19.7.13 (slide ids: from 256, below 2^31); [MS-PPTX] for
sections.
"""

from __future__ import annotations

import itertools
import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from generator.documents.packages.escapes import quoteattr
from generator.documents.packages.parsing import parse
from generator.documents.skeletons.cut import cut
from generator.documents.skeletons.late import mark
from generator.documents.skeletons.marks import token
from generator.documents.vocabulary import P, R
from generator.model import Place

P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
SECTIONS_URI = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
FIRST_ID, LAST_ID = 256, 2**31 - 1

_SLIDES, _SHOWS, _SECTIONS = "slides", "shows", "sections"


@dataclass(frozen=True, slots=True)
class Entry:
    """A slide of the deck: which slide of the template it is (from 0), its id, its relation."""

    index: int
    id: int
    relation: str


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the template: the slides in it, by index."""

    name: str
    id: str
    slides: frozenset[int]
    extensions: str


@dataclass(frozen=True, slots=True)
class CustomShow:
    """A custom show of the template: its slides in its own order, by index."""

    name: str
    id: str
    slides: tuple[int, ...]
    extensions: str

    def shown(self, entries: Sequence[Entry]) -> list[Entry]:
        """Its slides in the deck; a show in the deck's order keeps to that order."""
        if all(one < other for one, other in itertools.pairwise(self.slides)):
            return [entry for entry in entries if entry.index in self.slides]
        return [entry for index in self.slides for entry in entries if entry.index == index]


@dataclass(frozen=True, slots=True)
class SlideLists:
    """ppt/presentation.xml, read once: `text` has a mark where each of the lists stands.

    `entries` are the template's own slides; `extensions` is what an entry holds, by index.
    """

    text: str
    entries: tuple[Entry, ...]
    extensions: tuple[str, ...]
    sections: tuple[Section, ...]
    shows: tuple[CustomShow, ...]
    main: str
    relation: str

    def written(self, entries: Sequence[Entry]) -> bytes:
        """The part for a deck of these slides, each in the order shown."""
        text = self.text.replace(mark(_SLIDES), self._slides(entries))
        text = text.replace(mark(_SHOWS), self._shows(entries))
        return text.replace(mark(_SECTIONS), self._sections(entries)).encode()

    def shows_left(self, entries: Sequence[Entry]) -> list[CustomShow]:
        """The custom shows of which there is something to show."""
        return [show for show in self.shows if show.shown(entries)]

    def fresh_ids(self) -> Iterator[int]:
        """Slide ids that no slide of the template has, above the highest as long as there are."""
        taken = {entry.id for entry in self.entries}
        highest = max(taken, default=FIRST_ID - 1)
        above = range(highest + 1, LAST_ID + 1)
        return itertools.chain(above, (id for id in range(FIRST_ID, highest) if id not in taken))

    def _slides(self, entries: Iterable[Entry]) -> str:
        p, r = self.main, self.relation
        inside = []
        for entry in entries:
            attributes = f'id="{entry.id}" {r}id={quoteattr(entry.relation)}'
            own = self.extensions[entry.index] if entry in self.entries else ""
            ending = f">{own}</{p}sldId>" if own else "/>"
            inside.append(f"<{p}sldId {attributes}{ending}")
        return f"<{p}sldIdLst>{''.join(inside)}</{p}sldIdLst>"

    def _shows(self, entries: Sequence[Entry]) -> str:
        p, r = self.main, self.relation
        left = self.shows_left(entries)
        inside = "".join(
            f"<{p}custShow name={quoteattr(show.name)} id={quoteattr(show.id)}><{p}sldLst>"
            + "".join(f"<{p}sld {r}id={quoteattr(e.relation)}/>" for e in show.shown(entries))
            + f"</{p}sldLst>{show.extensions}</{p}custShow>"
            for show in left
        )
        return f"<{p}custShowLst>{inside}</{p}custShowLst>" if left else ""

    def _sections(self, entries: Iterable[Entry]) -> str:
        """A section is a stretch of the deck: one that comes again does so under an id of its own.

        Sections without slides go, lest their names tell of what was left out.
        """
        section_of = {i: section for section in self.sections for i in section.slides}
        times: dict[str, int] = {}
        written = []
        for section, slides in itertools.groupby(entries, lambda e: section_of.get(e.index)):
            if section is not None:
                times[section.id] = times.get(section.id, 0) + 1
                written.append(_section(section, slides, times[section.id]))
        if not written:
            return ""
        p = self.main
        return (
            f'<{p}ext uri="{SECTIONS_URI}"><p14:sectionLst xmlns:p14="{P14}">{"".join(written)}'
            f"</p14:sectionLst></{p}ext>"
        )


def _section(section: Section, slides: Iterable[Entry], time: int) -> str:
    id = section.id if time == 1 else _other_id(section.id, time)
    inside = "".join(f'<p14:sldId id="{entry.id}"/>' for entry in slides)
    return (
        f"<p14:section name={quoteattr(section.name)} id={quoteattr(id)}>"
        f"<p14:sldIdLst>{inside}</p14:sldIdLst>{section.extensions if time == 1 else ''}"
        "</p14:section>"
    )


def _other_id(id: str, time: int) -> str:
    return f"{{{uuid.uuid5(uuid.NAMESPACE_OID, f'{id} {time}')}}}".upper()


def read_lists(xml: bytes, place: Place) -> SlideLists:
    """The lists of a deck. Raises FactpackError when the part is damaged."""
    root = parse(xml, place)
    nodes = list(root.iterfind(f"{{{P}}}sldIdLst/{{{P}}}sldId"))
    entries = tuple(
        Entry(index, _id(node), node.get(f"{{{R}}}id", "")) for index, node in enumerate(nodes)
    )
    extensions = tuple(_extensions(node, P) for node in nodes)
    shows = _read_shows(root, {entry.relation: entry.index for entry in entries})
    sections = _read_sections(root, {entry.id: entry.index for entry in entries})
    _replace(root.find(f"{{{P}}}sldIdLst"), _SLIDES)
    _replace(root.find(f"{{{P}}}custShowLst"), _SHOWS)
    _replace(root.find(f"{{{P}}}extLst/{{{P}}}ext[@uri='{SECTIONS_URI}']"), _SECTIONS)
    prefixes = {uri: f"{prefix}:" if prefix else "" for prefix, uri in root.nsmap.items()}
    return SlideLists(
        cut(root).fragments[0], entries, extensions, sections, shows,
        prefixes[P], prefixes.get(R, f'xmlns:r="{R}" r:'),
    )  # fmt: skip


def _read_shows(root: etree._Element, by_relation: dict[str, int]) -> tuple[CustomShow, ...]:
    return tuple(
        CustomShow(
            show.get("name", ""),
            show.get("id", ""),
            tuple(
                by_relation[relation]
                for slide in show.iterfind(f"{{{P}}}sldLst/{{{P}}}sld")
                if (relation := slide.get(f"{{{R}}}id", "")) in by_relation
            ),
            _extensions(show, P),
        )
        for show in root.iterfind(f"{{{P}}}custShowLst/{{{P}}}custShow")
    )


def _read_sections(root: etree._Element, by_id: dict[int, int]) -> tuple[Section, ...]:
    return tuple(
        Section(
            section.get("name", ""),
            section.get("id", ""),
            frozenset(
                by_id[id]
                for slide in section.iterfind(f"{{{P14}}}sldIdLst/{{{P14}}}sldId")
                if (id := _id(slide)) in by_id
            ),
            _extensions(section, P14),
        )
        for section in root.iter(f"{{{P14}}}section")
    )


def _id(node: etree._Element) -> int:
    text = node.get("id", "")
    return int(text) if text.isdecimal() else 0


def _extensions(node: etree._Element, namespace: str) -> str:
    found = node.find(f"{{{namespace}}}extLst")
    return "" if found is None else etree.tostring(found, encoding="unicode", with_tail=False)


def _replace(node: etree._Element | None, code: str) -> None:
    """Put a token in an element's place."""
    parent = None if node is None else node.getparent()
    if node is not None and parent is not None:
        parent.replace(node, token(code))
