"""The commands as a user meets them: what they say, how they end, what they leave behind."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

import ferryport
import pytest

from generator import cli


@dataclass(frozen=True)
class Ended:
    """How a command ended: its exit code and what it printed."""

    code: int
    out: str
    err: str


@pytest.fixture
def factpack(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """The command, run in this process; a traceback would be an error of the test."""

    def run(*words: object) -> Ended:
        monkeypatch.setattr("sys.argv", ["factpack", *map(str, words)])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        printed = capsys.readouterr()
        return Ended(int(ended.value.code or 0), printed.out, printed.err)

    return run


def files_in(folder: Path) -> dict[str, bytes]:
    return {
        str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }


# -- the way it should go --------------------------------------------------------------------


def test_a_build_writes_the_documents_and_their_provenance(factpack, tmp_path):
    ended = factpack("build", "-w", ferryport.make(tmp_path))
    assert (ended.code, "error" in ended.err) == (0, False)
    assert set(files_in(tmp_path / "output")) == {
        "2030-06-30/town/T1 Ferries in 2030.docx",
        "2030-06-30/town/provenance.json",
        "2030-06-30/edition.json",
        "latest",
        ".state/build.lock",
    }


def test_every_figure_is_in_the_provenance_with_its_statement(factpack, tmp_path):
    factpack("build", "-w", ferryport.make(tmp_path))
    ledger = json.loads((tmp_path / "output/2030-06-30/town/provenance.json").read_bytes())
    assert [(f["fact"], f["shown"], f["statements"]) for f in ledger["files"][0]["figures"]] == [
        ("ferries", "12", ["g.ferries"]),
        ("passengers", "more than 3,000 people", ["g.passengers"]),
    ]
    assert ledger["statements"]["g.ferries"]["sources"][0]["evidence"] == "12 ferries"


def test_a_second_build_of_the_same_inputs_changes_nothing(factpack, tmp_path):
    factpack("build", "-w", ferryport.make(tmp_path))
    before = files_in(tmp_path / "output")
    ended = factpack("build", "-w", tmp_path)
    assert "unchanged" in ended.out
    assert files_in(tmp_path / "output") == before


def test_another_edition_of_the_day_stands_beside_the_first(factpack, tmp_path):
    factpack("build", "-w", ferryport.make(tmp_path))
    factpack("build", "-w", ferryport.make(tmp_path, brief="Only {{ ferries }}."))
    there = {p.name for p in (tmp_path / "output").glob("2*")}
    assert there == {"2030-06-30", "2030-06-30-2"}
    assert (tmp_path / "output/latest").read_text() == "2030-06-30-2\n"


def test_out_takes_the_place_of_the_output_folder(factpack, tmp_path):
    factpack("build", "-w", ferryport.make(tmp_path / "ws"), "--out", tmp_path / "elsewhere")
    assert (tmp_path / "elsewhere/2030-06-30/town/provenance.json").is_file()
    assert not (tmp_path / "ws/output").exists()


def test_a_build_tells_other_programs_in_json(factpack, tmp_path):
    ended = factpack("build", "-w", ferryport.make(tmp_path), "--json")
    assert [row["file"] for row in json.loads(ended.out)["files"]] == [
        "town/T1 Ferries in 2030.docx"
    ]


def test_check_finds_every_clause_in_the_texts_and_writes_the_lock(factpack, tmp_path):
    ended = factpack("check", "-w", ferryport.make(tmp_path), "--sources", tmp_path / "texts")
    assert (ended.code, ended.err) == (0, "")
    assert "2 proved" in ended.out
    assert (tmp_path / "facts/facts.lock").is_file()


def test_what_a_template_hardly_meant_is_a_warning_of_check_and_build(factpack, tmp_path):
    root = ferryport.make(
        tmp_path, "{%p if ferries is available %} beside\n{{ ferries }}\n{%p endif %}"
    )
    told = (
        "warning: templates/brief.docx, body, paragraph 1: {%p if ferries is available %}: “beside”"
    )
    assert told in factpack("check", "-w", root).err
    assert told in factpack("build", "-w", root).err


def test_facts_show_says_what_was_chosen_and_why(factpack, tmp_path):
    ended = factpack("facts", "-w", ferryport.make(tmp_path), "show", "ferries")
    assert "chosen: “g.ferries”" in ended.out


# -- bad input: one clear message, nothing written, no traceback ----------------------------------

THE_BRIEF = "templates/brief.docx"


def break_folders(root: Path) -> None:
    ferryport.make(root)
    os.rename(root / "facts", root / "fakts")


def break_yaml(root: Path) -> None:
    ferryport.make(root, facts__subjects="ferryport: {name: {zh: 渡口, en: Ferryport}\n")


def break_measure(root: Path) -> None:
    text = ferryport.FILES["facts/statements/gazette.yaml"].replace(
        "measure: ferries", "measure: feries"
    )
    ferryport.make(root, facts__statements__gazette=text)


def break_value(root: Path) -> None:
    text = ferryport.FILES["facts/statements/gazette.yaml"].replace(
        "value: 12 ferries", "value: a few or so"
    )
    ferryport.make(root, facts__statements__gazette=text)


def break_template_name(root: Path) -> None:
    ferryport.make(root, brief="There are {{ feries }}.")


def break_template_file(root: Path) -> None:
    ferryport.make(root)
    (root / THE_BRIEF).write_bytes(b"This is no Office file.")


def lose_template(root: Path) -> None:
    ferryport.make(root)
    (root / THE_BRIEF).unlink()


def break_plan(root: Path) -> None:
    ferryport.make(root, templates__pack=ferryport.FILES["templates/pack.yaml"] + "colour: red\n")


def contradict(root: Path) -> None:
    ferryport.make(root, **ferryport.RIVALS)


@pytest.mark.parametrize(
    ("spoil", "place", "words"),
    [
        (break_folders, "facts", "missing"),
        (break_yaml, "facts/subjects.yaml", "line"),
        (break_measure, "facts/statements/gazette.yaml, line 3", "Did you mean “ferries”?"),
        (break_value, "facts/statements/gazette.yaml, line 3", "a few or so"),
        (break_template_name, THE_BRIEF, "ferries"),
        (break_template_file, THE_BRIEF, "not an Office file"),
        (lose_template, THE_BRIEF, "not there"),
        (break_plan, "templates/pack.yaml", "colour"),
        (contradict, "facts/statements", "h.ferries"),
    ],
    ids=lambda value: value.__name__ if callable(value) else "",
)
def test_bad_material_is_told_with_its_place_and_nothing_is_written(
    factpack, tmp_path, spoil, place, words
):
    spoil(tmp_path)
    ended = factpack("build", "-w", tmp_path)
    assert ended.code == 1
    assert place in ended.err
    assert words in ended.err
    assert "next: " in ended.err
    assert "nothing was written" in ended.err
    assert not (tmp_path / "output").exists()


def test_a_contradiction_names_both_statements(factpack, tmp_path):
    contradict(tmp_path)
    ended = factpack("build", "-w", tmp_path)
    assert "g.ferries" in ended.err
    assert "h.ferries" in ended.err


def test_a_ruling_lets_the_build_go_on(factpack, tmp_path):
    ferryport.make(tmp_path, **ferryport.RIVALS, facts__rulings=ferryport.RULING)
    assert factpack("build", "-w", tmp_path).code == 0


def test_evidence_that_is_not_in_the_text_is_told(factpack, tmp_path):
    text = ferryport.FILES["facts/statements/gazette.yaml"].replace(
        "value: 12 ferries, as_of: 2030-06, evidence: 12 ferries",
        "value: 13 ferries, as_of: 2030-06, evidence: 13 ferries",
    )
    ferryport.make(tmp_path, facts__statements__gazette=text)
    ended = factpack("check", "-w", tmp_path, "--sources", tmp_path / "texts")
    assert ended.code == 1
    assert "g.ferries" in ended.err
    assert not (tmp_path / "facts/facts.lock").exists()


def test_a_value_changed_without_its_evidence_is_tainted(factpack, tmp_path):
    ferryport.make(tmp_path)
    factpack("check", "-w", tmp_path, "--sources", tmp_path / "texts")
    path = tmp_path / "facts/statements/gazette.yaml"
    path.write_text(path.read_text().replace("value: 12 ferries", "value: 2 ferries"))
    ended = factpack("check", "-w", tmp_path)
    assert ended.code == 1
    assert "12 ferries" in ended.err


@pytest.mark.parametrize(
    "words",
    [("build", "--audience", "nobody"), ("facts", "show", "boats"), ("build", "--as-of", "soon")],
)
def test_a_wrong_call_ends_with_2(factpack, tmp_path, words):
    ferryport.make(tmp_path)
    first, *rest = words
    assert factpack(first, "-w", tmp_path, *rest).code == 2


def test_an_output_folder_that_cannot_be_written_is_told(factpack, tmp_path):
    ferryport.make(tmp_path)
    (tmp_path / "output").write_text("a file stands where the folder should be")
    ended = factpack("build", "-w", tmp_path)
    assert ended.code == 1
    assert "output" in ended.err


def test_a_file_open_elsewhere_is_told_and_the_old_edition_stays(factpack, tmp_path, monkeypatch):
    def held(*_: object) -> None:
        raise PermissionError(
            13, "The process cannot access the file because it is being used by another process"
        )

    ferryport.make(tmp_path)
    factpack("build", "-w", tmp_path)
    before = files_in(tmp_path / "output")
    (tmp_path / "output/2030-06-30/town").rename(tmp_path / "output/2030-06-30/aside")
    monkeypatch.setattr("os.rename", held)
    ended = factpack("build", "-w", tmp_path)
    assert ended.code == 1
    assert "output" in ended.err
    assert {name.replace("/aside/", "/town/") for name in files_in(tmp_path / "output")} == set(
        before
    )


def test_a_file_that_nobody_may_read_is_told(factpack, tmp_path, monkeypatch):
    def locked(*_: object) -> bytes:
        raise PermissionError(13, "Permission denied", "facts/facts.yaml")

    ferryport.make(tmp_path)
    monkeypatch.setattr(Path, "read_bytes", locked)
    monkeypatch.setattr(Path, "open", locked)
    ended = factpack("build", "-w", tmp_path)
    assert (ended.code, "next: " in ended.err) == (1, True)


def test_problems_are_json_where_json_was_asked_for(factpack, tmp_path):
    break_template_name(tmp_path)
    ended = factpack("build", "-w", tmp_path, "--json")
    assert set(json.loads(ended.out)["problems"][0]) == {"level", "place", "problem", "next"}
