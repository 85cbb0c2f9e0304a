"""What a build comes to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.model import Problem
from generator.pack.editions.record import Record


@dataclass(frozen=True, slots=True)
class Built:
    """A finished edition: its folder and record, and what should be known about it.

    `made` are the documents that were rendered, by audience and file; where nothing was written
    there are none. All others were carried over from an edition before.
    """

    folder: Path
    record: Record
    problems: tuple[Problem, ...] = ()
    unchanged: bool = False
    made: tuple[str, ...] = ()

    @property
    def carried(self) -> tuple[str, ...]:
        """The documents that were not rendered, because nothing in them changed."""
        made = set(self.made)
        return tuple(name for name in self._documents() if name not in made)

    @property
    def summary(self) -> str:
        if self.unchanged:
            return f"{self.folder}: unchanged, {len(self.carried)} documents are up to date"
        return f"{self.folder}: written, {len(self.made)} documents made, {len(self.carried)} kept"

    def rows(self) -> list[dict[str, object]]:
        """The closing table: one row a document."""
        return [
            {
                "file": f"{audience}/{one.file}",
                "figures": one.figures,
                "facts": len(one.shows),
                "kB": round(self.record.files[f"{audience}/{one.file}"].bytes / 1024),
            }
            for audience, folder in self.record.audiences.items()
            for one in folder.documents.values()
        ]

    def as_json(self) -> dict[str, object]:
        return {
            "folder": str(self.folder),
            "edition": self.record.edition,
            "unchanged": self.unchanged,
            "made": list(self.made),
            "carried": list(self.carried),
            "files": self.rows(),
            "problems": [problem.as_json() for problem in self.problems],
        }

    def _documents(self) -> list[str]:
        return [
            f"{audience}/{one.file}"
            for audience, folder in self.record.audiences.items()
            for one in folder.documents.values()
        ]
