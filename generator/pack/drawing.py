"""Step 5: the charts and pictures that an audience's templates ask for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from generator.charts import chart_spec, draw_picture
from generator.model import Audience, ChartSpec, Document, Problem, error
from generator.pack.desk import Desk, documents_of
from generator.render import Need, Picture

if TYPE_CHECKING:
    from generator.charts import Theme
    from generator.documents.charts.chart import ChartLook


@dataclass(frozen=True, slots=True)
class Drawings:
    """Charts by id as plain values; pictures are drawn when their frame is known."""

    specs: Mapping[str, ChartSpec]
    problems: tuple[Problem, ...]
    theme: Theme
    locale: str

    def chart(self, id: str) -> ChartSpec:
        return self.specs[id]

    def picture(self, id: str, size: tuple[float, float]) -> Picture:
        """The picture for a frame of `size` (width, height) in cm."""
        spec = self.specs[id]
        return Picture(draw_picture(spec, self.theme, size), spec.alt, spec)

    def look(self, document: Document) -> ChartLook:
        """How native charts look in a document: on a slide, or in a page of text."""
        slide = PurePath(document.template).suffix in (".pptx", ".potx")
        return self.theme.look("slide" if slide else "word", self.locale)


def draw(desk: Desk, audience: Audience, names: Mapping[str, object]) -> Drawings:
    """Every chart and picture that the audience's documents ask for, and what is wrong."""
    specs: dict[str, ChartSpec] = {}
    problems: list[Problem] = []
    for need in _drawn_needs(desk, audience):
        if need.name in specs:
            continue
        plan = desk.charts.get(need.name)
        if plan is None:
            known = ", ".join(desk.charts) or "none"
            problem = f"There is no {need.kind} “{need.name}”."
            problems.append(error(need.place, problem, f"templates/charts.yaml has: {known}."))
            continue
        spec, wrong = chart_spec(plan, names, audience.locale)
        problems += wrong
        if spec is not None:
            specs[need.name] = spec
    return Drawings(specs, tuple(dict.fromkeys(problems)), desk.theme, audience.locale)


def _drawn_needs(desk: Desk, audience: Audience) -> list[Need]:
    return [
        need
        for document in documents_of(audience)
        for need in desk.template(audience, document).needs()
        if need.kind != "name"
    ]
