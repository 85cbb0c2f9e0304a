"""Editions go to folders named by their date, under names every system accepts."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pack.editions.shelf import edition_folders, next_name
from generator.pack.folders import file_name


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


@pytest.mark.parametrize(
    ("there", "name"),
    [
        ((), "2030-06-30"),
        (("2030-06-30",), "2030-06-30-2"),
        (("2030-06-30", "2030-06-30-9"), "2030-06-30-10"),
        (("2030-06-30-3",), "2030-06-30-4"),
        (("2031-06-30", "2030-06-30 copy", ".draft-2030-06-30"), "2030-06-30"),
    ],
)
def test_another_edition_of_a_day_gets_the_next_number(tmp_path: Path, there, name: str):
    for folder in there:
        (tmp_path / folder).mkdir()
    assert next_name(tmp_path, "2030-06-30") == name


def test_editions_are_in_order_of_day_and_number(tmp_path: Path):
    for folder in ("2030-06-30-10", "2030-06-30-9", "2029-12-31", "2030-06-30"):
        (tmp_path / folder).mkdir()
    assert [path.name for path in edition_folders(tmp_path)] == [
        "2030-06-30-10", "2030-06-30-9", "2030-06-30", "2029-12-31",
    ]  # fmt: skip
