"""A template opened once: checked as a whole, compiled, and ready for any number of documents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from generator.documents.notes import NoteParts, move_notes
from generator.documents.office import Office, read_office, unfilled_parts
from generator.documents.packages.core import read_core
from generator.documents.packages.outside import read_outside
from generator.documents.packages.package import Package, read_package
from generator.documents.packages.zipping import Untouched
from generator.documents.presentation import Shape
from generator.documents.skeletons.decisions import Scopes
from generator.documents.skeletons.ids import control_ids
from generator.documents.skeletons.skeleton import open_part
from generator.documents.slides.deck import SlideShow
from generator.documents.values.style_names import StyleNames
from generator.documents.vocabulary import WORD
from generator.model import FactpackError, Place, Problem, error
from generator.render.deck import add_slides
from generator.render.places import TagPlace
from generator.render.rich_source import WordSource
from generator.render.script import Script
from generator.render.values import Need, NeedKind, Needs
from generator.tags.depth import TOO_DEEP, deep_faults
from generator.tags.errors import TagError, fault_of
from generator.tags.examine import Wishes, forbidden, misused, wishes
from generator.tags.program import Program, parse_tags

UnknownNames = Literal["error", "empty"]


@dataclass(frozen=True, slots=True, eq=False)
class Template:
    """A compiled template: `program` makes the text of `parts`, the rest goes out as it is.

    `show` is a deck of which the slides come in turns: repeated, left out, told of by title.
    `fragments` are the constant texts between the places; `opened_links` the relationships, part
    by part, whose addresses are filled.
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
    source: WordSource
    warnings: tuple[Problem, ...]
    _needs: Needs

    def needs(self) -> Needs:
        """What the template asks for by name, with places."""
        return self._needs


def open_template(
    path: Path,
    name: str | None = None,
    *,
    scopes: Scopes = "places",
    undefined: UnknownNames = "error",
) -> Template:
    """The template at `path`, called `name` in problems.

    What a block repeats is read off the places of its tags, or with ``docxtpl`` goes literally from
    one to the other; unknown names are errors, or with ``empty`` print nothing.

    Raises FactpackError with every problem of the file: not an Office file, damaged, or tags that
    are unclosed, crossed, misspelt or in places that do not fit together.
    """
    file = name if name is not None else path.as_posix()
    try:
        data = path.read_bytes()
    except OSError as reason:
        problem = f"The template cannot be read: {reason.strerror}."
        raise FactpackError([error(Place(file), problem, "Check its name and place.")]) from None
    return compile_template(data, file, scopes=scopes, undefined=undefined)


def compile_template(
    data: bytes, file: str, *, scopes: Scopes = "places", undefined: UnknownNames = "error"
) -> Template:
    """The template in `data`. Raises as `open_template` does."""
    place = Place(file)
    package = read_package(data, place)
    office = read_office(package)
    main = next(iter(office.parts), "")
    notes = move_notes(package, main) if office.words is WORD else NoteParts()
    script = Script(file, scopes)
    taken: set[int] = set()
    links: dict[str, frozenset[str]] = {}
    show: SlideShow | None = None
    titled = office.parts.items()
    opened = (open_part(package, name, title, office.words, notes) for name, title in titled)
    if office.words is WORD:
        for part in opened:
            taken.update(control_ids(part.root))
            script.add_part(part)
            links[part.name] = part.links
    else:
        slides = list(opened)
        links.update((part.name, part.links) for part in slides)
        show = add_slides(script, package, slides)
    script.refuse_unfilled(unfilled_parts(package, office))
    core = read_core(package.read(office.core), place) if office.core else {}
    tagged = {name for name, text in core.items() if script.add_core(name, text)}
    program = checked_program(script, undefined)
    asked = wishes(program.tree) if program else Wishes()
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
        core={name: text for name, text in core.items() if name not in tagged},
        highest_id=script.highest_id,
        taken_controls=frozenset(taken),
        filters=tuple(asked.filters),
        show=show,
        fragments=tuple(script.fragments),
        opened_links={part: ids for part, ids in links.items() if ids},
        source=WordSource(package, main, notes, StyleNames(package, main)),
        warnings=tuple(script.warnings),
        _needs=Needs(_needs(script, asked), read_outside(package)),
    )


def checked_program(script: Script, undefined: UnknownNames = "error") -> Program | None:
    """The program of a script, none where no tag stands. Raises FactpackError with every fault."""
    if script.problems:
        script.check_syntax()
        raise FactpackError(script.problems)
    if not script.parts:
        return None
    try:
        tree = parse_tags(script.sources)
        script.faults([*forbidden(tree), *misused(tree, script.markup)])
        if not script.problems:
            lenient = undefined == "empty"
            return Program(script.fragments, script.sources, tree, script.markup, lenient=lenient)
    except TagError as reason:
        script.check_syntax()
        script.faults([] if script.problems else [fault_of(reason)])
    except TOO_DEEP:
        script.faults(deep_faults(script.sources))
    raise FactpackError(script.problems)


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
