"""Measures: `facts/measures.yaml`."""

from __future__ import annotations

from generator.model import Measure, MeasureKind
from generator.store.fields import choice, months, number, text, texts, words
from generator.store.records import Record

KINDS: tuple[MeasureKind, ...] = ("cumulative", "level", "flow", "ratio", "event")

NAME = words("name", required=True)
UNIT = text("unit")
KIND = choice("kind", KINDS, "level", required=True)
DEFINITION = words("definition")
SHELF_LIFE = months("shelf_life")
ALIASES = texts("aliases")
AT_LEAST = number("at_least")
AT_MOST = number("at_most")
NOUN = words("noun")
OFFICE = words("office")
ASK = words("ask")

FIELDS = (
    NAME, UNIT, KIND, DEFINITION, SHELF_LIFE, ALIASES, AT_LEAST, AT_MOST, NOUN, OFFICE, ASK,
)  # fmt: skip


def read_measure(record: Record) -> Measure:
    return Measure(
        id=record.id,
        name=record[NAME],
        unit=record[UNIT],
        kind=record[KIND],
        definition=record[DEFINITION],
        shelf_life=record[SHELF_LIFE],
        aliases=record[ALIASES],
        at_least=record[AT_LEAST],
        at_most=record[AT_MOST],
        noun=record[NOUN],
        office=record[OFFICE],
        ask=record[ASK],
        place=record.place,
    )
