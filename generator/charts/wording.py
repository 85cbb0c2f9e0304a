"""The words around a chart: names of categories, notes, source line, alternative text."""

from __future__ import annotations

from collections.abc import Sequence

from generator.charts.facts import ChartFact
from generator.charts.honesty import Drawn
from generator.language import say_date, say_period
from generator.model import ChartKind, Event, Modality, Period, Series
from generator.resolve.voice import Voice

_KIND_NAMES: dict[ChartKind, tuple[str, str]] = {
    "columns": ("柱形图", "Column chart"),
    "bars": ("条形图", "Bar chart"),
    "stacked": ("堆积柱形图", "Stacked column chart"),
    "line": ("折线图", "Line chart"),
    "pair": ("柱形图", "Column chart"),
    "forecast": ("柱形图", "Column chart"),
    "timeline": ("时间轴", "Timeline"),
}
_NOT_YET: dict[Modality, tuple[str, str]] = {
    "forecast": ("预计", "forecast"),
    "plan": ("规划", "planned"),
    "target": ("目标", "target"),
    "proposal": ("建议", "proposed"),
}


def category_name(drawn: Drawn, voice: Voice) -> str:
    """The name under a bar: as written, or the time of its fact; a forecast is named as one."""
    fact = drawn.fact
    name = voice.words(drawn.plan.label) or (_time(fact, voice) if fact else "")
    if fact is None or fact.outlived or fact.modality not in _NOT_YET:
        return name
    word = voice.either(*_NOT_YET[fact.modality])
    said = any(voice.either(*words).lower() in name.lower() for words in _NOT_YET.values())
    return name if said else name + voice.aside(word)


def _time(fact: ChartFact, voice: Voice) -> str:
    """A closed period, or the as-of date."""
    if _is_closed(fact.period) and fact.period is not None:
        return say_period(fact.period, voice.locale)
    return fact.date or (say_date(fact.as_of, voice.locale) if fact.as_of else fact.name)


def _is_closed(period: Period | None) -> bool:
    return period is not None and period.start is not None and period.end is not None


def forecast_names(voice: Voice) -> tuple[str, str]:
    """The names of the two series of a forecast."""
    return voice.either("实际", "Actual"), voice.either("预计", "Forecast")


def threshold_name(voice: Voice) -> str:
    """The name of the series that holds a mark which was passed."""
    return voice.either("关口", "Mark passed")


def source_line(facts: Sequence[ChartFact], voice: Voice) -> str:
    """资料来源：…。数据截至…。 The sources and the days they speak for, each once, in order."""
    cited = list(dict.fromkeys(one for fact in facts for one in fact.citations))
    valued = [fact for fact in facts if fact.quantity is not None]
    days = list(dict.fromkeys(fact.date for fact in valued if fact.date))
    sources = voice.joined(cited, "；")
    line = voice.either(f"资料来源：{sources}。", f"Sources: {sources}.")
    if not days:
        return line
    said = voice.joined(days)
    return line + voice.either(f"数据截至{said}。", f" Data as of {said}.")


def chart_note(note: str, facts: Sequence[ChartFact], voice: Voice) -> str:
    """The note of the plan, the age of every figure past its shelf life, results still due."""
    colon, stop = voice.either("：", ": "), voice.either("。", ".")
    valued = [fact for fact in facts if fact.quantity is not None]
    due = [
        fact.name + colon + voice.pending(whole_year=_is_year(fact.period))
        for fact in valued
        if fact.outlived
    ]
    old: dict[str, list[str]] = {}
    for fact in valued:
        if fact.expired and not fact.outlived:
            old.setdefault(fact.date, []).append(fact.name)
    ages = [
        voice.latest(date) if len(names) == len(valued)
        else voice.joined(names) + colon + voice.latest(date)
        for date, names in old.items()
    ]  # fmt: skip
    if not due and not ages:
        return note
    state = voice.joined([*ages, *due], "；") + stop
    return f"{note} {state}" if note and voice.english else note + state


def _is_year(period: Period | None) -> bool:
    return period is not None and period.kind == "year"


def alt_text(
    kind: ChartKind,
    title: str,
    unit: str,
    categories: Sequence[str],
    series: Sequence[Series],
    events: Sequence[Event],
    voice: Voice,
) -> str:
    """The chart in one paragraph, for those who do not see it."""
    head = voice.either(*_KIND_NAMES[kind]) + voice.either("：", ": ") + title
    if kind == "timeline":
        flat = (voice.either("", " ").join(event.text.split("\n")) for event in events)
        said = [f"{event.date} {text}" for event, text in zip(events, flat, strict=True)]
        return (
            f"{head}{voice.either('。', '. ')}{voice.joined(said, '；')}{voice.either('。', '.')}"
        )
    head += voice.aside(unit) + voice.either("。", ". ")
    rows = []
    for one in series:
        values = [
            f"{name} {point.label}"
            for name, point in zip(categories, one.points, strict=True)
            if point.value is not None
        ]
        named = f"{one.name}{voice.either('：', ': ')}" if len(series) > 1 else ""
        rows.append(named + voice.joined(values, "，"))
    return head + voice.joined([row for row in rows if row], "；") + voice.either("。", ".")
