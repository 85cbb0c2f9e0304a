"""A template is a file from outside: what could harm is refused with a word, nothing is written."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from bad_zips import members, with_flag, with_part, with_size, zipped
from tiny import deck, p, shape, word

from generator.api import needs, render
from generator.model import FactpackError

GOOD = word(p("{{ a }}"))
DECK = deck(shape("{{ a }}"), notes=shape("{{ a }}"))
ENTITIES = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'


def refusal(data: bytes, tmp_path: Path) -> str:
    """The one problem of a file that cannot be a template; nothing may be left behind."""
    source = tmp_path / "t.docx"
    source.write_bytes(data)
    with pytest.raises(FactpackError) as caught:
        render(source, {"a": "x"}, tmp_path / "out.docx")
    assert [path.name for path in tmp_path.iterdir()] == ["t.docx"]
    (problem,) = caught.value.problems
    assert problem.place.file == source.as_posix()
    assert problem.next
    return problem.problem


def edited(name: str, change: bytes, good: bytes = GOOD) -> bytes:
    """The good file with `change` put before a member's first element."""
    return with_part(good, name, change + members(good)[name])


# -- XML that is more than XML ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("good", "name"), [(good, name) for good in (GOOD, DECK) for name in sorted(members(good))]
)
def test_a_document_type_is_refused_in_every_part(good: bytes, name: str, tmp_path: Path):
    data = edited(name, ENTITIES, good)
    assert refusal(data, tmp_path) == f"'{name}' declares a document type."


def test_a_document_type_is_refused_in_parts_that_nobody_reads(tmp_path: Path):
    data = with_part(GOOD, "customXml/item1.xml", b"<?xml version='1.0'?>\n" + ENTITIES + b"<x/>")
    assert refusal(data, tmp_path) == "'customXml/item1.xml' declares a document type."


def test_a_document_type_cannot_hide_behind_comments_or_another_encoding(tmp_path: Path):
    xml = f"<!-- {'x' * 9000} --><?y z?>{ENTITIES.decode()}<x/>"
    for hidden in (xml.encode(), xml.encode("utf-16"), xml.encode("utf-16-le")):
        data = with_part(GOOD, "customXml/item1.xml", hidden)
        assert refusal(data, tmp_path) == "'customXml/item1.xml' declares a document type."


def test_an_encoding_in_which_it_could_hide_is_refused(tmp_path: Path):
    utf7 = b'<?xml version="1.0" encoding="utf-7"?>+ADwAIQ-DOCTYPE x><x/>'
    assert refusal(with_part(GOOD, "word/document.xml", utf7), tmp_path) == (
        "'word/document.xml' is written in utf-7, which Office does not use."
    )


def test_a_comment_without_end_is_refused(tmp_path: Path):
    data = with_part(GOOD, "word/x.xml", b"<!-- " + b"x" * 100_000)
    assert refusal(data, tmp_path) == "'word/x.xml' does not begin as XML does."


def test_a_web_page_in_a_document_may_have_its_document_type():
    page = b"<!DOCTYPE html><html></html>"
    data = with_part(GOOD, "word/afchunk.html", page)
    assert members(render(io.BytesIO(data), {"a": "x"}).data)["word/afchunk.html"] == page


def test_parts_in_utf_16_are_read():
    text = members(GOOD)["word/document.xml"].decode()
    for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
        xml = f'<?xml version="1.0" encoding="UTF-16"?>{text}'.encode(encoding)
        made = render(io.BytesIO(with_part(GOOD, "word/document.xml", xml)), {"a": "值"}).data
        assert ">值<" in members(made)["word/document.xml"].decode()


# -- names -----------------------------------------------------------------------------------


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_part_that_stands_twice_is_refused(tmp_path: Path):
    parts = [*members(GOOD).items(), ("Word/Document.xml", b"<x/>")]
    assert refusal(zipped(parts), tmp_path) == "The file holds 'Word/Document.xml' twice."


@pytest.mark.parametrize("name", ["../x.xml", "/x.xml", "a/../../x.xml", "C:x.xml", "a\nb.xml"])
def test_a_name_that_leads_elsewhere_is_refused(name: str, tmp_path: Path):
    assert (
        refusal(with_part(GOOD, name, b"x"), tmp_path)
        == f"The file holds the unsafe name {name!r}."
    )


def test_a_name_cut_short_by_a_zero_byte_is_refused(tmp_path: Path):
    data = with_part(GOOD, "word/x.xml", b"<x/>").replace(b"word/x.xml", b"word/x\0xml")
    assert refusal(data, tmp_path) == "The file holds the unsafe name 'word/x'."


def test_a_member_with_two_names_is_refused(tmp_path: Path):
    data = with_part(GOOD, "word/x.xml", b"<x/>")
    assert refusal(data.replace(b"word/x.xml", b"word/y.xml", 1), tmp_path) == (
        "'word/x.xml' has two different names."
    )


# -- sizes -----------------------------------------------------------------------------------


def test_a_member_that_declares_too_much_is_refused(tmp_path: Path):
    data = with_size(with_part(GOOD, "x.bin", b"x"), "x.bin", 3_000_000_000)
    assert refusal(data, tmp_path) == "x.bin unpacks to more than is allowed or declared."


