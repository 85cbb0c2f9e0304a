"""L2: the leaders' deck, twelve slides, three in reserve, the sources."""

from __future__ import annotations

from pathlib import Path

from pptx.presentation import Presentation as Deck

from templates.make.kit.package import app_xml, set_core, write_package
from templates.make.kit.slides import base
from templates.make.kit.slides.notes import add_notes_master
from templates.make.leadership.deck_firms import add_firms
from templates.make.leadership.deck_reserve import add_reserve
from templates.make.leadership.deck_start import add_start
from templates.make.leadership.deck_verdict import add_verdict

_LAYOUTS = (*base.LAYOUTS, base.PANELS, base.BARS, base.CHART_AND_TABLE)


def make_deck(path: Path) -> None:
    """Write the deck's template to `path`."""
    deck = base.new_deck(_LAYOUTS)
    add_notes_master(deck)
    for chapter in (add_start, add_firms, add_verdict, add_reserve):
        chapter(deck)
    _describe(deck)
    write_package(deck, path, {"docProps/app.xml": app_xml("Microsoft Office PowerPoint")})


def _describe(deck: Deck) -> None:
    set_core(
        deck.core_properties,
        title="浙江对口支援涪陵{{ years }}：成果与口径",
        subject="{{ audience.name }}，数据截至{{ public_projects|as_of_date }}",
        keywords="浙江；涪陵；对口支援；口径",
        category="汇报材料",
    )
