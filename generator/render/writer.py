"""Putting values into places: text is escaped, figures are anchored, and every use is noted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, cast

from generator.documents.anchors import (
    CONTROL_BODY,
    CONTROL_TAIL,
    LABEL_MOST,
    control_head,
    stale_head,
)
from generator.documents.skeletons.late import mark
from generator.documents.vocabulary import WORD
from generator.render.noted import Noted
from generator.render.places import TagPlace
from generator.render.rich_text import Unplaced, breaks, is_clean, written
from generator.tags.bounds import check_slides
from generator.tags.pieces import Caught, Made, caught_parts

if TYPE_CHECKING:
    from generator.model import ChartSpec, Said, Tone, Use
    from generator.render.rich_writer import RichWriter
    from generator.render.values import Picture

ChartSource = Callable[[str], "ChartSpec"]
PictureSource = Callable[[str, tuple[float, float]], "Picture"]

_SLIDE = re.compile(r"^(notes of )?slide \d+")
_TONES: dict[str, Tone] = {"stale": "stale"}
_NO_TEXT = {"tr": "row", "tc": "cell"}
_STANDS = {
    "paragraphs": "the macro makes paragraphs: put the tag alone in a paragraph",
    "rows": "the macro makes rows: write {{tr …}} in a row of its own",
    "cells": "the macro makes cells: write {{tc …}} in a cell of its own",
}
_NUMBERS = (int, float)
_NOT_TEXT = (type(None), list, tuple, dict, set, frozenset, bytes)


class NotText(TypeError):
    """A value that cannot be printed: a list, a mapping, nothing at all."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What ``chart("id")`` and ``picture("id")`` give to a place, or the thing itself."""

    kind: str
    id: str
    thing: ChartSpec | Picture | None = None

    def __str__(self) -> str:
        raise TypeError(f"a {self.kind} belongs in the alternative text of a {self.kind}")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart that a place showed: with what it is to be filled.

    `slide` counts the slides of a deck of which the slides take turns.
    """

    place: TagPlace
    spec: ChartSpec
    slide: int = 0


class Writer:
    """Shows the values of one document; what it shows is `noted`, and `drawn` for charts."""

    def __init__(
        self,
        places: Sequence[TagPlace],
        base: str,
        file: str,
        taken: frozenset[int],
        charts: ChartSource,
        pictures: PictureSource,
        rich: Callable[[], RichWriter],
    ) -> None:
        """`rich` gives what writes rich values; it is asked when the first one is shown."""
        self.places, self.base, self.file, self.taken = places, base, file, taken
        self.charts, self.pictures = charts, pictures
        self._begin_rich = rich
        self.noted = Noted()
        self.drawn: list[Drawn] = []
        self.slide = 0
        self._control = 0

    @cached_property
    def rich(self) -> RichWriter:
        """What writes rich values."""
        return self._begin_rich()

    def show(self, number: int, value: object) -> str:
        """The XML of a value at a place. Raises for a value that cannot be printed there."""
        place = self.places[number]
        if type(value) is str:
            if value and place.quick and is_clean(value) is None:
                return place.start + value + place.end
            return self._text(number, place, value)
        if (figure := getattr(value, "__figure__", None)) is not None:
            return self._figure(place, figure())
        if place.kind == "slide":
            return self._begin_slide(value)
        if type(value) in _NUMBERS:
            return self._text(number, place, str(value))
        return self._thing(number, place, value)

    def _thing(self, number: int, place: TagPlace, value: object) -> str:
        """What is neither text nor figure: made by the template, drawn, rich, or to be printed."""
        if type(value) is Asked:
            return self._draw(place, value)
        if type(value) is Made:
            return _made(place, value)
        if type(value) is Caught:
            return self._caught(number, place, value)
        from generator.model import ChartSpec
        from generator.render.rich_foreign import as_rich

        if isinstance(value, ChartSpec):
            return self._draw(place, Asked("chart", value.id, value))
        if (rich := as_rich(value)) is not None:
            return self.rich.show(number, place, rich, self._anchored)
        return self._text(number, place, _plain(value))

    def _text(self, number: int, place: TagPlace, text: str) -> str:
        if not text:
            return place.empty
        if not place.quick:
            raise Unplaced(f"a text is no {_NO_TEXT[place.prefix]}: only a macro makes one")
        if breaks(text) and place.kind == "run":
            return self.rich.lines(number, place, text)
        return place.start + written(text, place) + place.end

    def adopt(self, place: TagPlace, xml: str, uses: Iterable[Use]) -> str:
        """The XML of a sub-document whose figures are this document's from now on."""
        from generator.render.adopted import adopt, without_anchor

        own = list(uses)
        for said in without_anchor(own):
            self._note(place, said, 0)

        def note(said: Said) -> int:
            control = self._next_control()
            self.noted.control(said, self._where(place), control)
            return control

        return adopt(xml, self.base, own, note)

    def drawn_on(self, slide: int) -> Iterable[Drawn]:
        """The charts of a slide that takes its turn; 0 for all of a plain file."""
        return (drawn for drawn in self.drawn if drawn.slide == slide)

    def _begin_slide(self, slide: object) -> str:
        """Count the slide that begins; the mark says which one of the template it is made of."""
        self.slide += 1
        check_slides(self.slide)
        self.rich.begin_slide()
        return mark(f"|s{slide}")

    def _caught(self, number: int, place: TagPlace, value: Caught) -> str:
        """A text with figures and rich values in it, each in runs of its own."""
        from generator.render.rich import Rich, called, inline
        from generator.render.rich_blocks import Block
        from generator.render.rich_foreign import as_rich

        parts = [part for part in caught_parts(value) if not (isinstance(part, str) and not part)]
        rich = [part if isinstance(part, str) else as_rich(part) or part for part in parts]
        whole = [part for part in rich if isinstance(part, Block)]
        if whole and all(isinstance(part, Block) or not str(part).strip() for part in rich):
            return "".join(self.show(number, part) for part in whole)
        if whole:
            raise Unplaced(
                f"{called(whole[0])} is whole paragraphs and cannot stand inside a text:"
                " catch it alone"
            )
        return self.rich.show(
            number, place, Rich(one for part in rich for one in inline(part)), self._anchored
        )

    # -- figures -----------------------------------------------------------------------------

    def _figure(self, place: TagPlace, said: Said) -> str:
        if not said.text:
            return place.empty
        return place.before + self._anchored(place, said, place.head) + place.after

    def _in_line(self, place: TagPlace, said: Said) -> str:
        return self._anchored(place, said, place.head) if said.text else ""

    def _anchored(self, place: TagPlace, said: Said, head: str) -> str:
        """A figure with its anchor, in a run that begins with `head`."""
        if not said.key:
            return head + written(said.text, place, head) + place.tail
        label = f"{self.base}:{said.key}" if self.base else said.key
        if len(label) > LABEL_MOST:
            raise Unplaced(
                f"the anchor {label!r} has more than the {LABEL_MOST} characters Word takes"
            )
        if place.kind != "run":
            use = self._note(place, said, 0)
            return (self.noted.mark(use, "u") if place.moves else "") + written(said.text, place)
        if said.tone == "stale":
            head = stale_head(head, place.tail, place.spaces, place.words)
        text = written(said.text, place, head)
        if place.words is WORD:
            control = self._next_control()
            self.noted.control(said, self._where(place), control)
            anchor = f"{control_head(label)}{control}{CONTROL_BODY}"
            return f"{anchor}{head}{text}{place.tail}{CONTROL_TAIL}"
        return self._in_shape(place, said) + head + text + place.tail

    def _in_shape(self, place: TagPlace, said: Said) -> str:
        """Note a figure of a slide, and leave a mark that will tell its paragraph and cell."""
        shape = place.shape
        if shape is None:
            self._note(place, said, 0)
            return ""
        own = self.noted.by_shape.setdefault((self.slide, shape.number), [])
        own.append(self._note(place, said, len(own) + 1, shape.name))
        return self.noted.mark(own[-1], "f")

    def _next_control(self) -> int:
        self._control += 1
        while self._control in self.taken:
            self._control += 1
        return self._control

    def _note(self, place: TagPlace, said: Said, ordinal: int, shape: str = "") -> int:
        return self.noted.note(said, self._where(place), shape, ordinal)

    def _where(self, place: TagPlace) -> str:
        """A place in the finished document: slides that take turns are counted there."""
        if not self.slide:
            return place.where
        return _SLIDE.sub(rf"\g<1>slide {self.slide}", place.where, count=1)

    # -- charts and pictures -----------------------------------------------------------------

    def _draw(self, place: TagPlace, asked: Asked) -> str:
        if place.drawing is None or place.drawing.kind != asked.kind:
            raise Unplaced(
                f'{asked.kind}("{asked.id}") belongs in the alternative text of a {asked.kind}'
            )
        thing = asked.thing
        if asked.kind == "chart":
            spec = self.charts(asked.id) if thing is None else cast("ChartSpec", thing)
            self.drawn.append(Drawn(place, spec=spec, slide=self.slide))
            late = mark(f"w{len(self.drawn) - 1}") if place.drawing.late else ""
            return self._note_points(place, spec, "chart") + written(spec.alt, place) + late
        size = place.drawing.size
        picture = self.pictures(asked.id, size) if thing is None else cast("Picture", thing)
        noted = self._note_points(place, picture.spec, "picture") if picture.spec else ""
        return noted + self.rich.frame(place, picture.data, picture.alt, picture.fit)

    def _note_points(self, place: TagPlace, spec: ChartSpec, part: str) -> str:
        """Note the facts that a chart shows, gaps left out; a mark will tell where."""
        from generator.model import Said

        where = f"{self._where(place).partition(', ')[0]}, {part}"
        shape = place.drawing.name if place.drawing else ""
        shown = [
            Said(point.label, point.key, part, point.statements, _TONES.get(point.state, "plain"))
            for series in spec.series
            for point in series.points
            if point.value is not None and point.key
        ] + [Said(event.text, event.key, part, event.statements) for event in spec.events]
        first = len(self.noted.notes)
        for ordinal, said in enumerate(shown, 1):
            if said.key:
                self.noted.note(said, where, shape, ordinal)
        count = len(self.noted.notes) - first
        return self.noted.mark(first, "u", count) if count and place.moves else ""


def _made(place: TagPlace, made: Made) -> str:
    """Markup of a macro, in place of what the tag stands for."""
    if not place.takes(made.level):
        raise Unplaced(_STANDS.get(made.level, "this is more than text and cannot stand here"))
    inline = made.level not in ("paragraphs", "rows", "cells")
    return place.before + made.xml + place.after if inline else made.xml


def _plain(value: object) -> str:
    if isinstance(value, bool):
        raise NotText(f"{value} is a yes or no, not a text")
    if isinstance(value, _NOT_TEXT):
        raise NotText(f"{_kind(value)} is no text")
    text = str(value)  # an unknown name fails here
    if text and callable(value):
        raise NotText(f"{_kind(value)} is no text")
    return text


def _kind(value: object) -> str:
    return "nothing (None)" if value is None else f"a value of the kind {type(value).__name__}"
