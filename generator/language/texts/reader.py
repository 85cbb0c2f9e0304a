"""Finding the figures of a text, with what they measure (specification, sections 1 to 7)."""

from __future__ import annotations

from generator.language.texts.reading import Reading


def read(text: str, lang: str = "zh-Hans", published: str | None = None) -> list[Reading]:
    """All figures, ordinals, dates, labels and idioms of `text`, in its order.

    `published` (``2025``, ``2025-12`` …) settles dates that lean on the day of publication.
    """
    if lang.startswith("en"):
        from generator.language.texts.context_english import read_english

        return read_english(text, published)
    from generator.language.texts.context_chinese import read_chinese

    return read_chinese(text, lang, published)
