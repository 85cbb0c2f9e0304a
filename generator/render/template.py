"""A template opened once: checked as a whole, compiled, and ready for any number of documents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from generator.documents.frames import Shape
    from generator.documents.office import Office
    from generator.documents.packages.package import Package
    from generator.documents.packages.zipping import Untouched
    from generator.documents.slides.deck import SlideShow
    from generator.model import Problem
    from generator.render.places import TagPlace
    from generator.render.values import Needs
    from generator.render.word_source import WordSource
    from generator.tags.program import Program

UnknownNames = Literal["error", "empty"]


@dataclass(frozen=True, slots=True, eq=False)
class Template:
    """A compiled template: `program` makes the text of `parts`, the rest goes out as it is.

    `show` is a deck of which the slides come in turns: repeated, left out, told of by title.
    `fragments` are the constant texts between the places; `opened_links` the relationships, part
    by part, whose addresses are filled; `loose` is how the parts name what they may not show;
    in those `ranged` a bookmark may lose its beginning or end.
    """

    file: str
    office: Office
    package: Package
    untouched: Untouched
    program: Program | None
    places: tuple[TagPlace, ...]
    places_by_number: Mapping[int, TagPlace]
    parts: tuple[str, ...]
    streams: frozenset[str]
    shapes: Mapping[int, Shape]
    core: Mapping[str, str]
    highest_id: int
    taken_controls: frozenset[int]
    filters: tuple[tuple[str, int], ...]
    show: SlideShow | None
    fragments: tuple[str, ...]
    opened_links: Mapping[str, frozenset[str]]
    loose: Mapping[str, frozenset[str]]
    ranged: frozenset[str]
    source: WordSource
    warnings: tuple[Problem, ...]
    _needs: Needs

    def needs(self) -> Needs:
        """What the template asks for by name, with places."""
        return self._needs
