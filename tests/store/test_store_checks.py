"""The checks of a fact base: each names what is wrong, where, and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from northmarsh import BASE, make, statement, told

from generator.model import Place
from generator.store import check_store, read_store

VISIT = "subject: northmarsh\nmeasure: visits\nvalue: 81人次\nevidence: 来访81人次\n"


def about(fields: str) -> Mapping[str, str]:
    """One more statement on the town's visits, with these fields besides."""
    return statement(VISIT + fields)


def facts(text: str) -> Mapping[str, str]:
    return {"facts.yaml": BASE["facts.yaml"] + text}


def measures(old: str, new: str) -> Mapping[str, str]:
    return {"measures.yaml": BASE["measures.yaml"].replace(old, new)}


def ruling(fields: str) -> Mapping[str, str]:
    """A ruling over two statements on the grants, with these fields."""
    lines = "".join(f"  {line}\n" for line in ("why: x\ndecided: 2025\n" + fields).splitlines())
    other = "subject: northmarsh\nmeasure: grants\nvalue: 6亿元\nevidence: 资金6亿元"
    return {"rulings.yaml": f"r1:\n{lines}", **statement(other, id="h.other")}


GRANTS = "subject: northmarsh\nmeasure: grants\n"


def test_a_sound_base_has_no_problems(checked):
    assert checked() == []


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (statement("subject: south\nmeasure: visits\nvalue: 81人次\nevidence: 81人次"), "new.yaml, line 3: “h.new” names the unknown subject “south”."),
        (statement("subject: northmarsh\nmeasure: visit\nvalue: 81人次\nevidence: 81人次"), "new.yaml, line 3: “h.new” names the unknown measure “visit”."),
        (statement(VISIT, source="heralt"), "new.yaml, line 3: “h.new” names the unknown source “heralt”."),
        (statement(VISIT.replace("81人次", "81人")), "new.yaml, line 3: The value “81人” of “h.new” is in person, which cannot become person-time, the unit of “visits”."),
        (statement(VISIT.replace("visits", "grants").replace("81人次", "5万美元")), "new.yaml, line 3: The value “5万美元” of “h.new” is in USD, which cannot become CNY, the unit of “grants”."),
        (statement(VISIT.replace("visits", "founding").replace("81人次", "81个")), "new.yaml, line 3: “h.new” has a value, but “founding” is an event."),
        (about("as_of: 2025-12\nperiod: 2026"), "new.yaml, line 3: “h.new” speaks as of 2025-12, before its period 2026 starts."),
        (about("as_of: 2026-01"), "new.yaml, line 3: “h.new” was published in 2025-12 and speaks as of 2026-01, which was later."),
        (about("as_of: 2025-12\npublished: 2025-11"), "new.yaml, line 3: “h.new” was published in 2025-11 and speaks as of 2025-12, which was later."),
        (about("rank: preferred"), "new.yaml, line 3: “h.new” is preferred without a reason."),
        (statement(VISIT.replace("来访81人次", "来访者众")), "new.yaml, line 3: The evidence of “h.new” does not carry its value “81人次”."),
        (statement(VISIT.replace("来访81人次", "来访181人次")), "new.yaml, line 3: The evidence of “h.new” does not carry its value “81人次”."),
    ],
)  # fmt: skip
def test_a_statement_that_cannot_be_is_an_error(checked, files: Mapping[str, str], expected: str):
    assert checked(files) == [f"error: facts/statements/{expected}"]


def test_a_later_day_than_the_publication_is_fine_with_a_note(checked):
    assert checked(about("as_of: 2026-01\nnote: 版面未印日期")) == []


def test_what_was_not_over_yet_and_is_given_as_done_is_a_warning(checked):
    fields = "as_of: 2025-10\nperiod: 2025-01..2025-12"
    assert checked(about(fields)) == [
        "warning: facts/statements/new.yaml, line 3: “h.new” gives 2025-01..2025-12 as done, "
        "but speaks as of 2025-10."
    ]
    assert checked(about(fields + "\nmodality: forecast")) == []
    assert checked(about(fields + "\nrank: deprecated\nreason: 标题把预计写成结果")) == []


def test_a_running_year_may_be_spoken_of(checked):
    assert checked(about("as_of: 2025-12\nperiod: 2025")) == []


