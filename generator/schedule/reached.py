"""The documents of jobs whose time has come: what `due` tells besides what has changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from generator.pack.desk import documents_of
from generator.pack.editions.due import DueDocument, Reason
from generator.pack.plan import read_plan
from generator.schedule.listing import list_jobs
from generator.workspace import Workspace


def documents_reached(
    workspace: Workspace, now: datetime, audience: str | None = None
) -> Iterator[DueDocument]:
    """Each document of a job that has come and has not run, in the order of the plan.

    Raises FactpackError when the schedule or the plan cannot be read.
    """
    listed, _ = list_jobs(workspace, now)
    jobs = listed["jobs"]
    assert isinstance(jobs, list)
    for job in (job for job in jobs if job["due"]):
        reason = _reason(job)
        for reader in read_plan(workspace).audiences:
            if audience in (None, reader.id) and _is_for(job["what"], reader.id):
                for document in documents_of(reader):
                    yield DueDocument(reader.id, document.id, (reason,))


def _is_for(what: object, audience: str) -> bool:
    return what == "all" or audience in str(what).split(", ")


def _reason(job: dict[str, object]) -> Reason:
    text = f"the job “{job['job']}” of the schedule has come: {job['next']}"
    return Reason("schedule", str(job["job"]), str(job["last"] or ""), str(job["next"]), text)
