"""What the Word kit counts for itself: footnotes, references to captions, the contents."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from template_parts import W, roots

from generator.render import open_template
from templates.make.kit.package import app_xml, set_core, write_package
from templates.make.kit.word.base import new_paper
from templates.make.kit.word.contents import insert_contents
from templates.make.kit.word.fields import See
from templates.make.kit.word.footnotes import Note, SameNote, footnote
from templates.make.kit.word.sheets import Column, Sheets


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """Two sections about invented orchards, with notes in a sentence and in a cell."""
    sheets = Sheets(new_paper("Orchards"))
    first = sheets.paragraph("Heading1", "Trees of {{ year }}")
    sheets.paragraph(
        "Normal", "{{ pears }} pears", footnote("pears"), " and plums", SameNote("pears"),
        ", see ", See("表", 1), ".",
    )  # fmt: skip
    sheets.paragraph("Heading1", "Visitors")
    sheets.caption("表", 1, "Visitors")
    sheets.table([Column("Who", 5)], [(("School classes", Note("Told by the keeper.")),)], "Who")
    insert_contents(sheets, first)
    set_core(sheets.paper.core_properties, title="Orchards", subject="Trees", keywords="pears")
    path = tmp_path / "orchards.docx"
    write_package(sheets.paper, path, {"docProps/app.xml": app_xml("Microsoft Office Word")})
    return path


def test_notes_are_numbered_in_reading_order_and_keep_their_words(paper: Path) -> None:
    root = roots(paper, r"word/footnotes\.xml")["word/footnotes.xml"]
    notes = {note.get(f"{W}id"): _words(note).strip() for note in root}
    assert notes == {
        "-1": "",
        "0": "",
        "1": "{{ [pears]|cite }}；{{ [pears]|as_of }}。",
        "2": "Told by the keeper.",
    }
    marks = [mark.get(f"{W}id") for mark in _body(paper).iter(f"{W}footnoteReference")]
    assert marks == ["1", "2"]


def test_fields_show_the_number_that_they_lead_to(paper: Path) -> None:
    assert _fields(_body(paper)) == [
        ('TOC \\o "1-1" \\n \\h \\z \\u', "Trees of {{ year }}Visitors"),
        ("NOTEREF _RefNote1 \\f \\h", "1"),
        ("REF _RefTable1 \\h", "表1"),
        ("SEQ 表 \\* ARABIC", "1"),
    ]


def test_every_entry_of_the_contents_leads_to_a_heading_of_the_same_words(paper: Path) -> None:
    body = _body(paper)
    entries = {link.get(f"{W}anchor"): _words(link) for link in body.iter(f"{W}hyperlink")}
    headings = {
        mark.get(f"{W}name"): _words(mark.getparent())
        for mark in body.iter(f"{W}bookmarkStart")
        if mark.get(f"{W}name").startswith("_Toc")
    }
    assert entries == headings == {"_Toc000001": "Trees of {{ year }}", "_Toc000002": "Visitors"}


def test_every_bookmark_has_a_number_and_a_name_of_its_own(paper: Path) -> None:
    marks = list(_body(paper).iter(f"{W}bookmarkStart"))
    assert len({mark.get(f"{W}id") for mark in marks}) == len(marks)
    assert len({mark.get(f"{W}name") for mark in marks}) == len(marks)


def test_a_note_that_was_not_made_yet_cannot_be_made_again() -> None:
    with pytest.raises(KeyError):
        Sheets(new_paper("Orchards")).paragraph("Normal", SameNote("pears"))


def test_the_tags_of_a_note_are_needs_of_the_template(paper: Path) -> None:
    assert set(open_template(paper).needs().names) >= {"year", "pears"}


@pytest.mark.validators
def test_the_file_is_valid(paper: Path, sdk_findings) -> None:
    assert sdk_findings(paper) == []


def _body(path: Path) -> etree._Element:
    return roots(path, r"word/document\.xml")["word/document.xml"]


def _words(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


def _fields(body: etree._Element) -> list[tuple[str, str]]:
    """Code and shown result of every field, in the order of their beginnings."""
    found: list[list[str]] = []
    part = ""
    for node in body.iter(f"{W}fldChar", f"{W}instrText", f"{W}t"):
        if node.tag == f"{W}fldChar":
            part = node.get(f"{W}fldCharType")
            if part == "begin":
                found.append(["", ""])
        elif node.tag == f"{W}instrText":
            found[-1][0] += (node.text or "").strip()
        elif part == "separate":
            found[-1][1] += node.text or ""
    return [(code, shown) for code, shown in found]
