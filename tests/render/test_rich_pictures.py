"""Pictures in frames: how they fit, what leaves with them, and replacing by name."""

from __future__ import annotations

import re
import struct
import zlib

import pytest
from test_render_drawn import PICTURE, RED, WORD_PICTURE, names, pictured, with_members
from tiny import NOON, deck, made, member, p, shape, word

from generator.render import InlineImage, Picture, compile_template, render


def png(width: int, height: int) -> bytes:
    """A picture of this many dots, all red."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    rows = b"".join(b"\0" + b"\xff\0\0" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"".join(
        (b"\x89PNG\r\n\x1a\n", chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(rows)),
         chunk(b"IEND", b""))
    )  # fmt: skip


FRAME = WORD_PICTURE.replace("{{{{ picture({id}) }}}}", "{{{{ x }}}}").format()  # 10 cm by 5 cm
SQUARE, WIDE = png(2, 2), png(4, 2)


def crops(data: bytes, part: str = "word/document.xml") -> list[str]:
    return re.findall(r"<a:srcRect[^>]*/>", member(data, part))


@pytest.mark.parametrize(
    ("picture", "fit", "crop"),
    [
        (SQUARE, "fit", ['<a:srcRect l="-50000" r="-50000"/>']),
        (SQUARE, "fill", ['<a:srcRect t="25000" b="25000"/>']),
        (SQUARE, "stretch", []),
        (WIDE, "fit", []),
    ],
)
def test_a_picture_keeps_its_shape_in_its_frame(picture: bytes, fit: str, crop: list[str]):
    value = InlineImage(picture, fit=fit, alt="A map")  # type: ignore[arg-type]
    rendered = made(pictured(p(FRAME)), {"x": value})
    assert crops(rendered.data) == crop
    assert 'descr="A map"' in member(rendered.data, "word/document.xml")


def test_a_drawn_picture_keeps_its_shape_too():
    template = pictured(p(WORD_PICTURE.format(id="1")))
    rendered = made(template, {}, pictures=lambda *_: Picture(SQUARE, "a"))
    assert crops(rendered.data) == ['<a:srcRect l="-50000" r="-50000"/>']


def test_a_text_in_the_words_of_a_picture_leaves_the_picture():
    data = pictured(p(FRAME.replace("</pic:blipFill>", '<a:srcRect l="9"/></pic:blipFill>')))
    rendered = made(data, {"x": "words"})
    xml = member(rendered.data, "word/document.xml")
    assert re.findall(r'r:embed="([^"]*)"', xml) == ["rId1"]
    assert 'l="9"' in xml
    assert "word/media/old.png" in names(rendered.data)


def test_a_picture_that_was_replaced_leaves_the_file():
    rendered = made(pictured(p(FRAME)), {"x": InlineImage(RED)})
    assert [name for name in names(rendered.data) if "media" in name] == [
        "word/media/factpack1.png"
    ]
    assert "old.png" not in member(rendered.data, "word/_rels/document.xml.rels")


def test_a_picture_that_is_used_elsewhere_stays():
    other = FRAME.replace(' descr="{{ x }}"', "")
    rendered = made(pictured(p(FRAME) + p(other)), {"x": InlineImage(RED)})
    assert "word/media/old.png" in names(rendered.data)


def test_turns_with_and_without_a_picture():
    template = pictured(p("{% for x in xs %}") + p(FRAME) + p("{% endfor %}"))
    rendered = made(template, {"xs": [InlineImage(RED), "a", InlineImage(SQUARE)]})
    xml = member(rendered.data, "word/document.xml")
    assert re.findall(r'r:embed="([^"]*)"', xml) == ["rIdFp1", "rId1", "rIdFp2"]
    assert "word/media/old.png" in names(rendered.data)


def test_a_picture_that_the_template_has_is_not_added_again():
    data = with_members(
        word(p("{{ x }}")),
        "word/_rels/document.xml.rels",
        ("rId1", "image", "media/old.png"),
        {"word/media/old.png": RED},
    )
    rendered = made(data, {"x": InlineImage(RED)})
    assert [name for name in names(rendered.data) if "media" in name] == ["word/media/old.png"]


def test_the_kind_of_a_picture_is_declared():
    gif = b"GIF89a" + struct.pack("<HH", 3, 2) + b"\0\0\0;"
    rendered = made(word(p("{{ x }}")), {"x": InlineImage(gif)})
    assert 'Extension="gif" ContentType="image/gif"' in member(rendered.data, "[Content_Types].xml")
    assert '<wp:extent cx="38100" cy="25400"/>' in member(rendered.data, "word/document.xml")


# -- replacing -------------------------------------------------------------------------------


def slide_picture() -> bytes:
    return with_members(
        deck(shape("x") + PICTURE.format(tag="A map")),
        "ppt/slides/_rels/slide1.xml.rels",
        ("rId1", "image", "../media/old.png"),
        {"ppt/media/old.png": b"old"},
    )


@pytest.mark.parametrize("name", ["Map", "A map"])
def test_a_picture_of_a_slide_is_replaced_by_name(name: str):
    rendered = made(slide_picture(), {}, replace={name: InlineImage(SQUARE, fit="fit")})
    xml = member(rendered.data, "ppt/slides/slide1.xml")
    assert 'r:embed="rIdFp1"' in xml
    assert crops(rendered.data, "ppt/slides/slide1.xml") == ['<a:srcRect l="-50000" r="-50000"/>']
    assert "ppt/media/old.png" not in names(rendered.data)


@pytest.mark.parametrize("key", ["media:old.png", "member:ppt/media/old.png", b"old"])
def test_a_file_of_a_picture_is_replaced(key: str | bytes):
    rendered = made(slide_picture(), {}, replace={key: RED})
    assert member(rendered.data, "ppt/slides/_rels/slide1.xml.rels").count("old.png") == 1
    assert "ppt/media/old.png" in names(rendered.data)


@pytest.mark.parametrize(
    "key", ["Spam", "media:spam.png", "member:spam", b"spam", "member:[Content_Types].xml"]
)
def test_what_is_not_there_cannot_be_replaced(key: str | bytes):
    template = compile_template(slide_picture(), "t.pptx")
    rendered = render(template, {}, {}, base="b", when=NOON, replace={key: RED})
    assert [problem.place.file for problem in rendered.problems] == ["t.pptx"]
    assert rendered.data == b""
