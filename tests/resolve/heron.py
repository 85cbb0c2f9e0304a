"""A fact base from one-line statements.

``a: beds = 1184个 1992.. @2025-12 (internal, scope beds-in-use, said by 院长)`` is a statement:
id, measure, value as printed (none for an event), period, as-of, and in brackets whatever else is
not usual. A measure is a level of things with a shelf life of 18 months unless `kinds` says otherwise (``cumulative 18
person-time participation`` adds its unit and English noun), and a
fact of the same name and without a period rule stands for each; `facts` adds others:
``beds_since: beds 1992.. scope x`` or ``growth: growth of gdp, gdp.previous in % with 3 digits``.
"""

from __future__ import annotations

import re
from datetime import date
from typing import get_args

from generator.language import read_printed
from generator.model import (
    Audience,
    Dimensions,
    Fact,
    Measure,
    MeasureKind,
    Modality,
    Period,
    Place,
    Rank,
    Ruling,
    Source,
    SourceKind,
    Statement,
)
from generator.resolve import Edition, Resolution, resolve
from generator.store import FactStore

END_2025 = Edition(date(2025, 12, 31))
PUBLIC = Audience("public", {"zh": "公众", "en": "the public"}, "zh-CN", ())
OFFICE = Audience("office", {"zh": "办公室"}, "zh-CN", (), sees=("public", "internal"))
ENGLISH = Audience("visitors", {"zh": "来宾", "en": "visitors"}, "en", ())

_STATEMENT = re.compile(
    r"(?P<id>[\w.-]+): (?P<measure>\w+)(?:\[(?P<dimension>\w+)=(?P<cell>\w+)\])?"
    r"(?: = (?P<value>[^@(\s]+))?"
    r"(?: (?P<period>[\d.~-]+))?(?: @(?P<as_of>[\d-]+))?(?: \((?P<rest>[^)]*)\))?"
)
_FACT = re.compile(
    r"(?P<key>\w+): (?P<measure>\w+)(?:\[(?P<dimension>\w+)=(?P<cell>\w+)\])?"
    r"(?: (?P<period>[\d.~-]+|year))?(?: scope (?P<scope>\w+))?"
    r"(?: \((?P<modality>\w+)\))?"
)
_MEASURE = re.compile(
    r"(?P<kind>\w+)(?: (?P<months>\d+))?(?: (?P<unit>[a-z][a-z-]+))?(?: (?P<noun>[a-z ]+))?"
)
_FORMULA = re.compile(
    r"(?P<key>\w+): (?P<derive>\w+) of (?P<of>[^ ]+(?:, [^ ]+)*)(?: in (?P<unit>\S+))?(?: with (?P<digits>\d) digits)?"
)


def store(
    *lines: str,
    kinds: dict[str, str] | None = None,
    facts: tuple[str, ...] = (),
    rulings: tuple[Ruling, ...] = (),
) -> FactStore:
    """The fact base of these statements; ``kinds={"beds": "cumulative 18"}`` describes measures."""
    statements = [statement(text, number) for number, text in enumerate(lines, 1)]
    measures = dict.fromkeys(one.measure for one in statements)
    return FactStore(
        statements={one.id: one for one in statements},
        sources={kind: _source(kind) for kind in get_args(SourceKind)},
        measures={id: _measure(id, (kinds or {}).get(id, "level 18")) for id in measures},
        facts={fact.key: fact for fact in (*map(_plain, measures), *map(_fact, facts))},
        rulings={ruling.id: ruling for ruling in rulings},
    )


def statement(text: str, number: int = 1) -> Statement:
    match = _STATEMENT.fullmatch(text)
    assert match, text
    rest = [word.strip() for word in (match["rest"] or "").split(",") if word.strip()]
    return Statement(
        id=match["id"],
        subject="heron-county",
        measure=match["measure"],
        source=_one_of(rest, get_args(SourceKind), "press"),
        evidence=f"{match['measure']}{match['value'] or ''}",
        place=Place("facts/statements/heron.yaml", number),
        quantity=read_printed(match["value"]) if match["value"] else None,
        dimensions=_dimensions(match),
        modality=_one_of(rest, get_args(Modality), "actual"),
        period=Period.parse(match["period"]) if match["period"] else None,
        as_of=match["as_of"],
        said_by=_after(rest, "said by "),
        scope=_after(rest, "scope "),
        rank=_one_of(rest, get_args(Rank), "normal"),
        confidentiality="internal" if "internal" in rest else "public",
    )


