"""Members of a zip packed by zlib as they come, or by libdeflate at once."""

from __future__ import annotations

import io
import random
import zipfile
import zlib
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.documents.packages import zipping
from generator.documents.packages.zipping import Packer, Untouched, compress, write_zip


def as_libdeflate(data: bytes, level: int) -> bytearray:
    packer = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    return bytearray(packer.compress(data) + packer.flush())


STAND_IN = SimpleNamespace(deflate_compress=as_libdeflate, crc32=zlib.crc32)
LIBRARIES = [None, STAND_IN, *filter(None, [zipping._libdeflate()])]


@pytest.fixture(params=LIBRARIES, ids=["zlib", "at once", "libdeflate"][: len(LIBRARIES)])
def library(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> object:
    monkeypatch.setattr(zipping, "_LIBDEFLATE", request.param)
    return request.param


def read(*pieces: bytes) -> bytes:
    """What a reader finds of a member that was fed in pieces; it checks size and check sum."""
    packer = Packer()
    for piece in pieces:
        packer.feed(piece)
    whole = write_zip(Untouched(()), {"a.xml": packer.finish("a.xml")})
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        assert archive.testzip() is None
        return archive.read("a.xml")


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("size", [0, 1, 70_000, zipping._AT_ONCE_MOST, zipping._AT_ONCE_MOST + 1])
def test_a_member_is_read_as_it_was_fed(size: int):
    data = random.Random(1).randbytes(size // 2).hex().encode() + b"x" * (size % 2)
    assert read(data) == data
    assert read(*(data[at : at + 50_000] for at in range(0, len(data), 50_000))) == data


@pytest.mark.usefixtures("library")
def test_nothing_fed_is_an_empty_member():
    assert read() == b""


@given(st.lists(st.binary(max_size=200)))
def test_pieces_make_no_difference(pieces: list[bytes]):
    for library in LIBRARIES:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(zipping, "_LIBDEFLATE", library)
            packer = Packer()
            for piece in pieces:
                packer.feed(piece)
            assert packer.finish("a") == compress("a", b"".join(pieces))


def test_a_large_member_is_not_gathered(monkeypatch: pytest.MonkeyPatch):
    given_at_once: list[int] = []

    def noted(data: bytes, level: int) -> bytearray:
        given_at_once.append(len(data))
        return as_libdeflate(data, level)

    monkeypatch.setattr(
        zipping, "_LIBDEFLATE", SimpleNamespace(deflate_compress=noted, crc32=zlib.crc32)
    )
    large = [b"a" * 400_000] * 5
    assert read(*large) == b"".join(large)
    assert given_at_once == []
