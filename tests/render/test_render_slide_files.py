"""Decks with slides by tags are whole files: for readers, validators, LibreOffice."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from pathlib import Path

import jinja2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from slide_decks import finished
from test_render_slides import slides
from tiny import deck, shape

KINDS = ((0, False), (0, True), (1, True), (3, False), (4, True))


@pytest.mark.parametrize(("regions", "notes"), KINDS)
def test_python_pptx_reads_every_slide(regions: int, notes: bool):
    from pptx import Presentation

    found = Presentation(io.BytesIO(finished(regions, notes)))
    titles = ["Firms <of> all"]
    for n in range(regions):
        titles += [f"Region {n}: {n} & more", f"Towns of Region {n}"]
    titles += ["On the figures"] * notes + ["End"]
    assert [one.shapes.title.text for one in found.slides] == titles
    charts = [shape.chart for one in found.slides for shape in one.shapes if shape.has_chart]
    assert [tuple(chart.plots[0].series[0].values) for chart in charts] == [
        (n, n + 1) for n in range(regions)
    ]
    books = {chart.part.chart_workbook.xlsx_part.partname for chart in charts}
    assert len(books) == regions
    pictures = [s.image.blob for one in found.slides for s in one.shapes if s.shape_type == 13]
    assert [blob[-8:].decode() for blob in pictures] == [f"Region {n}" for n in range(regions)]
    said = [one.notes_slide.notes_text_frame.text for one in found.slides if one.has_notes_slide]
    assert said == [f"Region {n} has {n} & more" for n in range(regions)]
    tables = [len(s.table.rows) for one in found.slides for s in one.shapes if s.has_table]
    assert tables == [3 for n in range(regions) if n % 2 == 0]


def test_links_lead_to_the_slide_of_the_same_turn():
    from pptx import Presentation

    found = list(Presentation(io.BytesIO(finished(3, True))).slides)
    for at in (1, 3, 5):
        (click,) = [
            s.click_action for s in found[at].shapes if s.has_text_frame and s.text == "more"
        ]
        assert click.target_slide.slide_id == found[at + 1].slide_id
    (click,) = [s.click_action for s in found[0].shapes if s.has_text_frame and "notes" in s.text]
    assert click.target_slide.slide_id == found[7].slide_id


def test_helper_boxes_are_gone():
    from pptx import Presentation

    for one in Presentation(io.BytesIO(finished(2, True))).slides:
        assert all(shape.left < 9_144_000 for shape in one.shapes)


@pytest.mark.parametrize(("regions", "notes"), KINDS)
def test_nothing_is_doubled_or_dangling(
    regions: int, notes: bool, tmp_path: Path, extra_findings: Callable[[Path], list[object]]
):
    file = tmp_path / "t.pptx"
    file.write_bytes(finished(regions, notes))
    assert extra_findings(file) == []


@pytest.mark.validators
@pytest.mark.parametrize(("regions", "notes"), KINDS)
def test_microsofts_validator_finds_nothing(
    regions: int, notes: bool, tmp_path: Path, sdk_findings: Callable[[Path], list[object]]
):
    file = tmp_path / "t.pptx"
    file.write_bytes(finished(regions, notes))
    assert sdk_findings(file) == []


@pytest.mark.office
def test_libreoffice_makes_a_page_of_every_slide(tmp_path: Path):
    from pypdf import PdfReader

    files = [tmp_path / f"{n}.pptx" for n, _ in enumerate(KINDS)]
    for file, (regions, notes) in zip(files, KINDS, strict=True):
        file.write_bytes(finished(regions, notes))
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    subprocess.run(
        [*command, "--convert-to", "pdf", "--outdir", str(tmp_path), *map(str, files)],
        capture_output=True, check=True,
    )  # fmt: skip
    pages = [len(PdfReader(file.with_suffix(".pdf")).pages) for file in files]
    assert pages == [2 + 2 * regions + notes for regions, notes in KINDS]


# -- any blocks ------------------------------------------------------------------------------

Tree = list["str | tuple[object, ...]"]

trees = st.recursive(
    st.lists(st.just("slide"), min_size=1, max_size=2),
    lambda inner: st.lists(
        st.one_of(
            st.just("slide"),
            st.tuples(st.just("for"), st.integers(0, 3), inner),
            st.tuples(st.just("if"), st.booleans(), inner),
            st.tuples(st.just("else"), st.booleans(), inner, inner),
        ),
        min_size=1, max_size=3,
    ),
    max_leaves=8,
)  # fmt: skip


def written(tree: Tree, depth: int = 0) -> list[list[str]]:
    """The slides of a tree: for each the tags that open there, its text, the tags that close."""
    found: list[list[str]] = []
    for node in tree:
        if node == "slide":
            names = "".join(f"{{{{ x{d} }}}}" for d in range(depth))
            found.append(["", f"S{names}", ""])
            continue
        kind, value, *bodies = node
        word = "for" if kind == "for" else "if"
        inside = [written(body, depth + (word == "for")) for body in bodies]
        opening = f"for x{depth} in range({value})" if word == "for" else f"if {int(value)}"
        inside[0][0][0] = f"{{%slide {opening} %}}" + inside[0][0][0]
        if kind == "else":
            inside[1][0][0] = "{%slide else %}" + inside[1][0][0]
        inside[-1][-1][2] += f"{{%slide end{word} %}}"
        found += [slide for body in inside for slide in body]
    return found


@settings(max_examples=60, deadline=None)
@given(trees, st.booleans())
def test_any_blocks_of_slides_are_those_of_plain_jinja(tree: Tree, apart: bool):
    made = written([*tree, "slide"])
    boxes = [[o + text + c] if not apart else [c, text, o] for o, text, c in made]
    data = deck(*("".join(shape(text) for text in own if text) for own in boxes))
    plain = "".join(o + f"[{text}]" + c for o, text, c in made).replace("{%slide", "{%")
    expected = jinja2.Template(plain).render().replace("[", "").split("]")[:-1]
    shown = [next(text for text in one if text) for one in slides(data, {})]
    assert shown == expected
