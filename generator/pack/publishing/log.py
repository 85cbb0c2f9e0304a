"""``output/.state/published.jsonl``: the editions that were published; lines are only added."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.files.journal import Journal
from generator.model import Problem

_STATE = ".state"  # the folder of journals and locks beside the editions
_LOG = "published.jsonl"


@dataclass(frozen=True, slots=True)
class Published:
    """One line: the edition, the digest of its ``edition.json``, who, why and when."""

    edition: str
    sha256: str
    by: str
    reason: str
    at: str

    def as_json(self) -> dict[str, str]:
        return {
            "edition": self.edition,
            "sha256": self.sha256,
            "by": self.by,
            "reason": self.reason,
            "at": self.at,
        }


def published_log(output: Path) -> Journal:
    """The journal of an output folder."""
    return Journal(output / _STATE / _LOG, f"{output.name}/{_STATE}/{_LOG}")


def published_editions(output: Path) -> tuple[dict[str, Published], list[Problem]]:
    """The published editions by name, and what is wrong with the journal."""
    entries, problems = published_log(output).read()
    names = Published.__dataclass_fields__
    read = [Published(**{name: str(entry.get(name, "")) for name in names}) for entry in entries]
    return {one.edition: one for one in read if one.edition}, problems
