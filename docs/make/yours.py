"""The steps of “Make it yours”, each done to a new workspace, and their pictures.

``python -m docs.make.yours`` draws the pictures (LibreOffice, poppler); the tests do the steps too.
What a designer does by hand in Word and PowerPoint is done to the same files here.
"""

from __future__ import annotations

import io
import subprocess
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from docx import Document
from docx.document import Document as Paper
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Cm

from generator import api
from generator.scaffold.brands import brand_templates
from generator.workspace import open_workspace
from templates.make.libraries.logo import logo_png

PICTURES = Path(__file__).resolve().parents[1] / "pictures" / "yours"
REPORT, DECK, PAGE = "council-report.docx", "council-deck.pptx", "readers-page.docx"
NEW_CHART = """
events_by_year:
  kind: pair
  title: {en: Events open to all}
  unit: {en: events}
  points: [events.previous, events]
"""


@dataclass(frozen=True)
class Step:
    """What is done to a workspace, and the document (by its id) and page where it shows."""

    change: Callable[[Path], None]
    document: str
    page: int


def change_words(workspace: Path) -> None:
    """A heading of the report said in other words."""
    paper = _report(workspace)
    _paragraph(paper, "Readers came").runs[
        0
    ].text = "Our doors opened {{ visits|number }} times; {{ members|number }} of you hold a card"
    _save(paper, workspace)


def change_order(workspace: Path) -> None:
    """The loans come before the readers: a heading and all under it, cut and pasted."""
    paper = _report(workspace)
    first, second = _paragraph(paper, "Readers came"), _paragraph(paper, "E-books grow")
    end = _paragraph(paper, "A year cost")
    moved = _between(second._p, end._p)
    for element in moved:
        first._p.addprevious(element)
    _save(paper, workspace)


def change_look(workspace: Path) -> None:
    """Other colours and another face in theme.yaml, then ``factpack brand``."""
    theme = workspace / "templates" / "theme.yaml"
    text = theme.read_text(encoding="utf-8")
    for old, new in (
        ("8A2F6B", "1F5FA8"), ("4A1942", "12304F"), ("E0A030", "5BB98C"), ("Times New Roman", "Arial"),
    ):  # fmt: skip
        text = text.replace(old, new)
    theme.write_text(text, encoding="utf-8")
    brand_templates(open_workspace(workspace))


def change_logo(workspace: Path) -> None:
    """Another file under the same name."""
    (workspace / "templates" / "logo.png").write_bytes(logo_png("12304F", "5BB98C"))


def add_chart(workspace: Path) -> None:
    """A slide more, with a chart that PowerPoint inserts; its alternative text names the chart."""
    charts = workspace / "templates" / "charts.yaml"
    charts.write_text(charts.read_text(encoding="utf-8") + NEW_CHART, encoding="utf-8")
    path = workspace / "templates" / DECK
    deck = Presentation(str(path))
    layout = next(one for one in deck.slide_layouts if one.name == "Title and blocks")
    slide = deck.slides.add_slide(layout)
    slide.shapes.title.text = "{{ events|number }} events, after {{ events.previous|number }}"
    sample = CategoryChartData()
    sample.categories = ["before", "now"]
    sample.add_series("events", (1, 2))
    place = Cm(1.8), Cm(5), Cm(20), Cm(11)
    frame = slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *place, sample)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", '{{ chart("events_by_year") }}')
    words = {
        10: "Events",
        12: "Sources: {{ [events, events.previous]|cite }}.",
        13: "Data {{ events|as_of }}",
    }
    for shape in list(slide.placeholders):
        index = shape.placeholder_format.idx
        if index in words:
            shape.text_frame.text = words[index]
        elif index != 0:
            shape._element.getparent().remove(shape._element)
    deck.save(str(path))


def add_section(workspace: Path) -> None:
    """A heading and a paragraph with a figure, in the report's own styles."""
    paper = _report(workspace)
    end = _paragraph(paper, "A year cost")
    end.insert_paragraph_before("Volunteers carry the network", style="Heading 1")
    end.insert_paragraph_before("In December {{ volunteers }} helped in {{ branches }}.")
    _save(paper, workspace)


def hide_section(workspace: Path) -> None:
    """The table of loans between two tags; the audience's setting decides."""
    paper = _report(workspace)
    first, end = _paragraph(paper, "E-books grow"), _paragraph(paper, "A year cost")
    first.insert_paragraph_before('{% if with_loans == "yes" %}')
    end.insert_paragraph_before("{% endif %}")
    _save(paper, workspace)
    plan = workspace / "templates" / "audiences" / "council.yaml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(
        text.replace("{money: symbol}", "{money: symbol, with_loans: no}"), encoding="utf-8"
    )


