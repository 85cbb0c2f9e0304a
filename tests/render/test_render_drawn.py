"""Charts and pictures that a designer placed get new data, by a tag in their alternative text."""

from __future__ import annotations

import base64
import io
import re
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from tiny import NOON, W, deck, faults, figure, made, member, p, rels, shape, word

from generator.documents.charts.chart import ChartLook, read_chart, write_chart
from generator.documents.charts.look import Colour
from generator.model import ChartSpec, Place, Point, Series, Use
from generator.render import Picture, compile_template, render

INK = Colour("1B2A32", "dk1")
LOOK = ChartLook(
    (INK, INK), INK, INK, INK, INK, INK, INK, "Arial", "微软雅黑", "zh-CN", 14, 16, 24, (20, 11)
)  # fmt: skip
RED = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="
)
PICTURE = (
    '<p:pic><p:nvPicPr><p:cNvPr id="4" name="Map" descr="{tag}"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>'
    '<p:blipFill><a:blip r:embed="rId1"><a:extLst><a:ext uri="u"/></a:extLst></a:blip></p:blipFill>'
    '<p:spPr><a:xfrm><a:ext cx="3600000" cy="1800000"/></a:xfrm></p:spPr></p:pic>'
)
WORD_PICTURE = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="3600000" cy="1800000"/>'
    '<wp:docPr id="1" name="Map" descr="{{{{ picture({id}) }}}}"/><a:graphic><pic:pic><pic:blipFill>'
    '<a:blip r:embed="rId1"/></pic:blipFill></pic:pic></a:graphic></wp:inline></w:drawing></w:r>'
)
CHART = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="7200000" cy="3600000"/>'
    '<wp:docPr id="1" name="Firms" descr="{tag}"/><a:graphic><a:graphicData>'
    '<c:chart r:id="rChart"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
)


def spec(*numbers: int, state: str = "plain") -> ChartSpec:
    points = tuple(
        Point(Decimal(n), f"{n}家", '0"家"', f"k{n}", state, ("000.a",))  # type: ignore[arg-type]
        for n in numbers
    )
    categories = tuple(f"C{at}" for at in range(len(numbers)))
    return ChartSpec(
        "firms", "columns", "企业", "家", categories, (Series("企业", points),), "图 & 文"
    )


def charted(body: str, with_workbook: bool = True) -> bytes:
    """A Word template with a native chart of two columns."""
    parts = write_chart(spec(1, 2), LOOK)
    members: dict[str, str | bytes] = {"word/charts/chart1.xml": parts.xml}
    if with_workbook:
        members["word/embeddings/book1.xlsx"] = parts.workbook
        members["word/charts/_rels/chart1.xml.rels"] = rels(
            [(parts.relation, "package", "../embeddings/book1.xlsx")]
        )
    return with_members(
        word(body),
        "word/_rels/document.xml.rels",
        ("rChart", "chart", "charts/chart1.xml"),
        members,
    )


def with_members(
    data: bytes, relations: str, relation: tuple[str, str, str], members: dict[str, str | bytes]
) -> bytes:
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as before,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in before.namelist():
            if name != relations:
                after.writestr(name, before.read(name))
        after.writestr(relations, rels([relation]))
        for name, content in members.items():
            after.writestr(name, content)
    return buffer.getvalue()


def pictured(body: str) -> bytes:
    """A Word template with a picture."""
    return with_members(
        word(body),
        "word/_rels/document.xml.rels",
        ("rId1", "image", "media/old.png"),
        {"word/media/old.png": b"old"},
    )


