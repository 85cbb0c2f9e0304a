"""One value as it is printed in a fact file or a table cell."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from generator.language.chinese import chinese_figure
from generator.language.drafts import Draft
from generator.language.folding import fold, level, lower, squeeze
from generator.model import Quantity

# What is counted may stand behind the figure: 35个项目, 81 companies.
_CHINESE_NOUN = re.compile(r"[\u4e00-\u9fff]{1,12}")
_ENGLISH_NOUN = re.compile(r"(?: [a-z][a-z-]+){1,4}")
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
    draft = chinese_figure(folded)
    if draft is None:
        return None
    if draft.end == len(folded):
        return draft.quantity(text, draft.settled_unit(unit))
    if draft.unit in _COUNTING and _CHINESE_NOUN.fullmatch(folded, draft.end):
        return _counting(draft, text, len(folded), unit)
    return None


def _english(text: str, unit: str) -> Quantity | None:
    # -- its patterns take some milliseconds to compile, and many fact bases never need them --
    from generator.language.english import english_figure

    folded = lower(level(fold(text.strip())))
    draft = english_figure(folded)
    if draft is None:
        return None
    if draft.end == len(folded):
        return draft.quantity(text, draft.settled_unit(unit))
    if not draft.unit and _ENGLISH_NOUN.fullmatch(folded, draft.end):
        return _counting(draft, text, len(folded), unit)
    return None


def _counting(draft: Draft, text: str, length: int, unit: str) -> Quantity:
    """The quantity with the noun behind it."""
    quantity = draft.quantity(text, draft.settled_unit(unit) or draft.unit or "item")
    return replace(quantity, counted=text.strip()[draft.end - length :].strip())
