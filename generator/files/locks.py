"""A file that one process at a time holds, so that two of them do not write one thing at once."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.model import FactpackError, Place, Problem, error

_PAUSE = 0.05  # seconds between two tries


@contextmanager
def locked(path: Path, seconds: float, name: str = "") -> Iterator[None]:
    """Hold the file `path` while the block runs; it is made where it is missing, and stays.

    The system lets go of it when the process ends, however it ends. Waits for another holder for
    so many seconds, then raises FactpackError. A disk that knows no locks is used without.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        if not _held(descriptor, seconds):
            raise FactpackError([_busy(name or str(path), seconds)])
        try:
            yield
        finally:
            _let_go(descriptor)
    finally:
        os.close(descriptor)


def _held(descriptor: int, seconds: float) -> bool:
    end = time.monotonic() + seconds
    while not _try(descriptor):
        if time.monotonic() > end:
            return False
        time.sleep(_PAUSE)
    return True


if sys.platform == "win32":
    import msvcrt

    def _try(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

    def _let_go(descriptor: int) -> None:
        with suppress(OSError):
            os.lseek(descriptor, 0, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True  # no locks on this disk: its renames are whole all the same
        return True

    def _let_go(descriptor: int) -> None:
        with suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_UN)


def _busy(name: str, seconds: float) -> Problem:
    return error(
        Place(name),
        f"Another run has been writing here for more than {seconds:.0f} seconds.",
        "Wait until it has ended, or end it, and run again.",
    )
