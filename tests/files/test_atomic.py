"""A file or a folder is written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from generator.files import write_atomic, write_folder_atomic
from generator.model import FactpackError


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def refuse(failure: OSError):
    def replace(*_: object) -> None:
        raise failure

    return replace


def fill_and_fail(path: Path, failure: Exception) -> None:
    with write_folder_atomic(path) as draft:
        (draft / "new.docx").write_bytes(b"")
        raise failure


def test_a_file_is_written_and_nothing_is_left_beside_it(tmp_path: Path):
    write_atomic(tmp_path / "a.lock", b"one")
    write_atomic(tmp_path / "a.lock", b"two")
    assert (names(tmp_path), (tmp_path / "a.lock").read_bytes()) == (["a.lock"], b"two")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_file_keeps_its_mode(tmp_path: Path):
    path = tmp_path / "a"
    path.write_bytes(b"")
    path.chmod(0o640)
    write_atomic(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.parametrize(
    ("failure", "problem"),
    [
        (PermissionError(errno.EACCES, "denied"), "It cannot be written: it is open in another program, or protected."),
        (OSError(errno.ENOSPC, "No space left on device"), "It cannot be written: No space left on device."),
    ],
)  # fmt: skip
def test_a_write_that_fails_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: OSError, problem: str
):
    path = tmp_path / "brief.docx"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "replace", refuse(failure))
    with pytest.raises(FactpackError) as caught:
        write_atomic(path, b"new", "output/brief.docx")
    assert (str(caught.value.problems[0].place), caught.value.problems[0].problem) == (
        "output/brief.docx",
        problem,
    )
    assert (names(tmp_path), path.read_bytes()) == (["brief.docx"], b"old")


def test_a_missing_folder_is_said(tmp_path: Path):
    with pytest.raises(FactpackError, match="Its folder is not there, or vanished meanwhile"):
        write_atomic(tmp_path / "gone" / "a", b"")


def test_a_folder_is_made_with_the_folders_above_it(tmp_path: Path):
    with write_folder_atomic(tmp_path / "output" / "2025") as draft:
        (draft / "a.docx").write_bytes(b"a")
    assert names(tmp_path / "output") == ["2025"]
    assert names(tmp_path / "output" / "2025") == ["a.docx"]


def test_a_folder_takes_the_place_of_the_old_one_as_a_whole(tmp_path: Path):
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "old.docx").write_bytes(b"")
    with write_folder_atomic(tmp_path / "pack") as draft:
        (draft / "new.docx").write_bytes(b"")
        assert names(tmp_path / "pack") == ["old.docx"]
    assert (names(tmp_path), names(tmp_path / "pack")) == (["pack"], ["new.docx"])


def test_a_block_that_raises_leaves_the_old_folder(tmp_path: Path):
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "old.docx").write_bytes(b"")
    with pytest.raises(ValueError, match="no"):
        fill_and_fail(tmp_path / "pack", ValueError("no"))
    assert (names(tmp_path), names(tmp_path / "pack")) == (["pack"], ["old.docx"])


def test_a_swap_that_fails_brings_the_old_folder_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "old.docx").write_bytes(b"")
    rename, calls = os.rename, []

    def second_fails(source: Path, target: Path) -> None:
        calls.append(target)
        if len(calls) == 2:
            raise PermissionError(errno.EACCES, "sharing violation")
        rename(source, target)

    monkeypatch.setattr(os, "rename", second_fails)
    with (
        pytest.raises(
            FactpackError, match="output/pack: It cannot be written: it is open in another"
        ),
        write_folder_atomic(tmp_path / "pack", "output/pack"),
    ):
        pass
    assert (names(tmp_path), names(tmp_path / "pack")) == (["pack"], ["old.docx"])


def test_a_folder_that_vanishes_under_the_writer_is_said(tmp_path: Path):
    vanished = FileNotFoundError(errno.ENOENT, "No such file or directory")
    with pytest.raises(FactpackError, match="Its folder is not there, or vanished meanwhile"):
        fill_and_fail(tmp_path / "pack", vanished)
    assert names(tmp_path) == []
