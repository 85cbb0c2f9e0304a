"""Relationships of a sub-document in full, and which of them can be followed into another file.

`relations.Relation` leaves out whole types and what lies outside the package; a graft needs both
(ECMA-376 part 2, 6.5).
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lxml import etree

from generator.documents.packages.package import Package
from generator.documents.packages.parsing import parse
from generator.documents.packages.relations import relations_name, resolve
from generator.documents.packages.zipping import CONTENT_TYPES
from generator.model import Place, Problem, error

_CARRIED = frozenset({
    "image", "hyperlink", "chart", "chartEx", "diagramData", "diagramLayout", "diagramQuickStyle",
    "diagramColors", "diagramDrawing", "oleObject", "package", "hdphoto", "media", "video",
    "audio", "customXml",
})  # fmt: skip
_NEVER = frozenset({"officeDocument", "document", "styles", "numbering", "vbaProject", "control"})
_DIAGRAM = "{http://schemas.microsoft.com/office/drawing/2008/diagram}dataModelExt"


@dataclass(frozen=True, slots=True)
class Link:
    """One relationship; `target` is a member's name, or an address when it is `external`."""

    id: str
    type: str
    target: str
    external: bool

    @property
    def kind(self) -> str:
        """The last word of the type."""
        return self.type.rsplit("/", 1)[-1]


def read_links(package: Package, part: str) -> dict[str, Link]:
    """The relationships of a part by id."""
    name = relations_name(part)
    if name not in package:
        return {}
    folder = posixpath.dirname(part)
    found: dict[str, Link] = {}
    for node in parse(package.read(name), package.place):
        id, target = str(node.get("Id", "")), str(node.get("Target", ""))
        external = node.get("TargetMode") == "External"
        if not external and not target.startswith("#"):
            target = resolve(folder, target)
        found[id] = Link(id, str(node.get("Type", "")), target, external)
    return found


def drawing_relation(diagram: etree._Element) -> str:
    """The relation of the *document* that a SmartArt's data part names as its drawing, if any."""
    extension = next(diagram.iter(_DIAGRAM), None)
    return "" if extension is None else str(extension.get("relId", ""))


def rename_drawing(diagram: etree._Element, id: str) -> None:
    """Let a SmartArt's data part name another relation as its drawing."""
    for extension in diagram.iter(_DIAGRAM):
        extension.set("relId", id)


def unfollowable(
    package: Package, links: Mapping[str, Link], ids: Iterable[str], place: Place
) -> list[Problem]:
    """What a story refers to and what cannot be carried: missing, or of a kind not known."""
    problems: dict[str, Problem] = {}
    for id in dict.fromkeys(ids):
        link = links.get(id)
        if link is None:
            problems[""] = damaged(place)
        elif link.kind not in _CARRIED:
            problem = f"The included document holds something that cannot be moved ({link.kind})."
            problems[link.kind] = error(place, problem, "Remove it, or make it a picture.")
        elif not _is_whole(package, link, set()):
            problems[""] = damaged(place)
    return list(problems.values())


def _is_whole(package: Package, link: Link, seen: set[str]) -> bool:
    """Whether a part and all that hangs on it are there and belong to it alone."""
    if link.external or link.target.startswith("#") or link.target in seen:
        return True
    seen.add(link.target)
    if link.target not in package or link.kind in _NEVER:
        return False
    return all(_is_whole(package, more, seen) for more in read_links(package, link.target).values())


def damaged(place: Place) -> Problem:
    """The problem of a sub-document that refers to what is not there."""
    problem = "The included document is damaged: something that it refers to is missing."
    return error(place, problem, "Save it again in Word.")


@dataclass(frozen=True, slots=True)
class Types:
    """The content types of a package: by extension, and of single parts."""

    defaults: Mapping[str, str]
    overrides: Mapping[str, str]

    def of(self, name: str) -> str:
        """A member's content type; empty when none is declared."""
        return self.overrides.get(name.lower()) or self.defaults.get(extension(name), "")


def read_types(package: Package) -> Types:
    """The content types that a package declares."""
    root = parse(package.read(CONTENT_TYPES), package.place)
    kinds = {True: dict[str, str](), False: dict[str, str]()}
    for node in root:
        single = node.get("PartName") is not None
        key = str(node.get("PartName") or node.get("Extension", "")).lstrip("/").lower()
        kinds[single][key] = str(node.get("ContentType", ""))
    return Types(kinds[False], kinds[True])


def extension(name: str) -> str:
    """A member's extension, in small letters."""
    return posixpath.splitext(name)[1][1:].lower()
