"""From a plan and the facts of an edition to a chart as plain, honest values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.charts.facts import ChartFact, find_fact, position
from generator.charts.honesty import Drawn, dishonest
from generator.charts.labels import label_of
from generator.charts.plans import GAP, ChartPlan, EventPlan, PointPlan, fill_slots, slots_of
from generator.charts.wording import (
    alt_text,
    category_name,
    chart_note,
    forecast_names,
    source_line,
    threshold_name,
)
from generator.language import CannotSay, say_date
from generator.model import (
    ChartSpec,
    Event,
    Place,
    Point,
    PointState,
    Problem,
    Series,
    Words,
    error,
    warning,
)
from generator.resolve.voice import Voice

_DIGIT = re.compile(r"\d")
_TO_THE_MONTH = len("2004-05")  # -- a flag has no room for days --
_BLANK = Point(None, "", "General", "")


def chart_spec(
    plan: ChartPlan, facts: Mapping[str, object], locale: str
) -> tuple[ChartSpec | None, list[Problem]]:
    """The chart, or ``None`` with every problem; warnings may come with a chart.

    `facts` are the names that a template sees, keys and Chinese names alike.
    """
    work = _Work(plan, facts, Voice(locale))
    rows = [[work.draw(point) for point in series.points] for series in plan.series]
    work.problems += dishonest(plan, rows)
    title, note = work.words(plan.title, plan.place), work.words(plan.note, plan.place)
    events = work.events()
    series = work.series(rows)
    if any(problem.level == "error" for problem in work.problems):
        return None, work.problems
    used = list(work.used.values())
    categories = work.categories(rows)
    unit = work.voice.words(plan.unit)
    spec = ChartSpec(
        id=plan.id,
        kind=plan.kind,
        title=title,
        unit=unit,
        categories=categories,
        series=series,
        alt=alt_text(plan.kind, title, unit, categories, series, events, work.voice),
        source_line=source_line(used, work.voice),
        note=chart_note(note, used, work.voice),
        events=events,
    )
    return spec, work.problems


@dataclass
class _Work:
    """One chart in the making: the facts used so far and the problems found so far."""

    plan: ChartPlan
    facts: Mapping[str, object]
    voice: Voice
    used: dict[str, ChartFact] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def find(self, reference: str, place: Place) -> ChartFact | None:
        fact, problems = find_fact(reference, self.facts, place)
        self.problems += problems
        if fact is not None:
            self.used.setdefault(fact.key, fact)
        return fact

    def draw(self, point: PointPlan) -> Drawn:
        found = None if point.fact == GAP else self.find(point.fact, point.place)
        return Drawn(point, found)

    def words(self, texts: Words, place: Place) -> str:
        """A text of the plan in the reader's language, with the facts that it names."""
        written = self.voice.words(texts)
        values: dict[str, str] = {}
        for slot in slots_of(written):
            fact = self.find(slot, place)
            values[slot] = fact.said if fact else ""
        return fill_slots(written, values)

    # -- points --

    def series(self, rows: Sequence[Sequence[Drawn]]) -> tuple[Series, ...]:
        points = [self.points(row) for row in rows]
        if self.plan.kind == "forecast" and len(points) == 1:
            return _split(points[0], "forecast", forecast_names(self.voice))
        unit = self.voice.aside(self.voice.words(self.plan.unit))
        series = tuple(
            Series(self.voice.words(series.name) + unit, row)
            for series, row in zip(self.plan.series, points, strict=True)
        )
        if any(point.state == "threshold" for row in points for point in row):
            names = series[0].name, threshold_name(self.voice) + unit
            return (*_split(points[0], "threshold", names), *series[1:])
        return series

    def points(self, row: Sequence[Drawn]) -> tuple[Point, ...]:
        first = next((at for at, drawn in enumerate(row) if drawn.fact is not None), 0)
        return tuple(
            self.point(drawn, earlier=self.plan.kind == "pair" and at == first)
            for at, drawn in enumerate(row)
        )

    def point(self, drawn: Drawn, *, earlier: bool) -> Point:
        fact = drawn.fact
        if fact is None or fact.outlived:
            return _BLANK
        if fact.quantity is None:
            problem = f"{fact.key} is an event and has no value."
            self.refuse(drawn.plan, problem, "Put it on a timeline, or take it out.")
            return _BLANK
        unit = self.voice.words(self.plan.unit)
        try:
            label = label_of(fact.quantity, self.plan.unit, self.voice.locale, fact.precision)
        except CannotSay as reason:
            problem = f"{fact.key} cannot be drawn in {unit}: {reason}."
            step = "One axis has one unit: choose another fact, or another unit for the chart."
            self.refuse(drawn.plan, problem, step)
            return _BLANK
        state = _state(drawn.plan, fact, earlier)
        return Point(label.value, label.text, label.number_format, fact.key, state, fact.lineage)

    def refuse(self, plan: PointPlan, problem: str, step: str) -> None:
        self.problems.append(error(plan.place, problem, step))

    def categories(self, rows: Sequence[Sequence[Drawn]]) -> tuple[str, ...]:
        """The names along the axis, from the first series that has a value there."""
        columns: Iterable[Sequence[Drawn]] = zip(*rows, strict=True)
        return tuple(
            category_name(
                next((one for one in column if one.fact is not None), column[0]), self.voice
            )
            for column in columns
        )

    # -- events --

    def events(self) -> tuple[Event, ...]:
        found = [self.event(plan) for plan in self.plan.events]
        return tuple(event for event in found if event is not None)

    def event(self, plan: EventPlan) -> Event | None:
        fact = self.find(plan.fact, plan.place)
        if fact is None:
            return None
        date = _date_of(fact)
        if date is None:
            self.problems.append(
                error(plan.place, f"{fact.key} has no date.", "Use a fact that is an event.")
            )
            return None
        self._check_typed(plan)
        text = self.words(plan.text, plan.place) or fact.name
        named = [self.used[key] for key in self._keys(plan)]
        lineage = tuple(dict.fromkeys(id for one in (fact, *named) for id in one.lineage))
        said = say_date(date[:_TO_THE_MONTH], self.voice.locale)
        return Event(position(date), said, text, fact.key, plan.emphasis, lineage)

    def _keys(self, plan: EventPlan) -> list[str]:
        """The facts that an event's text names, by key."""
        found = [
            find_fact(slot, self.facts, plan.place)[0]
            for slot in slots_of(self.voice.words(plan.text))
        ]
        return [fact.key for fact in found if fact is not None]

    def _check_typed(self, plan: EventPlan) -> None:
        blank = dict.fromkeys(slots_of(self.voice.words(plan.text)), "")
        if _DIGIT.search(fill_slots(self.voice.words(plan.text), blank)):
            self.problems.append(
                warning(
                    plan.place,
                    f"The text of {plan.fact} holds a figure typed by hand.",
                    "Name its fact in braces: “签约{signed_projects}项目”.",
                )
            )


def _state(plan: PointPlan, fact: ChartFact, earlier: bool) -> PointState:
    """How a point is shown. What has not happened or is out of date cannot be hidden by a look."""
    if plan.show == "threshold":
        return "threshold"
    if fact.modality != "actual":
        return "forecast"
    if plan.show == "other_scope":
        return "other_scope"
    if fact.expired:
        return "stale"
    if plan.show == "emphasis":
        return "emphasis"
    return "earlier" if earlier or plan.show == "muted" else "plain"


def _split(
    points: Sequence[Point], state: PointState, names: tuple[str, str]
) -> tuple[Series, ...]:
    """Values, and apart from them forecasts or marks: two series that share their places."""
    values = tuple(_BLANK if point.state == state else point for point in points)
    others = tuple(point if point.state == state else _BLANK for point in points)
    return Series(names[0], values), Series(names[1], others)


def _date_of(fact: ChartFact) -> str | None:
    """The day, month or year of an event."""
    if fact.period is not None and fact.period.start is not None:
        return fact.period.start.split("~")[0]
    return fact.as_of
