"""What people are told of a run: a title and a plain text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from generator.model import FactpackError
from generator.schedule.history import PAUSES, Run
from generator.schedule.jobs import Job
from generator.schedule.running import Result

Compare = Callable[[Path, Path], str]


@dataclass(frozen=True, slots=True)
class Notice:
    """A message for every channel of a job."""

    title: str
    body: str


def compose(job: Job, run: Run, result: Result, older: Sequence[Path], compare: Compare) -> Notice:
    """The notice of a run; `older` are the editions that the job made the last time."""
    names = ", ".join(folder.name for folder in result.folders)
    title = {
        "made": f"Factpack: {job.name}: edition {names} is made",
        "unchanged": f"Factpack: {job.name}: nothing changed, edition {names} stands",
        "failed": f"Factpack: {job.name} failed",
    }[result.outcome]
    return Notice(title, "\n".join(_body(job, run, result, older, compare)) + "\n")


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 11th, 34th."""
    teens = 10 < number % 100 < 20
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _body(
    job: Job, run: Run, result: Result, older: Sequence[Path], compare: Compare
) -> Iterator[str]:
    planned = run.planned.astimezone(job.zone)
    yield f"Planned for {planned:%Y-%m-%d %H:%M} ({job.zone}), made for: {job.what}."
    if (count := job.count(run.planned)) is not None:
        yield f"It is the {ordinal(count)} anniversary."
    if result.outcome == "failed":
        pause = _in_words(PAUSES[min(run.attempt, len(PAUSES)) - 1])
        yield f"What stood before still stands. It is tried again in {pause}. The problems:"
        yield ""
        yield from result.reasons
        return
    for number, folder in enumerate(result.folders):
        yield ""
        yield f"Edition {folder.name}: {folder}"
        earlier = older[number] if number < len(older) else None
        yield from _changes(earlier, folder, compare)


def _changes(earlier: Path | None, folder: Path, compare: Compare) -> Iterator[str]:
    """What changed since the last edition, where there is one that still stands."""
    if earlier is None or not earlier.is_dir():
        yield "There is no earlier edition of this job to compare it with."
        return
    if earlier == folder:
        yield "It is the edition of the last run."
        return
    yield f"What changed since edition {earlier.name}:"
    try:
        yield compare(earlier, folder)
    except (FactpackError, OSError, ValueError) as trouble:
        yield f"(The two cannot be compared: {trouble})"


def _in_words(pause: timedelta) -> str:
    minutes = int(pause.total_seconds()) // 60
    return f"{minutes // 60} h" if minutes >= 60 else f"{minutes} min"
