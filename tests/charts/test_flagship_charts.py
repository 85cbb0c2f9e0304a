"""The charts of the flagship: honest for its edition, and equal in drawing, workbook and facts."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest
from linden import flagship_theme

from generator.charts import ChartPlan, chart_spec, draw_picture, read_charts
from generator.charts.canvas import measured
from generator.charts.timeline_layout import lay_out
from generator.documents.charts.chart import read_chart, write_chart
from generator.files import load_yaml
from generator.model import Audience, ChartSpec, Point
from generator.resolve import Edition, context, resolve
from generator.store import FactStore, read_store
from generator.workspace import open_workspace

ROOT = Path(__file__).parents[2]
CHARTS = "templates/charts.yaml"


@cache
def flagship() -> tuple[FactStore, dict[str, ChartPlan]]:
    store, _ = read_store(open_workspace(ROOT))
    plans, problems = read_charts(load_yaml(ROOT / CHARTS, CHARTS))
    assert problems == []
    return store, plans


def spec_of(id: str, locale: str = "zh-Hans", day: date = date(2025, 12, 31)) -> ChartSpec:
    store, plans = flagship()
    edition, reader = Edition(day), Audience("z", {"zh": "浙江代表团"}, locale, ())
    found = resolve(store, plans[id].names(), reader, edition)
    spec, problems = chart_spec(plans[id], context(found, store, edition, reader), locale)
    assert problems == []
    assert spec is not None
    return spec


NATIVE = [id for id, plan in flagship()[1].items() if plan.kind != "timeline"]
DRAWN = [id for id, plan in flagship()[1].items() if plan.kind == "timeline"]


@pytest.mark.parametrize("locale", ["zh-Hans", "zh-Hant", "en"])
@pytest.mark.parametrize("id", NATIVE)
def test_workbook_cache_and_facts_are_equal(id: str, locale: str) -> None:
    spec = spec_of(id, locale)
    parts = write_chart(spec, flagship_theme().look("slide", locale))
    reading = read_chart(parts.xml, parts.workbook)
    assert reading.agrees
    assert reading.cache.categories == spec.categories
    points = [point for series in spec.series for point in series.points]
    drawn = [value for series in reading.cache.series for value in series.values]
    scales = {
        _value_of(point) / Fraction(value)
        for point, value in zip(points, drawn, strict=True)
        if value is not None
    }
    (scale,) = scales  # one unit for the whole chart: 万, 亿, million …
    assert scale in {10**power for power in range(13)}


def _value_of(point: Point) -> Fraction:
    """What the statement behind a point says, in its base unit."""
    (statement,) = (flagship()[0].statements[one] for one in point.statements)
    assert statement.quantity is not None
    return statement.quantity.value


def test_the_firms_stand_in_the_order_of_the_source() -> None:
    spec = spec_of("firm_structure")
    assert [point.label for point in spec.series[0].points] == ["81", "32", "15", "11", "7", "2"]
    assert "不能相加" in spec.note


def test_a_later_edition_shows_the_same_firms_as_old() -> None:
    spec = spec_of("firm_structure", day=date(2027, 12, 31))
    assert {point.state for point in spec.series[0].points} == {"stale"}
    assert spec.note.endswith("截至2025年12月，为目前可得最新数。")


@pytest.mark.parametrize("locale", ["zh-Hans", "zh-Hant", "en"])
@pytest.mark.parametrize("id", DRAWN)
def test_a_timeline_has_room_on_its_slide(id: str, locale: str) -> None:
    spec, sizes = spec_of(id, locale), flagship_theme().timeline(30.27)
    assert lay_out(spec.events, (30.27, 12.06), sizes, measured) is not None


def test_the_short_timeline_is_drawn() -> None:
    spec = spec_of("timeline_short")
    assert [event.date for event in spec.events] == [
        "1992年", "1994年", "2004年5月", "2008年4月", "2010年", "2020年11月", "2025年12月",
    ]  # fmt: skip
    assert len(draw_picture(spec, flagship_theme(), (30.27, 12.06))) > 50_000
