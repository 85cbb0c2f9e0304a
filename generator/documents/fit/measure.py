"""The words of a finished file against the room they have, whatever kind of file it is."""

from __future__ import annotations

from generator.documents.fit.overflows import Overflow

_DECKS = (".pptx", ".potx", ".pptm", ".potm")


def overflows(file: str, data: bytes) -> list[Overflow]:
    """Every text of a finished file that is too long for its place; `file` is its name."""
    if file.endswith(_DECKS):
        from generator.documents.fit.deck import deck_overflows

        return deck_overflows(data)
    from generator.documents.fit.word import word_overflows

    return word_overflows(data)
