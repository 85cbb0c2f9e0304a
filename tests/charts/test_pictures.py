"""Pictures are the same bytes every time, of the size asked for, with faces of our own."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from linden import flagship_theme
from test_timelines import NINE

from generator.charts import draw_picture
from generator.charts.canvas import Canvas, measured, width_of
from generator.model import ChartKind, ChartSpec, Point, PointState, Series

HERE = Path(__file__).parent
THEME = flagship_theme()
TIMELINE = ChartSpec("t", "timeline", "", "", (), (), "", events=tuple(NINE))


def chart(kind: ChartKind, *series: str, states: str = "") -> ChartSpec:
    marks: dict[str, PointState] = {
        "e": "earlier", "f": "forecast", "o": "other_scope", "s": "stale", "!": "emphasis",
    }  # fmt: skip
    rows = []
    for line in series:
        points = []
        for at, word in enumerate(line.split()):
            value = None if word == "-" else Decimal(word)
            state = marks.get(states[at : at + 1], "plain")
            points.append(Point(value, "" if value is None else word, "0", "k", state))
        rows.append(Series("林登", tuple(points)))
    names = tuple(f"{2020 + at}年" for at in range(len(rows[0].points)))
    return ChartSpec("c", kind, "", "", names, tuple(rows), "")


CHARTS = [
    TIMELINE,
    chart("columns", "81 32 15", states="!es"),
    chart("columns", "8 3 -", "5 - 6"),
    chart("bars", "15.2 10.87 9", states="oe!"),
    chart("pair", "1102 1184", states="e"),
    chart("forecast", "580 -", "- 600", states=" f"),
    chart("stacked", "120 120", "- 60", states=" f"),
    chart("line", "5 - 7 8 9", states="   sf"),
]


@pytest.mark.parametrize("spec", CHARTS, ids=lambda spec: spec.kind)
def test_the_same_chart_is_the_same_picture(spec: ChartSpec) -> None:
    assert draw_picture(spec, THEME, (17, 8)) == draw_picture(spec, THEME, (17, 8))


def test_a_picture_has_the_size_that_was_asked_for() -> None:
    data = draw_picture(TIMELINE, THEME, (30.48, 12.7), dpi=100)
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", data[16:24]) == (1200, 500)


def test_another_process_draws_the_same_bytes() -> None:
    program = (
        f"import sys, hashlib; sys.path[:0] = [{str(HERE)!r}, {str(HERE.parents[1])!r}]\n"
        "from test_pictures import *\n"
        "print(hashlib.sha256(draw_picture(CHARTS[1], THEME, (9, 6))).hexdigest())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-W", "error::UserWarning", "-c", program],
            capture_output=True, text=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(found) == 1


def test_a_users_own_matplotlib_settings_change_nothing() -> None:
    import matplotlib

    plain = draw_picture(CHARTS[5], THEME, (9, 6))
    settings = {"hatch.linewidth": 9, "path.sketch": (1, 2, 3), "savefig.transparent": True}
    with matplotlib.rc_context(settings):
        assert draw_picture(CHARTS[5], THEME, (9, 6)) == plain


def test_marks_change_the_picture() -> None:
    looks = {
        draw_picture(chart("columns", "5 6", states=f" {mark}"), THEME, (9, 6)) for mark in " efos"
    }
    assert len(looks) == 5


def test_chinese_latin_and_rare_signs_all_have_outlines(capfd: pytest.CaptureFixture[str]) -> None:
    canvas = Canvas(9, 3, 100)
    canvas.text(0.2, 1, "直骨写 Ag①→2.4%", 14, "1B2A32", bold=True)
    canvas.text(0.2, 2, "¥ ± ∑ ≈ ✓", 14, "1B2A32")
    canvas.png()
    assert capfd.readouterr().err == ""


def test_letters_of_straight_lines_keep_all_their_strokes() -> None:
    looks = set()
    for letter in "甲田日口":
        canvas = Canvas(1, 1, 60)
        canvas.text(0.1, 0.8, letter, 14, "1B2A32")
        looks.add(canvas.png())
    assert len(looks) == 4


def test_trying_out_lines_measures_as_drawing_does() -> None:
    for text in ("浙江启动对口支援", "2004年5月", "Zhejiang begins to support"):
        assert measured(text, 14) == pytest.approx(width_of(text, 14), rel=0.02)


def test_matplotlib_is_loaded_only_to_draw() -> None:
    program = (
        "import sys, generator.charts as charts\n"
        "charts.read_charts, charts.read_theme, charts.draw_picture\n"
        "sys.exit('matplotlib' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_a_mark_that_was_passed_is_drawn_as_a_rule() -> None:
    marked = Series("关口", tuple(Point(Decimal(10), "超10", "0", "k", "threshold") for _ in "1"))
    values = chart("columns", "9").series
    spec = ChartSpec("c", "columns", "", "", ("2020年",), (*values, marked), "")
    without = ChartSpec("c", "columns", "", "", ("2020年",), values, "")
    assert draw_picture(spec, THEME, (8, 6)) != draw_picture(without, THEME, (8, 6))
