"""What a build has on its desk: everything read once, shared by all audiences of a pack."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.model import Audience, Document, FactpackError, Pack, Place, Problem, error
from generator.pack.pictures import unfit_pictures

if TYPE_CHECKING:
    from generator.charts import ChartPlan, Theme
    from generator.render import Template
    from generator.resolve import Edition
    from generator.store import FactStore
    from generator.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Desk:
    """The inputs of a build: the plan, the fact base, the opened templates, charts and theme."""

    workspace: Workspace
    pack: Pack
    edition: Edition
    store: FactStore
    templates: Mapping[str, Template]
    charts: Mapping[str, ChartPlan]
    theme: Theme

    def keys_for(self, audience: Audience) -> list[str]:
        """The facts that an audience's templates and charts ask for, in a fixed order.

        A name that is no fact may be a setting; if it is nothing at all, its tag tells so.
        """
        asked: dict[str, None] = {}
        for document in documents_of(audience):
            needs = self.templates[document.template].needs()
            asked.update(dict.fromkeys(needs.names))
            for chart in needs.charts + needs.pictures:
                if chart in self.charts:
                    asked.update(dict.fromkeys(self.charts[chart].names()))
        return [name for name in asked if self.store.fact(name) is not None]


def documents_of(audience: Audience) -> tuple[Document, ...]:
    """All files of an audience, its evidence annex last."""
    return audience.documents + ((audience.annex,) if audience.annex else ())


def open_templates(
    workspace: Workspace, audiences: Iterable[Audience]
) -> tuple[dict[str, Template], list[Problem]]:
    """Every template of these audiences, opened once, and what is wrong or doubtful in them."""
    from generator.render import open_template

    opened: dict[str, Template] = {}
    problems: list[Problem] = []
    for document in (document for audience in audiences for document in documents_of(audience)):
        if document.template in opened:
            continue
        path = workspace.templates / document.template
        if not path.is_file():
            problems.append(_no_template(workspace, document, path))
            continue
        try:
            template = open_template(path, name=workspace.relative(path))
            opened[document.template] = template
            problems.extend(template.warnings)
            problems.extend(unfit_pictures(template))
        except FactpackError as trouble:
            problems.extend(trouble.problems)
    return opened, problems


def lacking(
    store: FactStore, templates: Mapping[str, Template], audiences: Iterable[Audience]
) -> list[Problem]:
    """Facts and charts that a document is to show, and its template does not ask for."""
    return [
        error(
            document.place,
            f"“{document.id}” is to show “{name}”, and templates/{document.template} has no place "
            "for it.",
            f"Write {{{{ {name} }}}} there (a chart: in its alternative text), or take it out of "
            "“shows:”.",
        )
        for audience in audiences
        for document in documents_of(audience)
        if document.shows and document.template in templates
        for name in document.shows
        if _key(store, name) not in _asked(store, templates[document.template])
    ]


def _asked(store: FactStore, template: Template) -> set[str]:
    needs = template.needs()
    return {_key(store, name) for name in needs.names} | set(needs.charts) | set(needs.pictures)


def _key(store: FactStore, name: str) -> str:
    """A fact's own key, whichever of its names is written."""
    fact = store.fact(name)
    return fact.key if fact is not None else name


def _no_template(workspace: Workspace, document: Document, path: Path) -> Problem:
    there = ", ".join(sorted(p.name for p in workspace.templates.glob("*.[dp][op][ct]x")))
    return error(
        document.place,
        f"“{document.id}” wants the template {workspace.relative(path)}, which is not there.",
        f"Put the file there, or name one of these: {there or 'none'}.",
    )


def unknown_audience(pack: Pack, wanted: str) -> Problem:
    there = ", ".join(audience.id for audience in pack.audiences)
    return error(
        Place(pack.place.file), f"There is no audience “{wanted}”.", f"Choose one of: {there}."
    )
