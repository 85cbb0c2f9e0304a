"""The schedule: list its jobs, run and rehearse them, have it installed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from generator.api.comparing import changes
from generator.api.making import build
from generator.api.opening import Json
from generator.model import Problem
from generator.workspace import Workspace, now, open_workspace, own_command

if TYPE_CHECKING:
    from generator.pack.built import Built
    from generator.schedule.daemon import Say
    from generator.schedule.install import Kind
    from generator.schedule.running import Works


def list_schedule(folder: Path | str = ".") -> tuple[Json, list[Problem]]:
    """The jobs of templates/schedule.yaml, the next one first, and its channels, as data."""
    from generator.schedule.listing import list_jobs

    return list_jobs(open_workspace(folder), now())


def run_schedule(folder: Path | str = ".", *, once: bool = False, say: Say) -> None:
    """Run what is due and wait for more, until SIGTERM or Ctrl+C; `once`: run what is due alone.

    `say` is called with every entry of the journal and every problem.
    """
    from generator.schedule.clock import MachineClock, stopping_on_signals
    from generator.schedule.daemon import Daemon

    workspace, clock = open_workspace(folder), MachineClock()
    with stopping_on_signals(clock):
        daemon = Daemon(workspace, _works(workspace), clock, say)
        if once:
            daemon.tick()
        else:
            daemon.run()


def rehearse_schedule(folder: Path | str = ".", *, job: str | None = None) -> list[Json]:
    """What a job, or each of them, would make and tell if it ran now; nothing is kept or sent."""
    from tempfile import TemporaryDirectory

    from generator.schedule.rehearsal import rehearse

    workspace = open_workspace(folder)
    with TemporaryDirectory() as elsewhere:
        return rehearse(workspace, _works(workspace, Path(elsewhere)), job, now())


def install_schedule(folder: Path | str, kind: Kind) -> str:
    """What an administrator installs so that the schedule runs: systemd, cron or windows."""
    from generator.schedule.install import install_text

    return install_text(kind, open_workspace(folder).root, own_command())


def _works(workspace: Workspace, out: Path | None = None) -> Works:
    """What a run of the schedule does: build, compare, look whether facts have changed."""
    from generator.files.digests import digest, digest_inputs
    from generator.schedule.running import Works

    def facts_digest() -> str:
        found = digest_inputs([workspace.facts], workspace.root)
        return digest("\n".join(f"{name} {sha}" for name, sha in found.items()).encode())

    def build_one(
        *, audience: str | None, as_of: date | None, tell: Callable[[object], None]
    ) -> Built:
        return build(workspace.root, audience=audience, as_of=as_of, out=out, tell=tell)

    def changes_in_words(old: Path, new: Path) -> str:
        return changes(old, new, folder=workspace.root, out=out).text()

    return Works(build_one, changes_in_words, facts_digest)
