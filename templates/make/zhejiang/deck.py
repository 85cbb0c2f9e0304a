"""Z2: the deck for the talks, ten slides and the sources."""

from __future__ import annotations

from pathlib import Path

from pptx.presentation import Presentation as Deck

from templates.make.kit.package import app_xml, set_core, write_package
from templates.make.kit.slides.base import new_deck
from templates.make.kit.slides.notes import add_notes_master
from templates.make.zhejiang.deck_outlook import add_outlook
from templates.make.zhejiang.deck_start import add_start
from templates.make.zhejiang.deck_together import add_together


def make_deck(path: Path) -> None:
    """Write the deck's template to `path`."""
    deck = new_deck()
    add_notes_master(deck)
    for chapter in (add_start, add_together, add_outlook):
        chapter(deck)
    _describe(deck)
    write_package(deck, path, {"docProps/app.xml": app_xml("Microsoft Office PowerPoint")})


def _describe(deck: Deck) -> None:
    set_core(
        deck.core_properties,
        title="山海{{ years }}：浙江对口支援涪陵",
        subject="{{ audience.name }}，数据截至{{ public_projects|as_of_date }}",
        keywords="浙江；涪陵；对口支援；三峡库区",
    )
