"""Fact files become sources, subjects, measures, facts, rulings and statements."""

from __future__ import annotations

from pathlib import Path

import pytest
from northmarsh import BASE, make, statement, told

from generator.language import read_printed
from generator.model import Fact, Measure, Period, Place, Ruling, Source, Statement, Subject
from generator.store import read_store


def test_a_source_is_read_whole(read):
    assert read().sources == {
        "herald": Source(
            id="herald",
            title="北泽新貌",
            publisher="北泽先驱报",
            authors=("甲乙", "丙丁"),
            published="2025-12",
            language="zh-Hans",
            kind="press",
            file="herald.txt",
            sha256="0" * 64,
            missing=("page",),
            place=Place("facts/sources.yaml", 1),
        )
    }


def test_a_subject_and_a_measure_are_read_whole(read):
    store = read()
    assert store.subjects["northmarsh"] == Subject(
        "northmarsh",
        {"zh": "北泽", "en": "Northmarsh"},
        "town",
        ("北泽镇",),
        Place("facts/subjects.yaml", 1),
    )
    assert store.measures["grants"] == Measure(
        "grants",
        {"zh": "捐赠资金", "en": "grants"},
        "CNY",
        "cumulative",
        {},
        18,
        at_least="0",
        place=Place("facts/measures.yaml", 1),
    )


def test_a_fact_is_a_choice_or_a_formula(read):
    facts = read().facts
    assert facts["grants"] == Fact(
        "grants",
        {"zh": "捐赠资金", "en": "grants"},
        "northmarsh",
        "grants",
        period=Period("since", "1992", None),
        place=Place("facts/facts.yaml", 1),
    )
    assert facts["projects_added"] == Fact(
        "projects_added",
        {"zh": "项目增量"},
        derive="difference",
        of=("projects", "projects.previous"),
        place=Place("facts/facts.yaml", 3),
    )


def test_a_formula_may_say_with_how_many_digits(read):
    facts = "x: {name: {zh: 甲}, derive: convert, of: [projects], unit: item, digits: 2}\n"
    assert read({"facts.yaml": facts}).facts["x"].digits == 2


def test_a_measure_may_have_a_noun(read):
    measures = "visits: {name: {zh: 来访}, unit: person-time, kind: flow, noun: {en: visit}}\n"
    assert read({"measures.yaml": measures}).measures["visits"].noun == {"en": "visit"}


def test_a_speaker_has_a_name_in_each_language(read):
    names = {"zh": "北泽镇长", "en": "Mayor of Northmarsh"}
    base = read({"speakers.yaml": "mayor: {name: {zh: 北泽镇长, en: Mayor of Northmarsh}}\n"})
    assert base.speaker("北泽镇长") == names
    assert base.speaker("来宾") == {"zh": "来宾"}


def test_a_period_rule_may_ask_for_any_year(read):
    facts = "visits: {name: {zh: 来访}, subject: northmarsh, measure: visits, period: year}\n"
    assert read({"facts.yaml": facts}).facts["visits"].period == Period("year", None, None)


def test_a_statement_is_read_whole(read):
    files = statement(
        """
subject: northmarsh
measure: visits
value: 近2.4万人次
period: 2025-01..2025-10
as_of: 2025-12
said_by: 北泽镇长
modality: forecast
dimensions: {to: 南泽, from: 东泽}
scope: parks
rank: deprecated
reason: 标题
confidentiality: internal
note: n
published: 2025-12-15
accessed: 2026-01
recorded: 2026
evidence: 近2.4万人次"""
    )
    assert read(files).statements["h.new"] == Statement(
        id="h.new",
        subject="northmarsh",
        measure="visits",
        source="herald",
        evidence="近2.4万人次",
        place=Place("facts/statements/new.yaml", 3),
        quantity=read_printed("近2.4万人次", "person-time"),
        dimensions=(("from", "东泽"), ("to", "南泽")),
        modality="forecast",
        period=Period("span", "2025-01", "2025-10"),
        as_of="2025-12",
        published="2025-12-15",
        accessed="2026-01",
        recorded="2026",
        said_by="北泽镇长",
        scope="parks",
        rank="deprecated",
        reason="标题",
        confidentiality="internal",
        note="n",
    )


def test_a_value_keeps_its_zero(read):
    assert read().statements["h.grants"].printed == "5.10亿元"


def test_an_event_has_no_value(read):
    files = statement("subject: northmarsh\nmeasure: founding\nperiod: 1992-03-27\nevidence: 建镇")
    assert read(files).statements["h.new"].quantity is None


