"""``latest``: a line that names the newest edition, for people and for programs."""

from __future__ import annotations

import os
from pathlib import Path

from generator.files.atomic import write_synced
from generator.pack.editions.record import Record
from generator.pack.editions.shelf import DRAFT, LATEST, age, latest_name


def point_to(output: Path, record: Record) -> None:
    """Let ``latest`` name the edition, unless it names a newer one.

    An edition of what was known on an earlier day is never the latest.
    """
    name = latest_name(output)
    if record.known_by is not None or age(name) >= age(record.edition):
        return
    draft = output / f"{DRAFT}{LATEST}"
    try:
        write_synced(draft, f"{record.edition}\n".encode())
        os.replace(draft, output / LATEST)
    finally:
        draft.unlink(missing_ok=True)
