"""Template and values into a document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
    from generator.model import ChartSpec, Problem
    from generator.render.deck_output import DeckOutput
    from generator.render.output import Output
    from generator.render.replacing import Replacements
    from generator.render.rich_blocks import DocumentSource, Subdoc
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
) -> Rendered:
    """The document that `template` makes of `context`, and every figure it shows.

    `base` names the fact base in the anchors; `charts` and `pictures` are asked by id (pictures
    also by the frame's width and height in cm); `core` overrides core properties, `when` is the
    time they bear (None: those of the template); `look` is the charts' theme; `replace` are
    pictures and embedded files by name (see `replacing`); `documents` gives what a template
    includes, by file name; `file` is the document's name in the uses, `suffix` the ending of its
    name where that is to say its kind.
    Problems in the template or its values are given back, with no data. Raises ValueError for a
    core property that Office does not have.
    """
    if unknown := set(core or ()) - FIELDS:
        raise ValueError(f"no core properties: {', '.join(sorted(unknown))}")
    file = file or template.file
    problems = [*unknown_filters(template, filters), *_wrong_kind(template, suffix, file)]
    if problems:
        return Rendered(b"", (), tuple(problems))
    gains = Gains.of(template, made_kind(template.office.kind, suffix))
    writer = Writer(
        template.places, base, file, template.taken_controls, charts or _no_chart,
        pictures or _no_picture, gains.writer,
    )  # fmt: skip
    output = begun_output(template)
    faults = Faults(template, {**_askers(documents), **context})
    faults.run(filters, writer, output.take)
    if faults.problems:
        return Rendered(b"", (), tuple(faults.problems))
    assembly = Assembly(template, writer, gains, base, look, replace or {})
    return _finished(assembly, output, core or {}, when)


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
        return Rendered(b"", (), refused.problems)
    template, writer = assembly.template, assembly.writer
    return Rendered(
        data=write_zip(template.untouched, members, gone),
        uses=assembly.forgotten.shown(writer.noted.uses(writer.file)),
        problems=assembly.gains.notices,
        suffix=assembly.parts.made.suffix,
        links=template.needs().links,
    )


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
