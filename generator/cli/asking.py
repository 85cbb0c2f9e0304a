"""The commands about what went out and what is asked for: publish, prune, questions, import."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator.cli.options import JSON, OUT, WORKSPACE, day_option
from generator.cli.shown import show_json, show_problems, show_table

EDITION_COLUMNS = (
    "edition", "as_of", "known_by", "audiences", "documents", "kB", "latest", "published by",
)  # fmt: skip


def with_publisher(row: dict[str, object]) -> dict[str, object]:
    """An edition's row for people: who published it instead of all that is known of that."""
    published = row["published"]
    by = published["by"] if isinstance(published, dict) else None
    return {**row, "published by": by, "latest": "latest" if row["latest"] else ""}


@click.command()
@click.argument("edition")
@click.option("--by", required=True, help="Who lets it go out.")
@click.option("--reason", required=True, help="Why, or on which occasion.")
@WORKSPACE
@OUT
@JSON
def publish(
    edition: str, by: str, reason: str, workspace: Path, out: Path | None, as_json: bool
) -> None:
    """Mark an edition as published: it is verified, noted and never pruned."""
    from generator import api

    done = api.publish(workspace, Path(edition).name, by=by, reason=reason, out=out)
    if as_json:
        show_json(done.as_json())
        return
    show_problems(done.problems)
    click.echo(done.summary)


@click.command()
@click.option("--keep", type=int, required=True, help="So many of the newest editions stay.")
@click.option("--dry-run", is_flag=True, help="Say what would be deleted; delete nothing.")
@WORKSPACE
@OUT
@JSON
def prune(keep: int, dry_run: bool, workspace: Path, out: Path | None, as_json: bool) -> None:
    """Delete old editions; never a published one, never the latest."""
    from generator import api

    done = api.prune(workspace, keep=keep, dry_run=dry_run, out=out)
    if as_json:
        show_json(done.as_json())
        return
    show_problems(done.problems)
    show_table(done.rows(), ("edition", "what"))


@click.command()
@WORKSPACE
@day_option("--as-of", "The day of the next edition (default: a year after the plan's).")
@click.option("--locale", type=click.Choice(["zh-Hans", "en"]), help="Of letters and forms.")
@click.option("--out", type=click.Path(path_type=Path), help="Write here, not to output/questions.")
@JSON
def questions(
    workspace: Path, as_of: date | None, locale: str | None, out: Path | None, as_json: bool
) -> None:
    """Write to each office which figures the next edition needs again: a letter and a form."""
    from generator import api

    asked = api.questions(workspace, as_of=as_of, locale=locale, out=out)
    if as_json:
        show_json(asked.as_json())
        return
    show_table(asked.figures, ("office", "fact", "last", "as_of", "reasons"))
    click.echo(asked.summary)


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--dry-run", is_flag=True, help="Say what would change; write nothing.")
@WORKSPACE
@JSON
@click.pass_obj
def import_facts(
    scope: tuple[Path, object, object], file: Path, dry_run: bool, workspace: Path, as_json: bool
) -> None:
    """Take in a form that came back, or a table of statements (XLSX, CSV)."""
    from generator import api

    folder = scope[0] / workspace  # -- “-w” may stand before “import” or behind it --
    if as_json:
        show_json(api.import_facts(folder, file, dry_run=dry_run).as_json())
        return
    review = api.import_facts(folder, file, dry_run=True)
    show_problems(review.problems)
    for line in review.lines():
        click.echo(line)
    if dry_run or review.already:
        return
    for name in api.import_facts(folder, file).written:
        click.echo(f"wrote {name}")


COMMANDS = (publish, prune, questions)
FACT_COMMANDS = (import_facts,)
