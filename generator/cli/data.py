"""The data of a document as a JSON object, read strictly: what is doubtful is told, not guessed."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from generator.model import FactpackError, Place, error

_BYTES_MOST = 400_000_000


def read_data(path: Path | None) -> dict[str, object]:
    """The names a template may use; none where no file is given, ``-`` is standard input.

    Raises FactpackError for what is no JSON object, a key that stands twice, or a number that is
    none.
    """
    if path is None:
        return {}
    file = called(path)
    text = _text(path, file)
    try:
        found = json.loads(text, object_pairs_hook=_object, parse_constant=_no_number)
    except json.JSONDecodeError as reason:
        place = Place(file, reason.lineno, f"column {reason.colno}")
        problem = f"This is no JSON: {reason.msg}."
        raise FactpackError([error(place, problem, "Check commas, quotes and brackets.")]) from None
    except RecursionError:
        raise _refused(file, "The data is nested too deeply.") from None
    except ValueError as reason:
        raise _refused(file, f"{reason}.") from None
    if not isinstance(found, dict):
        raise _refused(file, "The data is no JSON object.")
    return found


def called(path: Path | None) -> str:
    """How problems name the data."""
    if path is None:
        return "the data"
    return "standard input" if str(path) == "-" else path.as_posix()


def folder_file(path: Path | None) -> Path | None:
    """The file of the data, where they are in one."""
    return None if path is None or str(path) == "-" else path


def _text(path: Path, file: str) -> str:
    try:
        if str(path) == "-":
            data = sys.stdin.buffer.read(_BYTES_MOST + 1)
        else:
            with path.open("rb") as opened:
                data = opened.read(_BYTES_MOST + 1)
    except OSError as reason:
        problem = f"The data cannot be read: {reason.strerror or reason}."
        raise _refused(file, problem, "Check its name and place.") from None
    if len(data) > _BYTES_MOST:
        raise _refused(file, "The data is too large.")
    try:
        return data.decode(json.detect_encoding(data))
    except UnicodeDecodeError:
        raise _refused(file, "The data is not in UTF-8.", "Save it in UTF-8.") from None


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"The key {twice!r} stands twice in one object")
    return found


def _no_number(word: str) -> object:
    raise ValueError(f"{word} is no number")


def _refused(
    file: str, problem: str, step: str = 'Write it as an object: {"name": "value"}.'
) -> FactpackError:
    return FactpackError([error(Place(file), problem, step)])
