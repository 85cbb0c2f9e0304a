"""One value as it is printed in a fact file or a table cell."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from generator.language.numbers.chinese import chinese_figure
from generator.language.numbers.drafts import Draft
from generator.language.numbers.numerals import Number, chinese_number
from generator.language.script.folding import fold, level, lower, squeeze
from generator.language.script.patterns import compiled
from generator.model import Quantity

# What is counted may stand behind the figure: 35个项目, 81 companies.
_CHINESE_NOUN = r"[\u4e00-\u9fff]{1,12}"
_ENGLISH_NOUN = "(?: [a-z][a-z-]+){1,4}"
_ORDINAL = "第(.+?)(个?年头|位|名)?"
_ENGLISH_ORDINAL = r"(?:the )?(\d{1,9})(?:st|nd|rd|th)( year)?"
_YEARS = ("个年头", "年头", " year")
_COUNTING = ("item", "person", "household")


@lru_cache(maxsize=65_536)
def read_printed(text: str, unit: str | None = None, lang: str = "zh-Hans") -> Quantity:
    """Read one printed value: ``5.09亿元``, ``近2.4万人次``, ``over CNY 50 billion``.

    `unit` is what the measure counts: it settles a value without a unit, or with a measure word
    that says no more than "one of them". Raises ValueError with the reason for anything else.
    """
    readers = (_english, _chinese) if lang.startswith("en") else (_chinese, _english)
    quantity = readers[0](text, unit or "") or readers[1](text, unit or "")
    if quantity is None:
        raise ValueError(f"not a figure: {text!r}; write one value as it is printed")
    return quantity


def _chinese(text: str, unit: str) -> Quantity | None:
    folded, _ = squeeze(fold(text.strip()))
    draft = _ordinal(folded) or _class(folded) or chinese_figure(folded)
    if draft is None:
        return None
    if draft.end == len(folded):
        return draft.quantity(text, draft.settled_unit(unit))
    if draft.unit in _COUNTING and compiled(_CHINESE_NOUN).fullmatch(folded, draft.end):
        return _counting(draft, text, len(folded), unit)
    return None


def _english(text: str, unit: str) -> Quantity | None:
    # -- its patterns take some milliseconds to compile, and many fact bases never need them --
    from generator.language.numbers.english import english_figure

    folded = lower(level(fold(text.strip())))
    ordinal = compiled(_ENGLISH_ORDINAL).fullmatch(folded)
    draft = _ranked(ordinal) if ordinal else english_figure(folded)
    if draft is None:
        return None
    if draft.end == len(folded):
        return draft.quantity(text, draft.settled_unit(unit))
    if not draft.unit and compiled(_ENGLISH_NOUN).fullmatch(folded, draft.end):
        return _counting(draft, text, len(folded), unit)
    return None


def _ordinal(folded: str) -> Draft | None:
    """第33个年头, 第4位: exactly the number, counted in years or ranks."""
    match = compiled(_ORDINAL).fullmatch(folded) if folded.startswith("第") else None
    return None if match is None else _ranked(match)


def _ranked(match: re.Match[str]) -> Draft | None:
    try:
        number = chinese_number(match[1])
    except ValueError:
        return None
    unit = "year" if match[2] in _YEARS else "rank"
    return Draft(0, match.end(), number, unit) if isinstance(number, Number) else None


def _class(folded: str) -> Draft | None:
    """百亿级: as much at least, in the unit of the measure."""
    draft = chinese_figure(folded[:-1]) if folded.endswith("级") else None
    if draft is None or draft.end != len(folded) - 1 or not isinstance(draft.value, Number):
        return None
    return replace(draft, end=len(folded), qualifier="at_least", notes=(*draft.notes, "class"))


def _counting(draft: Draft, text: str, length: int, unit: str) -> Quantity:
    """The quantity with the noun behind it."""
    quantity = draft.quantity(text, draft.settled_unit(unit) or draft.unit or "item")
    return replace(quantity, counted=text.strip()[draft.end - length :].strip())
