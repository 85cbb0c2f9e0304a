"""A place of a template: where a tag stood, and everything a value needs to stand there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.documents.anchors import Spaces
from generator.documents.drawings import Drawing
from generator.documents.presentation import Shape
from generator.documents.vocabulary import Vocabulary

PlaceKind = Literal["run", "text", "attribute", "core", "slide"]


@dataclass(frozen=True, slots=True)
class TagPlace:
    """`head` and `tail` are the run round a value; `part` counts the template's text parts.

    `number` is the tag's number in the file, `where` its place in words, `written` the tag.
    """

    number: int
    kind: PlaceKind
    where: str
    written: str
    part: int
    words: Vocabulary
    head: str = ""
    tail: str = ""
    spaces: Spaces = ()
    shape: Shape | None = None
    drawing: Drawing | None = None
