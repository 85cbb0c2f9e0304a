"""A folder of the user's own: what is read back from it was put there by nobody else.

It is for what may be run once it is read, such as compiled code. Where the system knows owners,
the folder and each entry must belong to the user, the folder must be closed to all others, and
neither may be a link; the folder is held open while it is used, so that no other can take its place
in between. Anything else is refused as if it were empty. Windows keeps the user's own folder
(``%LOCALAPPDATA%``) closed by itself. A folder that comes along with other people's files, such as
a workspace, is never such a folder, whoever owns it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from stat import S_ISREG

ENTRY_BYTES_MOST = 16_000_000
FOLDER_BYTES_MOST = 64_000_000
ENTRIES_MOST = 400

_HAS_OWNERS = hasattr(os, "geteuid")
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_FOLDER = getattr(os, "O_DIRECTORY", 0) | _NO_LINK
_BINARY = getattr(os, "O_BINARY", 0)
_DIGEST_BYTES = 32
_OTHERS_MAY = 0o077
_OTHERS_MAY_WRITE = 0o022


@contextmanager
def private_folder(path: Path) -> Iterator[PrivateFolder | None]:
    """The folder, made when it is not there; None where there can be none that is safe."""
    descriptor: int | None = None
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        if _HAS_OWNERS:
            descriptor = os.open(path, os.O_RDONLY | _FOLDER)
        safe = descriptor is None or _is_own(os.fstat(descriptor), _OTHERS_MAY)
    except OSError:
        safe = False
    try:
        yield PrivateFolder(path, descriptor) if safe else None
    finally:
        if descriptor is not None:
            os.close(descriptor)


def _is_own(status: os.stat_result, forbidden: int) -> bool:
    return status.st_uid == os.geteuid() and not status.st_mode & forbidden


class PrivateFolder:
    """Entries by name, each whole and undamaged or not there; the oldest make room for new ones."""

    def __init__(self, path: Path, descriptor: int | None) -> None:
        """`descriptor` is the open folder, where the system has such."""
        self._path, self._at = path, descriptor

    def read(self, name: str) -> bytes | None:
        """An entry; None where it is not there, damaged, or may be another's."""
        try:
            with open(self._open(name, os.O_RDONLY), "rb") as file:
                status = os.fstat(file.fileno())
                if not S_ISREG(status.st_mode):
                    return None
                if _HAS_OWNERS and not _is_own(status, _OTHERS_MAY_WRITE):
                    return None
                kept = file.read(_DIGEST_BYTES + ENTRY_BYTES_MOST + 1)
        except OSError:
            return None
        mark, data = kept[:_DIGEST_BYTES], kept[_DIGEST_BYTES:]
        return data if sha256(data).digest() == mark else None

    def write(self, name: str, data: bytes) -> None:
        """Keep an entry, or do without: a full disk is no reason to stop."""
        if len(data) > ENTRY_BYTES_MOST:
            return
        draft = f"{name}.{os.urandom(4).hex()}"
        try:
            with open(self._open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL), "wb") as file:
                file.write(sha256(data).digest() + data)
            os.replace(self._named(draft), self._named(name), **self._both())
        except OSError:
            self._remove(draft)
        self._make_room()

    def _make_room(self) -> None:
        """Drop the oldest entries beyond what the folder may hold."""
        with suppress(OSError), os.scandir(self._path if self._at is None else self._at) as found:
            entries = sorted(
                (entry.stat().st_mtime, entry.stat().st_size, entry.name) for entry in found
            )
            left, size = len(entries), sum(size for _, size, _ in entries)
            for _, own, name in entries:
                if left <= ENTRIES_MOST and size <= FOLDER_BYTES_MOST:
                    return
                self._remove(name)
                left, size = left - 1, size - own

    def _open(self, name: str, flags: int) -> int:
        return os.open(self._named(name), flags | _NO_LINK | _BINARY, 0o600, dir_fd=self._at)

    def _remove(self, name: str) -> None:
        with suppress(OSError):
            os.unlink(self._named(name), dir_fd=self._at)

    def _named(self, name: str) -> str:
        """An entry's path, inside the folder that is held open if there is one."""
        return str(self._path / name) if self._at is None else name

    def _both(self) -> dict[str, int | None]:
        return {"src_dir_fd": self._at, "dst_dir_fd": self._at}
