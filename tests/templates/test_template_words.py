"""The templates with the flagship's own words: titles fit, in this edition and later."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from jinja2 import Environment, StrictUndefined
from template_parts import DECKS, placeholder, slides, words

from generator.model import Figure, Said
from generator.pack.plan import read_plan
from generator.resolve import FILTERS, Edition, context, resolve
from generator.store import read_store
from generator.tags.environment import Language
from generator.workspace import open_workspace

ROOT = Path(__file__).resolve().parents[2]
STALE = "\u200b"
_LOOP = re.compile(r"\{% (for .*?|endfor) %\}|\{%shape .*?%\}")

EDITIONS = (date(2025, 12, 31), date(2026, 12, 31), date(2028, 12, 31))


@pytest.fixture(scope="module", params=DECKS)
def audience(request: pytest.FixtureRequest) -> str:
    """Each audience that has a deck."""
    return str(request.param)


@pytest.fixture(scope="module")
def deck(audience: str) -> Path:
    """The template of the audience's deck."""
    return DECKS[audience]


@pytest.fixture(scope="module", params=EDITIONS, ids=str)
def fill(request: pytest.FixtureRequest, audience: str) -> Callable[[str], str]:
    """Says a text's tags in words, as the edition of that day would."""
    environment = Environment(undefined=StrictUndefined, finalize=_marked)
    environment.filters.update(FILTERS)
    environment.tests.update({name: Language().tests[name] for name in ("available", "expired")})
    names = _names(request.param, audience)

    def filled(text: str) -> str:
        return environment.from_string(_LOOP.sub("", text)).render(names)

    return filled


def test_a_title_is_short_enough_for_two_lines(deck: Path, fill: Callable[[str], str]) -> None:
    titles = [fill(words(placeholder(slide, "title"))) for slide in slides(deck)[1:]]
    assert [title for title in titles if len(title.replace(STALE, "")) > 54] == []


def test_titles_stay_different_from_one_another(deck: Path, fill: Callable[[str], str]) -> None:
    titles = [fill(words(placeholder(slide, "title"))) for slide in slides(deck)[1:]]
    assert len(set(titles)) == len(titles)


def test_no_title_shows_a_figure_past_its_shelf_life(
    deck: Path, fill: Callable[[str], str]
) -> None:
    titles = [fill(words(placeholder(slide, "title"))) for slide in slides(deck)[1:]]
    assert [title for title in [fill(words(slides(deck)[0])), *titles] if STALE in title] == []


def _marked(value: object) -> object:
    """A figure past its shelf life, with a mark that takes no room."""
    said = value.__figure__() if isinstance(value, Figure) else value
    return f"{said}{STALE}" if isinstance(said, Said) and said.tone == "stale" else value


def _names(as_of: date, id: str) -> Mapping[str, object]:
    workspace = open_workspace(ROOT)
    pack = read_plan(workspace)
    audience = next(one for one in pack.audiences if one.id == id)
    store, _ = read_store(workspace)
    edition = Edition(as_of)
    names = context(resolve(store, None, audience, edition), store, edition, audience)
    rows = list(names["sources"])  # type: ignore[call-overload]
    longest = max(rows, key=lambda row: len(row.citation))  # stands for every turn of a row loop
    return {**names, **pack.settings, **audience.settings, "row": longest}
