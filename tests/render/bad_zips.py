"""Zips that no honest program writes: names, sizes and flags changed byte by byte."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping

_DIRECTORY = b"PK\x01\x02"


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: Mapping[str, bytes] | list[tuple[str, bytes]]) -> bytes:
    """A package of parts; a list may name one twice."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items() if isinstance(parts, Mapping) else parts:
            archive.writestr(name, content)
    return buffer.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    return zipped({**members(data), name: content})


def with_size(data: bytes, name: str, size: int) -> bytes:
    """The package with another unpacked size declared for a member, in both places."""
    return _patched(data, name, 24, 22, struct.pack("<I", size))


def with_flag(data: bytes, name: str, flag: int) -> bytes:
    return _patched(data, name, 8, 6, struct.pack("<H", flag))


def _patched(data: bytes, name: str, entry_at: int, local_at: int, value: bytes) -> bytes:
    out = bytearray(data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        local = archive.getinfo(name).header_offset
    at = data.index(_DIRECTORY)
    while not data[at + 46 :].startswith(name.encode()):
        at = data.index(_DIRECTORY, at + 4)
    for start in (at + entry_at, local + local_at):
        out[start : start + len(value)] = value
    return bytes(out)
