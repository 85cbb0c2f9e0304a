"""An edition written whole or not at all: a draft beside its place, then one rename.

The output folder is held while one run writes, so that two builds of one edition give one, and
every draft that lies there is known to be left over.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from generator.files import locked
from generator.files.atomic import clear_errors, write_synced
from generator.pack.editions.latest import point_to
from generator.pack.editions.record import EDITION, Record
from generator.pack.editions.shelf import DRAFT, STATE, next_name, records
from generator.pack.editions.standing import Standing
from generator.pack.editions.verify import intact

_PATIENCE = 60.0  # seconds for another run to write its edition

Contents = Mapping[str, bytes | Path]  # relative name to content, or to the file to be copied


def write_edition(
    output: Path, name: str, record: Record, contents: Contents
) -> tuple[Standing, bool]:
    """Put an edition in its place; gives it and whether anything was written.

    `name` is how the user knows the output folder.

    An edition that is the newest of its kind and holds the same is left alone. Raises
    FactpackError, and leaves the output folder as it was, when it cannot be written.
    """
    with clear_errors(name, output), _held(output, name):
        _sweep(output)
        standing = _same(output, record)
        if standing is not None:
            point_to(output, standing.record)
            return standing, False
        record = replace(record, edition=next_name(output, record.as_of))
        with _draft(output, record.edition) as draft:
            _fill(draft, contents)
            write_synced(draft / EDITION, record.as_bytes())
            os.rename(draft, output / record.edition)
        point_to(output, record)
        return Standing(output / record.edition, record), True


@contextmanager
def _held(output: Path, name: str) -> Iterator[None]:
    output.mkdir(parents=True, exist_ok=True)
    with locked(output / STATE / "build.lock", _PATIENCE, name):
        yield


@contextmanager
def _draft(output: Path, name: str) -> Iterator[Path]:
    draft = output / f"{DRAFT}{name}"
    draft.mkdir()
    try:
        yield draft
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _sweep(output: Path) -> None:
    """Throw away the drafts of runs that were cut off."""
    for path in output.glob(f"{DRAFT}*"):
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


def _same(output: Path, record: Record) -> Standing | None:
    """The newest edition of the same kind, if it holds the same and is whole."""
    for folder, there in records(output, record.as_of):
        if there.known_by == record.known_by and there.audiences.keys() == record.audiences.keys():
            same = replace(there, edition=record.edition) == record and intact(folder, there)
            return Standing(folder, there) if same else None
    return None


def _fill(draft: Path, contents: Contents) -> None:
    """What is new is waited for until the disk has it; of what is copied there is the original."""
    for name, content in contents.items():
        path = draft / name
        path.parent.mkdir(exist_ok=True)
        if isinstance(content, Path):
            shutil.copyfile(content, path)
        else:
            write_synced(path, content)
