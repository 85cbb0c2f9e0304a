"""``factpack schedule``: what is made when, and telling people."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.options import JSON, WORKSPACE
from generator.cli.shown import show_json, show_problems, show_table
from generator.model import Problem

if TYPE_CHECKING:
    from generator.schedule.install import Kind
    from generator.schedule.journal import Entry

COLUMNS = ("job", "next", "anniversary", "as_of", "what", "last", "outcome", "editions")


@click.group()
def schedule() -> None:
    """Make editions again on schedule, and tell people what changed."""


@schedule.command("list")
@WORKSPACE
@JSON
def list_(workspace: Path, as_json: bool) -> None:
    """The next time of each job, and what came of its last run."""
    from generator import api

    listed, problems = api.list_schedule(workspace)
    if as_json:
        show_json({**listed, "problems": [problem.as_json() for problem in problems]})
        return
    show_problems(problems)
    rows = listed["jobs"]
    assert isinstance(rows, list)
    show_table(rows, COLUMNS)


@schedule.command()
@WORKSPACE
@click.option("--once", is_flag=True, help="Run what is due now, then end (for cron).")
@click.option(
    "--dry-run", is_flag=True, help="Run nothing: show what each job would make and tell now."
)
@click.option("--job", help="With --dry-run: this job alone.")
@JSON
def run(workspace: Path, once: bool, dry_run: bool, job: str | None, as_json: bool) -> None:
    """Run what is due, wait for the next, until SIGTERM or Ctrl+C."""
    from generator import api

    if job is not None and not dry_run:
        raise click.UsageError("--job goes with --dry-run.")
    if dry_run:
        _show_rehearsal(api.rehearse_schedule(workspace, job=job), as_json)
        return
    teller = _Teller(as_json)
    api.run_schedule(workspace, once=once, say=teller.say)
    sys.exit(1 if once and teller.failed else 0)


@schedule.command()
@WORKSPACE
@click.option("--systemd", "kind", flag_value="systemd", help="A unit that runs the daemon.")
@click.option("--cron", "kind", flag_value="cron", help="A line for a crontab.")
@click.option("--windows", "kind", flag_value="windows", help="A file for the Task Scheduler.")
def install(workspace: Path, kind: Kind | None) -> None:
    """Print what an administrator installs so that the schedule runs."""
    from generator import api

    if kind is None:
        raise click.UsageError("Say one of --systemd, --cron, --windows.")
    click.echo(api.install_schedule(workspace, kind), nl=False)


class _Teller:
    """Prints what happens as it happens: a line each, or a JSON object a line."""

    def __init__(self, as_json: bool) -> None:
        self._as_json = as_json
        self.failed = False

    def say(self, news: Entry | Problem) -> None:
        if isinstance(news, Problem):
            self._say_problem(news)
            return
        self.failed |= news.kind == "ended" and news.outcome == "failed"
        click.echo(news.line().decode().rstrip() if self._as_json else str(news))

    def _say_problem(self, problem: Problem) -> None:
        if self._as_json:
            click.echo(json.dumps(problem.as_json(), ensure_ascii=False))
        else:
            show_problems([problem])


def _show_rehearsal(found: list[dict[str, object]], as_json: bool) -> None:
    if as_json:
        show_json({"jobs": found})
        return
    for row in found:
        click.echo(f"== {row['title']}\n{row['body']}")
        channels = row["channels"]
        assert isinstance(channels, list)
        for channel in channels:
            to = ", ".join(channel["kinds"]) or "nobody: its address is not set or not understood"
            click.echo(f"would go to {channel['channel']}: {to}")
        click.echo()
