"""The field's words, in the standard library alone.

Every name is loaded when it is first asked for: a dataclass takes its time to make, and no command
needs all of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from generator.model.places import (
    NOWHERE,
    FactpackError,
    Level,
    Place,
    Problem,
    UsageError,
    error,
    notice,
    warning,
)

if TYPE_CHECKING:
    from generator.model.charts import ChartKind, ChartSpec, Event, Point, PointState, Series
    from generator.model.facts import Fact, Figure, Said, Tone, Use
    from generator.model.packs import Audience, Document, Pack, PlacedPicture, Precision
    from generator.model.periods import Period, PeriodKind, first_day, last_day
    from generator.model.quantities import Interval, Modality, Qualifier, Quantity, decimal_text
    from generator.model.statements import (
        Confidentiality,
        Dimensions,
        Measure,
        MeasureKind,
        Rank,
        Ruling,
        Source,
        SourceKind,
        Speaker,
        Statement,
        Subject,
        Words,
    )

__all__ = [
    "NOWHERE",
    "Audience", "ChartKind", "ChartSpec", "Confidentiality", "Dimensions", "Document", "Event",
    "Fact", "FactpackError", "Figure", "Interval", "Level", "Measure", "MeasureKind", "Modality",
    "Pack", "Period", "PeriodKind", "Place", "PlacedPicture", "Point", "PointState", "Precision",
    "Problem", "Qualifier", "Quantity", "Rank", "Ruling", "Said", "Series", "Source", "SourceKind",
    "Speaker", "Statement", "Subject", "Tone", "UsageError", "Use", "Words", "decimal_text",
    "error", "first_day", "last_day", "notice", "warning",
]  # fmt: skip

_HOMES = {
    **dict.fromkeys(("ChartKind", "ChartSpec", "Event", "Point", "PointState", "Series"), "charts"),
    **dict.fromkeys(("Fact", "Figure", "Said", "Tone", "Use"), "facts"),
    **dict.fromkeys(("Audience", "Document", "Pack", "PlacedPicture", "Precision"), "packs"),
    **dict.fromkeys(("Period", "PeriodKind", "first_day", "last_day"), "periods"),
    **dict.fromkeys(
        ("Interval", "Modality", "Qualifier", "Quantity", "decimal_text"), "quantities"
    ),
    **dict.fromkeys(
        (
            "Confidentiality",
            "Dimensions",
            "Measure",
            "MeasureKind",
            "Rank",
            "Ruling",
            "Source",
            "SourceKind",
            "Speaker",
            "Statement",
            "Subject",
            "Words",
        ),
        "statements",
    ),
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
