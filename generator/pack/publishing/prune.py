"""Deleting old editions: never a published one, never the one that ``latest`` names.

A folder is put aside under the name of a draft by one rename and then deleted; what a run that
was cut off left of it is swept at the next prune or build.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.files.atomic import clear_errors
from generator.files.locks import locked
from generator.model import Place, Problem, UsageError, error, warning
from generator.pack.editions.record import EDITION
from generator.pack.editions.shelf import DRAFT, STATE, age, edition_folders, latest_name
from generator.pack.publishing.log import Published, published_editions, published_log

_PATIENCE = 60.0  # seconds for a build that is writing


@dataclass(frozen=True, slots=True)
class Pruned:
    """What was deleted (or would be), and what was kept and why."""

    deleted: tuple[str, ...]
    kept: dict[str, str]
    dry_run: bool
    problems: tuple[Problem, ...] = ()

    def rows(self) -> list[dict[str, object]]:
        """One row an edition, newest first."""
        verb = "would be deleted" if self.dry_run else "deleted"
        told = dict.fromkeys(self.deleted, verb)
        told |= {name: f"kept: {why}" for name, why in self.kept.items()}
        names = sorted(told, key=age, reverse=True)
        return [{"edition": name, "what": told[name]} for name in names]

    def as_json(self) -> dict[str, object]:
        return {
            "deleted": list(self.deleted),
            "kept": self.kept,
            "dry_run": self.dry_run,
            "problems": [problem.as_json() for problem in self.problems],
        }


def prune(output: Path, keep: int, *, dry_run: bool = False) -> Pruned:
    """Delete all editions but the newest `keep`, the published ones and the latest.

    Folders that only look like editions are left alone and told. Raises UsageError for a `keep`
    below 1, FactpackError when a folder cannot be deleted or another run writes.
    """
    if keep < 1:
        problem = f"“--keep {keep}” would keep nothing."
        raise UsageError([error(Place("prune"), problem, "Keep at least 1.")])
    if not output.is_dir():
        return Pruned((), {}, dry_run)
    log = published_log(output)
    with (
        clear_errors(str(output), output),
        locked(output / STATE / "build.lock", _PATIENCE, str(output)),
        log.held(),
    ):
        published, problems = published_editions(output)
        gone, kept = _sorted_out(output, keep, published)
        problems += [_unlike(folder) for folder in _strangers(output)]
        if not dry_run:
            _delete(output, gone)
    return Pruned(tuple(gone), kept, dry_run, tuple(problems))


def _sorted_out(
    output: Path, keep: int, published: Mapping[str, Published]
) -> tuple[list[str], dict[str, str]]:
    """The names that go, and those that stay with the reason, newest first."""
    names = [path.name for path in edition_folders(output) if (path / EDITION).is_file()]
    latest = latest_name(output)
    kept: dict[str, str] = {}
    for place, name in enumerate(names):
        if name in published:
            kept[name] = f"published by {published[name].by}"
        elif name == latest:
            kept[name] = "the latest"
        elif place < keep:
            kept[name] = f"among the newest {keep}"
    return [name for name in names if name not in kept], kept


def _delete(output: Path, names: list[str]) -> None:
    for leftover in output.glob(f"{DRAFT}pruned-*"):
        shutil.rmtree(leftover)
    for name in reversed(names):
        aside = output / f"{DRAFT}pruned-{name}"
        os.rename(output / name, aside)
        shutil.rmtree(aside)


def _strangers(output: Path) -> list[Path]:
    return [path for path in edition_folders(output) if not (path / EDITION).is_file()]


def _unlike(folder: Path) -> Problem:
    return warning(
        Place(str(folder)),
        f"The folder has the name of an edition and no {EDITION}; it was left alone.",
        "Delete it yourself if nobody needs it.",
    )
