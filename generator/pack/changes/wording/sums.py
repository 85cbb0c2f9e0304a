"""Totals in prose whose parts added up in the old edition and do not any more."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import reduce

from generator.language import combine, convert
from generator.model import Interval, Quantity
from generator.pack.changes.wording.finding import Finding, Knowledge, from_to
from generator.pack.changes.wording.sentences import Figure, Sentence

_TOTAL = re.compile(
    r"合计|共计|总计|总共|一共|共(?=[有达]?[约近超]?\s*[\d一二三四五六七八九十百两])|"
    r"\b(?:a )?total(?:l?ing)? (?:of )?|\bin total\b|\baltogether\b",
    re.IGNORECASE,
)
_BEHIND = ("in total", "altogether")  # words that follow their figure

Value = Callable[[Figure], Quantity | None]


def broken_sums(sentence: Sentence, knowledge: Knowledge) -> Iterator[Finding]:
    """Totals that were the sum of other figures of their sentence, until one of these changed."""
    for word in _TOTAL.finditer(sentence.text):
        total = _total(sentence, word)
        changed = [one.key for one in sentence.figures if one.key in knowledge.changes]
        if total is None or not changed:
            continue
        for parts in _groups(sentence, total):
            was = _adds_up(total, parts, lambda one: _before(one, knowledge))
            if was and not _adds_up(total, parts, lambda one: one.quantity):
                moved = [one.key for one in (*parts, total) if one.key in knowledge.changes]
                yield _finding(sentence, word[0], moved, knowledge)
                break


def _finding(sentence: Sentence, word: str, moved: Sequence[str], knowledge: Knowledge) -> Finding:
    states = {
        lang: "; ".join(from_to(knowledge.changes[key], locale) for key in dict.fromkeys(moved))
        for lang, locale in (("zh", "zh-Hans"), ("en", "en"))
    }
    reason = {
        "zh": f"各项之和不再等于合计：{states['zh'].replace('; ', '；')}",
        "en": f"the parts no longer add up to the total: {states['en']}",
    }
    return Finding("sum", word.strip(), sentence.text.strip(), moved[0], reason)


def _total(sentence: Sentence, word: re.Match[str]) -> Figure | None:
    if word[0].lower() in _BEHIND:
        before = [one for one in sentence.figures if one.end <= word.start()]
        return before[-1] if before else None
    figure = sentence.spoken_of(word.start(), word.end())
    return figure if figure is not None and figure.start >= word.end() else None


def _groups(sentence: Sentence, total: Figure) -> list[list[Figure]]:
    """What may be its parts: two or more figures of its unit, before it, behind it, or both."""
    alike = [one for one in sentence.figures if one is not total and _alike(one, total)]
    before = [one for one in alike if one.start < total.start]
    behind = [one for one in alike if one.start > total.start]
    return [group for group in (before, behind, alike) if len(group) > 1]


def _alike(a: Figure, b: Figure) -> bool:
    if a.quantity is None or b.quantity is None:
        return False
    units = {a.quantity.unit, b.quantity.unit}
    return len(units) == 1 or "1" in units or convert(a.quantity, b.quantity.unit) is not None


def _before(figure: Figure, knowledge: Knowledge) -> Quantity | None:
    """What stood there in the old edition; what was typed stood there as well."""
    change = knowledge.changes.get(figure.key)
    if change is None:
        return figure.quantity
    return change.old.quantity if change.old else None


def _adds_up(total: Figure, parts: Sequence[Figure], value: Value) -> bool:
    whole = value(total)
    intervals = [_in_unit(value(one), whole) for one in parts]
    if whole is None or None in intervals:
        return False
    known = [one for one in intervals if one is not None]
    return reduce(lambda a, b: combine("+", a, b), known).meets(whole.interval)


def _in_unit(part: Quantity | None, whole: Quantity | None) -> Interval | None:
    if part is None or whole is None:
        return None
    return (convert(part, whole.unit) or part).interval
