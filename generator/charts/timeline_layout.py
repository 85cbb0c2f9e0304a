"""Where the labels of a timeline go, so that none meets another or another's pole.

Every event has a pole on the axis, and its label hangs from the pole like a flag: above or below,
near or far, to the right or to the left. The arrangement is searched for, not drawn by rule:
events stand where time puts them.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from generator.charts.wrapping import wrappings
from generator.model import Event

Lane = Literal["high", "low", "below", "deep"]
Hang = Literal["right", "left"]

_LINES = 3  # -- at most so many lines of text under a date --
_TRIES = 20_000
_LANE_COST: dict[Lane, float] = {"high": 0.0, "below": 0.0, "low": 0.5, "deep": 1.5}
_LINES_COST = {1: 0.0, 2: 0.1, 3: 0.45}
_BROKEN_COST = 0.12  # -- a line that ends inside a clause --
_SAME_SIDE_COST = 0.5


class Box(NamedTuple):
    """A rectangle in cm from the top left."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def grown(self, by: float) -> Box:
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)


@dataclass(frozen=True, slots=True)
class TimelineType:
    """Sizes in points of a timeline's dates, texts and years."""

    date: float
    text: float
    year: float

    @property
    def unit(self) -> float:
        """What distances are multiples of: 1 cm where dates are of 18 points."""
        return self.date / 18

    @property
    def dot(self) -> float:
        return 0.46 * self.unit

    @property
    def flag_gap(self) -> float:
        """Between a pole and its text."""
        return 0.28 * self.unit

    @property
    def air(self) -> float:
        """Between two labels, and between a label and another's pole."""
        return 0.32 * self.unit

    @property
    def date_line(self) -> float:
        return self.date * 1.3 * 2.54 / 72

    @property
    def text_line(self) -> float:
        return self.text * 1.5 * 2.54 / 72

    @property
    def year_room(self) -> float:
        """From the axis down to where labels below may begin: ticks and years stand in it."""
        return self.year * 2.1 * 2.54 / 72 + 0.35 * self.unit

    def block(self, lines: int) -> float:
        """The height of a label with so many lines under its date."""
        return self.date_line + lines * self.text_line


@dataclass(frozen=True, slots=True)
class Flag:
    """One event in its place: its pole, its label's box, and how good a place it is."""

    event: Event
    pole: Box
    hang: Hang
    lane: Lane
    lines: tuple[str, ...]
    box: Box
    room: Box  # -- the box with the air around it --
    cost: float

    @property
    def x(self) -> float:
        return self.pole.left

    @property
    def above(self) -> bool:
        return self.lane in ("high", "low")

    def agrees(self, other: Flag) -> bool:
        """Whether neither label meets the other's label or pole."""
        return not (
            self.room.meets(other.box) or self.room.meets(other.pole) or other.room.meets(self.pole)
        )


@dataclass(frozen=True, slots=True)
class Timeline:
    """The arrangement: the axis' height, the flags and the years with a tick."""

    axis: float
    flags: tuple[Flag, ...]
    years: tuple[tuple[int, float], ...]


Measure = Callable[[str, float], float]  # -- text and points to cm --


def lay_out(
    events: Sequence[Event],
    size: tuple[float, float],
    sizes: TimelineType,
    measure: Measure,
) -> Timeline | None:
    """The best arrangement found on a page of `size` cm; ``None`` when the labels do not fit."""
    ordered = sorted(events, key=lambda event: (event.position, event.key))
    scale = _Scale(ordered, size[0])
    for lines in range(_LINES, 0, -1):
        heights = _heights(size[1], sizes, lines)
        if heights is None:
            continue
        page = heights, size[0]
        flags = _Search(
            [_flags(one, scale(one.position), page, sizes, measure, lines) for one in ordered]
        ).best()
        if flags is not None:
            return Timeline(heights.axis, flags, _years(scale, flags, sizes, measure))
    return None


class _Heights(NamedTuple):
    """The page from top to bottom: where high labels begin, the axis, where deep ones end."""

    top: float
    axis: float
    bottom: float


def _heights(height: float, sizes: TimelineType, lines: int) -> _Heights | None:
    """How much of the page each side takes when labels have at most so many lines."""
    block, edge = sizes.block(lines), 0.1 * sizes.unit
    least_up, down = block + 0.4 * sizes.unit, sizes.year_room + block
    height -= 2 * edge
    if least_up + down > height:
        return None
    up = max(least_up, min(1.85 * block, height - down))
    top = edge + 0.4 * (height - up - down)
    return _Heights(top, top + up, height + edge)


