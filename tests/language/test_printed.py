"""One printed value: number, interval, what it is worth at a second look."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language import read_printed
from generator.model import Interval, Quantity


def test_the_whole_quantity_of_a_rounded_sum():
    assert read_printed("5.10亿元") == Quantity(
        printed="5.10亿元",
        value=Fraction(510_000_000),
        interval=Interval.parse("[509500000,510500000)"),
        unit="CNY",
        qualifier="exact",
        number=Decimal("5.10"),
        scale=Fraction(10**8),
        digits=3,
        last=Fraction(10**6),
        step=Fraction(10**6),
    )


@pytest.mark.parametrize(
    ("printed", "interval", "wide", "soft"),
    [
        ("1200家", "[1200,1200]", "[1150,1250)", "None"),
        ("300亿元", "[29950000000,30050000000)", "[29500000000,30500000000)", "None"),
        ("1184个", "[1184,1184]", "None", "None"),
        ("超100家", "(100,inf)", "None", "[100,200]"),
        ("不足300人", "[0,300)", "None", "[200,300]"),
        ("不到1亿元", "[0,100000000)", "None", "[90000000,100000000]"),
        ("500多亿元", "(50000000000,60000000000)", "None", "None"),
        ("低于5℃", "(-inf,5)", "None", "[4,5]"),
        ("半年多", "(0.5,1.5)", "None", "None"),
        ("过半", "(0.5,inf)", "None", "None"),
        ("3公里至5公里", "[3,5]", "None", "None"),
        ("20多次", "(20,30)", "None", "None"),
        ("300多所", "(300,400)", "None", "None"),
        ("+82个", "[82,82]", "None", "None"),
        ("约+0.51亿元", "[50000000,52000000]", "None", "None"),
        ("about +5%", "[4.5,5.5]", "None", "None"),
    ],
)
def test_interval_wide_and_soft(printed: str, interval: str, wide: str, soft: str):
    quantity = read_printed(printed)
    assert [str(x) for x in (quantity.interval, quantity.wide, quantity.soft)] == [
        interval,
        wide,
        soft,
    ]


@pytest.mark.parametrize(
    ("printed", "number", "scale", "digits"),
    [
        ("1,215.94亿元", "1215.94", 10**8, 6),
        ("3万5千人", "35", 1000, 2),
        ("2亿3000万元", "23000", 10**4, 2),
        ("三千五百人", "3500", 1, 2),
        ("三成五", "3.5", 10, 2),
        ("百亿元", "None", 10**8, 1),
        ("四分之一", "None", 1, 1),
        ("几十家", "None", 1, 0),
    ],
)
def test_the_number_is_kept_as_printed(printed: str, number: str, scale: int, digits: int):
    quantity = read_printed(printed)
    assert (str(quantity.number), quantity.scale, quantity.digits) == (number, scale, digits)


@pytest.mark.parametrize(
    ("printed", "unit", "read_as"),
    [
        ("1,184", "item", "item"),
        ("more than 390", "person", "person"),
        ("290余户", "item", "item"),
        ("290余户", None, "household"),
        ("8000万", "CNY", "CNY"),
        ("5.09亿元", "item", "CNY"),
        ("$5 million", "HKD", "HKD"),
        ("$5 million", "CNY", "USD"),
        ("四分之一", "item", "1"),
        ("1184个", "household", "household"),
    ],
)
def test_the_measure_settles_a_unit_that_says_little(printed: str, unit: str | None, read_as: str):
    lang = "en" if printed.isascii() else "zh-Hans"
    assert read_printed(printed, unit, lang).unit == read_as


def test_money_without_its_unit_is_measured_and_not_counted():
    assert str(read_printed("6000").interval) == "[6000,6000]"
    assert str(read_printed("6000", "CNY").interval) == "[5999.5,6000.5)"


def test_the_noun_may_stand_behind_the_count():
    assert (read_printed("35个项目").counted, read_printed("35个项目").unit) == ("项目", "item")
    assert read_printed("81 companies", lang="en").counted == "companies"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "元",
        "青禾",
        "2025年以来",
        "15～10万元",
        "5.09亿元左佑",
        "over",
        "1/0",
        "1∶0",
        "十百",
        "no",
    ],
)
def test_what_is_no_single_value_is_refused(text: str):
    with pytest.raises(ValueError, match=r"not a figure|backwards"):
        read_printed(text)


@pytest.mark.parametrize(
    ("printed", "lang", "unit", "interval", "read_as"),
    [
        ("第33个年头", "zh-Hans", None, "[33,33]", "year"),
        ("第四位", "zh-Hans", None, "[4,4]", "rank"),
        ("第33", "zh-Hans", None, "[33,33]", "rank"),
        ("33rd year", "en", None, "[33,33]", "year"),
        ("4th", "en", None, "[4,4]", "rank"),
        ("百亿级", "zh-Hans", "CNY", "[10000000000,inf)", "CNY"),
    ],
)
def test_ordinals_and_classes_are_values_too(
    printed: str, lang: str, unit: str | None, interval: str, read_as: str
):
    quantity = read_printed(printed, unit, lang)
    assert (str(quantity.interval), quantity.unit) == (interval, read_as)


def han(number: int) -> str:
    """Chinese numerals below ten thousand, as they are taught."""
    digits, written, zero = "零一二三四五六七八九", "", False
    for place, word in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            written += ("零" if zero and written else "") + digits[digit] + word
            zero = False
        else:
            zero = True
    return written.removeprefix("一") if 10 <= number < 20 else written


@given(st.integers(1, 9999))
def test_chinese_numerals_say_what_digits_say(number: int):
    assert read_printed(f"{han(number)}个").interval == read_printed(f"{number}个").interval


@given(st.integers(0, 10**9))
def test_separators_and_full_width_digits_change_nothing(number: int):
    plain = read_printed(f"{number}人")
    wide = str(number).translate({48 + digit: 0xFF10 + digit for digit in range(10)})
    for printed in (f"{number:,}人", f"{wide}人", f"{number} 人"):
        other = read_printed(printed)
        assert (other.value, other.interval, other.digits) == (
            plain.value,
            plain.interval,
            plain.digits,
        )


@given(st.decimals(min_value="0.01", max_value="9999.99", places=2))
def test_chinese_in_both_scripts_and_english_say_the_same(number: Decimal):
    hans = read_printed(f"{number}万亿元")
    hant = read_printed(f"{number}萬億元", lang="zh-Hant")
    english = read_printed(f"CNY {number:,} trillion", lang="en")
    assert hans.interval == hant.interval == english.interval
    assert hans.interval.has(hans.value)
    assert hans.interval.hi is not None
    assert hans.interval.lo is not None
    assert hans.interval.hi - hans.interval.lo == hans.last == 10**10


@given(
    st.sampled_from(["近{}", "约{}", "{}左右", "至少{}", "不超过{}", "{}以上", "{}以下"]),
    st.integers(1, 10**7),
    st.sampled_from(["家", "万元", "公里", "%"]),
)
def test_a_value_lies_in_its_own_interval_when_its_qualifier_lets_it(
    form: str, number: int, unit: str
):
    quantity = read_printed(form.format(f"{number}{unit}"))
    assert quantity.interval.has(quantity.value)


@given(st.sampled_from(["超{}", "{}多", "不足{}"]), st.integers(10, 10**7))
def test_an_excluding_qualifier_excludes_the_value(form: str, number: int):
    quantity = read_printed(form.format(number) + "家")
    assert not quantity.interval.has(quantity.value)


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str):
    assert [attempted(text, lang) for lang in ("zh-Hans", "en")] == [text, text]


def attempted(text: str, lang: str) -> str:
    """The printed form of what was read; a refusal names the text as well."""
    try:
        return read_printed(text, None, lang).printed
    except ValueError as refusal:
        return text if repr(text) in str(refusal) else str(refusal)