def test_a_member_that_declares_too_little_is_refused_though_nobody_reads_it(tmp_path: Path):
    data = with_size(with_part(GOOD, "x.bin", bytes(50_000_000)), "x.bin", 100)
    assert len(data) < 100_000
    assert refusal(data, tmp_path) == "x.bin unpacks to more than is allowed or declared."


def test_members_that_are_too_much_together_are_refused(tmp_path: Path):
    zeros = bytes(90_000_000)
    data = zipped({**members(GOOD), **{f"x{n}.bin": zeros for n in range(5)}})
    assert len(data) < 1_000_000
    assert refusal(data, tmp_path) == "The file unpacks to more than is allowed or declared."


def test_too_many_members_are_refused(tmp_path: Path):
    parts = {**members(GOOD), **{f"x{n}": b"" for n in range(5_000)}}
    assert refusal(zipped(parts), tmp_path) == f"The file holds {len(parts)} members."


def test_members_that_share_their_bytes_are_refused(tmp_path: Path):
    data = _with_directory_repeated(with_part(GOOD, "x.bin", bytes(200_000)), 50)
    assert refusal(data, tmp_path) == "Members of the file overlap."


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (with_part(DECK, "../evil.xml", b"x"), "holds the unsafe name"),
        (zipped([*members(DECK).items(), ("PPT/presentation.xml", b"<x/>")]), "twice"),
        (with_size(with_part(DECK, "x.bin", bytes(50_000_000)), "x.bin", 100), "unpacks to more"),
        (with_size(with_part(DECK, "x.bin", b"x"), "x.bin", 3_000_000_000), "unpacks to more"),
        (with_flag(with_part(DECK, "x.bin", b"x"), "x.bin", 1), "is encrypted"),
    ],
)
def test_a_deck_is_looked_at_as_a_document_is(data: bytes, told: str, tmp_path: Path):
    assert told in refusal(data, tmp_path)


def _with_directory_repeated(data: bytes, times: int) -> bytes:
    """The directory's entry of ``x.bin`` again and again under other names of the same length."""
    start = data.index(b"PK\x01\x02")
    end = data.index(b"PK\x05\x06")
    entries = data[start:end]
    own = entries[entries.index(b"x.bin") - 46 :][: 46 + 5]
    more = b"".join(own[:46] + f"{n:05d}".encode() for n in range(times))
    tail = bytearray(data[end:])
    count = int.from_bytes(tail[10:12], "little") + len(more) // 51
    tail[8:10] = tail[10:12] = count.to_bytes(2, "little")
    tail[12:16] = (len(entries) + len(more)).to_bytes(4, "little")
    return data[:end] + more + bytes(tail)


def test_an_encrypted_member_is_refused(tmp_path: Path):
    data = with_flag(with_part(GOOD, "x.bin", b"x"), "x.bin", 1)
    assert refusal(data, tmp_path) == "'x.bin' is encrypted."


def test_a_damaged_member_is_refused_though_nobody_reads_it(tmp_path: Path):
    data = bytearray(with_part(GOOD, "x.bin", bytes(range(256)) * 4))
    data[data.index(b"x.bin") + 40] ^= 0xFF
    assert refusal(bytes(data), tmp_path).startswith("'x.bin' is damaged")


def test_a_file_cut_short_is_refused(tmp_path: Path):
    assert refusal(GOOD[: len(GOOD) // 2], tmp_path).startswith("The file is damaged or cut short")


def test_what_is_no_office_file_is_told_apart(tmp_path: Path):
    assert refusal(b"", tmp_path) == "The file is not an Office file."
    assert refusal(b"\xd0\xcf\x11\xe0 old", tmp_path) == (
        "The file is in the old binary format, or protected by a password."
    )
    assert refusal(zipped({"a": b"b"}), tmp_path) == (
        "The file is neither a Word document nor a PowerPoint deck."
    )


# -- what leads out --------------------------------------------------------------------------

LINKS = (
    b'<Relationship Id="l1" TargetMode="External" Target="https://example.org/a"'
    b' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"/>'
    b'<Relationship Id="l2" TargetMode="External" Target="file:///c:/x.png"'
    b' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/>'
)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (GOOD, "word/_rels/document.xml.rels"),
        (deck(shape("{{ a }}")), "ppt/_rels/presentation.xml.rels"),
    ],
)
def test_links_that_lead_out_are_carried_and_told(data: bytes, name: str):
    end = b"</Relationships>"
    rels = members(data)[name].replace(end, LINKS + end)
    linked = with_part(data, name, rels)
    part = name.replace("_rels/", "").removesuffix(".rels")
    told = [
        (part, "hyperlink", "https://example.org/a", False),
        (part, "image", "file:///c:/x.png", True),
    ]
    asked, made = needs(io.BytesIO(linked)), render(io.BytesIO(linked), {"a": "x"})
    assert [(link.part, link.kind, link.target, link.fetched) for link in asked.links] == told
    assert made.links == asked.links
    assert members(made.data)[name] == rels
