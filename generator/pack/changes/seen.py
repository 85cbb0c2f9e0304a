"""A fact as one edition knew it, read back from a ledger."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from generator.language import CannotSay, derived_quantity, read_printed, say, say_period
from generator.model import Interval, MeasureKind, Modality, Period, Place, Quantity, Statement
from generator.resolve.voice import Voice

Entry = Mapping[str, Any]  # an object of the ledger's JSON


@dataclass(frozen=True, slots=True)
class Seen:
    """The value of a fact in one edition, with all that tells it from that of another one.

    A derived one is `derive` over the facts `of`, called `of_names`. `citations` are source lines
    by id of the source, each by language.
    """

    key: str
    name: Mapping[str, str]
    kind: MeasureKind
    quantity: Quantity | None
    period: Period | None
    as_of: str | None
    modality: Modality
    statements: tuple[Statement, ...]
    ruling: str | None
    derive: str = ""
    of: tuple[str, ...] = ()
    of_names: tuple[Mapping[str, str], ...] = ()
    expired: bool = False
    outlived: bool = False
    noun: str = ""
    citations: Mapping[str, Mapping[str, str]] | None = None

    @property
    def lineage(self) -> tuple[str, ...]:
        return tuple(one.id for one in self.statements)

    def called(self, locale: str) -> str:
        """Its name in the reader's language, or its key."""
        return Voice(locale).words(self.name) or self.key

    def said(self, locale: str) -> str:
        """The figure with its unit, or the date of an event; marked when it is no result."""
        voice = Voice(locale)
        if self.quantity is None:
            return say_period(self.period, locale) if self.period else voice.either("（无值）", "–")
        text = spoken(self.quantity, locale, self.noun)
        if self.modality == "actual":
            return text
        mark = voice.modality(self.modality)
        return f"{mark} {text}" if voice.english else f"{mark}{text}"

    def dated(self, locale: str) -> str:
        """Its as-of date in words; empty for what has none."""
        return Voice(locale).date(self.as_of) if self.as_of else ""


def spoken(quantity: Quantity, locale: str, noun: str = "") -> str:
    """A figure in words; as it is printed where the locale has no words for it."""
    ask = f'noun="{noun}"' if noun and locale.startswith("en") else ""
    try:
        return say(quantity, locale, ask)
    except CannotSay:
        return quantity.printed


def read_seen(key: str, ledger: Entry) -> Seen:
    """The state of one fact of a ledger (provenance.json, or of the fact base)."""
    entry: Entry = ledger["facts"][key]
    formula: Entry = entry.get("formula") or {}
    statements = [ledger["statements"][id] for id in entry["statements"]]
    quantity = _quantity(entry)
    return Seen(
        key,
        entry.get("name", {}),
        entry.get("kind") or ("event" if quantity is None else "level"),
        quantity,
        _period(entry.get("period")) or _only_period(statements),
        entry["as_of"],
        entry.get("modality", "actual"),
        tuple(_statement(one, entry["as_of"]) for one in statements),
        entry["ruling"],
        formula.get("derive", ""),
        tuple(formula.get("of", ())),
        tuple(formula.get("names", ())),
        entry["expired"],
        entry.get("outlived", False),
        entry.get("noun", {}).get("en", ""),
        ledger.get("sources", {}),
    )


def _quantity(entry: Entry) -> Quantity | None:
    """The figure with the words it was printed with; with plain ones where they were not kept."""
    if entry["value"] is None:
        return None
    value, interval = Fraction(entry["value"]), Interval.parse(entry["interval"])
    unit, printed = str(entry["unit"]), entry.get("printed", "")
    try:
        known = read_printed(printed, unit)
    except ValueError:
        return derived_quantity(interval, value, unit)
    if known.unit != unit:
        return Quantity(printed, value, interval, unit, entry["qualifier"])
    if (known.value, known.interval) == (value, interval):
        return known
    return replace(known, value=value, interval=interval, wide=None, soft=None)


def _statement(entry: Entry, as_of: str | None) -> Statement:
    source: Entry = entry["sources"][0]
    return Statement(
        id=entry["id"],
        subject=entry["subject"],
        measure=entry["measure"],
        source=source["source"],
        evidence=source["evidence"],
        place=Place(""),
        quantity=_quantity(entry),
        dimensions=tuple(sorted(entry["dimensions"].items())),
        modality=entry["modality"],
        period=_period(entry["period"]),
        as_of=entry["as_of"] or as_of,
        said_by=entry["said_by"],
        scope=entry["scope"],
        rank=entry["rank"],
    )


def _period(entry: Entry | None) -> Period | None:
    return None if entry is None else Period(entry["kind"], entry["from"], entry["to"])


def _only_period(statements: Sequence[Entry]) -> Period | None:
    """The period of a fact whose ledger does not tell it: that of its one statement."""
    return _period(statements[0]["period"]) if len(statements) == 1 else None
