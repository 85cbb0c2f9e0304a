"""The network's logo: an open book with a ribbon, three flat colours."""

from __future__ import annotations

from templates.make.kit.png import indexed_png

_SIDE = 240  # dots
_GROUND, _PAGE, _RIBBON = range(3)


def logo_png(ground: str, ribbon: str) -> bytes:
    """The logo on its own ground; colours as RRGGBB."""
    palette = [bytes.fromhex(colour) for colour in (ground, "FFFFFF", ribbon)]
    return indexed_png([bytearray(_dots(y)) for y in range(_SIDE)], palette)


def _dots(y: int) -> list[int]:
    return [_dot(x / _SIDE, y / _SIDE) for x in range(_SIDE)]


def _dot(x: float, y: float) -> int:
    """What stands at a place; both run from 0 to 1, from the top left."""
    if 0.60 <= x <= 0.70 and 0.16 <= y <= 0.52 - abs(x - 0.65) * -1.0:
        return _RIBBON
    from_spine = abs(x - 0.5)
    top = 0.30 - 0.10 * _bulge(from_spine)
    is_page = 0.02 <= from_spine <= 0.36 and top <= y <= top + 0.46
    return _PAGE if is_page else _GROUND


def _bulge(from_spine: float) -> float:
    """How far a page rises, 0 at the spine and at its highest two thirds out."""
    share = from_spine / 0.36
    return max(0.0, 1 - (share - 0.62) ** 2 / 0.3844) if share <= 1.3 else 0.0
