"""What is made for whom: ``templates/pack.yaml`` and ``templates/audiences/*.yaml``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from generator.files import Node, load_yaml
from generator.model import (
    Audience,
    Confidentiality,
    Document,
    FactpackError,
    Pack,
    Place,
    PlacedPicture,
    Precision,
    Problem,
    error,
)
from generator.resolve.reader import LOCALES
from generator.store.fields import read_text, read_words, text, texts, words
from generator.store.records import BadValue, Field, Record, nearest
from generator.workspace import Workspace

if TYPE_CHECKING:
    from generator.charts import ChartPlan, Theme

_PRECISIONS: tuple[Precision, ...] = ("exact", "rounded")
_SEES: tuple[Confidentiality, ...] = ("public", "internal")


def read_plan(workspace: Workspace) -> Pack:
    """The pack and its audiences. Raises FactpackError with all problems of all plan files."""
    path = workspace.templates / "pack.yaml"
    problems: list[Problem] = []
    record = Record("pack", "pack", _load(path, workspace), PACK_FIELDS, problems)
    audiences = [_audience(workspace, name, record, problems) for name in record[AUDIENCES]]
    as_of, pictures, settings = record[AS_OF], record[PICTURES], record[SETTINGS]
    title, base = record[PACK_TITLE], record[BASE]
    if problems or as_of is None:
        raise FactpackError(problems)
    return Pack(
        base=base,
        as_of=as_of,
        title=title,
        audiences=tuple(audience for audience in audiences if audience is not None),
        settings=settings,
        place=Place(workspace.relative(path)),
        pictures=pictures,
    )


def read_charts_and_theme(workspace: Workspace) -> tuple[dict[str, ChartPlan], Theme]:
    """``charts.yaml`` and ``theme.yaml``. Raises FactpackError with all problems of both."""
    from generator.charts import read_charts, read_theme

    charts_path = workspace.templates / "charts.yaml"
    charts, problems = (
        read_charts(_load(charts_path, workspace)) if charts_path.is_file() else ({}, [])
    )
    theme, wrong = read_theme(_load(workspace.templates / "theme.yaml", workspace))
    if problems or theme is None:
        raise FactpackError([*problems, *wrong])
    return charts, theme


def _audience(
    workspace: Workspace, name: str, pack: Record, problems: list[Problem]
) -> Audience | None:
    path = workspace.templates / "audiences" / f"{name}.yaml"
    if not path.is_file():
        there = sorted(other.stem for other in path.parent.glob("*.yaml"))
        hint = nearest(name, there) or f"Write {workspace.relative(path)}, or take the name out."
        problem = f"There is no file for the audience “{name}”."
        problems.append(error(pack.place_of(AUDIENCES), problem, hint))
        return None
    try:
        record = Record("audience", name, _load(path, workspace), AUDIENCE_FIELDS, problems)
    except FactpackError as broken:
        problems += broken.problems
        return None
    if record[ID] and record[ID] != name:
        problem = f"The file of the audience “{name}” says that its id is “{record[ID]}”."
        problems.append(error(record.place_of(ID), problem, "Give file and id the same name."))
    documents = tuple(_document(node, problems) for node in record[DOCUMENTS])
    node = record[ANNEX]
    annex = None if node is None else _document(node, problems)
    problems += _same_ids((*documents, annex) if annex else documents)
    return Audience(
        id=name,
        name=record[NAME],
        locale=record[LOCALE],
        documents=documents,
        annex=annex,
        sees=record[SEES],
        never=record[NEVER],
        precision=record[PRECISION],
        settings=record[SETTINGS],
        place=record.place,
    )


def _load(path: Path, workspace: Workspace) -> Node:
    return load_yaml(path, workspace.relative(path))


def _read_day(node: Node) -> date:
    try:
        return date.fromisoformat(read_text(node))
    except ValueError:
        problem = f"“{node.value}” is not a day."
        raise BadValue(problem, "Write the day as 2025-12-31.") from None


def _read_pages(node: Node) -> int:
    written = read_text(node)
    if not written.isdecimal() or int(written) == 0:
        raise BadValue(f"“{written}” is no number of pages.", "Write the most it may have: 5.")
    return int(written)


def _read_locale(node: Node) -> str:
    return _one_of(read_text(node), LOCALES)


def _read_sees(node: Node) -> tuple[Confidentiality, ...]:
    items = node.value if isinstance(node.value, list) else [node]
    written = [_one_of(read_text(item), _SEES) for item in items]
    return tuple(kind for kind in _SEES if kind in written)


def _read_precision(node: Node) -> Precision:
    written = _one_of(read_text(node), _PRECISIONS)
    return next(one for one in _PRECISIONS if one == written)


def _one_of(written: str, known: Sequence[str]) -> str:
    if written not in known:
        raise BadValue(
            f"“{written}” is unknown.",
            nearest(written, known) or f"Write one of: {', '.join(known)}.",
        )
    return written


def _read_settings(node: Node) -> Mapping[str, str]:
    if not isinstance(node.value, dict):
        raise BadValue("Names and words belong here.", "Write “name: words” below it, indented.")
    return {name: read_text(entry) for name, entry in node.value.items()}


def _read_pictures(node: Node) -> Mapping[str, PlacedPicture]:
    if not isinstance(node.value, dict):
        raise BadValue("Names and files belong here.", "Write “logo: logo.png” below it, indented.")
    return {name: _read_picture(entry) for name, entry in node.value.items()}


def _read_picture(node: Node) -> PlacedPicture:
    """A file alone, or ``{file: logo.png, alt: {en: …}}``."""
    if not isinstance(node.value, dict):
        return PlacedPicture(read_text(node), {}, node.place)
    unknown = node.value.keys() - {"file", "alt"}
    if unknown or "file" not in node.value:
        raise BadValue(
            "A picture has a file, and words for who cannot see it.",
            "Write “{file: logo.png, alt: {en: …, zh: …}}”.",
            node.place,
        )
    spoken = node.value.get("alt")
    alt = read_words(spoken) if spoken is not None else {}
    return PlacedPicture(read_text(node.value["file"]), alt, node.place)


def _read_list(node: Node) -> tuple[Node, ...]:
    if not isinstance(node.value, list):
        raise BadValue("A list belongs here.", "Write “- id: …”, “title: …”, “template: …”.")
    return tuple(node.value)


def _document(node: Node, problems: list[Problem]) -> Document:
    record = Record("document", _id_of(node), node, DOCUMENT_FIELDS, problems)
    return Document(
        id=record[ID],
        title=record[TITLE],
        template=record[TEMPLATE],
        settings=record[SETTINGS],
        place=node.place,
        pages=record[PAGES],
        shows=record[SHOWS],
        locale=record[DOCUMENT_LOCALE],
    )


def _same_ids(documents: Sequence[Document]) -> Iterator[Problem]:
    first: dict[str, Document] = {}
    for document in documents:
        other = first.setdefault(document.id, document)
        if other is not document:
            problem = (
                f"The document “{document.id}” is given twice: also on line {other.place.line}."
            )
            yield error(document.place, problem, "Give one of them another id.")


def _id_of(node: Node) -> str:
    id = node.value.get("id") if isinstance(node.value, dict) else None
    return str(id.value) if id else ""


ID = text("id", required=True)
TITLE = text("title", required=True)
TEMPLATE = text("template", required=True)
NAME = words("name", required=True)
PACK_TITLE = words("title", required=True)
BASE = text("base", required=True)
AS_OF: Field[date | None] = Field("as_of", _read_day, None, required=True)
SHOWS = texts("shows")
PAGES: Field[int] = Field("pages", _read_pages, 0)
AUDIENCES = texts("audiences", required=True)
LOCALE = Field("locale", _read_locale, "zh-Hans", required=True)
DOCUMENT_LOCALE = Field("locale", _read_locale, "")
SEES: Field[tuple[Confidentiality, ...]] = Field("sees", _read_sees, ("public",))
NEVER = texts("never")
PRECISION: Field[Precision] = Field("precision", _read_precision, "exact")
NO_SETTINGS: Mapping[str, str] = {}
NO_PICTURES: Mapping[str, PlacedPicture] = {}
PICTURES = Field("pictures", _read_pictures, NO_PICTURES)
SETTINGS = Field("settings", _read_settings, NO_SETTINGS)
DOCUMENTS: Field[tuple[Node, ...]] = Field("documents", _read_list, (), required=True)
ANNEX: Field[Node | None] = Field("annex", lambda node: node, None)

PACK_FIELDS: tuple[Field[object], ...] = (
    BASE, AS_OF, PACK_TITLE, AUDIENCES, SETTINGS, PICTURES,
)  # fmt: skip
DOCUMENT_FIELDS: tuple[Field[object], ...] = (
    ID, TITLE, TEMPLATE, PAGES, SHOWS, SETTINGS, DOCUMENT_LOCALE,
)  # fmt: skip
AUDIENCE_FIELDS: tuple[Field[object], ...] = (
    ID, NAME, LOCALE, SEES, NEVER, PRECISION, DOCUMENTS, ANNEX, SETTINGS,
)  # fmt: skip
