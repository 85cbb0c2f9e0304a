"""Finding dates and periods in a text, with their spans.

Each language has a list of rules (a pattern, and what to make of a match). All rules look at the
whole text; of matches that overlap the first and longest that makes sense stands. They are
understood in the order of the text, because ``the same year`` leans on the year named before.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from generator.language.dates.moments import Found, Setting
from generator.language.dates.words import FUTURE_ZH
from generator.language.script import folding
from generator.model import Period

Understand = Callable[[re.Match[str], Setting], Found | None]
Rule = tuple[re.Pattern[str], Understand]


@dataclass(frozen=True, slots=True)
class DateReading:
    """A date or period as it stands in a text: offsets, words, meaning, what was assumed.

    A period of kind ``none`` is no date of the calendar; its note says why.
    """

    start: int
    end: int
    text: str
    period: Period
    notes: tuple[str, ...] = ()


def read_dates(text: str, lang: str = "zh-Hans", published: str | None = None) -> list[DateReading]:
    """All dates of `text` in order; `published` (``2025``, ``2025-12`` …) resolves relative ones.

    Quantities specification, section 5. Codes, classes and counts are passed over.
    """
    english = lang.startswith("en")
    folded = folding.fold(text)
    flat, offsets = (folding.level(folded), None) if english else folding.squeeze(folded)
    setting = Setting(published)
    readings: list[DateReading] = []
    reached = 0
    for match, understand in _candidates(flat, _rules(english)):
        if match.start() < reached:
            continue
        setting.future = _is_future(flat, match.start(), english)
        found = understand(match, setting)
        if found is None:
            continue
        reached = match.end()
        setting.last_year = found.year or setting.last_year
        start, end = _span(match, offsets)
        notes = found.notes + _later(found.period, published)
        readings.append(DateReading(start, end, text[start:end], found.period, notes))
    return readings


@cache
def _rules(english: bool) -> tuple[Rule, ...]:
    """The rules of a language, compiled when it is first read."""
    if english:
        from generator.language.dates.english import RULES

        return RULES
    from generator.language.dates.chinese import RULES as CHINESE

    return CHINESE


def _candidates(text: str, rules: tuple[Rule, ...]) -> list[tuple[re.Match[str], Understand]]:
    """All matches, first come first, the longer before the shorter."""
    found = [
        (match.start(), -match.end(), order, match, understand)
        for order, (pattern, understand) in enumerate(rules)
        for match in pattern.finditer(text)
        if match.group()
    ]
    found.sort(key=lambda candidate: candidate[:3])
    return [(match, understand) for _, _, _, match, understand in found]


_CLAUSE_ZH = re.compile(r"[。、\n,;!?]")
_CLAUSE_EN = re.compile(r"[.;!?\n]\s|,\s")
_CUE_EN = re.compile(r"\b(?:will|would|to be|is to|are to|expected|due|planned|scheduled)\b")


def _is_future(text: str, start: int, english: bool) -> bool:
    """Whether the clause before a date speaks of what is to come."""
    clause = (_CLAUSE_EN if english else _CLAUSE_ZH).split(text[max(0, start - 60) : start])[-1]
    if english:
        return _CUE_EN.search(clause) is not None
    return any(cue in clause for cue in FUTURE_ZH)


def _span(match: re.Match[str], offsets: list[int] | None) -> tuple[int, int]:
    if offsets is None:
        return match.span()
    return offsets[match.start()], offsets[match.end() - 1] + 1


def _later(period: Period, published: str | None) -> tuple[str, ...]:
    """A warning for a date after its text came out: an old text reprinted, or a wrong date."""
    start = period.start
    if published is None or start is None or period.kind not in ("day", "month"):
        return ()
    shared = min(len(start.split("~")[0]), len(published))
    return ("after-publication",) if start[:shared] > published[:shared] else ()
