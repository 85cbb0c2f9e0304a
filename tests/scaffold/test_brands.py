"""``factpack brand``: the office's colours and faces in all its templates."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from generator import api
from generator.model import FactpackError


@pytest.fixture
def flagship_copy(tmp_path: Path) -> Path:
    api.init(tmp_path / "copy", example="fuling")
    return tmp_path / "copy"


def templates(root: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in (root / "templates").glob("*.*x")}


def say(root: Path, *changes: tuple[str, str]) -> None:
    theme = root / "templates" / "theme.yaml"
    text = theme.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    theme.write_text(text, encoding="utf-8")


def values(path: Path) -> str:
    """All that a file says of colours and faces."""
    with zipfile.ZipFile(path) as package:
        xml = [package.read(n).decode() for n in package.namelist() if n.endswith(".xml")]
    return " ".join(
        re.findall(r'(?:val|typeface|fill|color|ascii|eastAsia)="([^"]+)"', "".join(xml))
    )


def test_a_workspace_that_is_new_has_its_look_already(flagship_copy: Path, tmp_path: Path):
    assert api.brand(flagship_copy) == []
    api.init(tmp_path / "libraries")
    assert api.brand(tmp_path / "libraries") == []


def test_colours_and_faces_change_in_word_and_in_powerpoint(flagship_copy: Path):
    say(
        flagship_copy,
        ("0F6E7F", "7A1F5C"), ("5A676E", "59506A"), ("zh-CN: {latin: Arial,", "zh-CN: {latin: Georgia,"),
    )  # fmt: skip
    changed = api.brand(flagship_copy)
    assert {"templates/zhejiang-brief.docx", "templates/zhejiang-deck.pptx"} <= set(changed)
    for name in ("zhejiang-brief.docx", "zhejiang-deck.pptx", "press-facts.docx"):
        said = values(flagship_copy / "templates" / name)
        assert "7A1F5C" in said
        assert "0F6E7F" not in said
        assert "5A676E" not in said
        assert "Georgia" in said
    english = values(flagship_copy / "templates" / "international-brief.docx")
    assert "7A1F5C" in english
    assert "Georgia" not in english


def test_branding_twice_changes_nothing_more(flagship_copy: Path):
    say(flagship_copy, ("0F6E7F", "7A1F5C"))
    assert api.brand(flagship_copy)
    once = templates(flagship_copy)
    assert api.brand(flagship_copy) == []
    assert templates(flagship_copy) == once


def test_two_colours_may_change_places(flagship_copy: Path):
    before = values(flagship_copy / "templates" / "zhejiang-deck.pptx").split()
    say(flagship_copy, ("0F6E7F", "?"), ("D9A03F", "0F6E7F"), ("?", "D9A03F"))
    with pytest.raises(FactpackError, match="cannot be read"):
        api.brand(flagship_copy)  # words in sand could not be read
    say(flagship_copy, ("subject: river", "subject: sand"))
    api.brand(flagship_copy)
    after = values(flagship_copy / "templates" / "zhejiang-deck.pptx").split()
    assert after.count("0F6E7F") == before.count("D9A03F")


def test_a_broken_template_leaves_all_as_they_were(flagship_copy: Path):
    say(flagship_copy, ("0F6E7F", "7A1F5C"))
    (flagship_copy / "templates" / "press-facts.docx").write_bytes(b"no zip")
    before = templates(flagship_copy)
    with pytest.raises(FactpackError) as told:
        api.brand(flagship_copy)
    assert [p.place.file for p in told.value.problems] == ["templates/press-facts.docx"]
    assert templates(flagship_copy) == before


@pytest.mark.validators
def test_what_is_built_of_branded_templates_is_sound(
    flagship_copy: Path, sdk_findings: Any, extra_findings: Any
):
    say(flagship_copy, ("0F6E7F", "7A1F5C"), ("latin: Arial", "latin: Georgia"))
    api.brand(flagship_copy)
    built = api.build(flagship_copy, audience="zhejiang")
    files = sorted(built.folder.rglob("*.*x"))
    assert sdk_findings(*files) == []
    assert [found for path in files for found in extra_findings(path)] == []


def test_an_office_may_bring_a_template_of_its_own(tmp_path: Path):
    """A .dotx and a .potx that never saw this program take the theme's colours too."""
    from docx import Document
    from pptx import Presentation

    api.init(tmp_path / "new")
    Document().save(str(tmp_path / "new" / "templates" / "own.docx"))
    Presentation().save(str(tmp_path / "new" / "templates" / "own.pptx"))
    assert api.brand(tmp_path / "new") == ["templates/own.docx", "templates/own.pptx"]
    for name in ("own.docx", "own.pptx"):
        assert "8A2F6B" in values(tmp_path / "new" / "templates" / name)
