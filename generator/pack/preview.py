"""A contact sheet: all pages of all files of an audience in one picture."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from generator.charts.contact_sheet import Page, draw_contact_sheet
from generator.model import Place, Problem, warning
from generator.workspace import find_program, run_program

PAGE_WIDTH = 480  # pixels
_SECONDS = 120
_PLACE = Place("step 7")


def contact_sheet(pdfs: Sequence[tuple[str, bytes]]) -> tuple[bytes, list[Problem]]:
    """The pages of PDF files (name and bytes) as one PNG; or nothing, and why."""
    if not pdfs:
        return b"", []
    program = find_program("pdftoppm")
    if program is None:
        problem = "Preview left out: poppler's pdftoppm is not installed on this machine."
        return b"", [warning(_PLACE, problem, "Install poppler-utils, then build again.")]
    pages: list[Page] = []
    problems: list[Problem] = []
    for name, data in pdfs:
        pictures = _pictures(program, data)
        stem = Path(name).stem
        pages += [Page(f"{stem} · {number}", one) for number, one in enumerate(pictures, 1)]
        if not pictures:
            problem = f"The pages of {name} are left out: pdftoppm could not draw them."
            problems.append(warning(_PLACE, problem, "Open the PDF to see why."))
    return (draw_contact_sheet(pages) if pages else b""), problems


def _pictures(program: str, pdf: bytes) -> list[bytes]:
    """Each page as a PNG, in order."""
    with tempfile.TemporaryDirectory(prefix="factpack-") as name:
        folder = Path(name)
        (folder / "pages.pdf").write_bytes(pdf)
        size = ["-scale-to-x", str(PAGE_WIDTH), "-scale-to-y", "-1"]
        command = [program, "-png", *size, str(folder / "pages.pdf"), str(folder / "page")]
        run_program(command, _SECONDS)
        return [path.read_bytes() for path in sorted(folder.glob("page-*.png"))]