def test_a_ruling_is_read_whole(read):
    ruling = """\
r1:
  subject: northmarsh
  measure: grants
  choose: h.grants
  expect: [h.grants, h.other]
  why: 口径一致
  decided: 2025-12-31
  notes_for: [press]
  note: {zh: 另有不同说法}
"""
    assert read({"rulings.yaml": ruling}).rulings == {
        "r1": Ruling(
            "r1",
            "northmarsh",
            "grants",
            "h.grants",
            ("h.grants", "h.other"),
            "口径一致",
            "2025-12-31",
            notes_for=("press",),
            note={"zh": "另有不同说法"},
            place=Place("facts/rulings.yaml", 1),
        )
    }


def test_statements_are_found_by_what_they_are_about(read):
    store = read()
    assert store.about("northmarsh", "grants") == (store.statements["h.grants"],)
    assert store.about("northmarsh", "grants", (("from", "东泽"),)) == ()


def test_a_fact_is_found_by_its_key_and_by_its_chinese_name(read):
    store = read()
    assert store.fact("捐赠资金") is store.fact("grants") is store.facts["grants"]
    assert store.fact("别的") is None


def test_an_empty_base_is_a_base(tmp_path: Path):
    (tmp_path / "facts").mkdir()
    store, problems = read_store(make(tmp_path, dict.fromkeys(BASE, "")))
    assert told(problems) == [
        "error: facts/statements/herald.yaml, line 1: The file does not say whose statements it holds."
    ]
    assert (store.statements, store.facts) == ({}, {})


VISITS = "subject: northmarsh\nmeasure: visits\nevidence: 81人次\n"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("subject: northmarsh\nmeasure: visits\nvalue: 81人次", "line 3: statement “h.new” lacks “evidence”."),
        (VISITS, "line 3: “h.new” has no value, but “visits” is no event."),
        (VISITS + "value: 81人次\nsourse: x", "line 8: statement “h.new” has no field “sourse”."),
        (VISITS + "value: 很多", "line 7: value: “很多” cannot be read as one figure (not a figure: '很多'; write one value as it is printed)."),
        (VISITS + "value: [81人次]", "line 7: value: One text belongs here, not a list or several fields."),
        (VISITS + "value: 81人次\nas_of: 2025-13", "line 8: as_of: “2025-13” is not a date."),
        (VISITS + "value: 81人次\nas_of: 2025-02-30", "line 8: as_of: “2025-02-30” is not a date."),
        (VISITS + "value: 81人次\nperiod: 2025..2024", "line 8: period: “2025..2024” is not a period (the period ends before it starts: '2025..2024')."),
        (VISITS + "value: 81人次\nrank: high", "line 8: rank: “high” is unknown."),
        (VISITS + "value: 81人次\nmodality: forcast", "line 8: modality: “forcast” is unknown."),
        (VISITS + "value: 81人次\ndimensions: x", "line 8: dimensions: Names and values belong here."),
    ],
)  # fmt: skip
def test_a_statement_that_is_wrong_is_said_with_its_line(
    reading_problems, fields: str, expected: str
):
    assert reading_problems(statement(fields)) == [f"error: facts/statements/new.yaml, {expected}"]


