"""How reports look: JSON for programs, tables for people, tab-separated lines in a pipe."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.model import Problem

if TYPE_CHECKING:
    from generator.render import Needs, Rendered


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


def needs_rows(needs: Needs) -> list[dict[str, object]]:
    """What a template asks for, in reading order, then what leads out of it."""
    asked: list[dict[str, object]] = [
        {"kind": need.kind, "name": need.name, "place": need.place.where} for need in needs
    ]
    return asked + [
        {"kind": f"link ({link.kind})", "name": link.target, "place": link.part}
        for link in needs.links
    ]


def needs_json(needs: Needs) -> dict[str, object]:
    return {
        "needs": [
            {"kind": need.kind, "name": need.name, "place": str(need.place)} for need in needs
        ],
        "links": _links(needs),
        "problems": [problem.as_json() for problem in needs.warnings],
    }


def render_json(made: Rendered, out: Path) -> dict[str, object]:
    return {
        "file": out.as_posix(),
        "figures": [
            {"fact": use.key, "shown": use.text, "place": str(use.place)} for use in made.uses
        ],
        "links": _links(made),
        "problems": [problem.as_json() for problem in made.problems],
    }


def _links(holder: Needs | Rendered) -> list[dict[str, object]]:
    return [
        {"kind": link.kind, "target": link.target, "part": link.part, "fetched": link.fetched}
        for link in holder.links
    ]
