"""A figure taken apart: what a card, a column or a chart axis needs of it."""

from __future__ import annotations

import pytest

from generator.language import Ask, Parts, parts, read_printed
from generator.model import Quantity

LOCALES = ("zh-Hans", "zh-Hant", "en")


def _quantity(text: str) -> Quantity:
    return read_printed(text, None, "en" if text.isascii() else "zh-Hans")


PIECES = {
    # printed: whole, number, unit, digits, scale and unit; in simplified, traditional, English
    "1184个": ("1184个 1184 个 1184 个", "1184個 1184 個 1184 個", "1,184|1,184||1,184|"),
    "5.09亿元": (
        "5.09亿元 5.09亿 元 5.09 亿元", "5.09億元 5.09億 元 5.09 億元",
        "RMB 509 million|509 million|RMB|509|RMB million",
    ),
    "500多亿元": (
        "500多亿元 500多亿 元 500多 亿元", "500多億元 500多億 元 500多 億元",
        "over RMB 50 billion|over 50 billion|RMB|over 50|RMB billion",
    ),
    "超600亿元": (
        "超600亿元 超600亿 元 超600 亿元", "超600億元 超600億 元 超600 億元",
        "over RMB 60 billion|over 60 billion|RMB|over 60|RMB billion",
    ),
    "近2.4万人次": (
        "近2.4万人次 近2.4万 人次 近2.4 万人次", "近2.4萬人次 近2.4萬 人次 近2.4 萬人次",
        "nearly 24,000 visits|nearly 24,000|visits|nearly 24,000|visits",
    ),
    "超3000次": (
        "超3000次 超3000 次 超3000 次", "超3000次 超3000 次 超3000 次",
        "more than 3,000|more than 3,000||more than 3,000|",
    ),
    "上万人": (
        "上万人 上万 人 上万 人", "上萬人 上萬 人 上萬 人",
        "10,000 people or more|at least 10,000|people|at least 10,000|people",
    ),
    "171.7公里": (
        "171.7公里 171.7 公里 171.7 公里", "171.7公里 171.7 公里 171.7 公里",
        "171.7 km|171.7|km|171.7|km",
    ),
    "4.3亩": ("4.3亩 4.3 亩 4.3 亩", "4.3畝 4.3 畝 4.3 畝", "4.3 mu|4.3|mu|4.3|mu"),
    "20余家": (
        "20余家 20余 家 20余 家", "20餘家 20餘 家 20餘 家", "more than 20|more than 20||more than 20|",
    ),
    "580.9亿元": (
        "580.9亿元 580.9亿 元 580.9 亿元", "580.9億元 580.9億 元 580.9 億元",
        "RMB 58.09 billion|58.09 billion|RMB|58.09|RMB billion",
    ),
    "近7000万元": (
        "近7000万元 近7000万 元 近7000 万元", "近7000萬元 近7000萬 元 近7000 萬元",
        "nearly RMB 70 million|nearly 70 million|RMB|nearly 70|RMB million",
    ),
    "20多位": (
        "20多位 20多 位 20多 位", "20多位 20多 位 20多 位",
        "more than 20 people|more than 20|people|more than 20|people",
    ),
    "3年多": (
        "3年多 超3 年 超3 年", "3年多 超3 年 超3 年",
        "more than 3 years|more than 3|years|more than 3|years",
    ),
    "600亿元以上": (
        "600亿元以上 至少600亿 元 至少600 亿元", "600億元以上 至少600億 元 至少600 億元",
        "RMB 60 billion or more|at least 60 billion|RMB|at least 60|RMB billion",
    ),
    "5亿多元": (
        "5亿多元 5亿多 元 超5 亿元", "5億多元 5億多 元 超5 億元",
        "over RMB 500 million|over 500 million|RMB|over 500|RMB million",
    ),
    "一年半": ("一年半 1.5 年 1.5 年", "一年半 1.5 年 1.5 年", "1.5 years|1.5|years|1.5|years"),
    "百亿元": (
        "百亿元 百亿 元 百亿 元", "百億元 百億 元 百億 元",
        "about RMB 10 billion|about 10 billion|RMB|about 10|RMB billion",
    ),
    "2.5GW": ("2.5 GW|2.5|GW|2.5|GW",) * 3,
    "37%": ("37%|37|%|37|%",) * 3,
}  # fmt: skip


@pytest.mark.parametrize("printed", PIECES)
@pytest.mark.parametrize("locale", LOCALES)
def test_a_figure_is_taken_apart_with_its_qualifier(printed: str, locale: str) -> None:
    written = PIECES[printed][LOCALES.index(locale)]
    found = parts(_quantity(printed), locale, "style=RMB")
    pieces = [found.whole, found.number, found.unit, found.digits, found.scale_unit]
    assert pieces == written.split("|" if "|" in written else " ")


def test_the_words_around_a_bare_figure_make_a_number_format() -> None:
    assert parts(_quantity("500多亿元"), "zh-Hans") == Parts(
        "500多亿元", "500多亿", "元", "500多", "亿元", "500", before="", after="多", scale="亿"
    )
    assert parts(_quantity("500多亿元"), "en").scale == "billion"
    near = parts(_quantity("近2.4万人次"), "zh-Hant")
    assert (near.before, near.figure, near.after) == ("近", "2.4", "")


def test_a_currency_sign_gives_way_to_the_unit_in_chinese() -> None:
    taiwan = parts(_quantity("新臺幣3,500萬元"), "zh-Hant")
    assert (taiwan.whole, taiwan.number, taiwan.scale_unit) == (
        "新臺幣3500萬元", "3500萬", "萬新臺幣",
    )  # fmt: skip
    assert parts(_quantity("人民币1.2亿元"), "zh-Hans").unit == "元"


def test_a_half_that_is_a_word_keeps_its_place() -> None:
    assert parts(_quantity("三成五"), "zh-Hans").number == "3.5"
    assert parts(_quantity("半年"), "zh-Hans").number == "0.5"


def test_a_noun_is_the_unit_of_a_count() -> None:
    found = parts(_quantity("1184个"), "en", "noun=project")
    assert (found.whole, found.number, found.unit) == ("1,184 projects", "1,184", "projects")


@pytest.mark.parametrize(
    ("printed", "unit", "whole", "digits"),
    [
        ("39余家", "家", "39余家", "39余"),
        ("9亿余元", "亿元", "9亿余元", "超9"),
        ("3.6万余人", "万人", "3.6万余人", "超3.6"),
        ("500多亿元", "亿元", "500多亿元", "500多"),
        ("3年多", "年", "3年多", "超3"),
        ("39余家", "", "39余家", "39余"),
    ],
)
def test_a_remainder_keeps_its_word_in_the_unit_of_a_chart(
    printed: str, unit: str, whole: str, digits: str
) -> None:
    found = parts(_quantity(printed), "zh-Hans", Ask(unit=unit))
    assert (found.whole, found.digits) == (whole, digits)


@pytest.mark.parametrize("printed", ["+82个", "82个"])
def test_a_plus_sign_stands_before_the_bare_figure(printed: str) -> None:
    found = parts(_quantity(printed), "zh-Hans", "signed")
    assert (found.whole, found.before, found.figure) == ("+82个", "+", "82")


def test_every_name_of_the_room_is_the_thing_and_not_the_module_of_its_name() -> None:
    import generator.language as room

    for name in ("say", "parts", "derive", "combine", "verdict", "say_period", "to_traditional"):
        assert callable(getattr(room, name)), name
