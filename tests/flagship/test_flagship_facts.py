"""The flagship fact base: proved on the articles, contradictions ruled, figures as the plan says."""

from __future__ import annotations

from datetime import date

import pytest

from generator import api

SAID = {
    "grant_donations": ("509000000", "[508500000,509500000)", "CNY"),
    "public_projects": ("1184", "[1184,1184]", "item"),
    "cumulative_investment": ("50000000000", "(50000000000,60000000000)", "CNY"),
    "free_visits": ("24000", "[23000,24000]", "person-time"),
    "huafon_cluster_output": ("40000000000", "(40000000000,inf)", "CNY"),
    "public_projects_added": ("82", "[82,82]", "item"),
    "years": ("33", "[33,33]", "year"),
}


@pytest.fixture(scope="module")
def facts(flagship):
    rows, problems = api.facts(flagship)
    assert problems == []
    return {row["key"]: row for row in rows}


@pytest.mark.parametrize("key", SAID)
def test_a_fact_has_its_value_and_interval(facts, key):
    fact = facts[key]
    assert (fact["value"], fact["interval"], fact["unit"]) == SAID[key]


def test_check_finds_nothing_wrong(flagship):
    report = api.check(flagship)
    assert [str(problem) for problem in report.problems if problem.level != "notice"] == []


@pytest.mark.articles
def test_every_clause_of_evidence_stands_in_its_article(flagship, articles):
    from generator.store import check_evidence, read_store
    from generator.workspace import open_workspace

    store, problems = read_store(open_workspace(flagship))
    assert problems == []
    assert check_evidence(store, articles) == []


@pytest.mark.parametrize(
    ("measure", "kind", "statements"),
    [
        ("grant_donations", "inconsistent", {"000.donate509", "003.donate55"}),
        ("all_sector_firms", "inconsistent", {"002.firms239", "003.firms290"}),
        ("free_visits", "unlike", {"000.free24k", "003.free24k"}),
    ],
)
def test_the_contradictions_of_the_articles_are_found_and_ruled(
    flagship, measure, kind, statements
):
    found = [
        one for one in api.conflicts(flagship) if one["measure"] == measure and one["class"] == kind
    ]
    assert [set(one["statements"]) for one in found] == [statements]
    assert found[0]["ruling"] is not None


def test_no_contradiction_is_left_without_a_ruling(flagship):
    open_ones = [
        one
        for one in api.conflicts(flagship)
        if one["class"] in ("inconsistent", "unlike") and not one["ruling"]
    ]
    assert open_ones == []


def test_a_part_total_never_stands_for_the_whole(facts):
    assert facts["public_projects_2017_base"]["value"] == "232"
    assert facts["public_projects"]["period"] == {"kind": "since", "from": "1992", "to": None}


def test_a_statement_is_told_with_its_article_and_evidence(flagship):
    rows = {row["id"]: row for row in api.statements(flagship)}
    assert rows["000.donate509"]["sources"] == [
        {
            "source": "cqcb-2025-12",
            "file": "000_a3f3bc76fdf8fb05.txt",
            "evidence": "无偿捐赠资金5.09亿元",
        }
    ]
    assert rows["000.start1992"]["value"] is None


def test_next_year_the_expired_forecast_says_that_the_result_is_due(flagship):
    from generator.resolve import Edition, context, resolve
    from generator.store import read_store
    from generator.workspace import open_workspace

    store, _ = read_store(open_workspace(flagship))
    edition = Edition(date(2026, 12, 31))
    names = context(resolve(store, ["industrial_output"], None, edition), store, edition, None)
    assert str(names["industrial_output"].forecast) == "全年实际数待发布"