def test_an_uncertain_start_counts_from_its_earliest_year(checked):
    assert checked(about("as_of: 2000\nperiod: 1996~2004..")) == []


@pytest.mark.parametrize(
    ("value", "evidence"),
    [
        ("近2.4万人次", "惠及近２．４萬人次遊客"),
        ("81人次", "达 81 人次"),
        ("1,184人次", "来访1,184人次"),
        ("81人次", "在2025年,81人次"),
        ("三百人次", "来访三百人次"),
    ],
)
def test_evidence_carries_a_value_in_either_script_and_width(checked, value: str, evidence: str):
    fields = f"subject: northmarsh\nmeasure: visits\nvalue: {value}\nevidence: {evidence}"
    assert checked(statement(fields)) == []


@pytest.mark.parametrize(
    ("value", "evidence"),
    [
        ("4万人次", "近2.4万人次"),
        ("184人次", "1,184人次"),
        ("百人次", "三百人次"),
        ("2.4万", "2.4万亿"),
        ("84 visits", "184 visits"),
    ],
)
def test_a_part_of_a_figure_is_not_the_value(checked, value: str, evidence: str):
    fields = f"subject: northmarsh\nmeasure: visits\nvalue: {value}\nevidence: {evidence}"
    assert len(checked(statement(fields))) == 1


@pytest.mark.parametrize(
    ("value", "evidence", "fuller"),
    [
        ("2.4万人次", "已有近2.4万人次", "近2.4万人次"),
        ("600人次", "超过600人次以上", "超过600人次以上"),
        ("600人次", "来访600人次以上", "600人次以上"),
        ("600人次", "来访600人次左右", "600人次左右"),
    ],
)
def test_a_value_without_the_word_that_bounds_it_is_a_warning(
    checked, value: str, evidence: str, fuller: str
):
    fields = f"subject: northmarsh\nmeasure: visits\nvalue: {value}\nevidence: {evidence}"
    assert checked(statement(fields)) == [
        f"warning: facts/statements/new.yaml, line 3: The evidence of “h.new” prints “{fuller}”; "
        f"its value is only “{value}”."
    ]


@pytest.mark.parametrize("evidence", ["签约22人次", "共22人次", "22人次以来", "第三批22人次"])
def test_a_word_that_only_looks_like_a_bound_is_none(checked, evidence: str):
    fields = f"subject: northmarsh\nmeasure: visits\nvalue: 22人次\nevidence: {evidence}"
    assert checked(statement(fields)) == []


