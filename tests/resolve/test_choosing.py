"""Which statement a fact prints."""

from heron import (
    END_2025,
    OFFICE,
    PUBLIC,
    chosen,
    errors,
    on,
    resolved,
    ruling,
    store,
)
from hypothesis import given
from hypothesis import strategies as st

CUMULATIVE = {"beds": "cumulative 18"}


def test_the_newest_statement_is_chosen():
    base = store(
        "a: beds = 1102个 1992.. @2023-10", "b: beds = 1184个 1992.. @2025-12", kinds=CUMULATIVE
    )
    assert chosen(base) == "b"


def test_a_statement_later_than_the_edition_is_not_known_yet():
    base = store("a: beds = 1102个 @2023-10", "b: beds = 1184个 @2025-12")
    assert chosen(base, edition=on("2025-06-30")) == "a"


def test_a_month_that_has_begun_counts_as_known():
    base = store("a: beds = 1102个 @2023-10", "b: beds = 1184个 @2025-12")
    assert chosen(base, edition=on("2025-12-15")) == "b"


def test_rank_goes_before_date():
    base = store("a: beds = 1102个 @2023-10 (preferred)", "b: beds = 1184个 @2025-12")
    assert chosen(base) == "a"


def test_a_deprecated_statement_is_never_chosen():
    base = store("a: beds = 1102个 @2023-10", "b: beds = 1184个 @2025-12 (deprecated)")
    assert chosen(base) == "a"


def test_the_most_exact_of_one_time_is_chosen():
    base = store("a: beds = 超500亿元 @2025-12", "b: beds = 500多亿元 @2025-12")
    assert chosen(base) == "b"


def test_the_same_time_is_told_at_the_coarser_precision():
    base = store("a: beds = 81家 @2025-12", "b: beds = 80余家 @2025-12-15")
    assert chosen(base) == "a"


def test_an_official_source_goes_before_a_named_speaker_in_the_press():
    base = store(
        "a: beds = 81家 @2025-12 (press, said by 局长)", "b: beds = 81家 @2025-12 (official)"
    )
    assert chosen(base) == "b"


def test_a_named_speaker_goes_before_none():
    base = store("a: beds = 81家 @2025-12", "b: beds = 81家 @2025-12 (said by 局长)")
    assert chosen(base) == "b"


def test_what_is_alike_in_all_is_settled_by_id():
    base = store("b: beds = 81家 @2025-12", "a: beds = 81家 @2025-12")
    assert chosen(base) == "a"


def test_what_an_audience_may_not_see_is_not_chosen_for_it():
    base = store("a: beds = 81家 @2024-12", "b: beds = 90家 @2025-12 (internal)")
    assert (chosen(base, audience=PUBLIC), chosen(base, audience=OFFICE)) == ("a", "b")


def test_a_forecast_never_stands_in_for_a_result():
    base = store("a: output = 超600亿元 2025 @2025-12 (forecast)", kinds={"output": "flow 12"})
    found = resolved(base, "output")
    assert found.problems == ()
    assert found.missing["output"].problem == (
        "“output” is missing: there is no actual value, only a forecast: "
        "“a” (“超600亿元” in press, facts/statements/heron.yaml, line 1)."
    )


def test_a_forecast_is_chosen_by_the_fact_that_asks_for_it():
    base = store(
        "a: output = 580.9亿元 2025-01..2025-10 @2025-12",
        "b: output = 超600亿元 2025 @2025-12 (forecast)",
        kinds={"output": "flow 12"},
        facts=("expected: output (forecast)",),
    )
    assert (chosen(base, "output"), chosen(base, "expected")) == ("a", "b")


def test_a_total_since_another_year_does_not_answer():
    base = store(
        "a: beds = 1102个 1992.. @2023-10",
        "b: beds = 232个 2017.. @2025-12",
        kinds=CUMULATIVE,
        facts=("since_1992: beds 1992..", "since_2017: beds 2017.."),
    )
    assert (chosen(base, "since_1992"), chosen(base, "since_2017")) == ("a", "b")


def test_a_fact_that_leaves_the_start_open_is_warned_of():
    base = store(
        "a: beds = 1102个 1992.. @2023-10", "b: beds = 232个 2017.. @2025-12", kinds=CUMULATIVE
    )
    (problem,) = resolved(base, "beds").problems
    assert (problem.level, problem.next) == (
        "warning",
        "Add the period to the fact, such as “period: 2017..”.",
    )


def test_a_fact_of_another_scope_asks_for_it_by_name():
    base = store(
        "a: beds = 81家 @2025-12",
        "b: beds = 32家 @2025-12 (scope large)",
        facts=("large: beds scope large",),
    )
    assert (chosen(base), chosen(base, "large")) == ("a", "b")


def test_a_fact_of_whole_years_passes_over_a_part_of_a_year():
    base = store(
        "a: output = 700亿元 2024 @2025-03",
        "b: output = 580.9亿元 2025-01..2025-10 @2025-12",
        kinds={"output": "flow 12"},
        facts=("yearly: output year", "of_2024: output 2024"),
    )
    assert [chosen(base, key) for key in ("output", "yearly", "of_2024")] == ["b", "a", "a"]


def test_dimensions_are_told_apart():
    base = store("a: beds[ward=north] = 40个 @2025-12")
    assert chosen(base) is None


def test_agreeing_statements_support_the_chosen_one():
    base = store("a: beds = 397人 @2025-12", "b: beds = 390余人 @2025-12", "c: beds = 300人 @2020")
    fact = resolved(base).facts["beds"]
    assert (fact.statement.id, [one.id for one in fact.supporting]) == ("a", ["b"])


