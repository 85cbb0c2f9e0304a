"""Pages measured: LibreOffice sets them, poppler says where each character stands.

Lengths are in millimetres from the page's upper left corner.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy

_MM = 25.4 / 72
_WORD = re.compile(
    r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>'
)
_DPI = 300


@dataclass(frozen=True)
class Word:
    """Characters that stand together, and their box."""

    left: float
    top: float
    right: float
    bottom: float
    text: str


@dataclass(frozen=True)
class Line:
    """What stands on one height."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        return "".join(word.text for word in self.words)

    @property
    def middle(self) -> float:
        return (self.words[0].top + self.words[0].bottom) / 2

    @property
    def left(self) -> float:
        return min(word.left for word in self.words)

    @property
    def right(self) -> float:
        return max(word.right for word in self.words)


def to_pdf(files: Iterable[Path], out: Path) -> list[Path]:
    """Every file as PDF, in one call with a profile of its own."""
    names = list(files)
    profile = f"-env:UserInstallation={(out / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(out)]
    subprocess.run([*command, *map(str, names)], check=True, capture_output=True)
    return [out / f"{path.stem}.pdf" for path in names]


def pages(pdf: Path) -> list[list[Line]]:
    """The lines of each page from top to bottom."""
    html = subprocess.run(
        ["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True, encoding="utf-8"
    ).stdout
    return [_lines(page) for page in html.split("<page ")[1:]]


def _lines(page: str) -> list[Line]:
    words = [
        Word(*(float(value) * _MM for value in found[:4]), found[4])
        for found in _WORD.findall(page)
    ]
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.top + word.bottom):
        middle = (word.top + word.bottom) / 2
        if lines and abs(middle - (lines[-1][0].top + lines[-1][0].bottom) / 2) < 2:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [Line(tuple(sorted(line, key=lambda word: word.left))) for line in lines]


def ink(pdf: Path, page: int, out: Path, red: bool = False) -> numpy.ndarray:
    """Where a page (from 1) is dark, or red: a table of rows of truth at `_DPI`."""
    from PIL import Image

    name = out / f"{pdf.stem}-{page}"
    command = ["pdftoppm", "-r", str(_DPI), "-png", "-singlefile", "-f", str(page)]
    subprocess.run([*command, "-l", str(page), str(pdf), str(name)], check=True)
    with Image.open(f"{name}.png") as image:
        pixels = numpy.asarray(image.convert("RGB")).astype(int)
    is_red = (pixels[..., 0] > 180) & (pixels[..., 1] < 90)
    return numpy.asarray(is_red if red else pixels.sum(axis=2) < 380)


def extent(marks: numpy.ndarray, left: float, top: float, right: float, bottom: float) -> Word:
    """The box of what is inked inside a box."""
    scale = _DPI / 25.4
    x, y = round(left * scale), round(top * scale)
    inside = marks[y : round(bottom * scale), x : round(right * scale)]
    rows, columns = numpy.nonzero(inside.any(axis=1))[0], numpy.nonzero(inside.any(axis=0))[0]
    return Word(
        left + columns[0] / scale, top + rows[0] / scale,
        left + (columns[-1] + 1) / scale, top + (rows[-1] + 1) / scale, "",
    )  # fmt: skip
