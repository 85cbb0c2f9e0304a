"""The main job: from the fact base to the files of an edition.

1 read → 2 store and check → 3 open templates, list needs → 4 resolve → 5 draw → 6 render →
7 convert → 8 pack. Nothing is written before the last step, and nothing at all when a problem
of level "error" has come up on the way. Step 7 is for copies as PDF, when they are asked for.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from generator.files import write_folder_atomic
from generator.model import Audience, FactpackError, Pack, Problem, UsageError
from generator.pack.audience import Folder, make_folder
from generator.pack.desk import Desk, lacking, open_templates, unknown_audience
from generator.pack.folders import edition_folder, holds
from generator.pack.inputs import input_digests
from generator.pack.plan import read_charts_and_theme, read_plan
from generator.pack.steps import Step
from generator.resolve import Edition
from generator.store import check_store, read_store
from generator.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Built:
    """A finished edition: its folder, what was put in it, and what should be known about it."""

    folder: Path
    folders: tuple[Folder, ...]
    problems: tuple[Problem, ...] = field(default=())
    unchanged: bool = False

    @property
    def summary(self) -> str:
        done = "unchanged" if self.unchanged else "written"
        return f"{self.folder}: {done}"

    def rows(self) -> list[dict[str, object]]:
        """The closing table: one row a file."""
        return [row for folder in self.folders for row in folder.rows()]

    def as_json(self) -> dict[str, object]:
        return {
            "folder": str(self.folder),
            "unchanged": self.unchanged,
            "files": self.rows(),
            "problems": [problem.as_json() for problem in self.problems],
        }


def build(
    workspace: Workspace,
    *,
    audience: str | None = None,
    as_of: date | None = None,
    out: Path | None = None,
    pdf: bool = False,
    preview: bool = False,
) -> Generator[Step, None, Built]:
    """Make an edition; yields each step as it begins and returns what was built.

    With `pdf` every file is there as PDF too, with `preview` a picture of all pages.

    Raises FactpackError with all problems when there is an error among them, UsageError for an
    unknown audience. In both cases the output folder is as it was.
    """
    yield Step(1)
    pack = read_plan(workspace)
    audiences = chosen_audiences(pack, audience)
    charts, theme = read_charts_and_theme(workspace)

    yield Step(2)
    store, problems = read_store(workspace)
    problems += check_store(store)

    yield Step(3)
    templates, doubtful = open_templates(workspace, audiences)
    problems += doubtful
    problems += lacking(store, templates, audiences)
    _stop_on_errors(problems)

    edition = Edition(as_of or pack.as_of)
    desk = Desk(workspace, pack, edition, store, templates, charts, theme)
    inputs = input_digests(workspace)
    folders: Sequence[Folder] = ()
    for reader in audiences:
        folder = yield from make_folder(desk, reader, inputs)
        folders = (*folders, folder)
        problems += folder.problems
    _stop_on_errors(problems)

    if pdf or preview:
        from generator.pack.convert import Wish, convert

        yield Step(7)
        folders, told = convert(folders, audiences, edition, Wish(pdf, preview))
        problems += told
        _stop_on_errors(problems)

    yield Step(8)
    made = {folder.audience: folder.files for folder in folders}
    target, unchanged = _write(out or workspace.output, edition.as_of, made)
    return Built(target, tuple(folders), tuple(problems), unchanged)


def chosen_audiences(pack: Pack, wanted: str | None) -> tuple[Audience, ...]:
    """One audience by its id, or all. Raises UsageError for an unknown one."""
    if wanted is None:
        return pack.audiences
    chosen = tuple(audience for audience in pack.audiences if audience.id == wanted)
    if not chosen:
        raise UsageError([unknown_audience(pack, wanted)])
    return chosen


def _stop_on_errors(problems: list[Problem]) -> None:
    if any(problem.level == "error" for problem in problems):
        raise FactpackError(problems)


def _write(output: Path, as_of: date, made: Mapping[str, Mapping[str, bytes]]) -> tuple[Path, bool]:
    """Put every audience's folder in its place; one that is already the same is left alone."""
    target = edition_folder(output, as_of, made)
    news = {name: files for name, files in made.items() if not holds(target / name, files)}
    if news and not target.exists():
        with write_folder_atomic(target) as draft:
            for name, files in news.items():
                _fill(draft / name, files)
        return target, False
    for name, files in news.items():
        with write_folder_atomic(target / name) as draft:
            _fill(draft, files)
    return target, not news


def _fill(folder: Path, files: Mapping[str, bytes]) -> None:
    folder.mkdir(exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