def names(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.namelist()


# -- charts ----------------------------------------------------------------------------------


def test_a_chart_gets_new_data_and_its_words():
    template = charted(p(CHART.format(tag="{{ chart(&quot;firms&quot;) }}")))
    rendered = made(template, {}, charts=lambda _: spec(3, 4, 5), look=LOOK)
    chart = member(rendered.data, "word/charts/chart1.xml").encode()
    with zipfile.ZipFile(io.BytesIO(rendered.data)) as archive:
        reading = read_chart(chart, archive.read("word/embeddings/book1.xlsx"))
    assert [series.values for series in reading.cache.series] == [(3, 4, 5)]
    assert reading.agrees
    assert 'descr="图 &amp; 文"' in member(rendered.data, "word/document.xml")


def test_the_figures_of_a_chart_are_noted():
    template = charted(p(CHART.format(tag="{{ chart(&quot;firms&quot;) }}")))
    rendered = made(template, {}, charts=lambda _: spec(3, 4, state="stale"), look=LOOK)
    assert rendered.uses == tuple(
        Use(
            f"k{n}", f"{n}家", "chart", Place("t.docx", None, "body, paragraph 1, chart"), ("000.a",), "Firms",
            at, tone="stale",
        )
        for at, n in enumerate((3, 4), 1)
    )  # fmt: skip


def test_a_chart_without_a_workbook_gets_one():
    template = charted(p(CHART.format(tag="{{ chart(&quot;firms&quot;) }}")), with_workbook=False)
    data = made(template, {}, charts=lambda _: spec(3, 4), look=LOOK).data
    assert "word/embeddings/factpack1.xlsx" in names(data)
    assert "../embeddings/factpack1.xlsx" in member(data, "word/charts/_rels/chart1.xml.rels")
    assert 'Extension="xlsx"' in member(data, "[Content_Types].xml")


def test_a_chart_that_a_block_hides_keeps_out_of_the_uses():
    tag = CHART.format(tag="{{ chart(&quot;firms&quot;) }}")
    template = charted(p("{% if a %}") + p(tag) + p("{% endif %}"))
    rendered = made(template, {"a": False}, charts=lambda _: spec(3), look=LOOK)
    assert rendered.uses == ()


def test_one_chart_cannot_show_two_things():
    tags = "".join(p(CHART.format(tag=f"{{{{ chart({n}) }}}}")) for n in (1, 2))
    template = compile_template(charted(tags), "t")
    rendered = render(template, {}, {}, base="b", when=NOON, charts=lambda n: spec(n, n), look=LOOK)
    assert [problem.problem for problem in rendered.problems] == [
        "One chart is asked to show two different sets of data."
    ]


def test_one_chart_can_show_one_thing_twice():
    tag = CHART.format(tag="{{ chart(1) }}")
    rendered = made(charted(p(tag) + p(tag)), {}, charts=lambda _: spec(3), look=LOOK)
    assert [use.key for use in rendered.uses] == ["k3", "k3"]
    assert names(rendered.data).count("word/embeddings/book1.xlsx") == 1


def test_a_chart_that_cannot_show_the_data_is_told_with_its_place():
    template = compile_template(charted(p(CHART.format(tag="{{ chart(&quot;a&quot;) }}"))), "t")
    two = ChartSpec("a", "columns", "T", "", ("x",), spec(1).series * 2, "alt")
    rendered = render(template, {}, {}, base="b", when=NOON, charts=lambda _: two, look=LOOK)
    assert [problem.place.where for problem in rendered.problems] == [
        "body, paragraph 1, alternative text of 'Firms'"
    ]


def test_an_unknown_chart_is_told_with_its_place():
    template = charted(p(CHART.format(tag="{{ chart(&quot;spam&quot;) }}")))
    assert faults(template, {}) == [
        "body, paragraph 1, alternative text of 'Firms': {{ chart(\"spam\") }}: The tag fails: "
        "there is no chart 'spam'."
    ]


@pytest.mark.parametrize(
    "data",
    [
        word(p('{{ chart("a") }}')),
        pictured(p(WORD_PICTURE.format(id="1").replace("picture(1)", "chart(1)"))),
        charted(p(CHART.format(tag="Chart: {{ chart(1) }}"))),
        charted(p(CHART.format(tag="{{ picture(1) }}"))),
    ],
)
def test_a_chart_tag_is_the_whole_alternative_text_of_a_chart(data: bytes):
    (fault,) = faults(data)
    assert "belongs in the alternative text of a" in fault


# -- pictures --------------------------------------------------------------------------------


def test_a_picture_is_replaced():
    asked: list[tuple[str, tuple[float, float]]] = []

    def draw(id: str, size: tuple[float, float]) -> Picture:
        asked.append((id, size))
        return Picture(RED, "红", spec(7))

    rendered = made(pictured(p(WORD_PICTURE.format(id="&quot;map&quot;"))), {}, pictures=draw)
    xml = member(rendered.data, "word/document.xml")
    assert set(asked) == {("map", (10.0, 5.0))}
    assert re.findall(r'(?:descr|r:embed)="([^"]*)"', xml) == ["红", "rIdFp1"]
    with zipfile.ZipFile(io.BytesIO(rendered.data)) as archive:
        assert archive.read("word/media/factpack1.png") == RED
    assert 'Extension="png"' in member(rendered.data, "[Content_Types].xml")
    assert [(use.key, use.part, use.place.where) for use in rendered.uses] == [
        ("k7", "picture", "body, paragraph 1, picture")
    ]


def test_pictures_of_a_loop_are_each_their_own_and_identical_ones_are_kept_once():
    template = pictured(p("{% for x in xs %}") + p(WORD_PICTURE.format(id="x")) + p("{% endfor %}"))
    rendered = made(template, {"xs": "aba"}, pictures=lambda id, _: Picture(id.encode(), id))
    xml = member(rendered.data, "word/document.xml")
    assert re.findall(r'r:embed="([^"]*)"', xml) == ["rIdFp1", "rIdFp2", "rIdFp1"]
    assert [name for name in names(rendered.data) if "factpack" in name] == [
        "word/media/factpack1.png",
        "word/media/factpack2.png",
    ]


def test_a_picture_without_a_size_is_refused():
    picture = PICTURE.format(tag="{{ picture(1) }}")
    picture = picture.replace('<a:xfrm><a:ext cx="3600000" cy="1800000"/></a:xfrm>', "")
    assert faults(deck(picture)) == [
        "slide 1, 'Map', alternative text: The picture has no size of its own."
    ]


def test_a_picture_of_a_slide_is_replaced():
    picture = PICTURE.format(tag="{{ picture(&quot;map&quot;) }}")
    data = with_members(
        deck(shape("x") + picture),
        "ppt/slides/_rels/slide1.xml.rels",
        ("rId1", "image", "../media/old.png"),
        {"ppt/media/old.png": b"old"},
    )
    rendered = made(data, {}, pictures=lambda *_: Picture(RED, "red"))
    xml = member(rendered.data, "ppt/slides/slide1.xml")
    assert re.findall(r'r:embed="([^"]*)"', xml) == ["rIdFp1"]
    assert "extLst" not in xml
    assert "ppt/media/old.png" not in names(rendered.data)
    assert 'Target="../media/factpack1.png"' in member(
        rendered.data, "ppt/slides/_rels/slide1.xml.rels"
    )


# -- whole files -----------------------------------------------------------------------------


def real_deck() -> bytes:
    """A deck as PowerPoint's own kind: a table, a chart, a picture, notes."""
    import pptx
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE
    from pptx.util import Cm

    found = pptx.Presentation()
    found.core_properties.title = "{{ a }}"
    slide = found.slides.add_slide(found.slide_layouts[5])
    slide.shapes.title.text = "{{ a }}、{{ b }}"
    grid = slide.shapes.add_table(2, 2, Cm(1), Cm(5), Cm(9), Cm(2))
    grid.table.cell(1, 0).text = "{% for r in rows %}{{ a }}"
    grid.table.cell(1, 1).text = "{{ b }}{% endfor %}"
    grid._element.nvGraphicFramePr.cNvPr.set("descr", "t {{ a }}")
    data = CategoryChartData()
    data.categories = ["x", "y"]
    data.add_series("s", (1, 2))
    frame = slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, Cm(9), Cm(9), Cm(9), Cm(6), data)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", '{{ chart("c") }}')
    picture = slide.shapes.add_picture(io.BytesIO(RED), Cm(1), Cm(9), Cm(2), Cm(2))
    picture._element.nvPicPr.cNvPr.set("descr", '{{ picture("p") }}')
    slide.notes_slide.notes_text_frame.text = "{{ a }}{{ b }}"
    buffer = io.BytesIO()
    found.save(buffer)
    return buffer.getvalue()


