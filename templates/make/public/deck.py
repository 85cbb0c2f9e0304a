"""U2: the deck for school and community, eight slides and the sources."""

from __future__ import annotations

from pathlib import Path

from templates.make.kit.package import app_xml, set_core, write_package
from templates.make.kit.slides.base import new_deck
from templates.make.kit.slides.notes import add_notes_master
from templates.make.public.deck_home import add_home
from templates.make.public.deck_visits import add_visits

TITLE = "山那边的朋友"


def make_deck(path: Path) -> None:
    """Write the deck's template to `path`."""
    deck = new_deck()
    add_notes_master(deck)
    for chapter in (add_home, add_visits):
        chapter(deck)
    set_core(
        deck.core_properties,
        title=f"{TITLE}：浙江帮涪陵的故事",
        subject="学校和社区讲稿，{{ edition.as_of }}",
        keywords="浙江；涪陵；对口支援；三峡库区",
        category="公众读本",
    )
    write_package(deck, path, {"docProps/app.xml": app_xml("Microsoft Office PowerPoint")})
