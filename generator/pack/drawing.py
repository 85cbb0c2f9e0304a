"""Step 5: the charts and pictures that an audience's templates ask for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from generator.charts import chart_spec, draw_picture
from generator.documents.packages.kinds import KINDS
from generator.documents.vocabulary import SLIDES
from generator.model import Audience, ChartSpec, Document, Problem, error
from generator.pack.desk import Desk, needs_of, template_key
from generator.render import Need, Needs, Picture
from generator.resolve.voice import Voice

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
    own: Mapping[str, Picture]

    def of(self, needs: Needs) -> Drawings:
        """Those that one template asks for by name: it can reach no others."""
        asked = {*needs.charts, *needs.pictures}
        return replace(self, specs={id: one for id, one in self.specs.items() if id in asked})

    def chart(self, id: str) -> ChartSpec:
        return self.specs[id]

    def picture(self, id: str, size: tuple[float, float]) -> Picture:
        """The picture for a frame of `size` (width, height) in cm: the office's own, or a chart."""
        if id in self.own:
            return self.own[id]
        spec = self.specs[id]
        return Picture(draw_picture(spec, self.theme, size), spec.alt, spec)

    def look(self, document: Document) -> ChartLook:
        """How native charts look in a document: on a slide, or in a page of text."""
        kind = KINDS.get(PurePath(document.template).suffix.lower())
        slide = kind is not None and kind.words is SLIDES
        return self.theme.look("slide" if slide else "word", self.locale)


def draw(
    desk: Desk, audience: Audience, documents: Iterable[Document], names: Mapping[str, object]
) -> Drawings:
    """Every chart and picture that some of an audience's documents ask for, and what is wrong."""
    specs: dict[str, ChartSpec] = {}
    problems: list[Problem] = []
    for need in _drawn_needs(desk, audience, documents):
        if need.name in specs or (need.kind == "picture" and need.name in desk.pictures):
            continue
        plan = desk.charts.get(need.name)
        if plan is None:
            problems.append(_unknown(need, desk))
            continue
        spec, wrong = chart_spec(plan, names, audience.locale)
        problems += wrong
        if spec is not None:
            specs[need.name] = spec
    own = _own_pictures(desk, audience.locale)
    return Drawings(specs, tuple(dict.fromkeys(problems)), desk.theme, audience.locale, own)


def _own_pictures(desk: Desk, locale: str) -> dict[str, Picture]:
    """The office's pictures; one without words in the plan is told by its name."""
    voice = Voice(locale)
    return {
        name: Picture(data, voice.words(desk.pack.pictures[name].alt) or name)
        for name, data in desk.pictures.items()
    }


def _unknown(need: Need, desk: Desk) -> Problem:
    known = ", ".join(desk.charts) or "none"
    step = f"templates/charts.yaml has: {known}."
    if need.kind == "picture" and desk.pictures:
        step += f" templates/pack.yaml has: {', '.join(desk.pictures)}."
    return error(need.place, f"There is no {need.kind} “{need.name}”.", step)


def _drawn_needs(desk: Desk, audience: Audience, documents: Iterable[Document]) -> list[Need]:
    return [
        need
        for document in documents
        for need in needs_of(desk.templates, template_key(audience, document))
        if need.kind in ("chart", "picture")
    ]
