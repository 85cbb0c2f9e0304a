"""Digests: whether a file is still the one that was read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path


def digest(data: bytes) -> str:
    """The SHA-256 of `data`, in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def digest_file(path: Path) -> str:
    """The SHA-256 of a file's bytes. Raises OSError when it cannot be read."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def digest_inputs(paths: Iterable[Path], root: Path) -> dict[str, str]:
    """The digests of the declared inputs under `root`, by relative name, in order of names.

    A folder stands for the files in it, at any depth, but for hidden ones and the marks that
    Office leaves beside an open file; a file that is not there, or cannot be read, has the digest
    `""`, so that its coming and going are changes too.
    """
    files = {file for path in paths for file in _files(path)}
    named = {_name(file, root): file for file in files}
    return {name: _digest_if_readable(named[name]) for name in sorted(named)}


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    return [file for file in path.rglob("[!.~]*") if file.is_file()]


def _name(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def _digest_if_readable(path: Path) -> str:
    try:
        return digest_file(path)
    except OSError:
        return ""
