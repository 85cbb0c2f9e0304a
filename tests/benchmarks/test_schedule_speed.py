"""What a thousand scheduled jobs cost: finding the next run, and waiting for it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import time as hour
from pathlib import Path

import pytest

pytestmark = pytest.mark.benchmark

HERE = Path(__file__).parents[1]
JOBS = 1000

# The daemon of the command itself waits; its own use of the processor is read from the system.
WAITING = """
import resource, sys, threading, time
from pathlib import Path
from generator import api
from generator.schedule import clock

clock.LONGEST_WAIT = 1.0  # thirty times as often as it really looks
seconds = float(sys.argv[2])
used = lambda: sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
start = []
def watch():
    time.sleep(6)
    start.append(used())
    time.sleep(seconds)
    print(used() - start[0], flush=True)
    import os, signal
    os.kill(os.getpid(), signal.SIGTERM)
threading.Thread(target=watch).start()
api.run_schedule(Path(sys.argv[1]), say=lambda news: None)
"""


def schedule() -> str:
    lines = [
        f'  job{n}: {{what: all, when: {{cron: "{n % 60} {n % 24} {n % 28 + 1} * *"}}}}'
        for n in range(JOBS)
    ]
    return "\n".join(["zone: Europe/Berlin", "jobs:", *lines, ""])


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


@pytest.fixture
def thousand_jobs(tmp_path):
    for folder in ("pack", "schedule"):
        sys.path.insert(0, str(HERE / folder))
    import ferryport

    return ferryport.make(tmp_path, templates__schedule=schedule())


def test_the_next_of_a_thousand_jobs_is_found_at_once(thousand_jobs):
    from simulated import FakeClock, Watch

    from generator.schedule.jobs import Cron, Job
    from generator.schedule.times import timetable
    from generator.schedule.zones import zone_named
    from generator.workspace import Workspace

    start = time.perf_counter()
    watch = Watch(Workspace(thousand_jobs), FakeClock("2026-01-01T00:00:30", "2036-01-01"))
    watch.daemon.tick()
    first = time.perf_counter() - start
    idle = [timed(watch.daemon.tick) for _ in range(200)]
    job = Job("job", Cron("39 15 20 * *"), zone_named("Europe/Berlin"), hour(7))
    table = timetable(job)
    one = min(timed(lambda: table.after(watch.clock.now())) for _ in range(200))
    print(
        f"\n1,000 jobs: first look {first:.2f} s (read, met, written down), "
        f"next run found in {1000 * min(idle):.2f} ms (goal ≤ 10), "
        f"one job's next time {1e6 * one:.0f} µs"
    )
    assert min(idle) < 0.05


def test_a_thousand_jobs_wait_on_a_hundredth_of_a_core(thousand_jobs):
    seconds = 10
    done = subprocess.run(
        [sys.executable, "-c", WAITING, str(thousand_jobs), str(seconds)],
        env={**os.environ, "PYTHONPATH": str(HERE.parent)},
        capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    share = float(done.stdout) / seconds
    print(
        f"\n1,000 jobs idle: {100 * share:.2f} % of a core looking every second, "
        f"{100 * share / 30:.3f} % looking every 30 s as the daemon does (goal ≤ 1)"
    )
    assert share < 0.05
