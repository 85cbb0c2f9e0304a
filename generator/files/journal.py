"""Journals: files to which whole lines are added, one JSON object each, and nothing is changed.

A line is there when its line end is. What a power cut left of a last line was never told to
anybody; it is passed over, said, and cut off before the next line is added.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.files.atomic import clear_errors
from generator.files.locks import locked
from generator.model import Place, Problem, warning

_PATIENCE = 30.0  # seconds for another writer

Entry = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Journal:
    """The journal at `path`, which its user knows as `name`; it need not be there yet."""

    path: Path
    name: str

    def read(self) -> tuple[list[Entry], list[Problem]]:
        """Its entries, oldest first, and a warning for each line that is none."""
        try:
            data = self.path.read_bytes()
        except FileNotFoundError:
            return [], []
        whole, end, torn = data.rpartition(b"\n")
        entries: list[Entry] = []
        problems: list[Problem] = []
        for number, line in enumerate(whole.split(b"\n") if end else (), 1):
            entry = _entry(line)
            if entry is None:
                problems.append(self._damaged(number))
            else:
                entries.append(entry)
        if torn:
            problems.append(self._torn(len(whole.split(b"\n")) + 1 if end else 1))
        return entries, problems

    def add(self, entry: Entry) -> None:
        """Add a line; the caller holds the journal. Raises FactpackError when it cannot."""
        line = json.dumps(entry, ensure_ascii=False).encode() + b"\n"
        with clear_errors(self.name, self.path), self.path.open("a+b") as file:
            file.seek(0)
            file.truncate(file.read().rfind(b"\n") + 1)
            file.seek(0, os.SEEK_END)
            file.write(line)
            file.flush()
            os.fsync(file.fileno())

    @contextmanager
    def held(self, seconds: float = _PATIENCE) -> Iterator[None]:
        """Hold the journal, so that nobody else adds to it while the block runs."""
        with clear_errors(self.name, self.path):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with locked(self.path.with_suffix(".lock"), seconds, self.name):
                yield

    def _damaged(self, number: int) -> Problem:
        return warning(
            Place(self.name, number),
            "This line of the journal cannot be read; somebody changed it.",
            "Take the journal from a copy. The other lines hold.",
        )

    def _torn(self, number: int) -> Problem:
        return warning(
            Place(self.name, number),
            "The last line is not whole: a run was cut off while it wrote. It does not count.",
            "Give the command again if it has not been done since.",
        )


def _entry(line: bytes) -> Entry | None:
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return entry if isinstance(entry, dict) else None
