"""Statements, what one source says: `facts/statements/*.yaml`."""

from __future__ import annotations

from collections.abc import Mapping

from generator.language import read_printed
from generator.model import Confidentiality, Measure, Problem, Quantity, Rank, Statement, error
from generator.store.facts import MODALITIES
from generator.store.fields import choice, day, dimensions, period, text
from generator.store.records import Record

RANKS: tuple[Rank, ...] = ("preferred", "normal", "deprecated")
CONFIDENTIALITIES: tuple[Confidentiality, ...] = ("public", "internal")

SUBJECT = text("subject", required=True)
MEASURE = text("measure", required=True)
VALUE = text("value")
PERIOD = period("period")
AS_OF = day("as_of")
EVIDENCE = text("evidence", required=True)
SAID_BY = text("said_by")
MODALITY = choice("modality", MODALITIES, "actual")
DIMENSIONS = dimensions("dimensions")
SCOPE = text("scope")
RANK = choice("rank", RANKS, "normal")
REASON = text("reason")
CONFIDENTIALITY = choice("confidentiality", CONFIDENTIALITIES, "public")
NOTE = text("note")
PUBLISHED = day("published")
ACCESSED = day("accessed")
RECORDED = day("recorded")

FIELDS = (
    SUBJECT, MEASURE, VALUE, PERIOD, AS_OF, EVIDENCE, SAID_BY, MODALITY, DIMENSIONS, SCOPE, RANK,
    REASON, CONFIDENTIALITY, NOTE, PUBLISHED, ACCESSED, RECORDED,
)  # fmt: skip


class StatementReader:
    """Reads the statements of one source; a value takes the unit of its measure by default."""

    def __init__(
        self,
        source: str,
        language: str,
        measures: Mapping[str, Measure],
        problems: list[Problem],
    ) -> None:
        self._source = source
        self._language = language
        self._measures = measures
        self._problems = problems

    def read(self, record: Record) -> Statement:
        measure = record[MEASURE]
        return Statement(
            id=record.id,
            subject=record[SUBJECT],
            measure=measure,
            source=self._source,
            evidence=record[EVIDENCE],
            place=record.place,
            quantity=self._quantity(record, measure),
            dimensions=record[DIMENSIONS],
            modality=record[MODALITY],
            period=record[PERIOD],
            as_of=record[AS_OF],
            published=record[PUBLISHED],
            accessed=record[ACCESSED],
            recorded=record[RECORDED],
            said_by=record[SAID_BY],
            scope=record[SCOPE],
            rank=record[RANK],
            reason=record[REASON],
            confidentiality=record[CONFIDENTIALITY],
            note=record[NOTE],
        )

    def _quantity(self, record: Record, measure: str) -> Quantity | None:
        known = self._measures.get(measure)
        printed = record[VALUE]
        if VALUE not in record and known and known.kind != "event":
            self._problems.append(_no_value(record, known))
        if not printed:
            return None
        try:
            return read_printed(printed, known.unit if known else None, self._language)
        except ValueError as wrong:
            self._problems.append(_unreadable(record, printed, str(wrong)))
            return None


def _no_value(record: Record, measure: Measure) -> Problem:
    problem = f"“{record.id}” has no value, but “{measure.id}” is no event."
    return error(record.place, problem, "Add “value:”, as the source prints it.")


def _unreadable(record: Record, printed: str, why: str) -> Problem:
    return error(
        record.place_of(VALUE),
        f"value: “{printed}” cannot be read as one figure ({why}).",
        "Write it as the source prints it, with its unit: 5.09亿元, 近2.4万人次, 37%.",
    )
