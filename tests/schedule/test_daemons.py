"""Real processes on one workspace: no run twice, the lock outlives nobody, a stop is clean."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import ferryport
import pytest

from generator.schedule.journal import Entry, Journal
from generator.schedule.lock import held
from generator.workspace import Workspace, now

ROOT = Path(__file__).parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(Path(__file__).parent), str(ROOT / "tests/pack")])}  # fmt: skip

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGTERM to be caught")


def schedule_of(count: int) -> str:
    jobs = "".join(
        f'  job{n}: {{what: all, when: {{cron: "0 7 * * *"}}, as_of: pack}}\n' for n in range(count)
    )
    return f"zone: Etc/UTC\njobs:\n{jobs}"


def missed(root: Path, count: int) -> Workspace:
    """A workspace whose jobs were all met long ago, so that each has a run to be made up."""
    workspace = Workspace(ferryport.make(root, templates__schedule=schedule_of(count)))
    journal = Journal(workspace)
    long_ago = now().replace(year=2024)
    for n in range(count):
        journal.append(Entry(long_ago, "seen", f"job{n}", rule="cron 0 7 * * *, Etc/UTC"))
    return workspace


def entries(workspace: Workspace) -> list[Entry]:
    return Journal(workspace).news()[0]


def daemon(root: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "generator.cli", "schedule", "run", "-w", str(root)]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT
    )


def wait_for(condition, seconds: float = 40) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not come to pass"
        time.sleep(0.05)


@posix
def test_two_daemons_run_every_job_once_and_both_end_cleanly(tmp_path):
    workspace = missed(tmp_path, 6)
    pair = [daemon(tmp_path), daemon(tmp_path)]
    try:
        wait_for(lambda: sum(entry.kind == "ended" for entry in entries(workspace)) >= 6)
        time.sleep(0.5)
    finally:
        for process in pair:
            process.send_signal(signal.SIGTERM)
    said = [process.communicate(timeout=20) for process in pair]
    assert [process.returncode for process in pair] == [0, 0], said
    ended = sorted(
        (entry.job, entry.outcome) for entry in entries(workspace) if entry.kind == "ended"
    )
    assert [job for job, _ in ended] == [f"job{n}" for n in range(6)]
    assert sorted(outcome for _, outcome in ended) == ["made"] + ["unchanged"] * 5
    assert sum(entry.kind == "started" for entry in entries(workspace)) == 6


HOLD = """
import sys, time
from pathlib import Path
from generator.schedule.lock import held
with held(Path(sys.argv[1])) as mine:
    print(mine, flush=True)
    time.sleep(60)
"""


@posix
def test_a_lock_that_a_killed_process_left_behind_stops_nobody(tmp_path):
    path = tmp_path / "schedule.lock"
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=ENVIRONMENT) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "True\n"
        with held(path) as mine:
            assert not mine
        holder.kill()
    assert path.exists()
    with held(path) as mine:
        assert mine


SLOW = """
import sys, time
from pathlib import Path
from generator.schedule.clock import MachineClock, stopping_on_signals
from generator.schedule.daemon import Daemon
from generator.schedule.running import Works
from generator.workspace import Workspace

def build(*, audience, as_of, tell):
    print("building", flush=True)
    while True:
        time.sleep(0.02)
        tell(None)

clock = MachineClock()
with stopping_on_signals(clock):
    Daemon(Workspace(Path(sys.argv[1])), Works(build, None, lambda: ""), clock, lambda news: None).run()
"""


@posix
def test_sigterm_in_the_middle_of_a_build_abandons_it_and_ends_well(tmp_path):
    workspace = missed(tmp_path, 1)
    command = [sys.executable, "-c", SLOW, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=ENVIRONMENT) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "building\n"
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 0
    assert [(entry.kind, entry.outcome) for entry in entries(workspace)] == [
        ("seen", ""), ("started", ""), ("ended", "abandoned"),
    ]  # fmt: skip
    assert {path.name for path in (tmp_path / "output").iterdir()} == {".state"}


@posix
def test_a_daemon_with_nothing_to_do_ends_at_once_when_it_is_told(tmp_path):
    ferryport.make(tmp_path, templates__schedule=schedule_of(1))
    process = daemon(tmp_path)
    wait_for(lambda: entries(Workspace(tmp_path)))
    start = time.monotonic()
    process.send_signal(signal.SIGTERM)
    out, err = process.communicate(timeout=20)
    assert (process.returncode, err) == (0, "")
    assert time.monotonic() - start < 5
    assert out.endswith("job0: seen cron 0 7 * * *, Etc/UTC\n")


@posix
def test_a_daemon_that_is_killed_leaves_a_run_that_the_next_makes_up(tmp_path):
    workspace = missed(tmp_path, 1)
    command = [sys.executable, "-c", SLOW, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=ENVIRONMENT) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "building\n"
        process.kill()
    assert entries(workspace)[-1].kind == "started"
    age_last_entry(tmp_path)
    once = subprocess.run(
        [sys.executable, "-m", "generator.cli", "schedule", "run", "--once", "-w", str(tmp_path)],
        env=ENVIRONMENT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "job0: ended made" in once.stdout
    assert entries(workspace)[-1].attempt == 2


def age_last_entry(root: Path) -> None:
    """Make the run that was killed one of two minutes ago, when the pause is over."""
    path = root / "output/.state/schedule.jsonl"
    lines = path.read_text().splitlines()
    last = json.loads(lines[-1])
    last["at"] = now().replace(year=2025).isoformat()
    path.write_text("\n".join([*lines[:-1], json.dumps(last)]) + "\n")
