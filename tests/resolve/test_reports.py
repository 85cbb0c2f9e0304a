"""Facts and statements as data, choices in lines, rows for the annex."""

from dataclasses import fields

import pytest
from heron import END_2025, ENGLISH, PUBLIC, resolved, ruling, store
from jinja2.tests import TESTS as DEFAULT_TESTS

from generator.resolve import (
    FILTERS,
    VOCABULARY,
    FactView,
    LedgerRow,
    SourceView,
    context,
    explain,
    facts_json,
    statements_json,
)
from generator.tags.environment import Language

BASE = store(
    "a: beds = 390余名 1992.. @2025-12 (said by 局长)",
    "b: beds = 398人 1992.. @2025-12 (preferred)",
    "c: beds = 500人 1992.. @2025-12 (narrative)",
    "d: opened 1992-03 @2025-12",
    kinds={"beds": "cumulative 18", "opened": "event"},
    facts=("years: years_since of opened",),
    rulings=(ruling("b", "a", "c", notes_for=("public",), note={"zh": "另有述评作500人。"}),),
)


def test_a_statement_as_data():
    assert statements_json(BASE)[0] == {
        "id": "a",
        "subject": "heron-county",
        "measure": "beds",
        "dimensions": {},
        "value": "390",
        "interval": "(390,400)",
        "unit": "person",
        "qualifier": "odd",
        "modality": "actual",
        "period": {"kind": "since", "from": "1992", "to": None},
        "as_of": "2025-12",
        "rank": "normal",
        "sources": [{"source": "press", "file": "press.txt", "evidence": "beds390余名"}],
        "printed": "390余名",
        "said_by": "局长",
        "scope": "",
    }


def test_an_event_as_data_has_no_value():
    event = statements_json(BASE)[3]
    assert [event[name] for name in ("value", "interval", "unit", "qualifier")] == [None] * 4
    assert event["period"] == {"kind": "month", "from": "1992-03", "to": "1992-03"}


def test_a_chosen_fact_as_data():
    fact = facts_json(resolved(BASE, "beds"))[0]
    assert (fact["key"], fact["value"], fact["interval"], fact["rank"]) == (
        "beds",
        "398",
        "[398,398]",
        "preferred",
    )
    assert (fact["statements"], fact["ruling"], fact["expired"]) == (["b"], "r-beds", False)
    assert [source["evidence"] for source in fact["sources"]] == ["beds398人", "beds390余名"]


def test_a_derived_fact_as_data_names_what_it_rests_on():
    facts = {fact["key"]: fact for fact in facts_json(resolved(BASE))}
    years = facts["years"]
    assert (years["value"], years["unit"], years["derive"], years["statements"]) == (
        "33",
        "year",
        "years_since",
        ["d"],
    )


def test_a_missing_fact_has_no_entry():
    assert facts_json(resolved(store("a: beds = 81家 @2026-12"))) == []


def test_a_choice_is_explained_in_lines():
    assert explain(resolved(BASE), "beds") == [
        "beds (床位, beds)",
        "  value: 398人 = 398 person",
        "  lies in: [398,398] person",
        "  period: 1992..",
        "  as of: 2025-12",
        "  chosen: “b” (“398人” in press, facts/statements/heron.yaml, line 2)",
        "  supporting: “a” (“390余名” in press, facts/statements/heron.yaml, line 1)",
        "  conflicting: “c” (“500人” in narrative, facts/statements/heron.yaml, line 3)",
        "  why: It is the only statement that fits and was known by 2025-12-31.",
        "  why: The ruling “r-beds” (2025-12-31) chose it: The director gave it.",
    ]


def test_a_missing_fact_is_explained_with_the_next_step():
    lines = explain(resolved(store("a: beds = 81家 @2026-12")), "beds")
    assert lines[1:] == [
        "  missing: “beds” is missing: nothing was known by 2025-12-31; the nearest as-of is 2026-12.",
        "  next: Build a later edition, or add an earlier statement.",
    ]


