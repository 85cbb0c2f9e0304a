"""Writing a package: fixed times, fixed order, unchanged members as the bytes that came in.

Same members, same bytes: every time stamp is 1980-01-01 and no machine leaves its mark
(APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16). Where libdeflate is installed (the extra “fast”) it packs
what is not large; the format is the same, the packed bytes are not those of zlib.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Collection, Iterable, Mapping
from importlib import import_module
from types import ModuleType

from generator.documents.packages.package import Member


def _libdeflate() -> ModuleType | None:
    try:
        return import_module("deflate")
    except ImportError:
        return None


CONTENT_TYPES = "[Content_Types].xml"

_LOCAL = struct.Struct("<4sHHHHHIIIHH")
_ENTRY = struct.Struct("<4sHHHHHHIIIHHHHHII")
_END = struct.Struct("<4sHHHHIIH")
_NOON_1980 = (0, 0x21)  # time, date: 1980-01-01 00:00
_VERSION = 20
_UTF8_NAME = 0x800
_LEVEL = 6
_LIBDEFLATE = _libdeflate()
_AT_ONCE_MOST = 1 << 20  # bytes that libdeflate, which knows no streams, is given at once
# Every entry is written with offset 0; where its four bytes stand is fixed by the format.
_OFFSET_AT = 42


class Untouched:
    """The members that go out as they came in, made ready once for every document."""

    def __init__(self, members: Iterable[Member]) -> None:
        self.names: list[str] = []
        self._blocks: dict[str, tuple[bytes, bytes]] = {}
        for member in members:
            self.names.append(member.name)
            self._blocks[member.name] = _block(member)

    def without(self, names: Iterable[str]) -> Iterable[tuple[bytes, bytes]]:
        """Local block and directory entry of each member that is not in `names`."""
        left_out = set(names)
        return [self._blocks[name] for name in self.names if name not in left_out]


def write_zip(
    untouched: Untouched, changed: Mapping[str, bytes | Member], gone: Collection[str] = ()
) -> bytes:
    """The package: content types first, then the untouched members, then the others as given.

    Members that are `gone` are left out.
    """
    packed = {
        name: _block(data if isinstance(data, Member) else compress(name, data))
        for name, data in changed.items()
    }
    types = packed.pop(CONTENT_TYPES, None)
    first = [] if types is None else [types]
    return _join([*first, *untouched.without([*changed, *gone]), *packed.values()])


def compress(name: str, data: bytes) -> Member:
    """A new member, deflated."""
    packer = Packer()
    packer.feed(data)
    return packer.finish(name)


class Packer:
    """Deflates a member while it is being made, so that a large one is never whole in memory."""

    def __init__(self) -> None:
        self._stream: _Stream | None = None if _LIBDEFLATE else _Stream()
        self._gathered: list[bytes] = []
        self._size = 0

    def feed(self, data: bytes) -> None:
        """More of the member's bytes."""
        self._size += len(data)
        if self._stream is not None:
            self._stream.feed(data)
            return
        self._gathered.append(data)
        if self._size > _AT_ONCE_MOST:
            self._begin_stream()

    def finish(self, name: str) -> Member:
        """The member, under its name."""
        if self._stream is not None:
            raw, crc = self._stream.finish(), self._stream.crc
        else:
            raw, crc = self._at_once(b"".join(self._gathered))
        return Member(name, zlib.DEFLATED, crc, self._size, raw)

    def _at_once(self, data: bytes) -> tuple[bytes, int]:
        assert _LIBDEFLATE is not None
        return bytes(_LIBDEFLATE.deflate_compress(data, _LEVEL)), _LIBDEFLATE.crc32(data)

    def _begin_stream(self) -> None:
        self._stream = _Stream()
        for data in self._gathered:
            self._stream.feed(data)
        self._gathered.clear()


class _Stream:
    """What zlib makes of bytes that come one after the other; `crc` is their check sum so far."""

    def __init__(self) -> None:
        self._packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
        self._raw: list[bytes] = []
        self.crc = 0

    def feed(self, data: bytes) -> None:
        self.crc = zlib.crc32(data, self.crc)
        self._raw.append(self._packer.compress(data))

    def finish(self) -> bytes:
        return b"".join([*self._raw, self._packer.flush()])


def _block(member: Member) -> tuple[bytes, bytes]:
    name = member.name.encode()
    flags = 0 if name.isascii() else _UTF8_NAME
    known = (flags, member.method, *_NOON_1980, member.crc, len(member.raw), member.size)
    local = _LOCAL.pack(b"PK\x03\x04", _VERSION, *known, len(name), 0) + name + member.raw
    entry = _ENTRY.pack(b"PK\x01\x02", _VERSION, _VERSION, *known, len(name), 0, 0, 0, 0, 0, 0)
    return local, entry + name


def _join(blocks: list[tuple[bytes, bytes]]) -> bytes:
    directory: list[bytes] = []
    offset = 0
    for local, entry in blocks:
        placed = offset.to_bytes(4, "little")
        directory.append(entry[:_OFFSET_AT] + placed + entry[_OFFSET_AT + 4 :])
        offset += len(local)
    entries = b"".join(directory)
    count = len(blocks)
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(entries), offset, 0)
    return b"".join([*(local for local, _ in blocks), entries, end])
