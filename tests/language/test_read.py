"""Figures in running text: the whole table of the specification, and sentences beside it."""

from __future__ import annotations

import csv
import time
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import opencc
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.language import Reading, read

TABLE = Path(__file__).parent / "tables" / "cases-read.tsv"
PUBLISHED = "2025-12"
Row = dict[str, str]


def rows() -> list[Row]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def texts() -> Iterator[tuple[str, str, list[Row]]]:
    """Each text with all its figures and ordinals; a row `none` says that it has none."""
    by_text: dict[tuple[str, str], list[Row]] = {}
    for row in rows():
        by_text.setdefault((row["lang"], row["text"]), []).append(row)
    for (lang, text), group in by_text.items():
        yield lang, text, [row for row in group if row["role"] != "none"]


def claims(lang: str, text: str) -> list[Reading]:
    return [
        reading for reading in read(text, lang, PUBLISHED) if reading.role in ("figure", "ordinal")
    ]


def expected(row: Row) -> Row:
    """What a row asserts: an empty measure, period or modality asserts nothing."""
    unasserted = {"id", "lang", "text", "note"}
    unasserted |= {column for column in ("measure", "period", "modality") if not row[column]}
    if row["role"] == "ordinal":
        unasserted |= {"interval", "qualifier"}
    exact = {"value": str(Fraction(row["value"]))}
    return {key: word for key, word in (row | exact).items() if key not in unasserted}


def found(reading: Reading) -> Row:
    quantity = reading.quantity
    value = reading.ordinal if quantity is None else quantity.value
    return {
        "start": str(reading.start),
        "end": str(reading.end),
        "span": reading.text,
        "role": reading.role,
        "value": str(value),
        "interval": str(quantity.interval) if quantity else "",
        "unit": reading.unit,
        "counted": reading.counted,
        "qualifier": quantity.qualifier if quantity else "",
        "measure": reading.measure,
        "period": reading.period,
        "modality": reading.modality,
    }


@pytest.mark.parametrize(
    ("lang", "text", "group"), [pytest.param(*case, id=f"{case[0]}-{case[1]}") for case in texts()]
)
def test_a_text_of_the_table_is_read_as_the_table_says(lang: str, text: str, group: list[Row]):
    got = [found(reading) for reading in claims(lang, text)]
    wanted = [expected(row) for row in group]
    seen = [{key: row[key] for key in want} for row, want in zip(got, wanted, strict=False)]
    assert (len(got), seen) == (len(wanted), wanted)


def test_the_table_is_whole():
    assert len(rows()) == 453
    assert len({row["id"] for row in rows()}) == 453


def shape(reading: Reading) -> tuple[object, ...]:
    quantity = reading.quantity
    known = (quantity.interval, quantity.unit, quantity.notes) if quantity else ()
    words = (len(reading.counted), len(reading.measure), len(reading.period))
    return reading.start, reading.end, reading.role, known, words, reading.modality


@pytest.mark.parametrize("script", ["s2t", "s2tw", "s2hk"])
def test_traditional_script_is_read_like_simplified(script: str):
    convert = opencc.OpenCC(script).convert
    for text in {text for lang, text, _ in texts() if lang == "zh-Hans"}:
        other = convert(text)
        if len(other) == len(text):
            hans = [shape(reading) for reading in read(text, "zh-Hans", PUBLISHED)]
            assert [shape(reading) for reading in read(other, "zh-Hant", PUBLISHED)] == hans


def test_a_hostile_text_is_read_in_time():
    began = time.perf_counter()
    for hostile in ("9" * 9000, "1," * 1000, "一" * 9000, "1万" * 1000, "每3个" * 500, "“1" * 800):
        read(hostile)
    for hostile in ("one hundred and " * 300, "1 to 2 " * 300, "a " * 2000, "9" * 9000):
        read(hostile, "en")
    assert time.perf_counter() - began < 20


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("发放贷款8000万", "assumed-cny"),
        ("价格为¥300", "assumed-cny"),
        ("投资$500万", "assumed-usd"),
        ("产值增长3倍", "growth-of"),
        ("惠及近百余家企业", "contradictory"),
        ("投入超500万元以上", "doubled"),
    ],
)
def test_a_default_taken_is_noted(text: str, note: str):
    assert [reading.notes for reading in claims("zh-Hans", text)] == [(note,)]


