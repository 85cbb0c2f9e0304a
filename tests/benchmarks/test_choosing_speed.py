"""What choosing costs: 500 facts over 3,500 statements, all invented."""

from __future__ import annotations

import time
from datetime import date
from functools import lru_cache

import pytest

from generator.language import read_printed
from generator.model import Fact, Measure, MeasureKind, Period, Place, Source, Statement
from generator.resolve import Edition, resolve
from generator.store import FactStore

FACTS, YEARS = 500, range(2019, 2026)
KINDS: tuple[MeasureKind, ...] = ("cumulative", "level", "flow", "ratio")

pytestmark = pytest.mark.benchmark

period = lru_cache(Period.parse)  # as the reader of fact files keeps them


def base() -> FactStore:
    """Topics on which one source speaks each year, of every kind of measure in turn."""
    measures = [measure(number) for number in range(FACTS)]
    statements = [
        statement(number, measures[number], year) for number in range(FACTS) for year in YEARS
    ]
    return FactStore(
        statements={one.id: one for one in statements},
        sources={"herald": Source("herald", "", "", (), "2025-12", "zh-Hans", "press", "", "")},
        measures={one.id: one for one in measures},
        facts={one.id: Fact(one.id, one.name, "northmarsh", one.id) for one in measures},
    )


def measure(number: int) -> Measure:
    name = {"zh": f"第{number}类项目", "en": f"projects {number}"}
    return Measure(f"projects_{number}", name, "item", KINDS[number % len(KINDS)], {}, 18)


def statement(number: int, measure: Measure, year: int) -> Statement:
    runs_on = measure.kind in ("cumulative", "level")
    return Statement(
        id=f"n{number}.{year}",
        subject="northmarsh",
        measure=measure.id,
        source="herald",
        evidence="",
        place=Place("facts/statements/herald.yaml", number),
        quantity=read_printed(f"{1000 + number + 13 * (year - 2019)}个"),
        period=period("1992.." if runs_on else str(year)),
        as_of=f"{year}-{1 + number % 11:02}",
    )


def test_five_hundred_facts_are_chosen_in_a_moment():
    store = base()
    times = []
    for _ in range(9):
        started = time.perf_counter()
        found = resolve(store, None, None, Edition(date(2025, 12, 31)))
        times.append(time.perf_counter() - started)
    print(f"\n500 facts, {len(store.statements)} statements: {min(times) * 1000:.1f} ms")
    assert (len(found.facts), found.missing, found.problems) == (FACTS, {}, ())
    assert min(times) < 0.2
