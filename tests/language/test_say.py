"""A figure, a date, a period in words: true in every language, refused where it would not be."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.language.ask import Ask, CannotSay, asked
from generator.language.compare import verdict
from generator.language.dates import read_dates
from generator.language.pieces import Parts, parts
from generator.language.plurals import plural
from generator.language.printed import read_printed
from generator.language.say_changes import (
    say_factor,
    say_growth,
    say_modal,
    say_ratio,
    say_signed,
)
from generator.language.say_dates import (
    say_as_of,
    say_date,
    say_ordinal,
    say_period,
    say_years,
)
from generator.language.saying import say
from generator.language.script import figure_to_traditional, to_traditional
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
        ("1,234,567 people", "en", "", "1,234,567 people"),
        ("163.4 km", "zh-Hant", "", "163.4公里"),
        ("33%", "zh-Hans", "style=成", "三成多"),
        ("40%", "zh-Hans", "style=成", "四成"),
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
        "500多亿元", "500多亿", "元", "500多", "亿元", "500", before="", after="多"
    )
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
    ("written", "locale", "expected"),
    [
        ("2025", "zh-Hans", "2025年"),
        ("2025-12-15..2025-12-18", "zh-Hans", "2025年12月15—18日"),
        ("2025-12-15..2025-12-18", "en", "15–18 December 2025"),
        ("2025-12-15..2025-12-18", "en-US", "December 15, 2025–December 18, 2025"),
        ("1992..2025", "zh-Hant", "1992—2025年"),
        ("1992..", "zh-Hant", "1992年以來"),
        ("..2030", "zh-Hans", "到2030年"),
        ("..2030", "en", "by 2030"),
        ("1996~2004..", "zh-Hans", "1996—2004年间以来"),
        ("1996~2004..", "en", "since between 1996 and 2004"),
    ],
)
def test_periods_beyond_the_table(written: str, locale: str, expected: str) -> None:
    assert say_period(written, locale) == expected


def test_an_uncertain_start_is_said_in_round_years_from_its_day() -> None:
    period = Period("since", "1996~2004", "2025-12-17")
    assert say_period(period, "zh-Hans") == "20多年来"
    assert say_period(period, "en") == "for more than 20 years"
    assert say_period("1996~2004..", "zh-Hant", as_of="2025") == "20多年來"


def test_a_period_says_its_kind_by_itself() -> None:
    assert say_period(Period("plan", "2021", "2025"), "zh-Hant") == "“十四五”期間"
    assert say_period(Period("half", "2025-07", "2025-12"), "en") == "the second half of 2025"
    assert say_period(Period("decade", "1990", "1999"), "zh-Hans") == "20世纪90年代"
    assert say_period(Period("as_of", "2025-12", "2025-12"), "en") == "as of December 2025"
    assert say_period(Period("since", "1992", "2025-12"), "zh-Hans") == "1992年以来"


@pytest.mark.parametrize("form", ["plan", "quarter", "half"])
def test_a_form_that_does_not_fit_the_period_is_refused(form: str) -> None:
    with pytest.raises(CannotSay, match="is no"):
        say_period("2025-02..2025-06", "zh-Hans", f"style={form}")


def test_a_period_that_was_never_resolved_is_refused() -> None:
    for locale in LOCALES:
        with pytest.raises(CannotSay, match="never resolved"):
            say_period(Period("relative", None, None), locale)


def test_text_becomes_traditional_by_phrase_and_figures_by_table() -> None:
    assert to_traditional("公益项目和里程") == "公益項目和里程"
    assert to_traditional("一台机器", "TW") == "一臺機器"
    assert to_traditional("一台机器", "HK") == "一台機器"
    assert figure_to_traditional("33周年余") == "33週年餘"
    with pytest.raises(ValueError, match="region"):
        to_traditional("文", "SG")


def test_english_plurals_follow_their_rules() -> None:
    nouns = ["project", "company", "branch", "day", "person", "series", "class of pupils"]
    assert [plural(noun) for noun in nouns] == [
        "projects", "companies", "branches", "days", "people", "series", "classes of pupils",
    ]  # fmt: skip


def test_what_is_not_actual_says_so() -> None:
    quantity = _quantity("近100亿元")
    assert say_modal(quantity, "forecast", "zh-Hant") == "預計近100億元"
    assert say_modal(quantity, "forecast", "en") == "expected to reach nearly CNY 10 billion"
    assert say_modal(quantity, "target", "en") == "a target of nearly CNY 10 billion"
    assert say_modal(quantity, "actual", "zh-Hans") == "近100亿元"


def _chinese(before: str, digits: str, inside: str, scale: str, unit: str, after: str) -> str:
    return f"{before}{digits}{inside}{scale}{unit}{after}"


def _number(whole: int, decimals: str) -> str:
    return f"{whole}.{decimals}" if decimals else str(whole)


# The usual English words say a little more than 数百, which begins at two hundred (say table, s100).
SEVERAL_HUNDRED = ("数百名", "數百個")


def _figures() -> list[Quantity]:
    """Every figure of the reading table, as it is printed."""
    with (TABLE.parent / "cases-read.tsv").open(encoding="utf-8", newline="") as file:
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


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(["zh-Hans", "en"]))
def test_every_day_that_is_said_is_read_back(day: date, locale: str) -> None:
    [reading] = read_dates(say_date(str(day), locale), locale)
    assert str(reading.period) == str(day)
