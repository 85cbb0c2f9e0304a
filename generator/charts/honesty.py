"""What may not be drawn: each rule keeps one way of misleading out of a chart."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from generator.charts.facts import ChartFact
from generator.charts.plans import GAP, ChartPlan, PointPlan
from generator.model import MeasureKind, Problem, Statement, error, warning
from generator.resolve.pairs import other_scope
from generator.resolve.times import same_length, same_time

EVENTS_MOST, EMPHASIS_MOST = 9, 2
_UNEVEN = 0.25  # -- a month more or less in a year is no bend --


@dataclass(frozen=True, slots=True)
class Drawn:
    """A point of the plan with the fact that it shows; ``None`` is a gap."""

    plan: PointPlan
    fact: ChartFact | None


Rows = Sequence[Sequence[Drawn]]  # -- one row for each series --


def dishonest(plan: ChartPlan, rows: Rows) -> list[Problem]:
    """Everything that would mislead in this chart, all at once."""
    return [problem for check in CHECKS for problem in check(plan, rows)]


def one_measure_and_scope(plan: ChartPlan, rows: Rows) -> list[Problem]:
    """One series shows one measure of one scope; what varies else is said by `across`."""
    found: list[Problem] = []
    for row in rows:
        for (_, a), (point, b) in combinations(_statements(row), 2):
            reason = _unlike(plan, a, b, point.fact)
            if reason:
                found.append(
                    error(point.plan.place, f"{_name(a)} and {_name(b)} {reason}.", _REMEDY)
                )
                break
    return found


_REMEDY = (
    "Draw them apart; or mark the odd one with “show: other_scope”, or say with “across:” that "
    "the chart compares measures, subjects or dimensions."
)


_APART = ("other_scope", "threshold")


def _statements(row: Sequence[Drawn]) -> list[tuple[Drawn, Statement]]:
    """The statements that must agree: another scope and a mark that was passed stand apart."""
    return [
        (point, statement)
        for point in row
        if point.fact is not None and point.plan.show not in _APART
        for statement in point.fact.statements
    ]


def _unlike(plan: ChartPlan, a: Statement, b: Statement, fact: ChartFact | None) -> str:
    """Why two statements may not stand in one series; empty when they may."""
    if plan.across == "measures":
        return ""
    kind = _kind(fact, a)
    if a.measure != b.measure:
        return "are of different measures"
    if a.subject != b.subject and plan.across not in ("subjects", "accounts"):
        return "are of different subjects"
    if a.dimensions != b.dimensions and plan.across != "dimensions":
        return "are of different dimensions"
    if other_scope(a, b, kind) and plan.across != "accounts":
        return "are of different scopes"
    if plan.kind in ("forecast", "stacked"):
        return ""
    if a.modality != b.modality:
        return (
            f"are {a.modality} and {b.modality}; only a chart of kind “forecast” tells them apart"
        )
    return "" if same_length(a, b, kind) else "cover periods of different length"


def _kind(fact: ChartFact | None, statement: Statement) -> MeasureKind:
    return fact.kinds.get(statement.measure, "level") if fact else "level"


def no_line_through_two_points(plan: ChartPlan, rows: Rows) -> list[Problem]:
    """Two points have no course between them."""
    if plan.kind != "line":
        return []
    short = [row for row in rows if sum(point.fact is not None for point in row) < 3]
    return [
        error(plan.place, f"“{plan.id}” would draw a line through fewer than three values.",
              "Write “kind: pair” for two values.")
        for _ in short
    ]  # fmt: skip


def a_line_is_to_scale(plan: ChartPlan, rows: Rows) -> list[Problem]:
    """Categories stand at equal distances, so the times of a line's points must do so too."""
    if plan.kind != "line":
        return []
    found = []
    for row in rows:
        steps = _steps(row)
        if steps and max(steps) - min(steps) > _UNEVEN * max(steps):
            problem = f"The points of “{plan.id}” are not equally far apart in time."
            step = f"Give every year a category and write “{GAP}” where nothing is known."
            found.append(error(plan.place, problem, step))
    return found


def _steps(row: Sequence[Drawn]) -> list[float]:
    """Years per category between each drawn point and the next."""
    placed = [
        (at, point.fact.position)
        for at, point in enumerate(row)
        if point.fact is not None and point.fact.position is not None
    ]
    return [(year - before) / (at - first) for (first, before), (at, year) in pairwise(placed)]


