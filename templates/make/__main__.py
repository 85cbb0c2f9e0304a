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
from templates.make.libraries.deck import make_deck as make_council_deck
from templates.make.libraries.house import TEMPLATES as LIBRARIES
from templates.make.libraries.house import logo
from templates.make.libraries.page import make_page
from templates.make.libraries.report import make_report as make_council_report
from templates.make.press.facts import make_facts
from templates.make.public.deck import make_deck as make_school_deck
from templates.make.public.poster import make_poster
from templates.make.questions import make_letter
from templates.make.reports import make_chinese_report, make_english_report
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
# What the program brings along for every workspace.
PACKAGED = {
    "changes/changes-report.docx": make_chinese_report,
    "changes/changes-report.en.docx": make_english_report,
    "asking/letters/zh-Hans.docx": make_letter,
    "asking/letters/en.docx": make_letter,
}


EXAMPLE = {
    "council-report.docx": make_council_report,
    "council-deck.pptx": make_council_deck,
    "readers-page.docx": make_page,
}


def main() -> None:
    """Make every template anew, and the letters and reports that travel with the package."""
    for name, make in MAKERS.items():
        make(TEMPLATES / name)
        print(f"templates/{name}")
    for name, make in PACKAGED.items():
        make(TEMPLATES.parent / "generator" / "pack" / name)
        print(f"generator/pack/{name}")
    (LIBRARIES / "logo.png").write_bytes(logo())
    for name, make in EXAMPLE.items():
        make(LIBRARIES / name)
        print(f"libraries: {name}")


if __name__ == "__main__":
    main()
