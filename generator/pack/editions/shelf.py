"""The editions of an output folder: ``2025-12-31``, ``2025-12-31-2`` …, and which is the newest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from generator.pack.editions.record import EDITION, Record, read_record
from generator.pack.publishing.log import published_editions

LATEST = "latest"
DRAFT = ".draft-"  # an edition that is being written
STATE = ".state"  # journals and locks; an edition never has this name
_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})(?:-(\d+))?")

Age = tuple[str, int]


def age(name: str) -> Age:
    """The day and number that an edition's name says; ``("", 0)`` for no such name."""
    found = _NAME.fullmatch(name)
    return (found[1], int(found[2] or 1)) if found else ("", 0)


def edition_folders(output: Path, as_of: str = "") -> list[Path]:
    """The folders of editions, of one day or of all, newest first."""
    if not output.is_dir():
        return []
    named = [path for path in output.iterdir() if age(path.name)[0] and path.is_dir()]
    mine = [path for path in named if not as_of or age(path.name)[0] == as_of]
    return sorted(mine, key=lambda path: age(path.name), reverse=True)


def records(output: Path, as_of: str = "") -> Iterator[tuple[Path, Record]]:
    """The editions whose record can be read, newest first, each read when it is asked for."""
    for folder in edition_folders(output, as_of):
        record = read_record(folder) if (folder / EDITION).is_file() else None
        if record is not None:
            yield folder, record


def latest_name(output: Path) -> str:
    """The edition that ``latest`` names; empty where it names none that is there."""
    try:
        name = (output / LATEST).read_bytes().decode().strip()
    except (OSError, UnicodeDecodeError):
        return ""
    return name if age(name)[0] and (output / name).is_dir() else ""


def next_name(output: Path, as_of: str) -> str:
    """The name of the next edition of a day: one more than the newest there is or was published.

    The name of a published edition is never given again, even where its folder is gone.
    """
    published, _ = published_editions(output)
    taken = [path.name for path in edition_folders(output, as_of)]
    taken += [name for name in published if age(name)[0] == as_of]
    number = max((age(name)[1] for name in taken), default=0) + 1
    return as_of if number == 1 else f"{as_of}-{number}"