def add_audience(workspace: Path) -> None:
    """Friends of the library, begun as a copy of the readers."""
    api.new_audience(workspace, "friends", like="readers", title="Friends of the library")
    path = workspace / "templates" / "friends-page.docx"
    paper = Document(str(path))
    _paragraph(paper, "Your libraries").runs[0].text = "Thank you, friends: {{ visits|period }}"
    paper.save(str(path))


def bring_template(workspace: Path) -> None:
    """The office's own .dotx, with a tag typed into it."""
    paper = Document()
    paper.add_heading("Letter to the council", 1)
    paper.add_paragraph("In {{ visits|period }} readers made {{ visits }}.")
    (workspace / "templates" / "letter.dotx").write_bytes(_as_dotx(paper))
    plan = workspace / "templates" / "audiences" / "council.yaml"
    entry = "  - {id: C3, title: Letter, template: letter.dotx}\n"
    plan.write_text(plan.read_text(encoding="utf-8") + entry, encoding="utf-8")
    brand_templates(open_workspace(workspace))


STEPS: Mapping[str, Step] = {
    "words": Step(change_words, "C1", 1),
    "order": Step(change_order, "C1", 1),
    "look": Step(change_look, "C2", 3),
    "logo": Step(change_logo, "R1", 1),
    "chart": Step(add_chart, "C2", 8),
    "section": Step(add_section, "C1", 1),
    "hidden": Step(hide_section, "C1", 1),
    "audience": Step(add_audience, "R1", 1),
    "template": Step(bring_template, "C3", 1),
}


def _report(workspace: Path) -> Paper:
    return Document(str(workspace / "templates" / REPORT))


def _save(paper: Paper, workspace: Path) -> None:
    paper.save(str(workspace / "templates" / REPORT))


def _paragraph(paper: Paper, begins: str):  # python-docx has no types
    return next(one for one in paper.paragraphs if one.text.startswith(begins))


def _between(first, end) -> list:
    found = [first]
    while (following := found[-1].getnext()) is not end:
        found.append(following)
    return found


def _as_dotx(paper: Paper) -> bytes:
    """What Word saves as a template: the same parts, another kind."""
    saved, made = io.BytesIO(), io.BytesIO()
    paper.save(saved)
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            data = old.read(info)
            if info.filename == "[Content_Types].xml":
                data = data.replace(b"document.main+xml", b"template.main+xml")
            new.writestr(info, data)
    return made.getvalue()


# -- pictures ----------------------------------------------------------------------------------


def main() -> None:
    """Draw each step, before and after."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        made: dict[str, Path] = {}
        for name, step in {"before": None, **STEPS}.items():
            workspace = folder / name / "workspace"
            api.init(workspace)
            if step is not None:
                step.change(workspace)
            for file in api.build(workspace, out=folder / name).folder.rglob("*.*x"):
                audience = "F" if file.parent.name == "friends" else ""
                target = (
                    folder
                    / f"{name}-{audience}{file.name.split()[0].removesuffix(file.suffix)}{file.suffix}"
                )
                target.write_bytes(file.read_bytes())
                made[target.stem] = target
        _convert(folder)
        for name, step in STEPS.items():
            after = f"{name}-{'F' if name == 'audience' else ''}{step.document}"
            before = f"before-{step.document}"
            shown = [before, after] if name not in ("chart", "template") else [after]
            _draw([(folder / f"{one}.pdf", step.page) for one in shown], PICTURES / f"{name}.png")
            print(f"docs/pictures/yours/{name}.png")


def _convert(folder: Path) -> None:
    files = sorted(str(path) for path in folder.glob("*.*x"))
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *files], check=True, capture_output=True)


def _draw(pages: list[tuple[Path, int]], target: Path) -> None:
    """Pages side by side, their upper parts, in few colours so that the file is small."""
    from PIL import Image

    drawn = []
    for pdf, page in pages:
        command = ["pdftoppm", "-r", "55", "-f", str(page), "-l", str(page), "-png", str(pdf)]
        data = subprocess.run(command, check=True, capture_output=True).stdout
        picture = Image.open(io.BytesIO(data)).convert("RGB")
        upper = picture.crop((0, 0, picture.width, min(picture.height, 460)))
        drawn.append(upper)
    gap = 14
    size = sum(one.width + gap for one in drawn) + gap, max(one.height for one in drawn) + 2 * gap
    sheet, left = Image.new("RGB", size, "#D8DCDE"), gap
    for one in drawn:
        sheet.paste(one, (left, gap))
        left += one.width + gap
    sheet.quantize(96).save(target, optimize=True)


if __name__ == "__main__":
    main()
