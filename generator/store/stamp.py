"""The last check and its outcome, so that a check in which nothing changed reads nothing.

Kept in the workspace's cache by the digests of its inputs. Nothing here may import what reads
facts: a second check takes digests and is done.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator import __version__
from generator.files.atomic import write_atomic
from generator.files.digests import digest, digest_inputs
from generator.model import FactpackError, Level, Place, Problem
from generator.workspace import Workspace

_NAME = "check.json"
_LEVELS: tuple[Level, ...] = ("error", "warning", "notice")


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a check: its problems, and what it says of the base in a sentence."""

    problems: tuple[Problem, ...]
    summary: str = ""


def last_check(workspace: Workspace, inputs: Iterable[Path], question: str = "") -> Report | None:
    """The report of the same check on the same inputs, or None where something changed.

    `inputs` are files and folders; `question` is what else the outcome hangs on, such as a date.
    """
    try:
        kept = json.loads((workspace.cache / _NAME).read_bytes())
        if kept["stamp"] != stamp(workspace, inputs, question):
            return None
        return Report(tuple(_problem(entry) for entry in kept["problems"]), str(kept["summary"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None  # a cache that is gone or broken was never there


def remember(
    workspace: Workspace, inputs: Iterable[Path], report: Report, question: str = ""
) -> None:
    """Keep a report for the next check. A cache that cannot be written is done without."""
    kept = {
        "stamp": stamp(workspace, inputs, question),
        "summary": report.summary,
        "problems": [_entry(problem) for problem in report.problems],
    }
    try:
        workspace.cache.mkdir(exist_ok=True)
        write_atomic(workspace.cache / _NAME, json.dumps(kept, ensure_ascii=False).encode())
    except (OSError, FactpackError):
        return


def stamp(workspace: Workspace, inputs: Iterable[Path], question: str = "") -> str:
    """One digest of all inputs, of the question and of the version of this program."""
    digests = digest_inputs(inputs, workspace.root)
    return digest(json.dumps([__version__, question, digests]).encode())


def _entry(problem: Problem) -> list[object]:
    place = problem.place
    return [problem.level, place.file, place.line, place.where, problem.problem, problem.next]


def _problem(entry: list[object]) -> Problem:
    level, file, line, where, problem, next = entry
    if not (line is None or isinstance(line, int)):
        raise TypeError
    known = _level(str(level))
    return Problem(known, Place(str(file), line, str(where)), str(problem), str(next))


def _level(written: str) -> Level:
    for level in _LEVELS:
        if level == written:
            return level
    raise ValueError(written)
