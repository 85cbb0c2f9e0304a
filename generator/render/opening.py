"""Opening a template: compiled before by this user, and kept; or compiled now, and kept then.

A kept template is found by the SHA-256 of its file together with all else that decides what comes
of it: the options, the ending of the name, Python, Jinja, and our own modules as they are on this
disk. It is kept in the user's own cache folder (`workspace.template_cache`) and nowhere else: it
holds code, which must never come from a folder that others can write to or that travels with other
people's files, as a workspace with its ``.factpack`` does. An entry that is damaged, of another
kind or not the user's own is as good as none: the template is compiled again.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from generator import __version__
from generator.files.digests import digest
from generator.files.private import PrivateFolder, private_folder
from generator.model import FactpackError, Place, error
from generator.workspace import template_cache

if TYPE_CHECKING:
    from generator.documents.skeletons.decisions import Scopes
    from generator.render.template import Template, UnknownNames

_OURS = ("documents", "model", "render", "tags")  # the rooms that have a part in compiling


def open_template(
    path: Path,
    name: str | None = None,
    *,
    scopes: Scopes = "places",
    undefined: UnknownNames = "error",
) -> Template:
    """The template at `path`, called `name` in problems.

    What a block repeats is read off the places of its tags, or with ``docxtpl`` goes literally from
    one to the other; unknown names are errors, or with ``empty`` print nothing.

    Raises FactpackError with every problem of the file: not an Office file, damaged, or tags that
    are unclosed, crossed, misspelt or in places that do not fit together.
    """
    file = name if name is not None else path.as_posix()
    try:
        data = path.read_bytes()
    except OSError as reason:
        problem = f"The template cannot be read: {reason.strerror}."
        raise FactpackError([error(Place(file), problem, "Check its name and place.")]) from None
    return opened_template(data, file, scopes=scopes, undefined=undefined)


def opened_template(
    data: bytes, file: str, *, scopes: Scopes = "places", undefined: UnknownNames = "error"
) -> Template:
    """The template in `data`, kept or compiled. Raises as `open_template` does."""
    cache = template_cache()
    if cache is None:
        return _compiled(data, file, scopes, undefined)
    key = _key(data, file, scopes, undefined)
    with private_folder(cache) as folder:
        template = _kept(folder, key, data, file) if folder is not None else None
        if template is not None:
            return template
        template = _compiled(data, file, scopes, undefined)
        if folder is not None:
            _keep(folder, key, template)
        return template


def _compiled(data: bytes, file: str, scopes: Scopes, undefined: UnknownNames) -> Template:
    from generator.render.compiling import compile_template

    return compile_template(data, file, scopes=scopes, undefined=undefined)


def _kept(folder: PrivateFolder, key: str, data: bytes, file: str) -> Template | None:
    from generator.render.kept import unpacked

    entry = folder.read(key)
    mark = key.encode()
    if entry is None or not entry.startswith(mark):
        return None
    try:
        return unpacked(entry[len(mark) :], data, file)
    except (ValueError, EOFError, TypeError, LookupError):
        return None


def _keep(folder: PrivateFolder, key: str, template: Template) -> None:
    from generator.render.kept import packed

    folder.write(key, key.encode() + packed(template))


def _key(data: bytes, file: str, scopes: Scopes, undefined: UnknownNames) -> str:
    """The name under which a template is kept; the ending says whether macros are hidden in it."""
    said = (scopes, undefined, PurePath(file).suffix.lower(), digest(data))
    return digest("\n".join((_compiler(), *said)).encode())


@lru_cache(maxsize=1)
def _compiler() -> str:
    """Who compiles: Python, Jinja, and our own modules."""
    jinja = find_spec("jinja2")
    home = Path(__file__).parents[1]
    stamps = [stamp for room in _OURS for stamp in _stamps(home / room)]
    theirs = jinja.origin if jinja is not None and jinja.origin is not None else ""
    return "\n".join((sys.version, __version__, str(home), *stamps, theirs, _stamp(theirs)))


def _stamps(folder: Path) -> Iterator[str]:
    """The modules of a folder and when they were written; none where they lie in no folder."""
    if not folder.is_dir():
        return
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_dir():
                yield from _stamps(Path(entry.path))
            elif entry.name.endswith(".py"):
                yield f"{entry.name} {_stamp(entry.path)}"


def _stamp(file: str) -> str:
    try:
        status = os.stat(file)
    except OSError:
        return ""
    return f"{status.st_size} {status.st_mtime_ns}"