def real_document() -> bytes:
    import docx

    found = docx.Document()
    found.core_properties.title = "{{ a }}"
    found.sections[0].header.paragraphs[0].text = "{{ a }}"
    found.add_paragraph("{{ a }}").add_run("{{ b }}").bold = True
    for text in ("{% for r in rows %}", "{{ b }}", "{% endfor %}"):
        found.add_paragraph(text)
    table = found.add_table(2, 2)
    table.cell(0, 0).text = "x"
    table.cell(1, 0).text = "{% for r in rows %}{{ a }}"
    table.cell(1, 1).text = "{{ b }}{% endfor %}"
    buffer = io.BytesIO()
    found.save(buffer)
    return buffer.getvalue()


@pytest.mark.validators
def test_whole_files_are_valid(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sdk_findings):
    context = {"a": figure("a", "1<2", tone="stale"), "b": figure("b", "2\n3"), "rows": [1, 2]}
    files = {"t.pptx": real_deck(), "t.docx": real_document()}
    for name, data in files.items():
        rendered = made(data, context, charts=lambda _: spec(3, 4, 5), look=LOOK,
                        pictures=lambda *_: Picture(RED + b"\0", "red"))  # fmt: skip
        (tmp_path / name).write_bytes(rendered.data)
    monkeypatch.syspath_prepend(Path(__file__).parents[1] / "validators")
    for name in files:
        assert sdk_findings(tmp_path / name) == []
    assert W in member((tmp_path / "t.docx").read_bytes(), "word/document.xml")
