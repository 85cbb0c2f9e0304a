"""``edition.json``: what an edition was made of, and what it holds.

No clock time is in it, so that equal inputs give equal bytes. Its last line seals the others.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from generator.files.digests import digest

EDITION = "edition.json"


@dataclass(frozen=True, slots=True)
class Inputs:
    """What one document was made of, as digests.

    `includes` are the files that its template brings in; `plan` is its entry with the audience's
    settings, the day and this program's version; `facts` what it may see of each fact; `others`,
    for a document that lists the figures of its audience (an evidence annex), all of these.
    """

    template: str
    look: str
    plan: str
    charts: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, str] = field(default_factory=dict)
    others: str = ""
    includes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """One file of an audience: its inputs, the facts it shows in order, how many figures."""

    id: str
    file: str
    template: str
    inputs: Inputs
    shows: tuple[str, ...] = ()
    figures: int = 0


@dataclass(frozen=True, slots=True)
class FactState:
    """What a fact was: as printed, its date, its ruling and the statements known about it."""

    said: str
    as_of: str | None
    expired: bool
    ruling: str | None
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AudienceRecord:
    documents: Mapping[str, DocumentRecord]
    facts: Mapping[str, FactState]


@dataclass(frozen=True, slots=True)
class FileRecord:
    """A file of the edition; `parts_sha256` is over an Office file's uncompressed parts."""

    sha256: str
    bytes: int
    parts_sha256: str = ""


@dataclass(frozen=True, slots=True)
class Planned:
    """What the plan asked for of itself: its day and all its audiences."""

    as_of: str
    audiences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """A whole edition; `edition` is the name of its folder, `files` are by relative name."""

    factpack: str
    base: str
    edition: str
    as_of: str
    known_by: str | None
    planned: Planned
    inputs: Mapping[str, str]
    audiences: Mapping[str, AudienceRecord]
    files: Mapping[str, FileRecord]

    def as_bytes(self) -> bytes:
        """The file, a line for each thing that may change by itself, and the seal."""
        text = ",\n".join(_lines(self))
        return f'{text},\n"sha256": "{digest(text.encode())}"}}\n'.encode()

    def holds(self, audience: str, suffix: str) -> bool:
        """Whether each document of an audience is there in another form, such as ``.pdf``."""
        files = (f"{audience}/{one.file}" for one in self.audiences[audience].documents.values())
        return all(f"{name.rpartition('.')[0]}{suffix}" in self.files for name in files)


def read_record(folder: Path) -> Record | None:
    """The record in an edition's folder; ``None`` where there is none that can be read."""
    try:
        return record_of((folder / EDITION).read_bytes())
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def record_of(data: bytes) -> Record:
    """The record of a file's bytes. Raises ValueError, KeyError or TypeError for no such thing."""
    kept = json.loads(data)
    return Record(
        factpack=kept["factpack"],
        base=kept["base"],
        edition=kept["edition"],
        as_of=kept["as_of"],
        known_by=kept["known_by"],
        planned=Planned(kept["planned"]["as_of"], tuple(kept["planned"]["audiences"])),
        inputs=kept["inputs"],
        audiences={
            name: AudienceRecord(
                {id: _document(id, entry) for id, entry in one["documents"].items()},
                {key: _state(entry) for key, entry in one["facts"].items()},
            )
            for name, one in kept["audiences"].items()
        },
        files={name: FileRecord(**entry) for name, entry in kept["files"].items()},
    )


def _lines(record: Record) -> Iterator[str]:
    head = {name: getattr(record, name) for name in ("factpack", "base", "edition", "as_of")}
    yield "{" + _compact(head)[1:-1]
    yield f'"known_by": {_compact(record.known_by)}'
    yield f'"planned": {_compact(asdict(record.planned))}'
    yield f'"inputs": {_block(record.inputs)}'
    audiences = (f"{_compact(name)}: {_audience(one)}" for name, one in record.audiences.items())
    yield '"audiences": {' + ",\n".join(audiences) + "}"
    yield f'"files": {_block({name: _file(file) for name, file in record.files.items()})}'


def _audience(audience: AudienceRecord) -> str:
    documents = _block({id: _entry(document) for id, document in audience.documents.items()})
    facts = _block({key: asdict(state) for key, state in audience.facts.items()})
    return f'{{"documents": {documents},\n"facts": {facts}}}'


def _entry(document: DocumentRecord) -> dict[str, object]:
    inputs = document.inputs
    declared: dict[str, object] = {
        "template": inputs.template,
        "look": inputs.look,
        "plan": inputs.plan,
        "charts": inputs.charts,
        "facts": inputs.facts,
    }
    if inputs.others:
        declared["others"] = inputs.others
    if inputs.includes:
        declared["includes"] = inputs.includes
    return {
        "file": document.file,
        "template": document.template,
        "inputs": declared,
        "shows": document.shows,
        "figures": document.figures,
    }


def _document(id: str, entry: Mapping[str, Any]) -> DocumentRecord:
    return DocumentRecord(
        id=id,
        file=entry["file"],
        template=entry["template"],
        inputs=Inputs(**entry["inputs"]),
        shows=tuple(entry["shows"]),
        figures=entry["figures"],
    )


def _state(entry: Mapping[str, Any]) -> FactState:
    return FactState(**{**entry, "statements": tuple(entry["statements"])})


def _file(file: FileRecord) -> dict[str, object]:
    parts = {"parts_sha256": file.parts_sha256} if file.parts_sha256 else {}
    return {"sha256": file.sha256, "bytes": file.bytes, **parts}


def _block(entries: Mapping[str, object]) -> str:
    """An object with a line for each entry."""
    lines = (f" {_compact(name)}: {_compact(entry)}" for name, entry in entries.items())
    return "{\n" + ",\n".join(lines) + "\n}"


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
