"""Pictures of the office's own, named in pack.yaml and placed by a tag in an alternative text."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Cm
from ferryport import make
from pptx import Presentation

from generator.api import build, check
from generator.model import FactpackError

PLAN = "settings: {office: Harbour office}\n"


def png(width: int, height: int, colour: bytes = b"\x20\x40\x80") -> bytes:
    rows = (b"\x00" + colour * min(width, 100)) * height  # what is wider is never read so far
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


def town(root: Path, pictures: str, **files: bytes) -> Path:
    """Ferryport with a frame of 4 × 4 cm in its brief, and pictures in the plan."""
    made = make(root)
    brief = made / "templates" / "brief.docx"
    document = Document(str(brief))
    shape = document.add_picture(io.BytesIO(png(10, 10)), Cm(4), Cm(4))
    shape._inline.docPr.set("descr", '{{ picture("logo") }}')
    document.save(str(brief))
    plan = made / "templates" / "pack.yaml"
    plan.write_text(plan.read_text(encoding="utf-8") + pictures, encoding="utf-8")
    for name, data in files.items():
        (made / "templates" / f"{name}.png").write_bytes(data)
    return made


def pictures_of(path: Path) -> list[tuple[str, float, float]]:
    """Alternative text, width and height in cm of each picture of a finished brief."""
    shapes = Document(str(path)).inline_shapes
    return [(s._inline.docPr.get("descr"), s.width.cm, s.height.cm) for s in shapes]


def test_the_logo_stands_in_the_frame_and_keeps_its_shape(tmp_path: Path):
    root = town(
        tmp_path, "pictures:\n  logo: {file: logo.png, alt: {en: A boat}}\n", logo=png(80, 40)
    )
    built = build(root)
    [brief] = built.folder.rglob("*.docx")
    with zipfile.ZipFile(brief) as package:
        media = [package.read(n) for n in package.namelist() if "/media/" in n]
    assert png(80, 40) in media
    [(alt, width, height)] = pictures_of(brief)
    with zipfile.ZipFile(brief) as package:
        crop = b"<a:srcRect" in package.read("word/document.xml")
    assert alt == "A boat"
    assert round(width / height, 2) == 2.0 or crop


def test_a_picture_without_words_is_told_by_its_name(tmp_path: Path):
    built = build(town(tmp_path, "pictures: {logo: logo.png}\n", logo=png(8, 8)))
    [brief] = built.folder.rglob("*.docx")
    assert [alt for alt, _, _ in pictures_of(brief)] == ["logo"]


def test_another_logo_is_another_edition(tmp_path: Path):
    root = town(tmp_path, "pictures: {logo: logo.png}\n", logo=png(8, 8))
    first = build(root)
    assert build(root).unchanged
    (root / "templates" / "logo.png").write_bytes(png(8, 8, b"\x80\x20\x20"))
    assert not build(root).unchanged
    assert first.folder.is_dir()


def test_a_logo_on_a_slide(tmp_path: Path):
    root = town(tmp_path, "pictures: {logo: logo.png}\n", logo=png(80, 40))
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "Ferries: {{ ferries }}"
    picture = slide.shapes.add_picture(io.BytesIO(png(10, 10)), Cm(2), Cm(8), Cm(4), Cm(4))
    picture._element.nvPicPr.cNvPr.set("descr", '{{ picture("logo") }}')
    deck.save(str(root / "templates" / "deck.pptx"))
    plan = root / "templates" / "audiences" / "town.yaml"
    more = '  - {id: T2, title: "Deck", template: deck.pptx}\n'
    plan.write_text(plan.read_text(encoding="utf-8") + more, encoding="utf-8")
    [made] = build(root).folder.rglob("*.pptx")
    shown = next(s for s in Presentation(str(made)).slides[0].shapes if s.shape_type == 13)
    assert shown.image.blob == png(80, 40)


@pytest.mark.parametrize(
    ("pictures", "data", "problem", "step"),
    [
        (
            "pictures: {logo: log.png}\n", png(8, 8),
            "The picture “logo” is to be templates/log.png, which is not there.",
            "Put the file there, or write the name of one that is.",
        ),
        (
            "pictures: {logo: ../facts/logo.png}\n", png(8, 8),
            "The picture “logo” is to be templates/../facts/logo.png, which is not there.",
            "Put the file there, or write the name of one that is.",
        ),
        (
            "pictures: {logo: logo.png}\n", b"a letter, not a picture",
            "logo.png is no picture that Office shows, whatever its name says.",
            "Put a PNG or JPEG in its place, in templates/.",
        ),
        (
            "pictures: {logo: logo.png}\n", png(60_000, 4),
            "logo.png has 60000 × 4 dots.",
            "Make it smaller, 20000 dots a side at most, and put it in again.",
        ),
        (
            "pictures: [logo.png]\n", png(8, 8),
            "pictures: Names and files belong here.", "Write “logo: logo.png” below it, indented.",
        ),
        (
            "pictures: {logo: {png: logo.png}}\n", png(8, 8),
            "pictures: A picture has a file, and words for who cannot see it.",
            "Write “{file: logo.png, alt: {en: …, zh: …}}”.",
        ),
        (
            "pictures: {emblem: logo.png}\n", png(8, 8),
            "There is no picture “logo”.",
            "templates/charts.yaml has: none. templates/pack.yaml has: emblem.",
        ),
    ],
    ids=["gone", "elsewhere", "a letter", "very wide", "a list", "unknown field", "other name"],
)  # fmt: skip
def test_what_is_wrong_with_a_picture_is_said(
    tmp_path: Path, pictures: str, data: bytes, problem: str, step: str
):
    root = town(tmp_path, pictures, logo=data)
    with pytest.raises(FactpackError) as told:
        build(root)
    wrong, *_ = [one for one in told.value.problems if one.level == "error"]
    assert (wrong.problem, wrong.next) == (problem, step)
    assert wrong.place.file.startswith("templates/")
    assert not (root / "output").exists()


def test_check_tells_it_too(tmp_path: Path):
    root = town(tmp_path, "pictures: {logo: log.png}\n")
    report = check(root)
    assert [str(p.place) for p in report.problems if p.level == "error"] == [
        "templates/pack.yaml, line 6"
    ]
