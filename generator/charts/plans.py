"""What templates/charts.yaml asks for: charts by name, each a short list of facts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from generator.files import Node
from generator.model import NOWHERE, ChartKind, Place, Problem, Words, error
from generator.store.fields import choice, read_text, text, words
from generator.store.records import BadValue, Field, Record, entries

Across = Literal["", "measures", "subjects", "dimensions", "accounts"]
Show = Literal["plain", "muted", "emphasis", "other_scope", "threshold"]

GAP = "-"
_SLOT = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True, slots=True)
class PointPlan:
    """One point: the fact as a template would name it, its name on the axis, its look."""

    fact: str
    label: Words = field(default_factory=dict)
    show: Show = "plain"
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class SeriesPlan:
    """One series: its name and its points; one per category."""

    name: Words
    points: tuple[PointPlan, ...]


@dataclass(frozen=True, slots=True)
class EventPlan:
    """One dot of a timeline: the fact that dates it and what its flag says."""

    fact: str
    text: Words
    emphasis: bool = False
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class ChartPlan:
    """A chart as an editor wrote it down. Texts may hold facts: ``签约{signed_projects}项目``."""

    id: str
    kind: ChartKind
    title: Words
    unit: Words
    note: Words
    across: Across
    series: tuple[SeriesPlan, ...]
    events: tuple[EventPlan, ...]
    place: Place = NOWHERE

    def names(self) -> list[str]:
        """The facts that the chart needs, by key or Chinese name, in order."""
        points = [point.fact for series in self.series for point in series.points]
        references = [*points, *(event.fact for event in self.events)]
        written = [self.title, self.note, *(event.text for event in self.events)]
        slots = [slot for texts in written for one in texts.values() for slot in slots_of(one)]
        found = [reference.split(".")[0].strip() for reference in (*references, *slots)]
        return [name for name in dict.fromkeys(found) if name != GAP]


def slots_of(text: str) -> list[str]:
    """The facts that a text names in braces."""
    return _SLOT.findall(text)


def fill_slots(text: str, values: Mapping[str, str]) -> str:
    """The text with each fact in its place."""
    return _SLOT.sub(lambda match: values[match[1]], text)


def read_charts(node: Node) -> tuple[dict[str, ChartPlan], list[Problem]]:
    """The charts of a file by id, and every problem in it; charts with problems are left out."""
    problems: list[Problem] = []
    plans: dict[str, ChartPlan] = {}
    for id, entry in entries(node, "The list of charts", problems).items():
        found: list[Problem] = []
        plan = _read_chart(id, entry, found)
        if not found:
            plans[id] = plan
        problems += found
    return plans, problems


def _read_chart(id: str, node: Node, problems: list[Problem]) -> ChartPlan:
    record = Record("chart", id, node, _CHART_FIELDS, problems)
    points = [_read_point(item, problems) for item in record[_POINTS]]
    series = [SeriesPlan(record[_TITLE], tuple(points))] if points else []
    series += [_read_series(item, record[_CATEGORIES], problems) for item in record[_SERIES]]
    events = tuple(_read_event(item, problems) for item in record[_EVENTS])
    plan = ChartPlan(
        id, record[_KIND], record[_TITLE], record[_UNIT], record[_NOTE], record[_ACROSS],
        tuple(series), events, record.place,
    )  # fmt: skip
    problems += _shape_problems(plan, both=bool(points and record[_SERIES]))
    return plan


def _read_point(node: Node, problems: list[Problem]) -> PointPlan:
    if isinstance(node.value, str):
        return PointPlan(node.value, place=node.place)
    record = Record("point", "", node, _POINT_FIELDS, problems)
    return PointPlan(record[_FACT], record[_LABEL], record[_SHOW], node.place)


def _read_series(node: Node, categories: tuple[Words, ...], problems: list[Problem]) -> SeriesPlan:
    record = Record("series", "", node, _SERIES_FIELDS, problems)
    facts = record[_FACTS]
    if len(facts) != len(categories):
        problems.append(
            error(
                node.place,
                f"The series has {len(facts)} facts, and the chart {len(categories)} categories.",
                f"Give one fact for each category; “{GAP}” is a gap.",
            )
        )
    return SeriesPlan(
        record[_NAME],
        tuple(
            PointPlan(fact.value, label, place=fact.place)
            for fact, label in zip(facts, categories, strict=False)
            if isinstance(fact.value, str)
        ),
    )


def _read_event(node: Node, problems: list[Problem]) -> EventPlan:
    record = Record("event", "", node, _EVENT_FIELDS, problems)
    emphasis = record[_EVENT_SHOW] == "emphasis"
    return EventPlan(record[_FACT], record[_TEXT], emphasis, node.place)


def _shape_problems(plan: ChartPlan, *, both: bool) -> list[Problem]:
    """A timeline has events, every other kind has points or series."""
    if both:
        return [error(plan.place, f"“{plan.id}” has points and series.", "Keep one of the two.")]
    if plan.kind == "timeline":
        if plan.events and not plan.series:
            return []
        return [error(plan.place, f"The timeline “{plan.id}” needs events.", "Add “events:”.")]
    if plan.events or not plan.series:
        return [error(plan.place, f"The chart “{plan.id}” needs points.", "Add “points:”.")]
    if not plan.unit:
        return [error(plan.place, f"“{plan.id}” lacks “unit”.", "Add “unit: {zh: …, en: …}”.")]
    return []


def _nodes(node: Node) -> tuple[Node, ...]:
    if isinstance(node.value, list):
        return tuple(node.value)
    raise BadValue("A list belongs here.", "Write each entry after a dash: “- fact: …”.")


def _list(name: str) -> Field[tuple[Node, ...]]:
    return Field(name, _nodes, ())


def _read_categories(node: Node) -> tuple[Words, ...]:
    return tuple(
        {language: read_text(entry) for language, entry in item.value.items()}
        if isinstance(item.value, dict)
        else {"zh": read_text(item)}
        for item in _nodes(node)
    )


_KINDS: tuple[ChartKind, ...] = get_args(ChartKind)
_SHOWS: tuple[Show, ...] = get_args(Show)
_ACROSSES: tuple[Across, ...] = tuple(word for word in get_args(Across) if word)
_EVENT_SHOWS: tuple[Show, ...] = ("plain", "emphasis")

_KIND: Field[ChartKind] = choice("kind", _KINDS, "columns", required=True)
_TITLE = words("title", required=True)
_UNIT = words("unit")
_NOTE = words("note")
_ACROSS: Field[Across] = choice("across", _ACROSSES, "")
_POINTS, _SERIES, _EVENTS = _list("points"), _list("series"), _list("events")
_CATEGORIES: Field[tuple[Words, ...]] = Field("categories", _read_categories, ())
_FACT = text("fact", required=True)
_LABEL = words("label")
_SHOW: Field[Show] = choice("show", _SHOWS, "plain")
_EVENT_SHOW: Field[Show] = choice("show", _EVENT_SHOWS, "plain")
_NAME = words("name", required=True)
_FACTS = _list("facts")
_TEXT = words("text")

_CHART_FIELDS: tuple[Field[object], ...] = (
    _KIND, _TITLE, _UNIT, _ACROSS, _POINTS, _CATEGORIES, _SERIES, _EVENTS, _NOTE,
)  # fmt: skip
_POINT_FIELDS: tuple[Field[object], ...] = (_FACT, _LABEL, _SHOW)
_SERIES_FIELDS: tuple[Field[object], ...] = (_NAME, _FACTS)
_EVENT_FIELDS: tuple[Field[object], ...] = (_FACT, _TEXT, _EVENT_SHOW)
