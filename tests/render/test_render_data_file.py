"""Charts and pictures of a data file, as `factpack render` takes them."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from test_render_drawn import CHART, RED, WORD_PICTURE, charted, pictured
from tiny import member, p

from generator.charts.plain import plain_chart
from generator.cli.drawn import pictures_in
from generator.model import ChartSpec, FactpackError, Place, Point, Series

HERE = Place("data.json")
WITH_CHART = charted(p(CHART.format(tag="{{ chart(&quot;visits&quot;) }}")))
WITH_PICTURE = pictured(p(WORD_PICTURE.format(id="&quot;logo&quot;")))
VISITS = {"categories": ["2024", "2025"], "series": {"Visits": [812, 1040.5]}}


def test_a_chart_of_plain_numbers():
    points = (
        Point(Decimal(812), "812", "General", ""),
        Point(Decimal("1040.5"), "1040.5", "General", ""),
    )
    assert plain_chart("visits", VISITS, HERE) == ChartSpec(
        "visits", "columns", "", "", ("2024", "2025"), (Series("Visits", points),),
        "visits. Visits: 2024 812, 2025 1040.5",
    )  # fmt: skip


def test_a_value_may_be_told_in_full():
    value = {"value": 5.5, "label": "about 5.5", "format": '"about "0.0', "state": "forecast"}
    data = {"categories": ["a", "b"], "series": {"s": [None, value]}, "kind": "bars"}
    spec = plain_chart("c", data, HERE)
    assert (spec.kind, spec.series[0].points) == (
        "bars",
        (
            Point(None, "", "General", ""),
            Point(Decimal("5.5"), "about 5.5", '"about "0.0', "", "forecast"),
        ),
    )


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        ([], "The chart is no object."),
        ({**VISITS, "categories": "2024"}, "“categories” is no list of names."),
        ({**VISITS, "series": [1, 2]}, "“series” gives no numbers by name."),
        ({**VISITS, "series": {"Visits": [1]}}, "The series “Visits” has 1 values for 2 categories."),
        ({**VISITS, "series": {"Visits": [1, "2"]}}, "'2' in the series “Visits” is no number."),
        ({**VISITS, "series": {"Visits": [1, True]}}, "True in the series “Visits” is no number."),
        ({**VISITS, "colour": "red"}, "A chart's data has no “colour”."),
        ({**VISITS, "kind": "timeline"}, "There is no kind of chart “timeline”."),
        ({**VISITS, "title": 3}, "“title” is no text."),
        ({**VISITS, "series": {"s": [1, {"state": "sure"}]}}, "There is no state “sure”."),
    ],
)  # fmt: skip
def test_a_chart_that_is_not_told_as_it_should_be_is_refused(data: object, problem: str):
    with pytest.raises(FactpackError) as caught:
        plain_chart("visits", data, HERE)
    assert problem in [told.problem for told in caught.value.problems]


def written(folder: Path, data: object) -> Path:
    (folder / "data.json").write_text(json.dumps(data), encoding="utf-8")
    return folder / "data.json"


def test_a_chart_is_filled_from_the_data_file(factpack, tmp_path: Path):
    (tmp_path / "t.docx").write_bytes(WITH_CHART)
    data, out = written(tmp_path, {"charts": {"visits": VISITS}}), tmp_path / "o.docx"
    assert factpack("render", tmp_path / "t.docx", "--data", data, "--out", out)[0] == 0
    xml = member(out.read_bytes(), "word/charts/chart1.xml")
    assert ("<c:v>1040.5</c:v>" in xml, "<c:v>Visits</c:v>" in xml) == (True, True)
    assert 'descr="visits. Visits: 2024 812, 2025 1040.5"' in member(
        out.read_bytes(), "word/document.xml"
    )


def test_plain_numbers_are_no_figures_of_facts(factpack, tmp_path: Path):
    (tmp_path / "t.docx").write_bytes(WITH_CHART)
    data, out = written(tmp_path, {"charts": {"visits": VISITS}}), tmp_path / "o.docx"
    report = factpack("render", tmp_path / "t.docx", "--data", data, "--out", out, "--json")[1]
    assert json.loads(report)["figures"] == []


def test_a_chart_that_the_data_lack_is_told_with_its_place(factpack, tmp_path: Path):
    (tmp_path / "t.docx").write_bytes(WITH_CHART)
    data = written(tmp_path, {"charts": {"visit": VISITS}})
    code, _, wrong = factpack(
        "render", tmp_path / "t.docx", "--data", data, "--out", tmp_path / "o.docx"
    )
    assert (code, 'the data have no chart "visits": put it under "charts"' in wrong) == (1, True)


def test_a_picture_is_a_file_beside_the_data(factpack, tmp_path: Path):
    (tmp_path / "t.docx").write_bytes(WITH_PICTURE)
    (tmp_path / "logo.png").write_bytes(RED)
    data = written(tmp_path, {"pictures": {"logo": {"file": "logo.png", "alt": "our sign"}}})
    out = tmp_path / "o.docx"
    assert factpack("render", tmp_path / "t.docx", "--data", data, "--out", out)[0] == 0
    assert 'descr="our sign"' in member(out.read_bytes(), "word/document.xml")


@pytest.mark.parametrize("name", ["../logo.png", "/etc/passwd", "sub/../../logo.png", "link.png"])
def test_a_picture_outside_the_datas_folder_is_refused(tmp_path: Path, name: str):
    (tmp_path / "logo.png").write_bytes(RED)
    inside = tmp_path / "inside"
    (inside / "sub").mkdir(parents=True)
    (inside / "link.png").symlink_to(tmp_path / "logo.png")
    give = pictures_in({"pictures": {"logo": name}}, inside / "data.json", "data.json")
    with pytest.raises(FactpackError, match="is not in the folder of the data"):
        give("logo", (1, 1))


@pytest.mark.parametrize(
    ("told", "problem"),
    [
        ("none.png", "“none.png” cannot be read: No such file or directory."),
        ("a\0b", "“a\0b” cannot be read"),
        ("", "“” cannot be read: Is a directory."),
        (3, "The picture is not told as it should be."),
        ({"file": "logo.png", "fit": "tight"}, "The picture is not told as it should be."),
        ({"file": "logo.png", "width": 3}, "The picture is not told as it should be."),
    ],
)
def test_a_picture_that_cannot_be_had_is_told(tmp_path: Path, told: object, problem: str):
    give = pictures_in({"pictures": {"logo": told}}, tmp_path / "data.json", "data.json")
    with pytest.raises(FactpackError) as caught:
        give("logo", (1, 1))
    assert problem in caught.value.problems[0].problem


def test_a_file_that_is_no_picture_is_refused(tmp_path: Path):
    (tmp_path / "logo.png").write_bytes(b"text")
    give = pictures_in({"pictures": {"logo": "logo.png"}}, tmp_path / "data.json", "data.json")
    with pytest.raises(FactpackError, match="is no picture that Office shows"):
        give("logo", (1, 1))


def test_data_from_the_pipe_have_no_pictures():
    give = pictures_in({"pictures": {"logo": "logo.png"}}, None, "standard input")
    with pytest.raises(FactpackError, match="Data from the pipe have no folder"):
        give("logo", (1, 1))
