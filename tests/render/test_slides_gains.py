"""Slides that take turns and gain links and pictures: each has its own, and only what it shows."""

from __future__ import annotations

import io
import zipfile

import pytest
from PIL import Image
from pptx import Presentation
from pptx.util import Inches

from generator import api
from generator.render import InlineImage, Link
from generator.tags.scan import scan
from generator.tags.slide_blocks import match_slides


def picture(colour: str) -> io.BytesIO:
    data = io.BytesIO()
    Image.new("RGB", (6, 4), colour).save(data, "PNG")
    return io.BytesIO(data.getvalue())


def deck() -> io.BytesIO:
    file = Presentation()
    slide = file.slides.add_slide(file.slide_layouts[5])
    slide.shapes.title.text = "{%slide for r in rows %}{{ r.name }}{%slide endfor %}"
    box = slide.shapes.add_textbox(0, Inches(2), Inches(3), Inches(1)).text_frame
    box.text = "{{ r.link }}"
    run = box.add_paragraph().add_run()
    run.text = "there"
    run.hyperlink.address = "https://example.org/{{ r.name }}"
    shown = slide.shapes.add_picture(picture("red"), 0, Inches(4))
    shown._element.nvPicPr.cNvPr.set("descr", "{{ r.picture }}")
    slide.shapes.add_picture(picture("blue"), Inches(4), Inches(4)).name = "Logo"
    data = io.BytesIO()
    file.save(data)
    return io.BytesIO(data.getvalue())


@pytest.fixture(scope="module")
def made() -> bytes:
    rows = [
        {
            "name": name,
            "link": Link("go", f"https://example.com/{name}"),
            "picture": InlineImage(picture(colour)),
        }
        for name, colour in (("one", "green"), ("two", "yellow"), ("three", "green"))
    ]
    return api.render(deck(), {"rows": rows}, replace={"Logo": picture("black")}).data


def test_every_turn_has_its_own_links(made: bytes):
    links = [
        [
            run.hyperlink.address
            for paragraph in slide.shapes[1].text_frame.paragraphs
            for run in paragraph.runs
        ]
        for slide in Presentation(io.BytesIO(made)).slides
    ]
    assert links == [
        [f"https://example.com/{name}", f"https://example.org/{name}"]
        for name in ("one", "two", "three")
    ]


def test_every_turn_has_its_own_pictures(made: bytes):
    pixels = [
        [Image.open(io.BytesIO(shape.image.blob)).getpixel((0, 0)) for shape in list(shapes)[2:]]
        for shapes in (slide.shapes for slide in Presentation(io.BytesIO(made)).slides)
    ]
    green, yellow, black = (0, 128, 0), (255, 255, 0), (0, 0, 0)
    assert pixels == [[green, black], [yellow, black], [green, black]]


def test_pictures_and_addresses_that_nothing_shows_are_gone(made: bytes):
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        media = [name for name in package.namelist() if "/media/" in name]
        relations = [
            package.read(name) for name in package.namelist() if "slides/_rels/" in name.lower()
        ]
    assert media == [f"ppt/media/factpack{number}.png" for number in (1, 2, 3)]
    assert not any(b"{{" in text or b"%7B" in text for text in relations)


@pytest.mark.parametrize(
    ("tags", "problem"),
    [
        ("{%slide macro m() %}", "macro is for what stands on a slide."),
        ("{%slide break %}", "break is for what stands on a slide."),
        ("{%slide set x %}", "set is for what stands on a slide."),
    ],
)
def test_what_is_not_about_slides_is_refused(tags: str, problem: str):
    _, faults = match_slides([list(enumerate(scan(tags)[0]))])
    assert [fault.problem for fault in faults] == [problem]


def test_a_loop_over_slides_does_not_call_itself():
    tags = scan("{%slide for a in b recursive %}{%slide endfor %}")[0]
    _, faults = match_slides([list(enumerate(tags))])
    assert [fault.problem for fault in faults] == ["a loop over slides cannot call itself."]
