"""Who said what about whom: sources, subjects, measures, statements, rulings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from generator.model.periods import Period
from generator.model.places import NOWHERE, Place
from generator.model.quantities import Modality, Quantity

Rank = Literal["preferred", "normal", "deprecated"]
Confidentiality = Literal["public", "internal"]
MeasureKind = Literal["cumulative", "level", "flow", "ratio", "event"]
SourceKind = Literal["official", "press", "narrative"]
Words = Mapping[str, str]  # language ("zh", "en") to text
Dimensions = tuple[tuple[str, str], ...]  # sorted by name


@dataclass(frozen=True, slots=True)
class Source:
    """A text in which statements were found, with what it prints of itself.

    What it does not print is left empty and named in `missing`; `file` and `sha256` identify the
    text, which stays with its owner. `date_label` says the date where it was inferred.
    """

    id: str
    title: str
    publisher: str
    authors: tuple[str, ...]
    published: str
    language: str
    kind: SourceKind
    file: str
    sha256: str
    url: str = ""
    date_label: Words = field(default_factory=dict)
    citation: Words = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    note: str = ""
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom or what a statement is about."""

    id: str
    name: Words
    kind: str
    aliases: tuple[str, ...] = ()
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says something, with the office: ``zh`` as printed, and in other languages."""

    id: str
    name: Words
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Measure:
    """What is measured: its unit, kind, definition (口径) and how long a value stays fresh.

    `shelf_life` is in months after the as-of date (after the period's year for flows);
    ``None`` never ages. `at_least` and `at_most` bound credible values, in `unit`. `noun` is what
    is counted, for a language that has no measure words: 2200人次 is 2,200 *participations*.
    `office` answers for its figures, where it is known; `ask` is what to ask of it besides.
    """

    id: str
    name: Words
    unit: str
    kind: MeasureKind
    definition: Words
    shelf_life: int | None
    aliases: tuple[str, ...] = ()
    at_least: str | None = None
    at_most: str | None = None
    noun: Words = field(default_factory=dict)
    office: Words = field(default_factory=dict)
    ask: Words = field(default_factory=dict)
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing one source says: a value as printed, or an event without a value."""

    id: str
    subject: str
    measure: str
    source: str
    evidence: str
    place: Place
    quantity: Quantity | None = None
    dimensions: Dimensions = ()
    modality: Modality = "actual"
    period: Period | None = None
    as_of: str | None = None
    published: str | None = None
    accessed: str | None = None
    recorded: str | None = None
    said_by: str = ""
    scope: str = ""
    rank: Rank = "normal"
    reason: str = ""
    confidentiality: Confidentiality = "public"
    note: str = ""

    @property
    def printed(self) -> str:
        """The value as the source prints it; empty for an event."""
        return self.quantity.printed if self.quantity else ""


@dataclass(frozen=True, slots=True)
class Ruling:
    """An editor's decision on statements that contradict one another.

    `choose` is the statement to print, `expect` the whole set it was decided on: when the set of
    contradicting statements is another one, the ruling fails loudly. `note` is printed for the
    audiences in `notes_for` and for nobody else.
    """

    id: str
    subject: str
    measure: str
    choose: str
    expect: tuple[str, ...]
    why: str
    decided: str
    dimensions: Dimensions = ()
    notes_for: tuple[str, ...] = ()
    note: Words = field(default_factory=dict)
    place: Place = NOWHERE
