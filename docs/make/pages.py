"""The tables of both pages about the language, written between their marks."""

from __future__ import annotations

import re
from pathlib import Path

from docs.make.examples import SECTIONS
from docs.make.examples.rows import Row, Section

DOCS = Path(__file__).resolve().parents[1]
PAGES = {"templates.md": "en", "templates.zh-CN.md": "zh"}

_HEADS = {
    "en": ("you write", "data", "you get", "what it is"),
    "zh": ("写法", "数据", "结果", "说明"),
}
_TOLD = {"en": "you are told", "zh": "提示"}


def write_pages() -> None:
    """Put the tables of today into the pages; what stands round them stays."""
    for name, language in PAGES.items():
        path = DOCS / name
        path.write_text(filled(path.read_text(encoding="utf-8"), language), encoding="utf-8")
        print(f"docs/{name}")


def filled(page: str, language: str) -> str:
    """A page with every table as it should be. Raises ValueError for a table without a place."""
    for section in SECTIONS:
        mark = f"<!-- examples {section.name} {section.runs} -->"
        found = re.search(f"{mark}\n.*?<!-- end -->", page, re.S)
        if found is None:
            raise ValueError(f"the page has no place for the examples {section.name}")
        table = f"{mark}\n{table_of(section, language)}\n<!-- end -->"
        page = page[: found.start()] + table + page[found.end() :]
    return page


def table_of(section: Section, language: str) -> str:
    """A section as a table of Markdown."""
    heads = list(_HEADS[language])
    if section.runs == "refused":
        heads[2] = _TOLD[language]
    rows = [_row(row, language) for row in section.rows]
    return "\n".join([f"| {' | '.join(heads)} |", "| --- | --- | --- | --- |", *rows])


def _row(row: Row, language: str) -> str:
    code = (f"`{text}`" if text else "" for text in (row.template, row.data, row.gives))
    told = row.en if language == "en" else row.zh
    return "| " + " | ".join(text.replace("|", "\\|") for text in (*code, told)) + " |"
