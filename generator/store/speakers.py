"""Speakers in other languages: `facts/speakers.yaml`."""

from __future__ import annotations

from generator.model import Speaker
from generator.store.fields import words
from generator.store.records import Record

NAME = words("name", required=True)

FIELDS = (NAME,)


def read_speaker(record: Record) -> Speaker:
    return Speaker(id=record.id, name=record[NAME], place=record.place)
