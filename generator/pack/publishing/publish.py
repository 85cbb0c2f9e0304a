"""Marking an edition as published."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from generator.files.digests import digest_file
from generator.model import FactpackError, Place, Problem, UsageError, error
from generator.pack.editions.record import EDITION
from generator.pack.editions.verify import verify_edition
from generator.pack.publishing.log import Published, published_editions, published_log


@dataclass(frozen=True, slots=True)
class Publication:
    """An edition that is published; `already` when it had been before, which stays as it was."""

    entry: Published
    already: bool
    problems: tuple[Problem, ...] = ()

    @property
    def summary(self) -> str:
        one = self.entry
        if self.already:
            return f"{one.edition}: published before, by {one.by} at {one.at}: {one.reason}"
        return f"{one.edition}: published by {one.by} at {one.at}"

    def as_json(self) -> dict[str, object]:
        return {
            **self.entry.as_json(),
            "already": self.already,
            "problems": [problem.as_json() for problem in self.problems],
        }


def publish(output: Path, edition: str, *, by: str, reason: str, at: datetime) -> Publication:
    """Add an edition to the journal, once it has proved to be as it was made.

    Raises UsageError for no name, no reason or no such edition, FactpackError for an edition that
    was altered; the journal is then as it was.
    """
    folder = output / edition
    _check_call(folder, edition, by, reason)
    log = published_log(output)
    with log.held():
        altered = verify_edition(folder)
        if altered:
            raise FactpackError(altered)
        known, problems = published_editions(output)
        sha256 = digest_file(folder / EDITION)
        before = known.get(edition)
        if before is not None and before.sha256 == sha256:
            return Publication(before, True, tuple(problems))
        if before is not None:
            raise FactpackError([_another(before, log.name)])
        moment = at.isoformat(timespec="seconds")
        entry = Published(edition, sha256, by.strip(), reason.strip(), moment)
        log.add(entry.as_json())
    return Publication(entry, False, tuple(problems))


def _check_call(folder: Path, edition: str, by: str, reason: str) -> None:
    wrong = [
        error(Place("publish"), f"There is no {what}.", f"Say it: {option} …")
        for what, option, said in (("name", "--by", by), ("reason", "--reason", reason))
        if not said.strip()
    ]
    if Path(edition).name != edition or not (folder / EDITION).is_file():
        next = "“factpack editions” lists them."
        wrong.append(error(Place(str(folder)), f"There is no edition “{edition}”.", next))
    if wrong:
        raise UsageError(wrong)


def _another(before: Published, name: str) -> Problem:
    return error(
        Place(name),
        f"An edition “{before.edition}” was published at {before.at}, and it was another one.",
        "Find the folder that was published; give this one another name by building it anew.",
    )
