"""Editions go to folders named by their date, under names every system accepts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pack.folders import edition_folder, file_name, is_same_edition

DAY = date(2030, 6, 30)


@pytest.mark.parametrize(
    ("id", "title", "name"),
    [
        ("Z1", "会谈要点", "Z1 会谈要点.docx"),
        ("Q1", "Ferries: 2029/30", "Q1 Ferries 2029 30.docx"),
        ("Q1", "What now?", "Q1 What now.docx"),
        ("con", "", "_con.docx"),
        ("Q1", "ends with a dot.", "Q1 ends with a dot.docx"),
    ],
)
def test_a_title_becomes_a_file_name(id: str, title: str, name: str):
    assert file_name(id, title, ".docx") == name


@given(st.text(max_size=200))
def test_no_title_makes_a_name_that_a_system_refuses(title: str):
    name = file_name("Q1", title, ".docx")
    assert not set(name) & set('<>:"/\\|?*')
    assert len(name) <= 90


def test_the_first_edition_of_a_day_is_named_by_the_day(tmp_path: Path):
    assert edition_folder(tmp_path, DAY, {"press": {"a.docx": b"1"}}) == tmp_path / "2030-06-30"


def test_another_edition_of_the_day_gets_a_number(tmp_path: Path):
    folder = tmp_path / "2030-06-30" / "press"
    folder.mkdir(parents=True)
    (folder / "a.docx").write_bytes(b"1")
    assert edition_folder(tmp_path, DAY, {"press": {"a.docx": b"2"}}).name == "2030-06-30-2"


def test_the_same_content_is_the_same_edition(tmp_path: Path):
    folder = tmp_path / "2030-06-30" / "press"
    folder.mkdir(parents=True)
    (folder / "a.docx").write_bytes(b"1")
    assert edition_folder(tmp_path, DAY, {"press": {"a.docx": b"1"}}).name == "2030-06-30"
    assert is_same_edition(folder, {"a.docx": b"1"})


def test_another_audience_joins_the_edition_of_the_day(tmp_path: Path):
    (tmp_path / "2030-06-30" / "press").mkdir(parents=True)
    assert edition_folder(tmp_path, DAY, {"board": {"a.docx": b"1"}}).name == "2030-06-30"


def test_a_file_too_many_makes_another_edition(tmp_path: Path):
    (tmp_path / "a.docx").write_bytes(b"1")
    (tmp_path / "mine.txt").write_bytes(b"2")
    assert not is_same_edition(tmp_path, {"a.docx": b"1"})
