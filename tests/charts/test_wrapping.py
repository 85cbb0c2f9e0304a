"""Labels break where a writer would break them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.charts.wrapping import wrappings


def widths(text: str) -> float:
    return sum(2 if char > "\u2e7f" else 1 for char in text)


def test_a_figure_stays_with_its_unit() -> None:
    assert wrappings("签约22个项目引资超170亿元", 2, widths)[-1] == (
        "签约22个项目",
        "引资超170亿元",
    )


def test_a_clause_is_a_line_where_that_fits() -> None:
    assert ("邻省派出代表团，", "为学校奠基") in wrappings("邻省派出代表团，为学校奠基", 2, widths)


def test_the_writers_own_breaks_are_kept() -> None:
    assert wrappings("邻省\n代表团到访", 3, widths) == [("邻省", "代表团到访")]
    assert wrappings("一\n二\n三\n四", 3, widths) == []


def test_english_breaks_between_words() -> None:
    assert wrappings("Linden begins to build", 2, widths)[-1] == ("Linden begins", "to build")


@pytest.mark.parametrize("text", ["他说，“好”", "（原第四小学）奠基"])
def test_closing_marks_never_begin_a_line_and_opening_ones_never_end_it(text: str) -> None:
    for lines in wrappings(text, 3, widths):
        assert not any(line[0] in "，。）”" or line[-1] in "（“" for line in lines)


@given(st.text("林登县2023年签约，（。“”）abc ", min_size=1, max_size=30))
def test_nothing_is_lost_in_breaking(text: str) -> None:
    for lines in wrappings(text, 3, widths):
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        assert len(lines) <= 3
        assert len(lines) == 1 or min(map(len, lines)) > 1
