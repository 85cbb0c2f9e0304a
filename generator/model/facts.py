"""What a template may name, and a figure on its way into a document."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, Protocol, runtime_checkable

from generator.model.places import NOWHERE, Place

if TYPE_CHECKING:
    from generator.model.periods import Period
    from generator.model.quantities import Modality
    from generator.model.statements import Dimensions, Words

Tone = Literal["plain", "stale"]


@dataclass(frozen=True, slots=True)
class Fact:
    """A name that outlives the edition, and the rule that finds its value.

    Either a choice (`subject`, `measure`, `dimensions`, `period` rule, `modality`, `scope`) or a
    formula (`derive` over the facts in `of`, such as ``public_projects.previous``). `digits` is an
    editor's decision on how many significant digits such a figure is said with; ``None`` leaves it
    to what is known.
    """

    key: str
    name: Words
    subject: str = ""
    measure: str = ""
    dimensions: Dimensions = ()
    period: Period | None = None
    modality: Modality = "actual"
    scope: str = ""
    derive: str = ""
    of: tuple[str, ...] = ()
    unit: str = ""
    digits: int | None = None
    note: Words = field(default_factory=dict)
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Said:
    """A fact put into words for one place: the text, and the fact that it came from.

    `part` is what was said of it ("whole", "number", "as_of" …); `tone` "stale" marks a figure
    past its shelf life, `says_stale` that the words themselves say so.
    """

    text: str
    key: str
    part: str = "whole"
    statements: tuple[str, ...] = ()
    tone: Tone = "plain"
    says_stale: bool = False

    def __str__(self) -> str:
        return self.text

    def __figure__(self) -> Said:
        return self


@runtime_checkable
class Figure(Protocol):
    """Anything that can be printed as an anchored figure: a fact, or a part of one."""

    def __figure__(self) -> Said: ...


@dataclass(frozen=True, slots=True)
class Use:
    """A figure as it was shown: which fact, in which words, and where.

    `place` names file, part and spot; `shape` and `ordinal` find it again in a slide, where
    several figures may share one text.
    """

    key: str
    text: str
    part: str
    place: Place
    statements: tuple[str, ...] = ()
    shape: str = ""
    ordinal: int = 0
    says_stale: bool = False
    tone: Tone = "plain"
