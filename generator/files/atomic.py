"""Writing whole or not at all: a reader sees the old file or the new one, never half of one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_IMODE

from generator.model import FactpackError, Place, error


def write_atomic(path: Path, data: bytes, name: str = "") -> None:
    """Write a file beside its place and move it there; `name` is how the user knows it.

    Raises FactpackError, and leaves the old file as it was, when the folder is missing, nobody
    may write there, the disk is full or another program holds the file.
    """
    target = Path(os.path.realpath(path))
    draft = _sibling(target)
    with clear_errors(name or str(path), target):
        try:
            write_synced(draft, data)
            if target.exists():
                draft.chmod(S_IMODE(target.stat().st_mode))
            os.replace(draft, target)
        finally:
            draft.unlink(missing_ok=True)


@contextmanager
def write_folder_atomic(path: Path, name: str = "") -> Iterator[Path]:
    """Give an empty folder to write into; at the end of the block it takes the place of `path`.

    What stood at `path` goes as a whole. When the block raises, or the swap fails, `path` is left
    as it was and the draft is thrown away. Raises FactpackError as `write_atomic` does; an
    OSError of the block itself is told in the same words.
    """
    target = Path(os.path.realpath(path))
    draft = _sibling(target)
    with clear_errors(name or str(path), target):
        target.parent.mkdir(parents=True, exist_ok=True)
        draft.mkdir()
        try:
            yield draft
            _swap(draft, target)
        finally:
            _remove(draft)


def _swap(draft: Path, target: Path) -> None:
    """Two renames: the old folder aside, the new one into its place; back again if that fails."""
    if not target.exists():
        os.rename(draft, target)
        return
    aside = _sibling(target)
    os.rename(target, aside)
    try:
        os.rename(draft, target)
    except OSError:
        os.rename(aside, target)
        raise
    _remove(aside)


def _remove(folder: Path) -> None:
    from shutil import rmtree  # slow to load, and no single file needs it

    rmtree(folder, ignore_errors=True)


def _sibling(target: Path) -> Path:
    """A name in the same folder, so that a rename stays on one disk, that nobody else has."""
    return target.with_name(f".{target.name}.{os.urandom(4).hex()}.part")


def write_synced(path: Path, data: bytes) -> None:
    """Write a new file and wait until the disk has it."""
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        with suppress(OSError):  # some network folders cannot
            os.fsync(file.fileno())


@contextmanager
def clear_errors(name: str, target: Path) -> Iterator[None]:
    """What the system refuses in the block becomes a FactpackError about `name`."""
    try:
        yield
    except OSError as failed:
        problem, next = _words(failed, target)
        raise FactpackError([error(Place(name), problem, next)]) from failed


def _words(failed: OSError, target: Path) -> tuple[str, str]:
    # Windows answers "permission denied" (or a sharing violation, which Python gives as
    # PermissionError too) when another program has the file open.
    if isinstance(failed, PermissionError) and target.exists():
        return (
            "It cannot be written: it is open in another program, or protected.",
            "Close it there (Word, WPS, a viewer), or allow writing, and run again.",
        )
    if isinstance(failed, PermissionError):
        return "Nobody may write in this folder.", "Allow writing there, or choose another folder."
    if isinstance(failed, FileNotFoundError | NotADirectoryError):
        return "Its folder is not there, or vanished meanwhile.", "Make the folder and run again."
    if isinstance(failed, IsADirectoryError):
        return "A folder has this name.", "Move the folder away, or choose another name."
    return f"It cannot be written: {failed.strerror or failed}.", "Mend that and run again."
