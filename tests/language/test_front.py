"""The front of the room: names that are imported when they are asked for, and lightly."""

from __future__ import annotations

import subprocess
import sys

import pytest

import generator.language


@pytest.mark.parametrize("name", sorted(generator.language._HOMES))
def test_every_name_lives_where_the_front_says(name: str):
    assert getattr(generator.language, name).__name__ == name


@pytest.mark.parametrize("name", sorted(generator.language._TABLES))
def test_the_unit_codes_are_at_the_front_too(name: str):
    kinds = {"COUNTED": {"item"}, "MONEY": {"CNY"}, "UNITS": {"CNY", "item"}}
    assert kinds[name] <= set(getattr(generator.language, name))


def test_a_wrong_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'fold_up'"):
        generator.language.fold_up  # noqa: B018


def test_reading_a_value_imports_no_library():
    code = (
        "import sys; from generator.language import fold, read, read_printed;"
        "read_printed('超１７０億元'); fold('萬'); read('投資3億元', 'zh-Hant');"
        "print(sorted({'babel', 'opencc', 'lxml', 'yaml'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
