"""The problems of a Word template as comments in a copy, each at its paragraph."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from bad_zips import members, with_part
from lxml import etree
from test_file_kinds import strict
from test_harmless import box, noted
from tiny import W, deck, member, p, rels, shape, table, word

from generator.api import render
from generator.model import FactpackError, Problem


def w(name: str) -> str:
    return f"{{{W}}}{name}"


def annotated(
    data: bytes, context: dict[str, object] | None = None
) -> tuple[bytes, tuple[Problem, ...]]:
    copy = io.BytesIO()
    with pytest.raises(FactpackError) as caught:
        render(io.BytesIO(data), context or {}, io.BytesIO(), annotate=copy)
    return copy.getvalue(), caught.value.problems


def remarks(data: bytes) -> list[tuple[str, str]]:
    """Each paragraph of the body that bears comments, with what they say (their first lines)."""
    comments = etree.fromstring(members(data)["word/comments.xml"])
    said = {node.get(w("id")): "".join(next(node.iter(w("p"))).itertext()) for node in comments}
    body = etree.fromstring(members(data)["word/document.xml"])
    found = []
    for mark in body.iter(w("commentRangeStart")):
        id = mark.get(w("id"))
        paragraph = mark.getparent()
        assert paragraph is not None
        assert paragraph.find(f"{w('commentRangeEnd')}[@{w('id')}='{id}']") is not None
        assert paragraph.find(f".//{w('commentReference')}[@{w('id')}='{id}']") is not None
        found.append(("".join(node.text or "" for node in paragraph.iter(w("t"))), said[id]))
    return found


def test_every_problem_is_a_comment_at_its_paragraph():
    data = word(p("fine {{ a }}") + p("{{ b|}}") + table(("x", "{{ c")) + p("{% if a %}"))
    copy, problems = annotated(data, {"a": "x"})
    assert sorted(remarks(copy)) == sorted(
        [
            ("{{ b|}}", _told(problems, "b|")),
            ("{{ c", _told(problems, "{{ c")),
            ("{% if a %}", _told(problems, "{% if")),
        ]
    )


def _told(problems: tuple[Problem, ...], part: str) -> str:
    return next(problem.problem for problem in problems if part in problem.problem)


def test_problems_of_values_are_comments_too_with_their_next_step():
    copy, _ = annotated(word(p("{{ publik }}")), {"public": "x"})
    assert remarks(copy) == [("{{ publik }}", "{{ publik }}: There is no 'publik'.")]
    comments = etree.fromstring(members(copy)["word/comments.xml"])
    lines = ["".join(line.itertext()) for line in comments.iter(w("p"))]
    assert lines == ["{{ publik }}: There is no 'publik'.", "Did you mean 'public'?"]


def test_the_error_says_where_the_copy_is(tmp_path: Path):
    (tmp_path / "t.docx").write_bytes(word(p("{{ a")))
    copy = tmp_path / "see.docx"
    with pytest.raises(FactpackError) as caught:
        render(tmp_path / "t.docx", {}, tmp_path / "out.docx", annotate=copy)
    last = caught.value.problems[-1]
    assert (last.level, last.place.file) == ("notice", copy.as_posix())
    assert last.problem == "The problems stand in this copy as comments."
    assert sorted(path.name for path in tmp_path.iterdir()) == ["see.docx", "t.docx"]


def test_without_problems_there_is_no_copy(tmp_path: Path):
    copy = tmp_path / "see.docx"
    render(io.BytesIO(word(p("{{ a }}"))), {"a": "x"}, annotate=copy)
    assert not copy.exists()


def test_what_stands_outside_the_body_is_told_with_its_place():
    data = word(p("first") + p("second"), header1=p("{{ a"), core={"title": "{{ b"})
    copy, _ = annotated(data)
    said = sorted(remarks(copy))
    assert [text for text, _ in said] == ["first", "first"]
    assert said[0][1].startswith("header, paragraph 1: {{ a: The tag is not closed")
    assert said[1][1].startswith("properties, title: {{ b: The tag is not closed")


def test_a_remark_on_a_note_hangs_where_the_note_is_called():
    data = noted("footnotes", f'<w:footnote w:id="2">{p("{{ a")}</w:footnote>')
    called = p("first") + p("called", '<w:r><w:footnoteReference w:id="2"/></w:r>')
    data = with_part(data, "word/document.xml", member(word(called), "word/document.xml").encode())
    ((text, said),) = remarks(annotated(data)[0])
    assert text == "called"
    assert said.startswith("body, paragraph 2, footnote, paragraph 1: {{ a")


def test_a_remark_on_a_text_box_hangs_on_the_paragraph_round_it():
    copy, _ = annotated(word(p("first") + box("{{ a")))
    body = etree.fromstring(members(copy)["word/document.xml"])
    (mark,) = body.iter(w("commentRangeStart"))
    assert mark.getparent() is body[0][1]


def test_comments_that_are_there_stay():
    data = noted("comments", f'<w:comment w:id="7" w:author="Ada">{p("old")}</w:comment>')
    body = p(
        '<w:commentRangeStart w:id="7"/>',
        "{{ a",
        '<w:commentRangeEnd w:id="7"/>',
        '<w:r><w:commentReference w:id="7"/></w:r>',
    )
    data = with_part(data, "word/document.xml", member(word(body), "word/document.xml").encode())
    said = sorted(text for _, text in remarks(annotated(data)[0]))
    assert said[0] == "old"
    assert said[1].startswith("{{ a: The tag is not closed")


def test_the_copy_of_a_strict_file_is_strict():
    copy, _ = annotated(strict(word(p("{{ a"))))
    parts = members(copy)
    for name in ("word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels"):
        assert b"purl.oclc.org" in parts[name], name
        assert b"schemas.openxmlformats.org/officeDocument" not in parts[name], name


def test_a_copy_of_another_kind_is_not_written(tmp_path: Path):
    copy = tmp_path / "see.pptx"
    with pytest.raises(FactpackError) as caught:
        render(io.BytesIO(word(p("{{ a"))), {}, annotate=copy)
    assert caught.value.problems[-1].problem == (
        "It was not written. A template .docx cannot make a file .pptx."
    )
    assert not copy.exists()


def test_for_a_deck_the_list_is_the_report(tmp_path: Path):
    copy = tmp_path / "see.pptx"
    with pytest.raises(FactpackError) as caught:
        render(io.BytesIO(deck(shape("{{ a"))), {}, annotate=copy)
    assert caught.value.problems[-1].problem == (
        "It was not written. A deck takes no comments of ours: this list is the report."
    )
    assert not copy.exists()


def test_a_damaged_file_gets_no_copy(tmp_path: Path):
    with pytest.raises(FactpackError) as caught:
        render(io.BytesIO(b"nothing"), {}, annotate=tmp_path / "see.docx")
    assert [problem.level for problem in caught.value.problems] == ["error", "notice"]
    assert not (tmp_path / "see.docx").exists()


@pytest.mark.validators
@pytest.mark.parametrize("commented", [False, True])
def test_the_copy_is_a_sound_file(
    commented: bool,
    tmp_path: Path,
    sdk_findings: Callable[[Path], list[dict[str, object]]],
    extra_findings: Callable[[Path], list[tuple[str, str, str]]],
):
    import docx

    document = docx.Document()
    document.add_heading("{{ title }}", 1)
    run = document.add_paragraph("Text {{ a|}} and {% for x %}").runs[0]
    if commented:
        document.add_comment(run, text="An old remark", author="Ada", initials="A")
    cells = document.add_table(2, 2)
    cells.cell(1, 1).text = "{{ b"
    document.sections[0].header.paragraphs[0].text = "{% endif %}"
    document.save(str(tmp_path / "t.docx"))
    with pytest.raises(FactpackError) as caught:
        render(tmp_path / "t.docx", {}, tmp_path / "o.docx", annotate=tmp_path / "see.docx")
    told = [problem for problem in caught.value.problems if problem.level == "error"]
    assert len(told) >= 4
    assert len(remarks((tmp_path / "see.docx").read_bytes())) == len(told) + commented
    assert sdk_findings(tmp_path / "see.docx") == []
    known = {finding[0] for finding in extra_findings(tmp_path / "t.docx")}
    new = [finding for finding in extra_findings(tmp_path / "see.docx") if finding[0] not in known]
    assert new == []


def test_a_file_with_a_relation_of_our_name_gets_another():
    data = with_part(
        word(p("{{ a")),
        "word/_rels/document.xml.rels",
        rels([("rIdComments", "theme", "x.xml")]).encode(),
    )
    relations = etree.fromstring(members(annotated(data)[0])["word/_rels/document.xml.rels"])
    ids = [node.get("Id") for node in relations]
    assert len(ids) == len(set(ids)) == 2


def test_a_remark_of_a_reviewer_on_half_a_tag_does_no_harm():
    half = p(
        "{{ na",
        '<w:commentRangeEnd w:id="1"/>',
        '<w:r><w:commentReference w:id="1"/></w:r>',
        "me }}!",
    )
    xml = member(render(io.BytesIO(word(half)), {"name": "Ada"}).data, "word/document.xml")
    assert "".join(etree.fromstring(xml.encode()).itertext()) == "Ada!"
    assert xml.count("<w:commentReference") == 1
