"""A timeline is to scale, and none of its labels meets another or another's pole."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from linden import flagship_theme

from generator.charts import draw_picture
from generator.charts.canvas import measured, width_of
from generator.charts.timeline_layout import Timeline, lay_out
from generator.model import ChartSpec, Event, FactpackError

THEME = flagship_theme()
SLIDE, WORD = (30.27, 12.06), (17.0, 6.5)


def event(year: float, text: str = "林登河上的第二座桥通车", *, emphasis: bool = False) -> Event:
    return Event(year, f"{int(year)}年5月", text, f"e{year}", emphasis)


def laid(events: list[Event], size: tuple[float, float] = SLIDE) -> Timeline:
    found = lay_out(events, size, THEME.timeline(size[0]), width_of)
    assert found is not None
    return found


def assert_readable(found: Timeline, size: tuple[float, float]) -> None:
    for flag in found.flags:
        assert flag.box.left >= 0
        assert flag.box.right <= size[0]
        assert 0 <= flag.box.top < flag.box.bottom <= size[1]
    for one, other in combinations(found.flags, 2):
        assert not one.box.meets(other.box)
        assert not one.box.meets(other.pole)
        assert not other.box.meets(one.pole)


NINE = [
    event(1992.2, "县里的第一所学校开学"),
    event(1994.5, "《林登县移民工作意见》出台"),
    event(2004.4, "邻省代表团到林登，为友谊小学奠基", emphasis=True),
    event(2008.3, "代表团给学校师生写了回信"),
    event(2010.5, "青山集团落户林登"),
    event(2020.9, "林登商会成立"),
    event(2022.1, "年产60万吨的新厂开工"),
    event(2023.8, "座谈会在县城召开"),
    event(2025.9, "推介活动签约22个项目，协议引资超170亿元", emphasis=True),
]


@pytest.mark.parametrize("size", [SLIDE, WORD])
@pytest.mark.parametrize("count", range(1, 10))
def test_no_two_labels_meet(count: int, size: tuple[float, float]) -> None:
    assert_readable(laid(NINE[:count], size), size)
    assert_readable(laid(NINE[-count:], size), size)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.floats(1990, 2026), st.integers(1, 26)), min_size=1, max_size=9, unique=True
    )
)
def test_labels_never_meet_wherever_the_events_stand(drawn: list[tuple[float, int]]) -> None:
    events = [
        event(year, "林登河上的第二座桥通车，两岸的孩子步行上学，只要五分钟"[:length])
        for year, length in drawn
    ]
    found = lay_out(events, SLIDE, THEME.timeline(SLIDE[0]), measured)
    if found is not None:
        assert_readable(found, SLIDE)


def test_events_stand_to_scale() -> None:
    xs = [flag.x for flag in laid([event(2000), event(2005), event(2020)]).flags]
    assert (xs[2] - xs[1]) / (xs[1] - xs[0]) == pytest.approx(3)


def test_what_is_emphasised_stands_high() -> None:
    lanes = [flag.lane for flag in laid(NINE).flags if flag.event.emphasis]
    assert lanes == ["high", "high"]


def test_a_year_is_left_out_where_a_pole_stands() -> None:
    found = laid(NINE)
    room = width_of("0000", 12) / 2
    assert [year for year, _ in found.years] == [2000, 2015, 2020, 2025]
    assert all(abs(x - flag.x) > room for _, x in found.years for flag in found.flags)


def test_labels_that_do_not_fit_are_an_error_and_never_shrink() -> None:
    crowd = [event(2000 + tenth / 10, "很长的说明" * 6) for tenth in range(9)]
    spec = ChartSpec("crowd", "timeline", "", "", (), (), "", events=tuple(crowd))
    with pytest.raises(FactpackError, match=r"no arrangement of them fits 17 × 4\.7 cm"):
        draw_picture(spec, THEME, (17.0, 4.7))
