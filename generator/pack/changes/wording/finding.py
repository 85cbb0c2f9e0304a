"""What is found: the words that no longer hold, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from generator.pack.changes.seen import Seen
from generator.pack.changes.survey import Change

Sort = Literal["direction", "record", "ordinal", "sum"]


@dataclass(frozen=True, slots=True)
class Finding:
    """Words of a sentence that a change has made false, the fact, and why in each language."""

    sort: Sort
    words: str
    sentence: str
    key: str
    why: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The changes by fact, and the states of all facts in the new edition."""

    changes: Mapping[str, Change]
    states: Mapping[str, Seen]

    @classmethod
    def of(cls, changes: Iterable[Change], states: Mapping[str, Seen]) -> Knowledge:
        return cls({one.key: one for one in changes if one.new is not None}, states)


def from_to(change: Change, locale: str) -> str:
    """4.58亿元 → 5.09亿元."""
    states = (change.old, change.new)
    return " → ".join(one.said(locale) for one in states if one is not None)


def why(change: Change, chinese: str, english: str) -> dict[str, str]:
    """A reason in both languages; ``{}`` in it are the two states of the figure."""
    return {
        "zh": chinese.format(from_to(change, "zh-Hans")),
        "en": english.format(from_to(change, "en")),
    }
