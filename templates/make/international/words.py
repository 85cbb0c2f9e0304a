"""Phrases that the English brief and deck share."""

from __future__ import annotations

SHORT_TITLE = "Zhejiang–Fuling paired assistance: {{ years }}"
SUBTITLE = "What it is, who pays for it, and what came of it"

# One reader asks what it is, the next one who pays: each Chinese term is explained in one place.
PAIRED = (
    "Paired assistance (duikou zhiyuan) pairs a province with a district elsewhere, by national "
    "decision."
)
RESERVOIR = (
    "The Three Gorges Reservoir Area is the land along the Yangtze from which residents were "
    "relocated for the dam."
)
LIMITS = (
    "Agreed sums are not investment made.",
    "A forecast is not a result.",
    "Classes of firms overlap and have no sum.",
    "No source ties the donations to the projects.",
    "Free admission is counted in visits, not visitors.",
)


def data_as_of(key: str) -> str:
    """``Data as of December 2025``."""
    return f"Data {{{{ {key}|as_of }}}}"
