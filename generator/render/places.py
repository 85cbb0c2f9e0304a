"""A place of a template: where a tag stood, and everything a value needs to stand there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from generator.documents.anchors import Spaces
from generator.documents.frames import Drawing, Shape
from generator.documents.office import CUSTOM_TITLE
from generator.documents.vocabulary import WORD, Vocabulary

PlaceKind = Literal["run", "text", "attribute", "core", "slide"]

_PREFIXES = {"rows": "tr", "cells": "tc"}
_LEVELS = {"run": "runs", "text": "node", "attribute": "attribute", "core": "core"}


@dataclass(frozen=True, slots=True)
class TagPlace:
    """`head` and `tail` are the run round a value; `part` counts the template's text parts.

    `number` is the tag's number in the file, `where` its place in words, `written` the tag and
    `prefix` what it says to stand for. Where a value stands alone in its paragraph, `before` and
    `after` are that paragraph; `member` is the part whose relationships a value may use. `start`
    and `end` are all that stands round the value, `quick` says that any text may stand there.
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
    before: str = ""
    after: str = ""
    prefix: str = ""
    member: str = ""
    start: str = field(init=False)
    end: str = field(init=False)
    quick: bool = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "start", self.before + self.head)
        object.__setattr__(self, "end", self.tail + self.after)
        object.__setattr__(self, "quick", self.prefix not in _PREFIXES.values())

    @property
    def moves(self) -> bool:
        """Whether a value in an attribute or field of Word comes to stand elsewhere when made."""
        in_word = self.words is WORD and self.kind in ("text", "attribute")
        return in_word and not self.where.startswith(CUSTOM_TITLE)

    @property
    def ends_section(self) -> bool:
        """Whether the paragraph ends a section and so has to stay."""
        return "<w:sectPr" in self.before

    @property
    def empty(self) -> str:
        """What stays where a value is empty: a paragraph, unless the tag stands for it."""
        goes = self.prefix == "p" and not self.ends_section
        return "" if goes else self.before + self.after

    def takes(self, level: str) -> bool:
        """Whether markup can stand here that consists of runs, paragraphs, rows, cells or text."""
        if level == "paragraphs":
            return bool(self.before) and not self.ends_section
        if level in _PREFIXES:
            return self.prefix == _PREFIXES[level]
        return self.prefix not in _PREFIXES.values() and level == _LEVELS[self.kind]
