"""What a build has on its desk: everything read once, shared by all audiences of a pack."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from generator.documents.packages.kinds import KINDS
from generator.language import is_traditional, region_of
from generator.model import Audience, Document, FactpackError, Pack, Place, Problem, error
from generator.pack.pictures import unfit_pictures

if TYPE_CHECKING:
    from generator.charts import ChartPlan, Theme
    from generator.render import Needs, Template
    from generator.resolve import Edition
    from generator.store import FactStore
    from generator.workspace import Workspace


TemplateKey = tuple[str, str]  # its name, and the locale for which its words are retold
Templates = Mapping[TemplateKey, "Template"]


@dataclass(frozen=True, slots=True)
class Desk:
    """The inputs of a build: the plan, the fact base, the opened templates, charts and theme.

    Only the templates that something has to be made of are open. `inputs` are the digests of all
    files by relative name.
    """

    workspace: Workspace
    pack: Pack
    edition: Edition
    store: FactStore
    templates: Templates
    charts: Mapping[str, ChartPlan]
    theme: Theme
    inputs: Mapping[str, str]
    pictures: Mapping[str, bytes] = field(default_factory=dict)

    def digest_of(self, template: str) -> str:
        """The sha256 of a template's file, as it was before anything was read."""
        return self.inputs.get(self.workspace.relative(self.workspace.templates / template), "")

    def template(self, audience: Audience, document: Document) -> Template:
        """The document's template, in the script of its readers."""
        return self.templates[template_key(audience, document)]


def locale_of(audience: Audience, document: Document) -> str:
    """What a document speaks: a language of its own, or its audience's."""
    return document.locale or audience.locale


def template_key(audience: Audience, document: Document) -> TemplateKey:
    """A template's name, and the locale for which its words are retold; empty for none."""
    locale = locale_of(audience, document)
    return document.template, locale if is_traditional(locale) else ""


def documents_of(audience: Audience) -> tuple[Document, ...]:
    """All files of an audience, its evidence annex last."""
    return audience.documents + ((audience.annex,) if audience.annex else ())


def open_templates(
    workspace: Workspace, documents: Iterable[tuple[Audience, Document]]
) -> tuple[Templates, list[Problem]]:
    """Every template of these documents, opened once, and what is wrong or doubtful in them.

    Those that a template includes are opened too.
    """
    opened: dict[TemplateKey, Template] = {}
    problems: list[Problem] = []
    wanted = [
        (template_key(audience, document), document.place, f"“{document.id}”")
        for audience, document in documents
    ]
    while wanted:
        key, place, who = wanted.pop(0)
        if key in opened:
            continue
        path = workspace.templates / key[0]
        if not path.is_file():
            problems.append(_no_template(workspace, path, place, who))
            continue
        try:
            opened[key] = template = _open(path, workspace.relative(path), locale=key[1])
            problems += [*template.warnings, *unfit_pictures(template)]
            wanted += _included(template, locale=key[1])
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
        if _key(store, name) not in _asked(store, templates, template_key(audience, document))
    ]


def _asked(store: FactStore, templates: Templates, key: TemplateKey) -> set[str]:
    return {
        _key(store, need.name) if need.kind == "name" else need.name
        for need in needs_of(templates, key)
    }


def _key(store: FactStore, name: str) -> str:
    """A fact's own key, whichever of its names is written."""
    fact = store.fact(name)
    return fact.key if fact is not None else name


def _included(template: Template, locale: str) -> list[tuple[TemplateKey, Place, str]]:
    """The documents that a template includes, and where it does."""
    needs = [need for need in template.needs() if need.kind == "subdoc"]
    return [((need.name, locale), need.place, template.file) for need in needs]


def needs_of(templates: Templates, key: TemplateKey) -> Needs:
    """What a template asks for, and what it includes with it."""
    from generator.render.values import Needs

    found: dict[TemplateKey, Template] = {}
    waiting = [key]
    while waiting:
        key = waiting.pop(0)
        if key in templates and key not in found:
            found[key] = templates[key]
            waiting += [(name, key[1]) for name in found[key].needs().subdocs]
    return Needs(tuple(need for template in found.values() for need in template.needs()))


def _no_template(workspace: Workspace, path: Path, place: Place, who: str) -> Problem:
    files = (file.name for file in workspace.templates.glob("[!.~]*"))
    there = ", ".join(sorted(name for name in files if PurePath(name).suffix.lower() in KINDS))
    return error(
        place,
        f"{who} wants the template {workspace.relative(path)}, which is not there.",
        f"Put the file there, or name one of these: {there or 'none'}.",
    )


def unknown_audience(pack: Pack, wanted: str) -> Problem:
    there = ", ".join(audience.id for audience in pack.audiences)
    return error(
        Place(pack.place.file), f"There is no audience “{wanted}”.", f"Choose one of: {there}."
    )
