"""The daemon: waits for what is due, runs it under the lock, writes it down, tells people."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from generator.model import FactpackError, Problem
from generator.schedule.channels import send
from generator.schedule.clock import Clock
from generator.schedule.desk import Desk
from generator.schedule.history import Past, Run, add_entries, is_new, next_run
from generator.schedule.jobs import Job, OnChange
from generator.schedule.journal import Entry, Journal, Outcome
from generator.schedule.notices import Notice, compose
from generator.schedule.running import Result, Works, run_job
from generator.workspace import Workspace

# Seconds until another look while another daemon is at work, or the state cannot be kept.
WHILE_OTHERS_WORK = 5.0
AFTER_TROUBLE = 60.0
_HOUR = 3600.0

Say = Callable[[Entry | Problem], None]


class Daemon:
    """Runs the jobs of a workspace; `say` is called with all that happens."""

    def __init__(self, workspace: Workspace, works: Works, clock: Clock, say: Say) -> None:
        self._works, self._clock, self._say = works, clock, say
        self._desk = Desk(workspace, self._tell_once)
        self._journal = Journal(workspace)
        self._output = workspace.output
        self._known: dict[str, Past] = {}
        self._next: dict[str, Run | None] = {}
        self._told: set[str] = set()

    def run(self) -> None:
        """Work until the clock is stopped. Raises FactpackError when there is no schedule."""
        self._desk.read()
        while not self._clock.stopped:
            self._clock.wait(self._careful_tick())

    def tick(self) -> float:
        """Run all that is due; gives the seconds until something may be due again.

        Raises FactpackError when the schedule or the state cannot be read or written.
        """
        if self._desk.read():
            self._next.clear()
        self._catch_up()
        if not self._meet_new_jobs():
            return WHILE_OTHERS_WORK
        while not self._clock.stopped and (name := self._due()) is not None:
            with self._journal.held() as mine:
                if not mine:
                    return WHILE_OTHERS_WORK
                self._catch_up(alone=True)
                self._begin(name)
        return self._seconds_left()

    def _careful_tick(self) -> float:
        try:
            return self.tick()
        except FactpackError as trouble:
            for problem in trouble.problems:
                self._tell_once(problem)
            return AFTER_TROUBLE

    # -- what is due -------------------------------------------------------------------------

    def _catch_up(self, *, alone: bool = False) -> None:
        """Read what others have written; `alone` under the lock."""
        entries, problems = self._journal.news()
        if alone:
            problems += self._journal.torn_end()
        for problem in problems:
            self._tell_once(problem)
        add_entries(self._known, entries)
        for entry in entries:
            self._next.pop(entry.job, None)

    def _meet_new_jobs(self) -> bool:
        """Write down the jobs that are new; whether all are known then."""
        if not self._new_jobs():
            return True
        with self._journal.held() as mine:
            if not mine:
                return False
            self._catch_up(alone=True)
            self._write(*map(self._seen, self._new_jobs()))
        return True

    def _seen(self, job: Job) -> Entry:
        looked = self._works.facts_digest() if isinstance(job.when, OnChange) else ""
        return Entry(self._clock.now(), "seen", job.name, rule=job.rule, inputs=looked)

    def _new_jobs(self) -> list[Job]:
        now = self._clock.now()
        jobs = self._desk.schedule.jobs.values()
        return [job for job in jobs if is_new(self._known.get(job.name), job.rule, now)]

    def _due(self) -> str | None:
        """The job whose run has been due for longest."""
        now = self._clock.now()
        for name, times in self._desk.times.items():
            if name not in self._next:
                self._next[name] = next_run(self._known[name], times, now)
        due = [(run.at, name) for name, run in self._next.items() if run and run.at <= now]
        return min(due)[1] if due else None

    def _seconds_left(self) -> float:
        soonest = min((run.at for run in self._next.values() if run), default=None)
        if soonest is None:
            return _HOUR
        return max(0.0, (soonest - self._clock.now()).total_seconds())

    # -- running -----------------------------------------------------------------------------

    def _begin(self, name: str) -> None:
        """Run a job if it is still due, now that nobody else can run it."""
        job, now = self._desk.schedule.jobs[name], self._clock.now()
        run = next_run(self._known[name], self._desk.times[name], now)
        self._next[name] = run
        if run is None or run.at > now:
            return
        digest = ""
        if isinstance(job.when, OnChange):
            digest = self._works.facts_digest()
            past = self._known[name]
            # A run that was begun is finished, whatever the facts are by now.
            if run.planned != past.planned and digest == past.inputs:
                self._known[name] = replace(past, since=run.planned)
                del self._next[name]
                return
        self._run(job, run, digest)

    def _run(self, job: Job, run: Run, digest: str) -> None:
        before = self._known[job.name].editions
        started = Entry(self._clock.now(), "started", job.name, run.planned, run.attempt)
        self._write(started)
        result = run_job(job, run.planned, self._works.build, lambda: self._clock.stopped)
        editions = tuple(folder.name for folder in result.folders)
        if result.outcome == "abandoned":
            digest = ""  # what changed is still to be dealt with
        self._write(
            replace(
                started, at=self._clock.now(), kind="ended", outcome=result.outcome,
                inputs=digest, editions=editions, reasons=result.reasons,
            )
        )  # fmt: skip
        if _is_worth_telling(result, run):
            older = tuple(self._output / edition for edition in before)
            self._notify(job, run, compose(job, run, result, older, self._works.changes))

    def _notify(self, job: Job, run: Run, news: Notice) -> None:
        """Tell every channel of the job; one that does not work is written down as a warning."""
        for name in job.tell:
            reason = send(self._desk.schedule.channels[name], news)
            outcome: Outcome = "failed" if reason else "sent"
            told = Entry(self._clock.now(), "told", job.name, run.planned, outcome=outcome)
            self._write(replace(told, channel=name, reasons=(reason,) if reason else ()))

    def _write(self, *entries: Entry) -> None:
        self._journal.append(*entries)
        self._catch_up()
        for entry in entries:
            self._say(entry)

    def _tell_once(self, problem: Problem) -> None:
        if str(problem) not in self._told:
            self._told.add(str(problem))
            self._say(problem)


def _is_worth_telling(result: Result, run: Run) -> bool:
    """A failure is told once, not again at every further attempt."""
    return result.outcome != "abandoned" and (result.outcome != "failed" or run.attempt == 1)
