"""The law of saying: read back, a figure claims no more than what was printed."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.language import parts, read_printed, say, verdict
from generator.model import Quantity

TABLE = Path(__file__).parent / "tables" / "cases-read.tsv"
LOCALES = ("zh-Hans", "zh-Hant", "en")


def _chinese(before: str, digits: str, inside: str, scale: str, unit: str, after: str) -> str:
    return f"{before}{digits}{inside}{scale}{unit}{after}"


def _number(whole: int, decimals: str) -> str:
    return f"{whole}.{decimals}" if decimals else str(whole)


# The usual English words say a little more than 数百, which begins at two hundred (say table, s100).
SEVERAL_HUNDRED = ("数百名", "數百個")


def _figures() -> list[Quantity]:
    """Every figure of the reading table, as it is printed."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [
            read_printed(row["span"], row["unit"], row["lang"])
            for row in rows
            if row["role"] == "figure"
        ]


@pytest.mark.parametrize("locale", LOCALES)
def test_every_figure_that_is_read_is_said_without_claiming_more(locale: str) -> None:
    figures = _figures()
    excess = [
        (figure.printed, say(figure, locale))
        for figure in figures
        if not _holds(figure, locale, say(figure, locale))
        and not (locale == "en" and figure.printed in SEVERAL_HUNDRED)
    ]
    assert (len(figures) > 400, excess) == (True, [])


@pytest.mark.parametrize("locale", LOCALES)
def test_every_number_that_is_taken_from_a_figure_stays_true(locale: str) -> None:
    lang = "en" if locale == "en" else "zh-Hans"
    excess = []
    for figure in _figures():
        found = parts(figure, locale)
        if found.unit == "成" or (lang == "en" and figure.printed in SEVERAL_HUNDRED):
            continue  # 成 is ten per cent, and its number counts those
        alone = read_printed(found.number, figure.unit, lang)
        if verdict(alone, figure) not in ("same", "coarser"):
            excess.append((figure.printed, found.number))
    assert excess == []


digits = st.builds(_number, st.integers(1, 9999), st.sampled_from(["", "", "0", "5", "09", "90"]))
chinese = st.builds(
    _chinese,
    st.sampled_from(["", "", "近", "约", "超", "不足", "不超过", "至少", "逾"]),
    digits,
    st.just(""),
    st.sampled_from(["", "万", "亿", "万亿"]),
    st.sampled_from(["元", "人", "人次", "个", "家", "户", "亩", "公里", "吨", "%", "美元", "年"]),
    st.just(""),
) | st.builds(
    _chinese,
    st.just(""),
    st.integers(1, 99).map(lambda tens: str(tens * 10)),
    st.sampled_from(["余", "多", ""]),
    st.sampled_from(["", "万", "亿"]),
    st.sampled_from(["元", "人", "名", "家", "批", "年"]),
    st.sampled_from(["", "左右", "以上", "以内"]),
)
english = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(["", "nearly ", "about ", "more than ", "at least ", "fewer than "]),
    st.sampled_from(["CNY ", "US$", "€"]),
    digits,
    st.sampled_from(["", " million", " billion", " trillion"]),
)


def _holds(quantity: Quantity, locale: str, said: str) -> bool:
    back = read_printed(said, quantity.unit, "en" if locale == "en" else "zh-Hans")
    return verdict(back, quantity) in ("same", "coarser")


@given(chinese | english, st.sampled_from(LOCALES))
def test_what_is_said_never_claims_more_than_what_is_printed(printed: str, locale: str) -> None:
    try:
        quantity = read_printed(printed, None, "en" if printed.isascii() else "zh-Hans")
    except ValueError:
        assume(False)
    assert _holds(quantity, locale, say(quantity, locale))


@given(
    chinese,
    st.sampled_from(LOCALES),
    st.integers(1, 4),
    st.sampled_from(["", "style=about", "style=over", "style=odd", "style=near"]),
)
def test_what_is_said_with_fewer_digits_is_true_or_refused(
    printed: str, locale: str, count: int, style: str
) -> None:
    try:
        quantity = read_printed(printed)
        said = say(quantity, locale, f"digits={count} {style}")
    except ValueError:
        return
    back = read_printed(said, quantity.unit, "en" if locale == "en" else "zh-Hans")
    assert verdict(back, quantity) in ("same", "coarser", "loose", "understated")


@given(chinese, st.sampled_from(LOCALES))
def test_the_number_and_the_digits_keep_what_is_uncertain(printed: str, locale: str) -> None:
    quantity = read_printed(printed)
    assume(quantity.qualifier != "exact")
    found = parts(quantity, locale)
    alone = read_printed(found.number, quantity.unit, "en" if locale == "en" else "zh-Hans")
    assert alone.qualifier != "exact"
    assert found.digits in found.number or found.digits.strip("超至少约不") in found.number
