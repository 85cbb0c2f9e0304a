"""What a text of a template stands in or tells of: a shape of a slide, a chart, a picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Shape:
    """A text box or table that may show figures: its running number and the name it has."""

    number: int
    name: str
    table: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart (`relation` leads to its part) or a picture; `size` is width and height in cm.

    `crop` and `extras` are what Office keeps of a picture that may be replaced. With `late`, which
    part a chart leads to is settled when the document is made.
    """

    kind: Literal["chart", "picture"]
    name: str
    relation: str
    size: tuple[float, float]
    crop: str = ""
    extras: str = ""
    late: bool = False
