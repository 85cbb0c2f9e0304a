"""Rulings, an editor's decisions on contradictions: `facts/rulings.yaml`."""

from __future__ import annotations

from generator.model import Ruling
from generator.store.fields import day, dimensions, text, texts, words
from generator.store.records import Record

SUBJECT = text("subject", required=True)
MEASURE = text("measure", required=True)
DIMENSIONS = dimensions("dimensions")
CHOOSE = text("choose", required=True)
EXPECT = texts("expect", required=True)
WHY = text("why", required=True)
DECIDED = day("decided", required=True)
NOTES_FOR = texts("notes_for")
NOTE = words("note")

FIELDS = (SUBJECT, MEASURE, DIMENSIONS, CHOOSE, EXPECT, WHY, DECIDED, NOTES_FOR, NOTE)


def read_ruling(record: Record) -> Ruling:
    return Ruling(
        id=record.id,
        subject=record[SUBJECT],
        measure=record[MEASURE],
        choose=record[CHOOSE],
        expect=record[EXPECT],
        why=record[WHY],
        decided=record[DECIDED] or "",
        dimensions=record[DIMENSIONS],
        notes_for=record[NOTES_FOR],
        note=record[NOTE],
        place=record.place,
    )
