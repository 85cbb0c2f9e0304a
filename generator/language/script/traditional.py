"""From simplified to traditional characters: by phrase for text, by a small table for figures."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Protocol

from generator.language.script.characters import simplified

# The words of figures, units and dates. In a figure 余 is always 餘 and 周 always 週; words are
# not so simple and go by phrase.
_FIGURE_WORDS = {
    ord(plain): old
    for plain, old in zip(
        "万亿余约户亩吨个几数两过达块间条项处辆种类张门对只头层双颗员区县车届场笔轮点标准时钟岁载镑欧韩卢"
        "内满从于将来许计划预议长顷摄币东际资单样册节盏乡镇国圆总级纪当这发减电数周贰叁陆",
        "萬億餘約戶畝噸個幾數兩過達塊間條項處輛種類張門對隻頭層雙顆員區縣車屆場筆輪點標準時鐘歲載鎊歐韓盧"
        "內滿從於將來許計劃預議長頃攝幣東際資單樣冊節盞鄉鎮國圓總級紀當這發減電數週貳參陸",
        strict=True,
    )
}
_CONFIGURATIONS = {"": "s2t", "TW": "s2tw", "HK": "s2hk"}


class _Converter(Protocol):
    def convert(self, text: str) -> str: ...


@lru_cache(maxsize=16_384)
def to_traditional(text: str, region: str = "") -> str:
    """`text` as traditional print has it; `region` is ``TW``, ``HK``, or empty for the words of TW.

    Characters go by phrase (后来 後來, 皇后 皇后), words by a short list (硬件 硬體, while 项目
    stays 項目), quotes are 「」. Raises ValueError for a region without a standard of its own.
    """
    if region not in _CONFIGURATIONS:
        raise ValueError(f"no traditional characters for region {region!r}; use TW, HK or none")
    if text.isascii():
        return text
    # -- loaded for a traditional edition --
    from generator.language.script.vocabulary import worded

    return _converter(region).convert(worded(text, region))


@lru_cache(maxsize=4_096)
def figure_to_traditional(text: str) -> str:
    """A figure or date in traditional characters; words that are no figure words go by phrase."""
    if all(ord(character) in _FIGURE_WORDS or _is_alike(character) for character in text):
        return text.translate(_FIGURE_WORDS)
    return to_traditional(text)


def region_of(locale: str) -> str:
    """``TW`` for ``zh-TW`` or ``zh-Hant-TW``, ``HK`` likewise; empty where none is named."""
    region = locale.rpartition("-")[2].upper()
    return region if region in _CONFIGURATIONS else ""


def is_traditional(locale: str) -> bool:
    """Whether a locale writes traditional characters."""
    return "hant" in locale.lower() or region_of(locale) != ""


def _is_alike(character: str) -> bool:
    """Whether a character is written the same in both scripts."""
    return character.isascii() or character not in _simplified_characters()


@cache
def _simplified_characters() -> frozenset[str]:
    return frozenset(chr(code) for code in simplified().values())


@cache
def _converter(region: str) -> _Converter:
    # -- OpenCC loads its dictionaries: only for a traditional edition --
    from opencc import OpenCC

    converter: _Converter = OpenCC(_CONFIGURATIONS[region])
    return converter
