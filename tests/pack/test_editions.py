"""Editions: what their record says, that nothing in them was altered, what was known on a day."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import ferryport
import pier
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import __version__, api
from generator.files import digest
from generator.model import FactpackError, UsageError
from generator.pack.editions.record import FileRecord, Planned, Record, record_of

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return api.build(pier.make(tmp_path_factory.mktemp("first"))).folder


@pytest.fixture
def edition(first: Path, tmp_path: Path) -> Path:
    """An edition that may be spoilt."""
    import shutil

    return shutil.copytree(first, tmp_path / first.name)


# -- the record --------------------------------------------------------------------------------


def test_the_record_names_inputs_documents_facts_and_files(first):
    record = pier.record(first)
    root = first.parents[1]
    assert record["factpack"] == __version__
    assert (record["base"], record["edition"], record["as_of"], record["known_by"]) == (
        "ferryport", "2030-06-30", "2030-06-30", None,
    )  # fmt: skip
    assert record["inputs"] == {
        path.relative_to(root).as_posix(): digest(path.read_bytes())
        for folder in ("facts", "templates")
        for path in sorted((root / folder).rglob("*"))
        if path.is_file()
    }
    brief = record["audiences"]["town"]["documents"]["T1"]
    assert (brief["file"], brief["template"]) == ("T1 Ferries in 2030.docx", "brief.docx")
    assert list(brief["inputs"]["facts"]) == ["ferries", "ferries_added"]
    assert brief["shows"] == ["ferries", "ferries_added", "ferries.previous"]
    assert record["audiences"]["town"]["facts"]["ferries"] == {
        "said": "12 ferries", "as_of": "2030-06", "expired": False, "ruling": "ferries-2030",
        "statements": ["g.ferries", "g.ferries28", "h.ferries"],
    }  # fmt: skip
    files = {name: data for name, data in pier.files_in(first).items() if name != "edition.json"}
    assert {name: (file["sha256"], file["bytes"]) for name, file in record["files"].items()} == {
        name: (digest(data), len(data)) for name, data in files.items()
    }


def test_latest_names_the_newest_edition(tmp_path):
    root = ferryport.make(tmp_path)
    api.build(root)
    assert (root / "output/latest").read_text() == "2030-06-30\n"
    api.build(root, as_of=date(2030, 7, 31))
    assert (root / "output/latest").read_text() == "2030-07-31\n"
    api.build(root, as_of=date(2030, 6, 15))
    assert (root / "output/latest").read_text() == "2030-07-31\n"


def test_a_lost_latest_is_written_again(tmp_path):
    root = ferryport.make(tmp_path)
    api.build(root)
    (root / "output/latest").unlink()
    assert api.build(root).unchanged
    assert (root / "output/latest").read_text() == "2030-06-30\n"


def test_a_change_taken_back_makes_a_third_edition_so_that_the_newest_is_what_is_true(tmp_path):
    root = ferryport.make(tmp_path)
    first = api.build(root)
    pier.write_template(root / "templates/brief.docx", "{{ passengers }}")
    api.build(root)
    ferryport.make(root)
    third = api.build(root)
    assert third.folder.name == "2030-06-30-3"
    assert third.record.files.keys() == first.record.files.keys()


def test_editions_are_listed_newest_first(tmp_path):
    root = ferryport.make(tmp_path)
    api.build(root)
    api.build(root, as_of=date(2030, 7, 31))
    assert [(row["edition"], row["documents"], row["latest"]) for row in api.editions(root)] == [
        ("2030-07-31", 1, True), ("2030-06-30", 1, False),
    ]  # fmt: skip


words = st.text(max_size=20)


@given(
    st.dictionaries(words, words),
    st.dictionaries(words, st.builds(FileRecord, words, st.integers())),
)
def test_a_record_is_read_as_it_was_written(inputs, files):
    record = Record("1", "b", "e", "2030-06-30", None, Planned("d", ("a",)), inputs, {}, files)
    assert record_of(record.as_bytes()) == record
    assert record_of(record.as_bytes()).as_bytes() == record.as_bytes()


# -- byte for byte -----------------------------------------------------------------------------


def test_two_processes_make_the_same_bytes_whatever_their_hash_seed(tmp_path):
    made = []
    for seed in ("1", "2"):
        root = (
            pier.make(tmp_path / seed)
            if seed == "1"
            else pier.copy_of(tmp_path / "1", tmp_path / "2")
        )
        command = [sys.executable, "-m", "generator.cli", "build", "-w", str(root)]
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": f"UTC{int(seed) * 5 - 8:+}"}
        subprocess.run(command, check=True, capture_output=True, env=environment, cwd=ROOT)
        made.append(pier.files_in(root / "output"))
    assert made[0] == made[1]


def test_the_clock_does_not_matter(tmp_path, monkeypatch):
    """Neither the files' times nor the machine's."""
    root = pier.make(tmp_path / "one")
    first = pier.files_in(api.build(root).folder)
    other = pier.copy_of(root, tmp_path / "two")
    for path in other.rglob("*"):
        os.utime(path, (1, 1))
    monkeypatch.setattr("time.time", lambda: 1_000_000.0)
    assert pier.files_in(api.build(other).folder) == first
    for path in root.rglob("*"):
        os.utime(path, (2**31 - 1, 2**31 - 1))
    assert api.build(root).unchanged


# -- nothing heavy where nothing changed -------------------------------------------------------


@pytest.mark.parametrize("command", ["build", "due"])
def test_where_nothing_changed_nothing_heavy_is_imported(tmp_path, command):
    root = ferryport.make(tmp_path)
    api.build(root)
    code = (
        "import sys\n"
        f"sys.argv = ['factpack', {command!r}, '-w', {str(root)!r}]\n"
        "from generator import cli\n"
        "try:\n    cli.main()\nexcept SystemExit as ended:\n    assert not ended.code, ended.code\n"
        "heavy = {'sqlalchemy', 'jinja2', 'lxml', 'yaml', 'docx', 'matplotlib', 'babel', 'rich'}\n"
        "print('imported:', sorted(heavy & set(sys.modules)))"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert "imported: []" in ended.stdout, ended.stderr


# -- verify ------------------------------------------------------------------------------------


def test_an_edition_is_as_it_was_made(edition):
    assert api.verify(edition) == []


def alter(folder: Path) -> str:
    path = next(folder.glob("town/T1*"))
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    return "town/T1 Ferries in 2030.docx: The file is not the one that was made"


def lose(folder: Path) -> str:
    (folder / "press/provenance.json").unlink()
    return "press/provenance.json: The file is missing"


def add(folder: Path) -> str:
    (folder / "press" / "mine.docx").write_bytes(b"")
    return "press/mine.docx: The file does not belong to the edition"


def rewrite(folder: Path) -> str:
    path = folder / "edition.json"
    path.write_bytes(
        path.read_bytes().replace(b'"as_of": "2030-06-30"', b'"as_of": "2031-06-30"', 1)
    )
    return "edition.json: The list of the edition's files was altered"


def garble(folder: Path) -> str:
    (folder / "edition.json").write_bytes(b"{}")
    return "edition.json: The list of the edition's files is damaged"


def lose_record(folder: Path) -> str:
    (folder / "edition.json").unlink()
    return "edition.json: The list of the edition's files cannot be read"


@pytest.mark.parametrize("spoil", [alter, lose, add, rewrite, garble, lose_record])
def test_what_was_altered_is_told_with_its_place(edition, spoil):
    told = spoil(edition)
    (problem,) = api.verify(edition)
    assert told in str(problem)
    assert problem.next


def test_everything_that_was_altered_is_told_at_once(edition):
    told = [spoil(edition) for spoil in (alter, lose, add)]
    assert [any(one in str(problem) for problem in api.verify(edition)) for one in told] == [
        True
    ] * 3


def test_a_renamed_edition_is_told(edition):
    (problem,) = api.verify(edition.rename(edition.with_name("2031-06-30")))
    assert "its record says “2030-06-30”" in problem.problem


def test_what_word_leaves_beside_an_open_file_is_nothing_added(edition):
    (edition / "town" / "~$ Ferries in 2030.docx").write_bytes(b"somebody")
    assert api.verify(edition) == []


def test_no_folder_is_a_wrong_call(tmp_path):
    with pytest.raises(UsageError):
        api.verify(tmp_path / "nowhere")


# -- what was known ----------------------------------------------------------------------------

LATE = ferryport.FILES["facts/statements/gazette.yaml"].replace(
    "value: 12 ferries, as_of: 2030-06", "value: 12 ferries, as_of: 2030-06, recorded: 2030-06-20"
) + (
    "  g.ferries29: {subject: ferryport, measure: ferries, value: 10 ferries, as_of: 2029-06,"
    " evidence: 10 ferries}\n"
)
OLD_SOURCE = ferryport.FILES["facts/sources.yaml"].replace(
    "published: 2030-06", "published: 2030-06-02"
)


def shown(built) -> list[str]:
    ledger = json.loads((built.folder / "town/provenance.json").read_bytes())
    return [figure["shown"] for figure in ledger["files"][0]["figures"]]


def test_known_by_makes_the_edition_of_what_was_recorded_by_then(tmp_path):
    root = ferryport.make(
        tmp_path, brief="{{ ferries }}", facts__statements__gazette=LATE, facts__sources=OLD_SOURCE
    )
    assert shown(api.build(root)) == ["12"]
    before = api.build(root, known_by=date(2030, 6, 10))
    assert shown(before) == ["10"]
    assert before.record.known_by == "2030-06-10"
    assert api.build(root, known_by=date(2030, 6, 10)).unchanged
    assert api.build(root).unchanged
    assert (root / "output/latest").read_text() == "2030-06-30\n"


def test_a_ruling_decided_later_was_not_known(tmp_path):
    root = ferryport.make(tmp_path, **ferryport.RIVALS, facts__rulings=ferryport.RULING)
    api.build(root, known_by=date(2030, 6, 30))
    with pytest.raises(FactpackError, match=r"h\.ferries"):
        api.build(root, known_by=date(2030, 6, 29))


def test_a_statement_that_does_not_say_when_it_was_recorded_is_known_since_it_was_published(
    tmp_path,
):
    root = ferryport.make(tmp_path, facts__sources=OLD_SOURCE)
    api.build(root, known_by=date(2030, 6, 2))
    with pytest.raises(FactpackError, match="missing"):
        api.build(root, known_by=date(2030, 6, 1))


# -- the commands ------------------------------------------------------------------------------


def run(*words: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "generator.cli", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)


def test_due_ends_with_3_while_something_is_due_and_tells_orchestrators_in_json(tmp_path):
    root = ferryport.make(tmp_path)
    due = run("due", "-w", root, "--json")
    assert due.returncode == 3
    assert json.loads(due.stdout) == {
        "due": [
            {
                "audience": "town",
                "document": "T1",
                "reasons": [
                    {"kind": "new", "key": "", "old": "", "new": "", "text": "it is not yet built"}
                ],
            }
        ]
    }
    built = json.loads(run("build", "-w", root, "--json").stdout)
    assert (built["edition"], built["unchanged"], built["made"]) == (
        "2030-06-30", False, ["town/T1 Ferries in 2030.docx"],
    )  # fmt: skip
    assert (run("due", "-w", root).returncode, run("verify", built["folder"]).returncode) == (0, 0)
    again = json.loads(run("build", "-w", root, "--json").stdout)
    assert (again["unchanged"], again["carried"]) == (True, ["town/T1 Ferries in 2030.docx"])


def test_verify_ends_with_1_when_something_was_altered(edition):
    alter(edition)
    ended = run("verify", edition)
    assert (ended.returncode, "next: " in ended.stderr) == (1, True)
