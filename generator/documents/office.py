"""What an Office file is: a document or a deck, which parts hold text, in which order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath

from generator.documents.packages.core import CORE_PART
from generator.documents.packages.kinds import ENDINGS, KINDS, Kind, kind_of_type
from generator.documents.packages.package import Package
from generator.documents.packages.relations import read_relations
from generator.documents.packages.strict import MARK
from generator.documents.packages.types import read_part_types
from generator.documents.packages.zipping import CONTENT_TYPES
from generator.documents.vocabulary import WORD, Vocabulary
from generator.model import FactpackError, error

_UNFILLED = re.compile(
    r"(ppt|word)/(slideLayouts|slideMasters|notesMasters|charts|diagrams)/[^/]*\.xml"
)
_TAG = re.compile(rb"\{\{[^{}]*\}\}|\{%[^{}]*%\}")
_MACROS = (b"vbaProject", b"vbaData")
CUSTOM_TITLE = "custom properties"
_CUSTOM = ("custom-properties", "customProperties")


@dataclass(frozen=True, slots=True)
class Office:
    """The format, and the parts with text: member name to a title ("body", "slide 3").

    `core` is the part of the core properties, if there is one; `strict` tells that the file is
    written in the namespaces of ISO/IEC 29500 Strict.
    """

    words: Vocabulary
    parts: dict[str, str]
    kind: Kind
    core: str = ""
    strict: bool = False


def read_office(package: Package) -> Office:
    """The kind and text parts of a package. Raises FactpackError for any other kind of file."""
    relations = read_relations(package, "")
    named = {relation.kind: relation.target for relation in relations if relation.target in package}
    main = named.get("officeDocument", "")
    kind = _kind(package, main) if main and CONTENT_TYPES in package else None
    if kind is None:
        problem = "The file is neither a Word document nor a PowerPoint deck."
        raise FactpackError([error(package.place, problem, f"Use one of {ENDINGS}.")])
    _refuse_hidden_macros(package, kind)
    parts = _text_parts(package, main, kind)
    parts |= {named[name]: CUSTOM_TITLE for name in _CUSTOM if name in named}
    core = named.get("core-properties") or (CORE_PART if CORE_PART in package else "")
    strict = MARK in package.read(main)
    return Office(kind.words, parts, kind, core, strict)


def _text_parts(package: Package, main: str, kind: Kind) -> dict[str, str]:
    if kind.words is WORD:
        from generator.documents.wordprocessing import text_parts

        return text_parts(package, main)
    from generator.documents.presentation import slide_parts

    return slide_parts(package, main)


def _kind(package: Package, main: str) -> Kind | None:
    types = read_part_types(package)
    return kind_of_type(types.get(main.lower(), ""))


def _refuse_hidden_macros(package: Package, kind: Kind) -> None:
    """Macros stand in files that say so, in their type and in their name (if it has an ending)."""
    suffix = PurePath(package.place.file).suffix.lower()
    named = KINDS.get(suffix)
    hidden = not kind.macros and any(word in package.read(CONTENT_TYPES) for word in _MACROS)
    if hidden or (kind.macros and named is not None and not named.macros):
        raise FactpackError(
            [
                error(
                    package.place,
                    "The file holds macros and does not say so.",
                    "Save it again in Office, without them or as .docm or .pptm.",
                )
            ]
        )


def unfilled_parts(package: Package, office: Office) -> list[str]:
    """Parts in which tags stand that nothing fills: layouts, masters, chart titles, diagrams."""
    return [
        name
        for name in package.members
        if _UNFILLED.match(name) and name not in office.parts and _TAG.search(package.read(name))
    ]
