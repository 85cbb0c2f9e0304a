"""A folder from which only what the user put there himself is read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.files import private
from generator.files.private import PrivateFolder, private_folder

posix = pytest.mark.skipif(not hasattr(os, "geteuid"), reason="the system knows no owners")


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[PrivateFolder]:
    with private_folder(tmp_path / "own") as opened:
        assert opened is not None
        yield opened


def entries(tmp_path: Path) -> list[str]:
    return sorted(path.name for path in (tmp_path / "own").iterdir())


def test_what_was_written_is_read(folder: PrivateFolder):
    folder.write("a", b"1")
    folder.write("a", b"2")
    assert (folder.read("a"), folder.read("b")) == (b"2", None)


def test_it_is_made_with_its_parents_and_closed_to_others(tmp_path: Path):
    with private_folder(tmp_path / "x" / "own") as opened:
        assert opened is not None
        opened.write("a", b"1")
    assert os.name != "posix" or (tmp_path / "x" / "own").stat().st_mode & 0o077 == 0
    assert os.name != "posix" or (tmp_path / "x" / "own" / "a").stat().st_mode & 0o077 == 0


def test_a_damaged_entry_is_not_there(folder: PrivateFolder, tmp_path: Path):
    folder.write("a", b"some data")
    whole = (tmp_path / "own" / "a").read_bytes()
    for at in range(len(whole)):
        (tmp_path / "own" / "a").write_bytes(whole[:at])
        assert folder.read("a") is None
        (tmp_path / "own" / "a").write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert folder.read("a") is None


@posix
@pytest.mark.parametrize("mode", [0o770, 0o707, 0o701, 0o755])
def test_a_folder_open_to_others_is_refused(tmp_path: Path, mode: int):
    (tmp_path / "own").mkdir()
    (tmp_path / "own").chmod(mode)
    with private_folder(tmp_path / "own") as opened:
        assert opened is None


@posix
def test_another_users_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "own").mkdir(mode=0o700)
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    with private_folder(tmp_path / "own") as opened:
        assert opened is None


@posix
def test_another_users_entry_is_not_there(folder: PrivateFolder, monkeypatch: pytest.MonkeyPatch):
    folder.write("a", b"1")
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    assert folder.read("a") is None


@posix
def test_an_entry_that_others_may_write_is_not_there(folder: PrivateFolder, tmp_path: Path):
    folder.write("a", b"1")
    (tmp_path / "own" / "a").chmod(0o620)
    assert folder.read("a") is None


@posix
def test_links_are_not_followed(folder: PrivateFolder, tmp_path: Path):
    folder.write("a", b"1")
    (tmp_path / "own" / "a").rename(tmp_path / "elsewhere")
    (tmp_path / "own" / "a").symlink_to(tmp_path / "elsewhere")
    assert folder.read("a") is None
    (tmp_path / "link").symlink_to(tmp_path / "own")
    with private_folder(tmp_path / "link") as opened:
        assert opened is None


@posix
def test_a_folder_that_takes_its_place_meanwhile_changes_nothing(
    folder: PrivateFolder, tmp_path: Path
):
    folder.write("a", b"own")
    (tmp_path / "own").rename(tmp_path / "moved")
    with private_folder(tmp_path / "own") as other:
        assert other is not None
        other.write("a", b"other")
    assert folder.read("a") == b"own"


def test_a_folder_or_pipe_in_place_of_an_entry_is_not_there(folder: PrivateFolder, tmp_path: Path):
    (tmp_path / "own" / "a").mkdir()
    assert folder.read("a") is None
    folder.write("a", b"1")
    assert folder.read("a") is None
    assert entries(tmp_path) == ["a"]


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path):
    (tmp_path / "own").write_bytes(b"")
    with private_folder(tmp_path / "own") as opened:
        assert opened is None


def test_the_oldest_make_room(
    folder: PrivateFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(private, "ENTRIES_MOST", 3)
    for age, name in enumerate("abcd"):
        folder.write(name, b"1")
        if (tmp_path / "own" / name).exists():
            os.utime(tmp_path / "own" / name, (age + 1, age + 1))
    folder.write("e", b"1")
    assert entries(tmp_path) == ["c", "d", "e"]
    monkeypatch.setattr(private, "FOLDER_BYTES_MOST", 40)
    folder.write("f", b"1")
    assert entries(tmp_path) == ["f"]


def test_what_is_too_large_is_not_kept(
    folder: PrivateFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(private, "ENTRY_BYTES_MOST", 10)
    folder.write("a", bytes(11))
    assert entries(tmp_path) == []
