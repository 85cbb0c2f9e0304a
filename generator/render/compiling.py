"""From a file to a template: every part read, every tag found, checked and compiled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.documents.note_parts import NoteParts
from generator.documents.office import Office, read_office, unfilled_parts
from generator.documents.packages.core import read_core
from generator.documents.packages.outside import read_outside
from generator.documents.packages.package import Package, read_package
from generator.documents.packages.zipping import Untouched
from generator.documents.skeletons.decisions import Scopes
from generator.documents.skeletons.ids import control_ids
from generator.documents.skeletons.skeleton import open_part
from generator.documents.vocabulary import WORD
from generator.model import FactpackError, Place
from generator.render.filled_tables import row_tags
from generator.render.script import Script
from generator.render.template import Template, UnknownNames
from generator.render.values import Need, NeedKind, Needs
from generator.render.word_source import WordSource
from generator.tags.depth import TOO_DEEP, deep_faults
from generator.tags.errors import TagError, fault_of
from generator.tags.examine import Wishes, forbidden, misused, wishes
from generator.tags.generator import parse_tags
from generator.tags.program import Program

if TYPE_CHECKING:
    from generator.documents.slides.deck import SlideShow


_NOTES = frozenset(("footnotes", "endnotes"))  # as `office` calls these parts


@dataclass(slots=True)
class _Read:
    """What the parts of a file hold beside their tags: see `Template`."""

    links: Mapping[str, frozenset[str]]
    notes: NoteParts = field(default_factory=NoteParts)
    controls: frozenset[int] = frozenset()
    show: SlideShow | None = None


def compile_template(
    data: bytes, file: str, *, scopes: Scopes = "places", undefined: UnknownNames = "error"
) -> Template:
    """The template in `data`. Raises as `opening.open_template` does."""
    package = read_package(data, Place(file))
    office = read_office(package)
    script = Script(file, scopes)
    read = (_add_document if office.words is WORD else _add_deck)(script, package, office)
    script.told.unfilled(unfilled_parts(package, office))
    core = _add_core(script, package, office)
    program, asked = checked_program(script, undefined)
    return Template(
        file=file,
        office=office,
        package=package,
        untouched=Untouched(package.members.values()),
        program=program,
        places=tuple(script.places),
        places_by_number={place.number: place for place in script.places},
        parts=tuple(script.parts),
        streams=frozenset() if office.strict else frozenset(script.streams),
        shapes=script.shapes,
        core=core,
        highest_id=script.highest_id,
        taken_controls=read.controls,
        filters=tuple(asked.filters),
        show=read.show,
        fragments=tuple(script.fragments),
        opened_links={part: ids for part, ids in read.links.items() if ids},
        loose=script.loose,
        ranged=frozenset(script.ranged),
        source=WordSource(package, next(iter(office.parts), ""), read.notes),
        warnings=tuple(script.told.warnings),
        _needs=Needs(_needs(script, asked), read_outside(package)),
    )


def _add_document(script: Script, package: Package, office: Office) -> _Read:
    """The parts of a Word file, one after the other; no two trees are held at once."""
    notes = _moved_notes(package, office)
    links: dict[str, frozenset[str]] = {}
    controls: set[int] = set()
    for name, title in office.parts.items():
        part = open_part(package, name, title, office.words, notes, row_tags)
        controls.update(control_ids(part.root))
        script.add_part(part)
        links[name] = part.links
    return _Read(links, notes, frozenset(controls))


def _moved_notes(package: Package, office: Office) -> NoteParts:
    """Notes brought to their references; most files have none."""
    if _NOTES.isdisjoint(office.parts.values()):
        return NoteParts()
    from generator.documents.notes import move_notes

    return move_notes(package, next(iter(office.parts)))


def _add_deck(script: Script, package: Package, office: Office) -> _Read:
    """The slides of a deck with their notes."""
    from generator.render.deck import add_slides

    slides = [
        open_part(package, name, title, office.words, asks=row_tags)
        for name, title in office.parts.items()
    ]
    links = {slide.name: slide.links for slide in slides}
    return _Read(links, show=add_slides(script, package, slides))


def _add_core(script: Script, package: Package, office: Office) -> dict[str, str]:
    """The core properties: those with tags go into the script, the others are given back."""
    if not office.core:
        return {}
    core = read_core(package.read(office.core), package.place)
    return {name: text for name, text in core.items() if not script.add_core(name, text)}


def checked_program(
    script: Script, undefined: UnknownNames = "error"
) -> tuple[Program | None, Wishes]:
    """The program of a script, none where no tag stands, and what it asks for.

    Raises FactpackError with every fault.
    """
    if script.told.problems:
        script.check_syntax()
        raise FactpackError(script.told.problems)
    if not script.parts:
        return None, Wishes()
    try:
        return _program(script, undefined)
    except TagError as reason:
        script.check_syntax()
        script.faults([] if script.told.problems else [fault_of(reason)])
    except TOO_DEEP:
        script.faults(deep_faults(script.sources))
    raise FactpackError(script.told.problems)


def _program(script: Script, undefined: UnknownNames) -> tuple[Program, Wishes]:
    tree = parse_tags(script.sources)
    script.faults([*forbidden(tree), *misused(tree, script.markup)])
    if script.told.problems:
        raise FactpackError(script.told.problems)
    lenient = undefined == "empty"
    program = Program(script.fragments, script.sources, tree, script.markup, lenient=lenient)
    return program, wishes(tree, program.code.outside)


def _needs(script: Script, asked: Wishes) -> tuple[Need, ...]:
    found: list[tuple[int, Need]] = []
    kinds: tuple[tuple[NeedKind, list[tuple[str, int]]], ...] = (
        ("name", asked.names), ("chart", asked.charts), ("picture", asked.pictures),
        ("subdoc", asked.subdocs),
    )  # fmt: skip
    for kind, wished in kinds:
        for name, slot in wished:
            spot = Place(script.file, None, script.places[slot].where)
            found.append((slot, Need(name, spot, kind)))
    found.sort(key=lambda pair: pair[0])
    return tuple(need for _, need in found)
