"""The schedule as it is now: read anew when a file that it rests on has changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from generator.model import FactpackError, Problem
from generator.schedule.events import Events
from generator.schedule.jobs import Schedule
from generator.schedule.plan import read_schedule
from generator.schedule.times import Timetable, timetable
from generator.workspace import Workspace


class Desk:
    """The schedule and the times of its jobs; problems are told as they are found."""

    def __init__(self, workspace: Workspace, tell: Callable[[Problem], None]) -> None:
        self._workspace, self._tell = workspace, tell
        self._seen: object = None
        self.schedule = Schedule()
        self.times: dict[str, Timetable] = {}

    def read(self) -> bool:
        """Whether the schedule is another one than before.

        A schedule that was spoilt while it was in use is told, and the old one stays. Raises
        FactpackError when there is none yet.
        """
        looks = self._looks()
        if looks == self._seen:
            return False
        first, self._seen = self._seen is None, looks
        try:
            schedule, problems = read_schedule(self._workspace, Events(self._workspace))
        except FactpackError as spoilt:
            if first:
                self._seen = None
                raise
            for problem in spoilt.problems:
                self._tell(problem)
            return False
        for problem in problems:
            self._tell(problem)
        self.schedule = schedule
        self.times = {name: timetable(job) for name, job in schedule.jobs.items()}
        return True

    def _looks(self) -> dict[Path, tuple[int, int]]:
        """When the files were last written, and how long they are."""
        templates = self._workspace.templates
        files = [templates / "schedule.yaml", templates / "pack.yaml"]
        files += (templates / "audiences").glob("*.yaml")
        files += self._workspace.facts.rglob("*.yaml")
        return {path: look for path in files if (look := _look(path))}


def _look(path: Path) -> tuple[int, int] | None:
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size
