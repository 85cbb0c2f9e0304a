"""A compiled template as bytes, and back: what a second process need not find out again.

The bytes hold plain values and the program's code, in Python's own form for compiled code
(`marshal`). Reading them runs nothing, running the program does, so they may only come from where
nobody else can write: see `opening`.
"""

from __future__ import annotations

import marshal
from typing import Any

from generator.documents.frames import Drawing, Shape
from generator.documents.note_parts import NoteParts, StaticNotes
from generator.documents.office import Office
from generator.documents.packages.kinds import KINDS
from generator.documents.packages.outside import Outside
from generator.documents.packages.package import Member, Package
from generator.documents.packages.zipping import Untouched
from generator.documents.vocabulary import SLIDES, WORD
from generator.model import Place, Problem
from generator.render.places import TagPlace
from generator.render.template import Template
from generator.render.values import Need, Needs
from generator.render.word_source import WordSource
from generator.tags.program import Code, Program

Plain = tuple[Any, ...]  # numbers, texts, bytes, code; and tuples, dicts and sets of them

_WORDS = (WORD, SLIDES)


def packed(template: Template) -> bytes:
    """A template as bytes, without those of its file."""
    return marshal.dumps(
        (
            _office(template.office),
            tuple(map(_member, template.package.members.values())),
            None if template.program is None else _program(template.program),
            {shape.number: (shape.name, shape.table) for shape in template.shapes.values()},
            tuple(map(_place, template.places)),
            (
                template.parts, template.streams, dict(template.core), template.highest_id,
                template.taken_controls, template.filters, template.fragments,
                dict(template.opened_links), dict(template.loose), template.ranged,
            ),
            template.show is not None,
            _notes(template.source.notes),
            tuple(map(_problem, template.warnings)),
            tuple((need.name, need.place.where, need.kind) for need in template.needs()),
            tuple((link.part, link.kind, link.target) for link in template.needs().links),
        )
    )  # fmt: skip


def unpacked(kept: bytes, data: bytes, file: str) -> Template:
    """The template that was packed, made of `data` and called `file`.

    Raises ValueError, EOFError, TypeError or LookupError for bytes that hold none.
    """
    (office, members, program, shapes, places, rest, turns, notes, warnings, needs, links) = (
        marshal.loads(kept)
    )
    parts, streams, core, highest_id, controls, filters, fragments, opened_links, loose, ranged = (
        rest
    )
    package = Package({one[0]: _read_member(one, data) for one in members}, Place(file))
    known = {number: Shape(number, *shape) for number, shape in shapes.items()}
    tagged = tuple(_read_place(place, known) for place in places)
    read = _read_office(office)
    return Template(
        file=file,
        office=read,
        package=package,
        untouched=Untouched(package.members.values()),
        program=None if program is None else _read_program(program, fragments),
        places=tagged,
        places_by_number={place.number: place for place in tagged},
        parts=parts,
        streams=streams,
        shapes=known,
        core=core,
        highest_id=highest_id,
        taken_controls=controls,
        filters=filters,
        show=_read_show(package) if turns else None,
        fragments=fragments,
        opened_links=opened_links,
        loose=loose,
        ranged=ranged,
        source=WordSource(package, next(iter(read.parts), ""), _read_notes(notes)),
        warnings=tuple(_read_problem(warning, file) for warning in warnings),
        _needs=Needs(
            tuple(Need(name, Place(file, None, where), kind) for name, where, kind in needs),
            tuple(Outside(*link) for link in links),
        ),
    )


# -- one kind of value after the other: packed, then read ----------------------------------------


def _office(office: Office) -> Plain:
    return office.kind.suffix, office.parts, office.core, office.strict


def _read_office(kept: Plain) -> Office:
    suffix, parts, core, strict = kept
    kind = KINDS[suffix]
    return Office(kind.words, parts, kind, core, strict)


def _member(member: Member) -> Plain:
    """A member by where it lies in its file."""
    return member.name, member.method, member.crc, member.size, member.start, len(member.raw)


def _read_member(kept: Plain, data: bytes) -> Member:
    name, method, crc, size, start, length = kept
    return Member(name, method, crc, size, data[start : start + length], start)


def _program(program: Program) -> Plain:
    code = program.code
    return (
        (code.code, code.plain, code.outside),
        tuple(program.sources), dict(program.markup), program.lenient,
    )  # fmt: skip


def _read_program(kept: Plain, fragments: tuple[str, ...]) -> Program:
    code, sources, markup, lenient = kept
    return Program(fragments, sources, markup=markup, lenient=lenient, code=Code(*code))


def _place(place: TagPlace) -> Plain:
    drawing = place.drawing
    return (
        place.number, place.kind, place.where, place.written, place.part,
        _WORDS.index(place.words), place.head, place.tail, place.spaces,
        None if place.shape is None else place.shape.number,
        None if drawing is None else _drawing(drawing),
        place.before, place.after, place.prefix, place.member,
    )  # fmt: skip


def _read_place(kept: Plain, shapes: dict[int, Shape]) -> TagPlace:
    number, kind, where, written, part, words, head, tail, spaces, shape, drawing, *rest = kept
    return TagPlace(
        number, kind, where, written, part, _WORDS[words], head, tail, spaces,
        None if shape is None else shapes[shape],
        None if drawing is None else Drawing(*drawing),
        *rest,
    )  # fmt: skip


def _drawing(drawing: Drawing) -> Plain:
    return (
        drawing.kind, drawing.name, drawing.relation, drawing.size, drawing.crop,
        drawing.extras, drawing.late,
    )  # fmt: skip


def _notes(notes: NoteParts) -> Plain:
    static = {kind: (one.part, one.xml, one.highest) for kind, one in notes.static.items()}
    return dict(notes.names), static, dict(notes.links), dict(notes.named)


def _read_notes(kept: Plain) -> NoteParts:
    names, static, links, named = kept
    left = {kind: StaticNotes(*one) for kind, one in static.items()}
    return NoteParts(names, left, {}, links, named)


def _problem(problem: Problem) -> Plain:
    return problem.level, problem.place.where, problem.problem, problem.next


def _read_problem(kept: Plain, file: str) -> Problem:
    level, where, problem, step = kept
    return Problem(level, Place(file, None, where), problem, step)


def _read_show(package: Package) -> Any:
    """The slides of a deck that take turns; it is read anew."""
    from generator.documents.slides.deck import SlideShow

    return SlideShow.read(package)
