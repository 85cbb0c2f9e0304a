"""Where something stands, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning", "notice"]


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in a file that somebody edits: a line of YAML, a paragraph, a cell, a slide.

    `file` is written as the user knows it (relative to the workspace, with forward slashes);
    `where` is the spot in words when a file has no lines ("slide 3, title").
    """

    file: str
    line: int | None = None
    where: str = ""

    def __str__(self) -> str:
        spot = f"line {self.line}" if self.line is not None else ""
        return ", ".join(part for part in (self.file, spot, self.where) if part)


NOWHERE = Place("")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the user's material that must be seen: place, problem, next step."""

    level: Level
    place: Place
    problem: str
    next: str

    def __str__(self) -> str:
        return f"{self.level}: {self.place}: {self.problem}\n  next: {self.next}"

    def as_json(self) -> dict[str, str]:
        """The form of ``{"problems": [...]}`` that every ``--json`` report shares."""
        return {
            "level": self.level,
            "place": str(self.place),
            "problem": self.problem,
            "next": self.next,
        }


def error(place: Place, problem: str, next: str) -> Problem:
    """A problem that stops the build."""
    return Problem("error", place, problem, next)


def warning(place: Place, problem: str, next: str) -> Problem:
    """A problem that should be mended and stops nothing."""
    return Problem("warning", place, problem, next)


def notice(place: Place, problem: str, next: str) -> Problem:
    """Something worth knowing, with nothing wrong about it."""
    return Problem("notice", place, problem, next)


class FactpackError(Exception):
    """The user's material is not good enough to go on: all its problems at once.

    `exit_code` 1 means problems in the material, 2 wrong usage.
    """

    exit_code = 1

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class UsageError(FactpackError):
    """A command was called wrongly: an unknown audience, a folder that is no workspace."""

    exit_code = 2
