"""A lock between processes on one workspace.

The machine's own lock on a file is what counts, not that the file is there: when the process that
holds it dies, however it dies, the lock is free, and the file that is left over stops nobody.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.model import FactpackError, Place, error


@contextmanager
def held(path: Path) -> Iterator[bool]:
    """Take the lock without waiting; gives whether it was free, and frees it at the end.

    Raises FactpackError where the folder cannot be written or knows no locks.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as failed:
        raise cannot(path, failed) from failed
    try:
        yield _take(file, path)
    finally:
        os.close(file)  # which frees the lock too


def _take(file: int, path: Path) -> bool:
    try:
        _lock(file)
    except (BlockingIOError, PermissionError):
        return False  # another process has it; Windows says “permission denied”
    except OSError as failed:
        raise cannot(path, failed) from failed
    return True


def cannot(path: Path, failed: OSError) -> FactpackError:
    """The state of the schedule cannot be kept, so nothing may run: it might run twice."""
    problem = f"The state of the schedule cannot be kept: {failed.strerror or failed}."
    next = "Make the folder writable, on a disk with room that knows file locks; then run again."
    return FactpackError([error(Place(path.as_posix()), problem, next)])


if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
