"""A figure of a text with what is said about it (specification, section 1)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.model import Modality, Quantity

Role = Literal["figure", "ordinal", "date", "label", "idiom"]


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure, or what looks like one, with its place in the text.

    `start` and `end` are offsets in the original text. A figure has a `quantity`, an ordinal an
    `ordinal` and a `unit` ("rank" or "year"). `counted`, `measure` and `period` are the words of
    the text; the last two are carried over from the clause before when a clause has none.
    """

    start: int
    end: int
    text: str
    role: Role
    quantity: Quantity | None = None
    ordinal: int | None = None
    unit: str = ""
    counted: str = ""
    measure: str = ""
    period: str = ""
    modality: Modality = "actual"
    notes: tuple[str, ...] = ()
