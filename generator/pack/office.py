"""LibreOffice at work: many files to PDF in one call, in a profile of its own."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from generator.documents.pdf import settled
from generator.model import Place, Problem, warning
from generator.workspace import find_program, run_program

_ELSEWHERE = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
)
_SECONDS_FIRST, _SECONDS_EACH = 90.0, 15.0
_PLACE = Place("step 7")
# -- tagged, so that a screen reader finds headings, tables and alternative texts --
_SETTINGS = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Filter/PDF/Export">\
<prop oor:name="UseTaggedPDF" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""


def to_pdf(
    files: Sequence[tuple[str, bytes]], when: datetime
) -> tuple[list[bytes | None], list[Problem]]:
    """Each file (name and bytes) as a PDF made at `when`; ``None`` and a warning where that failed.

    Nothing is written but in a folder that is gone at the end.
    """
    program = find_program("soffice", *_ELSEWHERE)
    nothing: list[bytes | None] = [None] * len(files)
    if program is None:
        problem = "PDF left out: LibreOffice is not installed on this machine."
        return nothing, [warning(_PLACE, problem, "Install LibreOffice, then build again.")]
    with tempfile.TemporaryDirectory(prefix="factpack-") as name:
        folder = Path(name)
        problem = _convert(program, folder, files)
        if problem:
            step = "Close other LibreOffice windows or give the machine more time; build again."
            return nothing, [warning(_PLACE, problem, step)]
        found = [_made(folder, number, when) for number in range(len(files))]
    return found, [_not_made(file) for (file, _), pdf in zip(files, found, strict=True) if not pdf]


def _convert(program: str, folder: Path, files: Sequence[tuple[str, bytes]]) -> str:
    """Put the files into the folder and convert them; what went wrong with all of them, if so."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
    paths = []
    for number, (name, data) in enumerate(files):
        path = folder / f"{number}{Path(name).suffix}"
        path.write_bytes(data)
        paths.append(str(path))
    command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    limit = _SECONDS_FIRST + _SECONDS_EACH * len(files)
    ended = run_program(
        [*command, "--convert-to", "pdf", "--outdir", str(folder / "made"), *paths], limit
    )
    if ended.late:
        return f"PDF left out: LibreOffice was not ready after {limit:.0f} seconds."
    if not (folder / "made").is_dir():
        told = " ".join(ended.out.split())[-200:]
        return f"PDF left out: LibreOffice made none of the files ({told or 'it said nothing'})."
    return ""


def _made(folder: Path, number: int, when: datetime) -> bytes | None:
    path = folder / "made" / f"{number}.pdf"
    return settled(path.read_bytes(), when) if path.is_file() else None


def _not_made(file: str) -> Problem:
    problem = f"PDF of {file} left out: LibreOffice could not read the file."
    return warning(_PLACE, problem, "Open it in LibreOffice to see why.")
