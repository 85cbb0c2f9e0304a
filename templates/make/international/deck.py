"""E2: the English deck, ten slides and the sources."""

from __future__ import annotations

from pathlib import Path

from pptx.presentation import Presentation as Deck

from templates.make.international.deck_people import add_people
from templates.make.international.deck_programme import add_programme
from templates.make.international.deck_results import add_results
from templates.make.international.words import SHORT_TITLE
from templates.make.kit.package import app_xml, set_core, write_package
from templates.make.kit.slides import base
from templates.make.kit.slides.notes import add_notes_master
from templates.make.kit.tongue import EN

_LAYOUTS = (
    base.COVER, base.BLOCKS, base.PICTURE, base.CHART, base.PAIR, base.PANELS, base.TABLE,
)  # fmt: skip


def make_english_deck(path: Path) -> None:
    """Write the deck's template to `path`."""
    deck = base.new_deck(_LAYOUTS, EN)
    add_notes_master(deck, EN)
    for chapter in (add_programme, add_results, add_people):
        chapter(deck)
    _describe(deck)
    write_package(deck, path, {"docProps/app.xml": app_xml("Microsoft Office PowerPoint")})


def _describe(deck: Deck) -> None:
    set_core(
        deck.core_properties,
        title=SHORT_TITLE,
        subject="{{ audience.name }}, data {{ public_projects|as_of }}",
        keywords="Zhejiang; Fuling; paired assistance; Three Gorges Reservoir Area",
        category="Briefing",
        tongue=EN,
    )