class _Scale:
    """Years to cm: from the first event's year to the end of the last one's."""

    def __init__(self, events: Sequence[Event], width: float) -> None:
        self.first = math.floor(events[0].position)
        self.last = max(math.floor(events[-1].position) + 1, self.first + 1)
        self._left, self._width = 0.2, width - 0.9

    def __call__(self, position: float) -> float:
        return self._left + self._width * (position - self.first) / (self.last - self.first)


class _Search:
    """Depth first over the events in time, the cheapest choice first, dear branches cut off."""

    def __init__(self, choices: Sequence[Sequence[Flag]]) -> None:
        self._choices = [sorted(flags, key=lambda flag: flag.cost) for flags in choices]
        least = [flags[0].cost if flags else math.inf for flags in self._choices]
        self._least_left = [sum(least[at:]) for at in range(len(least) + 1)]
        self._best: tuple[Flag, ...] | None = None
        self._best_cost = math.inf
        self._tries = _TRIES

    def best(self) -> tuple[Flag, ...] | None:
        self._place((), 0.0)
        return self._best

    def _place(self, placed: tuple[Flag, ...], cost: float) -> None:
        if len(placed) == len(self._choices):
            self._best, self._best_cost = placed, cost
            return
        for flag in self._choices[len(placed)]:
            self._tries -= 1
            total = cost + flag.cost
            if placed and placed[-1].above == flag.above:
                total += _SAME_SIDE_COST
            hopeless = total + self._least_left[len(placed) + 1] >= self._best_cost
            if not hopeless and self._tries > 0 and all(map(flag.agrees, placed)):
                self._place((*placed, flag), total)


def _flags(
    event: Event,
    x: float,
    page: tuple[_Heights, float],
    sizes: TimelineType,
    measure: Measure,
    most: int,
) -> list[Flag]:
    """Every way to hang one label that stays on the page."""
    heights, width = page
    lanes: tuple[Lane, ...] = ("high", "below", "low", "deep")
    hangs: tuple[Hang, ...] = ("right", "left")
    wrapped: dict[tuple[str, ...], float] = {}
    for lines in wrappings(event.text, most, lambda text: measure(text, sizes.text)):
        widest = max(measure(line, sizes.text) for line in lines)
        wrapped[lines] = max(widest, measure(event.date, sizes.date))
    flags = [
        _flag(event, x, lane, hang, lines, needed, heights, sizes)
        for lane in lanes
        for hang in hangs
        for lines, needed in wrapped.items()
    ]
    return [flag for flag in flags if flag.box.left >= 0 and flag.box.right <= width]


def _flag(
    event: Event,
    x: float,
    lane: Lane,
    hang: Hang,
    lines: tuple[str, ...],
    width: float,
    heights: _Heights,
    sizes: TimelineType,
) -> Flag:
    height = sizes.block(len(lines))
    start = {
        "high": heights.top,
        "low": heights.axis - 0.4 * sizes.unit - height,
        "below": heights.axis + sizes.year_room,
        "deep": heights.bottom - height,
    }[lane]
    left = x + sizes.flag_gap if hang == "right" else x - sizes.flag_gap - width
    box = Box(left, start, left + width, start + height)
    above = lane in ("high", "low")
    pole = Box(x, start, x, heights.axis) if above else Box(x, heights.axis, x, box.bottom)
    cost = _cost(event, lane, hang, lines, width)
    return Flag(event, pole, hang, lane, lines, box, box.grown(sizes.air), cost)


def _cost(event: Event, lane: Lane, hang: Hang, lines: tuple[str, ...], width: float) -> float:
    """How much worse than ideal a place is: off the usual lanes, to the left, tall, wide …"""
    cost = _LANE_COST[lane] + _LINES_COST[len(lines)] + 0.02 * width
    cost += 0.3 if hang == "left" else 0.0
    cost += 1.0 if event.emphasis and lane != "high" else 0.0
    if "\n" not in event.text:
        cost += _BROKEN_COST * sum(line[-1:].isalnum() for line in lines[:-1])
    return cost


def _years(
    scale: _Scale, flags: Sequence[Flag], sizes: TimelineType, measure: Measure
) -> tuple[tuple[int, float], ...]:
    """Round years on the axis, none so near a pole that they would touch."""
    span = scale.last - scale.first
    step = next(step for step in (1, 2, 5, 10, 25, 50, 100) if span / step <= 9 or step == 100)
    room = measure("0000", sizes.year) / 2 + 0.12 * sizes.unit
    first = math.ceil(scale.first / step) * step
    ticks = [(year, scale(year)) for year in range(first, scale.last + 1, step)]
    return tuple((year, x) for year, x in ticks if all(abs(x - flag.x) >= room for flag in flags))
