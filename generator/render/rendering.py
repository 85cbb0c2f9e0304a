"""Template and values into a document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from generator.documents.packages.core import FIELDS
from generator.documents.packages.kinds import WrongKind, made_kind
from generator.documents.packages.zipping import write_zip
from generator.model import FactpackError, Place, error
from generator.render.assembly import Assembly
from generator.render.deck_assembly import assembled, begun_output
from generator.render.faults import Faults, unknown_filters
from generator.render.gains import Gains
from generator.render.values import Rendered
from generator.render.writer import Asked, ChartSource, PictureSource, Writer

if TYPE_CHECKING:
    from datetime import datetime

    from generator.documents.charts.look import ChartLook
    from generator.model import ChartSpec, Problem, Use
    from generator.render.deck_output import DeckOutput
    from generator.render.forgotten import Forgotten
    from generator.render.included import Make
    from generator.render.noted import Noted
    from generator.render.output import Output
    from generator.render.replacing import Replacements
    from generator.render.rich_blocks import DocumentSource, Included, Subdoc
    from generator.render.rich_writer import RichWriter
    from generator.render.template import Template
    from generator.render.values import Picture
    from generator.tags.program import Filters


def render(
    template: Template,
    context: Mapping[str, object],
    filters: Filters,
    *,
    base: str,
    when: datetime | None,
    charts: ChartSource | None = None,
    pictures: PictureSource | None = None,
    core: Mapping[str, str] | None = None,
    look: ChartLook | None = None,
    replace: Replacements | None = None,
    documents: DocumentSource | None = None,
    file: str = "",
    suffix: str = "",
    within: tuple[str, ...] = (),
) -> Rendered:
    """The document that `template` makes of `context`, and every figure it shows.

    `base` names the fact base in the anchors; `charts` and `pictures` are asked by id (pictures
    also by the frame's width and height in cm); `core` overrides core properties, `when` is the
    time they bear (None: those of the template); `look` is the charts' theme; `replace` are
    pictures and embedded files by name (see `replacing`); `documents` gives what a template
    includes, by file name; `file` is the document's name in the uses, `suffix` the ending of its
    name where that is to say its kind; `within` are the files in which it is included itself.
    Problems in the template or its values are given back, with no data. Raises ValueError for a
    core property that Office does not have.
    """
    if unknown := set(core or ()) - FIELDS:
        raise ValueError(f"no core properties: {', '.join(sorted(unknown))}")
    file = file or template.file
    problems = [*unknown_filters(template, filters), *_wrong_kind(template, suffix, file)]
    if problems:
        return Rendered(b"", tuple(problems))
    gains = Gains.of(template, made_kind(template.office.kind, suffix))
    writer = Writer(
        template.places, base, file, template.taken_controls, charts or _no_chart,
        pictures or _no_picture, lambda: _rich_writer(gains, writer, make, template, within),
    )  # fmt: skip

    def make(included: Template, value: Included) -> Rendered:
        return render(
            included, value.__known__(), filters, base=base, when=None, charts=charts,
            pictures=pictures, look=look, documents=documents, file=writer.file,
            within=(*within, value.name),
        )  # fmt: skip

    output = begun_output(template)
    faults = Faults(template, {**_askers(documents), **context})
    faults.run(filters, writer, output.take)
    if faults.problems:
        return Rendered(b"", tuple(faults.problems))
    assembly = Assembly(template, writer, gains, base, look, replace or {})
    return _finished(assembly, output, core or {}, when)


def _rich_writer(
    gains: Gains, writer: Writer, make: Make, template: Template, within: tuple[str, ...]
) -> RichWriter:
    """What writes rich values; `make` fills the tags of documents that are included."""
    from generator.render.included import Filler

    inclusions = gains.rich.inclusions
    inclusions.fill = Filler(make, (*within, template.file)).fill
    inclusions.adopt = writer.adopt
    return gains.writer()


def _wrong_kind(template: Template, suffix: str, file: str) -> list[Problem]:
    """Why the document cannot be of the kind that its name asks for."""
    try:
        made_kind(template.office.kind, suffix)
    except WrongKind as reason:
        return [error(Place(file), reason.problem, reason.step)]
    return []


def _finished(
    assembly: Assembly,
    output: Output | DeckOutput,
    core: Mapping[str, str],
    when: datetime | None,
) -> Rendered:
    """The document of a program that has run."""
    try:
        members, gone = assembled(output, assembly, core, when)
    except FactpackError as refused:
        return Rendered(b"", refused.problems)
    template, writer = assembly.template, assembly.writer
    return Rendered(
        data=write_zip(template.untouched, members, gone),
        problems=assembly.gains.notices,
        suffix=assembly.parts.made.suffix,
        links=template.needs().links,
        told=partial(_uses, assembly.forgotten, writer.noted, writer.file),
    )


def _uses(forgotten: Forgotten, noted: Noted, file: str) -> tuple[Use, ...]:
    return forgotten.shown(noted.uses(file))


def _askers(documents: DocumentSource | None) -> dict[str, object]:
    """What a template calls to be given a chart, a picture, a document."""
    return {"chart": _asker("chart"), "picture": _asker("picture"), "subdoc": _once(documents)}


def _once(documents: DocumentSource | None) -> DocumentSource:
    """Every document is opened once, however often it is included."""
    opened: dict[str, Subdoc] = {}

    def give(name: str) -> Subdoc:
        if name not in opened:
            opened[name] = (documents or _no_document)(name)
        return opened[name]

    return give


def _asker(kind: str) -> Callable[[object], Asked]:
    """``chart(…)`` and ``picture(…)``: by id, or with the very thing that the data hold."""

    def asked(what: Any) -> Asked:
        return Asked(kind, what) if isinstance(what, str) else _asked_thing(kind, what)

    return asked


def _asked_thing(kind: str, what: Any) -> Asked:
    from generator.model import ChartSpec
    from generator.render.values import Picture

    thing = ChartSpec if kind == "chart" else Picture
    return Asked(kind, "", what) if isinstance(what, thing) else Asked(kind, what)


def _no_chart(id: str) -> ChartSpec:
    raise KeyError(f"there is no chart {id!r}")


def _no_document(name: str) -> Subdoc:
    raise KeyError(f"there is no document {name!r} to include")


def _no_picture(id: str, _size: tuple[float, float]) -> Picture:
    raise KeyError(f"there is no picture {id!r}")
