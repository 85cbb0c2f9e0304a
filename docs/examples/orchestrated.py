"""Factpack under an orchestrator, in place of its own daemon.

An orchestrator needs two commands and their exit codes: ``factpack due --json`` ends with 0 when
nothing is to be made, with 3 when something is; ``factpack build --json`` ends with 0 when the
edition stands. Any other code means problems, which are in the JSON.

The functions below are plain Python. Where Prefect is installed they become tasks and a flow of
it; in Airflow the same functions are wrapped by its own ``@task`` and ``@dag``.

    python docs/examples/orchestrated.py WORKSPACE
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

FACTPACK = [sys.executable, "-m", "generator.cli"]  # or ["factpack"]
NOTHING_DUE, SOMETHING_DUE = 0, 3


def due(workspace: str) -> list[dict]:
    """The documents that have to be made again, each with its reasons."""
    return _factpack("due", workspace, fine=(NOTHING_DUE, SOMETHING_DUE))["due"]


def build(workspace: str) -> dict:
    """Make the edition; only documents that are due are made anew."""
    return _factpack("build", workspace, fine=(0,))


def regenerate(workspace: str) -> dict | None:
    """The edition that was made; nothing where nothing was due."""
    return build(workspace) if due(workspace) else None


def _factpack(command: str, workspace: str, fine: tuple[int, ...]) -> dict:
    ended = subprocess.run(
        [*FACTPACK, command, "--json", "--workspace", workspace],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    if ended.returncode not in fine:
        raise RuntimeError(f"factpack {command} failed:\n{ended.stdout}{ended.stderr}")
    return json.loads(ended.stdout)


try:
    from prefect import flow, task
except ImportError:
    pass
else:
    due = task(due)
    build = task(build, retries=3, retry_delay_seconds=[60, 300, 1800])
    regenerate = flow(regenerate, name="factpack")


if __name__ == "__main__":
    made = regenerate(str(Path(sys.argv[1]).resolve()))
    print("nothing is due" if made is None else f"made {made['folder']}")
