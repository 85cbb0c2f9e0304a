"""The evidence annex: one row for every figure, one for every source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model import Said
from generator.resolve import saying
from generator.resolve.reader import Reader
from generator.resolve.resolved import ResolvedFact
from generator.resolve.source_views import SourceView, source_view
from generator.resolve.views import FactView


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """What proves one figure; texts that there is nothing to say for are empty."""

    no: int
    key: str
    name: str
    value: Said
    period: Said | str
    as_of: Said | str
    source: str
    said_by: str
    evidence: str
    definition: str
    note: str
    expired: bool


class Ledger:
    """The rows of all facts at hand, or ``ledger(keys)`` those of some, in that order.

    A fact that is missing for this reader has no row; a neighbour (``a.previous``) has one.
    """

    def __init__(self, reader: Reader, keys: Iterable[str] | None = None) -> None:
        self._reader = reader.exactly  # -- what proves a figure is the figure itself --
        asked = reader.resolution.facts if keys is None else dict.fromkeys(keys)
        found = (reader.resolution.find(key) for key in asked)
        self._facts = [one for one in found if one and one.available]

    def __call__(self, keys: Iterable[str | FactView]) -> Ledger:
        return Ledger(self._reader, (str(getattr(named, "key", named)) for named in keys))

    def __iter__(self) -> Iterator[LedgerRow]:
        return (_row(no, one, self._reader) for no, one in enumerate(self._facts, 1))

    def __len__(self) -> int:
        return len(self._facts)

    @property
    def sources(self) -> list[SourceView]:
        """The sources of its rows, in order of first use."""
        statements = (one for fact in self._facts for one in fact.statements)
        sources = (self._reader.source(one) for one in statements)
        used = {source.id: source for source in sources if source}
        return [source_view(source, self._reader.voice) for source in used.values()]


class Sources:
    """The rows of all sources at hand, or ``sources(keys)`` those behind some facts."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def __call__(self, keys: Iterable[str | FactView]) -> Sources:
        return Sources(self._ledger(keys))

    def __iter__(self) -> Iterator[SourceView]:
        return iter(self._ledger.sources)

    def __len__(self) -> int:
        return len(self._ledger.sources)


def _row(no: int, resolved: ResolvedFact, reader: Reader) -> LedgerRow:
    view = FactView(resolved, reader)
    return LedgerRow(
        no=no,
        key=view.key,
        name=view.name,
        value=saying.marked(resolved, reader),
        period=_period(resolved, reader),
        as_of=_date(resolved, reader),
        source=reader.voice.joined(reader.citations([resolved]), "；"),
        said_by=view.said_by,
        evidence=view.evidence,
        definition=view.definition,
        note=_note(view, reader),
        expired=view.expired,
    )


def _period(resolved: ResolvedFact, reader: Reader) -> Said | str:
    """The time that a figure covers; of an event the value is its time already."""
    covers = resolved.quantity is not None and resolved.period is not None
    return saying.period(resolved, reader) if covers else ""


def _date(resolved: ResolvedFact, reader: Reader) -> Said | str:
    """The as-of date; of a figure past its shelf life also that nothing newer is to be had."""
    if resolved.expired and not resolved.outlived:
        return saying.as_of(resolved, reader)
    return reader.date(resolved)


def _note(view: FactView, reader: Reader) -> str:
    """How a derived figure was computed, the fact's own note, the ruling's."""
    parts = (view.basis.text if view.derived else "", view.note, view.ruling_note)
    return reader.voice.joined(filter(None, parts), "；")
