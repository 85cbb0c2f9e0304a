"""Sets of statements, by the class of their pairs."""

import random

import pytest
from heron import ruling, statement, store
from hypothesis import given
from hypothesis import strategies as st

from generator.resolve import conflicts, conflicts_json
from generator.resolve.conflict_sets import joined
from generator.resolve.pairs import classify


@pytest.mark.parametrize(
    ("a", "b", "kind", "expected"),
    [
        ("5.09亿元 @2025-12", "5.09亿元 @2025-12", "level", "same"),
        ("500多亿元 @2025-12", "超500亿元 @2025-12-15", "level", "consistent"),
        ("2000人 @2025", "1987人 @2025-12", "level", "loose"),
        ("5.09亿元 @2025-12", "超5.5亿元 @2025-12", "level", "inconsistent"),
        ("近2.4万人次 @2025-12", "近2.4万人 @2025-12", "level", "unlike"),
        ("397人 @2025-12", "533人次 @2023-10", "cumulative", "unlike"),
        ("1102个 @2023-10", "1184个 @2025-12", "cumulative", "series"),
        ("533个 @2023-10", "397个 @2025-12", "cumulative", "inconsistent"),
        ("533个 @2023-10", "397个 @2025-12", "level", "series"),
        ("近8亿元 @2023", "超7.5亿元 @2025", "cumulative", "series"),
        ("1102个 1992.. @2023-10", "232个 2017.. @2023-10", "cumulative", "scope"),
        ("397人 1996~2004.. @2025-12", "390余人 1992.. @2025-12", "cumulative", "consistent"),
        ("397人 1996~2004.. @2025-12", "200人 1992.. @2025-12", "cumulative", "inconsistent"),
        ("81家 @2025-12", "32家 @2025-12 (scope large)", "level", "scope"),
        ("580.9亿元 2025-01..2025-10 @2025-12", "超600亿元 2025 @2025-12 (forecast)", "flow", "modality"),
        ("580.9亿元 2025-01..2025-10 @2025-12", "600亿元以上 2025 @2025-12", "flow", "series"),
        ("580.9亿元 2025-01..2025-10 @2025-12", "570亿元 2025-01..2025-10 @2026-01", "flow", "inconsistent"),
        ("992亿元 2017 @2022", "1402亿元 2021 @2022", "flow", "series"),
        ("100亿元 2025.. @2025-06", "180亿元 2025.. @2025-12", "flow", "series"),
        ("超600亿元 2025 @2025-06 (forecast)", "590亿元 2025 @2025-12 (forecast)", "flow", "series"),
        ("600个 @2025 (plan)", "500个 @2026 (plan)", "cumulative", "series"),
        ("170个 2025-12 @2025-12", "180个 @2025-12-15", "level", "inconsistent"),
    ],
)  # fmt: skip
def test_a_pair_has_a_class(a, b, kind, expected):
    one, other = statement(f"a: beds = {a}"), statement(f"b: beds = {b}")
    assert (classify(one, other, kind), classify(other, one, kind)) == (expected, expected)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("1992", "1992", "same"),
        ("1992", "1992-03-27", "consistent"),
        ("1992", "1994", "inconsistent"),
        ("1990..1999", "1992-03", "consistent"),
        ("2025.. @2025-12", "2025", "consistent"),
    ],
)
def test_two_accounts_of_an_event_are_compared_by_their_dates(a, b, expected):
    assert classify(statement(f"a: opened {a}"), statement(f"b: opened {b}"), "event") == expected


def test_a_value_and_a_bare_event_are_not_compared():
    assert classify(statement("a: opened 1992"), statement("b: opened = 3个 1992"), "event") is None


def test_statements_that_contradict_one_another_through_a_third_are_one_set():
    base = store(
        "a: beds = 100个 @2025-12", "b: beds = 200个 @2025-12", "c: beds = 超150个 @2025-12",
        rulings=(ruling("a", "b", "c"),),
    )  # fmt: skip
    assert [(one.kind, one.statements, one.ruling) for one in conflicts(base)] == [
        ("inconsistent", ("a", "b", "c"), "r-beds"),
        ("consistent", ("b", "c"), None),
    ]


def test_sets_are_told_as_json():
    base = store("a: beds = 81家 @2023", "b: beds = 90家 @2025", "c: roads = 44公里 @2025")
    assert conflicts_json(conflicts(base)) == [
        {
            "subject": "heron-county",
            "measure": "beds",
            "class": "series",
            "statements": ["a", "b"],
            "ruling": None,
        }
    ]


def test_a_deprecated_statement_is_shown_with_its_class_and_stops_nothing():
    base = store(
        "a: beds = 111个 @2025-12", "b: beds = 122个 @2025-12",
        "c: beds = 500个 @2025-12 (deprecated)", rulings=(ruling("a", "b"),),
    )  # fmt: skip
    found = [(one.kind, one.statements, one.ruling, one.live) for one in conflicts(base)]
    assert found == [
        ("inconsistent", ("a", "b"), "r-beds", True),
        ("inconsistent", ("a", "b", "c"), None, False),
    ]


def test_only_live_contradictions_without_a_ruling_contradict():
    base = store("a: beds = 111个 @2025-12", "b: beds = 122个 @2025-12", "c: beds = 90个 @2020")
    assert [(one.kind, one.contradicts) for one in conflicts(base)] == [
        ("inconsistent", True),
        ("series", False),
    ]


@given(st.sets(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=15), st.randoms())
def test_sets_are_the_connected_parts_in_any_order(edges, shuffler: random.Random):
    pairs = [
        (statement(f"n{a}: beds = 1个"), statement(f"n{b}: beds = 1个")) for a, b in edges if a != b
    ]
    shuffled = list(pairs)
    shuffler.shuffle(shuffled)
    assert _ids(joined(pairs)) == _ids(joined(shuffled))
    assert all(len({_part(joined(pairs), a.id), _part(joined(pairs), b.id)}) == 1 for a, b in pairs)


def _ids(sets):
    return {frozenset(one.id for one in members) for members in sets}


def _part(sets, id):
    return next(number for number, members in enumerate(sets) if id in {one.id for one in members})
