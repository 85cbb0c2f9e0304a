"""What a YAML parser complains of, in words for somebody who edits a file of facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model import Place, Problem, error

if TYPE_CHECKING:
    import yaml

_ASKEW = "The line does not fit the ones above it: its indentation or a quotation mark is wrong."
_ALIGN = "Indent it like its neighbours, and close a quote at the very end of the value."

# What the parser says (a part of it, libyaml's and PyYAML's own), what it means, what to do.
_WORDS = (
    (
        "mapping values are not allowed",
        "There is one “: ” too many here, or the indentation does not fit the lines above.",
        "Put quotes round a value that holds “: ”; end the names above with “:”, not with “：”.",
    ),
    (
        "could not find expected ':'",
        "The line has no “:” after its name.",
        "Write “name: value”, with the plain “:” and a space (not “：”).",
    ),
    (
        "unexpected end of stream",
        "A quotation mark is opened here and never closed.",
        "Close it at the end of the value.",
    ),
    (
        "expected ',' or",
        "A bracket is opened here and never closed, or a comma is missing.",
        "Close it, or put quotes round a text that starts with a bracket.",
    ),
    (
        "node content",
        "A value is missing here, or a bracket above is never closed.",
        "Write the value, or close the bracket.",
    ),
    (
        "unknown escape character",
        "In double quotes “\\” starts an escape, and this one is unknown.",
        "Write “\\\\”, or use single quotes.",
    ),
    (
        "tab character",
        "The line is indented with a tab.",
        "Indent with spaces.",
    ),
    ("did not find expected", _ASKEW, _ALIGN),
    ("expected <block end>", _ASKEW, _ALIGN),
)  # fmt: skip
# These are about something opened further up; the parser notices at the end.
_STARTED_ABOVE = ("could not find expected ':'", "unexpected end of stream", "expected ',' or")


def syntax_problem(broken: yaml.MarkedYAMLError, text: str, name: str) -> Problem:
    """The parser's complaint as a problem of the file `name`, at the line to look at."""
    said = broken.problem or "not readable"
    place = Place(name, _line(broken, said))
    if "cannot start any token" in said:
        return _odd_start(broken, text, place)
    for part, problem, next in _WORDS:
        if part in said:
            return error(place, problem, next)
    return error(place, f"This is not YAML: {said}.", "Compare the line with its neighbours.")


def _line(broken: yaml.MarkedYAMLError, said: str) -> int:
    above = any(part in said for part in _STARTED_ABOVE)
    mark = broken.context_mark if above and broken.context_mark else broken.problem_mark
    return 1 if mark is None else mark.line + 1


def _odd_start(broken: yaml.MarkedYAMLError, text: str, place: Place) -> Problem:
    mark = broken.problem_mark
    line = text.splitlines()[mark.line] if mark else ""
    sign = line[mark.column : mark.column + 1] if mark else ""
    if sign == "\t":
        return error(place, "The line is indented with a tab.", "Indent with spaces.")
    return error(
        place, f"A value must not start with “{sign}”.", "Put quotes round the whole value."
    )
