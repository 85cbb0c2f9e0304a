"""A figure as it was printed in Chinese, taken apart into its pieces."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.language.numbers.chinese import chinese_figure
from generator.language.numbers.numerals import Number
from generator.language.numbers.qualifiers import chinese_before, english_before
from generator.language.numbers.unit_words import CHINESE_CURRENCIES, CURRENCIES
from generator.language.saying.digits import is_chinese
from generator.language.saying.phrases import Phrase
from generator.language.script.folding import fold, squeeze
from generator.model import Qualifier

BEFORE: dict[Qualifier, str] = {
    "near": "近", "about": "约", "over": "超", "under": "不足", "at_most": "不超过",
}  # fmt: skip
# What says a qualifier in front of the number, wherever it was printed.
INSTEAD: dict[Qualifier, str] = {**BEFORE, "at_least": "至少", "odd": "超"}

_SIGNS = "|".join(
    re.escape(sign) for sign in sorted(CURRENCIES | CHINESE_CURRENCIES, key=len, reverse=True)
)
_BARE = re.compile(r"(.*?)(及?以上|及?以下|[以之]内|左右|上下|\+|)")
_HEAD = re.compile(
    rf"(?P<before>{chinese_before()})?(?P<money>(?:{_SIGNS}) ?)?(?:(?P<digits>[+-]?[\d.,]+)"
    r"(?P<within>[多余来几]?)(?P<scale>万亿|[千百]?[万亿]|[千百]|)(?P<beyond>[多余]?)|(?P<words>.+))"
)
_LATIN = re.compile(r"[A-Za-z]")


@lru_cache(maxsize=16_384)
def printed_phrase(printed: str) -> Phrase:
    """The pieces of a figure as it is printed in Chinese (simplified)."""
    text, _ = squeeze(fold(printed.strip()))
    draft = chinese_figure(text)
    head, unit, tail = _cut(text, draft.word if draft is not None else "")
    match = _HEAD.fullmatch(head)
    if draft is None or match is None:
        return Phrase(text)
    digits = (match["digits"] or match["words"]).replace(",", "").replace("~", "～")
    return Phrase(
        digits, match["before"] or "",
        (match["money"] or "").strip(), match["within"] or "", match["scale"] or "",
        match["beyond"] or "", spaced(unit), tail, INSTEAD.get(draft.qualifier, ""),
        _alone(draft.value, digits, unit, tail),
    )  # fmt: skip


def says_its_qualifier(printed: str) -> bool:
    """Whether a qualifier is printed: a quarter is *about* without saying so."""
    if is_chinese(printed):
        phrase = printed_phrase(printed)
        return bool(phrase.before or phrase.after)
    return re.match(english_before(), printed.lower()) is not None


def spaced(unit: str) -> str:
    """A space only before a Latin unit: 2.5 GW, 37%, 5元."""
    return f" {unit}" if _LATIN.match(unit) else unit


def _alone(value: object, digits: str, unit: str, tail: str) -> str:
    """The digits without the unit words among them: 半年 0.5, 一年半 1.5, 5%～8% is 5～8."""
    if isinstance(value, Number):
        apart = value.half or tail[:1] in tuple("半一二三四五六七八九")
        return value.digits if apart else ""
    return digits.replace(unit, "") if unit and unit in digits else ""


def _cut(text: str, word: str) -> tuple[str, str, str]:
    """Number, unit word and what follows it: 600亿, 元, 以上; 一个半, 小时."""
    word = word if word in text else word.removeprefix("个")
    if word:
        return text.rpartition(word)
    bare = _BARE.fullmatch(text)
    return (bare[1], "", bare[2]) if bare is not None else (text, "", "")
