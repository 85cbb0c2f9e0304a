"""Subjects: `facts/subjects.yaml`."""

from __future__ import annotations

from generator.model import Subject
from generator.store.fields import text, texts, words
from generator.store.records import Record

NAME = words("name", required=True)
KIND = text("kind", required=True)
ALIASES = texts("aliases")

FIELDS = (NAME, KIND, ALIASES)


def read_subject(record: Record) -> Subject:
    return Subject(
        id=record.id,
        name=record[NAME],
        kind=record[KIND],
        aliases=record[ALIASES],
        place=record.place,
    )
