"""Phrases around figures, in the reader's language and script."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.language import say_date, to_traditional
from generator.model import Modality, Source, Words

_REGIONS = ("TW", "HK")  # with traditional characters of their own
_INNER_BRACKETS = str.maketrans("（）()", "〔〕[]")
_MODALITIES: dict[Modality, tuple[str, str]] = {
    "actual": ("", ""),
    "forecast": ("预计", "expected"),
    "plan": ("计划", "planned"),
    "target": ("目标", "target"),
    "proposal": ("建议", "proposed"),
}


@dataclass(frozen=True, slots=True)
class Voice:
    """How things are said in one locale: ``zh-CN``, ``zh-Hant``, ``en`` …"""

    locale: str

    @property
    def english(self) -> bool:
        return self.locale.startswith("en")

    @property
    def traditional(self) -> bool:
        return "Hant" in self.locale or self.locale.endswith(_REGIONS)

    def either(self, chinese: str, english: str) -> str:
        return english if self.english else self.chinese(chinese)

    def chinese(self, text: str) -> str:
        """A Chinese text in the reader's script."""
        if not self.traditional or not text:
            return text
        region = self.locale[-2:] if self.locale.endswith(_REGIONS) else ""
        return to_traditional(text, region)

    def words(self, words: Words) -> str:
        """The reader's version of a text kept in several languages; the other when it lacks."""
        if self.english:
            return words.get("en") or words.get("zh", "")
        if self.traditional and "zh-Hant" in words:
            return words["zh-Hant"]
        return self.chinese(words.get("zh", "")) or words.get("en", "")

    @property
    def currency(self) -> str:
        """What is said behind a sum of yuan where readers have a 元 of their own."""
        return "（人民幣）" if self.traditional else ""

    def date(self, partial: str, source: Source | None = None) -> str:
        """A date; one that was inferred for its source is said as the source's label has it."""
        if source is not None and source.date_label and partial == source.published:
            return self.words(source.date_label)
        return say_date(partial, self.locale)

    def as_of(self, date: str) -> str:
        return self.either(f"截至{date}", f"as of {date}")

    def latest(self, date: str) -> str:
        """An as-of past its shelf life."""
        return self.either(f"截至{date}，为目前可得最新数", f"as of {date}, latest available")

    def aside(self, text: str) -> str:
        """A remark in brackets, as it follows a word; brackets inside it take another form."""
        inner = text.translate(_INNER_BRACKETS)
        return f" ({inner})" if self.english else f"（{inner}）"

    def joined(self, parts: Iterable[str], mark: str = "、") -> str:
        """A list in a sentence; with ``；`` a list of citations."""
        english = "; " if mark == "；" else ", "
        return (english if self.english else mark).join(parts)

    def modality(self, modality: Modality) -> str:
        return self.either(*_MODALITIES[modality])

    def pending(self, *, whole_year: bool) -> str:
        """What stands in the place of a forecast whose period is over."""
        if whole_year:
            return self.either("全年实际数待发布", "full-year figure not yet published")
        return self.either("实际数待发布", "actual figure not yet published")

    def cited(self, source: Source) -> str:
        """A source as a source line names it; without such words, by publisher or title."""
        if source.citation:
            told = self.words(source.citation)
            return told.replace(self.chinese(source.title), source.title) if source.title else told
        name = self.chinese(source.publisher) or source.title or source.id
        if not source.published:
            return name
        return self.joined((name, self.date(source.published, source)), "，")
