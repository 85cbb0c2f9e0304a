"""Our charts in real files: Microsoft's validator finds nothing, LibreOffice draws the values."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from chart_samples import LOOK, chart
from test_chart_write import KINDS

from generator.documents.charts.chart import ChartParts, refill_chart, write_chart

VALIDATORS = Path(__file__).parents[1] / "validators"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_BOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FRAME = """<p:graphicFrame xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="{office}">
<p:nvGraphicFramePr><p:cNvPr id="9" name="chart" descr="{alt}"/><p:cNvGraphicFramePr/><p:nvPr/>
</p:nvGraphicFramePr><p:xfrm><a:off x="0" y="1800000"/><a:ext cx="7200000" cy="4000000"/></p:xfrm>
<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">
<c:chart r:id="{relation}"/></a:graphicData></a:graphic></p:graphicFrame>"""


def deck(path: Path, charts: list[ChartParts]) -> Path:
    """A deck with a chart on each slide."""
    from lxml import etree
    from pptx import Presentation
    from pptx.opc.package import Part
    from pptx.opc.packuri import PackURI

    slides = Presentation()
    slides.core_properties.title = "图"
    for number, parts in enumerate(charts, start=1):
        slide = slides.slides.add_slide(slides.slide_layouts[5])
        slide.shapes.title.text = f"图{number}"
        package = slide.part.package
        book_name = PackURI(f"/ppt/embeddings/Microsoft_Excel_Sheet{number}.xlsx")
        book = Part(book_name, _BOOK, package, parts.workbook)
        drawing = Part(PackURI(f"/ppt/charts/chart{number}.xml"), _CHART, package, b"")
        linked = drawing.relate_to(book, f"{_OFFICE}/package")
        drawing._blob = parts.xml.replace(parts.relation.encode(), linked.encode())
        relation = slide.part.relate_to(drawing, f"{_OFFICE}/chart")
        frame = _FRAME.format(office=_OFFICE, alt="图", relation=relation)
        slide.shapes._spTree.append(etree.fromstring(frame))
    slides.save(str(path))
    return path


def all_charts() -> list[ChartParts]:
    """Every kind, written; and some refilled with other data."""
    written = [write_chart(spec, LOOK) for spec in KINDS]
    marks = {0: "stale", 1: "other_scope", 2: "forecast"}
    other = chart("columns", "东 西 南 北", "近1 2.5 超3 4", states=marks)  # type: ignore[arg-type]
    return [*written, refill_chart(written[0].xml, other, LOOK)]


@pytest.mark.validators
def test_the_open_xml_sdk_finds_nothing(tmp_path: Path) -> None:
    file = deck(tmp_path / "charts.pptx", all_charts())
    book = tmp_path / "book.xlsx"
    book.write_bytes(all_charts()[0].workbook)
    program = [sys.executable, str(VALIDATORS / "ooxml_sdk_validate.py"), str(file), str(book)]
    found = subprocess.run(program, capture_output=True, text=True, check=False)
    assert (found.returncode, found.stdout.count(" 0 errors")) == (0, 2), found.stdout
    extra = [sys.executable, str(VALIDATORS / "ooxml_extra_checks.py"), str(file)]
    more = subprocess.run(extra, capture_output=True, text=True, check=False)
    assert more.returncode == 0, more.stdout


@pytest.mark.office
def test_libreoffice_draws_the_labels_with_their_words(tmp_path: Path) -> None:
    file = deck(tmp_path / "charts.pptx", [all_charts()[0], all_charts()[-1]])
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*convert, str(file)], capture_output=True, check=True)
    text = subprocess.run(
        ["pdftotext", str(tmp_path / "charts.pdf"), "-"], capture_output=True, check=True
    ).stdout.decode()
    plain = text.replace(" ", "")
    assert [label for label in ("81", "近2.4", "近1", "2.5", "超3") if label not in plain] == []
