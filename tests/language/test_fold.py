"""Folding keeps the length, and knows the simplified form of every traditional character."""

from __future__ import annotations

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language import fold
from generator.language.script.characters import simplified
from generator.language.script.folding import level, lower, squeeze


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("超１７０億元", "超170亿元"),
        ("４１．４％，（近兩萬餘戶）", "41.4%,(近两万余户)"),
        ("−3.2%", "-3.2%"),
        ("二○二五年", "二〇二五年"),
        ("plain ASCII", "plain ASCII"),
    ],
)
def test_one_form_for_a_text_that_may_be_printed_in_several(printed: str, folded: str):
    assert fold(printed) == folded


def test_a_raised_or_circled_digit_does_not_join_a_figure():
    assert fold("5.09²，①12㎡，½") == "5.09²,①12㎡,½"


@given(st.text())
def test_folding_keeps_the_length_and_folds_once(text: str):
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


def test_the_characters_are_those_of_opencc():
    convert = opencc.OpenCC("t2s").convert
    pairs = {chr(code): chr(other) for code, other in simplified().items()}
    assert pairs == {character: convert(character) for character in pairs}
    assert {"億": "亿", "萬": "万", "餘": "余", "戶": "户"}.items() <= pairs.items()


@given(st.text("一5.万亿a \n\t", max_size=30))
def test_squeezing_keeps_the_way_back(text: str):
    flat, offsets = squeeze(text)
    if offsets is None:
        assert flat == text
        return
    assert len(offsets) == len(flat) + 1
    assert all(
        mark == text[offset] or text[offset].isspace()
        for mark, offset in zip(flat, offsets, strict=False)
    )
    assert "".join(flat.split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "flat"),
    [
        ("5.09\n亿元", "5.09亿元"),
        ("30 余个", "30余个"),
        ("5.09\n \n亿元", "5.09\n亿元"),
        ("共12 15家", "共12 15家"),
        ("GDP 100亿元", "GDP 100亿元"),
        ("2.5 GW", "2.5GW"),
    ],
)
def test_spaces_go_but_where_they_part_two_numbers_or_two_words(text: str, flat: str):
    assert squeeze(text)[0] == flat


@given(st.text(max_size=40))
def test_levelling_and_lower_case_keep_the_length(text: str):
    assert len(lower(level(text))) == len(text)
