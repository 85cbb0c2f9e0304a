"""The commands: parse, call one function of ``generator.api``, print."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator import __version__
from generator.cli.shown import show_json, show_problems, show_table

if TYPE_CHECKING:
    from generator.documents.skeletons.decisions import Scopes
    from generator.render.template import UnknownNames

WORKSPACE = click.option(
    "--workspace",
    "-w",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("."),
    help="The folder with facts/ and templates/ (default: here).",
)
JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON for other programs.")


AS_OF = click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    callback=lambda _context, _option, moment: moment.date() if moment else None,
    help="The day the edition speaks for (default: that of templates/pack.yaml).",
)
AUDIENCE = click.option("--audience", "-a", help="One audience (default: all of the pack).")
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
@WORKSPACE
@AUDIENCE
@AS_OF
@click.option(
    "--out", type=click.Path(path_type=Path), help="Write here instead of the output folder."
)
@click.option("--pdf", is_flag=True, help="Every file as PDF too (needs LibreOffice).")
@click.option("--preview", is_flag=True, help="A picture of all pages (needs poppler as well).")
@JSON
def build(
    workspace: Path,
    audience: str | None,
    as_of: date | None,
    out: Path | None,
    pdf: bool,
    preview: bool,
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
            out=out,
            pdf=pdf,
            preview=preview,
            tell=tell,
        )
    if as_json:
        show_json(built.as_json())
        return
    show_problems(built.problems)
    show_table(built.rows(), ("file", "figures", "facts", "kB"))
    click.echo(built.summary)


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
