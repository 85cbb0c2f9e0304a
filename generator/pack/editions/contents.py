"""What a build puts into an edition, and the record of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from generator import __version__
from generator.files import digest
from generator.pack.editions.fingerprints import fact_state
from generator.pack.editions.keeping import Finished, Kept
from generator.pack.editions.record import (
    AudienceRecord,
    DocumentRecord,
    FileRecord,
    Inputs,
    Planned,
    Record,
)
from generator.pack.provenance import parts_digest

if TYPE_CHECKING:
    from generator.pack.audience import Folder
    from generator.pack.desk import Desk
    from generator.pack.editions.standing import Wanted


def contents_of(folders: Iterable[Folder]) -> dict[str, bytes | Path]:
    """Every file by its name in the edition; those that are kept by where they stand."""
    contents: dict[str, bytes | Path] = {}
    for folder in folders:
        for one in folder.finished:
            name = f"{folder.audience}/{one.file}"
            contents[name] = one.path if isinstance(one, Kept) else one.data
        contents |= {f"{folder.audience}/{name}": data for name, data in folder.files.items()}
    return contents


def record_of_build(desk: Desk, folders: Iterable[Folder], wanted: Wanted) -> Record:
    """The record of what was made; the edition has its name when it gets its place."""
    folders = list(folders)
    return Record(
        factpack=__version__,
        base=desk.pack.base,
        edition="",
        as_of=desk.edition.as_of.isoformat(),
        known_by=wanted.known,
        planned=Planned(
            desk.pack.as_of.isoformat(), tuple(audience.id for audience in desk.pack.audiences)
        ),
        inputs=desk.inputs,
        audiences={folder.audience: _audience(folder) for folder in folders},
        files=dict(pair for folder in folders for pair in _files(folder)),
    )


def _audience(folder: Folder) -> AudienceRecord:
    keys = dict.fromkeys(key for job in folder.work.jobs for key in job.asks.facts)
    return AudienceRecord(
        {one.document: _document(one, folder.inputs[one.document]) for one in folder.finished},
        {key: fact_state(key, folder.work.resolution) for key in keys},
    )


def _document(one: Finished, inputs: Inputs) -> DocumentRecord:
    if isinstance(one, Kept):
        return one.record
    return DocumentRecord(one.document, one.file, one.template, inputs, one.shows, len(one.uses))


def _files(folder: Folder) -> Iterator[tuple[str, FileRecord]]:
    for one in folder.finished:
        yield f"{folder.audience}/{one.file}", _file(one)
    for name, data in folder.files.items():
        yield f"{folder.audience}/{name}", FileRecord(digest(data), len(data))


def _file(one: Finished) -> FileRecord:
    if isinstance(one, Kept):
        return one.known
    return FileRecord(digest(one.data), len(one.data), parts_digest(one.data))
