"""Slides that take turns in decks that are Strict, and beside custom properties."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from bad_zips import members, with_part
from slide_decks import LOOK, charted, sample
from test_file_kinds import strict
from test_render_drawn import CHART
from test_render_drawn import charted as charted_word
from test_render_slides import slide_names
from tiny import NOON, deck, faults, figure, made, member, p, shape, texts

from generator.documents.packages.strict import to_loose
from generator.render import Picture, compile_template, render

LOOPED = shape("{%slide for x in xs %}{{ x }}{%slide endfor %}")
CUSTOM = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
    ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property'
    ' fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="Office"><vt:lpwstr>{}</vt:lpwstr>'
    "</property></Properties>"
)
RELATION = (
    '<Relationship Id="rc" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    'custom-properties" Target="docProps/custom.xml"/></Relationships>'
)


def regions(number: int) -> dict[str, object]:
    told = [
        {
            "name": f"R{n}", "firms": figure(f"f{n}", str(n)), "chart": charted(n),
            "towns": ["Ash", "Elm"] if n % 2 else [],
        }
        for n in range(number)
    ]  # fmt: skip
    return {"title": "All", "regions": told, "notes": number > 1}


@pytest.mark.parametrize("number", [0, 1, 3])
def test_a_strict_deck_makes_the_strict_twin_of_the_deck(number: int):
    def one(data: bytes) -> dict[str, bytes]:
        rendered = render(
            compile_template(data, "t.pptx"), regions(number), {}, base="b", when=NOON, look=LOOK,
            pictures=lambda id, _: Picture(id.encode(), id),
        )  # fmt: skip
        assert rendered.problems == ()
        return members(rendered.data)

    loose, twin = one(sample()), one(strict(sample()))
    assert twin.keys() == loose.keys()
    for name, content in twin.items():
        if name.endswith((".xml", ".rels")) and "embeddings" not in name:
            assert to_loose(content.decode()) == to_loose(loose[name].decode()), name
    assert b"purl.oclc.org" in twin["ppt/presentation.xml"]
    assert not any(
        b"schemas.openxmlformats.org/presentationml/2006" in content
        for name, content in twin.items()
        if name.startswith("ppt/slides/")
    )


def with_custom(data: bytes) -> bytes:
    rels = members(data)["_rels/.rels"].replace(b"</Relationships>", RELATION.encode())
    return with_part(
        with_part(data, "_rels/.rels", rels),
        "docProps/custom.xml",
        CUSTOM.format("{{ o }}").encode(),
    )


@pytest.mark.parametrize("xs", [[], ["1"], ["1", "2"]])
@pytest.mark.parametrize("last", [False, True])
def test_custom_properties_are_filled_once_whatever_slides_there_are(xs: list[str], last: bool):
    slides = (shape("a"), LOOPED) if last else (LOOPED, shape("a"))
    rendered = made(with_custom(deck(*slides)), {"xs": xs, "o": figure("k", "R&D")})
    assert member(rendered.data, "docProps/custom.xml").endswith(CUSTOM.format("R&amp;D"))
    assert [use.place.where for use in rendered.uses] == ["custom properties, 'Office'"]
    shown = [texts(member(rendered.data, name))[0] for name in slide_names(rendered.data)]
    assert shown == (["a", *xs] if last else [*xs, "a"])


def test_a_fault_in_custom_properties_is_told_beside_slides():
    data = with_custom(deck(shape("a"), LOOPED))
    assert faults(data, {"xs": "1"}) == ["custom properties, 'Office': {{ o }}: There is no 'o'."]


@pytest.mark.parametrize("zoom", ["sldZm", "sectionZm", "summaryZm"])
def test_a_zoom_is_told_with_its_slide_and_what_to_do(zoom: str):
    data = deck(shape("a"), shape("b") + f"<p:{zoom}/>", LOOPED)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
    try:
        compile_template(data, "t.pptx")
    except Exception as refused:
        (problem,) = refused.problems  # type: ignore[attr-defined]
    assert (problem.place.where, problem.problem, problem.next) == (
        "slide 2", "A zoom stands here, and slides are repeated or left out by tags.",
        "Replace the zoom by a picture with a link.",
    )  # fmt: skip
    assert re.match(r"slide \d", problem.place.where)


def test_a_chart_of_a_strict_document_is_filled():
    data = charted_word(p(CHART.format(tag="{{ chart(1) }}")))
    rendered = made(strict(data), {}, charts=lambda _: charted(3), look=LOOK)
    chart = member(rendered.data, "word/charts/chart1.xml")
    assert "purl.oclc.org/ooxml/drawingml/chart" in chart
    assert "<c:v>3</c:v>" in chart
