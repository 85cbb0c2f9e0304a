"""Ferryport with a schedule, a clock that jumps, and builds that only say that they were asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import ferryport

from generator.model import FactpackError, Place, Problem, error
from generator.schedule.daemon import Daemon
from generator.schedule.journal import Entry
from generator.schedule.running import Works
from generator.workspace import Workspace

MONTHLY = """\
zone: Europe/Berlin
jobs:
  monthly: {what: all, when: {cron: "0 7 1 * *"}, as_of: end of last month}
"""


def moment(text: str) -> datetime:
    """A moment in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def ferries_on(root: Path, schedule: str) -> Workspace:
    """The invented workspace with this schedule."""
    ferryport.make(root, templates__schedule=schedule)
    return Workspace(root)


class FakeClock:
    """Time passes when somebody waits; it stops at `end`."""

    def __init__(self, start: str, end: str) -> None:
        self._now, self.end = moment(start), moment(end)
        self.waits: list[float] = []

    @property
    def stopped(self) -> bool:
        return self._now >= self.end

    def now(self) -> datetime:
        return self._now

    def wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        self._now = min(self._now + timedelta(seconds=seconds), self.end)

    def set(self, time: str) -> None:
        self._now = moment(time)


@dataclass(frozen=True)
class Edition:
    """What a build gives back."""

    folder: Path
    unchanged: bool = False


@dataclass
class Office:
    """Builds that take no time, and fail while they are told to; all that was asked is kept."""

    root: Path
    facts: str = "first"
    fails: Callable[[str | None], bool] = lambda _audience: False
    stops: Callable[[str | None], None] = lambda _audience: None
    asked: list[tuple[str | None, date | None]] = field(default_factory=list)

    def build(self, *, audience, as_of, tell) -> Edition:
        self.stops(audience)
        tell(None)
        self.asked.append((audience, as_of))
        if self.fails(audience):
            raise FactpackError([error(Place("facts/facts.yaml", 3), "It is wrong.", "Mend it.")])
        return Edition(self.root / "output" / f"{as_of}")

    def works(self) -> Works:
        return Works(self.build, lambda old, new: f"{old.name} to {new.name}", lambda: self.facts)


class Watch:
    """A daemon on a fake clock with all that it said."""

    def __init__(self, workspace: Workspace, clock: FakeClock, office: Office | None = None):
        self.office = office or Office(workspace.root)
        self.clock = clock
        self.entries: list[Entry] = []
        self.problems: list[Problem] = []
        self.daemon = Daemon(workspace, self.office.works(), clock, self._hear)

    def run(self) -> Watch:
        self.daemon.run()
        return self

    def _hear(self, news: Entry | Problem) -> None:
        if isinstance(news, Entry):
            self.entries.append(news)
        else:
            self.problems.append(news)

    @property
    def runs(self) -> list[str]:
        """The runs that ended: ``2026-01-01 06:00 monthly made``, by planned time in UTC."""
        return [
            f"{entry.planned:%Y-%m-%d %H:%M} {entry.job} {entry.outcome}"
            for entry in self.entries
            if entry.kind == "ended"
        ]

    @property
    def begun(self) -> list[str]:
        """When each run began: ``2026-01-01 06:00 monthly 1`` with its attempt."""
        return [
            f"{entry.at:%Y-%m-%d %H:%M} {entry.job} {entry.attempt}"
            for entry in self.entries
            if entry.kind == "started"
        ]
