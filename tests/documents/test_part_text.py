"""Fragments, balance, late marks, relations and properties: the small parts of the engine."""

from __future__ import annotations

from datetime import datetime

import pytest

from generator.documents.office import read_office
from generator.documents.packages.core import read_core, write_core
from generator.documents.packages.package import read_package
from generator.documents.packages.parsing import parse
from generator.documents.packages.relations import add_relations, add_types
from generator.documents.skeletons.cut import Cut, Slot, cut_text, unbalanced
from generator.documents.skeletons.late import mark, settle
from generator.documents.skeletons.marks import token_text
from generator.documents.vocabulary import WORD
from generator.model import FactpackError, Place

PLACE = Place("t.docx")


def settled(text: str) -> str:
    found: list[str] = []

    def answer(code: str, row: int, column: int) -> str:
        found.append(code)
        return f"<{code} {row}.{column}>"

    return settle(text, WORD, iter(range(100, 200)), answer)


def marked(text: str) -> str:
    """A text with its late marks in square quotes: ``‹(›``."""
    return text.replace("‹", "\x02").replace("›", "\x03")


def test_a_text_is_cut_at_its_tokens():
    text = f"a{token_text('0')}b{token_text('i')}c"
    assert cut_text(text) == Cut(("a", "b" + mark("i") + "c"), (Slot(0),))


def test_a_run_of_its_own_becomes_head_and_tail():
    text = "a<?fp h4?><r><t><?fp 4?></t></r><?fp t4?>b"
    assert cut_text(text) == Cut(("a", "b"), (Slot(4, "<r><t>", "</t></r>"),))


@pytest.mark.parametrize(
    ("fragments", "is_bad"),
    [
        (("<p>", "<r/>", "</p>"), False),
        (("<p>", "</p><p>", "</p>"), False),
        (("<p><r>", "</r></p><p><r>", "</r></p>"), False),
        (("<p>", "</p>", ""), True),
        (("<p><r>", "</p></r>", ""), True),
        (("<p><r>", "</r></p><r><p>", ""), True),
        (("", "<p></r>", ""), True),
    ],
)
def test_a_block_must_open_again_what_it_closes(fragments: tuple[str, ...], is_bad: bool):
    parts = Cut(fragments, (Slot(0), Slot(1)))
    assert unbalanced(parts, [(0, 1)]) == ([(0, 1)] if is_bad else [])


def test_each_branch_is_balanced_by_itself():
    parts = Cut(("", "<p>", "</p>", ""), (Slot(0), Slot(1), Slot(2)))
    assert unbalanced(parts, [(0, 1, 2)]) == [(0, 1, 2)]


def test_blocks_that_no_longer_stand_inside_each_other_are_found():
    parts = Cut(("", "", "", "", ""), (Slot(0), Slot(2), Slot(1), Slot(3)))
    assert unbalanced(parts, [(0, 1), (2, 3)]) == [(0, 1)]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("plain", "plain"),
        ("<c>‹(›‹)›</c>", "<c><w:p/></c>"),
        ("<c>‹(›<w:p/>‹)›</c>", "<c><w:p/></c>"),
        ("<c>‹(›<w:tbl></w:tbl>‹)›</c>", "<c><w:tbl></w:tbl><w:p/></c>"),
        ("a‹[›<w:tbl>‹{›‹}›</w:tbl>‹]›b", "ab"),
        ("a‹[›<w:tbl>‹{›<w:tr/>‹}›</w:tbl>‹]›b", "a<w:tbl><w:tr/></w:tbl>b"),
        ("‹(›‹[›<w:tbl>‹{›‹}›</w:tbl>‹]›‹)›", "<w:p/>"),
        ("‹i› ‹i›", "100 101"),
        ("‹o1›<b/>‹/›x‹o1›<b/>‹/›x", "<b/>xx"),
        ("‹t›‹r›‹c›‹f1›‹c›‹f2›‹r›‹c›‹f3›", "<f1 1.1><f2 1.2><f3 2.1>"),
        ("</w:tbl><w:tbl>", "</w:tbl><w:p/><w:tbl>"),
    ],
)
def test_late_marks_are_settled(text: str, whole: str):
    assert settled(marked(text)) == whole


def test_relations_are_added_at_the_end():
    known = b'<?xml version="1.0"?><Relationships xmlns="u"><Relationship Id="a"/></Relationships>'
    added = b'<Relationship Id="b" Type="t" Target="c"/>'
    assert add_relations(known, [("b", "t", "c")]) == known.replace(
        b"</Relationships>", added + b"</Relationships>"
    )
    assert add_relations(b'<Relationships xmlns="u"/>', [("b", "t", "c")]) == (
        b'<Relationships xmlns="u">' + added + b"</Relationships>"
    )


def test_a_type_is_declared_once():
    known = b'<Types><Default Extension="PNG" ContentType="image/png"/></Types>'
    assert add_types(known, [("png", "image/png")], []) == known


def test_properties_are_read_as_they_are_written():
    fields = {"title": "A & <B>", "creator": "甲", "keywords": "a; b"}
    xml = write_core(fields, datetime(2025, 1, 2, 3, 4, 5))
    assert read_core(xml, PLACE) == fields
    assert b"2025-01-02T03:04:05Z" in xml


@pytest.mark.parametrize(
    "xml",
    [
        b"<a><b></a>",
        b"",
        b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
        b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
        '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a><a/>'.encode("utf-16"),
    ],
)
def test_a_damaged_part_or_one_with_a_document_type_is_refused(xml: bytes):
    with pytest.raises(FactpackError, match=r"t\.docx"):
        parse(xml, PLACE)


@pytest.mark.parametrize(
    ("types", "problem"),
    [
        (b"<Types/>", "The file is neither a Word document nor a PowerPoint deck."),
        (b"<Types>spreadsheetml.sheet.main+xml</Types>", "The file is neither a Word document"),
    ],
)
def test_other_office_files_are_refused(types: bytes, problem: str):
    import io
    import zipfile

    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", types)
    with pytest.raises(FactpackError, match=problem):
        read_office(read_package(buffer.getvalue(), PLACE))
