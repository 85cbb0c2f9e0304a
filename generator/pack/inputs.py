"""What a pack is made from: the declared inputs, and what they were."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.files.digests import digest as sha256
from generator.files.digests import digest_inputs
from generator.model import Audience
from generator.pack.desk import documents_of
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


def inputs_of(audience: Audience, digests: Mapping[str, str]) -> dict[str, str]:
    """What the provenance of an audience tells of the inputs: its own plan and templates by name.

    All facts are one digest and all other templates another, because the name of a file can
    already tell what is internal, or that there are other readers.
    """
    templates = {f"templates/{document.template}" for document in documents_of(audience)}
    plan = {f"templates/{name}.yaml" for name in ("pack", "charts", "theme")}
    own = templates | plan | {f"templates/audiences/{audience.id}.yaml"}
    named = {name: digest for name, digest in digests.items() if name in own}
    for folder in ("facts", "templates"):
        rest = [
            f"{name} {digest}\n"
            for name, digest in sorted(digests.items())
            if name.startswith(f"{folder}/") and name not in own
        ]
        named[f"{folder}/"] = sha256("".join(rest).encode())
    return named


OFFICE = (".docx", ".dotx", ".pptx", ".potx")
