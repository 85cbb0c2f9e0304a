"""Putting values into places: text is escaped, figures are anchored, and every use is noted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from generator.documents.anchors import (
    CONTROL_BODY,
    CONTROL_TAIL,
    LABEL_MOST,
    control_head,
    stale_head,
)
from generator.documents.late import mark
from generator.documents.vocabulary import WORD
from generator.model import ChartSpec, Place, Said, Tone, Use
from generator.render.places import TagPlace
from generator.render.values import Picture

ChartSource = Callable[[str], ChartSpec]
PictureSource = Callable[[str, tuple[float, float]], Picture]

_DIRTY = re.compile('[\x00-\x1f"&<>\x7f-\x9f\ud800-\udfff\ufffe\uffff]')
_FORBIDDEN = re.compile("[\x00-\x08\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NEWLINE = re.compile("\r\n?|\x0b")  # U+000B is what Word makes of a soft line break
_SLIDE = re.compile(r"^(notes of )?slide \d+")
_TONES: dict[str, Tone] = {"stale": "stale"}
_NOT_TEXT = (type(None), list, tuple, dict, set, frozenset, bytes)


class NotText(TypeError):
    """A value that cannot be printed: a list, a mapping, nothing at all."""


class Unplaced(ValueError):
    """A value that cannot stand where its tag stands."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What ``chart("id")`` and ``picture("id")`` give to a place, or the thing itself."""

    kind: str
    id: str
    thing: ChartSpec | Picture | None = None


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart or picture that a place showed: with what it is to be filled.

    `slide` counts the slides of a deck of which the slides take turns.
    """

    place: TagPlace
    spec: ChartSpec | None = None
    picture: Picture | None = None
    slide: int = 0


class Writer:
    """Shows the values of one document; `uses` and `drawn` grow in reading order."""

    def __init__(
        self,
        places: Sequence[TagPlace],
        base: str,
        file: str,
        taken: frozenset[int],
        charts: ChartSource,
        pictures: PictureSource,
    ) -> None:
        self.places, self.base, self.file, self.taken = places, base, file, taken
        self.charts, self.pictures = charts, pictures
        self.uses: list[Use] = []
        self.drawn: list[Drawn] = []
        self.by_shape: dict[tuple[int, int], list[int]] = {}
        self.slide = 0
        self._control = 0
        self._spots: dict[int, Place] = {}

    def show(self, number: int, value: object) -> str:
        """The XML of a value at a place. Raises for a value that cannot be printed there."""
        place = self.places[number]
        if type(value) is str:
            text = value
        elif type(value) is Asked:
            return self._draw(place, value)
        elif (figure := getattr(value, "__figure__", None)) is not None:
            return self._figure(place, figure())
        elif place.kind == "slide":
            return self._begin_slide(value)
        elif isinstance(value, ChartSpec):
            return self._draw(place, Asked("chart", value.id, value))
        else:
            text = _plain(value)
        if not text:
            return ""
        return place.head + written(text, place) + place.tail

    def drawn_on(self, slide: int) -> Iterable[Drawn]:
        """The charts and pictures of a slide that takes its turn; 0 for all of a plain file."""
        return (drawn for drawn in self.drawn if drawn.slide == slide)

    def settle_cell(self, use: int, row: int, column: int) -> None:
        """Note the cell of a table in which a figure turned out to stand."""
        known = self.uses[use]
        where = known.place.where.partition(", row ")[0]
        spot = Place(known.place.file, None, f"{where}, row {row}, column {column}")
        self.uses[use] = replace(known, place=spot)

    def settle_shape(self, shape: tuple[int, int], name: str) -> None:
        """Note the name that a shape (slide and number) has got."""
        for use in self.by_shape.get(shape, ()):
            self.uses[use] = replace(self.uses[use], shape=name)

    def _begin_slide(self, slide: object) -> str:
        """Count the slide that begins; the mark says which one of the template it is made of."""
        self.slide += 1
        self._spots.clear()
        return mark(f"|s{slide}")

    # -- figures -----------------------------------------------------------------------------

    def _figure(self, place: TagPlace, said: Said) -> str:
        if not said.text:
            return ""
        if not said.key:
            return place.head + written(said.text, place) + place.tail
        label = f"{self.base}:{said.key}" if self.base else said.key
        if len(label) > LABEL_MOST:
            raise Unplaced(
                f"the anchor {label!r} has more than the {LABEL_MOST} characters Word takes"
            )
        if place.kind != "run":
            self._note(place, said, 0)
            return written(said.text, place)
        head = place.head
        if said.tone == "stale":
            head = stale_head(head, place.tail, place.spaces, place.words)
        text = written(said.text, place, head)
        if place.words is WORD:
            control = self._next_control()
            self._note(place, said, control)
            anchor = f"{control_head(label)}{control}{CONTROL_BODY}"
            return f"{anchor}{head}{text}{place.tail}{CONTROL_TAIL}"
        return self._in_shape(place, said) + head + text + place.tail

    def _in_shape(self, place: TagPlace, said: Said) -> str:
        """Note a figure of a slide; in a table, leave a mark that will tell its cell."""
        shape = place.shape
        if shape is None:
            self._note(place, said, 0)
            return ""
        own = self.by_shape.setdefault((self.slide, shape.number), [])
        own.append(len(self.uses))
        self._note(place, said, len(own), shape.name)
        return mark(f"f{len(self.uses) - 1}") if shape.table else ""

    def _next_control(self) -> int:
        self._control += 1
        while self._control in self.taken:
            self._control += 1
        return self._control

    def _note(self, place: TagPlace, said: Said, ordinal: int, shape: str = "") -> None:
        spot = self._spots.get(place.number)
        if spot is None:
            spot = self._spots[place.number] = Place(self.file, None, self._where(place))
        self.uses.append(_use(said, spot, shape, ordinal))

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
            spec = thing if isinstance(thing, ChartSpec) else self.charts(asked.id)
            self.drawn.append(Drawn(place, spec=spec, slide=self.slide))
            self._note_points(place, spec, "chart")
            return written(spec.alt, place) + self._late(place)
        size = place.drawing.size
        picture = thing if isinstance(thing, Picture) else self.pictures(asked.id, size)
        self.drawn.append(Drawn(place, picture=picture, slide=self.slide))
        if picture.spec is not None:
            self._note_points(place, picture.spec, "picture")
        return written(picture.alt, place) + self._late(place)

    def _late(self, place: TagPlace) -> str:
        """The mark that tells what the drawing after it is to be filled with."""
        late = place.drawing is not None and place.drawing.late
        return mark(f"w{len(self.drawn) - 1}") if late else ""

    def _note_points(self, place: TagPlace, spec: ChartSpec, part: str) -> None:
        """Note what a chart shows, series by series, gaps left out."""
        spot = Place(self.file, None, f"{self._where(place).partition(', ')[0]}, {part}")
        shape = place.drawing.name if place.drawing else ""
        shown = [
            Said(point.label, point.key, part, point.statements, _TONES.get(point.state, "plain"))
            for series in spec.series
            for point in series.points
            if point.value is not None
        ] + [Said(event.text, event.key, part, event.statements) for event in spec.events]
        for ordinal, said in enumerate(shown, 1):
            self.uses.append(_use(said, spot, shape, ordinal))


def _use(said: Said, spot: Place, shape: str, ordinal: int) -> Use:
    return Use(
        said.key, said.text, said.part, spot, said.statements, shape, ordinal,
        said.says_stale, said.tone,
    )  # fmt: skip


def written(text: str, place: TagPlace, head: str = "") -> str:
    """A text as XML at its place: nothing in it can be markup, what XML forbids is left out.

    `head` is the run's start where it is not the place's own.
    """
    if _DIRTY.search(text) is None:
        return text
    if place.kind == "core":
        return _FORBIDDEN.sub("", text)
    text = _FORBIDDEN.sub("", _NEWLINE.sub("\n", text))
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if place.kind == "attribute":
        return text.replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
    if place.kind == "text":
        return text.replace("\n", " ").replace("\t", " ")
    return text.replace("\t", place.words.tab).replace(
        "\n", _line_break(place.words.line_break, head or place.head)
    )


def _line_break(line_break: str, head: str) -> str:
    """What ends a line and begins the next, in the run's own looks."""
    if "{properties}" not in line_break:
        return line_break
    properties = head[head.index(">") + 1 : head.rindex("<")]
    return line_break.format(properties=properties)


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
