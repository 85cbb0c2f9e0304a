"""docProps/app.xml of a deck: how many slides, and their titles among the titles of its parts.

ECMA-376 part 1, 22.2: headings with a number each, then all titles in one list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from generator.documents.packages.escapes import escape
from generator.documents.packages.parsing import parse
from generator.documents.skeletons.cut import cut
from generator.documents.skeletons.late import mark
from generator.documents.skeletons.marks import token, token_text
from generator.documents.slides.lists import CustomShow, Entry
from generator.model import Place

_EP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_VT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_COUNTS = ("Slides", "Notes", "HiddenSlides")
_TITLES = "titles"
_TAG = re.compile(r"\{[{%#]")
# How PowerPoint and WPS head the slides' titles; other languages are known by their number alone.
_HEADINGS = ("Slide Titles", "幻灯片标题", "投影片標題")


@dataclass(frozen=True, slots=True)
class Heading:
    """One kind of titles in docProps/app.xml: themes, slides, custom shows."""

    name: str
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What there is to say of a finished deck; `titles` are escaped, empty where there is none."""

    entries: Sequence[Entry]
    titles: Sequence[str]
    notes: int
    hidden: int
    shows: Sequence[CustomShow]


@dataclass(frozen=True, slots=True)
class AppProperties:
    """docProps/app.xml, read once: `headings` are empty when it does not tell its slides apart."""

    text: str
    headings: tuple[Heading, ...]
    slides_at: int
    shows_at: int

    def written(self, told: Told) -> bytes:
        """The part for a deck; titles of an unclear order are left out, as they may be."""
        counts = (len(told.titles), told.notes, told.hidden)
        text = self.text.replace(mark(_TITLES), self._titles(told))
        for name, count in zip(_COUNTS, counts, strict=True):
            text = text.replace(mark(name), str(count))
        return text.encode()

    def _titles(self, told: Told) -> str:
        groups = [(h.name, [escape(title) for title in h.titles]) for h in self.headings]
        if not groups:
            return ""
        name, known = groups[self.slides_at]
        shown = zip(told.titles, told.entries, strict=True)
        groups[self.slides_at] = (name, [title or known[entry.index] for title, entry in shown])
        if self.shows_at:
            name, _ = groups[self.shows_at]
            groups[self.shows_at] = (name, [escape(show.name) for show in told.shows])
        return _vectors([(name, titles) for name, titles in groups if titles])


def _vectors(groups: Sequence[tuple[str, Sequence[str]]]) -> str:
    pairs = "".join(
        f"<vt:variant><vt:lpstr>{escape(name)}</vt:lpstr></vt:variant>"
        f"<vt:variant><vt:i4>{len(titles)}</vt:i4></vt:variant>"
        for name, titles in groups
    )
    titles = [f"<vt:lpstr>{title}</vt:lpstr>" for _, titles in groups for title in titles]
    space = f'xmlns="{_EP}" xmlns:vt="{_VT}"'
    return (
        f'<HeadingPairs {space}><vt:vector size="{2 * len(groups)}" baseType="variant">{pairs}'
        f'</vt:vector></HeadingPairs><TitlesOfParts {space}><vt:vector size="{len(titles)}"'
        f' baseType="lpstr">{"".join(titles)}</vt:vector></TitlesOfParts>'
    )


def read_app_properties(
    xml: bytes, slides: int, shows: Sequence[CustomShow], place: Place
) -> AppProperties:
    """The properties of a deck with so many slides. Raises FactpackError when damaged."""
    root = parse(xml, place)
    headings = _headings(root)
    shows_at = _shows_at(headings, shows)
    slides_at = _slides_at(headings, slides, shows_at)
    for name in _COUNTS:
        node = root.find(f"{{{_EP}}}{name}")
        if node is not None:
            node.text = token_text(name)
    pairs, titles = root.find(f"{{{_EP}}}HeadingPairs"), root.find(f"{{{_EP}}}TitlesOfParts")
    if pairs is not None:
        root.replace(pairs, token(_TITLES))
    if titles is not None:
        root.remove(titles)
    known = headings if slides_at is not None else ()
    return AppProperties(cut(root).fragments[0], known, slides_at or 0, shows_at)


def _headings(root: etree._Element) -> tuple[Heading, ...]:
    """The titles under their headings; none when the numbers do not agree."""
    pairs = [
        node.text or ""
        for node in root.iterfind(f"{{{_EP}}}HeadingPairs/{{{_VT}}}vector/{{{_VT}}}variant/*")
    ]
    titles = [
        "" if _TAG.search(node.text or "") else node.text or ""
        for node in root.iterfind(f"{{{_EP}}}TitlesOfParts/{{{_VT}}}vector/{{{_VT}}}lpstr")
    ]
    found = []
    for name, count in zip(pairs[::2], pairs[1::2], strict=False):
        if not count.isdecimal() or int(count) > len(titles):
            return ()
        found.append(Heading(name, tuple(titles[: int(count)])))
        del titles[: int(count)]
    return () if titles else tuple(found)


def _shows_at(headings: Sequence[Heading], shows: Sequence[CustomShow]) -> int:
    """Where custom shows are listed; 0, where they never are, when nowhere."""
    names = tuple(show.name for show in shows)
    last = len(headings) - 1
    return last if shows and last > 0 and headings[last].titles == names else 0


def _slides_at(headings: Sequence[Heading], slides: int, shows_at: int) -> int | None:
    """Where slides are listed: by the heading, else the last that has as many titles."""
    fitting = [
        at
        for at, heading in enumerate(headings)
        if len(heading.titles) == slides and (at != shows_at or not shows_at)
    ]
    named = [at for at in fitting if headings[at].name in _HEADINGS]
    return max(named or fitting, default=None)
