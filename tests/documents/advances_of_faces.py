"""Makes and checks `generator/documents/fit/advances.tsv` from the faces themselves.

Run as a script it writes the table anew; it wants Liberation Sans (SIL Open Font License, found
with fontconfig) and takes DejaVu Sans (free, Bitstream Vera licence) from matplotlib.
"""

from __future__ import annotations

import math
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import generator.documents.fit as fit

TABLE = Path(fit.__file__).with_name("advances.tsv")

# Latin with all its accents, Greek, Cyrillic, general punctuation, currencies, common signs.
_RANGES = (
    (0x20, 0x7E), (0xA0, 0x17F), (0x192, 0x192), (0x218, 0x21B), (0x384, 0x3CE), (0x401, 0x45F),
    (0x490, 0x491), (0x1E80, 0x1E85), (0x2010, 0x2026), (0x2030, 0x203A), (0x20A0, 0x20BD),
    (0x2113, 0x2122), (0x2190, 0x2195), (0x2202, 0x2265), (0x25A0, 0x25CF),
)  # fmt: skip
_LIBERATION = ("Regular", "Bold")
_DEJAVU = ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf")
_HEAD = """\
# Advance widths in thousandths of an em, rounded up: code point, Liberation Sans regular and bold
# (as wide as Arial), DejaVu Sans regular and bold (as wide as Verdana). Made from the faces by
# tests/documents/advances_of_faces.py; a character that a face lacks takes a whole em.
"""


def rows(columns: list[dict[int, int]]) -> Iterator[tuple[int, list[int]]]:
    """Each code point that one of the faces has, with its width in every face."""
    for first, last in _RANGES:
        for point in range(first, last + 1):
            if any(point in column for column in columns):
                yield point, [column.get(point, 1000) for column in columns]


def advances(path: Path) -> dict[int, int]:
    """Thousandths of an em of every character of a face."""
    from fontTools.ttLib import TTFont

    with TTFont(path) as face:
        em, widths = face["head"].unitsPerEm, face["hmtx"]
        return {
            point: math.ceil(widths[name][0] * 1000 / em)
            for point, name in face.getBestCmap().items()
        }


def dejavu() -> list[Path]:
    """The two faces that come with matplotlib."""
    import matplotlib

    return [Path(matplotlib.get_data_path()) / "fonts" / "ttf" / name for name in _DEJAVU]


def liberation() -> list[Path]:
    """The two faces as this machine has them; none where it has not."""
    if shutil.which("fc-list") is None:
        return []
    found = [_find(style) for style in _LIBERATION]
    return [path for path in found if path is not None]


def _find(style: str) -> Path | None:
    asked = ["fc-list", f"Liberation Sans:style={style}", "file"]
    listed = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    paths = [line.rstrip(": ") for line in listed.splitlines() if "Narrow" not in line]
    return Path(paths[0]) if paths else None


def _write() -> None:
    columns = [advances(path) for path in (*liberation(), *dejavu())]
    assert len(columns) == 4, "Liberation Sans is not installed"
    lines = ["\t".join([f"{point:04X}", *map(str, widths)]) for point, widths in rows(columns)]
    TABLE.write_text(_HEAD + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    _write()