@pytest.mark.parametrize(
    ("file", "text", "expected"),
    [
        ("subjects.yaml", "a：b\n", "line 1: facts/subjects.yaml should be a list of names with their fields, and is not."),
        ("subjects.yaml", "a: b\n", "line 1: This subject should be a list of names with their fields, and is not."),
        ("subjects.yaml", "a: {name: 北泽, kind: town}\n", "line 1: name: The language is missing."),
        ("subjects.yaml", "a: {name: {de: x}, kind: town}\n", "line 1: name: “de” is not one of the languages zh, en, zh-Hant."),
        ("subjects.yaml", "a b: {name: {zh: x}, kind: town}\n", "line 1: “a b” cannot be the name of a subject."),
        ("subjects.yaml", "../a: {name: {zh: x}, kind: town}\n", "line 1: “../a” cannot be the name of a subject."),
        ("measures.yaml", "a: {name: {zh: x}, kind: level, unit: item, shelf_life: 1.5}\n", "line 1: shelf_life: “1.5” is not a number of months."),
        ("measures.yaml", "a: {name: {zh: x}, kind: level, unit: item, at_least: 五}\n", "line 1: at_least: “五” is not a plain number."),
        ("measures.yaml", "a: {name: {zh: x}, kind: levels, unit: item}\n", "line 1: kind: “levels” is unknown."),
        ("sources.yaml", "a: {title: x, publisher: y, language: zh-Hans, kind: press, sha256: abc}\n", "line 1: sha256: This is not a SHA-256 digest (64 hexadecimal digits)."),
        ("sources.yaml", "a: {title: x, publisher: y, language: zh-Hans, kind: press, file: ../x.txt}\n", "line 1: file: “../x.txt” is not the name of a file."),
        ("sources.yaml", "a: {title: x, language: zh-Hans, kind: press}\n", "line 1: source “a” lacks “publisher”."),
        ("facts.yaml", "a: {name: {zh: x}, derive: product, of: [b]}\n", "line 1: derive: “product” is unknown."),
        ("facts.yaml", "a: {name: {zh: x}, derive: share, of: [b, c], digits: 0}\n", "line 1: digits: “0” is not a number of digits."),
        ("facts.yaml", "a: {name: {zh: x}, derive: share, of: [b, c], digits: 12}\n", "line 1: digits: “12” is not a number of digits."),
        ("facts.yaml", "a: {name: {zh: x}, derive: share, of: [b, c], digits: 二}\n", "line 1: digits: “二” is not a number of digits."),
        ("facts.yaml", "a: &a {name: {zh: x}}\n", "line 1: YAML's anchors and aliases (“&a”) are not used here."),
        ("rulings.yaml", "r: {subject: a, measure: b, choose: c, expect: [c, d], why: e, decided: heute}\n", "line 1: decided: “heute” is not a date."),
    ],
)  # fmt: skip
def test_another_file_that_is_wrong_is_said_with_its_line(
    reading_problems, file: str, text: str, expected: str
):
    told_of = [line for line in reading_problems({file: text}) if "statements/" not in line]
    assert told_of == [f"error: facts/{file}, {expected}"]


def test_a_title_that_is_not_printed_is_blank_and_there(read):
    sources = BASE["sources.yaml"].replace("title: 北泽新貌", "title: ''")
    assert read({"sources.yaml": sources}).sources["herald"].title == ""


def test_all_that_is_wrong_in_all_files_is_said_at_once(reading_problems):
    files = {
        "subjects.yaml": "northmarsh: {name: {zh: 北泽}, kinds: town}\n",
        "measures.yaml": "grants: [\n",
        **statement("subject: northmarsh\nas_of: 31.12.2025\nevidence: x"),
    }
    assert reading_problems(files) == [
        "error: facts/subjects.yaml, line 1: subject “northmarsh” has no field “kinds”.",
        "error: facts/subjects.yaml, line 1: subject “northmarsh” lacks “kind”.",
        "error: facts/measures.yaml, line 2: A value is missing here, or a bracket above is never closed.",
        "error: facts/statements/new.yaml, line 3: statement “h.new” lacks “measure”.",
        "error: facts/statements/new.yaml, line 5: as_of: “31.12.2025” is not a date.",
    ]


def test_an_unknown_field_is_answered_with_the_nearest_one(tmp_path: Path):
    files = statement(VISITS + "value: 81人次\nsaid_bye: x")
    _, (problem,) = read_store(make(tmp_path, files))
    assert problem.next == "Did you mean “said_by”?"


def test_a_statement_given_in_two_files_is_told_with_both_places(reading_problems):
    files = statement(VISITS + "value: 81人次", id="h.grants")
    assert reading_problems(files) == [
        "error: facts/statements/new.yaml, line 3: The statement “h.grants” is given twice: here "
        "and at facts/statements/herald.yaml, line 3."
    ]


def test_a_statement_given_twice_in_a_file_is_told_with_both_lines(reading_problems):
    text = BASE["statements/herald.yaml"].replace("h.projects", "h.grants")
    assert reading_problems({"statements/herald.yaml": text}) == [
        "error: facts/statements/herald.yaml, line 11: “h.grants” is given twice: here and on line 3."
    ]


def test_a_misspelt_file_is_not_passed_over(reading_problems):
    assert reading_problems({"fact.yaml": "", "statements/more.yml": "", "read me.txt": ""}) == [
        "warning: facts/fact.yaml: Nobody reads this.",
        "warning: facts/statements/more.yml: Nobody reads this.",
    ]


def test_a_file_of_statements_says_whose_they_are(reading_problems):
    assert reading_problems({"statements/new.yaml": "sources: herald\nh.x: {}\n"}) == [
        "error: facts/statements/new.yaml, line 1: A file of statements has no field “sources”.",
        "error: facts/statements/new.yaml, line 2: A file of statements has no field “h.x”.",
        "error: facts/statements/new.yaml, line 1: The file does not say whose statements it holds.",
    ]
