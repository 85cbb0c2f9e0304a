"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click


def day_option(name: str, help: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """An option that takes a day, such as 2025-12-31."""
    return click.option(
        name,
        type=click.DateTime(["%Y-%m-%d"]),
        callback=lambda _context, _option, moment: moment.date() if moment else None,
        help=help,
    )


WORKSPACE = click.option(
    "--workspace",
    "-w",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("."),
    help="The folder with facts/ and templates/ (default: here).",
)
JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON for other programs.")
AS_OF = day_option(
    "--as-of", "The day the edition speaks for (default: that of templates/pack.yaml)."
)
KNOWN_BY = day_option("--known-by", "Take the fact base as it was known on this day.")
AUDIENCE = click.option("--audience", "-a", help="One audience (default: all of the pack).")
OUT = click.option(
    "--out", type=click.Path(path_type=Path), help="This folder of editions, not output/."
)
