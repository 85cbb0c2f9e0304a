"""What an office can get wrong: told with place and next step, and nothing is written."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import ferryport
import pytest
from docx import Document
from pptx import Presentation
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.util import Cm

from generator import api
from generator.model import FactpackError, Problem
from generator.render import InlineImage

TOWN = ferryport.FILES["templates/audiences/town.yaml"]


def errors(root: Path) -> list[str]:
    """The errors of a build, which leaves the output as it was."""
    output = root / "output"
    (output / "2029-12-31").mkdir(parents=True)
    (output / "2029-12-31" / "kept.txt").write_text("as it was")
    with pytest.raises(FactpackError) as stopped:
        api.build(root)
    assert [path.name for path in output.rglob("*")] == ["2029-12-31", "kept.txt"]
    return [str(one) for one in stopped.value.problems if one.level == "error"]


def picture(width: int, height: int) -> bytes:
    """A PNG that says it is so large; nobody unpacks it."""
    head = b"IHDR" + struct.pack(">LLBBBBB", width, height, 1, 0, 0, 0, 0)
    body = struct.pack(">L", 13) + head + struct.pack(">L", zlib.crc32(head))
    return b"\x89PNG\r\n\x1a\n" + body + b"\0\0\0\0IEND\xaeB`\x82"


def with_logo(root: Path, data: bytes) -> Path:
    """A workspace whose template has a logo with these bytes."""
    ferryport.make(root)
    document = Document()
    document.add_paragraph("There are {{ ferries }}.")
    document.add_picture(io.BytesIO(picture(40, 20)))
    image = next(iter(document.part.package.image_parts))
    image._blob = data
    document.save(str(root / "templates" / "brief.docx"))
    return root


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (
            b"Our logo, by the designer",
            "image1.png is no picture that Office shows, whatever its name says.\n"
            "  next: Put a PNG or JPEG in its place, in Word or PowerPoint.",
        ),
        (
            picture(60_000, 20),
            "image1.png has 60000 × 20 dots.\n"
            "  next: Make it smaller, 20000 dots a side at most, and put it in again.",
        ),
    ],
)
def test_a_logo_that_is_no_picture_or_far_too_large(tmp_path: Path, data: bytes, told: str):
    place = "error: templates/brief.docx, picture image1.png: "
    assert errors(with_logo(tmp_path, data)) == [place + told]
    assert place + told in [str(problem) for problem in api.check(tmp_path).problems]


def test_a_picture_value_that_is_far_too_large():
    template = io.BytesIO()
    document = Document()
    document.add_paragraph("{{ logo }}")
    document.save(template)
    logo = InlineImage(io.BytesIO(picture(60_000, 20)))
    with pytest.raises(FactpackError, match="60000 × 20 dots, more than 20000 a side"):
        api.render(io.BytesIO(template.getvalue()), {"logo": logo})


def test_a_template_without_a_place_for_what_the_plan_wants(tmp_path: Path):
    town = TOWN.replace("brief.docx}", "brief.docx, shows: [ferries, passengers, boats_chart]}")
    root = ferryport.make(tmp_path, "{{ 渡船 }} run.", templates__audiences__town=town)
    told = [
        f"error: templates/audiences/town.yaml, line 5: “T1” is to show “{name}”, and "
        "templates/brief.docx has no place for it.\n"
        f"  next: Write {{{{ {name} }}}} there (a chart: in its alternative text), or take it out "
        "of “shows:”."
        for name in ("passengers", "boats_chart")
    ]
    assert errors(root) == told
    assert told == [str(one) for one in api.check(root).problems if "is to show" in str(one)]


def test_an_audience_file_with_an_unknown_field(tmp_path: Path):
    root = ferryport.make(tmp_path, templates__audiences__town=TOWN + "colour: blue\n")
    (told,) = errors(root)
    assert told.startswith(
        "error: templates/audiences/town.yaml, line 6: audience “town” has no field “colour”.\n"
        "  next: Known are: id, name, locale"
    )


def test_a_text_too_long_for_its_box(tmp_path: Path):
    root = ferryport.make(
        tmp_path, templates__audiences__town=TOWN.replace("brief.docx", "deck.pptx")
    )
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "Ferries"
    box = slide.shapes.add_textbox(Cm(2), Cm(8), Cm(4), Cm(1))
    box.name = "Message"
    box.text_frame.word_wrap, box.text_frame.auto_size = True, MSO_AUTO_SIZE.NONE
    box.text_frame.text = "Boats carried {{ passengers }} over the river"
    deck.save(str(root / "templates" / "deck.pptx"))
    assert errors(root) == [
        "error: templates/deck.pptx, slide 1, 'Message': “Boats carried more than …” is too long "
        "in T1 Ferries in 2030.pptx, slide 1, 'fact:passengers': it needs 4.57 cm of height, and "
        "there are 0.75 cm.\n"
        "  next: Say it in fewer words, or give the box more room in the template."
    ]


def test_a_theme_that_cannot_be_read(tmp_path: Path):
    root = ferryport.make(tmp_path)
    theme = (root / "templates" / "theme.yaml").read_text(encoding="utf-8")
    line = next(n for n, words in enumerate(theme.splitlines(), 1) if "  grey:" in words)
    (root / "templates" / "theme.yaml").write_text(
        theme.replace("grey: 5A676E", "grey: C9CDD0"), encoding="utf-8"
    )
    assert errors(root) == [
        f"error: templates/theme.yaml, line {line}: Words in “grey” cannot be read on “white”: "
        "their contrast is 1.6 : 1.\n"
        "  next: Make “grey” darker (or the ground lighter), 4.5 : 1 at least."
    ]


def test_every_error_has_a_place_and_a_next_step(tmp_path: Path):
    town = TOWN.replace("brief.docx}", "brief.docx, shows: [boats], pages: many}") + "like: x\n"
    root = ferryport.make(tmp_path, templates__audiences__town=town)
    with pytest.raises(FactpackError) as stopped:
        api.build(root)
    problems: tuple[Problem, ...] = stopped.value.problems
    assert problems
    assert all(one.place.file and one.next for one in problems)
