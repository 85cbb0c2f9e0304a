"""A template is a file from outside: what is no sound Office file is refused with a clear word."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from generator.documents.packages.package import read_package
from generator.documents.packages.zipping import Untouched, write_zip
from generator.model import FactpackError, Place

PLACE = Place("t.docx")


def zipped(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return buffer.getvalue()


def read_whole(data: bytes) -> list[bytes]:
    package = read_package(data, PLACE)
    return [package.read(name) for name in package.members]


def refusal(data: bytes) -> str:
    with pytest.raises(FactpackError) as caught:
        read_whole(data)
    (problem,) = caught.value.problems
    assert problem.place == PLACE
    return problem.problem


def test_members_are_read_as_they_were_written():
    package = read_package(zipped(("a.xml", b"<a/>"), ("b/c.xml", b"<c/>" * 99)), PLACE)
    assert [(name, package.read(name)) for name in package.members] == [
        ("a.xml", b"<a/>"),
        ("b/c.xml", b"<c/>" * 99),
    ]


def test_stored_members_are_read_too():
    assert read_package(zipped(("a", b"xy"), method=zipfile.ZIP_STORED), PLACE).read("a") == b"xy"


def test_a_text_is_no_office_file():
    assert refusal(b"plain text") == "The file is not an Office file."


def test_an_empty_file_is_no_office_file():
    assert refusal(b"") == "The file is not an Office file."


def test_an_old_or_protected_file_is_told_apart():
    assert refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest") == (
        "The file is in the old binary format, or protected by a password."
    )


def test_a_file_cut_short_is_damaged():
    data = zipped(("a.xml", b"<a/>" * 100))
    assert refusal(data[: len(data) // 2]).startswith("The file is damaged or cut short")


def test_a_damaged_member_is_named():
    data = bytearray(zipped(("a.xml", b"<a/>" * 100)))
    data[40] ^= 0xFF
    assert refusal(bytes(data)).startswith("'a.xml' is damaged")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_stands_twice_is_refused():
    assert refusal(zipped(("a.xml", b"1"), ("A.xml", b"2"))) == "The file holds 'A.xml' twice."


@pytest.mark.parametrize("name", ["../a", "/a", "a/../../b", "C:a"])
def test_a_name_that_leads_out_is_refused(name: str):
    assert refusal(zipped((name, b"1"))) == f"The file holds the unsafe name {name!r}."


def test_a_member_larger_than_declared_is_refused():
    data = bytearray(zipped(("a.xml", b"x" * 1000)))
    directory = data.index(b"PK\x01\x02")
    data[directory + 24 : directory + 28] = struct.pack("<I", 10)
    assert refusal(bytes(data)) == "a.xml unpacks to more than is allowed or declared."


def test_a_member_declared_too_large_is_refused():
    data = bytearray(zipped(("a.xml", b"x")))
    directory = data.index(b"PK\x01\x02")
    data[directory + 24 : directory + 28] = struct.pack("<I", 2_000_000_000)
    assert refusal(bytes(data)) == "a.xml unpacks to more than is allowed or declared."


def test_an_encrypted_member_is_refused():
    data = bytearray(zipped(("a.xml", b"x")))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert refusal(bytes(data)) == "'a.xml' is encrypted."


def test_a_zip_is_written_from_what_came_in_and_what_changed():
    package = read_package(zipped(("a", b"1"), ("ü", b"2"), ("c", b"3")), PLACE)
    written = write_zip(Untouched(package.members.values()), {"c": b"4", "d": b"5"})
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        assert archive.testzip() is None
        assert [(name, archive.read(name)) for name in archive.namelist()] == [
            ("a", b"1"), ("ü", b"2"), ("c", b"4"), ("d", b"5"),
        ]  # fmt: skip
