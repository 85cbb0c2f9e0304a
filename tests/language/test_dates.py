"""Dates and periods are found in a text and understood from the day it was published."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language import DateReading, read_dates
from generator.model import Period

TABLE = Path(__file__).parent / "tables" / "cases-date.tsv"
PUBLISHED = "2025-12-17"


def _rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _end(written: str) -> str | None:
    return None if written in ("", "..") else written


def _said(readings: list[DateReading]) -> list[tuple[str, str, str]]:
    return [(one.text, one.period.kind, str(one.period)) for one in readings]


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row["id"])
def test_a_row_of_the_table_is_read_whole(row: dict[str, str]) -> None:
    found = read_dates(row["text"], row["lang"], row["published"])
    expected = []
    if row["span"]:
        period = Period(row["kind"], _end(row["from"]), _end(row["to"]))  # type: ignore[arg-type]
        expected = [(row["span"], period)]
    assert [(one.text, one.period) for one in found] == expected


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        (
            "2004年开工，同年12月竣工，次年1月启用",
            [("2004年", "year", "2004"), ("同年12月", "month", "2004-12"),
             ("次年1月", "month", "2005-01")],
        ),
        ("2024年10月1日至7日", [("2024年10月1日至7日", "span", "2024-10-01..2024-10-07")]),
        ("5月1—5日停课", [("5月1—5日", "span", "2025-05-01..2025-05-05")]),
        ("二〇二五年一月至十月", [("二〇二五年一月至十月", "span", "2025-01..2025-10")]),
        ("截至去年底", [("截至去年底", "as_of", "2024-12-31")]),
        ("截至10月末", [("截至10月末", "as_of", "2025-10-31")]),
        ("稳步推进，到2027年翻番", [("到2027年", "until", "..2027")]),
        ("力争到2027年翻番", [("到2027年", "until", "..2027")]),
        ("由2017年的90亿元增加到2021年的140亿元",
         [("2017年", "year", "2017"), ("2021年", "year", "2021")]),
        ("年底前完成", [("年底前", "until", "..2025")]),
        ("上世纪八九十年代", [("上世纪八九十年代", "vague", "1980..1999")]),
        ("20世纪90年代以来", [("20世纪90年代以来", "since", "1990..2025-12-17")]),
        ("“九五”期间", [("“九五”期间", "plan", "1996..2000")]),
        ("2018年起步，2019年起，收费取消",
         [("2018年", "year", "2018"), ("2019年起", "since", "2019..2025-12-17")]),
        ("2月29日", [("2月29日", "day", "2024-02-29")]),
        ("2025年2月29日", [("2025年2月29日", "none", "..")]),
        ("民國一百一十三年", [("民國一百一十三年", "year", "2024")]),
        ("全年產值", [("全年", "year", "2025")]),
        ("附近三年级、12号楼、3月龄、6个月、2025届、十四五岁、第33个年头、8年", []),
    ],
)  # fmt: skip
def test_chinese_dates_beyond_the_table(text: str, readings: list[tuple[str, str, str]]) -> None:
    assert _said(read_dates(text, "zh-Hans", PUBLISHED)) == readings


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("from 2017 to 2021", [("from 2017 to 2021", "span", "2017..2021")]),
        ("between January and October 2025",
         [("between January and October 2025", "span", "2025-01..2025-10")]),
        ("1–3 May 2024", [("1–3 May 2024", "span", "2024-05-01..2024-05-03")]),
        ("the 12 months to June 2025",
         [("the 12 months to June 2025", "span", "2024-07..2025-06")]),
        ("the late 1990s", [("the late 1990s", "vague", "1997..1999")]),
        ("FY24 and Q1", [("FY24", "year", "2024"), ("Q1", "quarter", "2025-01..2025-03")]),
        ("on 30 February 2024", [("30 February 2024", "none", "..")]),
        ("30 years ago", [("30 years ago", "year", "1995")]),
        ("up to 2000 people, 1992 firms, May I, version 2004.05, Article 2019", []),
    ],
)  # fmt: skip
def test_english_dates_beyond_the_table(text: str, readings: list[tuple[str, str, str]]) -> None:
    assert _said(read_dates(text, "en", PUBLISHED)) == readings


def test_a_date_broken_over_lines_keeps_its_place_in_the_text() -> None:
    text = "项目于2004\n年5月 19日动工"
    [reading] = read_dates(text, "zh-Hans", PUBLISHED)
    assert (reading.start, reading.end, reading.text) == (3, 15, "2004\n年5月 19日")
    assert str(reading.period) == "2004-05-19"


def test_without_a_day_of_publication_relative_dates_stay_open() -> None:
    found = read_dates("去年底、上月、5月、近三年、目前", "zh-Hans", None)
    assert {one.period for one in found} == {Period("relative", None, None)}


def test_a_month_of_publication_resolves_as_finely_as_it_goes() -> None:
    found = read_dates("今年、上月、昨日、近三年", "zh-Hans", "2025-12")
    assert [str(one.period) for one in found] == ["2025", "2025-11", "..", "2023-01..2025-12"]


def test_a_year_of_publication_resolves_as_finely_as_it_goes() -> None:
    found = read_dates("去年、上月、近三年、20多年来", "zh-Hans", "2022")
    assert [str(one.period) for one in found] == ["2021", "..", "2020..2022", "1993~2001..2022"]


def test_a_month_after_publication_is_noted() -> None:
    [reading] = read_dates("2026年9月开学", "zh-Hans", "2026-01-05")
    assert reading.notes == ("after-publication",)


def test_both_scripts_are_read_alike() -> None:
    plain = read_dates("自2017年以来，20多年来，截至目前，“十四五”期间", "zh-Hans", PUBLISHED)
    old = read_dates("自2017年以來，20多年來，截至目前，“十四五”期間", "zh-Hant", PUBLISHED)
    assert [one.period for one in plain] == [one.period for one in old]


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from("年./-"))
def test_every_day_is_read_back_in_every_form(day: date, form: str) -> None:
    text = {
        "年": f"{day.year}年{day.month}月{day.day}日",
        ".": f"{day.year}.{day.month}.{day.day}",
        "/": f"{day.year}/{day.month}/{day.day}",
        "-": day.isoformat(),
    }[form]
    [reading] = read_dates(text, "zh-Hans", PUBLISHED)
    assert str(reading.period) == day.isoformat()


@given(st.text(alphabet="0123456789年月日初末底至到以来近前后今去今十五二“”—. ,MayQ1", max_size=40))
def test_no_text_is_too_odd_to_read(text: str) -> None:
    for lang in ("zh-Hans", "en"):
        for reading in read_dates(text, lang, PUBLISHED):
            assert text[reading.start : reading.end] == reading.text != ""
