"""What a template includes is a template too; figures that come with a document are noted here."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tiny import deck, figure, lines, made, member, p, r, shape, table, texts, word

from generator import api
from generator.model import FactpackError, Said, Use
from generator.render import Subdoc

F = figure("k", "7", statements=("000.k",))
NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'


def rendered(folder: Path, outer: bytes, context: dict[str, object], **inner: bytes):
    for name, data in inner.items():
        (folder / f"{name}.docx").write_bytes(data)
    (folder / "outer.docx").write_bytes(outer)
    return api.render(folder / "outer.docx", context, base="base")


def shown(data: bytes) -> list[str]:
    return texts(member(data, "word/document.xml"))


def ids(data: bytes) -> list[str]:
    return re.findall(r'<w:id w:val="(\d+)"', member(data, "word/document.xml"))


INCLUDE = p('{% include "inner.docx" %}')


def test_the_tags_of_an_included_document_are_filled(tmp_path: Path):
    inner = word(p("a {{ x }}") + p("{% for y in ys %}") + p("{{ y }}") + p("{% endfor %}"))
    made = rendered(tmp_path, word(INCLUDE + p("z")), {"x": "1", "ys": "bc"}, inner=inner)
    assert shown(made.data) == ["a 1", "b", "c", "z"]


def test_it_sees_the_names_of_the_place_where_it_is_included(tmp_path: Path):
    inner = word(p("{{ x }} {{ t }} {{ i }} {{ own }}"))
    outer = (
        p("{% set t = 't' %}{% for x in xs %}")
        + p("{% set own = x ~ x %}{% set i = loop.index %}")
        + INCLUDE
    )
    made = rendered(tmp_path, word(outer + p("{% endfor %}") + p("z")), {"xs": "ab"}, inner=inner)
    assert shown(made.data) == ["a t 1 aa", "b t 2 bb", "z"]


def test_its_figures_are_anchored_and_noted_with_their_turn(tmp_path: Path):
    inner = word(p("x") + p("n ", r("{{ f }}")) + table(("{{ g }}",)))
    outer = word(p("{{ g }}") + p("{% for n in 'ab' %}") + INCLUDE + p("{% endfor %}") + p("z"))
    made = rendered(tmp_path, outer, {"f": F, "g": figure("g", "8")}, inner=inner)
    assert [(use.key, use.place.where.removeprefix("body, ")) for use in made.uses] == [
        ("g", "paragraph 1"),
        ("k", "paragraph 3"), ("g", "table 1, row 1, cell 1"),
        ("k", "paragraph 6"), ("g", "table 2, row 1, cell 1"),
    ]  # fmt: skip
    assert made.uses[1].statements == ("000.k",)
    assert len(set(ids(made.data))) == 5


def test_figures_of_its_notes_are_too(tmp_path: Path):
    inner = word(
        p("x", NOTE), footnotes=f'<w:footnote w:id="2">{p("{{ f }} of {{ g }}")}</w:footnote>'
    )
    outer = word(p("a") + INCLUDE + INCLUDE + p("z"))
    made = rendered(tmp_path, outer, {"f": F, "g": figure("g", "8")}, inner=inner)
    assert [(use.key, use.place.where) for use in made.uses] == [
        (key, f"body, paragraph {n + 1}, footnote {n}, paragraph 1") for n in (1, 2) for key in "kg"
    ]
    notes = member(made.data, "word/footnotes.xml")
    assert len(set(re.findall(r'<w:id w:val="(\d+)"', notes))) == 4


def test_problems_of_an_included_document_are_told_with_its_name(tmp_path: Path):
    for inner in (word(p("{{ nothing }}")), word(p("{% if %}"))):
        with pytest.raises(FactpackError) as refused:
            rendered(tmp_path, word(INCLUDE + p("{{ none }}")), {}, inner=inner)
        places = [problem.place.file for problem in refused.value.problems]
        assert (tmp_path / "inner.docx").as_posix() in places
        assert (tmp_path / "outer.docx").as_posix() in places


@pytest.mark.parametrize("named", ["inner.docx", "outer.docx"])
def test_a_document_does_not_include_itself(named: str, tmp_path: Path):
    inner = word(p("a") + p(f'{{% include "{named}" %}}'))
    with pytest.raises(FactpackError) as refused:
        rendered(tmp_path, word(INCLUDE + p("z")), {}, inner=inner)
    (problem,) = refused.value.problems
    assert "is included in itself, or too deep in others" in problem.problem


def test_documents_include_others(tmp_path: Path):
    inner = word(p("i {{ x }}") + p('{% include "third.docx" %}') + p("j"))
    made = rendered(
        tmp_path, word(INCLUDE + p("z")), {"x": F}, inner=inner, third=word(p("t {{ x }}"))
    )
    assert shown(made.data) == ["i 7", "t 7", "j", "z"]
    assert [use.place.where for use in made.uses] == ["body, paragraph 1", "body, paragraph 2"]


def test_a_document_without_tags_comes_as_it_is(tmp_path: Path):
    made = rendered(tmp_path, word(INCLUDE + p("{{ x }}")), {"x": "1"}, inner=word(p("as is")))
    assert shown(made.data) == ["as is", "1"]


def test_a_deck_includes_no_document(tmp_path: Path):
    (tmp_path / "inner.docx").write_bytes(word(p("a")))
    (tmp_path / "outer.pptx").write_bytes(deck(shape('{% include "inner.docx" %}')))
    with pytest.raises(FactpackError) as refused:
        api.render(tmp_path / "outer.pptx", {})
    assert "is a Word document and cannot stand on a slide" in refused.value.problems[0].problem


# -- documents that are values ---------------------------------------------------------------


def test_what_looks_like_a_tag_in_a_document_that_is_a_value_is_text():
    assert lines(word(p("{{ d }}")), {"d": Subdoc(word(p("{{ x }}")))}) == ["{{ x }}"]


def test_figures_of_an_earlier_document_are_noted_again():
    earlier = made(word(p("n {{ f }} e") + table(("{{ g }}",))), {"f": F, "g": figure("g", "<8>")})
    whole = made(word(p("{{ d }}") + p("{{ f }}")), {"d": Subdoc(earlier.data), "f": F})
    assert [(use.key, use.text, use.place.where) for use in whole.uses] == [
        ("k", "7", "body, paragraph 1"),
        ("g", "<8>", "body, table 1, row 1, cell 1"),
        ("k", "7", "body, paragraph 3"),
    ]
    assert len(set(ids(whole.data))) == 3


def test_the_controls_of_others_are_left_alone():
    own = '<w:sdt><w:sdtPr><w:tag w:val="theirs"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
    document = word(f"<w:p>{own.format(r('x'))}</w:p>")
    whole = made(word(p("{{ d }}") + p("{{ f }}")), {"d": Subdoc(document), "f": F})
    assert whole.uses == (Use("k", "7", "whole", whole.uses[0].place, ("000.k",), ordinal=1),)
    assert isinstance(F, Said)
