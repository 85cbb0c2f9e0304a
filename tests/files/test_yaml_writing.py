"""Entries written as YAML: read back they say the same, and what was there stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.files import read_yaml, with_entries, yaml_text
from generator.files.unseen import UNSEEN
from generator.model import FactpackError

TEXTS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=30).filter(
    lambda text: not UNSEEN.search(text)
)  # fmt: skip
NAMES = st.from_regex(r"[a-z][a-z0-9_.-]{0,12}", fullmatch=True)
ENTRIES = st.dictionaries(NAMES, st.dictionaries(NAMES, TEXTS, min_size=1, max_size=4), max_size=4)


def plain(node) -> object:
    if isinstance(node.value, dict):
        return {name: plain(entry) for name, entry in node.value.items()}
    return node.value


@given(ENTRIES.filter(bool))
def test_what_is_written_is_read_back_as_it_was(entries):
    assert plain(read_yaml(yaml_text(entries).encode(), "a.yaml")) == entries


@given(ENTRIES.filter(bool), TEXTS.filter(bool))
def test_entries_are_added_at_the_end_and_nothing_before_them_changes(entries, remark):
    before = f"# {' '.join(remark.split())}\nOLD: {{x: 1}} # why\n"
    after = with_entries(before, entries, "a.yaml")
    assert after.startswith(before)
    assert plain(read_yaml(after.encode(), "a.yaml")) == {"OLD": {"x": "1"}, **entries}


def test_dates_and_numbers_stand_without_quotes():
    entry = {"as_of": "2026-12", "value": "5.10", "note": "a: b", "missing": ["date"]}
    assert yaml_text({"a": entry}) == (
        "a:\n  as_of: 2026-12\n  value: 5.10\n  note: 'a: b'\n  missing:\n  - date\n"
    )


def test_statements_are_added_below_their_heading():
    text = with_entries(
        "source: a\nstatements:\n  x: {v: 1}\n", {"y": {"v": "2"}}, "a.yaml", indent=2
    )
    assert text == "source: a\nstatements:\n  x: {v: 1}\n  y:\n    v: 2\n"


@pytest.mark.parametrize("text", ["{a: {x: 1}}\n", "a: {x: 1}\nb: {y: 2}\n", "- a\n"])
def test_a_file_to_which_nothing_can_be_added_is_told_and_left(text):
    with pytest.raises(FactpackError, match="Nothing can be added at its end"):
        with_entries(text, {"b": {"x": "2"}}, "a.yaml")
