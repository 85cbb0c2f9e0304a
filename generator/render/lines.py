"""A line of text with tags that stands in no Office file: the title of a document, say."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model import FactpackError, Figure, Place, Problem, error
from generator.render.compiling import checked_program
from generator.render.script import Script
from generator.tags.errors import explain
from generator.tags.program import Filters


def render_line(
    written: str, names: Mapping[str, object], filters: Filters, place: Place
) -> tuple[str, list[Problem]]:
    """The line in words, or an empty text with every problem; `place` is where it is written."""
    script = Script(place.file)
    script.add_core("line", written)
    try:
        program, _ = checked_program(script)
        text = written if program is None else program.run(names, filters, _show)
    except FactpackError as refused:
        return "", [_at(place, written, one.problem, one.next) for one in refused.problems]
    except Exception as failure:
        return "", [_at(place, written, *explain(failure, names))]
    return text, []


def _show(_: int, value: object) -> str:
    return value.__figure__().text if isinstance(value, Figure) else str(value)


def _at(place: Place, written: str, problem: str, step: str) -> Problem:
    return error(place, f"“{written}”: {problem}", step)
