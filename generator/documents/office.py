"""What an Office file is: a document or a deck, which parts hold text, in which order."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.documents.package import Package
from generator.documents.presentation import slide_parts
from generator.documents.relations import read_relations
from generator.documents.vocabulary import SLIDES, WORD, Vocabulary
from generator.documents.wordprocessing import text_parts
from generator.documents.zipping import CONTENT_TYPES
from generator.model import FactpackError, error

_KINDS = {
    b"wordprocessingml.document.main+xml": WORD,
    b"wordprocessingml.template.main+xml": WORD,
    b"presentationml.presentation.main+xml": SLIDES,
    b"presentationml.template.main+xml": SLIDES,
}
_TEMPLATE_TYPES = (
    (b"wordprocessingml.template.main+xml", b"wordprocessingml.document.main+xml"),
    (b"presentationml.template.main+xml", b"presentationml.presentation.main+xml"),
)
_UNFILLED = re.compile(
    r"(ppt|word)/(slideLayouts|slideMasters|notesMasters|charts|diagrams)/[^/]*\.xml|docProps/custom\.xml"
)
_TAG = re.compile(rb"\{\{[^{}]*\}\}|\{%[^{}]*%\}")
_MACROS = (b"macroEnabled", b"vbaProject")


@dataclass(frozen=True, slots=True)
class Office:
    """The format, and the parts with text: member name to a title ("body", "slide 3")."""

    words: Vocabulary
    parts: dict[str, str]


def read_office(package: Package) -> Office:
    """The kind and text parts of a package. Raises FactpackError for any other kind of file."""
    types = package.read(CONTENT_TYPES) if CONTENT_TYPES in package else b""
    if any(word in types for word in _MACROS):
        raise FactpackError(
            [error(package.place, "The file holds macros.", "Save it as .docx or .pptx.")]
        )
    words = next((words for kind, words in _KINDS.items() if kind in types), None)
    main = next((r.target for r in read_relations(package, "") if r.kind == "officeDocument"), "")
    if words is None or main not in package:
        problem = "The file is neither a Word document nor a PowerPoint deck."
        raise FactpackError(
            [error(package.place, problem, "Use a .docx, .dotx, .pptx or .potx file.")]
        )
    parts = text_parts(package, main) if words is WORD else slide_parts(package, main)
    return Office(words, parts)


def unfilled_parts(package: Package, office: Office) -> list[str]:
    """Parts in which tags stand that nothing fills: layouts, masters, chart titles, diagrams."""
    return [
        name
        for name in package.members
        if _UNFILLED.match(name) and name not in office.parts and _TAG.search(package.read(name))
    ]


def document_types(types: bytes) -> bytes:
    """The content types of the document that a template (.dotx, .potx) makes."""
    for template, document in _TEMPLATE_TYPES:
        types = types.replace(template, document)
    return types
