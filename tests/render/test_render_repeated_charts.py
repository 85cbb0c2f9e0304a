"""Charts in what a block repeats: every copy has its own data, workbook and style."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile

import pytest
from test_render_drawn import (
    CHART,
    LOOK,
    PICTURE,
    RED,
    WORD_PICTURE,
    charted,
    names,
    pictured,
    spec,
)
from tiny import NOON, cell, deck, made, member, p, rels, shape, with_changed

from generator.documents.charts.chart import read_chart, write_chart
from generator.model import ChartSpec
from generator.render import Picture, compile_template, render

FRAME = (
    '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="8" name="Firms" descr="{tag}"/>'
    "<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm>"
    '<a:ext cx="7200000" cy="3600000"/></p:xfrm><a:graphic><a:graphicData>'
    '<c:chart r:id="rChart"/></a:graphicData></a:graphic></p:graphicFrame>'
)


def with_types(data: bytes, *types: tuple[str, str]) -> bytes:
    added = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in types)
    return with_changed(data, "[Content_Types].xml", b"</Types>", f"{added}</Types>".encode())


def chart_deck(*slides: str) -> bytes:
    """A deck with a native chart on its first slide."""
    parts = write_chart(spec(1, 2), LOOK)
    buffer = io.BytesIO(deck(*slides))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("ppt/charts/chart1.xml", parts.xml)
        archive.writestr("ppt/embeddings/book1.xlsx", parts.workbook)
        book = [(parts.relation, "package", "../embeddings/book1.xlsx")]
        archive.writestr("ppt/charts/_rels/chart1.xml.rels", rels(book))
        links = [("rChart", "chart", "../charts/chart1.xml"), ("rId1", "image", "../media/old.png")]
        archive.writestr("ppt/slides/_rels/slide1.xml.rels", rels(links))
        archive.writestr("ppt/media/old.png", b"old")
    return with_types(buffer.getvalue(), ("ppt/charts/chart1.xml", "chart"))


def shown(data: bytes, part: str) -> list[tuple[object, ...]]:
    """The values of the charts that a part leads to, in its order; the workbook says the same."""
    found = []
    for relation in re.findall(r'<c:chart [^>]*r:id="([^"]*)"', member(data, part)):
        chart = linked(data, part, relation)
        book = re.search(r'Id="([^"]*)"[^>]*/package"', member(data, rels_of(chart)))[1]
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            reading = read_chart(archive.read(chart), archive.read(linked(data, chart, book)))
        assert reading.agrees
        found += [series.values for series in reading.cache.series]
    return found


def rels_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return f"{folder}/_rels/{name}.rels"


def linked(data: bytes, part: str, relation: str) -> str:
    written = re.search(rf'Id="{relation}"[^>]*Target="([^"]*)"', member(data, rels_of(part)))[1]
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), written))


def repeated(tag: str) -> str:
    return p("{% for x in xs %}") + p(CHART.format(tag=tag)) + p("{% endfor %}")


# -- Word ------------------------------------------------------------------------------------


def test_every_turn_of_a_loop_has_a_chart_of_its_own():
    data = charted(repeated("{{ chart(x) }}"))
    whole = made(data, {"xs": [3, 4, 5]}, charts=lambda n: spec(n, n + 1), look=LOOK).data
    assert shown(whole, "word/document.xml") == [(3, 4), (4, 5), (5, 6)]


def test_rows_with_charts_are_repeated():
    row = cell(p("{% for x in xs %}") + p(CHART.format(tag="{{ chart(x) }}"))) + cell(
        "{% endfor %}"
    )
    grid = f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{row}</w:tr></w:tbl>"
    whole = made(charted(grid), {"xs": [3, 4]}, charts=lambda n: spec(n), look=LOOK).data
    assert shown(whole, "word/document.xml") == [(3,), (4,)]


def test_a_chart_may_be_given_by_the_data():
    for tag in ("{{ chart(x.chart) }}", "{{ x.chart }}"):
        xs = [{"chart": spec(7)}, {"chart": spec(8)}]
        rendered = made(charted(repeated(tag)), {"xs": xs}, look=LOOK)
        assert shown(rendered.data, "word/document.xml") == [(7,), (8,)]
        assert [use.key for use in rendered.uses] == ["k7", "k8"]


def test_a_chart_without_a_tag_is_copied_with_its_frame():
    whole = made(charted(repeated("a chart")), {"xs": "ab"}).data
    assert shown(whole, "word/document.xml") == [(1, 2), (1, 2)]
    assert "word/charts/chart2.xml" in names(whole)


def test_a_chart_shown_on_one_condition_keeps_its_part():
    body = p("{% for x in xs %}") + p("{% if x > 3 %}") + p(CHART.format(tag="{{ chart(x) }}"))
    data = charted(body + p("{% endif %}") + p("{% endfor %}"))
    whole = made(data, {"xs": [3, 4]}, charts=lambda n: spec(n), look=LOOK).data
    assert shown(whole, "word/document.xml") == [(4,)]
    assert [name for name in names(whole) if "chart" in name and "rels" not in name] == [
        "word/charts/chart1.xml"
    ]


def test_a_text_may_stand_for_a_chart_on_some_turns():
    data = charted(repeated("{{ chart(x) if x > 3 else &quot;none&quot; }}"))
    whole = made(data, {"xs": [4, 3, 5]}, charts=lambda n: spec(n), look=LOOK).data
    assert shown(whole, "word/document.xml") == [(4,), (1, 2), (5,)]


def test_copies_declare_their_types():
    data = with_types(charted(repeated("{{ chart(x) }}")), ("word/charts/chart1.xml", "chart"))
    whole = made(data, {"xs": [3, 4]}, charts=lambda n: spec(n), look=LOOK).data
    types = member(whole, "[Content_Types].xml")
    assert '<Override PartName="/word/charts/chart2.xml" ContentType="chart"/>' in types


def test_charts_without_a_workbook_get_one_each():
    data = charted(repeated("{{ chart(x) }}"), with_workbook=False)
    whole = made(data, {"xs": [3, 4]}, charts=lambda n: spec(n), look=LOOK).data
    assert shown(whole, "word/document.xml") == [(3,), (4,)]


def test_the_turns_whose_data_a_chart_cannot_show_are_all_told():
    two = ChartSpec("a", "columns", "T", "", ("x",), spec(1).series * 2, "alt")
    template = compile_template(charted(repeated("{{ chart(x) }}")), "t")
    rendered = render(
        template, {"xs": [1, 2]}, {}, base="b", when=NOON, charts=lambda _: two, look=LOOK
    )
    assert [problem.place.where for problem in rendered.problems] == [
        "body, paragraph 2, alternative text of 'Firms'"
    ] * 2


def test_a_picture_may_be_given_by_the_data():
    loop = p("{% for x in xs %}") + p(WORD_PICTURE.format(id="x.photo")) + p("{% endfor %}")
    xs = [{"photo": Picture(text.encode(), text)} for text in "ab"]
    whole = made(pictured(loop), {"xs": xs}).data
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        assert [archive.read(f"word/media/factpack{n}.png") for n in (1, 2)] == [b"a", b"b"]


def test_the_picture_of_the_template_stays_where_the_tag_says_a_text():
    tag = WORD_PICTURE.format(id="x").replace("picture(x)", "picture(x) if x else 1")
    loop = p("{% for x in xs %}") + p(tag) + p("{% endfor %}")
    whole = made(
        pictured(loop), {"xs": ["a", "", "b"]}, pictures=lambda i, _: Picture(i.encode(), i)
    )
    xml = member(whole.data, "word/document.xml")
    assert re.findall(r'r:embed="([^"]*)"', xml) == ["rIdFp1", "rId1", "rIdFp2"]


# -- slides ----------------------------------------------------------------------------------


@pytest.mark.parametrize("tag", ["{{ chart(x.n) }}", "{{ chart(x.chart) }}", "{{ x.chart }}"])
def test_every_copy_of_a_slide_has_its_own_chart(tag: str):
    data = chart_deck(
        shape("{%slide for x in xs %}") + FRAME.format(tag=tag) + shape("{%slide endfor %}")
    )
    xs = [{"n": n, "chart": spec(n, n + 1)} for n in (3, 4, 5)]
    rendered = made(data, {"xs": xs}, charts=lambda n: spec(n, n + 1), look=LOOK)
    parts = ["ppt/slides/slide1.xml", "ppt/slides/slide2.xml", "ppt/slides/slide3.xml"]
    assert [shown(rendered.data, part) for part in parts] == [[(3, 4)], [(4, 5)], [(5, 6)]]
    assert [(use.key, use.place.where) for use in rendered.uses] == [
        (f"k{n + at}", f"slide {n - 2}, chart") for n in (3, 4, 5) for at in (0, 1)
    ]


def test_every_copy_of_a_slide_has_its_own_picture():
    picture = PICTURE.format(tag="{{ picture(x) }}")
    data = chart_deck(shape("{%slide for x in xs %}{%slide endfor %}") + picture)
    whole = made(data, {"xs": "aba"}, pictures=lambda id, _: Picture(id.encode(), id)).data
    found = []
    for number in (1, 2, 3):
        part = f"ppt/slides/slide{number}.xml"
        relation = re.search(r'r:embed="([^"]*)"', member(whole, part))[1]
        found.append(member(whole, linked(whole, part, relation)))
    assert found == ["a", "b", "a"]
    assert len([name for name in names(whole) if "factpack" in name]) == 2


def test_a_chart_that_a_slide_cannot_show_is_told_with_the_slide_of_the_template():
    two = ChartSpec("a", "columns", "T", "", ("x",), spec(1).series * 2, "alt")
    data = chart_deck(shape("{%slide if a %}{%slide endif %}") + FRAME.format(tag="{{ chart(1) }}"))
    rendered = render(
        compile_template(data, "t.pptx"), {"a": 1}, {}, base="b", when=NOON,
        charts=lambda _: two, look=LOOK,
    )  # fmt: skip
    assert [problem.place.where for problem in rendered.problems] == [
        "slide 1, 'Firms', alternative text"
    ]


def test_identical_bytes_for_identical_slides():
    data = chart_deck(
        shape("{%slide for x in xs %}{{ x }}{%slide endfor %}") + FRAME.format(tag="{{ chart(x) }}")
        + PICTURE.format(tag="{{ picture(x) }}")
    )  # fmt: skip
    both = [
        made(
            data, {"xs": [1, 2]}, charts=lambda n: spec(n), look=LOOK,
            pictures=lambda *_: Picture(RED, "red"),
        ).data
        for _ in range(2)
    ]  # fmt: skip
    assert both[0] == both[1]
