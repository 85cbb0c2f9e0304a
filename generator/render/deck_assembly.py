"""A deck put together from slides that take turns: each with charts, pictures, tags of its own."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from generator.documents.chart_look import ChartLook
from generator.documents.kinds import Kind
from generator.documents.package import Member
from generator.documents.slides import SlideShow, SlideTurn
from generator.model import FactpackError, Place, error
from generator.render.assembly import Assembly
from generator.render.deck_output import DeckOutput, TurnTexts
from generator.render.output import Output
from generator.render.parts import Parts
from generator.render.template import Template
from generator.render.writer import Writer

_STEP = "Give one of the blocks something to show, or add a slide outside of them."

Members = Mapping[str, bytes | Member]


def begun_output(template: Template) -> Output | DeckOutput:
    """Where the text of a template's program goes."""
    if template.show is not None:
        return DeckOutput(template.parts)
    return Output(template.parts, template.streams)


def assembled(
    output: Output | DeckOutput,
    template: Template,
    writer: Writer,
    *,
    base: str,
    look: ChartLook | None,
    kind: Kind,
    core: Mapping[str, str],
    when: datetime | None,
) -> tuple[Members, Collection[str]]:
    """Every member that differs from the template's, and the names of those that go.

    Raises FactpackError when a chart cannot show what it is given, or no slide is left of a deck.
    """
    assembly = Assembly(template, writer, base, look, kind)
    if isinstance(output, Output):
        return assembly.members(output.finish(), core, when), ()
    assert template.show is not None
    shown = output.turns()
    if not shown:
        problem = "No slide is left: all of them stand in blocks that show nothing."
        raise FactpackError([error(Place(template.file), problem, _STEP)])
    turns = [_turn(assembly, template.show, number, texts) for number, texts in enumerate(shown, 1)]
    members = assembly.members(output.fields(), core, when)
    arranged = template.show.arranged(turns, members)
    return arranged.members, arranged.removed


def _turn(assembly: Assembly, show: SlideShow, number: int, made: TurnTexts) -> SlideTurn:
    """A finished slide; what only it shows is kept apart, what is new goes to the deck."""
    slide = show.slides[made.slide - 1]
    parts = TurnParts(
        assembly.template.package, assembly.parts.own, assembly.parts.made, deck=assembly.parts
    )
    assembly.fill_charts(parts, number)
    texts = {name: assembly.settled(parts, name, text, number) for name, text in made.texts.items()}
    xml = texts.pop(slide, None)
    notes = next(iter(texts.values()), None)
    return parts.turn(slide, xml, notes)


@dataclass(slots=True, kw_only=True)
class TurnParts(Parts):
    """The parts of one slide that takes its turn; what is new is the deck's, under free names."""

    deck: Parts

    def __post_init__(self) -> None:
        self._extensions, self._overrides = self.deck._extensions, self.deck._overrides

    def turn(self, slide: str, xml: str | None, notes: str | None) -> SlideTurn:
        """The finished slide with what only it shows; new parts are handed to the deck."""
        new = {name: data for name, data in self.members.items() if name not in self.package}
        self.deck.members.update(new)
        replaced = {
            name: data
            for name, data in self.members.items()
            if name in self.package and isinstance(data, bytes)
        }
        return SlideTurn(slide, xml, notes, replaced, self._relations)

    def _media(self, folder: str, data: bytes) -> str:
        return self.deck._media(folder, data)

    def _free(self, pattern: str) -> str:
        name = self.deck._free(pattern)
        self.deck.members[name] = b""  # nothing else may take it
        return name
