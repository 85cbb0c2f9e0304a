"""What stands in a template where a build puts a chart or a picture: plainly no data."""

from __future__ import annotations

import struct
import zlib
from decimal import Decimal
from functools import cache

from generator.charts.theme import Medium
from generator.documents.charts.chart import ChartParts, write_chart
from generator.model import ChartKind, ChartSpec, Point, PointState, Series
from templates.make.kit.tokens import COLOR, LOOK

_LOCALE = "zh-Hans"
_WIDTH, _HEIGHT = 904, 360  # pixels, 2.51 : 1 as the timeline's place


def sample_columns(names: tuple[str, ...], size: tuple[float, float], medium: Medium) -> ChartParts:
    """A column chart of as many bars as the real one has, named 示例; `medium` slide or word."""
    others: list[PointState] = ["earlier"] * (len(names) - 2)
    states: tuple[PointState, ...] = ("plain", "plain", *others)
    return write_chart(_spec("columns", names, states), LOOK.look(medium, _LOCALE, size))


def sample_pair(size: tuple[float, float], medium: Medium) -> ChartParts:
    """Two columns, the first one earlier."""
    return write_chart(
        _spec("pair", ("示例甲", "示例乙"), ("earlier", "plain")), LOOK.look(medium, _LOCALE, size)
    )


@cache
def sample_timeline() -> bytes:
    """A PNG that says where the timeline goes: a pale panel, an axis, dots.

    Indexed colour, stored and not deflated, so that every machine writes the same bytes.
    """
    rows = [bytearray(_WIDTH) for _ in range(_HEIGHT)]
    _paint(rows, range(0, _WIDTH), range(_HEIGHT // 2 - 1, _HEIGHT // 2 + 2), 1)
    for dot in range(_WIDTH // 8, _WIDTH, _WIDTH // 4):
        _paint(rows, range(dot - 7, dot + 8), range(_HEIGHT // 2 - 7, _HEIGHT // 2 + 8), 2)
    palette = b"".join(bytes.fromhex(COLOR[name]) for name in ("tint", "deep", "river"))
    pixels = b"".join(b"\x00" + row for row in rows)
    header = struct.pack(">IIBBBBB", _WIDTH, _HEIGHT, 8, 3, 0, 0, 0)
    chunks = (
        (b"IHDR", header),
        (b"PLTE", palette),
        (b"IDAT", zlib.compress(pixels, 0)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks)


def _spec(kind: ChartKind, names: tuple[str, ...], states: tuple[PointState, ...]) -> ChartSpec:
    values = range(len(names), 0, -1) if kind == "columns" else range(1, len(names) + 1)
    points = tuple(
        Point(Decimal(value), str(value), "0", "", state)
        for value, state in zip(values, states, strict=True)
    )
    series = (Series("示例数据", points),)
    return ChartSpec("sample", kind, "示例", "", names, series, "示例图表")


def _paint(rows: list[bytearray], across: range, down: range, index: int) -> None:
    for y in down:
        rows[y][across.start : across.stop] = bytes([index]) * len(across)


def _chunk(kind: bytes, data: bytes) -> bytes:
    check = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)
