"""The page about the language as data: its tables of examples, read straight from the Markdown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = {name: ROOT / "docs" / name for name in ("templates.md", "templates.zh-CN.md")}

_SECTION = re.compile(
    r"<!-- examples (\w+) (both|word|slides|refused) -->\n(.*?)<!-- end -->", re.S
)


@dataclass(frozen=True)
class Example:
    """A row as it is printed: `gives` is what comes out, or why it is refused."""

    section: str
    runs: str
    template: str
    data: str
    gives: str

    def __str__(self) -> str:
        return f"{self.section}: {self.template}"


def examples(page: str) -> list[Example]:
    """Every row of every table between the marks, in order."""
    text = PAGES[page].read_text(encoding="utf-8")
    return [
        Example(name, runs, *cells(row)[:3])
        for name, runs, table in _SECTION.findall(text)
        for row in table.strip().splitlines()[2:]
    ]


def cells(row: str) -> list[str]:
    """The cells of a row, code as it is meant."""
    found = re.split(r"(?<!\\)\|", row)[1:-1]
    return [_code(cell.strip()).replace("\\|", "|") for cell in found]


def _code(cell: str) -> str:
    if cell.startswith("`` ") and cell.endswith(" ``"):
        return cell[3:-3]
    return cell.strip("`")