def a_pair_is_two(plan: ChartPlan, rows: Rows) -> list[Problem]:
    if plan.kind != "pair" or all(len(row) == 2 for row in rows):
        return []
    return [error(plan.place, f"The pair “{plan.id}” has not two points.", "Use “kind: columns”.")]


def measures_side_by_side_need_a_note(plan: ChartPlan, _: Rows) -> list[Problem]:
    """Readers add up bars that stand side by side unless they are told how these overlap."""
    if plan.across != "measures":
        return []
    if plan.kind in ("stacked", "line"):
        return [
            error(plan.place, f"“{plan.id}” stacks or joins different measures.",
                  "Use columns or bars: measures side by side have no sum and no course.")
        ]  # fmt: skip
    if plan.note:
        return []
    return [
        error(plan.place, f"“{plan.id}” sets different measures side by side without a word.",
              "Say in “note” how they overlap, or that they do not.")
    ]  # fmt: skip


def accounts_side_by_side_need_a_note(plan: ChartPlan, _: Rows) -> list[Problem]:
    """Each giver's own account counts in its own way; readers must be told how they differ."""
    if plan.across != "accounts":
        return []
    if plan.kind not in ("columns", "bars"):
        return [
            error(plan.place, f"“{plan.id}” stacks or joins accounts of different scopes.",
                  "Use columns or bars: such accounts have no sum and no course.")
        ]  # fmt: skip
    if plan.note:
        return []
    return [
        error(plan.place, f"“{plan.id}” sets accounts of different scopes side by side.",
              "Say in “note” how their scopes differ.")
    ]  # fmt: skip


def a_threshold_is_a_mark_beside_bars(plan: ChartPlan, rows: Rows) -> list[Problem]:
    """A mark that was passed is no value: it stands beside values, in columns only."""
    shows = [point.plan.show for row in rows for point in row]
    if "threshold" not in shows or (plan.kind == "columns" and set(shows) != {"threshold"}):
        return []
    return [
        error(plan.place, f"“{plan.id}” shows a threshold where it would be read as a value.",
              "Use “kind: columns”, with values beside the mark.")
    ]  # fmt: skip


def one_time_across(plan: ChartPlan, rows: Rows) -> list[Problem]:
    """Things that are compared should speak for one time."""
    if not plan.across or plan.kind == "pair":
        return []
    dated = [point.fact for row in rows for point in row if point.fact and point.fact.as_of]
    for fact in dated[1:]:
        if not same_time(str(dated[0].as_of), str(fact.as_of)):
            what = f"{dated[0].key} is of {dated[0].as_of} and {fact.key} of {fact.as_of}"
            return [
                warning(plan.place, f"“{plan.id}” compares different times: {what}.",
                        "Say so in the note, or name the value of one date: fact.at(2023-10).")
            ]  # fmt: skip
    return []


def a_timeline_can_be_read(plan: ChartPlan, _: Rows) -> list[Problem]:
    if plan.kind != "timeline":
        return []
    return list(_too_much(plan))


def _too_much(plan: ChartPlan) -> Iterator[Problem]:
    if len(plan.events) > EVENTS_MOST:
        yield error(
            plan.place,
            f"The timeline “{plan.id}” has {len(plan.events)} events.",
            f"Keep {EVENTS_MOST} at most; put the others in a table.",
        )
    loud = [event for event in plan.events if event.emphasis]
    if len(loud) > EMPHASIS_MOST:
        yield error(
            loud[-1].place,
            f"The timeline “{plan.id}” emphasises {len(loud)} events.",
            f"Emphasise {EMPHASIS_MOST} at most.",
        )


def _name(statement: Statement) -> str:
    return f"{statement.id} ({statement.printed or statement.measure})"


CHECKS: list[Callable[[ChartPlan, Rows], list[Problem]]] = [
    one_measure_and_scope, no_line_through_two_points, a_line_is_to_scale, a_pair_is_two,
    measures_side_by_side_need_a_note, accounts_side_by_side_need_a_note,
    a_threshold_is_a_mark_beside_bars, one_time_across, a_timeline_can_be_read,
]  # fmt: skip
