"""Pictures by their bytes: which kind, how many dots, how dense (PNG, JPEG, GIF, BMP, TIFF).

PNG: ISO/IEC 15948, 11.2.2 and 11.3.5.3; JPEG: ITU-T T.81, B.2.2 and T.871, 10.1; GIF89a, 18;
TIFF 6.0, section 2.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass

EMU_PER_INCH = 914_400
SIDE_MOST = 20_000  # dots: more than A2 at 600 an inch; Word and LibreOffice fail far above
_DENSITY = 72.0  # dots an inch where the picture does not say, as Word has it
_METRE = 39.3701  # inches
_PNG, _JPEG, _BMP = b"\x89PNG\r\n\x1a\n", b"\xff\xd8", b"BM"
_GIFS = (b"GIF87a", b"GIF89a")
_TIFFS = {b"II*\x00": "<", b"MM\x00*": ">"}
_FRAMES = frozenset((*range(0xC0, 0xD0),)) - {0xC4, 0xC8, 0xCC}
_TIFF_SIZES = {3: "H", 4: "L"}


@dataclass(frozen=True, slots=True)
class Image:
    """Width and height in dots, and the dots an inch of both."""

    extension: str
    type: str
    width: int
    height: int
    across: float = _DENSITY
    down: float = _DENSITY

    @property
    def natural(self) -> tuple[int, int]:
        """Width and height in EMU as the picture itself has them."""
        return (
            round(self.width / self.across * EMU_PER_INCH),
            round(self.height / self.down * EMU_PER_INCH),
        )

    def sized(self, width: int | None, height: int | None) -> tuple[int, int]:
        """Width and height in EMU; what is not given keeps the picture's shape."""
        own_width, own_height = self.natural
        if width is None and height is None:
            return self.natural
        if width is None:
            assert height is not None
            return max(1, round(own_width * height / own_height)), height
        return width, height if height is not None else max(
            1, round(own_height * width / own_width)
        )


def read_image(data: bytes) -> Image | None:
    """What a picture is; None for bytes that are no picture that Office shows, or are cut short."""
    try:
        for starts, read in _READERS:
            if data.startswith(starts):
                image = read(data)
                return image if image and image.width > 0 and image.height > 0 else None
    except (struct.error, IndexError):
        return None
    return None


def _png(data: bytes) -> Image | None:
    if data[12:16] != b"IHDR":
        return None
    width, height = struct.unpack_from(">LL", data, 16)
    across = down = _DENSITY
    for name, at, _ in _png_chunks(data):
        if name == b"pHYs":
            x, y, unit = struct.unpack_from(">LLB", data, at)
            if unit == 1 and x and y:
                across, down = x / _METRE, y / _METRE
        if name in (b"IDAT", b"IEND"):
            break
    return Image("png", "image/png", width, height, across, down)


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    at = 8
    while at + 8 <= len(data):
        length, name = struct.unpack_from(">L4s", data, at)
        yield name, at + 8, length
        at += 12 + length


def _jpeg(data: bytes) -> Image | None:
    across = down = _DENSITY
    at = 2
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            return None
        kind = data[at + 1]
        if kind == 0xFF or kind == 0x01 or 0xD0 <= kind <= 0xD8:
            at += 1 if kind == 0xFF else 2
            continue
        (length,) = struct.unpack_from(">H", data, at + 2)
        if kind == 0xE0 and data[at + 4 : at + 9] == b"JFIF\x00":
            across, down = _jpeg_density(*struct.unpack_from(">BHH", data, at + 11))
        if kind in _FRAMES:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return Image("jpg", "image/jpeg", width, height, across, down)
        at += 2 + length
    return None


def _jpeg_density(unit: int, x: int, y: int) -> tuple[float, float]:
    if unit not in (1, 2) or not x or not y:
        return _DENSITY, _DENSITY
    return (x, y) if unit == 1 else (x * 2.54, y * 2.54)


def _gif(data: bytes) -> Image:
    width, height = struct.unpack_from("<HH", data, 6)
    return Image("gif", "image/gif", width, height)


def _bmp(data: bytes) -> Image:
    width, height = struct.unpack_from("<ll", data, 18)
    x, y = struct.unpack_from("<ll", data, 38)
    dense = (x / _METRE, y / _METRE) if x > 0 and y > 0 else (_DENSITY, _DENSITY)
    return Image("bmp", "image/bmp", width, abs(height), *dense)


def _tiff(data: bytes) -> Image:
    order = _TIFFS[data[:4]]
    (start,) = struct.unpack_from(f"{order}L", data, 4)
    (count,) = struct.unpack_from(f"{order}H", data, start)
    values: dict[int, float] = {}
    for at in range(start + 2, start + 2 + 12 * count, 12):
        tag, kind = struct.unpack_from(f"{order}HH", data, at)
        if kind in _TIFF_SIZES:
            (values[tag],) = struct.unpack_from(order + _TIFF_SIZES[kind], data, at + 8)
        elif kind == 5:
            (where,) = struct.unpack_from(f"{order}L", data, at + 8)
            above, below = struct.unpack_from(f"{order}LL", data, where)
            values[tag] = above / below if below else 0.0
    unit = {2: 1.0, 3: 2.54}.get(int(values.get(296, 2)), 0.0)
    across, down = values.get(282, 0.0) * unit, values.get(283, 0.0) * unit
    width, height = int(values.get(256, 0)), int(values.get(257, 0))
    return Image("tiff", "image/tiff", width, height, across or _DENSITY, down or _DENSITY)


_READERS: tuple[tuple[bytes | tuple[bytes, ...], Callable[[bytes], Image | None]], ...] = (
    (_PNG, _png), (_JPEG, _jpeg), (_GIFS, _gif), (_BMP, _bmp), (tuple(_TIFFS), _tiff),
)  # fmt: skip


def crop(image: Image, frame: tuple[float, float], way: str) -> str:
    """``a:srcRect`` that lets a picture keep its shape in a frame (20.1.8.55).

    `frame` is width and height; ``fit`` shows all of it (the rectangle is larger than the
    picture), ``fill`` covers the frame. Empty where the shapes are alike.
    """
    width, height = image.natural
    if way == "stretch" or not all((*frame, width, height)):
        return ""
    ratio = (width / height) / (frame[0] / frame[1])  # above 1: the picture is wider
    wide = ratio > 1 if way == "fill" else ratio < 1
    part = 1 / ratio if wide else ratio
    each = round((1 - part) / 2 * 100_000)
    if abs(each) < _ALIKE:
        return ""
    return f'<a:srcRect l="{each}" r="{each}"/>' if wide else f'<a:srcRect t="{each}" b="{each}"/>'


_ALIKE = 250  # thousandths of a per cent on each side: too little to be seen
