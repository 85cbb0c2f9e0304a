"""I2: the deck for investors, eleven slides and the sources."""

from __future__ import annotations

from pathlib import Path

from pptx.presentation import Presentation as Deck

from templates.make.investors.deck_firms import add_firms
from templates.make.investors.deck_offer import add_offer
from templates.make.investors.deck_scale import add_scale
from templates.make.kit.package import app_xml, set_core, write_package
from templates.make.kit.slides.base import CLOSING, LAYOUTS, new_deck
from templates.make.kit.slides.notes import add_notes_master


def make_deck(path: Path) -> None:
    """Write the deck's template to `path`."""
    deck = new_deck((*LAYOUTS, CLOSING))
    add_notes_master(deck)
    for chapter in (add_scale, add_firms, add_offer):
        chapter(deck)
    _describe(deck)
    write_package(deck, path, {"docProps/app.xml": app_xml("Microsoft Office PowerPoint")})


def _describe(deck: Deck) -> None:
    set_core(
        deck.core_properties,
        title="到涪陵，与浙企为邻",
        subject="{{ audience.name }}，数据截至{{ industrial_firms|as_of_date }}",
        keywords="涪陵；浙江；投资；产业",
        category="招商推介",
    )
