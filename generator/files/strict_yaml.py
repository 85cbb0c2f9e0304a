"""YAML read strictly: every value stays the text that was written, and knows its line.

The rest of YAML's cleverness is refused, because a reader of the file would not see it: names
given twice, anchors and aliases, tags, merge keys, several documents, characters that do not
show. What is too big to have been written by hand is refused before it costs time.
"""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from generator.files.nodes import Node
from generator.files.unseen import UNSEEN, unseen_problem
from generator.model import FactpackError, Place, Problem, error

MOST_BYTES = 16_000_000
MOST_CHARACTERS = 64_000  # of a line


def load_yaml(path: Path, name: str) -> Node:
    """Read a YAML file that its user knows as `name`. Raises FactpackError with all problems."""
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= MOST_BYTES else b""
    except FileNotFoundError as missing:
        raise _stop(
            Place(name), "There is no such file.", "Write it, or correct its name."
        ) from missing
    except OSError as closed:
        raise _stop(
            Place(name),
            f"The file cannot be read: {closed.strerror}.",
            "Close it in other programs and check who may read it.",
        ) from closed
    if size > MOST_BYTES:
        raise _stop(
            Place(name),
            f"The file has {size / 1e6:.0f} MB; {MOST_BYTES // 10**6} MB are allowed.",
            "Split it into several files.",
        )
    return read_yaml(data, name)


def read_yaml(data: bytes, name: str) -> Node:
    """Read the bytes of a YAML file. Raises FactpackError with all problems; nothing is a `""`."""
    text = _text(data, name)
    _check_lines(text, name)
    # The parser is loaded with the first file: a run in which nothing changed reads none.
    from generator.files.yaml_tree import build_tree

    return build_tree(text, name)


def _text(data: bytes, name: str) -> str:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as wrong:
        line = data.count(b"\n", 0, wrong.start) + 1
        raise _stop(
            Place(name, line), "The file is not UTF-8 text.", "Save it with the encoding UTF-8."
        ) from wrong
    return text.removeprefix("\ufeff")


def _check_lines(text: str, name: str) -> None:
    """Refuse what nobody sees or nobody typed, before the parser spends time on it."""
    lines = text.split("\n")
    problems: list[Problem] = []
    if UNSEEN.search(text):
        found = ((number, UNSEEN.search(line)) for number, line in enumerate(lines, 1))
        marked = ((number, match[0]) for number, match in found if match)
        problems += (
            unseen_problem(sign, Place(name, number)) for number, sign in islice(marked, 20)
        )
    for number, line in enumerate(lines, 1):
        if len(line) > MOST_CHARACTERS:
            problem = f"The line has {len(line):,} characters; {MOST_CHARACTERS:,} are allowed."
            problems.append(error(Place(name, number), problem, "Shorten it or break it up."))
    if problems:
        raise FactpackError(problems)


def _stop(place: Place, problem: str, next: str) -> FactpackError:
    return FactpackError([error(place, problem, next)])
