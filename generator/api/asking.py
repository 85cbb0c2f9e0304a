"""Asking offices for new figures, and taking in what comes back."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from generator.workspace import open_workspace

if TYPE_CHECKING:
    from generator.pack.asking.review import Review
    from generator.pack.asking.writing import Asked


def questions(
    folder: Path | str = ".",
    *,
    as_of: date | None = None,
    locale: str | None = None,
    out: Path | None = None,
) -> Asked:
    """Write, for each responsible office, a letter and a form with the figures that the edition
    of `as_of` (a year after the plan's day) needs again. Forms of before are never written over.
    """
    from generator.pack.asking.writing import ask

    return ask(open_workspace(folder), as_of, out, locale)


def import_facts(folder: Path | str, file: Path | str, *, dry_run: bool = False) -> Review:
    """Take in a form that came back, or a table of statements (XLSX, CSV), and tell what changes.

    With `dry_run` nothing is written. The same file a second time changes nothing. Raises
    FactpackError with every problem of the file, each with its cell; nothing is then written.
    """
    from generator.pack.asking.importing import take_in

    return take_in(open_workspace(folder), Path(file), dry_run=dry_run)
