"""What a pack is made from: the declared inputs, and what they were."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.documents.packages.kinds import KINDS
from generator.files.digests import digest_inputs
from generator.pack.pictures import PICTURES
from generator.workspace import Workspace


def declared_inputs(workspace: Workspace) -> list[Path]:
    """The files and folders that a check or a build reads, and nothing else."""
    templates = workspace.templates
    kinds = {*KINDS, *PICTURES}
    return [
        workspace.facts,
        templates / "pack.yaml",
        templates / "charts.yaml",
        templates / "theme.yaml",
        templates / "audiences",
        *sorted(path for path in templates.glob("[!.~]*") if path.suffix.lower() in kinds),
    ]


def input_digests(workspace: Workspace, besides: Iterable[str] = ()) -> dict[str, str]:
    """sha256 by relative name of every input that is there, in order of names.

    `besides` are further files by relative name, such as templates in folders of their own.
    """
    paths = [*declared_inputs(workspace), *(workspace.root / name for name in besides)]
    digests = digest_inputs(paths, workspace.root)
    return {name: digest for name, digest in digests.items() if digest}
