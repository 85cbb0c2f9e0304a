"""What an example is: a template, its data, what comes out, and what it is for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Runs = Literal["both", "word", "slides", "refused"]


@dataclass(frozen=True)
class Row:
    """One example; `data` are the names it is given, `en` and `zh` say what it is for."""

    template: str
    data: str
    gives: str
    en: str
    zh: str


@dataclass(frozen=True)
class Section:
    """A table of the page: its name, the formats it is run in, its rows."""

    name: str
    runs: Runs
    rows: tuple[Row, ...]


def section(name: str, runs: Runs, *rows: tuple[str, str, str, str, str]) -> Section:
    return Section(name, runs, tuple(Row(*row) for row in rows))
