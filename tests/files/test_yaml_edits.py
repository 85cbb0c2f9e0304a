"""Changing one value of a file that people edit, and nothing else."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.files.yaml_edits import append_item, replace_value, written

PLAN = """\
# The harbour's pack.
base: ferryport   # never change this
audiences: [town, press]   # in the order of the table
readers:
  - town
  - press   # last

id: "town"
"""


def test_a_value_is_replaced_and_its_comment_stays():
    assert replace_value(PLAN, ("base",), "lakeside") == PLAN.replace(
        "base: ferryport ", "base: lakeside "
    )


def test_a_quoted_value_is_replaced_with_its_quotes():
    assert replace_value(PLAN, ("id",), "a: b").endswith('\nid: "a: b"\n')


def test_an_item_joins_a_list_in_brackets():
    assert "audiences: [town, press, schools]   # in" in append_item(
        PLAN, ("audiences",), "schools"
    )


def test_an_item_joins_a_list_of_dashes_after_the_last_ones_comment():
    changed = append_item(PLAN, ("readers",), "schools")
    assert "  - press   # last\n  - schools\n\nid" in changed


def test_an_item_joins_an_empty_list():
    assert append_item("audiences: []\n", ("audiences",), "town") == "audiences: [town]\n"


def test_what_is_not_there_is_an_error():
    with pytest.raises(KeyError):
        replace_value(PLAN, ("documents", 0, "id"), "T1")


def test_a_list_is_no_single_value():
    with pytest.raises(ValueError, match="no single value"):
        replace_value(PLAN, ("audiences",), "town")


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1)
)
def test_any_text_is_read_back_as_it_was_written(value: str):
    changed = replace_value(PLAN, ("base",), value)
    loaded = yaml.load(changed, yaml.BaseLoader)
    assert loaded == {**yaml.load(PLAN, yaml.BaseLoader), "base": value}


@pytest.mark.parametrize("word", ["yes", "null", "12", "2030-06-30", "1e3", ".5"])
def test_words_that_yaml_takes_for_something_else_stand_in_quotes(word: str):
    assert written(word) == f'"{word}"'
