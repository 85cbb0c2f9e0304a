"""One audience's folder: steps 5 and 6 for each document that is stale, then its provenance."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass, replace

from generator.model import Problem
from generator.pack.desk import Desk, locale_of
from generator.pack.editions.keeping import Finished, Keeper, shown_by
from generator.pack.editions.record import Inputs
from generator.pack.editions.works import Job, Work, with_others
from generator.pack.press import Press, open_press
from generator.pack.promises import broken_promises
from generator.pack.provenance import PROVENANCE, Made, provenance
from generator.pack.steps import Step


@dataclass(frozen=True, slots=True)
class Folder:
    """What one audience gets: its documents, further files by name, the problems on the way.

    `inputs` are what each document was made of, by its id.
    """

    work: Work
    finished: tuple[Finished, ...]
    files: Mapping[str, bytes]
    problems: tuple[Problem, ...]
    inputs: Mapping[str, Inputs]

    @property
    def audience(self) -> str:
        return self.work.audience.id


def make_folder(desk: Desk, work: Work) -> Generator[Step, None, Folder]:
    """Draw and render what is stale for one audience and keep the rest; nothing is written."""
    problems = list(work.resolution.problems)
    bench = _Bench(desk, work, problems)
    for job in work.jobs:
        yield from bench.finish(job)
    finished = tuple(bench.finished)

    made = [one for one in finished if isinstance(one, Made)]
    problems += broken_promises(work.audience, work.resolution, made)
    files: dict[str, bytes] = {}
    if not any(problem.level == "error" for problem in problems):
        entries = [one.entry() for one in finished]
        shown = shown_by(finished)
        files[PROVENANCE] = provenance(desk, work.audience, work.resolution, entries, shown)
    return Folder(work, finished, files, tuple(problems), bench.inputs)


class _Bench:
    """Finishes document after document; a language's press is opened when one of it is stale."""

    def __init__(self, desk: Desk, work: Work, problems: list[Problem]) -> None:
        self.desk, self.work, self.problems = desk, work, problems
        self.finished: list[Finished] = []
        self.inputs: dict[str, Inputs] = {}
        self._keeper = Keeper(work.before)
        self._presses: dict[str, Press] = {}

    def finish(self, job: Job) -> Generator[Step, None, None]:
        """Keep a document or make it; the annex is told what the others show."""
        shown: list[str] = []
        kept = self.work.kept.get(job.document.id)
        if job is self.work.annex:
            shown = shown_by(self.finished)
            job = with_others(job, shown)
            kept = kept or self._keeper.keep(job)
        self.inputs[job.document.id] = job.inputs
        if kept is not None:
            self.finished.append(kept)
            return
        locale = locale_of(self.work.audience, job.document)
        if locale not in self._presses:
            yield Step(5, self.work.audience.id)
            self._presses[locale] = self._open(locale)
        yield Step(6, f"{self.work.audience.id}, {job.document.id}")
        self.finished += self._presses[locale].make(job.document, self.problems, shown)

    def _open(self, locale: str) -> Press:
        """The press for what is not kept; the annex's charts are among its own."""
        work = self.work
        stale = [
            job.document
            for job in work.jobs
            if job.document.id not in work.kept and locale_of(work.audience, job.document) == locale
        ]
        speaking = replace(work.audience, locale=locale)
        press = open_press(self.desk, speaking, work.resolution, stale)
        drawn = press.drawings.problems
        self.problems += [problem for problem in drawn if problem not in self.problems]
        return press
