"""What a build has on its desk: everything read once, shared by all audiences of a pack."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.language import is_traditional, region_of
from generator.model import Audience, Document, FactpackError, Pack, Place, Problem, error
from generator.pack.pictures import unfit_pictures

if TYPE_CHECKING:
    from generator.charts import ChartPlan, Theme
    from generator.render import Template
    from generator.resolve import Edition
    from generator.store import FactStore
    from generator.workspace import Workspace


Templates = Mapping[tuple[str, str], "Template"]


@dataclass(frozen=True, slots=True)
class Desk:
    """The inputs of a build: the plan, the fact base, the opened templates, charts and theme."""

    workspace: Workspace
    pack: Pack
    edition: Edition
    store: FactStore
    templates: Templates
    charts: Mapping[str, ChartPlan]
    theme: Theme

    def keys_for(self, audience: Audience) -> list[str]:
        """The facts that an audience's templates and charts ask for, in a fixed order.

        A name that is no fact may be a setting; if it is nothing at all, its tag tells so.
        """
        asked: dict[str, None] = {}
        for document in documents_of(audience):
            needs = self.template(audience, document).needs()
            asked.update(dict.fromkeys(needs.names))
            for chart in needs.charts + needs.pictures:
                if chart in self.charts:
                    asked.update(dict.fromkeys(self.charts[chart].names()))
        return [name for name in asked if self.store.fact(name) is not None]

    def template(self, audience: Audience, document: Document) -> Template:
        """The document's template, in the script of its readers."""
        return self.templates[template_key(audience, document)]


def locale_of(audience: Audience, document: Document) -> str:
    """What a document speaks: a language of its own, or its audience's."""
    return document.locale or audience.locale


def template_key(audience: Audience, document: Document) -> tuple[str, str]:
    """A template's name, and the locale for which its words are retold; empty for none."""
    locale = locale_of(audience, document)
    return document.template, locale if is_traditional(locale) else ""


def documents_of(audience: Audience) -> tuple[Document, ...]:
    """All files of an audience, its evidence annex last."""
    return audience.documents + ((audience.annex,) if audience.annex else ())


def open_templates(
    workspace: Workspace, audiences: Iterable[Audience]
) -> tuple[Templates, list[Problem]]:
    """Every template of these audiences, opened once, and what is wrong or doubtful in them."""
    opened: dict[tuple[str, str], Template] = {}
    problems: list[Problem] = []
    for audience in audiences:
        for document in documents_of(audience):
            key = template_key(audience, document)
            if key in opened:
                continue
            path = workspace.templates / document.template
            if not path.is_file():
                problems.append(_no_template(workspace, document, path))
                continue
            try:
                opened[key] = template = _open(path, workspace.relative(path), locale=key[1])
                problems += [*template.warnings, *unfit_pictures(template)]
            except FactpackError as trouble:
                problems.extend(trouble.problems)
    return opened, list(dict.fromkeys(problems))


def _open(path: Path, name: str, locale: str) -> Template:
    from generator.render import open_template

    if not locale:
        return open_template(path, name=name)
    # -- loaded for a traditional edition --
    from generator.render.compiling import compile_template
    from generator.render.traditional import in_traditional

    return compile_template(in_traditional(path.read_bytes(), region_of(locale), name), name)


def lacking(store: FactStore, templates: Templates, audiences: Iterable[Audience]) -> list[Problem]:
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
        if document.shows and template_key(audience, document) in templates
        for name in document.shows
        if _key(store, name) not in _asked(store, templates[template_key(audience, document)])
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
