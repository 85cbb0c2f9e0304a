"""Whether an edition is as it was made: every file by its digest, none missing, none added."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.files.digests import digest_file
from generator.model import Place, Problem, UsageError, error
from generator.pack.editions.record import EDITION, FileRecord, Record, record_of

_MAKE_AGAIN = "Make the edition again from its inputs, or take the file from a copy of it."


def verify_edition(folder: Path) -> list[Problem]:
    """Everything that is not as it was made. Raises UsageError where there is no such folder."""
    if not folder.is_dir():
        next = "Name the folder of an edition, such as output/2025-12-31."
        raise UsageError([error(Place(folder.as_posix()), "There is no such folder.", next)])
    place = Place(f"{folder.name}/{EDITION}")
    try:
        data = (folder / EDITION).read_bytes()
    except OSError as reason:
        problem = f"The list of the edition's files cannot be read: {reason.strerror}."
        return [error(place, problem, _MAKE_AGAIN)]
    try:
        record = record_of(data)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return [error(place, "The list of the edition's files is damaged.", _MAKE_AGAIN)]
    if record.as_bytes() != data:
        return [error(place, "The list of the edition's files was altered.", _MAKE_AGAIN)]
    return [*_renamed(folder, record), *_altered(folder, record), *_added(folder, record)]


def intact(folder: Path, record: Record) -> bool:
    """Whether every file of the record is there as it was made; no more is asked."""
    return not any(_altered(folder, record))


def file_is_intact(path: Path, known: FileRecord) -> bool:
    """Whether one file is as it was made."""
    try:
        return path.stat().st_size == known.bytes and digest_file(path) == known.sha256
    except OSError:
        return False


def _renamed(folder: Path, record: Record) -> Iterator[Problem]:
    name = folder.resolve().name
    if name != record.edition:
        problem = f"The folder is called “{name}”, and its record says “{record.edition}”."
        yield error(Place(name), problem, "Give the folder its own name again.")


def _altered(folder: Path, record: Record) -> Iterator[Problem]:
    for name, known in record.files.items():
        path, place = folder / name, Place(f"{folder.name}/{name}")
        if not path.is_file():
            yield error(place, "The file is missing.", _MAKE_AGAIN)
        elif not file_is_intact(path, known):
            yield error(place, "The file is not the one that was made: altered.", _MAKE_AGAIN)


def _added(folder: Path, record: Record) -> Iterator[Problem]:
    """Files that the edition does not list; the marks that Office leaves beside an open one go."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        known = name in record.files or name == EDITION or path.name.startswith("~$")
        if not known and (path.is_file() or path.is_symlink()):
            place = Place(f"{folder.name}/{name}")
            problem = "The file does not belong to the edition: it was added later."
            yield error(place, problem, "Move it elsewhere; nothing is added to an edition.")
