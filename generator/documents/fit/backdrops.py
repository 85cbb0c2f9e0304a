"""What lies behind a slide: its layout, master, theme and the deck's defaults.

Read once for all decks that share the bytes of these parts, as editions of one template do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree

from generator.documents.fit.looks import Styles, theme_fonts
from generator.documents.packages.parsing import parse
from generator.documents.vocabulary import A, P
from generator.model import NOWHERE

_PROPERTIES, _PLACEHOLDER = f"{{{P}}}nvPr", f"{{{P}}}ph"
_BODY, _LIST = f"{{{P}}}txBody", f"{{{A}}}lstStyle"
_PLACES = (f"{{{P}}}sp", f"{{{P}}}pic", f"{{{P}}}graphicFrame")
_STYLES_OF = {
    "title": "titleStyle", "dt": "otherStyle", "ftr": "otherStyle", "sldNum": "otherStyle"
}  # fmt: skip
TITLES = ("title", "ctrTitle")

Mark = tuple[str, str]  # a placeholder's kind and index, as written


@dataclass(slots=True)
class Backdrop:
    """The parts behind a slide, and the looks of its text bodies."""

    layout: etree._Element | None
    master: etree._Element | None
    theme: etree._Element | None
    defaults: etree._Element
    fonts: Mapping[str, str]
    _behind: dict[Mark, tuple[etree._Element, ...]] = field(default_factory=dict)
    _styles: dict[Mark | None, Styles] = field(default_factory=dict)

    def behind(self, mark: Mark | None) -> tuple[etree._Element, ...]:
        """The placeholders that one takes after: the layout's, then the master's."""
        if mark is None:
            return ()
        if mark not in self._behind:
            self._behind[mark] = tuple(self._keepers(mark))
        return self._behind[mark]

    def styles(self, mark: Mark | None, body: etree._Element) -> Styles:
        """The looks of the levels of a text body."""
        own = body.find(_LIST)
        if own is not None and len(own):
            return Styles([*self._lists(mark), own])
        if mark not in self._styles:
            self._styles[mark] = Styles(self._lists(mark))
        return self._styles[mark]

    def _lists(self, mark: Mark | None) -> Iterator[etree._Element | None]:
        """The list styles that bear on a text, the farthest first."""
        yield self.defaults.find(f"{{{P}}}defaultTextStyle")
        if mark is not None and self.master is not None:
            style = _STYLES_OF.get(_plain(mark[0]), "bodyStyle")
            yield self.master.find(f"{{{P}}}txStyles/{{{P}}}{style}")
        for keeper in reversed(self.behind(mark)):
            yield keeper.find(f"{_BODY}/{_LIST}")

    def _keepers(self, mark: Mark) -> Iterator[etree._Element]:
        kind = mark[0]
        for place, shape in _places(self.layout):
            if _is_same_place(place, mark):
                yield shape
                kind = place[0]
                break
        by_kind = {place[0]: shape for place, shape in reversed(list(_places(self.master)))}
        keeper = by_kind.get(_plain(kind))
        if keeper is None and _plain(kind) not in _STYLES_OF:
            keeper = by_kind.get("body")
        if keeper is not None:
            yield keeper


def mark_of(shape: etree._Element) -> Mark | None:
    """A placeholder's kind (``obj`` when none is written) and index; ``None`` for other shapes."""
    properties = shape[0].find(_PROPERTIES) if len(shape) else None
    mark = None if properties is None else properties.find(_PLACEHOLDER)
    return None if mark is None else (mark.get("type", "obj"), mark.get("idx", "0"))


@lru_cache(maxsize=64)
def read_backdrop(layout: bytes, master: bytes, theme: bytes, main: bytes) -> Backdrop:
    """What lies behind a slide, from the bytes of its parts (none for one that is missing)."""
    read = [parse(data, NOWHERE) if data else None for data in (layout, master, theme)]
    fonts = {} if read[2] is None else theme_fonts(read[2])
    return Backdrop(read[0], read[1], read[2], parse(main, NOWHERE), fonts)


def _places(part: etree._Element | None) -> Iterator[tuple[Mark, etree._Element]]:
    for shape in () if part is None else part.iter(*_PLACES):
        mark = mark_of(shape)
        if mark is not None:
            yield mark, shape


def _is_same_place(layout: Mark, slide: Mark) -> bool:
    """Titles meet by kind, all others by index (19.3.1.36)."""
    if slide[0] in TITLES or layout[0] in TITLES:
        return slide[0] in TITLES and layout[0] in TITLES
    return layout[1] == slide[1]


def _plain(kind: str) -> str:
    return "title" if kind in TITLES else kind
