"""Sources: `facts/sources.yaml`."""

from __future__ import annotations

from generator.model import Source, SourceKind
from generator.store.fields import choice, day, file_name, sha256, text, texts, words
from generator.store.records import Record

KINDS: tuple[SourceKind, ...] = ("official", "press", "narrative")
SOURCE_LANGUAGES = ("zh-Hans", "zh-Hant", "en")

TITLE = text("title", required=True, may_be_empty=True)
PUBLISHER = text("publisher", required=True, may_be_empty=True)
AUTHORS = texts("authors")
PUBLISHED = day("published")
LANGUAGE = choice("language", SOURCE_LANGUAGES, "zh-Hans", required=True)
KIND = choice("kind", KINDS, "narrative", required=True)
FILE = file_name("file")
SHA256 = sha256("sha256")
URL = text("url")
DATE_LABEL = words("date_label")
CITATION = words("citation")
MISSING = texts("missing")
NOTE = text("note")

FIELDS = (
    FILE, SHA256, TITLE, PUBLISHER, AUTHORS, PUBLISHED, LANGUAGE, KIND, URL, DATE_LABEL, CITATION,
    MISSING, NOTE,
)  # fmt: skip


def read_source(record: Record) -> Source:
    return Source(
        id=record.id,
        title=record[TITLE],
        publisher=record[PUBLISHER],
        authors=record[AUTHORS],
        published=record[PUBLISHED] or "",
        language=record[LANGUAGE],
        kind=record[KIND],
        file=record[FILE],
        sha256=record[SHA256],
        url=record[URL],
        date_label=record[DATE_LABEL],
        citation=record[CITATION],
        missing=record[MISSING],
        note=record[NOTE],
        place=record.place,
    )
