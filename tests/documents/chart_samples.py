"""A look and a few charts of invented places."""

from __future__ import annotations

import re
from decimal import Decimal

from generator.documents.charts.chart import ChartLook
from generator.documents.charts.look import Colour
from generator.model import ChartKind, ChartSpec, Point, PointState, Series

LOOK = ChartLook(
    series=(Colour("0F6E7F", "accent1"), Colour("D9A03F", "accent2")),
    ink=Colour("1B2A32", "dk1"),
    grey=Colour("5A676E"),
    muted=Colour("B4C0C5"),
    other_scope=Colour("9A9184", "accent6"),
    rule=Colour("D0D6D9"),
    white=Colour("FFFFFF", "lt1"),
    latin="Arial",
    ea="微软雅黑",
    lang="zh-CN",
    category=14,
    label=16,
    focus=24,
    size=(20.4, 11.5),
)


def point(said: str, state: PointState = "plain") -> Point:
    """A point from its label, such as ``近2.4``; ``-`` is a gap."""
    if said == "-":
        return Point(None, "", "General", "gap")
    before, digits, after = re.fullmatch(r"(\D*)([\d.]+)(\D*)", said).groups()  # type: ignore[union-attr]
    code = re.sub(r"\d", "0", digits)
    code = re.sub(r"^0+", "0", code)
    quoted = [f'"{words}"' if words else "" for words in (before, after)]
    return Point(Decimal(digits), said, f"{quoted[0]}{code}{quoted[1]}", "key", state)


def chart(
    kind: ChartKind, categories: str, *series: str, states: dict[int, PointState] | None = None
) -> ChartSpec:
    """A chart from words: ``chart("columns", "东 西", "81 近3")``; `states` go by point."""
    marks = states or {}
    return ChartSpec(
        "sample",
        kind,
        "青川企业",
        "家",
        tuple(categories.split()),
        tuple(
            Series(
                f"数列{number}",
                tuple(point(said, marks.get(at, "plain")) for at, said in enumerate(line.split())),
            )
            for number, line in enumerate(series, start=1)
        ),
        "替代文字",
    )
