"""A fact as a template holds it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from generator.model import Modality, Period, Quantity, Said
from generator.resolve import neighbours, saying
from generator.resolve.chooser import Chooser
from generator.resolve.reader import Reader, present
from generator.resolve.resolved import ResolvedFact
from generator.resolve.source_views import SourceView, source_view


class FactView:
    """One fact for one reader: prints itself whole, and leads to its neighbours.

    A missing fact is a view like any other, so that ``is available`` can ask for it; what prints
    it or takes its value apart raises FactpackError with the problem and the next step.
    """

    __slots__ = ("_reader", "_resolved")

    def __init__(self, resolved: ResolvedFact, reader: Reader) -> None:
        self._resolved = resolved
        self._reader = reader

    def __figure__(self) -> Said:
        return saying.whole(self._resolved, self._reader)

    def __str__(self) -> str:
        return self.__figure__().text

    def __repr__(self) -> str:
        return f"<fact {self.key}>"

    # -- what it is --------------------------------------------------------------------------

    @property
    def key(self) -> str:
        return self._resolved.key

    @property
    def available(self) -> bool:
        return self._resolved.available

    @property
    def expired(self) -> bool:
        """Past its shelf life; of a forecast also: its period is over."""
        return self._resolved.expired

    @property
    def derived(self) -> bool:
        return bool(self._resolved.fact.derive)

    @property
    def modality(self) -> Modality:
        return self._resolved.fact.modality

    @property
    def statements(self) -> tuple[str, ...]:
        """The ids of every statement it rests on."""
        return self._resolved.lineage

    @property
    def quantity(self) -> Quantity | None:
        return present(self._resolved).quantity

    @property
    def value(self) -> Fraction | None:
        """The number in the base unit; ``None`` for an event."""
        quantity = self.quantity
        return None if quantity is None else quantity.value

    @property
    def unit(self) -> str:
        """The code of the unit, such as ``CNY``; empty for an event."""
        quantity = self.quantity
        return "" if quantity is None else quantity.unit

    @property
    def as_of(self) -> str | None:
        """The as-of date as it is kept: ``2025-12``; the filter |as_of says it."""
        return present(self._resolved).as_of

    @property
    def period(self) -> Period | None:
        return present(self._resolved).period

    @property
    def source(self) -> SourceView | None:
        """Its source; |source says it, for derived facts too."""
        statement = present(self._resolved).statement
        found = self._reader.source(statement) if statement else None
        return source_view(found, self._reader.voice) if found else None

    # -- its words ---------------------------------------------------------------------------

    @property
    def name(self) -> str:
        return self._reader.voice.words(self._resolved.fact.name)

    @property
    def note(self) -> str:
        return self._reader.voice.words(self._resolved.fact.note)

    @property
    def definition(self) -> str:
        """What its measure counts (口径)."""
        measure = self._reader.measure(self._resolved)
        return self._reader.voice.words(measure.definition) if measure else ""

    @property
    def said_by(self) -> str:
        statement = present(self._resolved).statement
        return self._reader.speaker(statement) if statement else ""

    @property
    def evidence(self) -> str:
        """The clause that carries it, in the script of its source."""
        clauses = (one.evidence for one in present(self._resolved).statements)
        return self._reader.voice.joined(clauses, "；")

    @property
    def basis(self) -> Said:
        return saying.basis(self._resolved, self._reader)

    @property
    def ruling_note(self) -> str:
        """The note of the ruling that chose it, for the audiences that it is for."""
        ruling = self._resolved.ruling
        if ruling is None or not self._chooser.shows_note(ruling):
            return ""
        return self._reader.voice.words(ruling.note)

    # -- events ------------------------------------------------------------------------------

    @property
    def date(self) -> Said:
        """When it happened, as exactly as it is known."""
        return saying.period(self._resolved, self._reader)

    @property
    def text(self) -> str:
        return self.name

    @property
    def years(self) -> Said:
        """Years from its start to the edition's year, as a number."""
        period = present(self._resolved).period
        start = period.start if period else None
        if start is None:
            raise saying.nothing(self._resolved, "has no date", "Count the years of events only.")
        years = self._reader.edition.year - int(start[:4])
        return saying.said(self._resolved, str(years), "years")

    # -- its neighbours ----------------------------------------------------------------------

    @property
    def previous(self) -> FactView:
        return self._view(neighbours.previous(self._chooser, self._resolved))

    @property
    def forecast(self) -> FactView:
        return self._view(neighbours.forecast(self._chooser, self._resolved))

    def at(self, when: str) -> FactView:
        """The value for ``2023-10``, ``2023`` …"""
        return self._view(neighbours.at(self._chooser, self._resolved, str(when)))

    @property
    def series(self) -> list[FactView]:
        return self._views(neighbours.series(self._chooser, self._resolved))

    @property
    def supporting(self) -> list[FactView]:
        return self._views(neighbours.supporting(self._chooser, self._resolved))

    @property
    def rejected(self) -> list[FactView]:
        return self._views(neighbours.rejected(self._chooser, self._resolved))

    @property
    def bases(self) -> list[FactView]:
        """The facts that a derived one was computed from."""
        return self._views(self._resolved.bases)

    @property
    def _chooser(self) -> Chooser:
        return self._reader.resolution.chooser

    def _view(self, resolved: ResolvedFact) -> FactView:
        return FactView(resolved, self._reader)

    def _views(self, facts: Iterable[ResolvedFact]) -> list[FactView]:
        return [self._view(resolved) for resolved in facts]


def inside(view: FactView) -> tuple[ResolvedFact, Reader]:
    """The fact and the reader in a view: for the house, templates reach no such name."""
    return view._resolved, view._reader


def retold(view: FactView, locale: str) -> FactView:
    """The same fact in the words of another locale."""
    return FactView(view._resolved, replace(view._reader, other=locale))
