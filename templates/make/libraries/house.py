"""What the network's templates share: their language and their look."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.charts.theme import Theme, read_theme
from generator.documents.packages.brand import rebrand
from generator.files import load_yaml
from generator.model import FactpackError, Place
from generator.scaffold.brands import brand_of
from templates.make.kit.slides.sheet import RUNNING_TITLE
from templates.make.kit.tongue import EN
from templates.make.libraries.logo import logo_png

_ROOT = Path(__file__).resolve().parents[3]
TEMPLATES = _ROOT / "generator" / "scaffold" / "examples" / "libraries" / "templates"
YEAR = "{{ visits|period }}"
TONGUE = replace(
    EN, theme="Larkmoor", words={**EN.words, RUNNING_TITLE: f"Larkmoor libraries in {YEAR}"}
)


def read_look() -> Theme:
    """The network's own theme."""
    theme, problems = read_theme(load_yaml(TEMPLATES / "theme.yaml", "theme.yaml"))
    if theme is None:
        raise FactpackError(problems)
    return theme


def logo() -> bytes:
    """The network's logo in its own colours."""
    look = read_look()
    return logo_png(look.rgb("heading"), look.colours["amber"].rgb)


def put_on_look(path: Path) -> None:
    """Give a finished template the colours and faces of the network's own theme."""
    path.write_bytes(rebrand(path.read_bytes(), brand_of(read_look()), Place(path.name)))
