"""Rulings hold for the set that they were made on, and fail loudly for any other."""

from heron import chosen, on, resolved, ruling, store


def problems(*lines, rulings, kinds=None, **how):
    return resolved(store(*lines, rulings=rulings, kinds=kinds), **how).problems


A = "a: beds = 5.09亿元 @2025-12"
B = "b: beds = 超5.5亿元 @2025-12"


def test_a_new_statement_in_the_set_reopens_the_ruling():
    (problem,) = problems(A, B, "c: beds = 5.8亿元 @2025-12", rulings=(ruling("a", "b"),))
    assert (problem.level, str(problem.place)) == ("error", "facts/rulings.yaml, line 1")
    assert problem.problem == (
        "The ruling “r-beds” was decided on another set of statements: "
        "“c” (“5.8亿元” in press, facts/statements/heron.yaml, line 3) is new."
    )


def test_a_statement_that_is_gone_reopens_the_ruling():
    (problem,) = problems(A, B, rulings=(ruling("a", "b", "c"),))
    assert problem.problem.endswith("“c” is no longer in it (there is no such statement).")


def test_a_statement_that_was_deprecated_since_reopens_the_ruling():
    (problem,) = problems(
        A, "b: beds = 超5.5亿元 @2025-12 (deprecated)", rulings=(ruling("a", "b"),)
    )
    assert problem.problem.endswith("“b” is no longer in it (it is deprecated).")


def test_a_statement_that_agrees_with_all_belongs_to_no_set():
    assert problems(A, B, "c: beds = 超5亿元 @2025-12", rulings=(ruling("a", "b"),)) == ()


def test_a_statement_that_agrees_with_the_chosen_one_alone_is_new_in_the_set():
    assert len(problems(A, B, "c: beds = 5.1亿元 @2025-12", rulings=(ruling("a", "b"),))) == 1


def test_a_ruling_that_nobody_needs_is_a_warning():
    (problem,) = problems(A, "b: beds = 5.1亿元 @2025-12", rulings=(ruling("a", "b"),))
    assert (problem.level, problem.problem) == (
        "warning",
        "The ruling “r-beds” decides nothing: its statements do not contradict one another.",
    )


def test_a_ruling_on_statements_of_a_later_year_says_nothing_yet():
    assert problems(A, B, rulings=(ruling("a", "b"),), edition=on("2024-12-31")) == ()


def test_a_statement_of_next_year_does_not_reopen_the_ruling_of_this_edition():
    lines = (A, B, "c: beds = 5.2亿元 @2026-12")
    how = {"rulings": (ruling("a", "b"),), "kinds": {"beds": "cumulative 18"}}
    assert problems(*lines, **how) == ()
    assert len(problems(*lines, **how, edition=on("2026-12-31"))) == 1


def test_each_of_two_sets_has_its_own_ruling():
    second = ruling("c", "d")
    rulings = (ruling("a", "b"), type(second)(**{**_fields(second), "id": "r-2"}))
    base = store(
        "a: beds = 50个 @2023", "b: beds = 60个 @2023", "c: beds = 70个 @2025", "d: beds = 80个 @2025",
        rulings=rulings,
    )  # fmt: skip
    assert (resolved(base).problems, chosen(base)) == ((), "c")


def test_a_ruling_on_a_statement_of_another_measure_fails():
    base = store(A, B, "c: roads = 44公里 @2025-12", rulings=(ruling("a", "b", "c"),))
    (problem,) = resolved(base).problems
    assert problem.problem.endswith(
        "“c” is no longer in it (it contradicts nothing in the set, or speaks of something else)."
    )


def _fields(one):
    return {name: getattr(one, name) for name in type(one).__slots__}
