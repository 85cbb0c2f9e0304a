"""A deck put together from slides that take turns: each with charts, pictures, tags of its own."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from generator.documents.packages.package import Member
from generator.documents.packages.strict import strictly
from generator.model import FactpackError, Place, error
from generator.render.output import Output

if TYPE_CHECKING:
    from datetime import datetime

    from generator.documents.slides.deck import SlideShow
    from generator.render.assembly import Assembly
    from generator.render.deck_output import DeckOutput
    from generator.render.parts import Parts
    from generator.render.template import Template

_STEP = "Give one of the blocks something to show, or add a slide outside of them."

Members = Mapping[str, bytes | Member]


def begun_output(template: Template) -> Output | DeckOutput:
    """Where the text of a template's program goes."""
    if template.show is not None:
        from generator.render.deck_output import DeckOutput

        own = template.show.parts.own.values()
        return DeckOutput(template.parts, {part for parts in own for part in parts})
    return Output(template.parts, template.streams, template.loose)


def assembled(
    output: Output | DeckOutput,
    assembly: Assembly,
    core: Mapping[str, str],
    when: datetime | None,
) -> tuple[Members, Collection[str]]:
    """Every member that differs from the template's, and the names of those that go.

    Raises FactpackError when a chart cannot show what it is given, or no slide is left of a deck.
    """
    template = assembly.template
    made: tuple[Members, Collection[str]] = (
        (_whole(output, assembly, core, when), ())
        if isinstance(output, Output)
        else _arranged(output, assembly, core, when)
    )
    members, gone = assembly.forgotten.swept(*made)
    return strictly(members) if template.office.strict else members, gone


def _whole(
    output: Output, assembly: Assembly, core: Mapping[str, str], when: datetime | None
) -> Members:
    """The members of a document, or of a deck of which the slides stay as they are."""
    done = output.finish()
    for name, needles in output.missed.items():
        assembly.forgotten.let_go(assembly.parts, name, needles)
    return assembly.members(done, core, when)


def _arranged(
    output: DeckOutput, assembly: Assembly, core: Mapping[str, str], when: datetime | None
) -> tuple[dict[str, bytes | Member], frozenset[str]]:
    """The members of a deck of which the slides take turns."""
    from generator.documents.slides.parts import notes_of

    template, show = assembly.template, assembly.template.show
    assert show is not None
    shown = output.turns()
    if not shown:
        problem = "No slide is left: all of them stand in blocks that show nothing."
        raise FactpackError([error(Place(template.file), problem, _STEP)])
    slides = [show.slides[texts.slide - 1] for texts in shown]
    turns = assembly.writer.rich.turns
    for number, (parts, texts) in enumerate(zip(turns, shown, strict=True), 1):
        assembly.fill_charts(parts, number)
        own = show.parts.own[slides[number - 1]]
        for name, text in texts.texts.items():
            into = parts if name in own else assembly.parts
            assembly.write(into, name, text, number)
    assembly.stories = _stories(assembly, show, zip(turns, slides, strict=True))
    assembly.owners = partial(_owners, assembly.parts, show, list(zip(turns, slides, strict=True)))
    assembly.members(output.fields(), core, when)
    made = [
        parts.turn(slide, notes_of(show.links, slide))
        for parts, slide in zip(turns, slides, strict=True)
    ]
    arranged = show.arranged(made, assembly.parts.members)
    return arranged.members, arranged.removed


def _owners(
    deck: Parts, show: SlideShow, turns: Sequence[tuple[Parts, str]], name: str
) -> Sequence[Parts]:
    """The turns of the slide that a member belongs to, or the deck when it belongs to none."""
    if not any(name in own for own in show.parts.own.values()):
        return (deck,)
    return [parts for parts, slide in turns if name in show.parts.own[slide]]


def _stories(
    assembly: Assembly, show: SlideShow, turns: Iterable[tuple[Parts, str]]
) -> list[tuple[Parts, str]]:
    """The parts with text: those of each turn, and those of no slide."""
    titled = assembly.template.office.parts
    of_slides = {part for parts in show.parts.own.values() for part in parts}
    stories = [(assembly.parts, part) for part in titled if part not in of_slides]
    for parts, slide in turns:
        stories += [(parts, part) for part in show.parts.own[slide] if part in titled]
    return stories
