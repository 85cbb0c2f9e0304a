"""What is internal reaches nobody who may not see it: every byte of every part is searched."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import harbour_secrets
import pytest

from generator import api
from generator.pack.build import Built


def everything(folder: Path) -> Iterator[tuple[str, str]]:
    """Name and contents of every file and of every member inside it, workbooks opened too."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield from _opened(path.name, path.read_bytes())


def _opened(name: str, data: bytes) -> Iterator[tuple[str, str]]:
    yield name, name
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            yield name, package.comment.decode("latin-1")
            for info in package.infolist():
                yield f"{name}/{info.filename}", (info.comment + info.extra).decode("latin-1")
                yield from _opened(f"{name}/{info.filename}", package.read(info))
        return
    for encoding in ("utf-8", "utf-16-le", "latin-1"):
        yield name, data.decode(encoding, errors="replace")


def leaks(folder: Path) -> list[str]:
    return sorted(
        {
            f"{secret} in {name}"
            for name, words in everything(folder)
            for secret in harbour_secrets.SECRETS
            if secret.lower() in words.lower()
        }
    )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return api.build(harbour_secrets.make(tmp_path_factory.mktemp("ferryport")))


@pytest.fixture
def edition(built: Built) -> Path:
    """The folder of both audiences."""
    return built.folder


def test_a_note_that_is_kept_back_is_told(built):
    told = [str(problem) for problem in built.problems if "kept from" in problem.problem]
    assert told == [
        "warning: facts/rulings.yaml, line 1: The note of “passengers-2030” is kept from “town”: "
        "the ruling speaks of s.passengers, which is internal.\n"
        "  next: Take “town” out of notes_for; say in a fact's own note what it may know."
    ]


def test_nothing_internal_reaches_the_town(edition):
    assert leaks(edition / "town") == []


def test_the_town_has_what_is_public(edition):
    words = "".join(words for _, words in everything(edition / "town"))
    wanted = ["3,000 people", "3,100 people", "<c:v>700</c:v>"]
    assert [one for one in wanted if one not in words] == []


def test_the_board_has_it_all(edition):
    words = "".join(words for _, words in everything(edition / "board"))
    wanted = ["4,711", "Quillfeather", "8642", "7,942", "Sealed Memo", "hushruling", "s.berths"]
    assert [secret for secret in wanted if secret not in words] == []
