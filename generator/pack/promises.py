"""What a pack promises its readers, checked on what was really printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.documents.fit.measure import overflows
from generator.model import Audience, Place, Problem, Use, error
from generator.pack.provenance import Made
from generator.resolve import Resolution

# What a fact's words may be besides its figure: these alone do not show the figure.
_WORDS = {"name", "source", "cite", "said_by", "definition", "evidence", "as_of", "as_of_date"}


def broken_promises(
    audience: Audience, resolution: Resolution, made: Sequence[Made]
) -> list[Problem]:
    """Figures that the audience must not see, stale ones that nowhere say so, texts too long."""
    return [
        problem
        for one in made
        for problem in (
            *_kept_out(audience, one), *_silently_stale(resolution, one), *_too_long(one)
        )
    ]  # fmt: skip


def _kept_out(audience: Audience, made: Made) -> Iterator[Problem]:
    """A fact that the audience's file lists under ``never`` and a document shows all the same."""
    shown = {use.key.partition(".")[0]: use for use in reversed(made.uses)}
    for key in audience.never:
        if key in shown:
            yield error(
                _place(made, shown[key]),
                f"“{key}” is shown, and {audience.place.file} keeps it from this audience.",
                "Take it out of the template, or out of “never:”.",
            )


def _silently_stale(resolution: Resolution, made: Made) -> Iterator[Problem]:
    """A figure past its shelf life must say so somewhere in the same document."""
    said = {use.key for use in made.uses if use.says_stale}
    dated = {date for use in made.uses if use.says_stale if (date := _as_of(resolution, use.key))}
    seen: set[str] = set()
    for use in made.uses:
        if use.tone != "stale" or use.part in _WORDS or use.key in seen | said:
            continue
        seen.add(use.key)
        if _as_of(resolution, use.key) not in dated:
            yield error(
                _place(made, use),
                f"“{use.key}” is past its shelf life, and the document does not say so.",
                "Print {{ …|as_of }} beside it, or leave it out with {% if … is expired %}.",
            )


def _too_long(made: Made) -> Iterator[Problem]:
    """A text that needs more room than its box, cell or placeholder has."""
    places = {use.shape: use.place.where for use in reversed(made.uses) if use.shape}
    for over in overflows(made.file, made.data):
        yield error(
            Place(f"templates/{made.template}", None, places.get(over.shape, over.where)),
            f"“{over.opening}” is too long in {made.file}, {over.where}: {over}.",
            "Say it in fewer words, or give the box more room in the template.",
        )


def _as_of(resolution: Resolution, key: str) -> str | None:
    fact = resolution.find(key)
    return fact.as_of if fact else None


def _place(made: Made, use: Use) -> Place:
    return Place(f"templates/{made.template}", None, use.place.where)
