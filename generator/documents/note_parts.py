"""The parts of a template that hold notes, as `notes` leaves them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

    Rooted = dict[str, etree._Element]


@dataclass(frozen=True, slots=True)
class StaticNotes:
    """What is left of a part when notes of it have moved, and the highest id that it had."""

    part: str
    xml: bytes
    highest: int


@dataclass(frozen=True, slots=True)
class NoteParts:
    """The parts with notes: their names by kind, those that lost notes, and trees already read.

    `links` are the relationships in those trees whose addresses were opened, `named` is how the
    parts that lost notes name what stands outside of them.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    static: Mapping[str, StaticNotes] = field(default_factory=dict)
    roots: Rooted = field(default_factory=dict)
    links: dict[str, frozenset[str]] = field(default_factory=dict)
    named: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def stories(self) -> dict[str, str]:
        """The parts of notes by the element that a note is."""
        if not self.static:
            return {}
        from generator.documents.subdocuments.notes import KINDS

        return {kind.tag: self.names[kind.name] for kind in KINDS if kind.name in self.static}
