"""New workspaces, made of an example whose files the office then makes its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.documents.packages.kinds import KINDS
from generator.files import write_folder_atomic
from generator.model import Place, UsageError, error
from generator.pack.pictures import PICTURES

_HERE = Path(__file__).parent
_EXAMPLES = _HERE / "examples"
_CHECKOUT = _HERE.parents[1]
FLAGSHIP = "fuling"
FIRST = "libraries"
# What a workspace is made of; makers and marks of open files are not.
_KINDS = {".yaml", ".txt", ".lock", ".md", *KINDS, *PICTURES}


def examples() -> dict[str, Path]:
    """The examples by name: those in the package, and the flagship.

    From a wheel the flagship lies among the others; in a checkout it is the checkout itself.
    """
    found = {path.name: path for path in sorted(_EXAMPLES.iterdir()) if (path / "facts").is_dir()}
    if FLAGSHIP not in found and (_CHECKOUT / "facts" / "facts.yaml").is_file():
        found[FLAGSHIP] = _CHECKOUT
    return found


def init_workspace(folder: Path, example: str = FIRST) -> list[str]:
    """Make a workspace in a new or empty folder; returns its files, by relative name.

    Raises UsageError for an example that is unknown and for a folder that holds something.
    """
    source = _example(example)
    _must_be_free(folder)
    names = []
    with write_folder_atomic(folder, str(folder)) as draft:
        for name, data in _files(source):
            target = draft / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
            names.append(name)
    return names


def _example(name: str) -> Path:
    known = examples()
    if name not in known:
        problem = f"There is no example “{name}”."
        raise UsageError(
            [error(Place("--example"), problem, f"Choose one of: {', '.join(known)}.")]
        )
    return known[name]


def _must_be_free(folder: Path) -> None:
    if folder.is_dir() and not any(folder.iterdir()):
        return
    if folder.exists():
        problem = "There is something here already; a new workspace needs an empty folder."
        raise UsageError([error(Place(str(folder)), problem, "Name a folder that is not there.")])


def _files(source: Path) -> Iterator[tuple[str, bytes]]:
    """What a workspace is made of, by relative name: first the page on what to change."""
    yield "README.md", (_HERE / "begin.md").read_bytes()
    for room in ("facts", "sources", "templates"):
        for path in sorted((source / room).rglob("[!.~_]*")):
            name = path.relative_to(source)
            if path.suffix in _KINDS and path.is_file() and "make" not in name.parts:
                yield name.as_posix(), path.read_bytes()
