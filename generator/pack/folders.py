"""Where an edition goes, and under which names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from generator.pack.provenance import PROVENANCE, without_copies

# Characters that Windows refuses in a file name, and control characters.
_REFUSED = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_RESERVED = {"con", "prn", "aux", "nul"} | {f"{n}{i}" for n in ("com", "lpt") for i in range(1, 10)}
_LONGEST = 80  # characters of a title in a file name; the path must stay under 260 on Windows


def file_name(id: str, title: str, suffix: str) -> str:
    """``Z1 会谈要点.docx``: what Windows, macOS and Linux all accept as a file name.

    Source of the rule: Microsoft's "Naming Files, Paths, and Namespaces".
    """
    stem = _REFUSED.sub(" ", f"{id} {title}")
    stem = " ".join(stem.split())[:_LONGEST].rstrip(". ")
    if stem.split(".")[0].lower() in _RESERVED:
        stem = f"_{stem}"
    return f"{stem}{suffix}"


def edition_folder(output: Path, as_of: date, made: Mapping[str, Mapping[str, bytes]]) -> Path:
    """The folder of an edition: its date, or ``-2``, ``-3`` … when that date holds another one.

    `made` is audience → file name → content. A folder that already holds the same audience with
    other content is another edition; an audience that it lacks may still join it.
    """
    number = 1
    while True:
        folder = output / (as_of.isoformat() + (f"-{number}" if number > 1 else ""))
        if all(_is_free_or_same(folder / audience, files) for audience, files in made.items()):
            return folder
        number += 1


def holds(folder: Path, files: Mapping[str, bytes]) -> bool:
    """Whether nothing is to be written: all is there, and perhaps copies that were made before."""
    copies = _copies_in(files)
    return is_same_edition(folder, files) and all(
        (folder / name).is_file() and (folder / name).read_bytes() == files[name] for name in copies
    )


def is_same_edition(folder: Path, files: Mapping[str, bytes]) -> bool:
    """Whether a folder holds exactly these files, but for copies as PDF or picture."""
    if not folder.is_dir():
        return False
    there = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    return _without_copies(there) == _without_copies(files)


def _without_copies(files: Mapping[str, bytes]) -> dict[str, bytes]:
    copies = _copies_in(files)
    own = {name: data for name, data in files.items() if name not in copies}
    if PROVENANCE in own:
        own[PROVENANCE] = without_copies(own[PROVENANCE])[0]
    return own


def _copies_in(files: Mapping[str, bytes]) -> frozenset[str]:
    """The names of the copies that the provenance among the files lists."""
    try:
        return without_copies(files[PROVENANCE])[1]
    except (KeyError, ValueError):
        return frozenset()


def _is_free_or_same(folder: Path, files: Mapping[str, bytes]) -> bool:
    return not folder.exists() or is_same_edition(folder, files)
