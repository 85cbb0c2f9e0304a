"""Statements in a table of one's own come into the base, or are refused with their lines."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import ferryport
import pytest

from generator import api
from generator.model import FactpackError


@pytest.fixture
def town(tmp_path: Path) -> Path:
    return ferryport.make(tmp_path / "town")


def state(town: Path) -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in sorted((town / "facts").rglob("*")) if p.is_file()}


TABLE = "id,source,subject,measure,value,as_of,evidence,fact\nx.1,gazette,ferryport,ferries,13 ferries,2030-05,13 ferries,\n"


def table(town: Path, text: str) -> Path:
    path = town.parent / "table.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_row_of_a_table_becomes_a_statement_of_its_source(town):
    review = api.import_facts(town, table(town, TABLE))
    assert review.written == ("facts/statements/gazette.yaml",)
    assert {row["id"] for row in api.statements(town)} == {"g.ferries", "g.passengers", "x.1"}
    before = state(town)
    assert api.import_facts(town, table(town, TABLE)).already
    assert state(town) == before


def test_a_table_may_bring_its_source_and_a_name_for_templates_in_chinese_heads(town):
    text = (
        "编号,来源,主体,指标,数值,截至,依据,模板名,模板中文名,来源标题,来源发布者,来源日期,来源语言,来源性质\n"
        "y.1,yearbook,ferryport,ferries,16艘,2031年1月,渡船16艘,boats,船,年鉴,渡口镇,2031-02,zh-Hans,official\n"
    )
    review = api.import_facts(town, table(town, text))
    assert review.written == (
        "facts/statements/yearbook.yaml", "facts/facts.yaml", "facts/sources.yaml",
    )  # fmt: skip
    rows, _ = api.facts(town, as_of=date(2031, 12, 31))
    assert {row["key"]: row["statements"] for row in rows}["boats"] == ["y.1"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (TABLE.replace("value", "valeu"), "There is no column “valeu”."),
        (TABLE.replace("gazette", "herald"), "The source “herald” is not in facts/sources.yaml."),
        (TABLE.replace("x.1", "g.ferries"), "is in the base already, and says something else"),
        (TABLE.replace("13 ferries,\n", "some ferries,\n"), "does not carry its value"),
        (TABLE.replace("ferryport", "elsewhere"), "names the unknown subject “elsewhere”"),
    ],
)
def test_what_is_wrong_in_a_table_is_told_with_its_line(town, text, problem):
    before = state(town)
    with pytest.raises(FactpackError) as refused:
        api.import_facts(town, table(town, text))
    first = refused.value.problems[0]
    assert problem in first.problem
    assert str(first.place).startswith("table.csv, line ")
    assert state(town) == before
