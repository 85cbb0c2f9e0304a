"""What is decided about the blocks of a part: their scopes, and where their tokens go."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from lxml import etree

from generator.documents.skeletons.explicit import Lost

Level = Literal["here", "raw", "paragraphs", "rows", "cells", "explicit"]
Scopes = Literal["places", "docxtpl"]
Group = tuple[int, ...]
"""The spots of one block in reading order: opening, branches, closing; or one tag alone."""


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A block whose tags stand where nothing can lie between them."""

    opening: int
    closing: int
    reason: str


@dataclass(slots=True)
class Moves:
    """Where tokens go that leave their run, each list in reading order.

    `values` are the spots among those that take an element's place and print something, with what
    they stand for: a paragraph, a row, a cell.
    """

    before: dict[etree._Element, list[int]] = field(default_factory=dict)
    after: dict[etree._Element, list[int]] = field(default_factory=dict)
    instead: dict[etree._Element, list[int]] = field(default_factory=dict)
    values: dict[int, str] = field(default_factory=dict)

    def moved(self) -> set[int]:
        """All spots that leave."""
        kinds = (self.before, self.after, self.instead)
        return {number for kind in kinds for numbers in kind.values() for number in numbers}


@dataclass(slots=True)
class Decision:
    """The moves that give every block its scope, and the blocks that can have none.

    `levels` are what each block repeats or hides; `lost` is text that goes with a tag's element.
    """

    moves: Moves
    problems: list[Misplaced]
    levels: dict[Group, Level]
    lost: list[Lost]
