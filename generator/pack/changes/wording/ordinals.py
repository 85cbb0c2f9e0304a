"""Counts of years that somebody typed: 第33个年头, 33rd year, when the edition is the 34th."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.language import han_words, ordinal
from generator.pack.changes.survey import Change
from generator.pack.changes.wording.finding import Finding, Knowledge, why
from generator.pack.changes.wording.sentences import Known

_ONES = (
    "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NTH = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
        "nine": "ninth", "twelve": "twelfth"}  # fmt: skip


def old_ordinals(text: str, known: Sequence[Known], knowledge: Knowledge) -> Iterator[Finding]:
    """Typed counts of years that were right in the old edition; what shows a fact is not typed."""
    for change in knowledge.changes.values():
        years = _old_years(change)
        for words in _written(years).finditer(text) if years else ():
            if not any(one.start < words.end() and words.start() < one.end for one in known):
                reason = why(
                    change,
                    "年数随版次而变：{}，此处是手写的旧数",
                    "the count of years follows the edition: {}; here the old one was typed",
                )
                yield Finding("ordinal", words[0], text.strip(), change.key, reason)


def _old_years(change: Change) -> int:
    """The count of the old edition; 0 for a fact that does not follow the edition's year."""
    old, new = change.old, change.new
    if old is None or new is None or old.derive != "years_since" or old.quantity is None:
        return 0
    value = old.quantity.value
    return int(value) if value.denominator == 1 and value < 1000 else 0


def _written(years: int) -> re.Pattern[str]:
    """The ways of writing it that mean a count of years, and no calendar year or other count."""
    han = han_words(years)
    chinese = (
        rf"第?(?<![\d.,—–~～-])(?<![一二三四五六七八九十百千])(?:{years}|{han})(?:个年头|周年|载|年)"
        r"(?![级代度\d])"
    )
    cardinal, nth = _english(years)
    english = (
        rf"\b(?:{years}|{cardinal})[ -]years?\b(?! old)|"
        rf"\b(?:{ordinal(years)}|{nth}) (?:\w+ )?(?:year|anniversary)\b"
    )
    return re.compile(f"{chinese}|{english}", re.IGNORECASE)


def _english(number: int) -> tuple[str, str]:
    """thirty-three, thirty-third; digits where it has hundreds."""
    if number >= 100:
        return str(number), ordinal(number)
    tens, ones = (0, number) if number < 20 else divmod(number, 10)
    last = _NTH.get(_ONES[ones], f"{_ONES[ones]}th")
    if not tens:
        return _ONES[ones], last
    head = _TENS[tens]
    return (f"{head}-{_ONES[ones]}", f"{head}-{last}") if ones else (head, f"{head[:-1]}ieth")