def test_the_reasons_of_a_choice_are_sentences():
    base = store(
        "a: beds = 81家 @2023",
        "b: beds = 81家 @2025-12 (official)",
        "c: beds = 81家 @2025-12 (narrative)",
    )
    assert resolved(base).facts["beds"].why == (
        "3 statements fit and were known by 2025-12-31.",
        "Of 3, the time 2025-12 is the latest.",
        "Of 2, its source and speaker have the most authority.",
    )


def test_a_chinese_name_asks_for_the_same_fact():
    base = store("a: beds = 81家 @2025-12")
    assert list(resolved(base, "床位").facts) == ["beds"]


def test_an_unknown_name_is_an_error_with_the_nearest_names():
    (problem,) = resolved(store("a: beds = 81家 @2025-12"), "bed").problems
    assert (problem.problem, problem.next) == ("There is no fact “bed”.", "Did you mean “beds”?")


def test_two_contradicting_statements_stop_the_build_and_are_named():
    base = store("a: beds = 5.09亿元 @2025-12", "b: beds = 超5.5亿元 @2025-12")
    (problem,) = resolved(base).problems
    assert problem.problem == (
        "Statements on “beds” of “heron-county” contradict one another: "
        "“a” (“5.09亿元” in press, facts/statements/heron.yaml, line 1) against "
        "“b” (“超5.5亿元” in press, facts/statements/heron.yaml, line 2)."
    )
    assert problem.next.startswith(
        "Rule on it in facts/rulings.yaml (choose: one of them, expect: [a, b])"
    )


def test_a_contradiction_that_nobody_uses_stops_nothing():
    base = store(
        "a: beds = 5.09亿元 @2025-12", "b: beds = 超5.5亿元 @2025-12", "c: roads = 44公里 @2025-12"
    )
    assert errors(resolved(base, "roads")) == []


def test_an_internal_contradiction_stops_the_public_edition_too():
    base = store("a: beds = 81家 @2025-12", "b: beds = 90家 @2025-12 (internal)")
    assert len(errors(resolved(base, audience=PUBLIC))) == 1


def test_a_ruling_decides():
    base = store(
        "a: beds = 5.09亿元 @2025-12", "b: beds = 超5.5亿元 @2025-12", rulings=(ruling("b", "a"),)
    )
    found = resolved(base)
    fact = found.facts["beds"]
    assert (found.problems, fact.statement.id, fact.ruling.id) == ((), "b", "r-beds")
    assert fact.why[-1] == "The ruling “r-beds” (2025-12-31) chose it: The director gave it."


def test_a_later_statement_is_chosen_over_a_ruled_one():
    base = store(
        "a: beds = 5.09亿元 @2025-12",
        "b: beds = 超5.5亿元 @2025-12",
        "c: beds = 5.7亿元 @2026-12",
        rulings=(ruling("a", "b"),),
    )
    assert (chosen(base), chosen(base, edition=on("2026-12-31"))) == ("a", "c")


def test_when_only_a_set_aside_statement_may_be_seen_there_is_nothing():
    base = store(
        "a: beds = 81家 @2025-12 (internal)", "b: beds = 90家 @2025-12", rulings=(ruling("a", "b"),)
    )
    assert (chosen(base, audience=PUBLIC), chosen(base, audience=OFFICE)) == (None, "a")


def test_the_sets_around_a_fact_leave_out_what_the_audience_may_not_see():
    base = store(
        "a: beds = 81家 @2024", "b: beds = 85家 @2025-12", "c: beds = 90家 @2023 (internal)",
        "d: beds = 99家 @2026-12",
    )  # fmt: skip
    assert resolved(base, audience=PUBLIC).conflicts == ()
    base = store("a: beds = 81家 @2024", "b: beds = 85家 @2025-12")
    assert [one.statements for one in resolved(base).conflicts] == [("a", "b")]


LINES = st.lists(
    st.builds(
        "{} = {} @{} ({}, {})".format,
        st.just("beds"),
        st.sampled_from(["81家", "80余家", "超80家", "92家"]),
        st.sampled_from(["2022", "2025", "2025-06", "2025-12", "2025-12-15", "2026-03"]),
        st.sampled_from(["official", "press", "narrative"]),
        st.sampled_from(["normal", "normal", "deprecated", "internal", "preferred"]),
    ),
    min_size=1,
    max_size=7,
)


@given(LINES, st.randoms())
def test_a_choice_does_not_depend_on_the_order_of_the_files(lines, shuffler):
    numbered = [f"s{number}: {line}" for number, line in enumerate(lines)]
    shuffled = list(numbered)
    shuffler.shuffle(shuffled)
    assert chosen(store(*numbered)) == chosen(store(*shuffled))


@given(LINES)
def test_what_is_chosen_is_known_live_and_for_this_audience(lines):
    base = store(*(f"s{number}: {line}" for number, line in enumerate(lines)))
    id = chosen(base)
    if id is None:
        assert all(
            one.rank == "deprecated"
            or one.confidentiality == "internal"
            or one.as_of > "2025-12-31"
            for one in base.statements.values()
        )
    else:
        one = base.statements[id]
        assert (one.rank != "deprecated", one.confidentiality, one.as_of <= "2025-12-31") == (
            True,
            "public",
            True,
        )


def test_a_missing_fact_says_what_is_near():
    base = store("a: beds = 81家 @2026-12")
    missing = resolved(base).missing["beds"]
    assert (
        missing.problem
        == "“beds” is missing: nothing was known by 2025-12-31; the nearest as-of is 2026-12."
    )


def test_a_missing_fact_alone_is_no_problem_of_the_build():
    assert resolved(store("a: beds = 81家 @2026-12"), edition=END_2025).problems == ()
