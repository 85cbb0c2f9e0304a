"""Facts, the names that templates use: `facts/facts.yaml`."""

from __future__ import annotations

from generator.model import Fact, Modality
from generator.store.fields import choice, digits, dimensions, period_rule, text, texts, words
from generator.store.records import Record

MODALITIES: tuple[Modality, ...] = ("actual", "forecast", "plan", "target", "proposal")
FORMULAS = ("difference", "growth", "share", "sum", "years_since", "convert")

NAME = words("name", required=True)
SUBJECT = text("subject")
MEASURE = text("measure")
DIMENSIONS = dimensions("dimensions")
PERIOD = period_rule("period")
MODALITY = choice("modality", MODALITIES, "actual")
SCOPE = text("scope")
DERIVE = choice("derive", FORMULAS, "")
OF = texts("of")
UNIT = text("unit")
DIGITS = digits("digits")
NOTE = words("note")

FIELDS = (
    NAME, SUBJECT, MEASURE, DIMENSIONS, PERIOD, MODALITY, SCOPE, DERIVE, OF, UNIT, DIGITS,
    NOTE,
)  # fmt: skip


def read_fact(record: Record) -> Fact:
    return Fact(
        key=record.id,
        name=record[NAME],
        subject=record[SUBJECT],
        measure=record[MEASURE],
        dimensions=record[DIMENSIONS],
        period=record[PERIOD],
        modality=record[MODALITY],
        scope=record[SCOPE],
        derive=record[DERIVE],
        of=record[OF],
        unit=record[UNIT],
        digits=record[DIGITS],
        note=record[NOTE],
        place=record.place,
    )
