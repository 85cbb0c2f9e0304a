"""Qualifiers: their printed words, and what two of them on one figure mean together."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from generator.model import Qualifier

Words = Mapping[Qualifier, str]

_CHINESE_BEFORE: Words = {
    "at_most": "不超过|不超|不高于|不多于|不大于|未超过|不突破|至多|最多可达|最高可达|最多达|最高达"
    "|最多|最高|≤",
    "at_least": "不少于|不低于|不小于|不下于|不下|至少|起码|最少|最低|≥|上",
    "over": "超过了|突破了|超过|超出|多于|高于|大于|突破|逾|超|>|破|过",
    "under": "不足|不到|不满|未满|未达|未到|低于|少于|小于|<",
    "near": "将近|接近于|接近|近",
    "about": "大约为|大约有|大约|约为|约有|约合|大概|估计|约|≈|~",
}
# Short words that are often part of another one (签约, 附近, 内部), or need a scale word behind.
_GUARDS = {
    "上": r"(?<![以之])上(?=[百千万亿])",
    "超": "(?<!反)超",
    "破": "(?<![打攻爆侦踏])破",
    "过": "(?<![经通超越不渡跨])过(?=[半百千万亿])",
    "内": "(?<=[年月日天周时钟])内(?![蒙部地外容])",
    "近": "(?<![附最靠远亲邻])近",
    "约": "(?<![节签合条履契预公违制])约",
}
_CHINESE_AFTER: Words = {
    "at_least": r"及以上|以上|之上|\+",
    "at_most": "及以下|以下|以内|之内|内",
    "about": "左右|上下(?![游级册各班文联衔一齐])|许(?![多可愿昌])",
    "odd": "出头",
}
_ENGLISH_BEFORE: Words = {
    "at_least": "no fewer than|not less than|not fewer than|no less than|at least|a minimum of|≥",
    "at_most": "no more than|not more than|at most|a maximum of|up to|not above|not over|within|≤"
    "|(?:not|never) (?:to )?exceed(?:ing)?|cannot exceed",
    "over": "(?:well |just |slightly |far |a little )?(?:more than|over|above)|in excess of"
    "|upwards? of|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|tops|topped|topping|beyond"
    r"|top(?! (?:\d\d?|three|five|ten) (?!million|billion|per))"
    "|greater than|higher than|>",
    "under": "(?:well |slightly |far |a little )?(?:fewer than|less than|under|below)|short of"
    "|lower than|<",
    "near": "just under|just below|just short of|close to|nearly|almost|approaching|near|not quite",
    "about": r"approximately|approx\.?|around|about|roughly|circa|ca\.|c\.|some|an estimated"
    "|in the region of|more or less|~|≈",
}
_ENGLISH_AFTER: Words = {
    "at_least": r"or more|or above|and above|and over|or over|and more|or higher|plus|\+",
    "at_most": "or less|or fewer|or below|and below|or under|and under",
    "about": "or so|or thereabouts",
    "odd": "-odd",
}
# Two qualifiers on one figure: the narrower stands. Any other pair contradicts itself.
_TOGETHER: Mapping[tuple[Qualifier, Qualifier], Qualifier] = {
    ("about", "odd"): "odd",
    ("over", "odd"): "odd",
    ("at_least", "odd"): "odd",
    ("over", "at_least"): "over",
    ("about", "over"): "over",
    ("near", "about"): "near",
    ("about", "at_least"): "at_least",
    ("under", "at_most"): "under",
    ("about", "under"): "under",
    ("about", "at_most"): "at_most",
}


def together(first: Qualifier, second: Qualifier) -> tuple[Qualifier, tuple[str, ...]]:
    """The qualifier of a figure that carries two, and the note that says so."""
    if first == "exact" or second == "exact":
        return (second if first == "exact" else first), ()
    if first == second:
        return first, ("doubled",)
    stands = _TOGETHER.get((first, second)) or _TOGETHER.get((second, first))
    return (stands, ("doubled",)) if stands else ("about", ("contradictory",))


def chinese_before() -> str:
    """The pattern of the qualifiers before a Chinese figure, the longest first."""
    words = [word for words in _CHINESE_BEFORE.values() for word in words.split("|")]
    return "|".join(_GUARDS.get(word, word) for word in sorted(words, key=len, reverse=True))


def chinese_after() -> str:
    words = [word for words in _CHINESE_AFTER.values() for word in words.split("|")]
    return "|".join(_GUARDS.get(word, word) for word in words)


def english_before() -> str:
    """The pattern of the qualifiers before an English figure: just under comes before under."""
    order: tuple[Qualifier, ...] = ("at_least", "at_most", "near", "over", "under", "about")
    return "|".join(_ENGLISH_BEFORE[qualifier] for qualifier in order)


def english_after() -> str:
    return "|".join(_ENGLISH_AFTER.values())


@lru_cache(maxsize=512)
def qualifier_of(word: str, side: str, english: bool) -> Qualifier:
    """Which qualifier a matched word is; `side` is "before" or "after" the figure."""
    if side == "before":
        table = _ENGLISH_BEFORE if english else _CHINESE_BEFORE
    else:
        table = _ENGLISH_AFTER if english else _CHINESE_AFTER
    for qualifier, pattern in table.items():
        if re.fullmatch(pattern, word):
            return qualifier
    raise ValueError(f"not a qualifier: {word!r}")
