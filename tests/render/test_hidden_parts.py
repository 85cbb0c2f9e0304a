"""What a condition hides leaves the package: its chart and data, picture, address, note, comment."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from test_render_drawn import CHART, LOOK, PICTURE, RED, charted, names, spec, with_members
from tiny import (
    SPACES,
    deck,
    figure,
    made,
    member,
    p,
    r,
    rels,
    shape,
    table,
    texts,
    with_changed,
    word,
)

from generator.documents.charts.chart import write_chart
from generator.documents.packages.relations import relations_name
from generator.render import Subdoc

HIDING = pytest.mark.parametrize("a", [False, True])
PICTURED = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="9" cy="9"/><wp:docPr id="1" name="Map"/>'
    '<a:graphic><pic:pic><pic:blipFill><a:blip r:embed="{id}"/></pic:blipFill></pic:pic>'
    "</a:graphic></wp:inline></w:drawing></w:r>"
)
LINK = f'<w:hyperlink r:id="{{id}}">{r("there")}</w:hyperlink>'
RELS = "word/_rels/document.xml.rels"
CHART_PARTS = [
    "word/charts/chart1.xml",
    "word/charts/_rels/chart1.xml.rels",
    "word/embeddings/book1.xlsx",
]


def when(inside: str) -> str:
    return p("{% if a %}") + inside + p("{% endif %}")


def held(data: bytes) -> str:
    """All that a package holds, as one text."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "\n".join(
            archive.read(name).decode("utf-8", "replace") for name in archive.namelist()
        )


