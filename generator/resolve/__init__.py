"""Choosing and deriving: statements, an edition and an audience into the facts of a document.

Pure: values in, values and problems out. Every name is loaded when it is first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.resolve.conflict_sets import Conflict, conflicts
    from generator.resolve.edition import Edition
    from generator.resolve.filters import FILTERS
    from generator.resolve.ledger import Ledger, LedgerRow
    from generator.resolve.reader import Reader
    from generator.resolve.reports import (
        conflicts_json,
        explain,
        fact_json,
        facts_json,
        statement_json,
        statements_json,
    )
    from generator.resolve.resolution import Resolution, resolve
    from generator.resolve.resolved import ResolvedFact
    from generator.resolve.source_views import SourceView
    from generator.resolve.template_names import AudienceView, EditionView, context
    from generator.resolve.views import FactView
    from generator.resolve.vocabulary import VOCABULARY, Word

_HOMES = {
    "conflict_sets": ("Conflict", "conflicts"),
    "template_names": ("AudienceView", "EditionView", "context"),
    "edition": ("Edition",),
    "filters": ("FILTERS",),
    "ledger": ("Ledger", "LedgerRow"),
    "reader": ("Reader",),
    "reports": (
        "conflicts_json", "explain", "fact_json", "facts_json", "statement_json",
        "statements_json",
    ),
    "resolution": ("Resolution", "resolve"),
    "resolved": ("ResolvedFact",),
    "source_views": ("SourceView",),
    "views": ("FactView",),
    "vocabulary": ("VOCABULARY", "Word"),
}  # fmt: skip

__all__ = [
    "FILTERS", "VOCABULARY", "AudienceView", "Conflict", "Edition", "EditionView",
    "FactView", "Ledger", "LedgerRow", "Reader", "Resolution", "ResolvedFact", "SourceView",
    "Word", "conflicts", "conflicts_json", "context", "explain", "fact_json", "facts_json",
    "resolve", "statement_json", "statements_json",
]  # fmt: skip


def __getattr__(name: str) -> object:
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{home}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
