"""A figure, a date, a period in words: true in every language, refused where it would not be."""

from __future__ import annotations

import csv
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from generator.language import (
    Ask,
    CannotSay,
    read_printed,
    say,
    say_as_of,
    say_date,
    say_factor,
    say_growth,
    say_modal,
    say_ordinal,
    say_period,
    say_ratio,
    say_signed,
    say_years,
)
from generator.language.saying.ask import asked
from generator.model import Period, Quantity

TABLE = Path(__file__).parent / "tables" / "cases-say.tsv"
LOCALES = ("zh-Hans", "zh-Hant", "en")


def _quantity(text: str) -> Quantity:
    return read_printed(text, None, "en" if text.isascii() else "zh-Hans")


def _period(written: str) -> Period:
    start, end = written.split("/")
    return Period.parse(f"{start}..{'' if end == '..' else end}")


# What the rows without a printed value ("=growth -3.2%") ask for.
KINDS: dict[str, Callable[[str, str, str], str]] = {
    "growth": lambda text, locale, _: say_growth(Decimal(text.rstrip("%")), locale),
    "factor": lambda text, locale, _: say_factor(Decimal(text), locale),
    "signed": lambda text, locale, _: say_signed(Decimal(text.split()[0]), text.split()[1], locale),
    "date": say_date,
    "as_of": say_as_of,
    "period": lambda text, locale, ask: say_period(_period(text), locale, ask),
    "years": lambda text, locale, ask: say_years(int(text), locale, asked(ask).form),
    "ordinal": lambda text, locale, ask: say_ordinal(int(text), locale, ask),
    "ratio": lambda text, locale, _: say_ratio(*map(int, text.split(":")), locale),  # type: ignore[call-arg]
    "forecast": lambda text, locale, _: say_modal(_quantity(text), "forecast", locale),
    "plan": lambda text, locale, _: say_modal(_quantity(text), "plan", locale),
    "target": lambda text, locale, _: say_modal(_quantity(text), "target", locale),
}


def _said(row: dict[str, str]) -> str:
    if row["input"].startswith("="):
        kind, _, text = row["input"].removeprefix("=").partition(" ")
        return KINDS[kind](text, row["locale"], row["ask"])
    try:
        return say(_quantity(row["input"]), row["locale"], row["ask"])
    except CannotSay as refusal:
        return f"!{refusal.hint}"


def _rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row["id"])
def test_a_row_of_the_table_is_said(row: dict[str, str]) -> None:
    assert _said(row) == row["expected"]


@pytest.mark.parametrize(
    ("printed", "locale", "ask", "expected"),
    [
        ("5.09\n亿元", "zh-Hans", "", "5.09亿元"),
        ("３６．５％", "zh-Hans", "", "36.5%"),
        ("12億元", "zh-Hans", "", "12亿元"),
        ("上万人", "en", "", "10,000 people or more"),
        ("几十家", "en", "noun=company", "20 to 100 companies"),
        ("数万户", "en", "", "tens of thousands of households"),
        ("3～5年", "en", "", "3–5 years"),
        ("一年半", "en", "", "1.5 years"),
        ("近五分之一", "en", "", "nearly a fifth"),
        ("七分之二", "en", "", "two in seven"),
        ("a quarter", "zh-Hans", "", "四分之一"),
        ("several hundred", "zh-Hans", "", "数百"),
        ("CNY 3–5 million", "zh-Hans", "", "300万至500万元"),
        ("CNY 1,215.94 billion", "zh-Hans", "", "12159.4亿元"),
        ("RMB 0.509 billion", "en", "style=RMB", "RMB 0.509 billion"),
        ("$18.3 billion", "en", "", "USD 18.3 billion"),
        ("-3.2%", "en", "", "−3.2%"),
        ("近7000万元", "zh-Hans", "unit=亿元", "近0.7亿元"),
        ("近2.4万人次", "zh-Hans", "unit=人次", "近24000人次"),
        ("1,234,567 people", "en", "", "1,234,567 people"),
        ("163.4 km", "zh-Hant", "", "163.4公里"),
        ("33%", "zh-Hans", "style=成", "三成多"),
        ("40%", "zh-Hans", "style=成", "四成"),
        ("35%", "zh-Hans", "style=成", "三成多"),
        ("超33%", "zh-Hans", "style=成", "超三成"),
        ("约40%", "zh-Hant", "style=成", "約四成"),
        ("4.3亩", "zh-Hans", "unit=公顷", "约0.29公顷"),
        ("1.5公里", "en", "unit=m", "1,500 m"),
        ("3.8小时", "zh-Hans", "digits=1", "4小时"),
        ("超5.43亿元", "zh-Hans", "digits=2", "超5.4亿元"),
        ("58.09亿元", "zh-Hans", "style=odd digits=2", "58亿多元"),
        ("hundreds of thousands of people", "en", "", "hundreds of thousands of people"),
        ("hundreds of thousands of people", "zh-Hans", "", "数十万人"),
        ("81家", "en", 'noun="home for the elderly" style=over digits=1',
         "more than 80 homes for the elderly"),
        ("23个", "en", "noun=wharf/wharves", "23 wharves"),
        ("1人", "en", "", "1 person"),
        ("80户", "zh-Hant", "", "80戶"),
        ("+82个", "zh-Hans", "", "+82个"),
        ("约+0.51亿元", "zh-Hant", "", "約+0.51億元"),
        ("约+0.51亿元", "en", "", "about +CNY 51 million"),
        ("+12.5%", "en", "", "+12.5%"),
        ("39余家", "zh-Hans", "unit=家", "39余家"),
        ("more than 39 companies", "zh-Hans", "", "超39个"),
        ("39-odd companies", "zh-Hans", "", "39余个"),
    ],
)  # fmt: skip
def test_figures_beyond_the_table(printed: str, locale: str, ask: str, expected: str) -> None:
    assert say(_quantity(printed), locale, ask) == expected


@pytest.mark.parametrize(
    ("printed", "ask", "hint"),
    [
        ("81家", "style=over", "81家 is not more than 81家"),
        ("1134个", "style=near digits=2", "1134个 is not near 1100个 from below"),
        ("近2.4万人次", "digits=1", "近2.4万人次 is not near 2万人次 from below"),
        ("3～5年", "digits=1", "3～5年 is no single number that could be rounded"),
        ("5.09亿元", "unit=公里", "5.09亿元 is not measured in 公里"),
        ("5.09亿元", "unit=桶", "'桶' is no unit; use 万元, 公顷, billion, km …"),
        ("580.9亿元", "digits=1", "580.9亿元 does not round to 600亿元: say 约600亿元"),
        ("5%", "style=成", "only shares from 10% to 100% are said in 成"),
        ("约5亿元", "words", "only exact whole numbers are said in words"),
    ],
)
def test_what_would_say_more_than_is_known_is_refused(printed: str, ask: str, hint: str) -> None:
    with pytest.raises(CannotSay) as refusal:
        say(_quantity(printed), "zh-Hans", ask)
    assert refusal.value.hint == hint


@pytest.mark.parametrize("ask", ["digits=0", "digits=two", "size=3", "bold"])
def test_a_wish_that_nobody_knows_is_an_error(ask: str) -> None:
    with pytest.raises(ValueError, match=r"ask for|no number of digits"):
        Ask.parse(ask)


def test_styles_stand_together() -> None:
    assert Ask.parse('style=near style=RMB digits=1 noun="aid project" signed') == Ask(
        digits=1, qualifier="near", currency="RMB", noun="aid project", signed=True
    )
