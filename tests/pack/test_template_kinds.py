"""Templates of every kind of Office file, and what they include."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import ferryport
import pytest

from generator import api
from generator.documents.packages.kinds import KINDS
from generator.model import FactpackError
from generator.pack.inputs import declared_inputs
from generator.workspace import open_workspace

TOWN = ferryport.FILES["templates/audiences/town.yaml"]


def retyped(data: bytes, suffix: str) -> bytes:
    """The same file as one of another kind."""
    old = KINDS[".docx" if suffix.startswith(".do") else ".pptx"]
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(buffer, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if name == "[Content_Types].xml":
                content = content.replace(old.type.encode(), KINDS[suffix].type.encode())
            after.writestr(name, content)
    return buffer.getvalue()


def deck() -> bytes:
    import pptx
    import pptx.util

    file = pptx.Presentation()
    slide = file.slides.add_slide(file.slide_layouts[5])
    slide.shapes.title.text = "There are {{ ferries }} and {{ passengers }}."
    slide.shapes.title.text_frame.paragraphs[0].runs[0].font.size = pptx.util.Pt(24)
    buffer = io.BytesIO()
    file.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("template", "made"),
    [(".dotx", ".docx"), (".docx", ".docx"), (".potx", ".pptx"), (".ppsx", ".ppsx")],
)
def test_a_template_makes_the_kind_of_file_that_its_kind_makes(
    template: str, made: str, tmp_path: Path
):
    town = TOWN.replace("brief.docx", f"brief{template}")
    folder = ferryport.make(tmp_path, templates__audiences__town=town)
    own = (folder / "templates" / "brief.docx").read_bytes() if template[1] == "d" else deck()
    (folder / "templates" / f"brief{template}").write_bytes(
        own if template == ".docx" else retyped(own, template)
    )
    built = api.build(folder)
    (file,) = (built.folder / "town").glob("T1*")
    assert file.suffix == made
    with zipfile.ZipFile(file) as archive:
        assert KINDS[made].type.encode() in archive.read("[Content_Types].xml")


@pytest.mark.parametrize("suffix", [*KINDS, ".DOCX"])
def test_a_template_of_any_kind_is_an_input(suffix: str, tmp_path: Path):
    folder = ferryport.make(tmp_path)
    (folder / "templates" / f"other{suffix}").write_bytes(b"")
    (folder / "templates" / f"~$other{suffix}").write_bytes(b"")
    declared = [path.name for path in declared_inputs(open_workspace(folder))]
    assert f"other{suffix}" in declared
    assert f"~$other{suffix}" not in declared


def test_a_missing_template_names_those_of_every_kind(tmp_path: Path):
    town = TOWN.replace("brief.docx", "brief.potm")
    folder = ferryport.make(tmp_path, templates__audiences__town=town)
    (folder / "templates" / "deck.ppsm").write_bytes(b"")
    with pytest.raises(FactpackError) as refused:
        api.build(folder)
    steps = [problem.next for problem in refused.value.problems]
    assert "Put the file there, or name one of these: brief.docx, deck.ppsm." in steps


# -- includes --------------------------------------------------------------------------------


def including(tmp_path: Path, inner: str) -> Path:
    from docx import Document

    folder = ferryport.make(tmp_path, brief='{% include "annex.docx" %}\nThere are {{ ferries }}.')
    document = Document()
    document.add_paragraph(inner)
    document.save(str(folder / "templates" / "annex.docx"))
    return folder


def test_facts_of_an_included_document_are_asked_for_and_proved(tmp_path: Path):
    built = api.build(including(tmp_path, "We carried {{ passengers }}."))
    ledger = json.loads((built.folder / "town" / "provenance.json").read_bytes())
    assert [(f["fact"], f["place"]) for f in ledger["files"][0]["figures"]] == [
        ("passengers", "body, paragraph 1"), ("ferries", "body, paragraph 2"),
    ]  # fmt: skip


def test_a_check_reads_included_documents(tmp_path: Path):
    checked = api.check(including(tmp_path, "We carried {{ passangers }}."))
    (problem,) = [problem for problem in checked.problems if problem.level == "error"]
    assert (problem.place.file, "passangers" in problem.problem) == ("templates/annex.docx", True)


def test_a_document_is_made_again_when_what_it_includes_was_edited(tmp_path: Path):
    folder = including(tmp_path, "We carried {{ passengers }}.")
    api.build(folder)
    including(folder, "They carried {{ passengers }}.")
    (due,) = api.due(folder).documents
    texts = [reason.text for reason in due.reasons]
    assert texts == ["templates/annex.docx, which it includes, was edited"]
    assert len(api.build(folder).made) == 1
    assert api.due(folder).documents == ()


def test_an_included_document_that_nobody_knew_of_is_refused(tmp_path: Path):
    folder = ferryport.make(tmp_path, brief='{% set part = "brief.docx" %}\n{% include part %}')
    with pytest.raises(FactpackError, match="write out which file"):
        api.build(folder)


def test_an_included_document_that_is_not_there_is_told(tmp_path: Path):
    folder = including(tmp_path, "x")
    (folder / "templates" / "annex.docx").unlink()
    with pytest.raises(FactpackError) as refused:
        api.build(folder)
    problems = [problem for problem in refused.value.problems if problem.level == "error"]
    (problem,) = problems
    assert problem.place.file == "templates/brief.docx"
    assert "wants the template templates/annex.docx, which is not there" in problem.problem