def with_relations(
    data: bytes, part: str, relations: str, members: dict[str, str | bytes]
) -> bytes:
    """The package with these relationships (as XML) of a part, and more members."""
    buffer = io.BytesIO()
    name = relations_name(part)
    with (
        zipfile.ZipFile(io.BytesIO(data)) as before,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for known in before.namelist():
            if known != name:
                after.writestr(known, before.read(known))
        after.writestr(name, relations)
        for known, content in members.items():
            after.writestr(known, content)
    return buffer.getvalue()


def with_links(data: bytes, part: str, addresses: dict[str, str], **members: str | bytes) -> bytes:
    whole = rels([]).replace(
        "</Relationships>",
        "".join(
            f'<Relationship Id="{id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
            f'relationships/hyperlink" Target="{address}" TargetMode="External"/>'
            for id, address in addresses.items()
        )
        + "</Relationships>",
    )
    return with_relations(data, part, whole, dict(members))


# -- Word ------------------------------------------------------------------------------------


@HIDING
@pytest.mark.parametrize("tag", ["", "{{ chart(&quot;firms&quot;) }}"])
def test_a_hidden_chart_takes_its_workbook_along(a: bool, tag: str):
    data = charted(when(p(CHART.format(tag=tag))) + p("{{ b }}"))
    rendered = made(data, {"a": a, "b": "x"}, charts=lambda _: spec(7, 8), look=LOOK)
    assert [name in names(rendered.data) for name in CHART_PARTS] == [a, a, a]
    assert ("rChart" in member(rendered.data, RELS)) == a


def test_a_hidden_chart_leaves_no_content_type():
    data = with_changed(
        charted(when(p(CHART.format(tag="")))), "[Content_Types].xml", b"</Types>",
        b'<Override PartName="/word/charts/chart1.xml" ContentType="application/x"/></Types>',
    )  # fmt: skip
    assert "chart1" not in member(made(data, {"a": 0}).data, "[Content_Types].xml")


def test_a_chart_that_is_shown_elsewhere_stays():
    data = charted(when(p(CHART.format(tag=""))) + p(CHART.format(tag="")))
    assert set(CHART_PARTS) <= set(names(made(data, {"a": 0}).data))


def test_a_loop_without_turns_leaves_no_chart():
    data = charted(p("{% for x in xs %}") + p(CHART.format(tag="")) + p("{% endfor %}"))
    assert not set(CHART_PARTS) & set(names(made(data, {"xs": []}).data))


@HIDING
def test_a_hidden_picture_leaves_the_file(a: bool):
    for place in (
        when(p(PICTURED.format(id="rId1"))),
        table(("x", "y"), ("{% if a %}z", PICTURED_ROW)),
    ):
        data = with_members(
            word(place + p("z")),
            RELS,
            ("rId1", "image", "media/old.png"),
            {"word/media/old.png": RED},
        )
        assert ("word/media/old.png" in names(made(data, {"a": a}).data)) == a


PICTURED_ROW = p(PICTURED.format(id="rId1"), "{% endif %}")


@HIDING
def test_a_hidden_picture_leaves_a_long_document_that_is_packed_as_it_comes(a: bool):
    rows = table(("x",), ("{% for n in ns %}{{ n }}{% endfor %}",))
    data = with_members(
        word(rows + when(p(PICTURED.format(id="rId1"))) + p("z")), RELS,
        ("rId1", "image", "media/old.png"), {"word/media/old.png": RED},
    )  # fmt: skip
    rendered = made(data, {"a": a, "ns": [str(n) for n in range(30_000)]})
    assert ("word/media/old.png" in names(rendered.data)) == a


@HIDING
def test_the_address_of_a_hidden_link_leaves_the_file(a: bool):
    data = with_links(
        word(when(p(LINK.format(id="rL")))), "word/document.xml", {"rL": "https://in.example"}
    )
    assert ("in.example" in held(made(data, {"a": a}).data)) == a


@HIDING
def test_a_hidden_header_leaves_the_file_with_its_figures(a: bool):
    section = '<w:pPr><w:sectPr><w:headerReference r:id="rheader1"/></w:sectPr></w:pPr>'
    data = word(when(f"<w:p>{section}{r('x')}</w:p>") + p("z"), header1=p("{{ f }} secret"))
    rendered = made(data, {"a": a, "f": figure("k", "1")})
    assert ("secret" in held(rendered.data)) == a
    assert [use.key for use in rendered.uses] == ["k"] * a


@HIDING
@pytest.mark.parametrize("said", ["secret", "secret {{ f }}"])
def test_the_note_of_a_hidden_text_leaves_the_file(a: bool, said: str):
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    data = word(
        when(p("x", note)) + p("z"), footnotes=f'<w:footnote w:id="2">{p(said, LINK.format(id="rN"))}</w:footnote>'
    )  # fmt: skip
    data = with_links(data, "word/footnotes.xml", {"rN": "https://in.example"})
    rendered = made(data, {"a": a, "f": figure("k", "1")})
    whole = held(rendered.data)
    assert ("secret" in whole, "in.example" in whole) == (a, a)
    assert len(rendered.uses) == (a and "f" in said)


def commented(body: str) -> bytes:
    remark = '<w:comment w:id="{}"><w:p w14:paraId="{}"><w:r><w:t>{}</w:t></w:r></w:p></w:comment>'
    about = "http://schemas.microsoft.com/office/word/2012/wordml"
    members = {
        "word/comments.xml": f"<w:comments {SPACES}>{remark.format(1, '0A', 'secret {{ f }}')}"
        f"{remark.format(2, '0B', 'open {{ f }}')}</w:comments>",
        "word/commentsExtended.xml": f'<x:commentsEx xmlns:x="{about}"><x:commentEx x:paraId="0A"/>'
        '<x:commentEx x:paraId="0B"/></x:commentsEx>',
    }
    relations = rels(
        [("r1", "comments", "comments.xml"), ("r2", "commentsExtended", "commentsExtended.xml")]
    )
    return with_relations(word(body), "word/document.xml", relations, dict(members))


def remark(id: int) -> str:
    return (
        f'<w:commentRangeStart w:id="{id}"/>{r("x")}<w:commentRangeEnd w:id="{id}"/>'
        f'<w:r><w:commentReference w:id="{id}"/></w:r>'
    )


@HIDING
def test_the_comment_on_a_hidden_text_leaves_the_file(a: bool):
    data = commented(when(p(remark(1))) + p(remark(2)))
    rendered = made(data, {"a": a, "f": figure("k", "1")})
    assert texts(member(rendered.data, "word/comments.xml")) == ["secret 1"] * a + ["open 1"]
    about = member(rendered.data, "word/commentsExtended.xml")
    assert re.findall(r'paraId="(\w+)"', about) == ["0A"] * a + ["0B"]
    assert [use.place.where for use in rendered.uses] == [
        "comments, comment 1, paragraph 1"
    ] * a + ["comments, comment 2, paragraph 1"]


def test_a_comment_in_a_loop_hangs_on_the_first_turn():
    data = commented(p("{% for x in 'abc' %}") + p(remark(1)) + p("{% endfor %}") + p(remark(2)))
    body = member(made(data, {"f": "1"}).data, "word/document.xml")
    assert re.findall(r'commentReference w:id="(\d)"', body) == ["1", "2"]


@HIDING
def test_smart_art_that_is_hidden_takes_its_drawing_along(a: bool):
    drawn = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="D"/><a:graphic><d:relIds xmlns:d="urn:d"'
        ' r:dm="rD" r:lo="rL"/></a:graphic></wp:inline></w:drawing></w:r>'
    )
    parts = [
        ("rD", "diagramData", "data1.xml"),
        ("rL", "diagramLayout", "l.xml"),
        ("rX", "diagramDrawing", "drawing1.xml"),
    ]
    members = {
        "word/data1.xml": '<d:x xmlns:d="urn:d"><d:ext relId="rX"/></d:x>',
        "word/drawing1.xml": "<x>secret</x>", "word/l.xml": "<x/>",
    }  # fmt: skip
    data = with_relations(
        word(when(p(drawn)) + p("z")), "word/document.xml", rels(parts), dict(members)
    )
    found = names(made(data, {"a": a}).data)
    assert [name in found for name in members] == [a, a, a]


