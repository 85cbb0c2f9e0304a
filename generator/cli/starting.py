"""``factpack init`` and ``factpack audience new``: where an office begins."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.options import WORKSPACE


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--example", default="", help="Begin with another example: fuling, the real one.")
def init(folder: Path, example: str) -> None:
    """Make a workspace in a new folder: a small invented fact base with its pack."""
    from generator import api

    names = api.init(folder, example=example)
    click.echo(f"wrote {len(names)} files to {folder}")
    click.echo(f"Next: factpack build --workspace {folder}")


@click.command()
@WORKSPACE
def brand(workspace: Path) -> None:
    """Put the colours and fonts of templates/theme.yaml into every template."""
    from generator import api

    changed = api.brand(workspace)
    for path in changed:
        click.echo(path)
    if not changed:
        click.echo("every template has this look already")


@click.group()
def audience() -> None:
    """Whom a pack is made for."""


@audience.command()
@click.argument("name")
@click.option("--like", required=True, help="The audience to begin with.")
@click.option("--title", default="", help="How its readers are called in documents.")
@WORKSPACE
def new(name: str, like: str, title: str, workspace: Path) -> None:
    """Add an audience with templates of its own, like one that is there."""
    from generator import api

    for path in api.new_audience(workspace, name, like=like, title=title):
        click.echo(path)
