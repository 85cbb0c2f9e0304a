"""How reports look: JSON for programs, tables for people, tab-separated lines in a pipe."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping

import click

from generator.model import Problem


def show_json(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def show_problems(problems: Iterable[Problem]) -> None:
    """Problems with their next steps; a notice, which asks for nothing, takes one line."""
    for problem in problems:
        told = str(problem)
        click.echo(told.splitlines()[0] if problem.level == "notice" else told, err=True)


def show_table(rows: Iterable[Mapping[str, object]], columns: tuple[str, ...]) -> None:
    """Rows as a table on a terminal, as tab-separated lines in a pipe."""
    if not sys.stdout.isatty():
        for row in rows:
            click.echo("\t".join(cell(row.get(column)) for column in columns))
        return
    from rich.console import Console
    from rich.table import Table

    table = Table(*columns, box=None, header_style="bold")
    for row in rows:
        table.add_row(*(cell(row.get(column)) for column in columns))
    Console().print(table)


def cell(value: object) -> str:
    if value is None:
        return "–"
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