def test_a_value_in_an_unlike_unit_is_fine_with_a_note(checked):
    unlike = VISIT.replace("81人次", "81人") + "note: 按人计,不按人次计"
    assert checked(statement(unlike)) == []


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (measures("unit: item, ", ""), "error: facts/measures.yaml, line 2: The measure “projects” has no unit."),
        (measures("unit: item", "unit: items"), "error: facts/measures.yaml, line 2: The measure “projects” has the unknown unit “items”."),
        (measures("at_least: 0", "noun: {en: grant}"), "error: facts/measures.yaml, line 1: The measure “grants” has a noun, and its unit counts nothing."),
        (measures("at_least: 0", "at_most: 100"), "error: facts/statements/herald.yaml, line 3: The value “5.10亿元” of “h.grants” lies outside … to 100 CNY, the bounds of “grants”."),
        (measures("at_least: 0", "at_least: 600000000"), "error: facts/statements/herald.yaml, line 3: The value “5.10亿元” of “h.grants” lies outside 600000000 to … CNY, the bounds of “grants”."),
        ({"sources.yaml": BASE["sources.yaml"].replace("北泽新貌", "''")}, "warning: facts/sources.yaml, line 1: The source “herald” has no title and does not say that it is missing."),
        ({"sources.yaml": BASE["sources.yaml"].replace("  published: 2025-12\n", "")}, "warning: facts/sources.yaml, line 1: The source “herald” has no date and does not say that it is missing."),
        ({"sources.yaml": BASE["sources.yaml"].replace("  sha256: " + "0" * 64 + "\n", "")}, "error: facts/sources.yaml, line 1: The source “herald” names its text's file without a digest."),
    ],
)  # fmt: skip
def test_a_measure_or_source_that_is_not_whole_is_told(
    checked, files: Mapping[str, str], expected: str
):
    assert checked(files) == [expected]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("x: {name: {zh: 甲}, subject: south, measure: grants}", "“x” names the unknown subject “south”."),
        ("x: {name: {zh: 甲}, subject: northmarsh, measure: grant}", "“x” names the unknown measure “grant”."),
        ("x: {name: {zh: 甲}, subject: northmarsh}", "“x” has neither a subject and a measure nor a formula."),
        ("项目: {name: {zh: 甲}, subject: northmarsh, measure: grants}", "“项目” cannot be the key of a fact."),
        ("_x: {name: {zh: 甲}, subject: northmarsh, measure: grants}", "“_x” cannot be the key of a fact."),
        ("x-y: {name: {zh: 甲}, subject: northmarsh, measure: grants}", "“x-y” cannot be the key of a fact."),
        ("x: {name: {zh: 甲（乙）}, subject: northmarsh, measure: grants}", "The name “甲（乙）” of “x” cannot be used in a template."),
        ("x: {name: {zh: 33年}, subject: northmarsh, measure: grants}", "The name “33年” of “x” cannot be used in a template."),
        ("x: {name: {zh: ＧＤＰ}, subject: northmarsh, measure: grants}", "The name “ＧＤＰ” of “x” cannot be used in a template."),
        ("loop: {name: {zh: 甲}, subject: northmarsh, measure: grants}", "“loop” is a word of the template language."),
        ("x: {name: {zh: 项目数}, subject: northmarsh, measure: grants}", "“项目数” names two facts: “projects” and “x”."),
        ("x: {name: {zh: grants}, subject: northmarsh, measure: grants}", "“grants” names two facts: “grants” and “x”."),
        ("x: {name: {zh: 甲}, derive: growth, of: [projects]}", "“x”: growth is over 2 facts, not 1."),
        ("x: {name: {zh: 甲}, derive: sum, of: [projects]}", "“x”: sum is over 2 facts or more, not 1."),
        ("x: {name: {zh: 甲}, derive: convert, of: [projects], unit: itemz}", "“x” has the unknown unit “itemz”."),
        ("x: {name: {zh: 甲}, derive: convert, of: [project]}", "“x” is over the unknown fact “project”."),
        ("x: {name: {zh: 甲}, derive: convert, of: [projects.next]}", "“x” is over “projects.next”, which is no way to name a fact."),
        ("x: {name: {zh: 甲}, derive: convert, of: [projects], subject: northmarsh}", "“x” has both a formula and a subject or measure."),
        ("x: {name: {zh: 甲}, subject: northmarsh, measure: grants, of: [projects]}", "“x” has “of” and no formula."),
        ("x: {name: {zh: 甲}, subject: northmarsh, measure: grants, digits: 2}", "“x” has “digits” and no formula that could give more or fewer."),
        ("x: {name: {zh: 甲}, derive: years_since, of: [projects], digits: 2}", "“x” has “digits” and no formula that could give more or fewer."),
        ("x: {name: {zh: 甲}, derive: convert, of: [x]}", "The formula of “x” comes back to itself: x → x."),
    ],
)  # fmt: skip
def test_a_fact_that_cannot_be_used_is_an_error(checked, entry: str, expected: str):
    assert checked(facts(entry + "\n")) == [f"error: facts/facts.yaml, line 4: {expected}"]


@pytest.mark.parametrize(
    "reference",
    ["projects", "项目数", "projects.previous", "projects.forecast", 'projects.at("2023-10")'],
)
def test_a_formula_may_be_over_a_fact_and_its_neighbours(checked, reference: str):
    assert checked(facts(f"x: {{name: {{zh: 甲}}, derive: convert, of: ['{reference}']}}\n")) == []


