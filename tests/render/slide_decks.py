"""A deck as PowerPoint's own kind in which slides come by tags, and what becomes of it."""

from __future__ import annotations

import io
import zipfile
from functools import cache

from test_render_drawn import LOOK, RED, spec
from tiny import figure, made

from generator.model import ChartSpec
from generator.render import Picture, Template, compile_template

REGIONS = "{%slide for region in regions %}"


@cache
def sample() -> bytes:
    """A cover; for each region a slide with a chart, and one with a table; a note; an end."""
    import pptx
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE
    from pptx.util import Cm

    found = pptx.Presentation()
    found.core_properties.title = "{{ title }}"
    cover, chart, table, note, end = [
        found.slides.add_slide(found.slide_layouts[5]) for _ in "abcde"
    ]
    cover.shapes.title.text = "{{ title }}"
    back = cover.shapes.add_textbox(Cm(1), Cm(6), Cm(5), Cm(1))
    back.text_frame.text = "to the notes"
    back.click_action.target_slide = note
    chart.shapes.title.text = "{{ region.name }}: {{ region.firms }}"
    chart.shapes.add_textbox(Cm(40), Cm(0), Cm(4), Cm(1)).text_frame.text = REGIONS
    data = CategoryChartData()
    data.categories = ["x", "y"]
    data.add_series("s", (1, 2))
    frame = chart.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, Cm(9), Cm(9), Cm(9), Cm(6), data)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", "{{ chart(region.chart) }}")
    picture = chart.shapes.add_picture(io.BytesIO(RED), Cm(1), Cm(9), Cm(2), Cm(2))
    picture._element.nvPicPr.cNvPr.set("descr", "{{ picture(region.name) }}")
    chart.notes_slide.notes_text_frame.text = "{{ region.name }} has {{ region.firms }}"
    on = chart.shapes.add_textbox(Cm(1), Cm(12), Cm(5), Cm(1))
    on.text_frame.text = "more"
    on.click_action.target_slide = table
    table.shapes.title.text = "Towns of {{ region.name }}{%slide endfor %}"
    grid = table.shapes.add_table(2, 2, Cm(1), Cm(5), Cm(9), Cm(2))
    grid._element.nvGraphicFramePr.cNvPr.set("descr", "{%shape if region.towns %}Towns")
    grid.table.cell(0, 0).text = "Town"
    grid.table.cell(1, 0).text = "{% for town in region.towns %}{{ loop.index }}"
    grid.table.cell(1, 1).text = "{{ town }}{% endfor %}"
    note.shapes.title.text = "{%slide if notes %}On the figures{%slide endif %}"
    end.shapes.title.text = "End"
    buffer = io.BytesIO()
    found.save(buffer)
    return _valid(buffer.getvalue())


def _valid(data: bytes) -> bytes:
    """python-pptx gives axes ids with a sign, which they may not have."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as before,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in before.namelist():
            content = before.read(name)
            after.writestr(name, content.replace(b'="-', b'="') if "charts/" in name else content)
    return buffer.getvalue()


@cache
def opened() -> Template:
    return compile_template(sample(), "t.pptx")


def finished(regions: int, notes: bool) -> bytes:
    """The deck of so many regions; every second one has no towns."""
    names = [f"Region {n}" for n in range(regions)]
    told = [
        {
            "name": name,
            "firms": figure(f"firms{n}", f"{n} & more"),
            "chart": charted(n),
            "towns": ["Ash", "Elm"] if n % 2 == 0 else [],
        }
        for n, name in enumerate(names)
    ]
    context = {"title": "Firms <of> all", "regions": told, "notes": notes}
    rendered = made(
        opened(), context, look=LOOK,
        pictures=lambda id, _: Picture(RED + id.encode(), id),
    )  # fmt: skip
    return rendered.data


def charted(number: int) -> ChartSpec:
    return spec(number, number + 1)
