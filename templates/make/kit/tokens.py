"""The visual language as values: colours and faces from theme.yaml, places and type sizes.

The places and sizes of pages, which only the makers need, are in `templates/theme/pages.json`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from generator.charts.theme import Theme, read_theme
from generator.documents.charts.look import Colour
from generator.files import load_yaml
from generator.model import FactpackError

TEMPLATES = Path(__file__).resolve().parents[2]
PAGES = json.loads((TEMPLATES / "theme" / "pages.json").read_text(encoding="utf-8"))

EMU_PER_CM = 360_000


@dataclass(frozen=True)
class Box:
    """A place on a page, in centimetres from the top left."""

    x: float
    y: float
    width: float
    height: float


def emu(cm: float) -> int:
    """Centimetres in the unit of drawings (ECMA-376 part 1, 20.1.2.1)."""
    return round(cm * EMU_PER_CM)


def column(number: int) -> float:
    """The left edge of a slide column, 1 to 12, in centimetres."""
    return float(round(1.8 + (number - 1) * 2.57, 3))


def slide_box(name: str) -> Box:
    """A fixed place of every content slide: ``title``, ``source``, ``seal`` …"""
    return Box(*PAGES["slide"][name])


def slide_type(name: str) -> tuple[float, float, bool]:
    """Size and line in points, and whether bold, of one step of the slide scale."""
    size, line, weight = PAGES["slide_type"][name]
    return size, line, weight == "bold"


def _read() -> Theme:
    theme, problems = read_theme(load_yaml(TEMPLATES / "theme.yaml", "templates/theme.yaml"))
    if theme is None:
        raise FactpackError(problems)
    return theme


LOOK = _read()
COLOURS: dict[str, Colour] = dict(LOOK.colours)
COLOR = {name: colour.rgb for name, colour in COLOURS.items()}

# Where a colour has a slot in the theme a file names the slot, so that it follows the user's own.
_TEXT_SLOTS = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}
SLOTS = {
    name: _TEXT_SLOTS.get(colour.slot, colour.slot)
    for name, colour in COLOURS.items()
    if colour.slot
}
THEME = {colour.slot: colour.rgb for colour in COLOURS.values() if colour.slot} | {
    "hlink": COLOR["river"],
    "folHlink": COLOR["grey"],
}

LATIN = LOOK.faces("zh-Hans").latin
EAST_ASIAN = LOOK.faces("zh-Hans").east_asian
TRADITIONAL = LOOK.faces("zh-Hant").east_asian
