"""Writes all templates: ``python -m templates.make``."""

from __future__ import annotations

from templates.make.annex import make_annex
from templates.make.kit.tokens import TEMPLATES
from templates.make.zhejiang.brief import make_brief
from templates.make.zhejiang.deck import make_deck

MAKERS = {
    "zhejiang-brief.docx": make_brief,
    "zhejiang-deck.pptx": make_deck,
    "evidence-annex.docx": make_annex,
}


def main() -> None:
    """Make every template anew."""
    for name, make in MAKERS.items():
        make(TEMPLATES / name)
        print(f"templates/{name}")


if __name__ == "__main__":
    main()
