"""The commands `changes` and `where`: what differs between editions, and where a fact stands."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.options import JSON, WORKSPACE
from generator.cli.shown import show_json, show_problems, show_table
from generator.model import Place, UsageError, error

if TYPE_CHECKING:
    from generator.pack.changes.result import Changes

_OUTPUT = click.option(
    "--output", type=click.Path(path_type=Path), help="The folder of editions (default: output/)."
)
_LOCALES = {"zh": "zh-Hans", "en": "en"}


@click.command()
@click.argument("old", default="")
@click.argument("new", default="")
@WORKSPACE
@_OUTPUT
@click.option("--facts", is_flag=True, help="Compare the facts of two days, without any edition.")
@click.option(
    "--as-of",
    "days",
    multiple=True,
    type=click.DateTime(["%Y-%m-%d"]),
    help="With --facts, twice: the two days.",
)
@click.option("--audience", "-a", help="With --facts: what one audience may see.")
@click.option("--lang", type=click.Choice(["zh", "en"]), help="The language of the report.")
@click.option("--markdown", is_flag=True, help="Print Markdown.")
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the report here: .docx for the person who signs, .md, .json or .txt.",
)
@JSON
def changes(
    old: str,
    new: str,
    workspace: Path,
    output: Path | None,
    facts: bool,
    days: tuple[datetime, ...],
    audience: str | None,
    lang: str | None,
    markdown: bool,
    out: Path | None,
    as_json: bool,
) -> None:
    """What changed from edition OLD to NEW (default: the last two), why, and where it stands."""
    from generator import api

    locale = _LOCALES.get(lang or "", "")
    if facts:
        first, second = _two(days, old or new)
        found = api.fact_changes(workspace, first, second, audience=audience, locale=locale)
    else:
        _no_days(days, audience)
        found = api.changes(old, new, folder=workspace, out=output, locale=locale)
    show_problems(found.problems)
    if out is not None:
        _write(found, out)
    if as_json:
        show_json(found.as_json())
    elif out is None:
        click.echo(found.markdown() if markdown else found.text(), nl=False)
    else:
        click.echo(f"wrote {out}")


@click.command()
@click.argument("key")
@WORKSPACE
@_OUTPUT
@click.option("--edition", default="", help="An edition by name or path (default: the newest).")
@JSON
def where(key: str, workspace: Path, output: Path | None, edition: str, as_json: bool) -> None:
    """Every document, page or slide that shows the fact KEY, with the words shown there."""
    from generator import api

    rows = api.where(workspace, key, edition=edition, out=output)
    if as_json:
        show_json(rows)
        return
    show_table(rows, ("audience", "file", "place", "shown"))
    if not rows:
        click.echo(f"no document shows “{key}”", err=True)


COMMANDS = (changes, where)


def _two(days: tuple[datetime, ...], named: str) -> tuple[date, date]:
    if len(days) != 2 or named:
        problem = "With --facts two days are compared, and no editions."
        step = "Say --facts --as-of 2023-12-31 --as-of 2025-12-31."
        raise UsageError([error(Place("--facts"), problem, step)])
    return days[0].date(), days[1].date()


def _no_days(days: tuple[datetime, ...], audience: str | None) -> None:
    if days or audience:
        problem = "--as-of and --audience go with --facts."
        step = "Add --facts, or name two editions (an audience's folder is one, too)."
        raise UsageError([error(Place("--as-of"), problem, step)])


def _write(found: Changes, out: Path) -> None:
    """The report in the form that the name of the file asks for."""
    import json

    from generator.files import write_atomic

    suffix = out.suffix.lower()
    if suffix == ".docx":
        found.write_report(out)
        return
    forms = {
        ".md": found.markdown,
        ".txt": found.text,
        ".json": lambda: json.dumps(found.as_json(), ensure_ascii=False, indent=2) + "\n",
    }
    if suffix not in forms:
        problem = f"A report cannot be written as “{suffix}”."
        step = "Let the name end in .docx, .md, .txt or .json."
        raise UsageError([error(Place(out.as_posix()), problem, step)])
    write_atomic(out, forms[suffix]().encode(), out.as_posix())
