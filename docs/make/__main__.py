"""Writes the tables of the pages and the cheat sheet: ``python -m docs.make``."""

from __future__ import annotations

from docs.make.cheat_sheet import SHEET, make_cheat_sheet
from docs.make.pages import write_pages


def main() -> None:
    """Make everything anew."""
    write_pages()
    make_cheat_sheet()
    print(f"docs/{SHEET.name}")


if __name__ == "__main__":
    main()
