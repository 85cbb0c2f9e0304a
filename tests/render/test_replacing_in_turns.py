"""What is replaced by name is replaced on every turn of a slide that is repeated."""

from __future__ import annotations

import io
import zipfile

import pytest
from test_hidden_parts import FRAME, charted_slide
from test_render_drawn import LOOK, PICTURE, RED, spec, with_members
from tiny import deck, made, shape

LOOPED = shape("{%slide for x in xs %}{{ x }}{%slide endfor %}")
XS = {"xs": ["1", "2", "3"]}


def contents(data: bytes, folder: str) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [archive.read(name) for name in archive.namelist() if folder in name]


@pytest.mark.parametrize("key", ["embedded:b.xlsx", "member:ppt/embeddings/b.xlsx"])
@pytest.mark.parametrize("tag", ["", "{{ chart(x) }}"])
def test_an_embedded_file_is_replaced_on_every_turn(key: str, tag: str):
    data = charted_slide(LOOPED + FRAME.format(tag=tag))
    rendered = made(data, XS, replace={key: b"new"}, charts=lambda id: spec(int(id)), look=LOOK)
    assert contents(rendered.data, "/embeddings/") == [b"new"] * 3


def test_a_file_is_known_by_its_bytes_on_every_turn():
    data = charted_slide(LOOPED + FRAME.format(tag=""))
    book = contents(data, "/embeddings/")[0]
    assert contents(made(data, XS, replace={book: b"new"}).data, "/embeddings/") == [b"new"] * 3


@pytest.mark.parametrize("key", ["Map", "media:old.png", "member:ppt/media/old.png", RED])
def test_a_picture_is_replaced_on_every_turn_and_kept_once(key: str | bytes):
    data = with_members(
        deck(LOOPED + PICTURE.format(tag="")), "ppt/slides/_rels/slide1.xml.rels",
        ("rId1", "image", "../media/old.png"), {"ppt/media/old.png": RED},
    )  # fmt: skip
    rendered = made(data, XS, replace={key: b"new"})
    assert contents(rendered.data, "/media/") == [b"new"]


def test_a_slide_that_is_replaced_as_a_member_is_so_on_every_turn():
    data = charted_slide(LOOPED, shape("z"))
    rendered = made(data, XS, replace={"member:ppt/slides/slide1.xml": b"<x/>"})
    assert contents(rendered.data, "ppt/slides/slide")[:3].count(b"<x/>") == 3


def test_a_file_of_a_slide_that_is_not_shown_does_not_come_back():
    data = charted_slide(LOOPED + FRAME.format(tag=""), shape("z"))
    rendered = made(data, {"xs": []}, replace={"embedded:b.xlsx": b"new"})
    assert contents(rendered.data, "/embeddings/") == []
