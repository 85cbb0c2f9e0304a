"""A source as a template or a list of sources shows it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Source, SourceKind
from generator.resolve.voice import Voice

_KINDS: dict[SourceKind, tuple[str, str]] = {
    "official": ("官方发布", "official"),
    "press": ("新闻报道", "press report"),
    "narrative": ("述评", "commentary"),
}
_MISSING = {
    "title": ("标题", "title"),
    "authors": ("作者", "authors"),
    "publisher": ("刊载媒体", "publisher"),
    "date": ("日期", "date"),
    "page": ("版面", "page"),
    "url": ("网址", "address"),
}


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source in the reader's words, with what it does not print of itself."""

    id: str
    citation: str
    title: str
    publisher: str
    date: str
    kind: str
    missing: str

    def __str__(self) -> str:
        return self.citation


def source_view(source: Source, voice: Voice) -> SourceView:
    lacking = (voice.either(*_MISSING.get(name, (name, name))) for name in source.missing)
    return SourceView(
        id=source.id,
        citation=voice.cited(source),
        title=source.title,  # as printed, in its own script
        publisher=voice.chinese(source.publisher),
        date=voice.date(source.published, source) if source.published else "",
        kind=voice.either(*_KINDS[source.kind]),
        missing=voice.joined(lacking),
    )
