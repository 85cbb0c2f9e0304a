"""Pictures as PNG files, the same bytes on every machine."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence


def indexed_png(rows: Sequence[bytes | bytearray], palette: Sequence[bytes]) -> bytes:
    """A PNG of rows of palette indices (ISO/IEC 15948); colours are three bytes each.

    Its pixels are stored and not deflated: how well they deflate depends on the machine.
    """
    header = struct.pack(">IIBBBBB", len(rows[0]), len(rows), 8, 3, 0, 0, 0)
    pixels = b"".join(b"\x00" + row for row in rows)
    chunks = (
        (b"IHDR", header),
        (b"PLTE", b"".join(palette)),
        (b"IDAT", zlib.compress(pixels, 0)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    check = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)
