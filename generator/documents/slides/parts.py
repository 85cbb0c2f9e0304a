"""Which parts of a deck belong to one slide alone, and which go when that slide goes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from generator.documents.packages.links import Link, Links, reached
from generator.documents.packages.package import Package

SLIDE = "slide"
NOTES = "notesSlide"
COMMENTS = "comments"
_SHARED = frozenset({
    SLIDE, "slideLayout", "slideMaster", "notesMaster", "handoutMaster", "theme", "customXml",
    "hyperlink", "font", "image", "hdphoto", "media", "audio", "video", "model3d",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class SlideParts:
    """The parts of a deck, slide by slide.

    `own` are a slide and what is copied with it (notes, charts, workbooks, tags), itself first;
    `once` are those of them that are said once however often the slide comes (comments);
    `reached` is everything that a slide leads to, `shared` what the deck has without any slide.
    """

    own: Mapping[str, tuple[str, ...]]
    once: frozenset[str]
    reached: Mapping[str, frozenset[str]]
    shared: frozenset[str]

    def unused(self, shown: Collection[str]) -> frozenset[str]:
        """What nothing leads to when only these slides are shown."""
        left = self.shared.union(*(self.reached[slide] for slide in shown))
        return frozenset[str]().union(*self.reached.values()) - left


def read_slide_parts(package: Package, links: Links, slides: Sequence[str]) -> SlideParts:
    """The parts of these slides of a package."""
    others = frozenset(slides)

    def inside(link: Link) -> bool:
        return link.target in package and link.target not in others

    shared = frozenset(reached(links, "", inside))

    def owned(link: Link) -> bool:
        return inside(link) and link.kind not in _SHARED and link.target not in shared

    def repeated(link: Link) -> bool:
        return owned(link) and link.kind != COMMENTS

    own = {slide: reached(links, slide, owned) for slide in slides}
    copied = frozenset(part for slide in slides for part in reached(links, slide, repeated))
    return SlideParts(
        own,
        frozenset(part for parts in own.values() for part in parts) - copied,
        {slide: frozenset(reached(links, slide, inside)) for slide in slides},
        shared - {""},
    )


def notes_of(links: Links, slide: str) -> str:
    """The notes of a slide, empty where it has none."""
    return next((link.target for link in links.get(slide, ()) if link.kind == NOTES), "")
