"""How people say a figure to one another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language import everyday, read_printed, say, verdict


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("397人", "近400人"),
        ("5.09亿元", "5亿多元"),
        ("407人", "400余人"),
        ("171.7公里", "约172公里"),
        ("4.58亿元", "约4.6亿元"),
        ("12345人", "约1.2万人"),
    ],
)
def test_a_longer_figure_is_said_in_round_numbers(printed: str, said: str) -> None:
    quantity = read_printed(printed)
    assert say(quantity, "zh-Hans", everyday(quantity, "zh-Hans")) == said


@pytest.mark.parametrize(
    "printed",
    ["31个", "4.3亩", "50亩", "33年", "1184个", "1419人", "近2.4万人次", "500多亿元", "上万人"],
)
def test_a_short_one_a_counted_one_and_a_round_one_stay(printed: str) -> None:
    assert everyday(read_printed(printed), "zh-Hans") == ""


def test_it_is_said_in_english_too() -> None:
    quantity = read_printed("5.09亿元")
    assert say(quantity, "en", everyday(quantity, "en") + " style=RMB") == "over RMB 500 million"


@given(st.decimals("0.01", 99_999, places=2), st.sampled_from(["亿元", "公里", "人", "%"]))
def test_near_is_said_within_two_hundredths_and_nothing_is_claimed_that_is_not_so(
    number: object, unit: str
) -> None:
    quantity = read_printed(f"{number}{unit}" if unit != "人" else f"{int(number)}人")  # type: ignore[call-overload]
    said = read_printed(say(quantity, "zh-Hans", everyday(quantity, "zh-Hans")))
    assert verdict(said, quantity) in ("same", "coarser", "loose")
    if said.qualifier == "near":
        assert quantity.value < said.value <= quantity.value * 50 / 49
