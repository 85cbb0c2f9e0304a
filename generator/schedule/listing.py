"""The jobs with their next times and what came of the last run, as data."""

from __future__ import annotations

from datetime import datetime

from generator.model import Problem
from generator.schedule.channels import check_channel, kinds
from generator.schedule.desk import Desk
from generator.schedule.history import Past, add_entries, is_new, next_run
from generator.schedule.jobs import Job
from generator.schedule.journal import Journal
from generator.schedule.notices import ordinal
from generator.schedule.times import Timetable
from generator.workspace import Workspace

Json = dict[str, object]


def list_jobs(workspace: Workspace, now: datetime) -> tuple[Json, list[Problem]]:
    """Jobs and channels, and what is worth knowing of them; soonest first, those without last.

    Raises FactpackError when the schedule cannot be read. Nothing is written.
    """
    problems: list[Problem] = []
    desk = Desk(workspace, problems.append)
    desk.read()
    journal = Journal(workspace)
    entries, torn = journal.news()
    problems += torn + journal.torn_end()
    known: dict[str, Past] = {}
    add_entries(known, entries)
    rows = [
        _row(job, known.get(job.name), desk.times[job.name], now)
        for job in desk.schedule.jobs.values()
    ]
    rows.sort(key=lambda row: (row["next"] is None, str(row["next"]), str(row["job"])))
    channels = []
    for channel in desk.schedule.channels.values():
        problems += check_channel(channel)
        channels.append(
            {"channel": channel.name, "variable": channel.variable, "kinds": kinds(channel)}
        )
    return {"jobs": rows, "channels": channels}, problems


def _row(job: Job, past: Past | None, times: Timetable, now: datetime) -> Json:
    """One job; of one that is new the times are counted from now."""
    if past is None or is_new(past, job.rule, now):
        past = Past(job.rule, now)
    run = next_run(past, times, now)
    planned = run.planned if run else None
    count = job.count(planned) if planned else None
    day = job.edition_day(planned) if planned else None
    return {
        "job": job.name,
        "what": job.what,
        "when": job.rule,
        "next": _local(planned, job),
        "due": run is not None and run.at <= now,
        "anniversary": ordinal(count) if count else None,
        "as_of": day.isoformat() if day else None,
        "last": _local(past.planned, job),
        "outcome": "begun" if past.outcome is None else past.outcome or None,
        "attempt": past.attempt or None,
        "editions": list(past.editions),
        "reasons": list(past.reasons),
        "tell": list(job.tell),
    }


def _local(moment: datetime | None, job: Job) -> str | None:
    return moment.astimezone(job.zone).isoformat() if moment else None
