"""The commands: parse, call one function of ``generator.api``, print."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator import __version__
from generator.cli import asking, changes, editions, scheduling, starting
from generator.cli.options import AS_OF, AUDIENCE, JSON, WORKSPACE
from generator.cli.shown import show_json, show_problems, show_table

if TYPE_CHECKING:
    from generator.documents.skeletons.decisions import Scopes
    from generator.render.template import UnknownNames

SCOPES = click.option(
    "--scopes",
    type=click.Choice(["places", "docxtpl"]),
    default="places",
    help="What a block repeats: read off where its tags stand (places, the usual way), or all "
    "from one tag to the other, literally, as docxtpl does.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="factpack")
def cli() -> None:
    """Word briefings and PowerPoint decks whose every figure can be proved."""


for command in (*editions.COMMANDS, *changes.COMMANDS, *asking.COMMANDS, scheduling.schedule):
    cli.add_command(command)


@cli.command()
@WORKSPACE
@click.option(
    "--sources",
    type=click.Path(path_type=Path),
    help="Folder with the texts of the sources: verify every evidence clause, write facts.lock.",
)
@JSON
def check(workspace: Path, sources: Path | None, as_json: bool) -> None:
    """Check the fact base and what the templates ask of it."""
    from generator import api

    report = api.check(workspace, sources=sources)
    if as_json:
        show_json({"problems": [problem.as_json() for problem in report.problems]})
    else:
        show_problems(report.problems)
        click.echo(report.summary)
    sys.exit(1 if any(problem.level == "error" for problem in report.problems) else 0)


@cli.group(invoke_without_command=True)
@WORKSPACE
@AS_OF
@AUDIENCE
@click.option("--statements", is_flag=True, help="All statements, not the chosen facts.")
@JSON
@click.pass_context
def facts(
    context: click.Context,
    workspace: Path,
    as_of: date | None,
    audience: str | None,
    statements: bool,
    as_json: bool,
) -> None:
    """The chosen facts of an edition; `facts show KEY` explains one."""
    context.obj = (workspace, as_of, audience)
    if context.invoked_subcommand is not None:
        return
    from generator import api

    if statements:
        rows = api.statements(workspace)
    else:
        rows, problems = api.facts(workspace, as_of=as_of, audience=audience)
        show_problems(problems)
    if as_json:
        show_json(rows)
    else:
        show_table(
            rows, ("id", "measure", "value", "unit", "as_of") if statements else FACT_COLUMNS
        )


for command in asking.FACT_COMMANDS:
    facts.add_command(command)


STATEMENT_COLUMNS = ("id", "subject", "measure", "value", "unit", "as_of", "rank")
FACT_COLUMNS = ("key", "value", "unit", "qualifier", "as_of", "statements", "ruling")


@facts.command()
@click.argument("key")
@click.pass_obj
def show(scope: tuple[Path, date | None, str | None], key: str) -> None:
    """Why this value: chosen, supporting, conflicting."""
    from generator import api

    workspace, as_of, audience = scope
    for line in api.explain(workspace, key, as_of=as_of, audience=audience):
        click.echo(line)


@cli.command()
@WORKSPACE
@click.option("--all", "everything", is_flag=True, help="Those that agree and series too.")
@JSON
def conflicts(workspace: Path, everything: bool, as_json: bool) -> None:
    """Statements that differ on one thing: in which way, and who ruled."""
    from generator import api

    rows = api.conflicts(workspace)
    if as_json:
        show_json(rows)
        return
    shown = [row for row in rows if everything or row["class"] not in AGREEING]
    show_table(shown, ("class", "subject", "measure", "statements", "ruling"))


AGREEING = ("same", "consistent", "series")


@cli.command()
@click.argument("template", type=click.Path(path_type=Path))
@click.option(
    "--data",
    type=click.Path(path_type=Path, allow_dash=True),
    help="A JSON object: the names that the template may use (- reads it from the pipe).",
)
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Write this file.")
@click.option(
    "--annotate",
    type=click.Path(path_type=Path),
    help="When there are problems: write them as comments into this copy of a Word template.",
)
@SCOPES
@click.option(
    "--undefined",
    type=click.Choice(["error", "empty"]),
    default="error",
    help="What a name that the data lack is: an error (the usual way), or empty text.",
)
@JSON
def render(
    template: Path,
    data: Path | None,
    out: Path,
    annotate: Path | None,
    scopes: Scopes,
    undefined: UnknownNames,
    as_json: bool,
) -> None:
    """Make one document of a template and data; no facts are needed."""
    from generator import api
    from generator.cli.data import called, folder_file, read_data
    from generator.cli.drawn import charts_in, pictures_in
    from generator.cli.shown import render_json

    names = read_data(data)
    made = api.render(
        template, names, out, annotate=annotate, scopes=scopes, undefined=undefined,
        charts=charts_in(names, called(data)),
        pictures=pictures_in(names, folder_file(data), called(data)),
    )  # fmt: skip
    if as_json:
        show_json(render_json(made, out))
        return
    show_problems(made.problems)
    click.echo(f"wrote {out}")


@cli.command()
@click.argument("template", type=click.Path(path_type=Path))
@SCOPES
@JSON
def needs(template: Path, scopes: Scopes, as_json: bool) -> None:
    """List what a template asks for: names, charts, pictures; and links that lead out of it."""
    from generator import api
    from generator.cli.shown import needs_json, needs_rows

    asked = api.needs(template, scopes=scopes)
    if as_json:
        show_json(needs_json(asked))
    else:
        show_problems(asked.warnings)
        show_table(needs_rows(asked), ("kind", "name", "place"))


cli.add_command(starting.init)
cli.add_command(starting.audience)
cli.add_command(starting.brand)
