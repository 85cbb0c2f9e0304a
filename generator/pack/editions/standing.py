"""Whether an edition is up to date: digests are compared, and nothing else is read.

Nothing here may import what reads facts or templates: a build in which nothing changed ends here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator import __version__
from generator.pack.editions.record import Record, read_record
from generator.pack.editions.shelf import latest_name, records
from generator.pack.editions.verify import intact
from generator.pack.inputs import input_digests
from generator.workspace import Workspace

PREVIEW = "preview.png"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of a build; an audience or a day that is left out is the plan's."""

    audience: str | None = None
    as_of: date | None = None
    known_by: date | None = None
    pdf: bool = False
    preview: bool = False

    @property
    def known(self) -> str | None:
        """The day of `known_by` as a record keeps it."""
        return self.known_by.isoformat() if self.known_by else None


@dataclass(frozen=True, slots=True)
class Standing:
    """An edition that is there, whole."""

    folder: Path
    record: Record


def standing_edition(workspace: Workspace, output: Path, wanted: Wanted) -> Standing | None:
    """The newest edition of what is wanted, when it is made of the inputs as they are now."""
    known: dict[frozenset[str], Mapping[str, str]] = {}
    for folder, record in _of_the_day(output, wanted):
        if not _is_wanted(record, wanted):
            continue
        templates = frozenset(record.inputs)
        if templates not in known:
            known[templates] = input_digests(workspace, record.inputs)
        up_to_date = record.factpack == __version__ and known[templates] == record.inputs
        if up_to_date and _has_copies(record, wanted) and intact(folder, record):
            return Standing(folder, record)
        return None
    return None


def _of_the_day(output: Path, wanted: Wanted) -> Iterator[tuple[Path, Record]]:
    """The editions of the day, newest first; without a day that of the newest edition's plan."""
    if wanted.as_of is not None:
        yield from records(output, wanted.as_of.isoformat())
        return
    name = latest_name(output)
    newest = read_record(output / name) if name else None
    if newest is None:
        return
    day = newest.planned.as_of
    if newest.as_of == day:
        yield output / name, newest
    yield from (pair for pair in records(output, day) if pair[0].name != name)


def _is_wanted(record: Record, wanted: Wanted) -> bool:
    audiences = record.planned.audiences if wanted.audience is None else (wanted.audience,)
    return (
        record.known_by == wanted.known
        and tuple(record.audiences) == audiences
        and (wanted.as_of is not None or record.as_of == record.planned.as_of)
    )


def _has_copies(record: Record, wanted: Wanted) -> bool:
    """Whether the copies that are wanted are there; copies nobody asked for do no harm."""
    return all(
        (not wanted.pdf or record.holds(audience, ".pdf"))
        and (not wanted.preview or f"{audience}/{PREVIEW}" in record.files)
        for audience in record.audiences
    )
