"""What a template sees: the facts by their names, and a few words besides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model import Audience
from generator.resolve.edition import Edition
from generator.resolve.ledger import Ledger, Sources
from generator.resolve.reader import Reader
from generator.resolve.resolution import Resolution
from generator.resolve.views import FactView

if TYPE_CHECKING:
    from generator.store import FactStore


@dataclass(frozen=True, slots=True)
class EditionView:
    """The edition in the reader's words."""

    as_of: str
    month: str
    year: int
    label: str

    def __str__(self) -> str:
        return self.as_of


@dataclass(frozen=True, slots=True)
class AudienceView:
    """The audience in its own language."""

    id: str
    name: str
    locale: str
    precision: str = "exact"

    def __str__(self) -> str:
        return self.name


def context(
    resolution: Resolution, store: FactStore, edition: Edition, audience: Audience | None
) -> dict[str, object]:
    """Every fact of a resolution under its key and its Chinese name, and the words besides.

    The words are ``edition``, ``audience``, ``ledger`` and ``sources`` (see `NAMES`).
    """
    reader = Reader(resolution, store, edition, audience)
    names: dict[str, object] = {}
    for key, resolved in resolution.facts.items():
        view = FactView(resolved, reader)
        names[key] = view
        chinese = resolved.fact.name.get("zh", key)
        names[chinese] = names[reader.voice.chinese(chinese)] = view
    ledger = Ledger(reader)
    return names | {
        "edition": _edition(reader),
        "audience": _audience(reader),
        "ledger": ledger,
        "sources": Sources(ledger),
    }


def _edition(reader: Reader) -> EditionView:
    edition, locale = reader.edition, reader.locale
    label = reader.voice.chinese(edition.label(locale))
    return EditionView(edition.day(locale), edition.month(locale), edition.year, label)


def _audience(reader: Reader) -> AudienceView:
    audience = reader.audience
    if audience is None:
        return AudienceView("", "", reader.locale)
    return AudienceView(
        audience.id, reader.voice.words(audience.name), reader.locale, audience.precision
    )
