"""`factpack schedule` as a user meets it: list, run --once, install; the flagship's own schedule."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import ferryport
import pytest
from simulated import FakeClock, Watch, moment

from generator import cli
from generator.schedule.install import install_text
from generator.schedule.journal import Entry, Journal
from generator.schedule.listing import list_jobs
from generator.workspace import Workspace

SCHEDULE = """\
zone: Etc/UTC
jobs:
  daily: {what: all, when: {cron: "0 7 * * *"}, as_of: pack}
  birthday: {what: [town], when: {anniversary: {day: 03-27, since: 1992}}}
  visit: {what: town, when: {before: {event: 2001-01-01, days: 3}}}
"""
LONG_AGO = moment("2024-01-01")


@dataclass(frozen=True)
class Ended:
    """How a command ended: its exit code and what it printed."""

    code: int
    out: str
    err: str


@pytest.fixture
def factpack(monkeypatch, capsys):
    """The command, run in this process."""

    def run(*words: object) -> Ended:
        monkeypatch.setattr("sys.argv", ["factpack", *map(str, words)])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        printed = capsys.readouterr()
        return Ended(int(ended.value.code or 0), printed.out, printed.err)

    return run


def ferries(root: Path, **changed: str) -> Path:
    """A workspace whose daily job was met long ago, so that it has a run to be made up."""
    ferryport.make(root, **{"templates__schedule": SCHEDULE, **changed})
    seen = Entry(LONG_AGO, "seen", "daily", rule="cron 0 7 * * *, Etc/UTC")
    Journal(Workspace(root)).append(seen)
    return root


def test_once_runs_what_is_due_and_ends(factpack, tmp_path):
    root = ferries(tmp_path)
    ended = factpack("schedule", "run", "--once", "-w", root)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.rstrip().endswith("2030-06-30")
    assert (tmp_path / "output/2030-06-30/town/T1 Ferries in 2030.docx").is_file()
    assert factpack("schedule", "run", "--once", "-w", root) == Ended(0, "", "")


def test_due_tells_of_a_job_that_has_come(factpack, tmp_path):
    root = ferries(tmp_path)
    factpack("build", "-w", root)
    ended = factpack("due", "--json", "-w", root)
    [document] = json.loads(ended.out)["due"]
    assert (ended.code, document["audience"], document["document"]) == (3, "town", "T1")
    assert [(one["kind"], one["key"]) for one in document["reasons"]] == [("schedule", "daily")]
    factpack("schedule", "run", "--once", "-w", root)
    assert factpack("due", "-w", root).code == 0


def test_once_tells_other_programs_a_line_of_json_for_each_thing_that_happened(factpack, tmp_path):
    ended = factpack("schedule", "run", "--once", "--json", "-w", ferries(tmp_path))
    told = [json.loads(line) for line in ended.out.splitlines()]
    assert [(one["kind"], one.get("outcome")) for one in told] == [
        ("seen", None), ("seen", None), ("started", None), ("ended", "made"),
    ]  # fmt: skip


def test_once_ends_with_1_when_a_pack_fails(factpack, tmp_path):
    wrong = ferryport.FILES["templates/audiences/town.yaml"].replace(
        "{{ edition.year }}", "{{ x }}"
    )
    ended = factpack("schedule", "run", "--once", "-w", ferries(tmp_path, templates__audiences__town=wrong))  # fmt: skip
    assert ended.code == 1
    assert "ended failed" in ended.out
    assert {path.name for path in (tmp_path / "output").iterdir()} == {".state"}


def test_list_says_what_comes_next_and_what_came_of_the_last_run(factpack, tmp_path):
    root = ferries(tmp_path)
    factpack("schedule", "run", "--once", "-w", root)
    listed, problems = list_jobs(Workspace(root), moment("2200-01-01T12:00").replace(year=2027))
    rows = [(row["job"], row["next"], row["anniversary"], row["as_of"], row["outcome"]) for row in listed["jobs"]]  # fmt: skip
    assert rows == [
        ("daily", "2027-01-01T07:00:00+00:00", None, None, "made"),
        ("birthday", "2027-03-27T07:00:00+00:00", "35th", "2027-03-27", None),
        ("visit", None, None, None, None),
    ]
    assert problems == []


def test_list_writes_nothing_and_prints_json(factpack, tmp_path):
    ferryport.make(tmp_path, templates__schedule=SCHEDULE)
    ended = factpack("schedule", "list", "--json", "-w", tmp_path)
    told = json.loads(ended.out)
    assert {row["job"] for row in told["jobs"]} == {"daily", "birthday", "visit"}
    assert (told["channels"], told["problems"]) == ([], [])
    assert not (tmp_path / "output").exists()


def test_a_workspace_without_a_schedule_is_told_so(factpack, tmp_path):
    ended = factpack("schedule", "list", "-w", ferryport.make(tmp_path))
    assert (ended.code, ended.out) == (1, "")
    assert "templates/schedule.yaml: There is no such file" in ended.err


@pytest.mark.parametrize(
    "words", [["install"], ["run", "--job", "daily"], ["run", "--dry-run", "--job", "dayly"]]
)
def test_a_wrong_call_ends_with_2(factpack, tmp_path, words):
    ferryport.make(tmp_path, templates__schedule=SCHEDULE)
    assert factpack("schedule", *words, "-w", tmp_path).code == 2


# -- what an administrator installs ------------------------------------------------------------

ODD = Path('/srv/100% ours/say "so" $HOME')


def test_a_crontab_line_runs_the_command_in_a_shell(tmp_path):
    root = tmp_path / "100% ours 'so'"
    text = install_text("cron", root, ["echo"])
    line = text.splitlines()[-1].removeprefix("*/5 * * * * ")
    as_cron_gives_it = line.replace(r"\%", "%")
    assert "%" not in line.replace(r"\%", "")
    said = subprocess.run(as_cron_gives_it, shell=True, capture_output=True, text=True, check=True)
    assert said.stdout == f"schedule run --once --workspace {root}\n"


def test_a_task_of_windows_is_xml_that_holds_the_command():
    root = Path("C:/Packs & more/<ours>")
    task = ET.fromstring(install_text("windows", root, [r"C:\Py thon\python.exe", "-m", "x"]))
    space = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"
    action = task.find(f"{space}Actions/{space}Exec")
    assert action is not None
    assert [child.text for child in action] == [
        r"C:\Py thon\python.exe",
        f'-m x schedule run --once --workspace "{root}"',
        str(root),
    ]


def test_a_unit_of_systemd_quotes_what_systemd_would_expand():
    text = install_text("systemd", ODD, ["/usr/bin/python3"])
    assert (
        'ExecStart="/usr/bin/python3" "schedule" "run" "--workspace" '
        '"/srv/100%% ours/say \\"so\\" $$HOME"\n'
    ) in text


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd here")
def test_systemd_finds_nothing_wrong_with_the_unit(tmp_path):
    unit = tmp_path / "factpack.service"
    unit.write_text(install_text("systemd", Path("/srv/100% ours"), ["/bin/sh"]), encoding="utf-8")
    checked = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(unit)],
        capture_output=True, text=True, check=False,
        env={**os.environ, "SYSTEMD_LOG_LEVEL": "warning"},
    )  # fmt: skip
    assert [line for line in checked.stderr.splitlines() if "factpack.service" in line] == []


# -- the flagship ------------------------------------------------------------------------------


def test_the_flagships_schedule_keeps_its_anniversary_and_its_quarters(flagship, tmp_path):
    root = tmp_path / "flagship"
    for folder in ("facts", "templates"):
        shutil.copytree(flagship / folder, root / folder)
    run = Watch(Workspace(root), FakeClock("2025-12-30", "2026-12-31")).run()
    assert run.runs == [
        "2025-12-30 22:30 anniversary made",
        "2026-01-04 23:00 press-kit made",
        "2026-04-04 23:00 press-kit made",
        "2026-07-04 23:00 press-kit made",
        "2026-10-04 23:00 press-kit made",
        "2026-12-30 22:30 anniversary made",
    ]
    assert [as_of for _, as_of in run.office.asked] == [
        date(2025, 12, 31), date(2025, 12, 31), date(2026, 3, 31), date(2026, 6, 30),
        date(2026, 9, 30), date(2026, 12, 31),
    ]  # fmt: skip
