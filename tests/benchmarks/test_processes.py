"""How long the commands take as whole processes, beside Python's own start; best of five.

Figures are printed with the machine; only generous bounds are asserted, and ratios to a peer of
the same run: starting Python, or importing what any Office tool must import.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.benchmark

ROOT = Path(__file__).parents[2]
PEER = "import docx, pptx, jinja2, sqlalchemy"


def best(*words: str, runs: int = 5) -> float:
    """The shortest of some runs of a whole process, in seconds."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run([sys.executable, *words], check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return min(times)


def factpack(*words: str) -> tuple[str, ...]:
    return (
        ("-m", "generator.cli", *words, "-w", str(ROOT))
        if words != ("--version",)
        else ("-m", "generator.cli", *words)
    )


@pytest.fixture(scope="module", autouse=True)
def machine() -> None:
    print(f"\n{platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} cores")


def test_the_command_starts_at_once():
    python, version = best("-c", "pass"), best(*factpack("--version"))
    print(f"factpack --version {version:.3f} s (Python alone {python:.3f} s; goal < 0.15 s)")
    assert version < python + 0.4


def test_check_is_quick_cold_and_quicker_when_nothing_changed():
    peer = best("-c", PEER)
    times = []
    for _ in range(5):
        shutil.rmtree(ROOT / ".factpack", ignore_errors=True)
        times.append(best(*factpack("check"), runs=1))
    cold, again = min(times), best(*factpack("check"))
    print(
        f"factpack check cold {cold:.2f} s (goal < 1.5), unchanged {again:.3f} s (goal < 0.4); importing the libraries alone {peer:.2f} s"
    )
    assert again < cold / 2
    assert cold < 8 * peer


def test_the_two_files_of_the_first_pack_are_built_in_seconds(tmp_path: Path):
    peer = best("-c", PEER)
    times = [
        best(*factpack("build", "--out", str(tmp_path / str(turn))), runs=1) for turn in range(5)
    ]
    print(
        f"factpack build cold {min(times):.2f} s (goal ≤ 3), {min(times) / peer:.1f} × importing the libraries ({peer:.2f} s)"
    )
    assert min(times) < 10 * peer
