"""Template and values into a document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from generator.documents.chart import ChartLook
from generator.documents.core import FIELDS
from generator.documents.zipping import write_zip
from generator.model import ChartSpec, FactpackError
from generator.render.assembly import Assembly
from generator.render.faults import Faults, unknown_filters
from generator.render.output import Output
from generator.render.template import Template
from generator.render.values import Picture, Rendered
from generator.render.writer import Asked, ChartSource, PictureSource, Writer
from generator.tags.program import Filters


def render(
    template: Template,
    context: Mapping[str, object],
    filters: Filters,
    *,
    base: str,
    when: datetime,
    charts: ChartSource | None = None,
    pictures: PictureSource | None = None,
    core: Mapping[str, str] | None = None,
    look: ChartLook | None = None,
    file: str = "",
) -> Rendered:
    """The document that `template` makes of `context`, and every figure it shows.

    `base` names the fact base in the anchors; `charts` and `pictures` are asked by id (pictures
    also by the frame's width and height in cm); `core` overrides core properties, `when` is the
    time they bear; `look` is the charts' theme; `file` is the document's name in the uses.
    Problems in the template or its values are given back, with no data. Raises ValueError for a
    core property that Office does not have.
    """
    if unknown := set(core or ()) - FIELDS:
        raise ValueError(f"no core properties: {', '.join(sorted(unknown))}")
    problems = unknown_filters(template, filters)
    if problems:
        return Rendered(b"", (), tuple(problems))
    names = {**context, "chart": _asker("chart"), "picture": _asker("picture")}
    writer = Writer(
        template.places, base, file or template.file, template.taken_controls,
        charts or _no_chart, pictures or _no_picture,
    )  # fmt: skip
    faults = Faults(template, names)
    output = Output(template.parts, template.streams)
    faults.run(filters, writer, output.take)
    if faults.problems:
        return Rendered(b"", (), tuple(faults.problems))
    try:
        members = Assembly(template, writer, base, look).members(output, core or {}, when)
    except FactpackError as refused:
        return Rendered(b"", (), refused.problems)
    return Rendered(write_zip(template.untouched, members), tuple(writer.uses))


def _asker(kind: str) -> Callable[[str], Asked]:
    return lambda id: Asked(kind, id)


def _no_chart(id: str) -> ChartSpec:
    raise KeyError(f"there is no chart {id!r}")


def _no_picture(id: str, _size: tuple[float, float]) -> Picture:
    raise KeyError(f"there is no picture {id!r}")
