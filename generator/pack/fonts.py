"""Typefaces that the files name and this machine lacks, so that its PDF pages show others."""

from __future__ import annotations

from collections.abc import Iterable

from generator.documents.fonts import fonts_named
from generator.model import Place, Problem, notice
from generator.pack.editions.keeping import Finished
from generator.workspace import find_program, run_program

_SECONDS = 20


def missing_fonts(made: Iterable[Finished]) -> list[Problem]:
    """One notice about all of them; none where fontconfig cannot be asked."""
    program = find_program("fc-list")
    if program is None:
        return []
    there = _families(run_program([program, ":", "family"], _SECONDS).out)
    named: dict[str, dict[str, None]] = {}
    for one in made:
        for font in fonts_named(one.data):
            named.setdefault(font, {})[f"templates/{one.template}"] = None
    missing = {font: files for font, files in named.items() if font.lower() not in there}
    if not missing:
        return []
    files = dict.fromkeys(file for files in missing.values() for file in files)
    told = f"Not installed here, so the PDF shows other typefaces: {', '.join(sorted(missing))}"
    named_here = f" (the files name {len(named)})." if len(named) != len(missing) else "."
    step = "Install them for exact pages; the Office files keep the names as they are."
    return [notice(Place(", ".join(files)), told + named_here, step)]


def _families(listed: str) -> set[str]:
    """Every family name, in each of its languages: ``fc-list : family`` joins them by commas."""
    return {name.strip().lower() for line in listed.splitlines() for name in line.split(",")}
