"""The ten kinds of Word and PowerPoint files, told apart by the type of their main part.

The ending of a name only says what a file should be; Office goes by the content type and refuses
a file whose ending says otherwise. Macros may go nowhere but into a kind that says it has them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.documents.vocabulary import SLIDES, WORD, Vocabulary

_OFFICE = "application/vnd.openxmlformats-officedocument."


@dataclass(frozen=True, slots=True)
class Kind:
    """`suffix` with its dot, the content `type` of the main part, what a template of it makes."""

    suffix: str
    type: str
    words: Vocabulary
    macros: bool = False
    makes: str = ""


KINDS = {
    kind.suffix: kind
    for kind in (
        Kind(".docx", f"{_OFFICE}wordprocessingml.document.main+xml", WORD),
        Kind(".dotx", f"{_OFFICE}wordprocessingml.template.main+xml", WORD, makes=".docx"),
        Kind(".docm", "application/vnd.ms-word.document.macroEnabled.main+xml", WORD, True),
        Kind(
            ".dotm", "application/vnd.ms-word.template.macroEnabledTemplate.main+xml", WORD, True,
            ".docm",
        ),
        Kind(".pptx", f"{_OFFICE}presentationml.presentation.main+xml", SLIDES),
        Kind(".potx", f"{_OFFICE}presentationml.template.main+xml", SLIDES, makes=".pptx"),
        Kind(".ppsx", f"{_OFFICE}presentationml.slideshow.main+xml", SLIDES),
        Kind(
            ".pptm", "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml", SLIDES,
            True,
        ),
        Kind(
            ".potm", "application/vnd.ms-powerpoint.template.macroEnabled.main+xml", SLIDES, True,
            ".pptm",
        ),
        Kind(
            ".ppsm", "application/vnd.ms-powerpoint.slideshow.macroEnabled.main+xml", SLIDES, True
        ),
    )
}  # fmt: skip
ENDINGS = ", ".join(KINDS)

_BY_TYPE = {kind.type.lower(): kind for kind in KINDS.values()}


def kind_of_type(type: str) -> Kind | None:
    """The kind whose main part has this content type."""
    return _BY_TYPE.get(type.lower())


class WrongKind(ValueError):
    """A document cannot be of the kind that its name asks for; the reason and what to do."""

    def __init__(self, problem: str, step: str) -> None:
        super().__init__(problem)
        self.problem, self.step = problem, step


def made_kind(own: Kind, suffix: str) -> Kind:
    """The kind of a document made of a template of kind `own`, its name ending in `suffix`.

    Without a suffix it is the document that such a template makes. Raises WrongKind for another
    program's ending, and where macros would come to stand in a file that says it has none.
    """
    if not suffix:
        return KINDS[own.makes or own.suffix]
    wanted = KINDS.get(suffix.lower())
    fitting = [
        kind.suffix
        for kind in KINDS.values()
        if kind.words is own.words and kind.macros == own.macros
    ]
    step = f"Give the document one of the endings {', '.join(fitting)}."
    if wanted is None:
        raise WrongKind(f"{suffix!r} is no ending of an Office file.", step)
    if wanted.words is not own.words:
        raise WrongKind(f"A template {own.suffix} cannot make a file {wanted.suffix}.", step)
    if own.macros and not wanted.macros:
        raise WrongKind(f"The template holds macros, which {wanted.suffix} cannot hold.", step)
    if wanted.macros and not own.macros:
        raise WrongKind(f"The template holds no macros, as {wanted.suffix} promises.", step)
    return wanted


def retyped(types: bytes, own: Kind, made: Kind) -> bytes:
    """The content types with the main part's changed from one kind to another."""
    if own.type == made.type:
        return types
    written = re.compile(rb"([\"'])" + re.escape(own.type.encode()) + rb"\1", re.IGNORECASE)
    return written.sub(rb"\g<1>" + made.type.encode() + rb"\g<1>", types)
