"""A fact base of the invented Linden county, and charts over it from a few lines of YAML."""

from __future__ import annotations

import textwrap
from datetime import date

from generator.charts import Theme, chart_spec, read_charts, read_theme
from generator.files import load_yaml, read_yaml
from generator.language import read_printed
from generator.model import (
    Audience,
    ChartSpec,
    Fact,
    Measure,
    MeasureKind,
    Modality,
    Period,
    Place,
    Problem,
    Source,
    Statement,
)
from generator.resolve import Edition, context, resolve
from generator.store import FactStore

ROWS = """
t1   schools     项目    1102个       1992..            2031-10  cumulative
t2   schools     项目    1184个       1992..            2033-12  cumulative
t3   schools     捐赠    5.09亿元     1992..            2033-12  cumulative
t4   schools     免票    近2.4万人次  2033              2033-12  flow
o1   firms       产值    580.9亿元    2033-01..2033-10  2033-12  flow
o2   firms       产值    超600亿元    2033              2033-12  flow      forecast
f1   firms       工业    81家         -                 2033-12  level
f2   firms       规上    32家         -                 2033-12  level
f3   firms       新区    390余家      -                 2031-01  level
f4   firms       百级    百亿元       -                 2033-12  level
a1   north       资金    15.2亿元     -                 2033-12  level     total
a2   east        资金    10.87亿元    -                 2033-12  level
a3   west        资金    近8亿元      -                 2033-12  level
r1   firms       区间    10至15家     -                 2033-12  level
n0   firms       人数    4人          2030              2030-12  flow
n1   firms       人数    5人          2031              2031-12  flow
n2   firms       人数    7人          2032              2032-12  flow
n3   firms       人数    9人          2033              2033-12  flow
e1   linden      建校    -            2004-05-19        2033-12  event
e2   linden      通车    -            1994              2033-12  event
e3   linden      签约    -            2033-12-15        2033-12  event
"""  # id, subject, measure, value, period, as-of, kind, modality or scope

NAMES = {
    "projects": ("项目", "schools"), "donations": ("捐赠", "schools"), "visits": ("免票", "schools"),
    "output": ("产值", "firms"), "industrial": ("工业", "firms"), "large": ("规上", "firms"),
    "new_town": ("新区", "firms"), "classed": ("百级", "firms"), "band": ("区间", "firms"),
    "staff": ("人数", "firms"), "aid_north": ("资金", "north"), "aid_east": ("资金", "east"),
    "aid_west": ("资金", "west"), "founded": ("建校", "linden"), "opened": ("通车", "linden"),
    "signed": ("签约", "linden"),
}  # fmt: skip

THEME_FILE = "templates/theme.yaml"


def spec_of(
    text: str, locale: str = "zh-Hans", day: str = "2033-12-31"
) -> tuple[ChartSpec | None, list[Problem]]:
    """The chart ``c`` of a few lines of YAML, for one edition of Linden."""
    plans, problems = read_charts(read_yaml(_chart_file(text), "templates/charts.yaml"))
    assert problems == []
    base = store()
    edition, reader = Edition(date.fromisoformat(day)), Audience("all", {"zh": "众"}, locale, ())
    found = resolve(base, plans["c"].names(), reader, edition)
    return chart_spec(plans["c"], context(found, base, edition, reader), locale)


def drawn(text: str, locale: str = "zh-Hans", day: str = "2033-12-31") -> ChartSpec:
    """The chart, after making sure that nothing is wrong with it."""
    spec, problems = spec_of(text, locale, day)
    assert problems == []
    assert spec is not None
    return spec


def refusals(text: str) -> list[str]:
    """What stands against a chart; each with a place and a next step."""
    spec, problems = spec_of(text)
    assert spec is None
    assert all(problem.place.line and problem.next for problem in problems), problems
    return [problem.problem for problem in problems]


def labels(spec: ChartSpec) -> list[list[str]]:
    return [[point.label for point in series.points] for series in spec.series]


def states(spec: ChartSpec) -> list[str]:
    return [p.state for series in spec.series for p in series.points if p.value is not None]


def problems_of(text: str) -> list[Problem]:
    """The problems in a chart file."""
    return read_charts(read_yaml(_chart_file(text), "templates/charts.yaml"))[1]


def flagship_theme() -> Theme:
    from pathlib import Path

    root = Path(__file__).parents[2]
    theme, problems = read_theme(load_yaml(root / THEME_FILE, THEME_FILE))
    assert problems == []
    assert theme is not None
    return theme


def store() -> FactStore:
    statements = [_statement(*row.split()) for row in ROWS.strip().splitlines()]
    kinds = {row.split()[2]: row.split()[6] for row in ROWS.strip().splitlines()}
    return FactStore(
        statements={one.id: one for one in statements},
        sources={"gazette": _gazette()},
        measures={id: _measure(id, kind) for id, kind in kinds.items()},  # type: ignore[arg-type]
        facts={key: _fact(key, *of) for key, of in NAMES.items()},
    )


def _statement(
    id: str, subject: str, measure: str, value: str, period: str, as_of: str, *rest: str
) -> Statement:
    more = rest[1] if len(rest) > 1 else ""
    modality: Modality = "forecast" if more == "forecast" else "actual"
    return Statement(
        id=id,
        subject=subject,
        measure=measure,
        source="gazette",
        evidence=value,
        place=Place("facts/statements/gazette.yaml", 1),
        quantity=None if value == "-" else read_printed(value),
        period=None if period == "-" else Period.parse(period),
        as_of=as_of,
        modality=modality,
        scope="" if more == "forecast" else more,
    )


def _gazette() -> Source:
    return Source(
        "gazette", "", "林登公报", (), "2033-12", "zh-Hans", "press", "g.txt", "",
        citation={"zh": "林登公报，2033年12月", "en": "Linden Gazette, December 2033"},
    )  # fmt: skip


def _measure(id: str, kind: MeasureKind) -> Measure:
    return Measure(id, {"zh": id}, "", kind, {"zh": id}, None if kind == "event" else 18)


def _fact(key: str, measure: str, subject: str) -> Fact:
    names = {"zh": f"{measure}_{subject}", "en": key}
    scope = "total" if subject == "north" else ""
    return Fact(key, names, subject, measure, scope=scope, place=Place("facts/facts.yaml", 1))


def _chart_file(text: str) -> bytes:
    return ("c:\n" + textwrap.indent(textwrap.dedent(text).strip("\n"), "  ")).encode()
