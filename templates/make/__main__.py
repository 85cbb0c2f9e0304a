"""Writes all templates: ``python -m templates.make``."""

from __future__ import annotations

from templates.make.annex import make_annex, make_english_annex
from templates.make.international.brief import make_english_brief
from templates.make.international.deck import make_english_deck
from templates.make.investors.deck import make_deck as make_investors_deck
from templates.make.investors.onepager import make_onepager
from templates.make.kit.tokens import TEMPLATES
from templates.make.leadership.deck import make_deck as make_leaders_deck
from templates.make.leadership.report import make_report
from templates.make.press.facts import make_facts
from templates.make.public.deck import make_deck as make_school_deck
from templates.make.public.poster import make_poster
from templates.make.zhejiang.brief import make_brief
from templates.make.zhejiang.deck import make_deck

MAKERS = {
    "zhejiang-brief.docx": make_brief,
    "zhejiang-deck.pptx": make_deck,
    "evidence-annex.docx": make_annex,
    "international-brief.docx": make_english_brief,
    "international-deck.pptx": make_english_deck,
    "evidence-annex-english.docx": make_english_annex,
    "investors-onepager.docx": make_onepager,
    "investors-deck.pptx": make_investors_deck,
    "press-facts.docx": make_facts,
    "public-poster.docx": make_poster,
    "public-deck.pptx": make_school_deck,
    "leadership-report.docx": make_report,
    "leadership-deck.pptx": make_leaders_deck,
}


def main() -> None:
    """Make every template anew."""
    for name, make in MAKERS.items():
        make(TEMPLATES / name)
        print(f"templates/{name}")


if __name__ == "__main__":
    main()
