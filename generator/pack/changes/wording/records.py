"""Firsts and records: what was one in the old edition need not be one any more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from generator.language import convert
from generator.model import Quantity
from generator.pack.changes.comparing import UNLIKE
from generator.pack.changes.survey import Change
from generator.pack.changes.wording.finding import Finding, Knowledge, why
from generator.pack.changes.wording.sentences import Figure, Sentence

_FIRST = re.compile(
    r"(?:首次|第一次|首度|首破)|\bfor the (?:very )?first time\b|\bfirst[- ]ever\b", re.IGNORECASE
)
_HIGH = re.compile(
    r"历史新高|创新高|新高|历史最高|历史最好|(?:最高|新|破|创)纪录|前所未有|"
    r"\ball-time high\b|\b(?:(?:a|new) )?record[- ](?:high|level|number|sum|amount)\b|"
    r"\b(?:a|new) record\b|"
    r"\bhighest (?:ever|on record)\b|\brecord(?= \d)|\bunprecedented\b",
    re.IGNORECASE,
)
_LOW = re.compile(
    r"历史新低|新低|历史最低|\ball-time low\b|\brecord[- ]low\b|\blowest (?:ever|on record)\b",
    re.IGNORECASE,
)
_OF_TIME = ("changed", "falls", "confirmed")


def broken_records(sentence: Sentence, knowledge: Knowledge) -> Iterator[Finding]:
    """First times that came before, and records that the figure no longer is."""
    for pattern, judge in ((_FIRST, _first), (_HIGH, _high), (_LOW, _low)):
        for words in pattern.finditer(sentence.text):
            about = sentence.spoken_of(words.start(), words.end())
            change = _change(sentence, about, words.start(), knowledge)
            reason = judge(change, about) if change and about else None
            if change and reason:
                yield Finding("record", words[0], sentence.text.strip(), change.key, reason)


def _change(
    sentence: Sentence, about: Figure | None, at: int, knowledge: Knowledge
) -> Change | None:
    """The change of the fact that is meant: the figure's own, or the nearest of its unit."""
    if about is None:
        return None
    if about.key:
        return knowledge.changes.get(about.key)
    near = sorted(sentence.figures, key=lambda one: abs(one.start - at))
    facts = (one for one in near if one.key and _alike(one.quantity, about.quantity))
    return next((knowledge.changes.get(one.key) for one in facts), None)


def _alike(a: Quantity | None, b: Quantity | None) -> bool:
    return a is not None and b is not None and convert(a, b.unit) is not None


def _first(change: Change, about: Figure) -> dict[str, str] | None:
    """首次突破1000个: false when the old edition was past it, or the new one is not."""
    if change.old is None or change.kind in UNLIKE:
        return None
    if about.key:
        rose = change.kind == "changed" and change.delta.direction == "up"
        return None if rose or change.kind not in _OF_TIME else _again(change)
    line = about.quantity.value if about.quantity else None
    if line is None or change.old.quantity is None or change.new is None:
        return None
    if _is_past(change.old.quantity, line):
        return _again(change)
    if change.new.quantity is not None and not _may_be_past(change.new.quantity, line):
        return why(change, "现在的数未到：{}", "the figure is not there now: {}")
    return None


def _again(change: Change) -> dict[str, str]:
    return why(change, "上一版已经如此：{}", "it was so in the old edition already: {}")


def _is_past(quantity: Quantity, line: Fraction) -> bool:
    low = quantity.interval.lo
    return low is not None and low >= line


def _may_be_past(quantity: Quantity, line: Fraction) -> bool:
    high = quantity.interval.hi
    return high is None or high >= line


def _high(change: Change, _: Figure) -> dict[str, str] | None:
    return None if _went(change) == "up" else _no_record(change)


def _low(change: Change, _: Figure) -> dict[str, str] | None:
    return None if _went(change) == "down" else _no_record(change)


def _went(change: Change) -> str:
    return change.delta.direction if change.kind in ("changed", "falls") else "none"


def _no_record(change: Change) -> dict[str, str] | None:
    """Only what has another value or another date can break a record."""
    if change.old is None or change.kind in ("aged", "fresh", "source", "ruling", "refined"):
        return None
    return why(
        change,
        "与上一版相比不再成立或不能证明：{}",
        "no longer so, or not proved, against the old edition: {}",
    )
