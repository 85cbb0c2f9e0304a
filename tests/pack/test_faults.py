"""Whatever goes wrong: the old edition whole or the new one whole, a clear word, nothing left."""

from __future__ import annotations

import errno
import os
import random
import shutil
import signal
import sqlite3
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pier
import pytest

from generator import api
from generator.files import locked
from generator.model import FactpackError
from generator.pack import preparing
from generator.pack.editions import writing
from generator.pack.steps import Step
from generator.store import read_store

GAZETTE = "facts/statements/gazette.yaml"
posix = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and signals")
pytestmark = pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = pier.make(tmp_path_factory.mktemp("built"))
    api.build(root)
    return root


@pytest.fixture
def changed(built: Path, tmp_path: Path) -> Path:
    """A workspace with its first edition, and a figure changed since."""
    return change(shutil.copytree(built, tmp_path / "ws"))


def change(root: Path) -> Path:
    pier.edit(root, GAZETTE, "more than 3,000 people", "more than 4,000 people")
    return root


def editions(root: Path) -> list[str]:
    """The editions that are there; each is whole."""
    folders = sorted((root / "output").glob("2*"))
    assert {folder.name: api.verify(folder) for folder in folders if api.verify(folder)} == {}
    return [folder.name for folder in folders]


def left_over(root: Path) -> list[str]:
    known = {"latest", ".state"}
    there = (path.name for path in (root / "output").iterdir())
    return [name for name in there if name not in known and not name.startswith("2")]


def in_child(work: Callable[[], object]) -> int:
    """Run something in a process of its own, without waiting for it."""
    child = os.fork()
    if child:
        return child
    try:
        work()
        os._exit(0)
    except FactpackError as stopped:
        os.write(2, str(stopped).encode())
        os._exit(1)
    finally:
        os._exit(70)