def test_formulas_that_go_round_are_told_at_each_of_them(checked):
    circle = "x: {name: {zh: 甲}, derive: convert, of: [y]}\ny: {name: {zh: 乙}, derive: convert, of: [x]}\n"
    assert checked(facts(circle)) == [
        "error: facts/facts.yaml, line 4: The formula of “x” comes back to itself: x → y → x.",
        "error: facts/facts.yaml, line 5: The formula of “y” comes back to itself: y → x → y.",
    ]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (GRANTS + "choose: h.grants\nexpect: [h.grants, h.other]", None),
        (GRANTS + "choose: h.grants\nexpect: [h.other, h.projects]", "error: … “r1” chooses “h.grants”, which is not in its “expect”."),
        (GRANTS + "choose: h.grants\nexpect: [h.grants]", "error: … “r1” expects fewer than two statements: nothing contradicts."),
        (GRANTS + "choose: h.grants\nexpect: [h.grants, h.othr]", "error: … “r1” names the unknown statement “h.othr”."),
        (GRANTS + "choose: h.grants\nexpect: [h.grants, h.projects]", "error: … “r1” names “h.projects”, which is on another subject or measure."),
        (GRANTS + "choose: h.grants\nexpect: [h.grants, h.other]\nnotes_for: [press]", "warning: … “r1” has audiences for a note and no note."),
        ("subject: south\nmeasure: grants\nchoose: h.grants\nexpect: [h.grants, h.other]", "error: … “r1” names the unknown subject “south”."),
    ],
)  # fmt: skip
def test_a_ruling_decides_on_statements_that_exist(checked, fields: str, expected: str | None):
    problems = [
        line.replace("facts/rulings.yaml, line 1:", "…") for line in checked(ruling(fields))
    ]
    assert problems[:1] == ([expected] if expected else [])


def test_an_unknown_name_is_told_once(checked):
    files = measures("projects:", "project:")
    assert checked(files) == [
        "error: facts/statements/herald.yaml, line 11: “h.projects” names the unknown measure "
        "“projects” (and so do 1 more)."
    ]


@pytest.mark.parametrize(
    "file",
    ["subjects.yaml", "measures.yaml", "sources.yaml", "facts.yaml", "statements/herald.yaml"],
)
def test_what_could_not_be_read_is_not_told_to_be_missing(tmp_path: Path, file: str):
    both = GRANTS + "choose: h.grants\nexpect: [h.grants, h.other]"
    store, problems = read_store(make(tmp_path, {**ruling(both), file: "a: [\n"}))
    assert [problem.place.file for problem in problems] == [f"facts/{file}"]
    told_of = told(check_store(store, used=USED))
    assert [line for line in told_of if "was never proved" not in line] == []


def test_one_statement_is_decided_on_once(checked):
    files = dict(ruling(GRANTS + "choose: h.grants\nexpect: [h.grants, h.other]"))
    files["rulings.yaml"] += files["rulings.yaml"].replace("r1", "r2")
    assert checked(files) == [
        "error: facts/rulings.yaml, line 8: “h.grants” is decided on twice: in “r2” and in “r1”.",
        "error: facts/rulings.yaml, line 8: “h.other” is decided on twice: in “r2” and in “r1”.",
    ]


USED = tuple(
    (name, Place("templates/brief.docx", None, "paragraph 3"))
    for name in ("grants", "项目数", "projects_added")
)


def test_names_that_templates_use_are_facts(checked):
    wrong = ("grant", Place("templates/brief.docx", None, "paragraph 9"))
    assert checked(None, used=[*USED, wrong])[-1] == (
        "error: templates/brief.docx, paragraph 9: There is no fact “grant”."
    )


def test_neighbours_and_words_of_the_template_language_are_no_unknown_names(checked):
    place = Place("templates/brief.docx")
    used = [("projects.previous", place), ("audience", place), ("loop.index", place)]
    assert not any("There is no fact" in line for line in checked(None, used=used))


def test_what_nobody_uses_is_a_notice(checked):
    assert checked(None, used=USED[:1]) == [
        "notice: facts/facts.yaml, line 3: Nothing uses the fact “projects_added”.",
        "notice: facts/measures.yaml, line 3: Nothing uses the measure “visits”.",
        "notice: facts/measures.yaml, line 4: Nothing uses the measure “founding”.",
    ]


def test_a_subject_or_source_that_nobody_uses_is_a_notice(checked):
    files = {
        "subjects.yaml": BASE["subjects.yaml"] + "south: {name: {zh: 南泽}, kind: town}\n",
        "sources.yaml": BASE["sources.yaml"]
        + "echo: {title: x, publisher: y, published: 2025, language: en, kind: press}\n",
    }
    assert [line for line in checked(files, used=USED) if "measure" not in line] == [
        "notice: facts/sources.yaml, line 11: Nothing uses the source “echo”.",
        "notice: facts/subjects.yaml, line 2: Nothing uses the subject “south”.",
    ]
