"""Whole files from which conditions have hidden what they held, and which include others."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pptx
import pytest
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Cm
from test_render_drawn import RED
from tiny import figure

from generator import api


def saved(file: object) -> bytes:
    buffer = io.BytesIO()
    file.save(buffer)  # type: ignore[attr-defined]
    return buffer.getvalue()


def document() -> bytes:
    file = docx.Document()
    file.add_heading("{{ title }}", 1)
    for line in ("{% if a %}", "Hidden {{ f }}"):
        file.add_paragraph(line)
    paragraph = file.add_paragraph("with a picture and a remark")
    paragraph.add_run().add_picture(io.BytesIO(RED))
    file.add_comment(paragraph.runs, "secret {{ f }}", "A", "A")
    file.add_paragraph("{% endif %}")
    shown = file.add_paragraph("{% for x in xs %}{{ x }}")
    file.add_comment(shown.runs, "open", "B", "B")
    file.add_paragraph("more{% endfor %}")
    file.add_paragraph('{% include "inner.docx" %}')
    file.add_paragraph("end {{ f }}")
    return saved(file)


def inner() -> bytes:
    file = docx.Document()
    file.add_heading("Inner {{ f }}", 2)
    file.add_paragraph("{% for x in xs %}{{ x }}, {% endfor %}", style="List Bullet")
    return saved(file)


def deck() -> bytes:
    file = pptx.Presentation()
    slide = file.slides.add_slide(file.slide_layouts[5])
    slide.shapes.title.text = "{%slide for x in xs %}{{ x }} {{ f }}{%slide endfor %}"
    data = CategoryChartData()
    data.categories = ["x", "y"]
    data.add_series("s", (1, 2))
    frame = slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, Cm(9), Cm(9), Cm(9), Cm(6), data)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", "{%shape if a %}A chart")
    return saved(file)


def values(a: bool) -> dict[str, object]:
    return {"a": a, "f": figure("k", "7"), "xs": ["one", "two"], "title": "T"}


def made(folder: Path, a: bool) -> list[Path]:
    (folder / "inner.docx").write_bytes(inner())
    out = []
    for name, data in (("t.docx", document()), ("t.pptx", deck())):
        (folder / name).write_bytes(data)
        out.append(folder / f"{a}-{name}")
        api.render(folder / name, values(a), out[-1], base="base")
    return out


@pytest.mark.parametrize("a", [False, True])
def test_what_is_hidden_is_in_no_part_of_the_file(a: bool, tmp_path: Path):
    for path in made(tmp_path, a):
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            whole = b"".join(map(archive.read, names))
        assert any("charts/chart" in name or "media/" in name for name in names) == a
        assert (b"secret" in whole) == (a and path.suffix == ".docx")


@pytest.mark.validators
@pytest.mark.parametrize("a", [False, True])
def test_such_files_are_valid(
    a: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sdk_findings
):
    monkeypatch.syspath_prepend(Path(__file__).parents[1] / "validators")
    found = sdk_findings(*made(tmp_path, a))
    # python-pptx gives the axes of a chart ids with a sign
    assert [one for one in found if "axId" not in str(one) and "crossAx" not in str(one)] == []