def ruling(choose: str, *others: str, measure: str = "beds", **more: object) -> Ruling:
    return Ruling(
        id=f"r-{measure}",
        subject="heron-county",
        measure=measure,
        choose=choose,
        expect=(choose, *others),
        why="The director gave it.",
        decided="2025-12-31",
        place=Place("facts/rulings.yaml", 1),
        **more,  # type: ignore[arg-type]
    )


def on(day: str) -> Edition:
    return Edition(date.fromisoformat(day))


def resolved(
    base: FactStore, *keys: str, audience: Audience | None = PUBLIC, edition: Edition = END_2025
) -> Resolution:
    return resolve(base, keys or None, audience, edition)


def chosen(base: FactStore, key: str = "beds", **how: object) -> str | None:
    """The id of the statement that a fact prints."""
    fact = resolved(base, key, **how).facts[key]  # type: ignore[arg-type]
    return fact.statement.id if fact.statement else None


def errors(found: Resolution) -> list[str]:
    return [problem.problem for problem in found.problems if problem.level == "error"]


def _dimensions(match: re.Match[str]) -> Dimensions:
    return ((match["dimension"], match["cell"]),) if match["dimension"] else ()


def _one_of(words: list[str], choices: tuple[str, ...], default: str):  # type: ignore[no-untyped-def]
    return next((word for word in words if word in choices), default)


def _after(words: list[str], start: str) -> str:
    return next((word.removeprefix(start) for word in words if word.startswith(start)), "")


def _source(kind: SourceKind) -> Source:
    citation = {"zh": f"{_NAMES[kind]}，2025年12月", "en": f"Heron {kind}, December 2025"}
    return Source(
        kind, "", "", (), "2025-12", "zh-Hans", kind, f"{kind}.txt", "", citation=citation
    )


_NAMES = {"official": "白鹭县公报", "press": "白鹭日报", "narrative": "白鹭述评"}


def _measure(id: str, described: str) -> Measure:
    match = _MEASURE.fullmatch(described)
    assert match, described
    assert match["kind"] in get_args(MeasureKind), described
    return Measure(
        id, {"zh": _CHINESE.get(id, id), "en": id}, match["unit"] or "item",
        match["kind"],  # type: ignore[arg-type]
        {"zh": f"{id}的口径", "en": f"what counts as {id}"}, int(match["months"] or 0) or None,
        noun={"en": match["noun"]} if match["noun"] else {},
    )  # fmt: skip


_CHINESE = {"beds": "床位", "output": "产值", "roads": "道路"}


def _plain(measure: str) -> Fact:
    name = {"zh": _CHINESE.get(measure, f"{measure}数"), "en": measure}
    return Fact(measure, name, "heron-county", measure, place=Place("facts/facts.yaml", 1))


def _fact(text: str) -> Fact:
    formula = _FORMULA.fullmatch(text)
    place = Place("facts/facts.yaml", 9)
    if formula:
        name = {"zh": f"{formula['key']}数", "en": formula["key"]}
        return Fact(
            formula["key"], name, derive=formula["derive"], of=tuple(formula["of"].split(", ")),
            unit=formula["unit"] or "", digits=int(formula["digits"] or 0) or None, place=place,
        )  # fmt: skip
    match = _FACT.fullmatch(text)
    assert match, text
    rule = match["period"]
    period = Period("year", None, None) if rule == "year" else Period.parse(rule) if rule else None
    return Fact(
        match["key"], {"zh": f"{match['key']}数", "en": match["key"]}, "heron-county",
        match["measure"], _dimensions(match), period,
        match["modality"] or "actual", match["scope"] or "", place=place,  # type: ignore[arg-type]
    )  # fmt: skip