def test_what_nothing_led_to_in_the_template_stays():
    data = with_members(
        word(when(p(PICTURED.format(id="rId1")))), RELS, ("rId1", "image", "media/old.png"),
        {"word/media/old.png": RED, "word/strange.bin": b"x"},
    )  # fmt: skip
    assert "word/strange.bin" in names(made(data, {"a": 0}).data)


@HIDING
def test_a_hidden_chart_leaves_a_file_that_takes_in_another(a: bool):
    data = charted(when(p(CHART.format(tag=""))) + p("{{ d }}") + p("z"))
    rendered = made(data, {"a": a, "d": Subdoc(word(p("inside")))})
    assert [name in names(rendered.data) for name in CHART_PARTS] == [a, a, a]


# -- PowerPoint ------------------------------------------------------------------------------

FRAME = (
    '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="5" name="Chart" descr="{tag}"/>'
    '<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:ext cx="7200000" cy="3600000"/>'
    '</p:xfrm><a:graphic><a:graphicData><c:chart r:id="rChart"/></a:graphicData></a:graphic>'
    "</p:graphicFrame>"
)


def charted_slide(*slides: str) -> bytes:
    """A deck of which the first slide has a chart."""
    parts = write_chart(spec(1, 2), LOOK)
    return with_members(
        deck(*slides), "ppt/slides/_rels/slide1.xml.rels", ("rChart", "chart", "../charts/chart1.xml"),
        {
            "ppt/charts/chart1.xml": parts.xml,
            "ppt/charts/_rels/chart1.xml.rels": rels([(parts.relation, "package", "../embeddings/b.xlsx")]),
            "ppt/embeddings/b.xlsx": parts.workbook,
        },
    )  # fmt: skip


def data_parts(data: bytes) -> list[str]:
    return sorted(name for name in names(data) if "/charts/" in name or "/embeddings/" in name)


@HIDING
def test_a_hidden_shape_takes_its_chart_and_workbook_along(a: bool):
    data = charted_slide(shape("z") + FRAME.format(tag="{%shape if a %}"))
    assert len(data_parts(made(data, {"a": a}).data)) == 3 * a


def test_a_repeated_slide_keeps_the_charts_of_those_turns_that_show_them():
    tag = "{%shape if x %}{{ chart(x) }}"
    data = charted_slide(shape("{%slide for x in xs %}z{%slide endfor %}") + FRAME.format(tag=tag))
    rendered = made(
        data, {"xs": ["", "b", "", "d"]}, charts={"b": spec(1), "d": spec(2)}.__getitem__, look=LOOK
    )
    assert len(data_parts(rendered.data)) == 3 * 2
    assert [
        "/chart" in member(rendered.data, f"ppt/slides/_rels/slide{n}.xml.rels")
        for n in (1, 2, 3, 4)
    ] == [False, True, False, True]


@HIDING
def test_a_picture_in_a_hidden_shape_leaves_the_deck(a: bool):
    data = with_members(
        deck(shape("z") + PICTURE.format(tag="{%shape if a %}")), "ppt/slides/_rels/slide1.xml.rels",
        ("rId1", "image", "../media/old.png"), {"ppt/media/old.png": b"old"},
    )  # fmt: skip
    assert ("ppt/media/old.png" in names(made(data, {"a": a}).data)) == a


@HIDING
def test_the_address_of_a_hidden_paragraph_leaves_the_deck(a: bool):
    linked = shape("{% if a %}\nthere\n{% endif %}\nz").replace(
        '<a:rPr lang="zh-CN"/><a:t>there', '<a:rPr><a:hlinkClick r:id="rL"/></a:rPr><a:t>there'
    )
    data = with_links(deck(linked), "ppt/slides/slide1.xml", {"rL": "https://in.example"})
    assert ("in.example" in held(made(data, {"a": a}).data)) == a


def test_a_picture_that_another_slide_shows_stays():
    pictures = {"ppt/media/old.png": RED}
    relation = rels([("rId1", "image", "../media/old.png")])
    data = deck(shape("z") + PICTURE.format(tag="{%shape if a %}"), PICTURE.format(tag="{{ b }}"))
    data = with_relations(data, "ppt/slides/slide1.xml", relation, dict(pictures))
    data = with_relations(data, "ppt/slides/slide2.xml", relation, {})
    assert "ppt/media/old.png" in names(made(data, {"a": 0, "b": "x"}).data)