def test_an_unsettled_choice_is_explained():
    base = store("a: beds = 5.09亿元 @2025-12", "b: beds = 超5.5亿元 @2025-12")
    assert any(
        line.startswith("  not settled: Statements on “beds” of “heron-county”")
        for line in explain(resolved(base), "beds")
    )


def test_what_is_no_fact_cannot_be_explained():
    with pytest.raises(KeyError):
        explain(resolved(BASE), "benches")


def rows(name, *keys, audience=PUBLIC):
    found = context(resolved(BASE, audience=audience), BASE, END_2025, audience)[name]
    return list(found(keys) if keys else found)


def test_the_ledger_has_a_row_for_each_figure():
    row, opened, years = rows("ledger")
    assert (row.no, row.key, row.name, str(row.value), row.as_of) == (
        1,
        "beds",
        "床位",
        "398人",
        "2025年12月",
    )
    assert (row.source, row.said_by, row.evidence) == ("白鹭日报，2025年12月", "", "beds398人")
    assert (row.definition, row.note, row.expired) == ("beds的口径", "另有述评作500人。", False)
    assert (str(opened.value), str(years.value), years.note) == (
        "1992年3月",
        "33年",
        "按1992年3月起算",
    )


def test_a_stale_figure_of_the_ledger_says_so_beside_its_date():
    base = store("a: beds = 398人 @2020-12")
    (row,) = context(resolved(base, audience=PUBLIC), base, END_2025, PUBLIC)["ledger"]
    assert (str(row.value), str(row.as_of), row.as_of.says_stale) == (
        "398人",
        "截至2020年12月，为目前可得最新数",
        True,
    )


def test_the_ledger_can_be_asked_for_some_figures_in_an_order():
    assert [(row.no, row.key) for row in rows("ledger", "years", "beds")] == [
        (1, "years"),
        (2, "beds"),
    ]


def test_the_sources_are_listed_once():
    (row,) = rows("sources")
    assert (row.citation, row.kind, row.date, row.missing) == (
        "白鹭日报，2025年12月",
        "新闻报道",
        "2025年12月",
        "",
    )
    assert rows("sources", audience=ENGLISH)[0].kind == "press report"


def test_the_edition_and_the_audience_are_said_in_the_readers_words():
    chinese = context(resolved(BASE), BASE, END_2025, PUBLIC)
    english = context(resolved(BASE), BASE, END_2025, ENGLISH)
    assert [str(chinese[name]) for name in ("edition", "audience")] == ["2025年12月31日", "公众"]
    assert (str(english["edition"]), english["edition"].label, english["audience"].locale) == (
        "31 December 2025", "2025 edition", "en",
    )  # fmt: skip


def named(sort: str, written: str = "") -> set[str]:
    return {
        word.name for word in VOCABULARY if word.sort == sort and word.written.startswith(written)
    }


def test_every_name_a_template_may_use_is_in_the_vocabulary_and_the_other_way_round():
    surroundings = set(context(resolved(BASE, "beds"), BASE, END_2025, PUBLIC)) - {"beds", "床位"}
    assert named("name") == surroundings
    assert named("attribute") == {name for name in dir(FactView) if not name.startswith("_")}
    assert named("filter") == set(FILTERS)
    assert named("test") == set(Language().tests) - set(DEFAULT_TESTS)
    assert named("row") == {
        field.name for kind in (LedgerRow, SourceView) for field in fields(kind)
    }


def test_nothing_behind_a_fact_is_within_a_templates_reach():
    beds = context(resolved(BASE), BASE, END_2025, PUBLIC)["beds"]
    reached = {type(getattr(beds, name)).__name__ for name in named("attribute") - {"basis"}}
    assert not reached & {
        "Reader",
        "ResolvedFact",
        "FactStore",
        "Statement",
        "Resolution",
        "Ruling",
    }
