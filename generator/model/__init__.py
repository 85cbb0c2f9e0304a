"""The field's words, in the standard library alone."""

from generator.model.charts import ChartKind, ChartSpec, Event, Point, PointState, Series
from generator.model.facts import Fact, Figure, Said, Tone, Use
from generator.model.packs import Audience, Document, Pack
from generator.model.periods import Period, PeriodKind, first_day, last_day
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
    Statement,
    Subject,
    Words,
)

__all__ = [
    "NOWHERE",
    "Audience", "ChartKind", "ChartSpec", "Confidentiality", "Dimensions", "Document", "Event",
    "Fact", "FactpackError", "Figure", "Interval", "Level", "Measure", "MeasureKind", "Modality",
    "Pack", "Period", "PeriodKind", "Place", "Point", "PointState", "Problem", "Qualifier",
    "Quantity", "Rank", "Ruling", "Said", "Series", "Source", "SourceKind", "Statement", "Subject",
    "Tone", "UsageError", "Use", "Words", "decimal_text", "error", "first_day", "last_day",
    "notice", "warning",
]  # fmt: skip
