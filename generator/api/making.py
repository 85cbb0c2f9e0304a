"""Editions: make them, tell what is due, prove, list, publish and prune them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from generator.api.opening import Json
from generator.model import Problem
from generator.pack.steps import Step
from generator.workspace import now, open_workspace

if TYPE_CHECKING:
    from generator.pack.built import Built
    from generator.pack.editions.due import Due
    from generator.pack.publishing.prune import Pruned
    from generator.pack.publishing.publish import Publication


def build(
    folder: Path | str = ".",
    *,
    audience: str | None = None,
    as_of: date | None = None,
    known_by: date | None = None,
    out: Path | None = None,
    pdf: bool = False,
    preview: bool = False,
    everything: bool = False,
    tell: Callable[[Step], None] | None = None,
) -> Built:
    """Make an edition, whole or not at all; `tell` is called with each step as it begins.

    Only documents of which something changed are made; the others are kept from the edition
    before, byte for byte. With `everything` all are made. `known_by` takes the fact base as it was
    known on a day: statements recorded and rulings decided by then.
    `pdf` puts every file beside itself as PDF, `preview` a picture of all pages into each
    audience's folder. Where LibreOffice or poppler is missing they are left out with a warning.
    """
    from generator.pack.build import build as steps_of
    from generator.pack.editions.standing import Wanted

    wanted = Wanted(audience, as_of, known_by, pdf, preview)
    steps = steps_of(open_workspace(folder), wanted, out=out, everything=everything)
    while True:
        try:
            step = next(steps)
        except StopIteration as done:
            built: Built = done.value
            return built
        if tell is not None:
            tell(step)


def due(
    folder: Path | str = ".",
    *,
    audience: str | None = None,
    as_of: date | None = None,
    known_by: date | None = None,
    out: Path | None = None,
) -> Due:
    """Which documents have to be made again, each with the reasons; nothing is written.

    Where a schedule runs, the documents of its jobs that have come are among them.
    """
    from generator.pack.editions.due import due as found
    from generator.pack.editions.standing import Wanted

    workspace = open_workspace(folder)
    changed = found(workspace, Wanted(audience, as_of, known_by), out)
    # -- a schedule that never ran has missed nothing, and is not read --
    if not (workspace.output / ".state" / "schedule.jsonl").exists():
        return changed
    from generator.schedule.reached import documents_reached

    return changed.joined(documents_reached(workspace, now(), audience))


def verify(edition: Path | str) -> list[Problem]:
    """What is not as it was made in an edition's folder: files missing, added or altered."""
    from generator.pack.editions.verify import verify_edition

    return verify_edition(Path(edition))


def editions(folder: Path | str = ".", *, out: Path | None = None) -> list[Json]:
    """The editions that are there, newest first, as data."""
    from generator.pack.editions.listing import editions_json

    return editions_json(out or open_workspace(folder).output)


def publish(
    folder: Path | str, edition: str, *, by: str, reason: str, out: Path | None = None
) -> Publication:
    """Mark an edition as published, once it has proved to be as it was made.

    A published edition is never pruned, and its name is never given to another.
    """
    from generator.pack.publishing.publish import publish as mark

    output = out or open_workspace(folder).output
    return mark(output, edition, by=by, reason=reason, at=now().astimezone())


def prune(
    folder: Path | str = ".", *, keep: int, dry_run: bool = False, out: Path | None = None
) -> Pruned:
    """Delete all editions but the newest `keep`, the published ones and the latest."""
    from generator.pack.publishing.prune import prune as delete

    return delete(out or open_workspace(folder).output, keep, dry_run=dry_run)