@pytest.mark.parametrize(
    ("text", "span", "qualifier", "measure"),
    [
        ("预付款不超过总价的30%。", "30%", "at_most", "预付款"),
        ("首付比例不得低于合同总价的百分之三十。", "百分之三十", "at_least", "首付比例"),
        ("产量超过去年的30%。", "30%", "exact", "产量"),
        ("全年走访20多次。", "20多次", "odd", "走访"),
    ],
)
def test_a_limit_and_a_remainder_belong_to_their_figure(
    text: str, span: str, qualifier: str, measure: str
):
    (reading,) = claims("zh-Hans", text)
    assert reading.quantity is not None
    assert (reading.text, reading.quantity.qualifier) == (span, qualifier)
    assert reading.measure == measure


def test_many_times_behind_a_figure_is_no_remainder_of_it():
    assert [reading.text for reading in claims("zh-Hans", "2人多次获奖，5多次失败")] == ["2人", "5"]


def test_three_times_more_is_factor_three_and_noted():
    (reading,) = claims("en", "Sales were three times more than before.")
    assert (reading.quantity and reading.quantity.value, reading.notes) == (3, ("times-more",))


def test_dates_labels_and_idioms_are_readings_too():
    readings = read("2024年3月，G65高速推进一体化，千方百计。", "zh-Hans", PUBLISHED)
    assert [(reading.role, reading.text) for reading in readings] == [
        ("date", "2024年3月"),
        ("label", "G65"),
        ("idiom", "千方百计"),
    ]


def test_a_line_break_inside_a_figure_is_skipped_and_a_blank_line_ends_it():
    assert [reading.text for reading in claims("zh-Hans", "投资5.09\n亿元")] == ["5.09\n亿元"]
    assert [reading.text for reading in claims("zh-Hans", "投资5.09\n\n亿元")] == ["5.09"]


def test_a_range_that_runs_backwards_is_two_figures():
    assert [reading.text for reading in claims("zh-Hans", "得分为90到80分")] == ["90", "80"]


NUMERIC = "0123456789.,%一二两三十百千万亿几数半多余来近约超过上第每有个家人名户元年成分之倍翻番至到～-由从，。 \n"
WORDS = [
    "one", "a", "half", "hundred", "million", "3", "4.5", "10,000", "%", "to", "from", "between", "and",
    "over", "about", "several", "dozens", "of", "people", "yuan", "$", "km", "or more", "odd", "-", "–",
    "rose", "third", "in", "33rd", "year", "times", ".", ",", "\n",
]  # fmt: skip


def in_order(text: str, lang: str) -> None:
    end = 0
    for reading in read(text, lang, PUBLISHED):
        assert end <= reading.start < reading.end <= len(text)
        assert text[reading.start : reading.end] == reading.text
        end = reading.end


@example("0.0半")
@given(st.text(NUMERIC, max_size=40))
def test_any_chinese_text_gives_readings_in_order(text: str):
    in_order(text, "zh-Hans")


@given(st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join))
def test_any_english_text_gives_readings_in_order(text: str):
    in_order(text, "en")


@given(st.text(max_size=60), st.sampled_from(["zh-Hans", "zh-Hant", "en"]))
def test_any_text_at_all_gives_readings_in_order(text: str, lang: str):
    in_order(text, lang)


@given(st.integers(1, 10**9), st.sampled_from(["青禾县建成泵站{}座。", "共有志愿者{}名"]))
def test_a_plain_count_in_a_sentence_is_a_point(count: int, sentence: str):
    (reading,) = claims("zh-Hans", sentence.format(count))
    assert reading.quantity is not None
    assert str(reading.quantity.interval) == f"[{count},{count}]"
