"""The main job: from the fact base to the files of an edition.

1 read → 2 store and check → 3 open templates, list needs → 4 resolve → 5 draw → 6 render →
7 convert → 8 pack. Nothing is written before the last step, and nothing at all when a problem
of level "error" has come up on the way. Step 7 is for copies as PDF, when they are asked for.

What did not change since the edition before is kept: documents by their declared inputs, and the
whole edition when no file changed, in which case nothing is read but digests.
"""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING

from generator.pack.built import Built
from generator.pack.editions.standing import Wanted, standing_edition
from generator.pack.steps import Step
from generator.workspace import Workspace

if TYPE_CHECKING:
    from generator.model import Problem
    from generator.pack.audience import Folder
    from generator.pack.preparing import Prepared


def build(
    workspace: Workspace, wanted: Wanted, *, out: Path | None = None, everything: bool = False
) -> Generator[Step, None, Built]:
    """Make an edition; yields each step as it begins and returns what was built.

    With `everything` all documents are made, whatever the edition before holds.

    Raises FactpackError with all problems when there is an error among them, UsageError for an
    unknown audience. In both cases the output folder is as it was.
    """
    output = out or workspace.output
    standing = None if everything else standing_edition(workspace, output, wanted)
    if standing is not None:
        from generator.pack.editions.latest import point_to

        point_to(output, standing.record)
        return Built(standing.folder, standing.record, unchanged=True)
    from generator.pack.preparing import Question, prepare, stop_on_errors

    prepared = yield from prepare(Question(workspace, output, wanted, everything=everything))
    folders, problems = yield from _make(prepared)
    stop_on_errors(problems)
    if wanted.pdf or wanted.preview:
        yield Step(7)
        folders, told = _convert(prepared, folders, wanted)
        problems += told
        stop_on_errors(problems)
    yield Step(8)
    return _written(prepared, output, folders, wanted, problems)


def _make(prepared: Prepared) -> Generator[Step, None, tuple[list[Folder], list[Problem]]]:
    from generator.pack.audience import make_folder

    folders: list[Folder] = []
    problems = list(prepared.problems)
    for work in prepared.works:
        folder = yield from make_folder(prepared.desk, work)
        folders.append(folder)
        problems += folder.problems
    return folders, problems


def _convert(
    prepared: Prepared, folders: list[Folder], wanted: Wanted
) -> tuple[list[Folder], list[Problem]]:
    from generator.pack.convert import Wish, convert

    audiences = [work.audience for work in prepared.works]
    wish = Wish(wanted.pdf, wanted.preview)
    made, told = convert(folders, audiences, prepared.desk.edition, wish)
    return list(made), told


def _written(
    prepared: Prepared,
    output: Path,
    folders: list[Folder],
    wanted: Wanted,
    problems: list[Problem],
) -> Built:
    from generator.pack.editions.contents import contents_of, record_of_build
    from generator.pack.editions.writing import write_edition
    from generator.pack.provenance import Made

    record = record_of_build(prepared.desk, folders, wanted)
    name = prepared.desk.workspace.relative(output)
    standing, written = write_edition(output, name, record, contents_of(folders))
    files = [(folder.audience, one) for folder in folders for one in folder.finished]
    made = tuple(f"{audience}/{one.file}" for audience, one in files if isinstance(one, Made))
    return Built(
        standing.folder, standing.record, tuple(problems), not written, made if written else ()
    )
