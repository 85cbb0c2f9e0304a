"""The commands about editions: make them, say what is due, list them, verify one."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from generator.cli.asking import EDITION_COLUMNS, with_publisher
from generator.cli.options import AS_OF, AUDIENCE, JSON, KNOWN_BY, OUT, WORKSPACE
from generator.cli.shown import show_json, show_problems, show_table


@click.command()
@WORKSPACE
@AUDIENCE
@AS_OF
@KNOWN_BY
@OUT
@click.option("--pdf", is_flag=True, help="Every file as PDF too (needs LibreOffice).")
@click.option("--preview", is_flag=True, help="A picture of all pages (needs poppler as well).")
@click.option("--everything", is_flag=True, help="Make all documents, not only stale ones.")
@JSON
def build(
    workspace: Path,
    audience: str | None,
    as_of: date | None,
    known_by: date | None,
    out: Path | None,
    pdf: bool,
    preview: bool,
    everything: bool,
    as_json: bool,
) -> None:
    """Make the edition: documents, evidence annex and provenance for each audience."""
    from generator import api
    from generator.cli.progress import progress

    with progress(quiet=as_json) as tell:
        built = api.build(
            workspace,
            audience=audience,
            as_of=as_of,
            known_by=known_by,
            out=out,
            pdf=pdf,
            preview=preview,
            everything=everything,
            tell=tell,
        )
    if as_json:
        show_json(built.as_json())
        return
    show_problems(built.problems)
    if not built.unchanged:
        show_table(built.rows(), ("file", "figures", "facts", "kB"))
    click.echo(built.summary)


@click.command()
@WORKSPACE
@AUDIENCE
@AS_OF
@KNOWN_BY
@OUT
@JSON
def due(
    workspace: Path,
    audience: str | None,
    as_of: date | None,
    known_by: date | None,
    out: Path | None,
    as_json: bool,
) -> None:
    """Which documents have to be made again, and why; ends with 3 when there are some."""
    from generator import api

    found = api.due(workspace, audience=audience, as_of=as_of, known_by=known_by, out=out)
    if as_json:
        show_json(found.as_json())
    else:
        show_table(found.rows(), ("audience", "document", "reason"))
        count = len(found.documents)
        click.echo(f"{count or 'no'} document{'' if count == 1 else 's'} due", err=True)
    sys.exit(3 if found.documents else 0)


@click.command()
@click.argument("edition", type=click.Path(path_type=Path, file_okay=False))
@JSON
def verify(edition: Path, as_json: bool) -> None:
    """Prove that nothing in the folder of an edition was altered, added or taken away."""
    from generator import api

    problems = api.verify(edition)
    if as_json:
        show_json({"problems": [problem.as_json() for problem in problems]})
    else:
        show_problems(problems)
        click.echo(f"{edition}: {'altered' if problems else 'as it was made'}")
    sys.exit(1 if problems else 0)


@click.command(name="editions")
@WORKSPACE
@OUT
@JSON
def list_editions(workspace: Path, out: Path | None, as_json: bool) -> None:
    """The editions that are there, newest first."""
    from generator import api

    rows = api.editions(workspace, out=out)
    if as_json:
        show_json(rows)
    else:
        show_table([with_publisher(row) for row in rows], EDITION_COLUMNS)


COMMANDS = (build, due, verify, list_editions)
