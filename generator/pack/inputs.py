"""What a pack is made from: the declared inputs, and what they were."""

from __future__ import annotations

from pathlib import Path

from generator.files.digests import digest_inputs
from generator.workspace import Workspace


def declared_inputs(workspace: Workspace) -> list[Path]:
    """The files and folders that a check or a build reads, and nothing else."""
    templates = workspace.templates
    return [
        workspace.facts,
        templates / "pack.yaml",
        templates / "charts.yaml",
        templates / "theme.yaml",
        templates / "audiences",
        *sorted(path for path in templates.glob("[!.~]*") if path.suffix in OFFICE),
    ]


def input_digests(workspace: Workspace) -> dict[str, str]:
    """sha256 by relative name of every input that is there, in order of names."""
    digests = digest_inputs(declared_inputs(workspace), workspace.root)
    return {name: digest for name, digest in digests.items() if digest}


OFFICE = (".docx", ".dotx", ".pptx", ".potx")
