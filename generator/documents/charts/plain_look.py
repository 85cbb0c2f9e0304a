"""How charts look where nobody says: the document's own theme, quiet greys, no face of its own."""

from __future__ import annotations

from generator.documents.charts.look import ChartLook, Colour

_ACCENTS = ("1F6F78", "C8462B", "B98A2F", "4F7A57", "7C5C8A", "5A676E")

PLAIN_LOOK = ChartLook(
    series=tuple(Colour(rgb, f"accent{at}") for at, rgb in enumerate(_ACCENTS, 1)),
    ink=Colour("1B2A32", "dk1"),
    grey=Colour("5A676E"),
    muted=Colour("8C979C"),
    other_scope=Colour("8C979C"),
    rule=Colour("D5D9DA"),
    white=Colour("FFFFFF", "lt1"),
    latin="+mn-lt",
    ea="+mn-ea",
    lang="zh-CN",
    category=9.0,
    label=9.0,
    focus=10.5,
    size=(17.0, 8.0),
)
