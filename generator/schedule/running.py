"""One run of a job: its editions are built, one after another, and what came of it is said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from generator.model import FactpackError
from generator.schedule.jobs import Job
from generator.schedule.journal import Outcome

MOST_REASONS = 20


class Made(Protocol):
    """What a build gives back."""

    @property
    def folder(self) -> Path: ...

    @property
    def unchanged(self) -> bool: ...


class Build(Protocol):
    """Makes the edition of an audience, or of all; `tell` is called at every step of it."""

    def __call__(
        self, *, audience: str | None, as_of: date | None, tell: Callable[[object], None]
    ) -> Made: ...


@dataclass(frozen=True, slots=True)
class Works:
    """What a run does. `changes` compares two edition folders in words."""

    build: Build
    changes: Callable[[Path, Path], str]
    facts_digest: Callable[[], str]


@dataclass(frozen=True, slots=True)
class Result:
    """How a run ended; `folders` are its editions."""

    outcome: Outcome
    folders: tuple[Path, ...] = ()
    reasons: tuple[str, ...] = ()


class Stopped(Exception):
    """The daemon was told to stop while a build was running."""


def run_job(job: Job, planned: datetime, build: Build, stopped: Callable[[], bool]) -> Result:
    """Make the editions of a job; a failure of any kind is a result, so that others go on."""

    def stop_if_told(_step: object) -> None:
        if stopped():
            raise Stopped

    made: list[Made] = []
    try:
        for audience in job.audiences or (None,):
            as_of = job.edition_day(planned)
            made.append(build(audience=audience, as_of=as_of, tell=stop_if_told))
    except Stopped:
        return Result("abandoned")
    except FactpackError as trouble:
        told = [problem for problem in trouble.problems if problem.level != "notice"]
        return Result("failed", reasons=tuple(map(str, told[:MOST_REASONS])))
    except Exception as trouble:  # a fault of one build, whatever it is, must not end the daemon
        return Result("failed", reasons=(f"{type(trouble).__name__}: {trouble}",))
    unchanged = all(edition.unchanged for edition in made)
    folders = tuple(dict.fromkeys(edition.folder for edition in made))
    return Result("unchanged" if unchanged else "made", folders)