def ended(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


# -- killed ------------------------------------------------------------------------------------


@posix
@pytest.mark.parametrize("turn", range(20))
def test_a_killed_build_leaves_whole_editions_and_the_next_one_sweeps(changed, turn):
    kill_once(changed, random.Random(turn))


@posix
@pytest.mark.benchmark
def test_two_hundred_killed_builds(built, tmp_path):
    for turn in range(200):
        root = change(shutil.copytree(built, tmp_path / str(turn)))
        kill_once(root, random.Random(1000 + turn))
        shutil.rmtree(root)


def kill_once(root: Path, chance: random.Random) -> None:
    """Kill a build at a random moment of all its steps, or of the last one alone."""
    reading, writing_end = os.pipe()

    def tell(step: Step) -> None:
        if step.number == 8:
            os.write(writing_end, b"8")

    child = in_child(lambda: api.build(root, tell=tell))
    os.close(writing_end)
    if chance.random() < 0.7:
        os.read(reading, 1)  # its last step begins
        time.sleep(chance.uniform(0, 0.03))
    else:
        time.sleep(chance.uniform(0, 0.15))
    os.kill(child, signal.SIGKILL)
    ended(child)
    os.close(reading)

    assert editions(root) in (["2030-06-30"], ["2030-06-30", "2030-06-30-2"])
    assert (root / "output/latest").read_text().strip() in editions(root)
    built = api.build(root)
    assert built.folder.name == "2030-06-30-2"
    assert editions(root) == ["2030-06-30", "2030-06-30-2"]
    assert (root / "output/latest").read_text() == "2030-06-30-2\n"
    assert left_over(root) == []


def test_drafts_of_runs_that_were_cut_off_are_swept(changed):
    (changed / "output/.draft-2030-06-30-7/town").mkdir(parents=True)
    (changed / "output/.draft-latest").write_text("half")
    api.build(changed)
    assert left_over(changed) == []


# -- the disk ----------------------------------------------------------------------------------


@posix
@pytest.mark.parametrize("most", [1_000, 30_000])
def test_a_full_disk_is_told_and_the_old_edition_stays(changed, capfd, most):
    """The limit on the size of a file stands for the room that is left."""
    import resource

    def short_of_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
        api.build(changed, everything=True)

    (changed / "templates/brief.docx").write_bytes(big_template(changed))
    assert ended(in_child(short_of_room)) == 1
    told = capfd.readouterr().err
    assert "output: It cannot be written: File too large." in told
    assert "next: " in told
    assert editions(changed) == ["2030-06-30"]
    assert left_over(changed) == []


def big_template(root: Path) -> bytes:
    """A template of more than 30,000 bytes, most of it a picture."""
    import io

    from docx import Document
    from PIL import Image

    picture, made = io.BytesIO(), io.BytesIO()
    Image.frombytes("RGB", (200, 200), random.Random(1).randbytes(120_000)).save(picture, "PNG")
    document = Document(str(root / "templates/brief.docx"))
    document.add_picture(picture)
    document.save(made)
    return made.getvalue()


def test_no_room_while_the_last_file_is_written_is_told(changed, monkeypatch):
    whole = writing.write_synced

    def full(path: Path, data: bytes) -> None:
        if path.name == "edition.json":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        whole(path, data)

    monkeypatch.setattr(writing, "write_synced", full)
    with pytest.raises(FactpackError, match="No space left on device"):
        api.build(changed)
    assert (editions(changed), left_over(changed)) == (["2030-06-30"], [])


def test_a_read_only_disk_is_told(changed, monkeypatch):
    def refuse(path: Path, *_: object, **__: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(FactpackError, match="Read-only file system"):
        api.build(changed)
    monkeypatch.undo()
    assert (editions(changed), left_over(changed)) == (["2030-06-30"], [])


@posix
@pytest.mark.skipif(sys.platform != "win32" and os.geteuid() == 0, reason="root may write all")
def test_an_output_folder_that_is_protected_is_told(changed):
    (changed / "output").chmod(0o555)
    try:
        with pytest.raises(FactpackError, match=r"cannot be written|Nobody may write"):
            api.build(changed)
    finally:
        (changed / "output").chmod(0o755)
    assert editions(changed) == ["2030-06-30"]


def test_an_output_folder_that_vanishes_is_told_and_made_anew_the_next_time(changed):
    def vanish(step: Step) -> None:
        if step.number == 8:
            shutil.rmtree(changed / "output")

    with pytest.raises(FactpackError, match="vanished meanwhile") as stopped:
        api.build(changed, tell=vanish)
    assert stopped.value.problems[0].place.file == "output"
    assert (editions(changed), left_over(changed)) == ([], [])
    assert len(api.build(changed).made) == 4


# -- two at once -------------------------------------------------------------------------------


@posix
def test_two_builds_of_one_edition_at_once_give_one(changed):
    children = [in_child(lambda: api.build(changed)) for _ in range(3)]
    assert [ended(child) for child in children] == [0, 0, 0]
    assert editions(changed) == ["2030-06-30", "2030-06-30-2"]
    assert left_over(changed) == []


def test_a_run_that_never_ends_is_not_waited_for_for_ever(changed, monkeypatch):
    monkeypatch.setattr(writing, "_PATIENCE", 0.1)
    with (
        locked(changed / "output/.state/build.lock", 1),
        pytest.raises(FactpackError, match="Another run has been writing here"),
    ):
        api.build(changed)
    assert (editions(changed), left_over(changed)) == (["2030-06-30"], [])


# -- files that change while they are read -----------------------------------------------------


def saving(monkeypatch: pytest.MonkeyPatch, saves: list[Callable[[], object]]) -> None:
    """Each reading of the facts is followed by one of the saves."""

    def read(workspace):
        try:
            return read_store(workspace)
        finally:
            if saves:
                saves.pop(0)()

    monkeypatch.setattr(preparing, "read_store", read)


def test_a_file_saved_while_it_is_read_is_read_again(changed, tmp_path, monkeypatch):
    def save() -> None:
        pier.edit(changed, GAZETTE, "more than 4,000 people", "more than 5,000 people")

    saving(monkeypatch, [save])
    built = api.build(changed)
    monkeypatch.undo()
    anew = api.build(pier.copy_of(changed, tmp_path / "anew"))
    assert pier.without_name(pier.files_in(built.folder)) == pier.without_name(
        pier.files_in(anew.folder)
    )
    assert built.record.audiences["town"].facts["passengers"].said == "more than 5,000 people"


def test_a_file_caught_half_saved_is_read_again(changed, monkeypatch):
    path = changed / GAZETTE
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    saving(monkeypatch, [lambda: path.write_bytes(whole)])
    assert api.build(changed).folder.name == "2030-06-30-2"


def test_a_file_that_never_rests_is_told(changed, monkeypatch):
    path = changed / GAZETTE

    def save() -> None:
        with path.open("a") as file:
            file.write("# on and on\n")

    saving(monkeypatch, [save] * 9)
    with pytest.raises(FactpackError, match="changed while it was read") as stopped:
        api.build(changed)
    assert [problem.place.file for problem in stopped.value.problems] == [GAZETTE]
    assert editions(changed) == ["2030-06-30"]


# -- the index ---------------------------------------------------------------------------------


def test_a_broken_index_stops_no_build(changed):
    (changed / ".factpack").mkdir(exist_ok=True)
    (changed / ".factpack/index.sqlite").write_bytes(b"SQLite format 3\0 and then nothing")
    assert len(api.build(changed).made) == 3


def test_an_index_that_another_program_holds_stops_no_build(changed):
    (changed / ".factpack").mkdir(exist_ok=True)
    holder = sqlite3.connect(changed / ".factpack/index.sqlite")
    try:
        holder.execute("BEGIN EXCLUSIVE")
        assert len(api.build(changed).made) == 3
    finally:
        holder.close()
