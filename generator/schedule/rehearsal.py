"""A dry run: a job's editions are made in a folder of their own, its notice is shown, not sent."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from generator.model import Place, Problem, UsageError, error
from generator.schedule.channels import check_channel, kinds
from generator.schedule.desk import Desk
from generator.schedule.history import Past, Run, add_entries
from generator.schedule.jobs import Job
from generator.schedule.journal import Journal
from generator.schedule.notices import compose
from generator.schedule.running import Works, run_job
from generator.store.records import nearest
from generator.workspace import Workspace

Json = dict[str, object]


def rehearse(workspace: Workspace, works: Works, job: str | None, now: datetime) -> list[Json]:
    """What would be sent, to which kinds of addresses, if a job (or all of them) ran `now`.

    `works` must build elsewhere than in the output folder. Raises UsageError for an unknown job.
    """
    desk = Desk(workspace, lambda _problem: None)
    desk.read()
    known: dict[str, Past] = {}
    add_entries(known, Journal(workspace).news()[0])
    jobs = desk.schedule.jobs
    if job is not None and job not in jobs:
        raise UsageError([_unknown(workspace, job, list(jobs))])
    chosen = jobs.values() if job is None else [jobs[job]]
    return [
        _rehearsed(workspace, one, known.get(one.name, Past()), works, desk, now) for one in chosen
    ]


def _rehearsed(
    workspace: Workspace, job: Job, past: Past, works: Works, desk: Desk, now: datetime
) -> Json:
    run = Run(now, now)
    result = run_job(job, now, works.build, lambda: False)
    older: list[Path] = [workspace.output / edition for edition in past.editions]
    news = compose(job, run, result, older, works.changes)
    channels = [desk.schedule.channels[name] for name in job.tell]
    return {
        "job": job.name,
        "outcome": result.outcome,
        "title": news.title,
        "body": news.body,
        "channels": [
            {
                "channel": channel.name,
                "kinds": kinds(channel),
                "problems": [problem.as_json() for problem in check_channel(channel)],
            }
            for channel in channels
        ],
    }


def _unknown(workspace: Workspace, job: str, jobs: list[str]) -> Problem:
    place = Place(workspace.relative(workspace.templates / "schedule.yaml"))
    hint = nearest(job, jobs) or f"Known are: {', '.join(jobs) or 'none yet'}."
    return error(place, f"There is no job “{job}”.", hint)
